"""Octavo: a self-hosted news desk that folds many reports into few stories."""

from typing import Final

VERSION: Final = "0.1.0"

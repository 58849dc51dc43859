"""`python -m bench.reference`: write docs/reference anew from the code, or with `--check` only say what differs."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.reference.book import pages

FOLDER: Final = Path(__file__).parents[2] / "docs" / "reference"


def main(argv: Sequence[str] = ()) -> int:
    """Write every page of the reference; return 1 if `--check` found one that differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, end with 1 if a page differs")
    given = parser.parse_args(argv)
    differs = 0
    for name, text in pages().items():
        path = FOLDER / name
        if path.is_file() and path.read_text() == text:
            continue
        differs += 1
        print(f"{name} {'differs' if given.check else 'written'}")
        if not given.check:
            path.write_text(text)
    return 1 if given.check and differs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

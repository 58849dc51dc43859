"""The whole reference: each page's name and text."""

from collections.abc import Mapping

from bench.reference import code, outside


def pages() -> Mapping[str, str]:
    """Return the text of every page by its file name; the same code gives the same text."""
    return {
        "settings.md": outside.settings(),
        "commands.md": outside.commands(),
        "routes.md": outside.routes(),
        "tables.md": outside.tables(),
        "stages.md": code.stages(),
        "errors.md": code.errors(),
        "metrics.md": code.metrics(),
    }

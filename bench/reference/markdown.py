"""The few forms of Markdown that the reference is made of."""

from collections.abc import Iterable, Sequence

ORIGIN = "<!-- Written by `python -m bench.reference` from the code; change it there. -->"


def page(title: str, *parts: str) -> str:
    """Return a page with *title* and *parts*, an empty line between them."""
    return "\n\n".join((ORIGIN, f"# {title}", *(part.strip() for part in parts if part))) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; bars and line breaks in a cell are written so that they stay in it."""
    lines = [_row(heads), _row(["---"] * len(heads))]
    return "\n".join([*lines, *(_row([_cell(text) for text in row]) for row in rows)])


def code(text: str) -> str:
    """Return *text* as code; nothing where there is no text."""
    return f"`{text}`" if text else ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")

"""The elements of a page by what outlets call them: one walk, that the searches for byline, date and headline share."""

import re
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from octavo.core.pages.cleaning import tidy

_MOST: Final = 20_000
_LONGEST_NAMES: Final = 300
_NO_LINE: Final = frozenset(
    {"body", "html", "article", "main", "meta", "link", "img", "script", "style", "svg", "head"}
)
_NO_TEXT: Final = frozenset({"script", "style", "template", "noscript", "svg", "button"})
_MOST_PIECES: Final = 40
BYLINES: Final = re.compile(
    "author|byline|by-line|writer|autor|auteur|contributor|reporter|journalist|kateb|katib|zuozhe"
)
"""What elements with a byline are called."""
DATES: Final = re.compile("date|time|publish|posted|byline|meta|tarih|datum|fecha|info|heure|giorno")
"""What elements with a date are called."""
HEADLINES: Final = re.compile("headline|entry-title|post-title|article-?_{0,2}title|story-?title")
"""What elements with the headline are called."""


class NamedElements:
    """The elements that are called as bylines, dates and headlines are; looked for when first asked, and then kept."""

    __slots__ = ("_rows", "_tree")

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._rows: list[tuple[HtmlElement, str]] | None = None

    def called(self, words: re.Pattern[str]) -> list[tuple[HtmlElement, str]]:
        """Return the elements called by *words*, one of those above, each with its names in lower case."""
        if self._rows is None:
            rows = ((element, names_of(element)) for element in islice(self._tree.iter("*"), _MOST))
            self._rows = [row for row in rows if row[1] and row[0].tag not in _NO_LINE]
        return [row for row in self._rows if words.search(row[1])]


def names_of(element: HtmlElement) -> str:
    """Return what *element* is called, in lower case and one line."""
    get = element.get
    called, known, means = get("class"), get("id"), get("itemprop")
    other = get("rel") or get("data-testid")
    if not (called or known or means or other):
        return ""
    return f"{called or ''} {known or ''} {means or ''} {other or ''}"[:_LONGEST_NAMES].lower()


def line_of(element: HtmlElement, *, longest: int) -> str:
    """Return the text of *element*, each piece in a line of its own; empty if it is longer than *longest*."""
    parts: list[str] = []
    for piece in islice(element.iter(), _MOST_PIECES):
        if isinstance(piece.tag, str) and piece.tag not in _NO_TEXT:
            parts.append(tidy((piece.text or "")[: longest + 1]))
        if piece is not element:
            parts.append(tidy((piece.tail or "")[: longest + 1]))
    line = "\n".join(filter(None, parts))
    return line if len(line) <= longest else ""

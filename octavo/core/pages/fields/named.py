"""The elements of a page by what outlets call them: one walk, that every search for a byline or a date shares."""

import re
from itertools import islice
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from octavo.core.pages.cleaning import tidy

_MOST: Final = 5_000
_LONGEST_NAMES: Final = 300
_NAMED: Final = XPath("//*[@class or @id or @itemprop or @rel or @data-testid]")
_NO_LINE: Final = frozenset(
    {"body", "html", "article", "main", "meta", "link", "img", "script", "style", "svg", "head"}
)
_NO_TEXT: Final = frozenset({"script", "style", "template", "noscript", "svg", "button"})
_MOST_PIECES: Final = 40


class NamedElements:
    """The elements that have a class, an id or a property; walked when first asked for, and then kept."""

    __slots__ = ("_rows", "_tree")

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree
        self._rows: list[tuple[HtmlElement, str]] | None = None

    def matching(self, words: re.Pattern[str]) -> list[tuple[HtmlElement, str]]:
        """Return the elements whose names *words* is found in, each with its names in lower case."""
        if self._rows is None:
            self._rows = [
                (e, names_of(e)) for e in islice(_NAMED(self._tree), _MOST) if e.tag not in _NO_LINE
            ]
        return [row for row in self._rows if words.search(row[1])]


def names_of(element: HtmlElement) -> str:
    """Return what *element* is called, in lower case and one line."""
    get = element.get
    names = (
        f"{get('class', '')} {get('id', '')} {get('itemprop', '')} {get('rel', '')} {get('data-testid', '')}"
    )
    return names[:_LONGEST_NAMES].lower()


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

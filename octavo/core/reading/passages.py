"""The paragraphs of a stored text, and how they are set: list items and quotations that follow one another belong together."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from octavo.core.pages.article import Paragraph

_TOGETHER: Final = frozenset({"item", "quote"})


@dataclass(frozen=True, slots=True)
class Passage:
    """What is set as one: a paragraph, a heading, a whole list, a whole quotation."""

    kind: str
    paragraphs: tuple[Paragraph, ...]


def passages(paragraphs: Iterable[Paragraph]) -> tuple[Passage, ...]:
    """Return *paragraphs* as passages; nothing is left out and the order stays."""
    found: list[Passage] = []
    for kind, run in groupby(paragraphs, key=lambda paragraph: paragraph.kind):
        together = tuple(run)
        found += (
            [Passage(kind, together)] if kind in _TOGETHER else [Passage(kind, (one,)) for one in together]
        )
    return tuple(found)

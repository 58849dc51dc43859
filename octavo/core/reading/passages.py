"""The paragraphs of a stored text, and how they are set: list items and quotations that follow one another belong together."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

_TOGETHER: Final = frozenset({"item", "quote"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and what it is: text, heading, quote or item."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What is set as one: a paragraph, a heading, a whole list, a whole quotation."""

    kind: str
    texts: tuple[str, ...]


def passages(paragraphs: Iterable[Paragraph]) -> tuple[Passage, ...]:
    """Return *paragraphs* as passages; nothing is left out and the order stays."""
    found: list[Passage] = []
    for kind, run in groupby(paragraphs, key=lambda paragraph: paragraph.kind):
        texts = tuple(paragraph.text for paragraph in run)
        found += [Passage(kind, texts)] if kind in _TOGETHER else [Passage(kind, (text,)) for text in texts]
    return tuple(found)

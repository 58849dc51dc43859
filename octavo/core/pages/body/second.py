"""The second opinion: where the first reader is in doubt, what trafilatura takes decides with it.

Trafilatura costs more than all else of a page's reading together, so it is asked only then, twice: at its most careful,
and at its most generous. Its own text is never used, only which blocks it has.
"""

from collections.abc import Sequence
from typing import Final

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from octavo.core.pages.body.blocks import Block
from octavo.core.pages.body.context import LIKELY, compare
from octavo.core.pages.body.scorecard import Scale, Sheet

DOUBT: Final = 0.25
"""Letters that could as well be judged the other way, for each letter of the article, from which there is doubt."""
FEWEST: Final = 200
"""Letters under which a text is doubtful in itself."""
MOST_BLOCKS: Final = 1_500
"""Blocks of a page up to which trafilatura is asked: its time grows faster than the page."""

SHEET: Final = Sheet(
    (
        Scale("likely", LIKELY),
        Scale("letters", (15, 40, 90, 220)),
        Scale("careful", grades=4),
        Scale("generous", grades=4),
    ),
    (
        ("likely", "careful"),
        ("likely", "generous"),
        ("letters", "careful"),
        ("letters", "generous"),
        ("careful", "generous"),
    ),
)


def is_doubtful(blocks: Sequence[Block], likely: Sequence[float]) -> bool:
    """Say whether the likelihoods leave the article in doubt, on a page that is not too large to ask about."""
    if len(blocks) > MOST_BLOCKS:
        return False
    taken = sum(chance * block.letters for block, chance in zip(blocks, likely, strict=True))
    open_ = sum(min(chance, 1 - chance) * block.letters for block, chance in zip(blocks, likely, strict=True))
    return taken < FEWEST or open_ > DOUBT * taken


def ask(tree: HtmlElement) -> tuple[str, str]:
    """Return what trafilatura takes of *tree*, careful and generous; *tree* is left as it is."""
    return _taken(tree, careful=True), _taken(tree, careful=False)


def weigh_opinions(
    blocks: Sequence[Block], likely: Sequence[float], opinions: tuple[str, str]
) -> list[list[int]]:
    """Return the marks of each block on the card of `SHEET`."""
    careful, generous = (compare(blocks, opinion) for opinion in opinions)
    return [
        SHEET.marks(SHEET.grades((likely[n], block.letters, careful[n], generous[n])))
        for n, block in enumerate(blocks)
    ]


def _taken(tree: HtmlElement, *, careful: bool) -> str:
    # Given a tree, trafilatura works on a copy.
    document = trafilatura.bare_extraction(
        tree, favor_precision=careful, include_comments=False, with_metadata=False, fast=True
    )
    return document.text or "" if isinstance(document, Document) else ""

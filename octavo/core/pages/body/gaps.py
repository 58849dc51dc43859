"""Short blocks that stand between two blocks of the article, as their siblings: items of its lists, its subheadings.

Words so few say little by themselves, and a page has many like them elsewhere. What they stand among says more: an item
between two items of the article is the article's.
"""

import itertools
from collections.abc import Sequence
from typing import Final

from octavo.core.pages.body.blocks import Block, Place
from octavo.core.pages.body.furniture import is_furniture
from octavo.core.pages.body.hints import Hint

_LONGEST_GAP: Final = 3
"""Blocks of one gap: where more are missing, something else stands between."""
_MOST_ITEMS: Final = 12
"""Items of one gap in a list."""
_LONGEST: Final = 120
"""Letters of a block that says too little by itself."""
_LISTED: Final = frozenset({"li", "dd", "dt"})
_NOT_OURS: Final = int(Hint.CAPTION | Hint.APPEAL | Hint.SHARE | Hint.TAGS | Hint.META)


def with_gaps_filled(blocks: Sequence[Block], taken: Sequence[int]) -> list[int]:
    """Return the *taken* blocks, by number, and those short ones between them that stand there as their siblings."""
    filled: list[int] = list(taken[:1])
    for before, after in itertools.pairwise(taken):
        gap = range(before + 1, after)
        around = blocks[before], blocks[after]
        filled += (n for n in gap if _is_short(blocks[n]) and _belongs(blocks[n], *around, gap=len(gap)))
        filled.append(after)
    return filled


def _is_short(block: Block) -> bool:
    is_said = block.letters <= _LONGEST and any(map(str.isalpha, block.text))
    return is_said and not is_furniture(block.text) and not block.place.own & _NOT_OURS


def _belongs(block: Block, before: Block, after: Block, *, gap: int) -> bool:
    if (listed := _list_of(block)) is not None:
        return gap <= _MOST_ITEMS and listed is _list_of(before) and listed is _list_of(after)
    # A line that is a link leads to another story as often as it heads this one.
    may_stand_alone = bool(block.level) or block.place.tag == "p"
    return (
        gap <= _LONGEST_GAP and may_stand_alone and not block.linked and _are_siblings(block, before, after)
    )


def _list_of(block: Block) -> Place | None:
    """Return the list in which a block is an item, or a part of one."""
    near = (block.place, block.place.parent)
    return next((place.parent for place in near if place is not None and place.tag in _LISTED), None)


def _are_siblings(block: Block, before: Block, after: Block) -> bool:
    holder = block.place.parent
    return holder is not None and before.place.parent is holder and after.place.parent is holder

"""What is added up over a page once, so that each block can be compared with the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, TypeVar

from octavo.core.pages.body.blocks import Block, Place

PROSE: Final = 80
"""Letters from which a block with few links is running text."""
_FAR: Final = 999

Kin = tuple[str, str, int]
Number = TypeVar("Number", int, float)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums over a page; lists go by the number of a place or of a block."""

    prose: list[int]
    """Letters of running text in each place, all that stands in it together."""
    letters: list[int]
    linked: list[int]
    alike: dict[Kin, int]
    """Letters of running text in elements of one kind under one holder."""
    before: list[int]
    """Letters before each block, and in all."""
    prose_before: list[int]
    to_prose: list[int]
    """Blocks from each block to the nearest running text; 0 for running text itself."""


def add_up(blocks: Sequence[Block], places: Sequence[Place]) -> Sums:
    """Return the sums over a page; linear in its size."""
    prose, letters, linked = ([0] * len(places) for _ in range(3))
    alike: dict[Kin, int] = {}
    running = [is_prose(block) for block in blocks]
    for block, runs in zip(blocks, running, strict=True):
        number = block.place.number
        letters[number] += block.letters
        linked[number] += block.linked
        if runs:
            prose[number] += block.letters
            kin = kin_of(block)
            alike[kin] = alike.get(kin, 0) + block.letters
    for sums in (prose, letters, linked):
        hand_up(sums, places)
    return Sums(
        prose,
        letters,
        linked,
        alike,
        before=list(accumulate((block.letters for block in blocks), initial=0)),
        prose_before=list(
            accumulate((b.letters if r else 0 for b, r in zip(blocks, running, strict=True)), initial=0)
        ),
        to_prose=_distances(running),
    )


def hand_up(sums: list[Number], places: Sequence[Place]) -> None:
    """Add what each place has to all that it stands in; a place is numbered after its holder."""
    for place in reversed(places):
        if place.parent is not None:
            sums[place.parent.number] += sums[place.number]


def is_prose(block: Block) -> bool:
    """Say whether a block is running text by its length and links."""
    return block.letters > PROSE and block.linked < 0.3 * block.letters


def kin_of(block: Block) -> Kin:
    """Return what blocks of one sort share: tag, class and, for tags that hold anything, the holder."""
    place = block.place
    holder = (
        place.parent.number if place.parent is not None and place.tag not in ("body", "div", "td") else -1
    )
    return place.tag, place.named, holder


def _distances(running: Sequence[bool]) -> list[int]:
    distances = [_FAR] * len(running)
    for order in (range(len(running)), range(len(running) - 1, -1, -1)):
        since = _FAR
        for n in order:
            since = 0 if running[n] else since + 1
            distances[n] = min(distances[n], since)
    return distances

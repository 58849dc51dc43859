"""What is no part of an article's text wherever it stands: its headline once more, captions, appeals, the line of the byline."""

from collections.abc import Iterator, Sequence
from typing import Final

from octavo.core.pages.body.blocks import Block, Place
from octavo.core.pages.body.hints import Hint
from octavo.core.pages.cleaning import letters_of

_HEADLINE_WITHIN: Final = 4
"""Blocks from the first in which the headline is said again."""
_LONGEST_META: Final = 50
_STOPS: Final = tuple('.!?…。！？؟۔।:"”’»」)')

_CAPTION: Final = int(Hint.CAPTION)
"""Some templates call an article's subheading so: a heading is believed."""
# What a template calls a part, how many elements up that can be, and the letters of the article that it holds at most: a part
# that holds more is the article, whatever it is called.
_SIDE_PARTS: Final = (
    (_CAPTION, 3, 500),
    (int(Hint.APPEAL), 3, 400),
    (int(Hint.SHARE), 2, 200),
    (int(Hint.TAGS), 2, 200),
)
_META: Final = int(Hint.META)


def without_vetoed(blocks: Sequence[Block], taken: Sequence[int], *, title: str) -> list[int]:
    """Return the *taken* blocks, by number, that nothing speaks against."""
    headline = letters_of(title)
    held = _held(blocks, taken)
    return [
        n
        for at, n in enumerate(taken)
        if not (
            _is_headline(blocks[n], headline, near_the_top=at < _HEADLINE_WITHIN)
            or _is_aside(blocks[n], held)
            or _is_meta(blocks[n])
        )
    ]


def _held(blocks: Sequence[Block], taken: Sequence[int]) -> dict[int, int]:
    """Return how many of the taken letters stand in a place, by its number, for the places near to blocks."""
    held: dict[int, int] = {}
    for n in taken:
        for place in _near(blocks[n].place, 3):
            held[place.number] = held.get(place.number, 0) + blocks[n].letters
    return held


def _is_headline(block: Block, headline: str, *, near_the_top: bool) -> bool:
    return (near_the_top or block.level == 1) and headline != "" and letters_of(block.text) == headline


def _is_aside(block: Block, held: dict[int, int]) -> bool:
    """Say whether a block stands in a small part that its template calls something else."""
    return any(
        place.own & called and held[place.number] <= most and not (block.level and called == _CAPTION)
        for called, levels, most in _SIDE_PARTS
        for place in _near(block.place, levels)
    )


def _is_meta(block: Block) -> bool:
    """Say whether a block is a short line, no sentence, in an element that is called byline, date or the like."""
    if block.letters > _LONGEST_META or block.level or block.text.endswith(_STOPS):
        return False
    return any(place.own & _META for place in _near(block.place, 2))


def _near(place: Place | None, levels: int) -> Iterator[Place]:
    for _ in range(levels):
        if place is None:
            return
        yield place
        place = place.parent

"""The second look: what the first look at all blocks says of each, by what stands around it.

The part of the page whose blocks speak loudest for being the article is its heart; a caption inside it and a teaser beyond
its end look alike by themselves, but not from there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter
from typing import Final

from octavo.core.pages.body.blocks import Block, Page, Place
from octavo.core.pages.body.evidence import SHEET as FIRST_SHEET
from octavo.core.pages.body.scorecard import Scale, Sheet
from octavo.core.pages.body.sums import hand_up
from octavo.core.pages.cleaning import letters_of

LIKELY: Final = (0.02, 0.06, 0.15, 0.3, 0.5, 0.7, 0.85, 0.94, 0.98)
"""Where grades of a likelihood part."""
SETTLED: Final = 0.03
"""Likelihood under which a block needs no second look, unless a neighbour does."""
_WINDOW: Final = 8
_SHORTEST_SURE: Final = 40
_FAMILIAR: Final = 20
"""Letters from which a block can be looked for in a text without finding it by chance."""

_KEPT: Final = (
    "letters",
    "linked",
    "stops",
    "tag",
    "level",
    "ending",
    "copyright",
    "again",
    "in_title",
    "digits",
)
_KEPT_GRADES: Final = itemgetter(*(FIRST_SHEET.number[name] for name in _KEPT))
_NEW: Final = (
    *(Scale(f"likely{n:+d}" if n else "likely", LIKELY) for n in range(-3, 4)),
    Scale("in_heart"),
    Scale("is_branch"),
    Scale("branch_likely", LIKELY),
    Scale("branch_share", LIKELY),
    Scale("holder_likely", LIKELY),
    Scale("holder_share", LIKELY),
    Scale("from_first", (-20, -5, -2, -1, 0, 1, 2, 10, 30)),
    Scale("from_last", (-30, -10, -2, -1, 0, 1, 2, 5, 20)),
    Scale("between"),
    Scale("so_far", LIKELY),
    Scale("best_before", LIKELY),
    Scale("best_after", LIKELY),
    Scale("around", LIKELY),
    Scale("stated", grades=4),
)
_PAIRS: Final = (
    ("letters", "linked"),
    ("letters", "stops"),
    ("likely", "holder_likely"),
    ("likely", "branch_likely"),
    ("likely", "between"),
    ("holder_likely", "letters"),
    ("holder_share", "letters"),
    ("likely-1", "likely+1"),
    ("likely", "around"),
    ("between", "letters"),
    ("branch_share", "letters"),
    ("between", "linked"),
    ("from_first", "letters"),
    ("from_last", "letters"),
    ("likely", "level"),
    ("stated", "letters"),
)
SHEET: Final = Sheet((*(FIRST_SHEET.scales[FIRST_SHEET.number[name]] for name in _KEPT), *_NEW), _PAIRS)
_SECOND: Final = Sheet(_NEW, ())


@dataclass(frozen=True, slots=True)
class _Weights:
    """What the first look says of places and of the page, weighed by letters."""

    branch: list[int]
    """By place: the number of the heart's child that it stands in, the heart's own for what stands in it alone, -1 outside."""
    heart: int
    mass: list[float]
    letters: list[float]
    """By place: likelihoods times letters, and letters, of all that stands in it."""
    so_far: list[float]
    total: float


def look_again(
    page: Page,
    seen: Sequence[Sequence[int]],
    likely: Sequence[float],
    *,
    statement: str = "",
    settled: float = SETTLED,
) -> list[list[int]]:
    """Return the marks of each block on the card of `SHEET`; *statement* is the text as the page states it elsewhere.

    A block that is no likelier than *settled*, nor any of its neighbours, has no marks.
    """
    blocks = page.blocks
    weights = _weigh(page, likely)
    first, last = _ends(blocks, likely, weights)
    stated = compare(blocks, statement)
    near = [0.0, 0.0, 0.0, *likely, 0.0, 0.0, 0.0]
    open_ = [max(near[n : n + 7]) >= settled for n in range(len(blocks))]
    return [
        SHEET.marks(
            [
                *_KEPT_GRADES(seen[n]),
                *_SECOND.grades(
                    (
                        *near[n : n + 7],
                        *_of_branch(block.place, weights),
                        n - first,
                        n - last,
                        first <= n <= last,
                        weights.so_far[n] / weights.total,
                        max(likely[max(0, n - _WINDOW) : n], default=0.0),
                        max(likely[n + 1 : n + 1 + _WINDOW], default=0.0),
                        _mean(likely[max(0, n - 4) : n + 5]),
                        stated[n],
                    )
                ),
            ]
        )
        if open_[n]
        else []
        for n, block in enumerate(blocks)
    ]


def compare(blocks: Sequence[Block], statement: str) -> list[int]:
    """Say of each block whether *statement* has it: 0 nothing is stated, 1 it has, 2 not, 3 not, nor any block after it."""
    if not statement:
        return [0] * len(blocks)
    known = letters_of(statement)
    found = [len(own := letters_of(block.text)) >= _FAMILIAR and own in known for block in blocks]
    if not any(found):
        return [0] * len(blocks)
    last = max(n for n, yes in enumerate(found) if yes)
    return [1 if yes else 2 if n < last else 3 for n, yes in enumerate(found)]


def _weigh(page: Page, likely: Sequence[float]) -> _Weights:
    places = page.places
    gain, mass, letters = ([0.0] * len(places) for _ in range(3))
    for block, chance in zip(page.blocks, likely, strict=True):
        number = block.place.number
        gain[number] += (chance - 0.5) * block.letters
        mass[number] += chance * block.letters
        letters[number] += block.letters
    for sums in (gain, mass, letters):
        hand_up(sums, places)
    heart = max(range(len(places)), key=lambda n: (round(gain[n], 3), places[n].depth))
    parts = [chance * block.letters for block, chance in zip(page.blocks, likely, strict=True)]
    so_far = list(accumulate(parts))
    return _Weights(_branches(places, heart), heart, mass, letters, so_far, so_far[-1] or 1.0)


def _branches(places: Sequence[Place], heart: int) -> list[int]:
    branch = [-1] * len(places)
    branch[heart] = heart
    for place in places[heart + 1 :]:
        if place.parent is not None:
            of_parent = branch[place.parent.number]
            branch[place.number] = place.number if of_parent == heart else of_parent
    return branch


def _ends(blocks: Sequence[Block], likely: Sequence[float], weights: _Weights) -> tuple[int, int]:
    """Return the numbers of the first and the last block that are surely the article's."""
    sure = [
        n
        for n, block in enumerate(blocks)
        if likely[n] > 0.5 and block.letters > _SHORTEST_SURE and weights.branch[block.place.number] >= 0
    ]
    if sure:
        return sure[0], sure[-1]
    best = max(range(len(blocks)), key=lambda n: likely[n] * blocks[n].letters)
    return best, best


def _of_branch(place: Place, weights: _Weights) -> tuple[float, ...]:
    branch, holder = weights.branch[place.number], (place.parent or place).number
    mass, letters = weights.mass, weights.letters
    return (
        branch >= 0,
        branch in (-1, weights.heart),
        0.0 if branch < 0 else mass[branch] / max(letters[branch], 1),
        0.0 if branch < 0 else mass[branch] / weights.total,
        mass[holder] / max(letters[holder], 1),
        mass[holder] / weights.total,
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)

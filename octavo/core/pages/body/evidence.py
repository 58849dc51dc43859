"""What is seen of each block by itself: its words, the names of what holds it, and what stands before and after it."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from octavo.core.pages.body.blocks import Block, Page
from octavo.core.pages.body.hints import Hint
from octavo.core.pages.body.scorecard import Scale, Sheet
from octavo.core.pages.body.sums import Sums, add_up, kin_of
from octavo.core.pages.cleaning import letters_of

_STOPS: Final = re.compile(r"[.!?…。！？؟۔।][\"'”’»」)\]]*$")
_ENDS: Final = re.compile(r"[!?…。！？؟۔।]|[.](?=[\s\"'”’»)\]]|$)")
_COMMAS: Final = re.compile(r"[,،、，;；:：]")
_DIGITS: Final = re.compile(r"\d")
_CAPITALS: Final = re.compile(r"[A-ZА-ЯΑ-Ω]")
_TAGS: Final = (
    *("p", "div", "li", "td", "h1", "h2", "h3", "h4", "blockquote", "dd", "dt", "section", "article", "body"),
    *("figcaption", "center", "form", "pre", "th", "label", "address"),
)
_TAG: Final = {tag: number for number, tag in enumerate(_TAGS)}
_LOOKED_AT: Final = 600
"""Characters of a block whose marks are counted; a longer one is judged by its beginning."""
_SHARE: Final = (0.001, 0.05, 0.2, 0.5, 0.8, 0.95)
_NEAR_LETTERS: Final = (0, 15, 40, 90, 220)
_NEAR_LINKED: Final = (0, 0.001, 0.2, 0.6, 0.95)
_HOLDER_LINKED: Final = (0.02, 0.1, 0.25, 0.5, 0.8)
_NOTHING: Final = (-1, -1.0)

_OF_WORDS: Final = (
    Scale("letters", (8, 15, 25, 40, 60, 90, 140, 220, 350, 600)),
    Scale("linked", (0.001, 0.08, 0.2, 0.4, 0.7, 0.95)),
    Scale("stops"),
    Scale("ends", (1, 2, 3, 5)),
    Scale("commas", (1, 2, 4, 7)),
    Scale("tag", grades=len(_TAGS) + 1),
    Scale("holder_tag", grades=len(_TAGS) + 1),
    Scale("level", (1, 2, 3, 4)),
    Scale("digits", (0.01, 0.05, 0.15, 0.3)),
    Scale("capitals", (0.01, 0.05, 0.1, 0.3, 0.7)),
    Scale("ending", grades=4),
    Scale("copyright"),
    Scale("again"),
    Scale("in_title"),
)
_OF_ORDER: Final = (
    Scale("place", (0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.85, 0.95)),
    Scale("blocks", (30, 60, 100, 200, 400)),
    Scale("page", (1500, 3000, 6000, 12000)),
    Scale("prose", (300, 1000, 2500, 6000)),
    Scale("prose_before", (0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.999)),
    Scale("after_title", (-900, -20, -5, -2, 0, 1, 2, 3, 5, 10, 20, 40, 100)),
    Scale("letters_after_title", (-9000, -500, -1, 1, 100, 300, 1000, 3000, 8000)),
    Scale("to_prose", (1, 2, 3, 5, 9, 20)),
    Scale("one_before", _NEAR_LETTERS),
    Scale("one_before_linked", _NEAR_LINKED),
    Scale("one_after", _NEAR_LETTERS),
    Scale("one_after_linked", _NEAR_LINKED),
    Scale("two_before", _NEAR_LETTERS),
    Scale("two_before_linked", _NEAR_LINKED),
    Scale("two_after", _NEAR_LETTERS),
    Scale("two_after_linked", _NEAR_LINKED),
)
_OF_HOLDERS: Final = (
    Scale("share", _SHARE),
    Scale("share_1", _SHARE),
    Scale("share_2", _SHARE),
    Scale("linked_1", _HOLDER_LINKED),
    Scale("linked_2", _HOLDER_LINKED),
    Scale("letters_1", (50, 150, 400, 1000, 3000)),
    Scale("alike", _SHARE),
)
_PAIRS: Final = (
    ("letters", "linked"),
    ("letters", "stops"),
    ("alike", "letters"),
    ("share_1", "letters"),
    ("linked_1", "linked"),
    ("one_before", "one_after"),
    ("tag", "letters"),
    ("to_prose", "letters"),
    ("after_title", "letters"),
    ("level", "letters"),
    ("one_after_linked", "linked"),
    ("one_before_linked", "linked"),
    ("place", "letters"),
)
_HINTS: Final = tuple(str(hint.name).lower() for hint in Hint)
SHEET: Final = Sheet(
    (*_OF_WORDS, *_OF_ORDER, *_OF_HOLDERS),
    _PAIRS,
    signs=(*(f"near_{name}" for name in _HINTS), *(f"around_{name}" for name in _HINTS)),
)


def see(page: Page, *, title: str) -> list[list[int]]:
    """Return the grades of each block of *page*, one for each scale of `SHEET`."""
    blocks = page.blocks
    sums = add_up(blocks, page.places)
    counts = Counter(block.text for block in blocks)
    named = letters_of(title)
    in_title = [12 < block.letters < _LOOKED_AT and letters_of(block.text) in named for block in blocks]
    head = _head(blocks, in_title)
    near = [
        _NOTHING,
        _NOTHING,
        *((b.letters, b.linked / max(b.letters, 1)) for b in blocks),
        _NOTHING,
        _NOTHING,
    ]
    return [
        SHEET.grades(
            (
                *_words(block, again=counts[block.text] > 1, in_title=in_title[n]),
                *_order(n, len(blocks), sums, head),
                *near[n + 1],
                *near[n + 3],
                *near[n],
                *near[n + 4],
                *_holders(block, sums),
            )
        )
        for n, block in enumerate(blocks)
    ]


def mark(block: Block, grades: Sequence[int]) -> list[int]:
    """Return what a block marks on the card: its grades, and what it and those around it are called."""
    place = block.place
    one = place.parent or place
    two = one.parent or one
    called = _bits(place.own | one.own | two.own, SHEET.first_sign)
    return SHEET.marks(grades) + called + _bits(place.around, SHEET.first_sign + len(_HINTS))


def _head(blocks: Sequence[Block], in_title: Sequence[bool]) -> int:
    """Return the number of the block that is the headline, or -1."""
    named = next((n for n, yes in enumerate(in_title) if yes), -1)
    return named if named >= 0 else next((n for n, block in enumerate(blocks) if block.level == 1), -1)


def _words(block: Block, *, again: bool, in_title: bool) -> tuple[float, ...]:
    text, place = block.text, block.place
    begin = text[:_LOOKED_AT]
    size = len(begin)
    holder = place.parent or place
    return (
        block.letters,
        block.linked / max(block.letters, 1),
        _STOPS.search(text[-8:]) is not None,
        len(_ENDS.findall(begin)),
        len(_COMMAS.findall(begin)),
        _TAG.get(place.tag, len(_TAGS)),
        _TAG.get(holder.tag, len(_TAGS)),
        block.level,
        len(_DIGITS.findall(begin)) / size,
        len(_CAPITALS.findall(begin)) / size,
        _ending(text),
        "©" in begin,
        again,
        in_title,
    )


def _ending(text: str) -> int:
    if text[-1] in ":：":
        return 1
    if text[-1] == "…" or text.endswith("..."):
        return 2
    return 3 if "|" in text or text[-1] in "»›>" else 0


def _order(n: int, total: int, sums: Sums, head: int) -> tuple[float, ...]:
    letters, prose = sums.before[-1] or 1, sums.prose_before[-1]
    return (
        n / total,
        total,
        letters,
        prose,
        sums.prose_before[n] / (prose or 1),
        n - head if head >= 0 else -999,
        sums.before[n] - sums.before[head] if head >= 0 else -9999,
        sums.to_prose[n],
    )


def _holders(block: Block, sums: Sums) -> tuple[float, ...]:
    place = block.place
    one = place.parent or place
    two = one.parent or one
    prose = sums.prose_before[-1] or 1
    return (
        sums.prose[place.number] / prose,
        sums.prose[one.number] / prose,
        sums.prose[two.number] / prose,
        sums.linked[one.number] / max(sums.letters[one.number], 1),
        sums.linked[two.number] / max(sums.letters[two.number], 1),
        sums.letters[one.number],
        sums.alike.get(kin_of(block), 0) / prose,
    )


@lru_cache(1 << 14)
def _bits(hint: int, first: int) -> list[int]:
    """Return the marks of the hints in *hint*, which callers leave as they are."""
    return [first + n for n in range(len(_HINTS)) if hint >> n & 1]

"""The posts of a live blog: sibling parts of one sort, each with a time of its own."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from octavo.core.pages.body.blocks import Block, Page, Place, holders

FEWEST: Final = 3
"""Parts with times from which they are posts."""
_LEVELS: Final = 8
"""How far above its time a post can begin."""

Sort = tuple[int, str, str]


def find_posts(page: Page, chosen: Sequence[Block]) -> dict[int, datetime]:
    """Return which of the *chosen* blocks, by their number, open a post, and when it was written."""
    timed = _timed_parts(page)
    opened: dict[int, datetime] = {}
    known: set[int] = set()
    for n, block in enumerate(chosen):
        post = next((place.number for place in holders(block.place) if place.number in timed), None)
        if post is not None and post not in known:
            known.add(post)
            opened[n] = timed[post]
    return opened if len(opened) >= FEWEST else {}


def _timed_parts(page: Page) -> dict[int, datetime]:
    """Return the places of the sort of which most have a time, by number; none if they are too few to be posts."""
    sorts: dict[Sort, dict[int, datetime]] = {}
    for _, stated, place in page.times:
        if (at := read_time(stated)) is not None:
            for _, part in zip(range(_LEVELS), holders(place), strict=False):
                sorts.setdefault(_sort(part), {}).setdefault(part.number, at)
    most = max(sorts.values(), key=len, default={})
    return most if len(most) >= FEWEST else {}


def _sort(part: Place) -> Sort:
    return (part.parent.number if part.parent else -1), part.tag, part.named


def read_time(stated: str) -> datetime | None:
    """Return the machine's form of a time in UTC, or None; without a zone it is no moment."""
    try:
        at = datetime.fromisoformat(stated.strip())
        return at.astimezone(UTC) if at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None

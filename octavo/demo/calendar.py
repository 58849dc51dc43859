"""When the demo shows each report: true dates of many years, moved into the week before an anchor by a fixed rule.

A block is all that belongs together: the rows that share an event or a storyline, directly or through others; a row that
shares neither is a block of its own. A block moves as a whole. It keeps its distances, later versions included, where it
lasts six days or less, and is scaled down evenly to six days where it lasts longer.

Blocks keep their order, which is that of their last dates: what was last heard of earlier in truth is last heard of earlier
in the demo. (Order by first dates would leave the end of the week empty: one block of six days near the end of the order
must begin on the first day, and all blocks before it with it.) Inside that order the ends are spread evenly, so that the
newest news of the demo is always minutes or hours old, never from the future.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from octavo.demo.world import Row

WEEK: Final = timedelta(days=7)
LONGEST: Final = timedelta(days=6)
"""How long a block may last in the demo."""


def shown_times(rows: Sequence[Row], *, anchor: datetime) -> Mapping[str, tuple[datetime, ...]]:
    """Return for each row's id when each of its versions is shown to have come out, to the second, before *anchor*.

    The same rows and anchor give the same times, whatever the order of *rows*; another anchor moves all of them alike.
    """
    anchor = anchor.replace(microsecond=0)
    ordered = sorted(blocks(rows), key=_place_in_order)
    lengths = [min(_last(block) - _first(block), LONGEST) for block in ordered]
    shown: dict[str, tuple[datetime, ...]] = {}
    for block, end in zip(ordered, _ends(lengths, anchor), strict=True):
        for row in block:
            shown[row.id] = tuple(_moved(version.at, block, end) for version in row.versions)
    return shown


def blocks(rows: Sequence[Row]) -> Sequence[Sequence[Row]]:
    """Return *rows* in blocks: those that share an event or a storyline, directly or through others."""
    leader: dict[str, str] = {}

    def lead(label: str) -> str:
        while leader.setdefault(label, label) != label:
            label = leader[label]
        return label

    for row in rows:
        for label in _labels(row):
            leader[lead(label)] = lead(_own(row))
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(lead(_own(row)), []).append(row)
    return list(found.values())


def _own(row: Row) -> str:
    return f"row {row.id}"


def _labels(row: Row) -> Sequence[str]:
    stated = (("event", row.event), ("storyline", row.storyline))
    return [f"{kind} {label}" for kind, label in stated if label]


def _ends(lengths: Sequence[timedelta], anchor: datetime) -> Sequence[datetime]:
    """Return when each block ends: late enough to begin within the week, never before the one ahead of it, before *anchor*."""
    ends = []
    earliest = anchor - WEEK
    for place, length in enumerate(lengths, start=1):
        earliest = max(earliest, anchor - WEEK + length)
        share = place / (len(lengths) + 1)
        ends.append(earliest + timedelta(seconds=int((anchor - earliest).total_seconds() * share)))
    return ends


def _moved(true: datetime, block: Sequence[Row], end: datetime) -> datetime:
    first, last = _first(block), _last(block)
    before_end = last - true
    if last - first > LONGEST:
        before_end *= LONGEST / (last - first)
    return end - timedelta(seconds=round(before_end.total_seconds()))


def _place_in_order(block: Sequence[Row]) -> tuple[datetime, datetime, str]:
    return _last(block), _first(block), min(row.id for row in block)


def _first(block: Sequence[Row]) -> datetime:
    return min(version.at for row in block for version in row.versions)


def _last(block: Sequence[Row]) -> datetime:
    return max(version.at for row in block for version in row.versions)

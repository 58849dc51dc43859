"""A feed's first poll: which of its pages are read at once.

An import of 500 feeds must flood neither the outlets nor the folder: the newest entries are read, the rest are
headlines until somebody asks for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from octavo.core.feeds.entry import Entry

NEWEST: Final = 20
OLDEST: Final = timedelta(days=7)

_EVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FirstPoll:
    """What is read of a feed's first poll, newest first, and what stays a headline, in feed order."""

    read: tuple[Entry, ...]
    headlines: tuple[Entry, ...]


def first_poll(
    entries: Sequence[Entry], *, now: datetime, newest: int = NEWEST, oldest: timedelta = OLDEST
) -> FirstPoll:
    """Return which of the entries are read: the *newest*, no older than *oldest*, that have an address.

    A date that lies ahead counts as now. Entries without a date come after those with one, in feed order, for feeds
    list their news first.
    """
    dated = [
        (place, min(entry.published or entry.updated or _EVER, now)) for place, entry in enumerate(entries)
    ]
    fresh = [
        (place, date)
        for place, date in dated
        if entries[place].url is not None and (date == _EVER or now - date <= oldest)
    ]
    fresh.sort(key=lambda pair: pair[1], reverse=True)
    chosen = [place for place, _ in fresh[: max(newest, 0)]]
    rest = set(range(len(entries))).difference(chosen)
    return FirstPoll(
        read=tuple(entries[place] for place in chosen),
        headlines=tuple(entry for place, entry in enumerate(entries) if place in rest),
    )

"""When to poll a feed next: its own rhythm, what its server and its owner ask for, and what has failed.

Pure decisions: what is known of the feed goes in, with the time and a number between 0 and 1 drawn by the caller, and
a `Plan` comes out. A feed is polled for ever, only ever more rarely: at most a week apart, a month where the server
says that it is gone. Waiting is only ever lengthened by chance, so that no limit is undercut.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Final, Literal

from octavo.core.errors import (
    BadTransfer,
    BlockedByOutlet,
    FetchError,
    Gone,
    OctavoError,
    ServerError,
    TimedOut,
    TooManyRequests,
    Unreachable,
)
from octavo.core.urls import Url

Status = Literal["well", "failing", "blocked", "gone"]

USUAL: Final = timedelta(hours=1)
"""How often a feed is polled before anything is known of it."""

SHORTEST: Final = timedelta(minutes=15)
LONGEST: Final = timedelta(days=1)
"""The bounds of the rhythm of a feed that is well."""

RAREST: Final = timedelta(days=7)
"""A failing or blocked feed is polled at least so often."""

WHEN_GONE: Final = timedelta(days=30)
LONGEST_RETRY_AFTER: Final = timedelta(days=1)
"""A server that asks for more patience gets so much."""

_SPREAD: Final = 0.1
_LEARNED_FROM: Final = 20
_NO_GAP: Final = timedelta(minutes=1)
"""Entries closer together came in one go and say nothing about the rhythm."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """What is known of a feed before a poll."""

    interval: timedelta = USUAL
    failures: float = 0.0
    """The weights of the failures since the last success."""
    status: Status = "well"
    move_to: Url | None = None
    """Where a permanent redirect was seen to lead."""
    move_seen_at: datetime | None = None
    """When that redirect was first seen."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a poll leads to; all of it but `moves` and `next_poll_at` is the next poll's `Pulse`."""

    next_poll_at: datetime
    interval: timedelta
    failures: float
    status: Status
    move_to: Url | None = None
    move_seen_at: datetime | None = None
    moves: Url | None = None
    """The address that the feed has from now on, if it moves."""

    @property
    def pulse(self) -> Pulse:
        """Return what is known of the feed before its next poll."""
        return Pulse(self.interval, self.failures, self.status, self.move_to, self.move_seen_at)


def after_success(
    before: Pulse,
    *,
    now: datetime,
    jitter: float,
    dates: Iterable[datetime] = (),
    fresh: int = 0,
    max_age: timedelta | None = None,
    ttl: timedelta | None = None,
    shortest: timedelta | None = None,
    moved_to: Url | None = None,
) -> Plan:
    """Return what follows a poll that was answered, with a feed or with "not modified".

    *dates* are those of the feed's entries, as far as known, and *fresh* is how many of them are new. *max_age* (from
    Cache-Control) and *ttl* (from the feed) lengthen the interval, up to a day; *shortest* is the owner's word and
    has no limit. *moved_to* is where a permanent redirect led: the feed moves when a later day's poll is led there too.
    """
    interval = _clamp(_learn(before.interval, dates=dates, fresh=fresh, now=now), SHORTEST, LONGEST)
    asked = max(max_age or timedelta(0), ttl or timedelta(0))
    wait = max(interval, _clamp(asked, timedelta(0), LONGEST), shortest or timedelta(0))
    seen_at = before.move_seen_at if moved_to == before.move_to else None
    moves = moved_to if moved_to and seen_at and now.date() > seen_at.date() else None
    pending = moved_to if moves is None else None
    return Plan(
        next_poll_at=_later(now, wait, jitter=jitter),
        interval=interval,
        failures=0.0,
        status="well",
        move_to=pending,
        move_seen_at=(seen_at or now) if pending else None,
        moves=moves,
    )


def after_failure(
    before: Pulse, *, error: OctavoError, now: datetime, jitter: float, shortest: timedelta | None = None
) -> Plan:
    """Return what follows a poll that failed: each failure doubles the wait, by its weight; the rhythm is remembered.

    A server's Retry-After is kept, up to a day. A pending move waits for the next success.
    """
    failures = min(before.failures + weight(error), 1000.0)
    status = _status(before, error)
    if status == "gone":
        wait = WHEN_GONE
    else:
        doubled = before.interval * 2 ** min(failures, 12.0)
        retry_after = error.retry_after if isinstance(error, FetchError) else None
        wait = max(
            _clamp(doubled, SHORTEST, RAREST),
            _clamp(retry_after or timedelta(0), timedelta(0), LONGEST_RETRY_AFTER),
        )
    return Plan(
        next_poll_at=_later(now, max(wait, shortest or timedelta(0)), jitter=jitter),
        interval=before.interval,
        failures=failures,
        status=status,
        move_to=before.move_to,
        move_seen_at=before.move_seen_at,
    )


def weight(error: OctavoError) -> float:
    """Return how much a failure counts: little where trying again soon may help, nothing where the server names a time."""
    match error:
        case TooManyRequests():
            return 0.25 if error.retry_after is None else 0.0
        case TimedOut() | Unreachable() | BadTransfer():
            return 0.25
        case ServerError():
            return 0.5
        case _:
            return 1.0


def _status(before: Pulse, error: OctavoError) -> Status:
    """Return the feed's state; what a server said for good stays said until the feed answers again."""
    if isinstance(error, Gone) or before.status == "gone":
        return "gone"
    if isinstance(error, BlockedByOutlet):
        return "blocked"
    return "blocked" if before.status == "blocked" and weight(error) < 1 else "failing"


def _learn(interval: timedelta, *, dates: Iterable[datetime], fresh: int, now: datetime) -> timedelta:
    """Return the interval that suits the feed's own rhythm: half of the usual gap between entries, longer in silence.

    Dates that lie ahead are left out. Without two dates to learn from, the interval is felt for: shorter after news,
    longer without.
    """
    past = sorted({date for date in dates if date <= now}, reverse=True)[:_LEARNED_FROM]
    gaps = [newer - older for newer, older in pairwise(past) if newer - older >= _NO_GAP]
    if not gaps:
        return interval * (0.75 if fresh else 1.25)
    usual = timedelta(seconds=median(gap.total_seconds() for gap in gaps)) / 2
    silence = (now - past[0]) / 10
    return max(usual, silence)


def _clamp(length: timedelta, low: timedelta, high: timedelta) -> timedelta:
    return min(max(length, low), high)


def _later(now: datetime, wait: timedelta, *, jitter: float) -> datetime:
    return now + wait * (1 + _SPREAD * min(max(jitter, 0.0), 1.0))

"""Extraction health: how reading a source's pages goes, against the source's own past.

A source breaks when its outlet changes its pages: from one day on hardly any of them passes the gate. The moment is found
as the one that parts what was read before from what was read since most sharply (the likelihood ratio of two shares
against one; Page, "Continuous inspection schemes", 1954, judges a change by the same ratio).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log
from statistics import median
from typing import Final

from octavo.core.ids import ArticleId

LOOKED_AT: Final = 200
"""The newest readings of a source that are judged."""
_FEWEST_BEFORE: Final = 10
_FEWEST_SINCE: Final = 5
_SHARPEST: Final = 8.0
"""Of the log likelihood ratio: a source whose share never changed crosses it about once in ten thousand times."""
_DROP: Final = 0.4
"""Of the share that passes; a smaller one may be sure and is still no break."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How the reading of one page went."""

    article_id: ArticleId
    at: datetime
    passed: bool
    code: str
    """Why it was refused, or empty."""
    method: str
    """The reader whose text it is."""
    letters: int
    has_byline: bool
    has_date: bool
    has_picture: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """What readings have in common; shares from 0 to 1."""

    pages: int
    passing: float
    letters: int
    """The median length of those that passed, in letters and digits; 0 where none did."""
    bylines: float
    dates: float
    pictures: float
    """The shares of those that passed."""


@dataclass(frozen=True, slots=True)
class Break:
    """A source that used to pass and does not any more."""

    since: datetime
    before: Reading
    """The last page that passed."""
    after: Reading
    """The first that did not."""
    method: str
    """The reader that read most of the pages before."""


@dataclass(frozen=True, slots=True)
class ExtractionHealth:
    """How reading a source's pages goes lately, and how it went before."""

    lately: Trend
    before: Trend | None
    broken: Break | None = None


def extraction_health(readings: Sequence[Reading]) -> ExtractionHealth | None:
    """Judge the readings of one source, given newest first; None where there is none.

    Where the source is broken, `lately` is what was read since; else the newest quarter of the readings.
    """
    told = list(reversed(readings[:LOOKED_AT]))
    if not told:
        return None
    place = _break_in([reading.passed for reading in told])
    if place is None:
        place = len(told) - max(_FEWEST_SINCE, len(told) // 4)
        before = trend(told[:place]) if place >= _FEWEST_BEFORE else None
        return ExtractionHealth(trend(told[place:] if before else told), before)
    past, since = told[:place], told[place:]
    good = [reading for reading in past if reading.passed]
    methods = Counter(reading.method for reading in good)
    broken = Break(since[0].at, good[-1], since[0], methods.most_common(1)[0][0])
    return ExtractionHealth(trend(since), trend(past), broken)


def trend(readings: Sequence[Reading]) -> Trend:
    """Return what *readings*, one at least, have in common."""
    good = [reading for reading in readings if reading.passed]
    of = len(good) or 1
    return Trend(
        pages=len(readings),
        passing=len(good) / len(readings),
        letters=round(median(reading.letters for reading in good)) if good else 0,
        bylines=sum(reading.has_byline for reading in good) / of,
        dates=sum(reading.has_date for reading in good) / of,
        pictures=sum(reading.has_picture for reading in good) / of,
    )


def _break_in(passed: Sequence[bool]) -> int | None:
    """Return where a run of readings, oldest first, breaks for good; None where it does not.

    It begins with a page that fails, and is over once most of the newest pages pass again.
    """
    if sum(passed[-_FEWEST_SINCE:]) > _FEWEST_SINCE // 2:
        return None
    best, found = _SHARPEST, None
    whole, good = len(passed), sum(passed)
    before = 0
    for place, one in enumerate(passed):
        since = whole - place
        if place >= _FEWEST_BEFORE and since >= _FEWEST_SINCE and not one:
            then, now = before / place, (good - before) / since
            ratio = _likelihood(before, place) + _likelihood(good - before, since) - _likelihood(good, whole)
            if then - now >= _DROP and ratio > best:
                best, found = ratio, place
        before += one
    while found and not passed[found - 1]:
        found -= 1
    return found


def _likelihood(hits: int, of: int) -> float:
    """Return the log likelihood of *hits* in *of* tries at their own share."""
    misses = of - hits
    return (hits * log(hits / of) if hits else 0.0) + (misses * log(misses / of) if misses else 0.0)

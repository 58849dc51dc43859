"""What comes first: stories on a front page, reports among the matches of a search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from octavo.core.ids import ArticleId, StoryId
from octavo.core.text.search import Phrase, tokens

HALF_LIFE: Final = timedelta(hours=24)
"""A story weighs half as much for each such time that brings no report."""
GROWTH: Final = 1.5
"""Two sources weigh more than twice one: what several tell is news, what one tells may be."""
_TITLE: Final = 4.0
_MONTH: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story as far as its rank depends on it."""

    id: StoryId
    updated_at: datetime
    sources: int


@dataclass(frozen=True, slots=True)
class Match:
    """An article that a search has found, as far as its rank depends on it."""

    id: ArticleId
    title: str
    published_at: datetime


def rank(candidates: Iterable[Candidate], *, now: datetime) -> list[StoryId]:
    """Return the stories, each once, biggest and freshest first.

    A story weighs its number of sources to the power of 1.5, halved for every 24 hours since its last report; of equals
    the fresher comes first.
    """
    weights = {c.id: (_weight(c, now), c.updated_at, c.id) for c in candidates}
    return sorted(weights, key=weights.__getitem__, reverse=True)


def _weight(candidate: Candidate, now: datetime) -> float:
    age = max(now - candidate.updated_at, timedelta(0))
    return float(candidate.sources**GROWTH * 0.5 ** (age / HALF_LIFE))


def rank_matches(
    matches: Sequence[Match], phrases: Sequence[Phrase], *, now: datetime
) -> tuple[ArticleId, ...]:
    """Return the matches, best first: those that name in their title what is asked for, then the newer ones.

    A title with all phrases weighs 4 against 1 for a report of today; a report's own weight is halved after a month.
    """
    weights = {m.id: (_match_weight(m, phrases, now), m.published_at, m.id) for m in matches}
    return tuple(sorted(weights, key=weights.__getitem__, reverse=True))


def _match_weight(match: Match, phrases: Sequence[Phrase], now: datetime) -> float:
    stream = " ".join(token.text for token in tokens(match.title))
    named = sum(f" {' '.join(phrase)} " in f" {stream} " for phrase in phrases) / max(len(phrases), 1)
    age = max(now - match.published_at, timedelta(0))
    return _TITLE * named + 1 / (1 + age / _MONTH)

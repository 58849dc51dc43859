"""The window: the last articles that were folded, and the decision where the next one belongs.

Reports of one event share rare words. An article joins the story whose words (cosine of TF-IDF, 85 parts) and entities
(15 parts) it shares most, less the longer that story has been silent; if none is near enough, it founds a new one.
Across languages only entities and numbers are compared, and more than one must agree.

Everything is counted in whole numbers, and the inverse document frequencies are computed from the window itself.
So the state depends on nothing but the last articles and their order: a window that is built again from
the store decides as the one that ran all along. Weights are whole numbers too, so that sums of them have no order.
"""

from collections import Counter, deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import nsmallest
from math import exp
from typing import Final

from octavo.core.fold.represent import Features
from octavo.core.fold.vocabulary import Vocabulary, Weighed
from octavo.core.ids import StoryId

CAPACITY: Final = 20_000
SPAN: Final = timedelta(hours=96)
"""A story that has been silent for longer takes no more articles."""
THRESHOLD: Final = 0.27
WEIGHT_OF_TERMS: Final = 85
WEIGHT_OF_KEYS: Final = 15
DECAY_HOURS: Final = 200.0

CANDIDATES: Final = 20
AGREEING_KEYS: Final = 2
"""Entities and numbers that an article must share with a story of another language."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Join:
    """The article belongs to *story*."""

    story: StoryId
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The article is the first of its story."""

    nearest: float = 0.0
    """The score of the story that came nearest; below the threshold."""


@dataclass(slots=True)
class _Times:
    """When a story was reported, in seconds, and how often at each."""

    counts: Counter[int]
    latest: int


@dataclass(frozen=True, slots=True)
class _Article:
    """An article on its way into the window."""

    vocabulary: Vocabulary
    terms: Weighed
    keys: Weighed


class Window:
    """The last *capacity* folded articles, in the order of folding."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._articles: deque[tuple[StoryId, Features, int]] = deque()
        self._times: dict[StoryId, _Times] = {}
        self._terms: dict[str, Vocabulary] = {}
        self._keys = Vocabulary(capacity)

    def __len__(self) -> int:
        return len(self._articles)

    def decide(self, features: Features, *, at: datetime) -> Join | Found:
        """Return where an article of the stored time *at* belongs; the window does not change."""
        article = self._weigh(features)
        seconds = _seconds(at)
        best: Join | None = None
        for story_id in self._candidates(article, seconds):
            hours = abs(seconds - self._times[story_id].latest) / 3600
            score = self._nearness(article, story_id) * exp(-hours / DECAY_HOURS)
            # Candidates come in a total order, so of equal scores the first one stands.
            if best is None or score > best.score:
                best = Join(story_id, score)
        if best is not None and best.score >= THRESHOLD:
            return best
        return Found(best.score if best else 0.0)

    def add(self, story_id: StoryId, features: Features, *, at: datetime) -> None:
        """Take in a folded article; the oldest leaves when the window is full."""
        seconds = _seconds(at)
        self._articles.append((story_id, features, seconds))
        times = self._times.setdefault(story_id, _Times(Counter(), seconds))
        times.counts[seconds] += 1
        times.latest = max(times.latest, seconds)
        self._vocabulary(features.language).add(story_id, features.terms)
        self._keys.add(story_id, features.keys)
        if len(self._articles) > self._capacity:
            self._evict()

    def _evict(self) -> None:
        story_id, features, seconds = self._articles.popleft()
        self._vocabulary(features.language).remove(story_id, features.terms)
        self._keys.remove(story_id, features.keys)
        times = self._times[story_id]
        times.counts[seconds] -= 1
        if times.counts[seconds]:
            return
        del times.counts[seconds]
        if not times.counts:
            del self._times[story_id]
        elif seconds == times.latest:
            times.latest = max(times.counts)

    def _vocabulary(self, language: str) -> Vocabulary:
        return self._terms.setdefault(language, Vocabulary(self._capacity))

    def _weigh(self, features: Features) -> _Article:
        vocabulary = self._vocabulary(features.language)
        return _Article(vocabulary, vocabulary.weigh(features.terms), self._keys.weigh(features.keys))

    def _candidates(self, article: _Article, seconds: int) -> list[StoryId]:
        """Return the stories within the time span that share the most telling words or keys, best first."""
        shares: Counter[StoryId] = Counter()
        article.vocabulary.propose(article.terms, shares, factor=WEIGHT_OF_TERMS)
        self._keys.propose(article.keys, shares, factor=WEIGHT_OF_KEYS)
        near = (
            (-share, story_id)
            for story_id, share in shares.items()
            if abs(seconds - self._times[story_id].latest) <= SPAN // _SECOND
        )
        return [story_id for _, story_id in nsmallest(CANDIDATES, near)]

    def _nearness(self, article: _Article, story_id: StoryId) -> float:
        """Return how near an article is to a story, silence aside."""
        by_keys = self._keys.cosine(article.keys, story_id)
        if story_id in article.vocabulary:
            by_terms = article.vocabulary.cosine(article.terms, story_id)
            return (WEIGHT_OF_TERMS * by_terms + WEIGHT_OF_KEYS * by_keys) / 100
        if self._keys.shared(article.keys, story_id) < AGREEING_KEYS:
            return 0.0
        return WEIGHT_OF_TERMS * by_keys / 100


def _seconds(at: datetime) -> int:
    return (at - _EPOCH) // _SECOND

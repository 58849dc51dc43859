"""The window: the last articles that were folded, and the decision where the next one belongs.

Reports of one event share rare words. An article joins the story whose words (cosine of TF-IDF, 85 parts) and entities
(15 parts) it shares most, less the longer that story has been silent; if none is near enough, it founds a new one.
Across languages only entities and numbers are compared, and several must agree.

Everything is counted in whole numbers, and the inverse document frequencies are computed from the window itself.
So the state depends on nothing but the last articles and their order: a window that is built again from
the store decides as the one that ran all along. Sums of fractions are exactly rounded (`math.fsum`) for the same reason.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import exp, fsum, log, sqrt
from typing import Final, TypeVar

from octavo.core.fold.represent import Features
from octavo.core.ids import StoryId

CAPACITY: Final = 20_000
SPAN: Final = timedelta(hours=96)
"""A story that has been silent for longer takes no more articles."""
THRESHOLD: Final = 0.27
WEIGHT_OF_TERMS: Final = 0.85
WEIGHT_OF_KEYS: Final = 0.15
DECAY_HOURS: Final = 200.0

CANDIDATES: Final = 20
COMMON: Final = 200
"""A term or key of more stories than this proposes no candidates; it still counts in their comparison."""
PRIOR: Final = 1_000
"""Documents that every language is taken to have had before the window: a word is not common after ten articles."""
AGREEING_KEYS: Final = 3
"""Entities and numbers that an article must share with a story of another language."""

_K = TypeVar("_K")


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
class _Story:
    times: Counter[datetime] = field(default_factory=Counter)
    terms: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    keys: Counter[str] = field(default_factory=Counter)
    latest: datetime = datetime.min.replace(tzinfo=UTC)


class Window:
    """The last *capacity* folded articles, in the order of folding."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self._capacity = capacity
        self._articles: deque[tuple[StoryId, Features, datetime]] = deque()
        self._stories: dict[StoryId, _Story] = {}
        self._counts: Counter[str] = Counter()
        self._frequency: dict[str, Counter[str]] = defaultdict(Counter)
        self._key_frequency: Counter[str] = Counter()
        self._with_term: dict[tuple[str, str], set[StoryId]] = defaultdict(set)
        self._with_key: dict[str, set[StoryId]] = defaultdict(set)

    def __len__(self) -> int:
        return len(self._articles)

    def decide(self, features: Features, *, at: datetime) -> Join | Found:
        """Return where an article of the stored time *at* belongs; the window does not change."""
        term_weights = _weights(
            features.terms, self._frequency[features.language], self._counts[features.language]
        )
        key_weights = _weights(features.keys, self._key_frequency, len(self._articles))
        best: Join | None = None
        for story_id in self._candidates(features, term_weights, key_weights, at):
            score = self._score(self._stories[story_id], features, key_weights, term_weights, at)
            # Candidates come in a total order, so of equal scores the first one stands.
            if best is None or score > best.score:
                best = Join(story_id, score)
        if best is not None and best.score >= THRESHOLD:
            return best
        return Found(best.score if best else 0.0)

    def add(self, story_id: StoryId, features: Features, *, at: datetime) -> None:
        """Take in a folded article; the oldest leaves when the window is full."""
        self._articles.append((story_id, features, at))
        self._count(story_id, features, at, sign=1)
        story = self._stories[story_id]
        story.latest = max(story.times)
        if len(self._articles) > self._capacity:
            self._evict()

    def _evict(self) -> None:
        story_id, features, at = self._articles.popleft()
        self._count(story_id, features, at, sign=-1)
        story = self._stories[story_id]
        if story.times:
            story.latest = max(story.times)
        else:
            del self._stories[story_id]

    def _count(self, story_id: StoryId, features: Features, at: datetime, *, sign: int) -> None:
        """Add an article's counts, or take them away again without a trace."""
        story = self._stories.setdefault(story_id, _Story())
        _shift(story.times, at, sign)
        _shift(self._counts, features.language, sign)
        own, frequency = story.terms[features.language], self._frequency[features.language]
        for term, count in features.terms.items():
            _shift(frequency, term, sign)
            _note(self._with_term, (features.language, term), story_id, _shift(own, term, sign * count))
        if not own:
            del story.terms[features.language]
        for key, count in features.keys.items():
            _shift(self._key_frequency, key, sign)
            _note(self._with_key, key, story_id, _shift(story.keys, key, sign * count))

    def _candidates(
        self, features: Features, terms: Mapping[str, float], keys: Mapping[str, float], at: datetime
    ) -> list[StoryId]:
        """Return the stories within the time span that share the most telling words or keys, best first."""
        shares: dict[StoryId, list[float]] = defaultdict(list)
        for term, weight in terms.items():
            _propose(shares, self._with_term.get((features.language, term)), weight * WEIGHT_OF_TERMS)
        for key, weight in keys.items():
            _propose(shares, self._with_key.get(key), weight * WEIGHT_OF_KEYS)
        near = [
            (-fsum(weights), story_id)
            for story_id, weights in shares.items()
            if abs(at - self._stories[story_id].latest) <= SPAN
        ]
        return [story_id for _, story_id in sorted(near)[:CANDIDATES]]

    def _score(
        self,
        story: _Story,
        features: Features,
        keys: Mapping[str, float],
        terms: Mapping[str, float],
        at: datetime,
    ) -> float:
        by_keys = _cosine(keys, story.keys, self._key_frequency, len(self._articles))
        own = story.terms.get(features.language)
        if own:
            frequency, count = self._frequency[features.language], self._counts[features.language]
            near = WEIGHT_OF_TERMS * _cosine(terms, own, frequency, count) + WEIGHT_OF_KEYS * by_keys
        else:
            agree = sum(1 for key in keys if key in story.keys)
            near = WEIGHT_OF_TERMS * by_keys if agree >= AGREEING_KEYS else 0.0
        hours = abs(at - story.latest) / timedelta(hours=1)
        return near * exp(-hours / DECAY_HOURS)


def rebuilt(articles: Iterable[tuple[StoryId, Features, datetime]], *, capacity: int = CAPACITY) -> Window:
    """Return the window of the given folded articles, oldest first; it decides as one that saw all that went before."""
    window = Window(capacity)
    for story_id, features, at in articles:
        window.add(story_id, features, at=at)
    return window


def _idf(frequency: int, count: int) -> float:
    return log((count + PRIOR) / (frequency + 1))


def _weights(counts: Mapping[str, int], frequency: Mapping[str, int], count: int) -> dict[str, float]:
    return {term: n * _idf(frequency.get(term, 0), count) for term, n in counts.items()}


def _cosine(
    mine: Mapping[str, float], theirs: Mapping[str, int], frequency: Mapping[str, int], count: int
) -> float:
    """Return the cosine of weighted terms with counts that are weighed in the same way."""
    shared = fsum(w * theirs[t] * _idf(frequency.get(t, 0), count) for t, w in mine.items() if t in theirs)
    if not shared:
        return 0.0
    own = fsum(w * w for w in mine.values())
    other = fsum((n * _idf(frequency.get(t, 0), count)) ** 2 for t, n in theirs.items())
    return shared / sqrt(own * other)


def _propose(shares: dict[StoryId, list[float]], stories: set[StoryId] | None, weight: float) -> None:
    if stories and len(stories) <= COMMON:
        for story_id in stories:
            shares[story_id].append(weight)


def _shift(counts: Counter[_K], key: _K, by: int) -> int:
    """Change a count and return it; a count of zero is no entry."""
    counts[key] += by
    left = counts[key]
    if not left:
        del counts[key]
    return left


def _note(index: dict[_K, set[StoryId]], key: _K, story_id: StoryId, left: int) -> None:
    """Keep *story_id* under *key* as long as any of it is left there."""
    if left:
        index[key].add(story_id)
        return
    index[key].discard(story_id)
    if not index[key]:
        del index[key]

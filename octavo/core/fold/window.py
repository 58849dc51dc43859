"""The window: the last folded articles by their words, and what the next one has in common with their stories.

All is computed from the window's articles and their order. So a window that is built again from the store sees what the
one sees that ran all along; and what an article costs depends on its words, not on how long the window is.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from heapq import nsmallest
from math import log, sqrt
from typing import Final, NamedTuple

from octavo.core.fold.likeness import Article, Incoming, Likeness, incoming, likeness, merged
from octavo.core.fold.represent import Features
from octavo.core.fold.words import KEYS, POSTINGS, SOUNDS, Experience, Words, experience
from octavo.core.ids import StoryId

CAPACITY: Final = 50_000
SPAN: Final = timedelta(hours=96)
"""A story that has been silent for longer takes no more articles."""
CANDIDATES: Final = 12
POINTED: Final = 4
"""Stories that rare words or names point to, though no article is near."""
NEAREST: Final = 4
"""The articles of a story that a new one is compared with: those nearest to it,"""
SAMPLED: Final = 4
"""as many of its first and of its last."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND: Final = timedelta(seconds=1)
_SPAN: Final = SPAN // _SECOND
_OF_NAMES: Final = 0.5
_LENGTH: Final = 4
_BEST: Final = 3
_EMPTY: Final = Features("", {}, {})


class Evidence(NamedTuple):
    """What speaks for an article's place in a story; the model's features, in its order."""

    nearest: float
    """Words of the report that is most alike,"""
    near: float
    """of the three that are most alike,"""
    core: float
    """and of the story's first and last reports on average: a story that has drifted is near, but not at its core."""
    titles: float
    texts: float
    told: float
    names: float
    sounds: float
    places: float
    numbers: float
    pointing: float
    """The part of the article's words that this story has among the recent articles with them."""
    crossing: float
    """The same of names, numbers and sounds."""
    silence: float
    """Hours since the story's last report,"""
    apart: float
    """and since the one that is most alike."""
    size: float
    """The logarithm of how many reports the story has."""
    same_language: float
    mass: float
    rarest: float
    keyword: float
    """How much one rare word is this story's own: most reports with it are the story's, and most of those have it."""
    keywords: float
    """The same over all words of the article."""
    lead: float
    """How much nearer it is than the next story, or how much less near than the nearest."""
    pointing_lead: float
    crossing_lead: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that an article may belong to, with what speaks for it."""

    story: StoryId
    evidence: Evidence


@dataclass(slots=True)
class _Story:
    members: deque[int] = field(default_factory=deque)
    """The numbers of its articles in the window, in their order."""
    languages: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Ties:
    """What leads from a new article to those of the window."""

    nearness: dict[int, float] = field(default_factory=dict)
    """Weight of what each article shares."""
    pointing: dict[StoryId, float] = field(default_factory=dict)
    crossing: dict[StoryId, float] = field(default_factory=dict)
    words: list[tuple[float, int, dict[StoryId, int]]] = field(default_factory=list)
    """For each word its weight, how many recent articles have it, and how many of each story."""


class Window:
    """The last *capacity* folded articles, in the order of folding."""

    def __init__(self, capacity: int = CAPACITY, *, before: Experience | None = None) -> None:
        self._capacity = capacity
        self._words = Words(before or experience())
        self._articles: dict[int, Article] = {}
        self._stories: dict[StoryId, _Story] = {}
        self._next = 0

    def __len__(self) -> int:
        return len(self._articles)

    def add(self, story_id: StoryId, features: Features, *, at: datetime) -> None:
        """Take in a folded article; the oldest leaves when the window is full. A round-up leads nowhere."""
        number = self._next
        self._next += 1
        shown = _EMPTY if features.is_roundup else features
        counts = merged(shown)
        self._articles[number] = Article(
            story_id,
            shown.language,
            _seconds(at),
            self._words.take(shown.language, counts, number),
            bytes(min(count, 255) for count in counts.values()),
            len(shown.title),
            self._words.take(KEYS, shown.keys, number),
            self._words.take(SOUNDS, shown.sounds, number),
        )
        story = self._stories.setdefault(story_id, _Story())
        story.members.append(number)
        story.languages[shown.language] += 1
        if len(self._articles) > self._capacity:
            self._evict()

    def _evict(self) -> None:
        article = self._articles.pop(self._next - 1 - self._capacity)
        self._words.give_back(article.language, article.terms)
        self._words.give_back(KEYS, article.keys)
        self._words.give_back(SOUNDS, article.sounds)
        story = self._stories[article.story]
        story.members.popleft()
        story.languages[article.language] -= 1
        if not story.members:
            del self._stories[article.story]

    def candidates(self, features: Features, *, at: datetime) -> list[Candidate]:
        """Return the stories that an article of the stored time *at* may belong to; the window does not change."""
        new = incoming(features, self._words)
        seconds = _seconds(at)
        ties = self._ties(new, seconds)
        by_story = self._by_story(ties)
        found = [
            Candidate(story_id, self._evidence(new, seconds, ties, story_id, by_story.get(story_id, [])))
            for story_id in _chosen(by_story, ties)
        ]
        return _with_leads(found)

    def _ties(self, new: Incoming, seconds: int) -> _Ties:
        ties = _Ties()
        for weighed, pointing, part in (
            (new.terms, ties.pointing, 1.0),
            (new.keys, ties.crossing, _OF_NAMES),
            (new.sounds, ties.crossing, _OF_NAMES),
        ):
            for number, weight in weighed.weights.items():
                of_story: dict[StoryId, int] = {}
                recent = 0
                square = weight * weight * part
                for at, article in self._with(number):
                    if abs(seconds - article.seconds) > _SPAN:
                        continue
                    recent += 1
                    ties.nearness[at] = ties.nearness.get(at, 0.0) + square
                    of_story[article.story] = of_story.get(article.story, 0) + 1
                for story_id, count in of_story.items():
                    pointing[story_id] = pointing.get(story_id, 0.0) + weight * count / recent
                if recent and weighed is new.terms:
                    ties.words.append((weight, recent, of_story))
        return ties

    def _with(self, word: int) -> Iterator[tuple[int, Article]]:
        """Yield the latest articles with a word."""
        articles = self._articles
        for at in self._words.postings[word][-POSTINGS:]:
            article = articles.get(at)
            if article is not None:
                yield at, article

    def _by_story(self, ties: _Ties) -> dict[StoryId, list[tuple[float, int]]]:
        """Return the articles by their stories, each with how near it is, negative so that the nearest sorts first."""
        found: dict[StoryId, list[tuple[float, int]]] = {}
        for at, nearness in ties.nearness.items():
            article = self._articles[at]
            found.setdefault(article.story, []).append((-nearness / sqrt(len(article.terms) + _LENGTH), at))
        return found

    def _evidence(
        self, new: Incoming, seconds: int, ties: _Ties, story_id: StoryId, near: Sequence[tuple[float, int]]
    ) -> Evidence:
        story = self._stories[story_id]
        members, size = story.members, len(story.members)
        ends = [members[n] for n in range(min(SAMPLED, size))]
        ends += [members[size - 1 - n] for n in range(min(SAMPLED, size))]
        sample = list(dict.fromkeys(ends))
        compared = {
            at: likeness(new, self._articles[at], self._words)
            for at in dict.fromkeys([*(at for _, at in nsmallest(NEAREST, near)), *sample])
        }
        best = max(compared, key=lambda at: (compared[at].words, -at))
        most = Likeness(*map(max, zip(*compared.values(), strict=True)))
        top = sorted((one.words for one in compared.values()), reverse=True)[:_BEST]
        latest = max(self._articles[members[n]].seconds for n in range(max(0, size - 2 * SAMPLED), size))
        keyword, keywords = _keywords(ties, story_id, size)
        return Evidence(
            nearest=most.words, near=sum(top) / len(top), core=sum(compared[at].words for at in sample) / len(sample),
            titles=most.titles, texts=most.texts, told=most.told, names=most.names, sounds=most.sounds,
            places=most.places, numbers=most.numbers,
            pointing=_part(ties.pointing.get(story_id, 0.0), new.terms.total),
            crossing=_part(ties.crossing.get(story_id, 0.0), new.keys.total + new.sounds.total),
            silence=abs(seconds - latest) / 3600, apart=abs(seconds - self._articles[best].seconds) / 3600,
            size=log(size), same_language=float(story.languages[new.language] > 0),
            mass=compared[best].mass, rarest=compared[best].rarest,
            keyword=keyword, keywords=_part(keywords, new.terms.total),
            lead=0.0, pointing_lead=0.0, crossing_lead=0.0,
        )  # fmt: skip


def _chosen(by_story: dict[StoryId, list[tuple[float, int]]], ties: _Ties) -> list[StoryId]:
    """Return the stories that are worth a closer look, in a total order."""
    nearest = nsmallest(CANDIDATES, ((min(near)[0], story_id) for story_id, near in by_story.items()))
    pointed = [
        story_id
        for pointing in (ties.pointing, ties.crossing)
        for _, story_id in nsmallest(POINTED, ((-weight, story_id) for story_id, weight in pointing.items()))
    ]
    return list(dict.fromkeys([*(story_id for _, story_id in nearest), *pointed]))


def _keywords(ties: _Ties, story_id: StoryId, size: int) -> tuple[float, float]:
    best = total = 0.0
    for weight, recent, of_story in ties.words:
        count = of_story.get(story_id, 0)
        own = weight * count / (recent + 1) * count / min(size, POSTINGS)
        best = max(best, own)
        total += own
    return best, total


def _with_leads(found: Sequence[Candidate]) -> list[Candidate]:
    leads = [
        _leads([getattr(one.evidence, name) for one in found]) for name in ("nearest", "pointing", "crossing")
    ]
    return [
        Candidate(one.story, one.evidence._replace(lead=a, pointing_lead=b, crossing_lead=c))
        for one, a, b, c in zip(found, *leads, strict=True)
    ]


def _leads(values: Sequence[float]) -> list[float]:
    """Return for each value how far it is above the highest of the others."""
    if not values:
        return []
    *_, second, first = sorted((0.0, *values))
    return [value - (second if value == first else first) for value in values]


def _part(value: float, whole: float) -> float:
    return value / whole if whole else 0.0


def _seconds(at: datetime) -> int:
    return (at - _EPOCH) // _SECOND

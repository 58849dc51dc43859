"""How well reports are put into stories: BCubed and pairwise scores, and how sure they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

RESAMPLED: Final = 400
_LARGE: Final = 10


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Quality:
    """All that is printed of one set."""

    reports: int
    events: int
    stories: int
    bcubed: Score
    interval: tuple[float, float]
    """BCubed F1 of nine in ten samples of the events."""
    pairwise: Score
    largest: int
    purity: float | None
    """Of stories with ten reports and more; None where there are none."""


def bcubed(gold: Mapping[str, str], guess: Mapping[str, str], *, of: Collection[str] | None = None) -> Score:
    """Return the means over reports of how pure their story is, and how much of their event is in it.

    With *of*, the means over the reports of those events; a story is as impure as all labels say.
    """
    sums = [one for event, one in _sums(gold, guess).items() if of is None or event in of]
    total = sum(n for n, _, _ in sums)
    return Score(sum(p for _, p, _ in sums) / total, sum(r for _, _, r in sums) / total)


def pairwise(gold: Mapping[str, str], guess: Mapping[str, str]) -> Score:
    """Return which of the pairs in one story are of one event, and which of the pairs of one event are in one story."""
    both = _pairs(Counter((gold[i], guess[i]) for i in gold).values())
    in_stories, in_events = (
        _pairs(Counter(guess[i] for i in gold).values()),
        _pairs(Counter(gold.values()).values()),
    )
    return Score(both / in_stories if in_stories else 1.0, both / in_events if in_events else 1.0)


def quality(gold: Mapping[str, str], guess: Mapping[str, str], *, seed: int = 1) -> Quality:
    """Return all figures of one set; both map the same reports to their labels."""
    stories: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for i, event in gold.items():
        stories[guess[i]][event] += 1
    large = [counts for counts in stories.values() if counts.total() >= _LARGE]
    return Quality(
        len(gold), len(set(gold.values())), len(stories), bcubed(gold, guess), _interval(gold, guess, Random(seed)),
        pairwise(gold, guess), max(counts.total() for counts in stories.values()),
        sum(max(c.values()) for c in large) / sum(c.total() for c in large) if large else None,
    )  # fmt: skip


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _sums(gold: Mapping[str, str], guess: Mapping[str, str]) -> dict[str, tuple[int, float, float]]:
    """Return for each event its reports, and the sums of their precision and recall."""
    both = Counter((gold[i], guess[i]) for i in gold)
    of_story, of_event = Counter(guess[i] for i in gold), Counter(gold.values())
    found: dict[str, tuple[int, float, float]] = {}
    for (event, story), count in both.items():
        n, precision, recall = found.get(event, (0, 0.0, 0.0))
        found[event] = (
            n + count,
            precision + count * count / of_story[story],
            recall + count * count / of_event[event],
        )
    return found


def _interval(gold: Mapping[str, str], guess: Mapping[str, str], random: Random) -> tuple[float, float]:
    sums = list(_sums(gold, guess).values())
    drawn = []
    for _ in range(RESAMPLED):
        sample = random.choices(sums, k=len(sums))
        total = sum(n for n, _, _ in sample)
        drawn.append(Score(sum(p for _, p, _ in sample) / total, sum(r for _, _, r in sample) / total).f1)
    drawn.sort()
    return drawn[RESAMPLED // 20], drawn[-1 - RESAMPLED // 20]

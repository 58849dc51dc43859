"""Words as the window's articles and stories use them, counted so exactly that what is taken away leaves no trace."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from typing import Final

from octavo.core.ids import StoryId

PRIOR: Final = 1_000
"""Articles that every language is taken to have had before the window: a word is not common after ten articles."""
COMMON: Final = 200
"""A word of more stories than this proposes no candidates; it still counts in their comparison."""

_SCALE: Final = 1_024


@dataclass(frozen=True, slots=True)
class Weighed:
    """An article's words with their weights: count times inverse document frequency, as whole numbers."""

    weights: Mapping[str, int]
    square: int
    """The sum of the squares of the weights."""


class Vocabulary:
    """The words of one language, or the keys of all, by article and by story."""

    def __init__(self, capacity: int) -> None:
        self._logs = _logs(capacity + PRIOR + 3)
        self._articles = 0
        self._frequency: dict[str, int] = {}
        self._of_story: dict[StoryId, dict[str, int]] = {}
        self._stories_with: dict[str, set[StoryId]] = {}

    def __contains__(self, story_id: StoryId) -> bool:
        return story_id in self._of_story

    def add(self, story_id: StoryId, counts: Mapping[str, int]) -> None:
        """Count an article's words for its story."""
        self._articles += 1
        own = self._of_story.setdefault(story_id, {})
        for word, count in counts.items():
            self._frequency[word] = self._frequency.get(word, 0) + 1
            before = own.get(word, 0)
            own[word] = before + count
            if not before:
                self._stories_with.setdefault(word, set()).add(story_id)
        if not own:
            del self._of_story[story_id]

    def remove(self, story_id: StoryId, counts: Mapping[str, int]) -> None:
        """Take an article's words away again; they must have been added."""
        self._articles -= 1
        own = self._of_story.get(story_id, {})
        for word, count in counts.items():
            _lower(self._frequency, word, 1)
            if not _lower(own, word, count):
                stories = self._stories_with[word]
                stories.discard(story_id)
                if not stories:
                    del self._stories_with[word]
        if not own:
            self._of_story.pop(story_id, None)

    def weigh(self, counts: Mapping[str, int]) -> Weighed:
        """Return *counts* weighed by how rare each word is in the window now."""
        logs, frequency = self._logs, self._frequency
        most = logs[self._articles + PRIOR]
        weights = {word: n * (most - logs[frequency.get(word, 0) + 1]) for word, n in counts.items()}
        return Weighed(weights, sum(weight * weight for weight in weights.values()))

    def propose(self, weighed: Weighed, shares: Counter[StoryId], *, factor: int) -> None:
        """Add to *shares* the weights of the words that each story has in common with an article; common words aside."""
        for word, weight in weighed.weights.items():
            stories = self._stories_with.get(word)
            if stories and len(stories) <= COMMON:
                share = weight * factor
                for story_id in stories:
                    shares[story_id] += share

    def shared(self, weighed: Weighed, story_id: StoryId) -> int:
        """Count the words that an article and a story have in common."""
        own = self._of_story.get(story_id)
        return sum(word in own for word in weighed.weights) if own else 0

    def cosine(self, weighed: Weighed, story_id: StoryId) -> float:
        """Return how near an article is to all that its story has said, from 0 to 1."""
        own = self._of_story.get(story_id)
        if not own:
            return 0.0
        logs, frequency = self._logs, self._frequency
        most = logs[self._articles + PRIOR]
        product = sum(
            weight * own[word] * (most - logs[frequency[word] + 1])
            for word, weight in weighed.weights.items()
            if word in own
        )
        if not product:
            return 0.0
        square = sum((n * (most - logs[frequency[word] + 1])) ** 2 for word, n in own.items())
        return product / sqrt(weighed.square * square)


def _lower(counts: dict[str, int], word: str, by: int) -> int:
    """Lower a count and return it; a count of zero is no entry."""
    left = counts[word] - by
    if left:
        counts[word] = left
    else:
        del counts[word]
    return left


@lru_cache(maxsize=4)
def _logs(size: int) -> tuple[int, ...]:
    """Return the logarithms of 0 (which nobody asks for), 1, 2 and so on below *size*, as whole numbers."""
    return (0, *(round(_SCALE * log(n)) for n in range(1, size)))

"""Related stories: two names that both tell of, and that not half the news is about; or nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum, log
from typing import Final, TypeVar

from octavo.core.ids import StoryId

MOST: Final = 5
FEWEST_SHARED: Final = 2
SHARE: Final = 0.05
"""A name in more than this part of the window's stories relates nothing."""

_FEW: Final = 5
"""Stories that may always share a name: in a small window one in twenty would be none at all."""
_MANY: Final = 200
"""Stories beyond which a name relates nothing, however large the window is."""

_K = TypeVar("_K")


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that two stories name."""

    key: str
    """As `core.text.entities` keys it."""
    name: str
    """As articles of the window write it most often."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another story that shares names with *story*; never the same one."""

    story: StoryId
    other: StoryId
    shared: tuple[Shared, ...]
    """The rarest first."""
    weight: float
    """The greater, the rarer and the more the shared names are."""


class Names:
    """What the window's stories name; what is taken away leaves no trace."""

    def __init__(self) -> None:
        self._of_story: dict[StoryId, Counter[str]] = {}
        self._stories_with: dict[str, set[StoryId]] = {}
        self._written: dict[str, Counter[str]] = {}
        self._articles: Counter[StoryId] = Counter()

    def add(self, story_id: StoryId, names: Mapping[str, str]) -> None:
        """Note the keys and names of an article of *story_id*."""
        self._articles[story_id] += 1
        own = self._of_story.setdefault(story_id, Counter())
        for key, name in names.items():
            own[key] += 1
            self._stories_with.setdefault(key, set()).add(story_id)
            self._written.setdefault(key, Counter())[name] += 1

    def remove(self, story_id: StoryId, names: Mapping[str, str]) -> None:
        """Take an article's names away again; they must have been added."""
        own = self._of_story[story_id]
        for key, name in names.items():
            if not _less(own, key):
                self._stories_with[key].discard(story_id)
            if not _less(self._written[key], name) and not self._written[key]:
                del self._written[key], self._stories_with[key]
        if not _less(self._articles, story_id):
            del self._of_story[story_id]

    def related(self, story_ids: Iterable[StoryId]) -> list[Related]:
        """Return for each of *story_ids* in turn the up to five stories that it is most related to, the nearest first."""
        limit = min(max(_FEW, int(SHARE * len(self._of_story))), _MANY)
        return [related for story_id in story_ids for related in self._related(story_id, limit)]

    def _related(self, story_id: StoryId, limit: int) -> list[Related]:
        shared: dict[StoryId, list[str]] = {}
        # Sorted, so that sums and lists do not depend on the order in which articles came.
        for key in sorted(self._of_story.get(story_id, ())):
            stories = self._stories_with[key]
            if len(stories) <= limit:
                for other in stories:
                    shared.setdefault(other, []).append(key)
        shared.pop(story_id, None)
        found = [
            (-fsum(map(self._rarity, keys)), other, keys)
            for other, keys in shared.items()
            if len(keys) >= FEWEST_SHARED
        ]
        return [
            Related(story_id, other, self._shown(keys), -weight)
            for weight, other, keys in sorted(found)[:MOST]
        ]

    def _rarity(self, key: str) -> float:
        return log((len(self._of_story) + 1) / len(self._stories_with[key]))

    def _shown(self, keys: list[str]) -> tuple[Shared, ...]:
        rarest = sorted(keys, key=lambda key: (len(self._stories_with[key]), key))
        return tuple(Shared(key, self._name(key)) for key in rarest)

    def _name(self, key: str) -> str:
        written = self._written[key]
        return min(written, key=lambda name: (-written[name], name))


def _less(counts: Counter[_K], key: _K) -> int:
    """Lower a count by one and return it; a count of zero is no entry."""
    counts[key] -= 1
    left = counts[key]
    if not left:
        del counts[key]
    return left

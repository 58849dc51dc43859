"""The fold's memory: what the last articles were, and the decisions for the next ones, taken one by one in a fixed order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from octavo.core.fold.decision import Join, Model, shipped_model
from octavo.core.fold.origins import Origins
from octavo.core.fold.related import Names, Related
from octavo.core.fold.represent import Features
from octavo.core.fold.window import CAPACITY, Window
from octavo.core.ids import ArticleId, StoryId


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that has no story yet: stored values only."""

    id: ArticleId
    key: str
    at: datetime
    features: str
    origin_key: str


@dataclass(frozen=True, slots=True)
class Placed:
    """An article and the story and origin that it was given."""

    article_id: ArticleId
    story_id: StoryId
    origin_id: ArticleId
    at: datetime
    features: str
    origin_key: str


class Memory:
    """The last articles in the order of folding; built anew from the store it decides as if it had run all along.

    All that must be stored is each `Placed`, in the order in which they were folded: the last *capacity* of them.
    """

    def __init__(
        self,
        placed: Iterable[Placed],
        *,
        last_story: StoryId,
        capacity: int = CAPACITY,
        model: Model | None = None,
    ) -> None:
        self._window = Window(capacity)
        self._capacity = capacity
        self._model = model or shipped_model()
        self._origins = Origins()
        self._names = Names()
        self._placed: deque[tuple[ArticleId, StoryId, Mapping[str, str]]] = deque()
        self.last_story = last_story
        """The story that was founded last; the next one gets the number after it."""
        for one in placed:
            self._remember(one, Features.decode(one.features))

    def fold(self, arrivals: Sequence[Arrival]) -> list[Placed]:
        """Place *arrivals* in their order and remember them."""
        return [self._place(arrival) for arrival in arrivals]

    def related(self, story_ids: Iterable[StoryId]) -> list[Related]:
        """Return what is related to each of *story_ids*, as far as the window remembers."""
        return self._names.related(story_ids)

    def _place(self, arrival: Arrival) -> Placed:
        features = Features.decode(arrival.features)
        candidates = [] if features.is_roundup else self._window.candidates(features, at=arrival.at)
        decision = self._model.decide(features, candidates)
        if isinstance(decision, Join):
            story_id = decision.story
        else:
            story_id = self.last_story = StoryId(self.last_story + 1)
        copy = self._origins.find(arrival.origin_key)
        origin_id = self._origins.origin_of(copy) if copy else arrival.id
        placed = Placed(arrival.id, story_id, origin_id, arrival.at, arrival.features, arrival.origin_key)
        self._remember(placed, features)
        return placed

    def _remember(self, placed: Placed, features: Features) -> None:
        self._window.add(placed.story_id, features, at=placed.at)
        self._names.add(placed.story_id, features.names)
        self._origins.add(placed.article_id, placed.origin_key, origin=placed.origin_id)
        self._placed.append((placed.article_id, placed.story_id, features.names))
        if len(self._placed) > self._capacity:
            article_id, story_id, names = self._placed.popleft()
            self._names.remove(story_id, names)
            self._origins.remove(article_id)

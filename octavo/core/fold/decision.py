"""The decision: a small trained model says whether an article joins the best of its candidates or founds a story.

The model is `model.json`: boosted trees of a few questions each, written by `make train-fold`. Its answer to a candidate is
the chance that both are of one event.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, Final

from octavo.core.fold.represent import Features
from octavo.core.fold.window import Candidate, Evidence
from octavo.core.ids import StoryId

Tree = Sequence[Sequence[float]]
"""Nodes [feature, threshold, place if at most that, place if more] and leaves [log-odds to add]; the first is the root."""

FILE: Final = "model.json"


@dataclass(frozen=True, slots=True)
class Join:
    """The article belongs to *story*."""

    story: StoryId
    chance: float


@dataclass(frozen=True, slots=True)
class Found:
    """The article is the first of its story."""

    chance: float = 0.0
    """That of the story that came nearest; below the bar."""
    nearest: StoryId | None = None


@dataclass(frozen=True, slots=True)
class Model:
    """What has been learned of when two reports are of one event."""

    start: float
    trees: Sequence[Tree]
    bar: float
    """The least chance at which an article with a title and a text joins."""
    bar_of_short: float
    """The same for one that has only one of the two; it shares fewer words with whatever it belongs to."""

    def chance(self, evidence: Evidence) -> float:
        """Return how likely an article is of the same event as a story, from 0 to 1."""
        total = self.start
        for tree in self.trees:
            node = tree[0]
            while len(node) > 1:
                node = tree[int(node[2] if evidence[int(node[0])] <= node[1] else node[3])]
            total += node[0]
        return 1 / (1 + exp(-total))

    def decide(self, features: Features, candidates: Sequence[Candidate]) -> Join | Found:
        """Return where an article belongs; round-ups are always alone. Of equal candidates the first one stands."""
        if features.is_roundup or not candidates:
            return Found()
        chances = [self.chance(one.evidence) for one in candidates]
        best = max(range(len(chances)), key=lambda n: (chances[n], -n))
        if chances[best] >= (self.bar if features.title and features.body else self.bar_of_short):
            return Join(candidates[best].story, chances[best])
        return Found(chances[best], candidates[best].story)


def parse_model(stored: Mapping[str, Any]) -> Model:
    """Return the model that *stored* tells of; raise ValueError if it was made for other features."""
    if tuple(stored["features"]) != Evidence._fields:
        raise ValueError("the model was made for other features; run make train-fold")
    return Model(stored["start"], stored["trees"], stored["bar"], stored["bar_of_short"])


@cache
def shipped_model() -> Model:
    """Return the model that the program comes with."""
    return parse_model(json.loads(files("octavo.core.fold").joinpath(FILE).read_bytes()))

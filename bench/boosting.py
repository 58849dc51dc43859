"""Boosted trees in plain Python: small, seeded by nothing, and the same bytes out for the same rows in.

Each tree is three questions deep. Where a feature can only speak for a join (a likeness) or only against it (hours of
silence), no tree may turn that round: what has been learned from a few sets then still holds for the next.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

DIGITS: Final = 4
_BINS: Final = 32
_LEAST_WEIGHT: Final = 30.0
_RIDGE: Final = 5.0

Tree = list[list[float]]
"""Nodes [feature, threshold, left, right] and leaves [value]; the first is the root; left is at most the threshold."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What is learned from: values by feature, whether it was right, and how much each row counts."""

    columns: Sequence[Sequence[float]]
    labels: Sequence[bool]
    weights: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Binned:
    edges: Sequence[Sequence[float]]
    columns: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class _Split:
    gain: float
    feature: int
    bin: int


def fit(rows: Rows, *, signs: Sequence[int], trees: int, depth: int, rate: float) -> tuple[float, list[Tree]]:
    """Return the log-odds to begin with and the trees to add; a sign of 1 or -1 says which way a feature speaks."""
    binned = _bin(rows.columns)
    right = sum(w for w, label in zip(rows.weights, rows.labels, strict=True) if label)
    start = round(log(right / (sum(rows.weights) - right)), DIGITS)
    scores = [start] * len(rows.labels)
    grown: list[Tree] = []
    for _ in range(trees):
        slopes, curves = _derivatives(rows, scores)
        tree: Tree = []
        grower = _Grower(binned, slopes, curves, signs, rate, tree, scores)
        grower.grow(range(len(scores)), depth, (-1e9, 1e9))
        grown.append(tree)
    return start, grown


def _derivatives(rows: Rows, scores: Sequence[float]) -> tuple[list[float], list[float]]:
    slopes: list[float] = []
    curves: list[float] = []
    for score, label, weight in zip(scores, rows.labels, rows.weights, strict=True):
        chance = 1 / (1 + exp(-score))
        slopes.append(weight * (label - chance))
        curves.append(weight * chance * (1 - chance))
    return slopes, curves


def _bin(columns: Sequence[Sequence[float]]) -> _Binned:
    edges: list[list[float]] = []
    binned: list[bytes] = []
    for column in columns:
        ordered = sorted(column)
        marks = {round(ordered[len(ordered) * n // _BINS], DIGITS) for n in range(1, _BINS)}
        # Most candidates are far away, so the far end gets marks of its own.
        marks |= {round(ordered[-max(1, len(ordered) * n // 400)], DIGITS) for n in range(1, 16)}
        mine = sorted(marks)
        edges.append(mine)
        binned.append(bytes(bisect_left(mine, value) for value in column))
    return _Binned(edges, binned)


class _Grower:
    """Grows one tree and adds what its leaves say to the scores."""

    def __init__(
        self,
        binned: _Binned,
        slopes: Sequence[float],
        curves: Sequence[float],
        signs: Sequence[int],
        rate: float,
        tree: Tree,
        scores: list[float],
    ) -> None:
        self._binned, self._slopes, self._curves = binned, slopes, curves
        self._signs, self._rate, self._tree, self._scores = signs, rate, tree, scores

    def grow(self, rows: Sequence[int], depth: int, bounds: tuple[float, float]) -> int:
        """Grow a node for *rows* whose leaves stay within *bounds*; return its place in the tree."""
        place = len(self._tree)
        self._tree.append([])
        split = self._best(rows, bounds) if depth else None
        if split is None:
            value = round(self._rate * self._value(*self._sums(rows), bounds), DIGITS)
            self._tree[place] = [value]
            for row in rows:
                self._scores[row] += value
            return place
        column = self._binned.columns[split.feature]
        left = [row for row in rows if column[row] <= split.bin]
        right = [row for row in rows if column[row] > split.bin]
        lower, upper = self._bounds(left, right, split.feature, bounds)
        threshold = self._binned.edges[split.feature][split.bin]
        at = [self.grow(left, depth - 1, lower), self.grow(right, depth - 1, upper)]
        self._tree[place] = [split.feature, threshold, *at]
        return place

    def _bounds(
        self, left: Sequence[int], right: Sequence[int], feature: int, bounds: tuple[float, float]
    ) -> tuple[tuple[float, float], tuple[float, float]]:
        sign = self._signs[feature]
        if not sign:
            return bounds, bounds
        middle = (self._value(*self._sums(left), bounds) + self._value(*self._sums(right), bounds)) / 2
        low, high = (bounds[0], middle), (middle, bounds[1])
        return (low, high) if sign > 0 else (high, low)

    def _sums(self, rows: Sequence[int]) -> tuple[float, float]:
        slopes, curves = self._slopes, self._curves
        return sum(slopes[row] for row in rows), sum(curves[row] for row in rows)

    @staticmethod
    def _value(slope: float, curve: float, bounds: tuple[float, float]) -> float:
        return min(max(slope / (curve + _RIDGE), bounds[0]), bounds[1])

    def _best(self, rows: Sequence[int], bounds: tuple[float, float]) -> _Split | None:
        """Return the question that parts *rows* best, or None if none is worth asking."""
        best: _Split | None = None
        slope, curve = self._sums(rows)
        slopes = [self._slopes[row] for row in rows]
        curves = [self._curves[row] for row in rows]
        for feature, column in enumerate(self._binned.columns):
            size = len(self._binned.edges[feature]) + 1
            of_slopes, of_curves = [0.0] * size, [0.0] * size
            for bin_, s, c in zip(map(column.__getitem__, rows), slopes, curves, strict=True):
                of_slopes[bin_] += s
                of_curves[bin_] += c
            left_slope = left_curve = 0.0
            for bin_ in range(size - 1):
                left_slope += of_slopes[bin_]
                left_curve += of_curves[bin_]
                gain = self._gain(
                    (left_slope, left_curve), (slope - left_slope, curve - left_curve), feature, bounds
                )
                if gain > 1e-6 and (best is None or gain > best.gain):
                    best = _Split(gain, feature, bin_)
        return best

    def _gain(
        self, left: tuple[float, float], right: tuple[float, float], feature: int, bounds: tuple[float, float]
    ) -> float:
        if min(left[1], right[1]) < _LEAST_WEIGHT / 10:
            return 0.0
        below, above = self._value(*left, bounds), self._value(*right, bounds)
        if (above - below) * self._signs[feature] < 0:
            return 0.0
        slope, curve = left[0] + right[0], left[1] + right[1]
        return (
            left[0] ** 2 / (left[1] + _RIDGE)
            + right[0] ** 2 / (right[1] + _RIDGE)
            - slope**2 / (curve + _RIDGE)
        )

"""A scorecard: what is seen of a block gives points, and their sum is how likely the block belongs to the article.

Each thing that is looked at has a few grades (is it 8, 15, 25 letters long?), each grade its points; some grades count in pairs.
The points are in `points.py`, worked out by `python -m bench.pages_fit` from pages whose text is known. Nothing else is learned.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp
from operator import add
from typing import Final

HUNDREDTHS: Final = 100
LIKELY_ENOUGH: Final = 0.42
"""From this likelihood a block is taken for the article's: a sentence too many is milder than one too few."""
_FARTHEST: Final = 30.0


@dataclass(frozen=True, slots=True)
class Scale:
    """One thing that is looked at; *cuts* part its values into grades, without cuts the value is the grade."""

    name: str
    cuts: tuple[float, ...] = ()
    grades: int = 2

    @property
    def size(self) -> int:
        """The number of grades."""
        return len(self.cuts) + 1 if self.cuts else self.grades


class Sheet:
    """Which scales there are, alone and in pairs, and where on the card each has its row."""

    def __init__(
        self, scales: Sequence[Scale], pairs: Sequence[tuple[str, str]], *, signs: Sequence[str] = ()
    ) -> None:
        """Lay out the rows; *signs* are things that are there or not."""
        self.scales: Final = tuple(scales)
        number = {scale.name: n for n, scale in enumerate(scales)}
        sizes = [scale.size for scale in scales]
        couples = [(number[a], number[b]) for a, b in pairs]
        rows = [(scale.name, scale.size) for scale in scales]
        rows += [(f"{a}*{b}", sizes[number[a]] * sizes[number[b]]) for a, b in pairs]
        rows.append(("signs", len(signs)))
        starts = [0]
        for _, size in rows:
            starts.append(starts[-1] + size)
        self.rows: Final = tuple(
            (name, start, end) for (name, _), (start, end) in zip(rows, pairwise(starts), strict=True)
        )
        self.size: Final = starts[-1]
        self.number: Final = number
        # A scale whose values are grades is cut between them.
        self._cuts: Final = tuple(scale.cuts or tuple(range(1, scale.grades)) for scale in scales)
        self._starts: Final = tuple(starts[: len(scales)])
        self._pairs: Final = tuple(
            (starts[len(scales) + n], a, sizes[b], b) for n, (a, b) in enumerate(couples)
        )
        self.first_sign: Final = starts[-2]

    def grades(self, values: Sequence[float]) -> list[int]:
        """Return the grade of each value, one for each scale in order."""
        return list(map(bisect_right, self._cuts, values))

    def marks(self, grades: Sequence[int]) -> list[int]:
        """Return the places on the card that *grades*, one for each scale in order, mark."""
        marks = list(map(add, self._starts, grades))
        marks += [start + grades[a] * size + grades[b] for start, a, size, b in self._pairs]
        return marks


def likelihood(points: float) -> float:
    """Return the likelihood that a sum of points, in hundredths, stands for."""
    return 1 / (1 + exp(-max(-_FARTHEST, min(_FARTHEST, points / HUNDREDTHS))))


def read_points(table: str, sheet: Sheet) -> list[int]:
    """Return the points that *table* gives to each place of *sheet*; raise ValueError if it is of another sheet.

    A line is a row's name and the points of its grades; a line that begins with a blank goes on with the row above.
    """
    rows = _rows(table)
    points: list[int] = []
    for name, start, end in sheet.rows:
        row = rows.get(name, ())
        if len(row) != end - start:
            raise ValueError(f"The row {name!r} has {len(row)} grades, not {end - start}.")
        points.extend(row)
    return points


def write_points(points: Sequence[int], sheet: Sheet, *, width: int = 100) -> Iterator[str]:
    """Yield the lines of a table that `read_points` reads."""
    for name, start, end in sheet.rows:
        line = name
        for number in points[start:end]:
            if len(line) + 1 + len(str(number)) > width:
                yield line
                line = ""
            line += f" {number}"
        yield line


def _rows(table: str) -> Mapping[str, list[int]]:
    rows: dict[str, list[int]] = {}
    name = ""
    for line in table.splitlines():
        words = line.split()
        if words and not line[0].isspace():
            name, *words = words
        if words or name not in rows:
            rows.setdefault(name, []).extend(map(int, words))
    return rows

"""Words of the window by number: how many articles have each, and which of the latest ones they are."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log
from typing import Final, Literal

PRIOR: Final = 1_000
"""Articles that every group is taken to have had before the window: a word is not common after ten articles."""
POSTINGS: Final = 120
"""The latest articles with a word that are looked at; what came before is as near by its other words."""

KEYS: Final = "="
"""The group of names and numbers; the groups of words are called as their languages."""
SOUNDS: Final = "~"

Kind = Literal["word", "place", "number"]
_KINDS: Final[Mapping[str, Kind]] = {"place": "place", "city": "place", "number": "number"}


@dataclass(frozen=True, slots=True)
class Experience:
    """How often words were used before the first article came."""

    articles: Mapping[str, int]
    """Articles that were counted, by language."""
    frequency: Mapping[tuple[str, str], int]
    """How many of them have a word, by language and word."""


@cache
def experience() -> Experience:
    """Return the counts that the program comes with; `make train-fold` writes them anew."""
    articles: dict[str, int] = {}
    frequency: dict[tuple[str, str], int] = {}
    table = files("octavo.core.fold").joinpath("experience.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        language, count, words = line.split("\t")
        if words == "*":
            articles[language] = int(count)
        else:
            frequency.update(dict.fromkeys(((language, word) for word in words.split(" ")), int(count)))
    return Experience(articles, frequency)


@dataclass(frozen=True, slots=True)
class Weighed:
    """Words of an article on its way in, weighed by how rare they are now."""

    weights: Mapping[int, float]
    """By number; a word that no article of the window has is not among them."""
    total: float
    """Of all words, those too that the window does not know."""
    square: float
    """The sum of the squares of all weights."""
    height: float
    """What the depth of a word of its group is taken from to get its weight."""


class Words:
    """The words of the window's articles; what is given back leaves no trace but its number."""

    def __init__(self, before: Experience) -> None:
        self._before = before
        self._numbers: dict[tuple[str, str], int] = {}
        self._names: list[tuple[str, str]] = []
        self._free: list[int] = []
        self._uses: list[int] = []
        self._articles: Counter[str] = Counter()
        self.kinds: list[Kind] = []
        self.depths: list[float] = []
        """The logarithm of how many articles have each word, those before the window too; the smaller the rarer."""
        self.postings: list[array[int]] = []
        """The latest articles with each word, the oldest first; some may have left the window."""

    def height(self, group: str) -> float:
        """Return what a word's depth is taken from to get its weight."""
        return log(self._articles[group] + self._before.articles.get(group, 0) + PRIOR + 1)

    def weigh(self, group: str, counts: Mapping[str, int]) -> Weighed:
        """Return the words of *counts* with their weights."""
        height = self.height(group)
        weights: dict[int, float] = {}
        total = square = 0.0
        for word, count in counts.items():
            number = self._numbers.get((group, word))
            depth = self._depth(group, word, 0) if number is None else self.depths[number]
            weight = (height - depth) * DAMPED[min(count, 255)]
            total += weight
            square += weight * weight
            if number is not None:
                weights[number] = weight
        return Weighed(weights, total, square, height)

    def take(self, group: str, words: Iterable[str], article: int) -> array[int]:
        """Note that *article* has *words*, and return their numbers."""
        self._articles[group] += 1
        numbers = array("I", (self._number(group, word) for word in words))
        for number in numbers:
            self._count(number, 1)
            posting = self.postings[number]
            posting.append(article)
            if len(posting) > 4 * POSTINGS:
                del posting[:-POSTINGS]
        return numbers

    def give_back(self, group: str, numbers: Iterable[int]) -> None:
        """Note that the oldest article, which had the words with *numbers*, is gone."""
        self._articles[group] -= 1
        for number in numbers:
            self._count(number, -1)
            if not self._uses[number]:
                del self._numbers[self._names[number]]
                self.postings[number] = array("I")
                self._free.append(number)

    def _number(self, group: str, word: str) -> int:
        number = self._numbers.get((group, word))
        if number is not None:
            return number
        kind = kind_of(word) if group == KEYS else "word"
        if self._free:
            number = self._free.pop()
            self._names[number], self.kinds[number] = (group, word), kind
        else:
            number = len(self._names)
            self._names.append((group, word))
            self.kinds.append(kind)
            self._uses.append(0)
            self.depths.append(0.0)
            self.postings.append(array("I"))
        self._numbers[group, word] = number
        return number

    def _count(self, number: int, by: int) -> None:
        self._uses[number] += by
        self.depths[number] = self._depth(*self._names[number], self._uses[number])

    def _depth(self, group: str, word: str, uses: int) -> float:
        return _log(uses + self._before.frequency.get((group, word), 0) + 1)


def kind_of(key: str) -> Kind:
    """Return what a key is of."""
    return _KINDS.get(key.partition(":")[0], "word")


DAMPED: Final = (0.0, *(1 + log(min(count, 9)) for count in range(1, 256)))
"""How much a word counts that stands so often in one article."""


@cache
def _log(number: int) -> float:
    return log(number)

"""Hard cases for cutting texts into sentences, and how many of their boundaries are found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from octavo.core.text.sentences import sentences

CASES: Final = Path(__file__).parents[1] / "tests" / "core" / "text" / "cases" / "sentences.txt"
BLIND: Final = CASES.with_stem("sentences_blind")
"""Cases that were written after the rules."""
_UNSPACED: Final = frozenset({"zh", "ja"})


@dataclass(frozen=True, slots=True)
class Case:
    """A text and where its sentences end."""

    language: str
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentences in one line."""
        return ("" if self.language in _UNSPACED else " ").join(self.sentences)


@dataclass(slots=True)
class Found:
    """What was found of the boundaries of several cases."""

    cases: int = 0
    whole: int = 0
    """Cases of which each boundary was found and no other."""
    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall over inner boundaries; 1 where there are none and none was found."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 1.0


def cases(path: Path = CASES) -> Iterator[Case]:
    """Yield the cases of *path*."""
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            language, _, listed = line.partition(" | ")
            yield Case(language, tuple(part.strip() for part in listed.split("¦")))


def measure(listed: Iterable[Case]) -> dict[str, Found]:
    """Return what is found of the boundaries, by language."""
    by_language: dict[str, Found] = {}
    for case in listed:
        found = by_language.setdefault(case.language, Found())
        spans = sentences(case.text, case.language)
        ends = {span.end for span in spans[:-1]}
        wanted = set(_ends(case))
        found.cases += 1
        found.whole += ends == wanted
        found.right += len(ends & wanted)
        found.found += len(ends)
        found.wanted += len(wanted)
    return by_language


def _ends(case: Case) -> Iterator[int]:
    at = 0
    for sentence in case.sentences[:-1]:
        yield at + len(sentence)
        at += len(sentence) + (case.language not in _UNSPACED)

"""The lists of this folder: names written by hand, one thing a line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent
_FIRST_LANGUAGES: Final = ("en", "ar")


@dataclass(frozen=True, slots=True)
class Written:
    """A thing and what it is called, by language; the first name of a language is the one that is shown."""

    code: str
    names: Mapping[str, tuple[str, ...]]
    shown: Mapping[str, str]
    """Names marked as the one to show, before any that another source has."""


def things(file: str) -> Iterator[Written]:
    """Yield the lines of *file*: `code | English; more | Arabic; more | fr=name; more | ...`."""
    for line in _lines(file):
        code, *columns = (part.strip() for part in line.split("|"))
        names: dict[str, tuple[str, ...]] = {}
        shown: dict[str, str] = {}
        for place, column in enumerate(columns):
            language, parted, listed = column.partition("=")
            if not parted or not language.isalpha() or len(language) != 2:
                language, listed = _FIRST_LANGUAGES[place], column
            stated = [name.strip() for name in listed.split(";") if name.strip()]
            names[language] = tuple(name.removeprefix("!") for name in stated)
            if stated and stated[0].startswith("!"):
                shown[language] = stated[0].removeprefix("!")
        yield Written(code, names, shown)


def left_out(file: str) -> dict[str, frozenset[str]]:
    """Return the words of the lines `-language | word word`, which name no city by themselves."""
    found: dict[str, frozenset[str]] = {}
    for line in _lines(file, dropped=True):
        language, _, words = line.partition("|")
        found[language.strip(" -")] = frozenset(words.split())
    return found


def _lines(file: str, *, dropped: bool = False) -> Iterator[str]:
    for line in (_FOLDER / file).read_text().splitlines():
        if line and not line.startswith("#") and line.startswith("-") == dropped:
            yield line

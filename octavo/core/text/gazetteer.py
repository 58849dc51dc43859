"""Countries, cities, organisations and well-known people by name, and subjects of news; their keys need no language.

The names are those of the tables in `names/`, which are part of the program: `make names` writes them anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple

import zstandard

Kind = Literal["place", "organisation", "person", "topic"]

_ELSE: Final = "en"
"""The language whose names stand for those of languages without a table."""
_CALENDAR: Final = "calendar"
_KINDS: Final[Mapping[str, Kind]] = {
    "place": "place",
    "city": "place",
    "org": "organisation",
    "person": "person",
    "topic": "topic",
}
_LONGEST_ENDING: Final = 3
_INFLECTING: Final = frozenset({"ru", "uk", "bg", "sr", "pl", "cs", "hr"})
_VOWELS: Final = frozenset("аеёиоуыэюяйьіїєaeiouy")


class Known(NamedTuple):
    """A place, an organisation, a person or a subject that is known by name."""

    key: str
    """`place:ISO`, `city:ISO/Name`, `org:SHORT`, `person:SHORT` or `topic:SHORT`: the same in every language."""
    name: str
    """As it is shown in the article's language."""
    kind: Kind
    needs_country: bool = False
    """Whether the name means the city only where the text speaks of its country too."""
    of_people: bool = False
    """Whether this is what the people of a country are called, not the country: "German"."""


class Forms:
    """Known things by the tokens of their names, joined by spaces."""

    def __init__(self, known: Mapping[str, Known]) -> None:
        self.known = known
        self.longest: dict[str, int] = {}
        """How many tokens the longest name has that begins with this one."""
        for form in known:
            first, _, rest = form.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if length > self.longest.get(first, 0):
                self.longest[first] = length

    def find(self, words: Sequence[str], start: int = 0) -> tuple[Known, int] | None:
        """Return what the words from *start* on begin with and of how many of them its name is; the longest name wins."""
        for length in range(min(self.longest.get(words[start], 0), len(words) - start), 0, -1):
            known = self.known.get(words[start] if length == 1 else " ".join(words[start : start + length]))
            if known is not None:
                return known, length
        return None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What is known by name in one language."""

    names: Forms
    topics: Forms
    """Subjects that are no names, by the words that tell of them."""
    shown: Mapping[str, str]
    """The name of each key."""
    capitals: frozenset[str]
    """Names that are meant only where all their letters are capitals: "US", "WHO"."""
    calendar: frozenset[str]
    """The names of months and days."""
    stems: Mapping[str, str]
    """Names of one word by their unchanging part, in languages whose names have cases."""


@cache
def gazetteer(language: str) -> Gazetteer:
    """Return the names of *language*, those of English where there is no table; of two things with one name the first is meant."""
    if not language.isalpha():
        return gazetteer(_ELSE)
    table = files(__package__).joinpath("names", f"{language}.tsv.zst")
    if not table.is_file():
        return gazetteer(_ELSE)
    return _read(zstandard.decompress(table.read_bytes()).decode(), language)


def known_name(key: str, language: str) -> str:
    """Return what the thing with this *key* is called in *language*, else in English; empty if it is not known by name."""
    return gazetteer(language).shown.get(key) or gazetteer(_ELSE).shown.get(key, "")


def is_known_key(key: str) -> bool:
    """Say whether a key is one of the tables' and so means the same in every language."""
    return key.partition(":")[0] in _KINDS


def country_of(key: str) -> str:
    """Return the key of the country that a place lies in, itself for a country; empty if none is known."""
    kind, _, rest = key.partition(":")
    code = rest.partition("/")[0].partition("-")[0]
    return f"place:{code}" if kind in ("place", "city") and len(code) == 2 else ""


def forms(word: str, language: str) -> tuple[str, ...]:
    """Return what the folded *word* may be: itself and, in Arabic, without the letters that grow onto its front."""
    if language != "ar" or len(word) < 4 or word[0] not in "وفبكل":
        return (word,)
    found = [word]
    for prefixes in ("وف", "بكل"):
        if len(found[-1]) > 3 and found[-1][0] in prefixes:
            found.append(found[-1][1:])
    return tuple(found)


def stem(word: str) -> str:
    """Return the part of a Slavic *word* that its cases leave alone; the word itself if that is short."""
    end = len(word)
    while end > max(3, len(word) - _LONGEST_ENDING) and word[end - 1] in _VOWELS:
        end -= 1
    return word[:end] if end > 3 else word


def _read(table: str, language: str) -> Gazetteer:
    names: dict[str, Known] = {}
    shown: dict[str, str] = {}
    capitals: set[str] = set()
    calendar: frozenset[str] = frozenset()
    topics: dict[str, Known] = {}
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        key, mark, name, *spelt = line.split("\t")
        if key == _CALENDAR:
            calendar = frozenset(form.lstrip("^") for form in spelt)
            continue
        of_people = mark == "="
        name = shown.get(key, "") if of_people else shown.setdefault(key, name)
        kind = _KINDS[key.partition(":")[0]]
        known = Known(key, name, kind, mark == "~", of_people)
        for form in spelt:
            bare = form.removeprefix("^")
            if bare is not form:
                capitals.add(bare)
            (topics if kind == "topic" else names)[bare] = known
    stems = (
        {stem(form): form for form in reversed(names) if " " not in form} if language in _INFLECTING else {}
    )
    return Gazetteer(Forms(names), Forms(topics), shown, frozenset(capitals), calendar, stems)

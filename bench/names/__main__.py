"""Writes octavo/core/text/names: what countries, cities, regions and organisations are called, one file a language.

Sources: Unicode CLDR (Unicode License), GeoNames (CC BY 4.0), and the lists of this folder. No text of any corpus is read.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import zstandard

from bench.names.places import LANGUAGES, cities, countries, locale, states
from bench.names.table import Table
from bench.names.written import Written, left_out, things

FOLDER: Final = Path(__file__).parents[2] / "octavo" / "core" / "text" / "names"


def table(language: str) -> Table:
    """Return all names of one language."""
    made = Table(language)
    organisations = list(things("organisations.txt"))
    _add_calendar(made, language)
    _add_countries(made, language)
    _add_written(made, "org", organisations, language)
    _add_written(made, "place", things("regions.txt"), language)
    _add_people(made, language)
    _add_cities(made, language)
    _add_topics(made, language)
    if language != "en":  # acronyms and names of firms cross languages
        for thing in organisations:
            made.add(f"org:{thing.code}", _crossing(thing), shown=_crossing_shown(thing, language))
    return made


def _add_calendar(made: Table, language: str) -> None:
    """Add months and days, which are written with capitals in some languages and name nothing."""
    months, days = locale(language).months, locale(language).days
    for widths in (months["format"], months["stand-alone"], days["format"]):
        for width in ("wide", "abbreviated"):
            made.add("calendar", (name.strip(".") for name in widths[width].values()), mark="-")


def _add_countries(made: Table, language: str) -> None:
    written = {thing.code: thing for thing in things("countries.txt")}
    stated = dict(countries(language))
    for code in dict.fromkeys([*stated, *written]):
        thing = written.get(code)
        own = thing.names.get(language, ()) if thing else ()
        shown = (thing.shown.get(language, "") if thing else "") or stated.get(code, "")
        made.add(f"place:{code}", [name for name in (shown, stated.get(code, ""), *own) if name], shown=shown)
    if language == "en":
        for code, name in states():
            made.add(f"place:{code}", [name])
    for thing in things("demonyms.txt"):
        names = thing.names.get(language, ())
        made.add(f"place:{thing.code}", _arabic_forms(names) if language == "ar" else names, mark="=")


def _arabic_forms(names: Iterable[str]) -> list[str]:
    """Return the feminine and the plurals beside each adjective; the article is no part of a search token."""
    return [f"{word}{ending}" for name in names for word in [name] for ending in ("", "ة", "ون", "ين")]


def _add_written(made: Table, kind: str, listed: Iterable[Written], language: str) -> None:
    for thing in listed:
        made.add(f"{kind}:{thing.code}", thing.names.get(language, ()))


def _add_cities(made: Table, language: str) -> None:
    written = {f"city:{thing.code}": thing for thing in things("cities.txt")}
    dropped = left_out("cities.txt").get(language, frozenset())
    found = cities(written)
    for city in found:
        thing = written.get(city.key)
        own = thing.names.get(language, ()) if thing else ()
        if own:
            made.add(city.key, own, shown=own[0])
        listed = [name for name in city.names.get(language, ()) if name not in dropped]
        shown = own[0] if own else next(iter(city.names.get(language, ())), "")
        is_sure = city.is_sure and (language != "ar" or bool(own) or " " in shown)
        made.add(city.key, listed, shown=shown, mark="" if is_sure else "~")
    if unknown := written.keys() - {city.key for city in found}:
        raise SystemExit(f"cities.txt names what GeoNames has not: {sorted(unknown)}")


def _add_people(made: Table, language: str) -> None:
    """Add the people; languages in Latin letters write them as English does where the list says nothing else."""
    is_latin = locale(language).territories["FR"][0].isascii()
    for thing in things("people.txt"):
        own = thing.names.get(language, ())
        made.add(f"person:{thing.code}", (*own, *(thing.names["en"] if is_latin else ())))


def _add_topics(made: Table, language: str) -> None:
    """Add the subjects that are no names; a spelling marked as the one to show tells of nothing by itself: "Space"."""
    for thing in things("topics.txt"):
        names = thing.names.get(language, ())
        made.add(
            f"topic:{thing.code}", names[language in thing.shown :], shown=names[0] if names else "", mark="#"
        )


def _crossing(thing: Written) -> list[str]:
    """Return the English names that other languages write too: acronyms, and names of one word."""
    return [name for name in thing.names.get("en", ()) if " " not in name and name != "Reuters"]


def _crossing_shown(thing: Written, language: str) -> str:
    return next(iter(thing.names.get(language, ())), "")


def main(argv: Sequence[str] | None = None) -> int:
    """Write the tables of all languages."""
    parser = argparse.ArgumentParser(prog="bench.names", description=__doc__)
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="FOLDER")
    parser.add_argument("--languages", default=" ".join(LANGUAGES))
    options = parser.parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    size = 0
    for language in options.languages.split():
        packed = zstandard.compress(table(language).text().encode(), 19)
        size += len(packed)
        (options.out / f"{language}.tsv.zst").write_bytes(packed)
    print(f"{len(options.languages.split())} languages, {size / 1000:.0f} kB in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

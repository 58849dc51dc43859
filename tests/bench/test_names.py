import pytest

from bench.names.table import Table
from bench.names.written import left_out, things


@pytest.mark.parametrize(
    "file", ["organisations.txt", "regions.txt", "countries.txt", "cities.txt", "demonyms.txt"]
)
def test_each_thing_is_written_once_and_has_a_name(file: str) -> None:
    listed = list(things(file))

    codes = [thing.code for thing in listed]
    assert len(codes) == len(set(codes)) > 30
    assert all(any(thing.names.values()) for thing in listed)


def test_the_marked_name_is_the_one_shown() -> None:
    turkey = next(thing for thing in things("countries.txt") if thing.code == "TR")

    assert turkey.shown["en"] == "Turkey"
    assert turkey.names["en"][:2] == ("Turkey", "Türkiye")


def test_plain_words_are_no_cities() -> None:
    assert "Reading" in left_out("cities.txt")["en"]


def test_a_table_says_key_mark_name_and_folded_forms() -> None:
    made = Table("en")
    made.add("org:WHO", ["World Health Organization", "WHO"])
    made.add("place:DE", ["Germany", "Deutschland"])
    made.add("place:DE", ["German", "Germany"], mark="=")

    assert made.text().splitlines()[2:] == [
        "org:WHO\t\tWorld Health Organization\tworld health organization\t^who",
        "place:DE\t\tGermany\tgermany\tdeutschland",
        "place:DE\t=\t\tgerman",
    ]

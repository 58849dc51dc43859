"""The words of the interface: nothing is missing, plurals and times are right in each language."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from octavo.core.text.section import SECTIONS
from octavo.web import words

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "octavo" / "web" / "locale"
TRANSLATED = sorted(code for code in words.LANGUAGES if code != "en")
NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)
ARABIC_SOURCES = {
    0: "لا مصادر", 1: "مصدر واحد", 2: "مصدران", 3: "3 مصادر", 10: "10 مصادر", 11: "11 مصدرًا", 99: "99 مصدرًا",
    100: "100 مصدر", 102: "102 مصدر", 103: "103 مصادر", 111: "111 مصدرًا",
}  # fmt: skip


def catalogue(code: str) -> Catalog:
    with (LOCALE / code / "LC_MESSAGES" / "octavo.po").open("rb") as file:
        return read_po(file)


@cache
def gathered() -> frozenset[str]:
    """The messages in code and templates, as `make words` gathers them; of one with a plural, its singular."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel leaves it untyped
    keywords = {**DEFAULT_KEYWORDS, "NotFound": None, "BadInput": None}
    found = extract_from_dir(ROOT / "octavo", methods, options, keywords)
    return frozenset(m if isinstance(m, str) else str(m[0]) for _, _, m, _, _ in found)


def forms(message: Message) -> tuple[str, ...]:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(string or "" for string in strings)


def said(held: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {tuple(message.id): forms(message) for message in held if message.id}


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_message_is_translated_in_all_its_forms(code: str) -> None:
    held = catalogue(code)

    missing = [text for text in gathered() if (found := held.get(text)) is None or not all(forms(found))]
    assert len(gathered()) > 100
    assert missing == [], "run `make words` and translate what is empty"


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_is_left_over_or_marked_as_a_guess(code: str) -> None:
    for message in catalogue(code):
        if message.id:
            assert not message.fuzzy
            assert (message.id[0] if message.pluralizable else message.id) in gathered()


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_keep_the_places_for_values(code: str) -> None:
    for message in catalogue(code):
        if message.id:
            assert list(message.check()) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_the_text(code: str) -> None:
    with (LOCALE / code / "LC_MESSAGES" / "octavo.mo").open("rb") as file:
        compiled = read_mo(file)

    assert said(compiled) == said(catalogue(code)), "run `make words`"


@pytest.mark.parametrize(("number", "said"), ARABIC_SOURCES.items())
def test_arabic_counts_in_six_forms(number: int, said: str) -> None:
    form = words.translations("ar").ngettext("%(num)s source", "%(num)s sources", number)

    assert form % {"num": number} == said


def test_every_section_has_a_name() -> None:
    assert set(words.SECTION_NAMES) == set(SECTIONS)


@pytest.mark.parametrize(
    ("chosen", "accepted", "language"),
    [
        ("ar", "en", "ar"),
        ("", "ar-EG,ar;q=0.9,en;q=0.8", "ar"),
        ("", "fr-FR, en;q=0.7, ar;q=0.9", "ar"),
        ("", "ar;q=0, en;q=0.1", "en"),
        ("", "fr,de", "en"),
        ("", "", "en"),
        ("../../etc/passwd", "xx;;;q=,,,;q=9", "en"),
    ],
)
def test_the_cookie_comes_before_the_browsers_wish(chosen: str, accepted: str, language: str) -> None:
    assert words.choose_language(chosen, accepted) == language


@pytest.mark.parametrize(
    ("age", "english", "arabic"),
    [
        (timedelta(minutes=41), "41 minutes ago", "قبل 41 دقيقة"),
        (timedelta(minutes=2), "2 minutes ago", "قبل دقيقتين"),
        (timedelta(hours=-3), "in 3 hours", "خلال 3 ساعات"),
        (timedelta(days=2), "Thursday 12:00", "الخميس 12:00"),
        (timedelta(days=40), "2 February 2026", "2 فبراير 2026"),
    ],
)
def test_times_are_told_in_words_for_a_day_then_by_weekday_then_by_date(
    age: timedelta, english: str, arabic: str
) -> None:
    assert words.ago(NOW - age, now=NOW, language="en") == english
    assert words.ago(NOW - age, now=NOW, language="ar") == arabic


def test_names_in_a_list_keep_their_own_direction_and_are_escaped() -> None:
    assert words.enumerated(["سوريا", "<b>", "Iran"], "en") == (
        "<bdi>سوريا</bdi>, <bdi>&lt;b&gt;</bdi> and <bdi>Iran</bdi>"
    )


def test_a_long_recording_has_hours() -> None:
    assert [words.length(seconds) for seconds in (5, 65, 3723)] == ["0:05", "1:05", "1:02:03"]

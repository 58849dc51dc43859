import pytest

from octavo.core.text.gazetteer import forms, gazetteer, known_name
from octavo.core.text.search import search_text


def key_of(name: str, language: str) -> str | None:
    found = gazetteer(language).find(search_text(name).split())
    return found[0].key if found else None


@pytest.mark.parametrize(
    ("name", "language", "key"),
    [
        ("Egypt", "en", "place:EG"),
        ("Türkiye", "en", "place:TR"),
        ("Turkey", "en", "place:TR"),
        ("مصر", "ar", "place:EG"),
        ("أمريكا", "ar", "place:US"),
        ("أميركا", "ar", "place:US"),
        ("القاهرة", "ar", "city:Africa/Cairo"),
        ("Cairo", "en", "city:Africa/Cairo"),
        ("Le Caire", "fr", "city:Africa/Cairo"),
        ("الأمم المتحدة", "ar", "org:UN"),
        ("حلف شمال الأطلسي", "ar", "org:NATO"),
        ("Egypt", "ar", "place:EG"),
    ],
)
def test_names_have_one_key(name: str, language: str, key: str) -> None:
    assert key_of(name, language) == key


@pytest.mark.parametrize(
    ("name", "language"), [("مالي", "ar"), ("نوم", "ar"), ("Georgia", "en"), ("Nowhere", "en")]
)
def test_names_that_mostly_mean_something_else_are_unknown(name: str, language: str) -> None:
    assert key_of(name, language) is None


def test_the_longest_name_wins() -> None:
    found = gazetteer("en").find(["united", "states", "of", "america", "said"])

    assert found is not None
    assert (found[0].key, found[1]) == ("place:US", 4)


def test_a_known_thing_is_shown_in_the_language_of_the_article() -> None:
    found = gazetteer("ar").find(search_text("الولايات المتحدة").split())

    assert found is not None
    assert found[0].name == "الولايات المتحدة"


@pytest.mark.parametrize(
    ("key", "language", "name"),
    [
        ("place:US", "ar", "الولايات المتحدة"),
        ("place:US", "en", "United States"),
        ("city:Africa/Cairo", "ar", "القاهرة"),
        ("org:UN", "ar", "الأمم المتحدة"),
        ("org:NATO", "en", "NATO"),
        ("place:EG", "und", "Egypt"),
        ("name:angela weber", "en", ""),
    ],
)
def test_a_key_has_a_name_in_the_language_of_the_page(key: str, language: str, name: str) -> None:
    assert known_name(key, language) == name


def test_a_language_that_nobody_knows_has_the_english_names() -> None:
    assert key_of("Egypt", "und") == "place:EG"


def test_arabic_words_are_looked_up_without_what_grows_onto_them() -> None:
    assert forms("وبمصر", "ar") == ("وبمصر", "بمصر", "مصر")
    assert forms("bmsr", "en") == ("bmsr",)

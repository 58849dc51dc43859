import pytest

from octavo.core.text.gazetteer import country_of, forms, gazetteer, known_name, stem
from octavo.core.text.search import search_text


def key_of(name: str, language: str) -> str | None:
    found = gazetteer(language).names.find(search_text(name).split())
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
        ("القاهرة", "ar", "city:EG/Cairo"),
        ("Cairo", "en", "city:EG/Cairo"),
        ("Le Caire", "fr", "city:EG/Cairo"),
        ("الأمم المتحدة", "ar", "org:UN"),
        ("حلف شمال الأطلسي", "ar", "org:NATO"),
        ("Alternative für Deutschland", "de", "org:AFD"),
        ("WHO", "ar", "org:WHO"),
    ],
)
def test_names_have_one_key(name: str, language: str, key: str) -> None:
    assert key_of(name, language) == key


@pytest.mark.parametrize(
    ("name", "language"), [("نوم", "ar"), ("باري", "ar"), ("Reading", "en"), ("Nowhere", "en")]
)
def test_names_that_mostly_mean_something_else_are_unknown(name: str, language: str) -> None:
    assert key_of(name, language) is None


def test_the_longest_name_wins() -> None:
    found = gazetteer("en").names.find(["united", "states", "of", "america", "said"])

    assert found is not None
    assert (found[0].key, found[1]) == ("place:US", 4)


def test_a_known_thing_is_shown_in_the_language_of_the_article() -> None:
    found = gazetteer("ar").names.find(search_text("الولايات المتحدة").split())

    assert found is not None
    assert found[0].name == "الولايات المتحدة"


@pytest.mark.parametrize(
    ("key", "language", "name"),
    [
        ("place:US", "ar", "الولايات المتحدة"),
        ("place:US", "en", "United States"),
        ("city:EG/Cairo", "ar", "القاهرة"),
        ("org:UN", "ar", "الأمم المتحدة"),
        ("org:NATO", "en", "NATO"),
        ("place:EG", "und", "Egypt"),
        ("name:angela weber", "en", ""),
    ],
)
def test_a_key_has_a_name_in_the_language_of_the_page(key: str, language: str, name: str) -> None:
    assert known_name(key, language) == name


@pytest.mark.parametrize("language", ["../en", "en-GB", ""])
def test_what_is_no_language_has_the_english_names(language: str) -> None:
    assert known_name("place:EG", language) == "Egypt"


@pytest.mark.parametrize(
    ("key", "country"),
    [
        ("place:EG", "place:EG"),
        ("place:US-TX", "place:US"),
        ("city:EG/Cairo", "place:EG"),
        ("place:GAZA", ""),
        ("org:UN", ""),
    ],
)
def test_a_place_lies_in_a_country(key: str, country: str) -> None:
    assert country_of(key) == country


@pytest.mark.parametrize("word", ["германия", "германии", "германию"])
def test_the_cases_of_a_slavic_name_have_one_stem(word: str) -> None:
    assert gazetteer("ru").stems[stem(word)] == "германия"


@pytest.mark.parametrize("language", ["en", "ar", "ru", "zh", "hi"])
def test_the_tables_are_folded_as_texts_are(language: str) -> None:
    table = gazetteer(language)

    lost = [
        name
        for key, name in table.shown.items()
        if not key.startswith("topic:") and len(name) > 4 and search_text(name) not in table.names.known
    ]
    assert len(table.shown) > 500
    assert len(lost) < 0.06 * len(table.shown)


def test_a_language_that_nobody_knows_has_the_english_names() -> None:
    assert key_of("Egypt", "und") == "place:EG"


def test_arabic_words_are_looked_up_without_what_grows_onto_them() -> None:
    assert forms("وبمصر", "ar") == ("وبمصر", "بمصر", "مصر")
    assert forms("bmsr", "en") == ("bmsr",)

import pytest

from octavo.core.text.entities import MOST, Entity, entities

FLOOD = (
    "The river Elbe rose on Monday, said Angela Weber, head of the Dresden Water Board. Weber asked NATO for boats. "
    "Germany thanked the United States."
)


def by_key(found: tuple[Entity, ...]) -> dict[str, Entity]:
    return {entity.key: entity for entity in found}


def test_known_names_have_keys_that_need_no_language() -> None:
    found = by_key(entities(FLOOD, "Floods in Germany", "en"))

    assert found["place:DE"].count == 2
    assert found["place:DE"].in_title
    assert found["place:US"].name == "United States"
    assert found["org:NATO"].kind == "organisation"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The U.S. and the UK agreed.", "en"),
        ("USA und Großbritannien einigten sich.", "de"),
        ("Les États-Unis et la Grande-Bretagne sont d'accord.", "fr"),
        ("اتفقت الولايات المتحدة وبريطانيا على ذلك.", "ar"),
        ("США и Великобритания договорились.", "ru"),
        ("米国とイギリスが合意した。 アメリカ合衆国", "ja"),
    ],
)
def test_one_country_has_one_key_in_every_language(text: str, language: str) -> None:
    keys = {entity.key for entity in entities(text, "", language)}

    assert "place:US" in keys


@pytest.mark.parametrize("word", ["مصر", "ومصر", "بمصر", "لمصر"])
def test_arabic_prefixes_hide_no_country(word: str) -> None:
    assert "place:EG" in by_key(entities(f"وصل الوفد أمس {word} مساء", "", "ar"))


def test_an_arabic_name_after_a_title_counts_when_it_comes_again() -> None:
    text = "قال الرئيس بوبا كوناتي إن السد آمن. وأضاف كوناتي أن المياه تنحسر."

    (person,) = entities(text, "", "ar")
    assert (person.name, person.kind, person.count) == ("بوبا كوناتي", "person", 2)
    assert entities("قال الرئيس بوبا كوناتي إن السد آمن.", "", "ar") == ()


def test_a_surname_counts_for_its_only_bearer() -> None:
    found = by_key(entities(FLOOD, "", "en"))

    assert found["name:angela weber"].count == 2
    assert "name:weber" not in found


def test_the_first_word_of_a_sentence_names_nothing_by_its_capital() -> None:
    assert entities("Volunteers filled sandbags. Nobody was hurt.", "", "en") == ()


def test_months_and_days_are_no_names() -> None:
    assert entities("It rained on Monday and all through March.", "", "en") == ()


def test_a_headline_in_title_case_proves_nothing_by_itself() -> None:
    keys = by_key(entities("", "Volunteers Fill Sandbags Near Old Town In Germany", "en"))

    assert "place:DE" in keys
    assert "name:volunteers" not in keys


def test_small_words_are_no_countries() -> None:
    assert entities("they told us that a turkey ran away", "", "en") == ()


def test_a_span_shows_where_the_text_names_it_first() -> None:
    text = "Nothing yet. Then Germany spoke, and Germany acted."
    (germany,) = entities(text, "", "en")

    assert germany.span is not None
    assert germany.span.of(text) == "Germany"
    assert germany.span.start == text.index("Germany")


def test_a_name_of_the_title_only_has_no_span() -> None:
    (germany,) = entities("nothing to see", "Floods in Germany", "en")

    assert germany.span is None


def test_no_more_names_than_anyone_reads() -> None:
    text = " ".join(f"we met Anna Berg{chr(97 + n // 26)}{chr(97 + n % 26)} there." for n in range(60))

    assert len(entities(text, "", "en")) == MOST

import pytest

from octavo.core.text.entities import MOST, Entity, entities

FLOOD = (
    "The river Elbe rose on Monday, said Angela Weber, head of the Dresden Water Board. Weber asked NATO for boats. "
    "Germany thanked the United States."
)


def by_key(found: tuple[Entity, ...]) -> dict[str, Entity]:
    return {entity.key: entity for entity in found}


def names(text: str, language: str = "en", title: str = "") -> set[str]:
    return {entity.name for entity in entities(text, title, language)}


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
        ("EE. UU. y el Reino Unido se pusieron de acuerdo.", "es"),
        ("اتفقت الولايات المتحدة وبريطانيا على ذلك.", "ar"),
        ("США и Великобритания договорились.", "ru"),
        ("米国とイギリスが合意した。 アメリカ合衆国", "ja"),
        ("美国和英国达成协议。", "zh"),
    ],
)
def test_one_country_has_one_key_in_every_language(text: str, language: str) -> None:
    assert {"place:US", "place:GB"} <= {entity.key for entity in entities(text, "", language)}


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("The World Health Organization warned; the WHO was right.", "en", "org:WHO"),
        ("حذرت منظمة الصحة العالمية من ذلك.", "ar", "org:WHO"),
        ("ВОЗ предупредила об этом.", "ru", "org:WHO"),
        ("President Vladimir Putin left. Putin said nothing.", "en", "person:PUTIN"),
        ("وقال بوتين إنه سيبقى.", "ar", "person:PUTIN"),
        ("Об этом заявил Путин. Слова Путина удивили.", "ru", "person:PUTIN"),
    ],
)
def test_organisations_and_people_have_one_key_too(text: str, language: str, key: str) -> None:
    assert [entity.key for entity in entities(text, "", language)] == [key]


def test_what_is_named_in_several_ways_is_counted_together() -> None:
    found = by_key(entities("The U.S. agreed. The United States left. The USA and US troops stay.", "", "en"))

    assert found["place:US"].count == 4


def test_a_surname_counts_for_its_only_bearer() -> None:
    found = by_key(entities(FLOOD, "", "en"))

    assert found["name:angela weber"].count == 2
    assert "name:weber" not in found


def test_a_surname_behind_an_initial_counts_for_the_full_name() -> None:
    found = by_key(entities("It was Anna Berg who won. Later they asked A. Berg, not T. Berg.", "", "en"))

    assert found["name:anna berg"].count == 2
    assert found["name:t berg"].count == 1


def test_a_surname_of_two_counts_for_the_one_named_more() -> None:
    text = "It was Anna Berg, not Tom Berg, who won. They asked Anna Berg. A smile from Berg."

    found = by_key(entities(text, "", "en"))

    assert (found["name:anna berg"].count, found["name:tom berg"].count) == (3, 1)


def test_a_family_name_that_stands_first_is_a_surname_too() -> None:
    found = by_key(entities("The guest was Zhao Leji. Later Mr Zhao spoke. Then Zhao left.", "", "en"))

    assert found["name:zhao leji"].count == 3


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = (
        "It was the International Chess Federation (ICF) that met. Later the ICF said no, and ICF rules hold."
    )

    (found,) = entities(text, "", "en")

    assert (found.name, found.count) == ("International Chess Federation", 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met President Emmanuel Macron there.", {"Emmanuel Macron"}),
        ("They met Foreign Minister Hanna Grau there.", {"Hanna Grau"}),
        ("They met London Mayor Sadiq Khan there.", {"London", "Sadiq Khan"}),
        ("They met the Mayor of London Sadiq Khan there.", {"London", "Sadiq Khan"}),
        ("They met Secretary of State Dean Wood there.", {"Dean Wood"}),
        ("They met German Chancellor Karla Baum there.", {"Germany", "Karla Baum"}),
        ("They met Microsoft CEO Satya Nadella there.", {"Microsoft", "Satya Nadella"}),
        ("They met Prime Minister-elect Hanna Grau there.", {"Hanna Grau"}),
        ("They met Major-Gen Hanna Grau there.", {"Hanna Grau"}),
        ("They met Pope Pius XII there.", {"Pope Pius XII"}),
        ("They left the Foreign Ministry then.", {"Foreign Ministry"}),
    ],
)
def test_offices_are_no_names_but_those_of_popes_and_kings(text: str, expected: set[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We saw Anna Berg and Tom Stern there.", {"Anna Berg", "Tom Stern"}),
        ("We saw Anna Berg's house in Dresden's centre.", {"Anna Berg", "Dresden"}),
        ("We read of the Bank of Westmark there.", {"Bank of Westmark"}),
        ("We read of the Ministry of Health and Sports there.", {"Ministry of Health and Sports"}),
        ("We met J.K. Ferris and Maria de la Cruz there.", {"J.K. Ferris", "Maria de la Cruz"}),
        ("We saw the 2026 Harbour Cup there.", {"2026 Harbour Cup"}),
        ("We read the Westmark People's Liberation Front there.", {"Westmark People's Liberation Front"}),
        ("We saw the Russian-held town of Enmark there.", {"Russia", "Enmark"}),
        ("We are in Israel with Israel Stern now.", {"Israel", "Israel Stern"}),
    ],
)
def test_names_are_cut_where_they_end(text: str, expected: set[str]) -> None:
    assert names(text) == expected


def test_the_first_word_of_a_sentence_names_nothing_by_its_capital() -> None:
    assert entities("Volunteers filled sandbags. Nobody was hurt.", "", "en") == ()
    assert entities("They said: “Help came late.” Yes: Nothing worked.", "", "en") == ()
    assert names("It ended. Neither NATO nor we came.") == {"NATO"}


def test_a_word_before_a_known_name_at_the_start_is_no_part_of_it() -> None:
    assert names("Multiple Trump aides left.") == {"Donald Trump"}


def test_months_and_days_are_no_names() -> None:
    assert entities("It rained on Monday and all through March.", "", "en") == ()


def test_a_headline_in_title_case_proves_nothing_by_itself() -> None:
    assert names("", title="Volunteers Fill Sandbags Near Old Town In Germany") == {"Germany"}


def test_a_headline_in_title_case_has_the_names_that_the_text_has() -> None:
    found = by_key(entities("We met Anna Berg by the river.", "Why Anna Berg Fills Sandbags At Night", "en"))

    assert found["name:anna berg"].in_title
    assert len(found) == 1


def test_given_names_and_offices_prove_a_person_in_a_headline() -> None:
    assert names("", title="Why Andrew Marlowe Says President Tarkov Must Resign") >= {"Andrew Marlowe"}


def test_a_word_shouted_in_a_headline_is_no_name() -> None:
    assert names("the town was quiet when we came", title="Why it was HELL in the town of Dresden") == {
        "Dresden"
    }


def test_small_words_are_no_countries() -> None:
    assert entities("they told us that a turkey ran away", "", "en") == ()
    assert "place:US" not in by_key(entities("THEY TOLD US THAT NOBODY CAME", "", "en"))


@pytest.mark.parametrize(
    ("text", "is_city"),
    [
        ("He lives near Portland now.", True),
        ("He likes Portland, a town in the United States.", True),
        ("He likes Portland much.", False),
    ],
)
def test_a_lesser_city_needs_a_word_of_place_or_its_country(text: str, is_city: bool) -> None:
    assert ("city:US/Portland" in by_key(entities(text, "", "en"))) == is_city


def test_the_name_of_a_people_stands_for_the_country_but_says_so() -> None:
    (found,) = entities("A German firm said so.", "", "en")

    assert (found.key, found.of_people) == ("place:DE", True)


def test_german_nouns_are_no_names() -> None:
    text = "Der Bundeskanzler Karl Sommer sprach am Montag in Berlin. Die Regierung und Sommer zahlen Millionen Euro."

    assert names(text, "de") == {"Karl Sommer", "Berlin"}


def test_cases_of_slavic_names_are_known() -> None:
    found = by_key(entities("Министр прибыл из Германии. Власти Германии и Украины согласны.", "", "ru"))

    assert found["place:DE"].count == 2
    assert "place:UA" in found


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

import pytest

from octavo.core.text.entities import entities


def found(text: str) -> dict[str, str]:
    return {entity.name: entity.kind for entity in entities(text, "", "ar")}


@pytest.mark.parametrize("word", ["مصر", "ومصر", "بمصر", "لمصر"])
def test_prefixes_hide_no_country(word: str) -> None:
    assert found(f"وصل الوفد أمس {word} مساء") == {"مصر": "place"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل وزير الخارجية التركي برهان كايا مساء أمس.", "برهان كايا"),
        ("التقى الرئيس الأمريكي ستيفن كول بالوفد.", "ستيفن كول"),
        ("استقبل الأمير فيصل بن مقرن الوفد.", "فيصل بن مقرن"),
        ("قال أحمد الفيتوري إن السد آمن.", "أحمد الفيتوري"),
        ("قالت رئيسة الوزراء سارة عبد الرحمن إنها ستستقيل.", "سارة عبد الرحمن"),
    ],
)
def test_titles_and_given_names_prove_a_person(text: str, name: str) -> None:
    assert found(text)[name] == "person"


def test_an_unknown_name_after_a_title_counts_when_it_comes_again() -> None:
    (person,) = entities("قال الرئيس بوبا كوناتي إن السد آمن. وأضاف كوناتي أن المياه تنحسر.", "", "ar")

    assert (person.name, person.kind, person.count) == ("بوبا كوناتي", "person", 2)
    assert found("قال الرئيس بوبا كوناتي إن السد آمن.") == {}


def test_a_title_alone_names_nobody() -> None:
    assert found("قال الرئيس إن الحكومة ستستقيل غدا وإن الوزير الجديد سيعين.") == {}


def test_a_given_name_that_is_a_plain_word_needs_more() -> None:
    assert found("هذا جمال طبيعي لا مثيل له.") == {}
    assert found("قال جمال الشريفي إنه باق.") == {"جمال الشريفي": "person"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("انسحب حزب الخضر الجديد من التحالف.", "حزب الخضر الجديد"),
        ("أعلنت جامعة القاهرة عن منحة.", "جامعة القاهرة"),
        ("طالب بوزارة الثقافة للجميع.", "وزارة الثقافة"),
    ],
)
def test_kinds_of_organisation_prove_a_name(text: str, name: str) -> None:
    assert found(text)[name] == "organisation"


def test_a_city_whose_name_is_a_name_of_people_needs_its_country() -> None:
    assert "city:YE/Ibb" not in {entity.key for entity in entities("قال كاتب إن إب جميل.", "", "ar")}
    assert "مانشستر" in found("وصل إلى مدينة مانشستر أمس.")
    assert "مانشستر" in found("فاز مانشستر في بريطانيا.")
    assert "مانشستر" not in found("فاز مانشستر أمس.")

import pytest

from octavo.core.text.section import SECTIONS, section, section_of_text


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (["Sports"], "sport"),
        (["Wirtschaft"], "business"),
        (["رياضة"], "sport"),
        (["الاقتصاد"], "business"),
        (["Santé"], "health"),
        (["World/Politics"], "politics"),
        (["", "unknown", "technology"], "technology"),
        (["sport", "politics"], "sport"),
        (["Umwelt"], "climate"),
        (["Local news"], "local"),
        (["محليات"], "local"),
        (["White House"], "politics"),
        (["Something else"], "general"),
        ([], "general"),
    ],
)
def test_the_source_s_own_words_say_the_section(stated: list[str], expected: str) -> None:
    assert section(stated) == expected


@pytest.mark.parametrize(
    ("title", "text", "language", "expected"),
    [
        (
            "Late goal wins the cup",
            "The striker scored as the club beat its rivals in the final.",
            "en",
            "sport",
        ),
        (
            "Shares fall",
            "Investors sold stocks as inflation rose and the bank cut its profit.",
            "en",
            "business",
        ),
        (
            "Quake kills twelve",
            "The earthquake of magnitude 6 left dozens missing under rubble.",
            "en",
            "disasters",
        ),
        ("الفريق يفوز بالدوري", "سجل اللاعب هدفين في المباراة أمام جماهير الملعب.", "ar", "sport"),
        ("زلزال يضرب الساحل", "خلف الزلزال ضحايا تحت الأنقاض وعمل رجال الإنقاذ.", "ar", "disasters"),
        ("A quiet day", "Nothing of note was said by anyone at all.", "en", "general"),
        (
            "Two tales",
            "The striker scored in the final of the cup as stocks, inflation and profit fell.",
            "en",
            "general",
        ),
        ("Ein Tor", "Das Tor fiel spät im Spiel.", "de", "general"),
    ],
)
def test_the_words_of_a_text_tell_its_section_where_they_agree(
    title: str, text: str, language: str, expected: str
) -> None:
    assert section_of_text(title, text, language) == expected
    assert expected in SECTIONS

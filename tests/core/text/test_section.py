import pytest

from octavo.core.text.section import section


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
        (["Something else"], "general"),
        ([], "general"),
    ],
)
def test_the_source_s_own_words_say_the_section(stated: list[str], expected: str) -> None:
    assert section(stated) == expected

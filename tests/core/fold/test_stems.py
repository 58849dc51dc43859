import pytest

from octavo.core.fold.stems import skeleton, stem


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("protest", "protests", "protested", "protesting", "protesters")),
        ("en", ("stop", "stops", "stopped", "stopping")),
        ("en", ("die", "dies")),
        ("ar", ("انتخابات", "وانتخابات")),
        ("ru", ("президент", "президента", "президентом")),
    ],
)
def test_words_of_one_family_have_one_stem(language: str, words: tuple[str, ...]) -> None:
    assert len({stem(word, language) for word in words}) == 1


@pytest.mark.parametrize(("one", "other"), [("gas", "gate"), ("2023", "2024"), ("business", "busy")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one, "en") != stem(other, "en")


def test_scripts_that_do_not_part_words_are_left_as_they_are() -> None:
    assert stem("選挙結果発表会見", "ja") == "選挙結果発表会見"


@pytest.mark.parametrize(
    "names",
    [
        ("yamagami", "ямагами", "ياماغامي"),
        ("zelensky", "зеленский", "زيلينسكي"),
        ("bolsonaro", "болсонару", "بولسونارو"),
        ("macron", "макрон", "ماكرون"),
    ],
)
def test_a_name_sounds_alike_in_all_alphabets(names: tuple[str, ...]) -> None:
    assert len({skeleton(name) for name in names}) == 1
    assert skeleton(names[0])


def test_too_few_consonants_tell_no_names_apart() -> None:
    assert skeleton("leo") == skeleton("ali") == ""

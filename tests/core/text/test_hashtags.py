import pytest

from octavo.core.text.entities import Entity, entities
from octavo.core.text.hashtags import MOST, Hashtag, hashtag, hashtags


@pytest.mark.parametrize(
    ("name", "tag", "label"),
    [
        ("White House", "whitehouse", "WhiteHouse"),
        ("white house", "whitehouse", "WhiteHouse"),
        ("NATO", "nato", "NATO"),
        ("U.S.", "us", "US"),
        ("São Paulo", "saopaulo", "SãoPaulo"),
        ("الولايات المتحدة", "ولايات_متحده", "الولايات_المتحدة"),
        ("مـصـر", "مصر", "مصر"),
    ],
)
def test_one_spelling(name: str, tag: str, label: str) -> None:
    assert hashtag(name) == Hashtag(tag, label)


@pytest.mark.parametrize("name", ["", "2026", "a", "one two three four five six", "x" * 80, "!!"])
def test_what_makes_no_tag(name: str) -> None:
    assert hashtag(name) is None


def tags(*stated: str, title: str = "", text: str = "", language: str = "en") -> list[str]:
    named: tuple[Entity, ...] = entities(text, title, language)
    return [made.tag for made in hashtags(title, text, named, language, stated=stated)]


def test_what_the_article_names_most_comes_first() -> None:
    assert tags(title="Germany thanks NATO", text="Germany asked NATO. Germany got boats.")[:1] == ["germany"]


def test_categories_of_the_source_become_tags() -> None:
    assert tags("Flood Relief", title="Boats arrive") == ["floodrelief"]
    assert tags("فيضانات النيل", title="وصول القوارب", language="ar") == ["فيضانات_نيل"]


def test_a_list_in_one_category_is_taken_apart() -> None:
    assert tags("Floods; Rescue, Dams") == ["floods", "rescue", "dams"]


@pytest.mark.parametrize(
    "category", ["News", "Top Stories", "أخبار", "عاجل", "Uncategorized", "https://a.test/x", "the"]
)
def test_what_outlets_file_everything_under_is_no_tag(category: str) -> None:
    assert tags(category) == []


def test_categories_that_the_text_bears_out_come_first() -> None:
    assert tags("River Fees", "Dams", text="the dams held") == ["dams", "riverfees"]


def test_one_thing_in_two_spellings_is_one_tag() -> None:
    assert tags("white house", "White House") == ["whitehouse"]


def test_no_more_than_eight() -> None:
    text = " ".join(f"we met Anna Berg{chr(97 + n)} and Anna Berg{chr(97 + n)} there." for n in range(20))

    assert len(tags("One", "Two", "Three", "Four", "Five", text=text)) == MOST


def test_nothing_rather_than_filler() -> None:
    assert tags(title="it rained", text="it rained all day") == []

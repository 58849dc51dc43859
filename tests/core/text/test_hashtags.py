import pytest

from octavo.core.text.entities import Entity, entities
from octavo.core.text.hashtags import MOST, Hashtag, crowded, hashtag, hashtags, without_crowded


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
    "category",
    [
        "News",
        "Top Stories",
        "أخبار",
        "عاجل",
        "Uncategorized",
        "https://a.test/x",
        "the",
        "World news",
        "Nachrichten",
        "سياسة",
        "Political",
        "スポーツ",
        "生活新聞",
    ],
)
def test_what_outlets_file_everything_under_is_no_tag(category: str) -> None:
    assert tags(category) == []


def test_categories_that_the_text_bears_out_come_first() -> None:
    assert tags("River Fees", "Dams", text="the dams held") == ["dams", "riverfees"]


def test_one_thing_in_two_spellings_is_one_tag() -> None:
    assert tags("white house", "White House") == ["whitehouse"]


@pytest.mark.parametrize(
    ("language", "title", "label"),
    [
        ("en", "Quake shakes the coast", "Earthquake"),
        ("ar", "زلزال يضرب الساحل", "زلزال"),
        ("fr", "Un séisme secoue la côte", "Séisme"),
        ("ru", "Землетрясение на побережье", "Землетрясение"),
    ],
)
def test_what_an_article_is_about_is_a_tag_with_one_key_in_every_language(
    language: str, title: str, label: str
) -> None:
    (made,) = hashtags(title, "", (), language)

    assert (made.label, made.key) == (label, "topic:EARTHQUAKE")


def test_a_category_is_written_as_the_thing_that_it_means() -> None:
    assert tags("climate crisis", "US Politics", "U.N.") == ["climatechange", "unitednations"]


def test_a_surname_alone_and_the_people_of_a_country_are_no_tags() -> None:
    text = (
        "It was said by Mr Alder. A German firm heard it. " + "It rained for days in all of the valley. " * 30
    )

    assert tags(text=text) == []


def test_what_half_the_news_names_is_a_tag_only_where_little_else_is() -> None:
    text = "The United States sent boats to Nauru. Nauru and Tuvalu thanked Fiji. " * 4

    assert tags(title="Boats for Nauru, Tuvalu and Fiji", text=text)[:3] == ["nauru", "tuvalu", "fiji"]
    assert tags(text="The United States agreed.") == ["unitedstates"]


def test_the_outlet_itself_is_no_tag() -> None:
    named = entities("The Harbour Post wrote so. The Harbour Post was right.", "", "en")

    assert hashtags("", "", named, "en")[0].tag == "harbourpost"
    assert hashtags("", "", named, "en", outlet="Harbour Post") == ()


def test_the_title_cut_into_words_is_no_list_of_tags() -> None:
    title = "Los vecinos del puerto exigen cambios en la fiesta"

    assert tags("vecinos", "puerto", "exigen", "cambios", "Ferias", title=title, language="es") == ["ferias"]


def test_the_title_itself_is_no_tag() -> None:
    assert tags("渡輪恢復通航", "港務", title="渡輪恢復通航", language="zh") == ["港務"]


def test_a_part_of_the_outlet_s_name_is_a_tag_only_where_the_text_has_it() -> None:
    stated = ["Quay Post", "Ferries"]

    def made(text: str) -> list[str]:
        found = hashtags("Boats", text, (), "en", stated=stated, outlet="The Quay Post Online")
        return [one.tag for one in found]

    assert made("They came.") == ["ferries"]
    assert "quaypost" in made("They read the Quay Post.")


def test_a_crowded_tag_is_one_that_more_than_a_twentieth_of_articles_have() -> None:
    assert crowded({"iran": 51, "oman": 50}, 1_000) == {"iran"}
    assert crowded({"iran": 9}, 10) == frozenset()
    assert without_crowded((Hashtag("iran", "Iran"), Hashtag("oman", "Oman")), {"iran"}) == (
        Hashtag("oman", "Oman"),
    )


def test_no_more_than_eight() -> None:
    text = " ".join(f"we met Anna Berg{chr(97 + n)} and Anna Berg{chr(97 + n)} there." for n in range(20))

    assert len(tags("One", "Two", "Three", "Four", "Five", text=text)) == MOST


def test_nothing_rather_than_filler() -> None:
    assert tags(title="it rained", text="it rained all day") == []

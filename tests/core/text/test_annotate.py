import pickle

from octavo.core.text.annotate import annotate
from octavo.core.urls import parse_url

TEXT = "Germany asked NATO for boats on Monday. The Elbe had risen to nine metres, the city of Dresden said."
ARABIC = "طلبت مصر المساعدة يوم الاثنين. وقالت الحكومة إن النيل ارتفع إلى تسعة أمتار في أسوان."


def test_an_english_article_is_described_whole() -> None:
    made = annotate("Floods in Germany", TEXT, stated_tags=("Floods",))

    assert (made.language, made.direction) == ("en", "ltr")
    assert [span.of(TEXT)[-5:] for span in made.sentences] == ["nday.", "said."]
    assert "place:DE" in {entity.key for entity in made.entities}
    assert "floods" in {made_tag.tag for made_tag in made.hashtags}
    assert made.search_text.startswith("floods in germany germany asked nato")


def test_an_arabic_article_is_described_whole() -> None:
    made = annotate("فيضان في مصر", ARABIC)

    assert (made.language, made.direction) == ("ar", "rtl")
    assert len(made.sentences) == 2
    assert made.entities[0].key == "place:EG"
    assert made.search_text.startswith("فيضان في مصر")


def test_the_section_comes_from_the_source_then_from_the_address() -> None:
    address = parse_url("https://a.test/2026/sport/the-match")

    assert annotate("A", "b", address=address).section == "sport"
    assert annotate("A", "b", address=address, stated_section="Politics").section == "politics"
    assert annotate("A", "b", address=parse_url("https://a.test/sport")).section == "general"


def test_tags_that_name_all_sections_of_a_site_tell_none() -> None:
    tags = ("politics", "economy", "sports", "culture")

    assert annotate("A", "b", stated_tags=tags).section == "general"
    assert annotate("A", "b", stated_tags=("Elbe", *tags[:1])).section == "politics"


def test_nothing_is_described_as_nothing() -> None:
    made = annotate("", "", language_hint="ar-EG")

    assert made.language == "ar"
    assert (made.sentences, made.entities, made.hashtags, made.search_text) == ((), (), (), "")


def test_annotations_cross_processes() -> None:
    made = annotate("Floods in Germany", TEXT)

    assert pickle.loads(pickle.dumps(made)) == made

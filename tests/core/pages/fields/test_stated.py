import json
from datetime import UTC, datetime

import pytest
from lxml.html import fromstring

from octavo.core.pages.article import Fields, Moment
from octavo.core.pages.fields.stated import read_moment, read_stated
from tests.core.pages.making import ADDRESS


def stated(head: str = "", **article: object) -> Fields:
    data = json.dumps({"@type": "NewsArticle", "headline": "H", **article})
    script = f'<script type="application/ld+json">{data}</script>' if article else ""
    return read_stated(
        fromstring(f"<html lang=ar><head>{head}{script}</head><body></body></html>"), address=ADDRESS
    )


@pytest.mark.parametrize(
    ("text", "at", "day_only"),
    [
        ("2026-03-02T10:00:00+03:00", datetime(2026, 3, 2, 7, tzinfo=UTC), False),
        ("2026-03-02T10:00:00Z", datetime(2026, 3, 2, 10, tzinfo=UTC), False),
        ("2026-03-02 10:00", datetime(2026, 3, 2, 10, tzinfo=UTC), False),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC), True),
        ("Mon, 02 Mar 2026 10:00:00 +0100", datetime(2026, 3, 2, 9, tzinfo=UTC), False),
    ],
)
def test_moments(text: str, at: datetime, day_only: bool) -> None:
    assert read_moment(text) == Moment(at, day_only)


@pytest.mark.parametrize("text", ["", "yesterday", "0001-01-01T00:00:00+14:00", "2026-13-45"])
def test_what_is_no_moment(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Anna Berg", ("Anna Berg",)),
        ({"name": "Anna Berg"}, ("Anna Berg",)),
        ([{"name": "Anna Berg"}, "أحمد سليمان"], ("Anna Berg", "أحمد سليمان")),
        ("https://outlet.test/anna", ()),
        (7, ()),
        ({"name": None}, ()),
    ],
)
def test_names_in_all_their_forms(author: object, names: tuple[str, ...]) -> None:
    assert stated(author=author).byline == names


def test_the_article_is_found_in_a_graph() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "headline": "No"},
            {"@type": ["Thing", "NewsArticle"], "headline": "Yes"},
        ]
    }

    assert stated(f'<script type="application/ld+json">{json.dumps(graph)}</script>').title == "Yes"


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, "null", '"text"', "{} trailing"])
def test_broken_data_states_nothing(broken: str) -> None:
    assert stated(f'<script type="application/ld+json">{broken}</script>').title == ""


def test_the_title_comes_from_the_head_where_no_data_states_it() -> None:
    assert stated('<meta property="og:title" content="عنوان &amp; آخر">').title == "عنوان & آخر"


def test_another_publisher_s_address_is_not_believed() -> None:
    assert stated('<link rel="canonical" href="https://other.test/1">').canonical is None
    assert (
        stated('<link rel="canonical" href="https://m.outlet.test/1">').canonical == "https://m.outlet.test/1"
    )


def test_a_picture_has_its_words() -> None:
    made = stated(
        '<meta property="og:image" content="https://x.test/1.jpg"><meta property="og:image:alt" content="The dam">',
        image={"url": "https://x.test/1.jpg", "caption": "At dusk", "creditText": "Berg/dpa"},
    )

    assert made.image is not None
    assert (made.image.alt, made.image.caption, made.image.credit) == ("The dam", "At dusk", "Berg/dpa")


def test_a_picture_that_no_web_address_names_is_none() -> None:
    assert stated('<meta property="og:image" content="javascript:alert(1)">').image is None


def test_keywords_are_parted_by_the_arabic_comma_too() -> None:
    assert stated('<meta name="keywords" content="النيل، أسوان,فيضان">').keywords == (
        "النيل",
        "أسوان",
        "فيضان",
    )

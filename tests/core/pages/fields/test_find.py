import json
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from octavo.core.pages.article import Fields, Moment, Picture
from octavo.core.urls import Url
from tests.core.pages.fields.pages import fields, linked, meta


def test_all_fields_of_a_page_are_found() -> None:
    head = (
        meta("og:site_name", "The Daily Sheet")
        + meta("og:description", "Rain &amp; more rain")
        + '<link rel="license" href="/licence"><link rel="canonical" href="/flood">'
        + linked(
            headline="Elbe floods Dresden",
            author=[{"@type": "Person", "name": "Anna Berg"}, {"@type": "Organization", "name": "dpa"}],
            datePublished="2026-03-02T08:00:00+01:00",
            dateModified="2026-03-02T09:00:00Z",
            image="/elbe.jpg",
            articleSection="World",
            keywords="Elbe, floods،السد",
            inLanguage="en-GB",
        )
    )

    made = fields(head, "<h1>Elbe floods Dresden</h1>")

    assert made == Fields(
        title="Elbe floods Dresden",
        byline=("Anna Berg",),
        agencies=("dpa",),
        signed=("Anna Berg", "dpa"),
        published=Moment(datetime(2026, 3, 2, 7, tzinfo=UTC)),
        modified=Moment(datetime(2026, 3, 2, 9, tzinfo=UTC)),
        image=Picture(Url("https://outlet.test/elbe.jpg")),
        language="en",
        site_name="The Daily Sheet",
        section="World",
        keywords=("Elbe", "floods", "السد"),
        canonical=Url("https://outlet.test/flood"),
        licence="https://outlet.test/licence",
        description="Rain & more rain",
    )


def test_an_empty_page_states_nothing() -> None:
    assert fields() == Fields(language="en")


ODD: dict[str, Callable[[], tuple[str, str]]] = {
    "10,000 links": lambda: ("", "<main>" + '<a href="/authors/x">X</a> ' * 10_000 + "</main>"),
    "20,000 meta tags": lambda: ("".join(meta(f"n{i}", "x" * 200) for i in range(20_000)), ""),
    "2 MB of linked data": lambda: (linked(articleBody="x" * 2_000_000), ""),
    "a list of 200,000 objects": lambda: (linked(hasPart=[{"a": i} for i in range(100_000)]), ""),
    "20,000 scripts": lambda: (
        '<script type="application/ld+json">{"@type":"NewsArticle"}</script>' * 20_000,
        "",
    ),
    "10,000 deep": lambda: ('<script type="application/ld+json">' + '{"a":' * 10_000 + "</script>", ""),
    "a title of 1 MB": lambda: (
        f"<title>{'a - ' * 250_000}</title>" + meta("og:title", "b | " * 250_000),
        "",
    ),
    "an author of 1 MB": lambda: (linked(author="Anna and " * 120_000), ""),
    "a line of 1 MB": lambda: ("", f"<p class=byline>{'By Anna ' * 120_000}</p>"),
    "10,000 headings": lambda: ("", "<h1>Elbe floods Dresden</h1>" * 10_000),
    "10,000 pictures": lambda: (meta("og:image", "/elbe.jpg"), "<figure><img src=/x.jpg></figure>" * 10_000),
    "10,000 dates": lambda: ("", '<span class="date">Monday 99 Nothing 20</span>' * 10_000),
    "10,000 names": lambda: ("", '<span class="author-comment">x</span>' * 10_000),
    "slashes before quotes": lambda: (meta("og:title", "\\" * 200_000), ""),
    "ampersands": lambda: (meta("og:title", "&amp;" * 200_000), ""),
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_pages_take_no_time(odd: str) -> None:
    head, body = ODD[odd]()
    started = time.process_time()

    fields(head, body)

    assert time.process_time() - started < 1.5


def test_objects_that_are_no_text_are_no_field() -> None:
    made = fields(
        linked(
            headline={"a": 1},
            author=[[1]],
            datePublished=7,
            image=[[]],
            keywords={"a": 1},
            license=[{}],
            publisher=3,
        )
    )

    assert made.byline == ()
    assert made.published is None
    assert made.image is None


KEYS = (
    "headline", "author", "datePublished", "dateModified", "image", "keywords", "license", "publisher", "inLanguage",
    "articleSection", "isAccessibleForFree", "hasPart", "wordCount", "mainEntityOfPage", "url", "@id", "@type", "creator",
    "description",
)  # fmt: skip
VALUES: list[object] = [
    None, 0, True, "", [], {}, [None], [[]], {"name": []}, {"@id": []}, {"url": {}}, [{"name": {"a": 1}}],
]  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", VALUES)
def test_odd_values_in_any_place_leave_the_other_fields_as_they_are(key: str, value: object) -> None:
    data = {"@type": "NewsArticle", "headline": "H", key: value}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>' + meta(
        "og:site_name", "The Sheet"
    )

    assert fields(head, "<h1>Elbe floods Dresden</h1>").site_name == "The Sheet"

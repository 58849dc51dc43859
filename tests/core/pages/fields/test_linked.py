import json

import pytest

from octavo.core.pages.fields.linked import kinds, many
from tests.core.pages.fields.pages import marks


def script(data: object) -> str:
    return (
        f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'
    )


def headline(*scripts: object) -> object:
    return marks("".join(map(script, scripts))).linked.article.get("headline")


def test_the_article_is_found_in_a_graph() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "headline": "No"},
            {"@type": ["Thing", "NewsArticle"], "headline": "Yes"},
        ]
    }

    assert headline(graph) == "Yes"


def test_of_several_articles_the_one_of_the_page_s_own_address_is_meant() -> None:
    other = {"@type": "NewsArticle", "headline": "Other", "url": "https://outlet.test/2026/03/fire"}
    own = {
        "@type": "NewsArticle",
        "headline": "Own",
        "mainEntityOfPage": {"@id": "https://www.outlet.test/2026/03/flood/"},
    }

    assert headline(other, own) == "Own"
    assert headline([own, other]) == "Own"


def test_an_article_wins_over_the_page_that_holds_it() -> None:
    assert (
        headline(
            {"@type": "WebPage", "headline": "Page", "mainEntity": {"@type": "Article", "headline": "A"}}
        )
        == "A"
    )


def test_types_may_be_written_with_their_vocabulary() -> None:
    assert kinds({"@type": ["https://schema.org/NewsArticle", "schema:Report"]}) == {"newsarticle", "report"}


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "A\nB"}',
        '<!-- {"@type": "NewsArticle", "headline": "A\nB"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "A\nB"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "A\nB"};',
    ],
)
def test_data_with_common_faults_are_read(text: str) -> None:
    assert headline(text) == "A\nB"


@pytest.mark.parametrize(
    "broken", ["{", "[" * 100_000, '{"a":' * 10_000, "null", '"text"', "{} trailing", "7"]
)
def test_broken_data_state_nothing(broken: str) -> None:
    assert headline(broken) is None


def test_many_makes_a_list() -> None:
    assert (many(None), many("a"), many(["a"])) == ([], ["a"], ["a"])

import pytest

from octavo.core.feeds.markup import MOST_ENTRIES
from tests.core.feeds.making import parse


def test_a_prefix_on_everything_and_a_missing_namespace_are_read() -> None:
    prefixed = '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://a.example/1</s:loc></s:url></s:urlset>'
    bare = "<urlset><url><loc>https://a.example/1</loc><news:news><news:title>T</news:title></news:news></url></urlset>"

    assert [one.url for one in parse(prefixed).entries] == ["https://a.example/1"]
    assert [one.title for one in parse(bare).entries] == ["T"]


@pytest.mark.parametrize(
    "bad",
    ["<url/>", "<url><loc/></url>", "<url><loc>javascript:x</loc></url>", "<url><loc>a & b", "<!-- c -->"],
)
def test_one_bad_page_costs_no_other(bad: str) -> None:
    document = f"<urlset><url><loc>https://a.example/1</loc></url>{bad}<url><loc>https://a.example/2</loc></url></urlset>"

    assert {"https://a.example/1", "https://a.example/2"} <= {str(one.url) for one in parse(document).entries}


def test_a_date_without_a_news_extension_is_that_of_an_update() -> None:
    (entry,) = parse(
        "<urlset><url><loc>https://a.example/1</loc><lastmod>2026-06-01</lastmod></url></urlset>"
    ).entries

    assert entry.published is None
    assert entry.updated is not None


def test_of_too_many_pages_the_newest_are_kept() -> None:
    old = "<url><loc>https://a.example/old</loc><lastmod>2020-01-01</lastmod></url>" * MOST_ENTRIES
    new = "<url><loc>https://a.example/new</loc><lastmod>2026-06-01</lastmod></url>"

    parsed = parse(f"<urlset>{old}{new}</urlset>")

    assert len(parsed.entries) == MOST_ENTRIES
    assert parsed.entries[-1].url == "https://a.example/new"
    assert parsed.problems == (f"Only the newest {MOST_ENTRIES} pages were read.",)

"""The demo's pages, read by a program that knows nothing of them."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import pytest
import trafilatura
from lxml import html
from trafilatura.settings import Document

from octavo.demo.calendar import shown_times
from octavo.demo.licences import licence_url
from octavo.demo.pages import write_home, write_page
from octavo.demo.site import Design, Item, Site, items, sites
from octavo.demo.world import World

Edition = tuple[Site, Sequence[Item]]

DESIGNS: Sequence[Design] = ("broadsheet", "blog", "wire", "wiki")


@pytest.fixture(params=[0, 3], ids=["first", "later"])
def editions(world: World, anchor: datetime, request: pytest.FixtureRequest) -> Sequence[Edition]:
    shown = shown_times(world.rows, anchor=anchor)
    return [(site, items(site, shown, step=request.param)) for site in sites(world.outlets)]


def pages(editions: Sequence[Edition], design: Design | None = None) -> Iterator[tuple[Site, Item, bytes]]:
    for site, shown in editions:
        if design in (None, site.design):
            for item in shown:
                yield site, item, write_page(site, item, shown)


def plain(text: str) -> str:
    return " ".join(text.replace("\xad", "").removeprefix("- ").split())


def meta(page: Any, name: str) -> list[str]:
    return list(page.xpath("//meta[@property=$name or @name=$name]/@content", name=name))


@pytest.mark.parametrize("design", DESIGNS)
def test_reader_gets_every_paragraph_and_nothing_else(editions: Sequence[Edition], design: Design) -> None:
    read: list[bool] = []
    for _, item, page in pages(editions, design):
        found = trafilatura.bare_extraction(page, url=item.address, with_metadata=True)
        assert isinstance(found, Document)
        lines = [plain(line) for line in (found.text or "").splitlines()]
        title, paragraphs = plain(item.version.title), [plain(text) for text in item.version.paragraphs]
        assert found.title == item.version.title
        assert lines.count(title) <= 1 or title in paragraphs
        # Some designs have the headline inside of what reads as the text, and what is repeated may be read once.
        text = lines[1:] if lines[0] == title else lines
        read.append(list(dict.fromkeys(text)) == list(dict.fromkeys(paragraphs)))

    assert read
    assert sum(read) > 0.95 * len(read)


def test_page_states_its_facts_in_its_head(editions: Sequence[Edition]) -> None:
    for site, item, body in pages(editions):
        page, row = html.document_fromstring(body), item.row
        assert (page.get("lang"), page.get("dir")) == (row.language, "rtl" if row.language == "ar" else "ltr")
        assert meta(page, "og:site_name") == [site.outlet.name]
        assert meta(page, "og:title") == [item.version.title]
        assert meta(page, "og:image") == ([item.picture] if item.picture else [])
        assert meta(page, "article:published_time") == [item.published.isoformat()]
        assert meta(page, "article:modified_time") == ([item.updated.isoformat()] if item.updated else [])
        assert meta(page, "article:section") == [row.section]
        assert meta(page, "article:tag") == list(row.hashtags)
        assert meta(page, "author") == ([row.author] if row.author else [])
        assert page.xpath("//link[@rel='canonical']/@href") == [item.address]


def test_page_has_one_headline_and_prints_whose_it_is_and_where_it_comes_from(
    editions: Sequence[Edition],
) -> None:
    for _, item, body in pages(editions):
        page, row = html.document_fromstring(body), item.row
        assert [heading.text_content() for heading in page.xpath("//h1")] == [item.version.title]
        assert row.attribution in page.xpath("string(//p[@class='rights'])")
        assert set(page.xpath("//*[@rel='license']/@href")) == {licence_url(row.licence)}
        assert row.url in page.xpath("//p[@class='rights']/a/@href")
        assert not row.author or row.author in page.xpath("string(//body)")


def test_picture_stands_with_its_words_and_credit(editions: Sequence[Edition]) -> None:
    pictured = 0
    for _, item, body in pages(editions):
        page, picture = html.document_fromstring(body), item.row.picture
        assert page.xpath("//figure/img/@src") == ([item.picture] if item.picture else [])
        if picture:
            pictured += 1
            assert page.xpath("//figure/img/@alt") == [picture.alt]
            assert picture.credit in page.xpath("string(//figcaption)")
    assert pictured == 20


def test_linked_data_can_be_read(editions: Sequence[Edition]) -> None:
    for design in ("broadsheet", "wire"):
        for _, item, body in pages(editions, design):
            script = html.document_fromstring(body).xpath("string(//script[@type='application/ld+json'])")
            stated = json.loads(script)
            facts = stated["@graph"][0] if "@graph" in stated else stated
            assert facts["@type"] == "NewsArticle"
            assert facts["headline"] == item.version.title
            assert facts["datePublished"] == item.published.isoformat()
            assert facts["dateModified"] == item.changed.isoformat()
            assert facts["license"] == licence_url(item.row.licence)


def test_related_links_lead_to_other_reports_of_the_site_the_same_storyline_first(
    editions: Sequence[Edition],
) -> None:
    for site, item, body in pages(editions):
        others = {other.address: other for other in next(shown for it, shown in editions if it is site)}
        hrefs = html.document_fromstring(body).xpath("//a/@href")
        related = [others[href] for href in hrefs if href in others]
        family = [other for other in others.values() if other.row.storyline == item.row.storyline != ""]
        assert item not in related
        assert len(related) == min(4, len(others) - 1)
        assert all(other in related[: len(family) - 1] for other in family[:4] if other is not item)


def test_home_page_leads_to_the_feed_and_to_every_report(editions: Sequence[Edition]) -> None:
    for site, shown in editions:
        page = html.document_fromstring(write_home(site, shown))
        feeds = page.xpath("//link[@rel='alternate']/@href")
        assert feeds == ([] if site.format == "sitemap" else [site.feed_path])
        assert meta(page, "og:site_name") == [site.outlet.name]
        assert page.xpath("//main//a/@href") == [item.address for item in shown]

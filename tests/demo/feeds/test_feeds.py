"""All feeds of the demo, read back by programs that know nothing of it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from time import struct_time
from typing import Any

import feedparser
import pytest
from lxml import etree

from octavo.demo.calendar import shown_times
from octavo.demo.feeds import write_feed
from octavo.demo.licences import licence_url
from octavo.demo.site import Item, Site, items, sites
from octavo.demo.world import World

Edition = tuple[Site, Sequence[Item]]

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
}


@pytest.fixture(params=[0, 3], ids=["first", "later"])
def editions(world: World, anchor: datetime, request: pytest.FixtureRequest) -> Sequence[Edition]:
    shown = shown_times(world.rows, anchor=anchor)
    return [(site, items(site, shown, step=request.param)) for site in sites(world.outlets)]


def of(editions: Sequence[Edition], *formats: str) -> Sequence[Edition]:
    found = [(site, shown) for site, shown in editions if site.format in formats]
    assert found
    return found


def parsed(site: Site, shown: Sequence[Item]) -> Any:
    feed = feedparser.parse(
        BytesIO(write_feed(site, shown)), sanitize_html=False, resolve_relative_uris=False
    )
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def moment(parsed: struct_time) -> tuple[int, ...]:
    return tuple(parsed)[:6]


def links(entry: Mapping[str, Any], rel: str) -> list[str]:
    return [link["href"] for link in entry["links"] if link["rel"] == rel]


def test_xml_feeds_say_what_they_are(editions: Sequence[Edition]) -> None:
    versions = {"rss2": "rss20", "rss1": "rss10", "atom": "atom10"}

    for site, shown in of(editions, *versions):
        feed = parsed(site, shown)
        assert feed.version == versions[site.format]
        assert feed.feed.title == site.outlet.name
        assert feed.feed.link == site.home
        assert feed.feed.language == site.outlet.language


def test_xml_feeds_give_back_each_report_whole(editions: Sequence[Edition]) -> None:
    for site, shown in of(editions, "rss2", "rss1", "atom"):
        entries = parsed(site, shown).entries
        assert len(entries) == len(shown)
        for entry, item in zip(entries, shown, strict=True):
            row = item.row
            assert (entry.title, entry.link) == (item.version.title, item.address)
            assert (
                entry.summary.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == item.summary
            )
            assert moment(entry.published_parsed) == moment(item.published.utctimetuple())
            assert entry.get("author", "") == row.author
            assert [tag.term for tag in entry.tags] == [row.section, *row.hashtags]
            assert entry.rights == row.attribution
            assert links(entry, "license") == [licence_url(row.licence)]


def test_xml_feeds_tell_when_a_report_changed(editions: Sequence[Edition]) -> None:
    for site, shown in of(editions, "rss2", "rss1", "atom"):
        for entry, item in zip(parsed(site, shown).entries, shown, strict=True):
            stated = dict(entry).get("updated_parsed")
            if stated is None:
                assert site.format == "rss2"
                assert item.updated is None
            else:
                assert moment(stated) == moment(item.changed.utctimetuple())


def test_xml_feeds_carry_pictures_with_their_credit(editions: Sequence[Edition]) -> None:
    pictured = 0
    for site, shown in of(editions, "rss2", "rss1", "atom"):
        for entry, item in zip(parsed(site, shown).entries, shown, strict=True):
            media = entry.get("media_content", [])
            assert [content["url"] for content in media] == ([item.picture] if item.picture else [])
            if item.row.picture:
                pictured += 1
                assert entry.media_credit[0]["content"] == item.row.picture.credit
                assert entry.media_license["href"] == licence_url(item.row.picture.licence)
    assert pictured


def test_identities_are_unique_and_outlive_a_new_version(world: World, anchor: datetime) -> None:
    shown = shown_times(world.rows, anchor=anchor)

    for site in sites(world.outlets):
        if site.format in ("rss2", "rss1", "atom"):
            first = [entry.id for entry in parsed(site, items(site, shown, step=0)).entries]
            last = [entry.id for entry in parsed(site, items(site, shown, step=8)).entries]
            assert len(set(first)) == len(first)
            assert first == last


def test_json_feed_keeps_to_its_format(editions: Sequence[Edition]) -> None:
    for site, shown in of(editions, "json"):
        feed = json.loads(write_feed(site, shown))
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert (feed["title"], feed["home_page_url"], feed["feed_url"]) == (
            site.outlet.name,
            site.home,
            site.feed,
        )
        for stated, item in zip(feed["items"], shown, strict=True):
            row = item.row
            assert stated["id"] == stated["url"] == item.address
            assert (stated["title"], stated["summary"], stated["content_text"]) == (
                item.version.title,
                item.summary,
                item.summary,
            )
            assert datetime.fromisoformat(stated["date_published"]) == item.published
            assert stated.get("date_modified") == (item.updated.isoformat() if item.updated else None)
            assert stated["tags"] == [row.section, *row.hashtags]
            assert stated.get("authors", []) == ([{"name": row.author}] if row.author else [])
            assert stated["_rights"]["attribution"] == row.attribution
            assert stated["_rights"]["licence"] == licence_url(row.licence)
            assert stated.get("image") == item.picture


def test_news_sitemap_lists_each_report_with_its_outlet(editions: Sequence[Edition]) -> None:
    for site, shown in of(editions, "sitemap"):
        urls = etree.fromstring(write_feed(site, shown)).findall("s:url", NAMES)
        assert len(urls) == len(shown)
        for url, item in zip(urls, shown, strict=True):
            news = url.find("n:news", NAMES)
            assert url.findtext("s:loc", namespaces=NAMES) == item.address
            assert url.findtext("s:lastmod", namespaces=NAMES) == item.changed.isoformat()
            assert news.findtext("n:publication/n:name", namespaces=NAMES) == site.outlet.name
            assert news.findtext("n:publication/n:language", namespaces=NAMES) == site.outlet.language
            assert news.findtext("n:publication_date", namespaces=NAMES) == item.published.isoformat()
            assert news.findtext("n:title", namespaces=NAMES) == item.version.title


def test_same_items_make_the_same_bytes(editions: Sequence[Edition]) -> None:
    for site, shown in editions:
        assert write_feed(site, shown) == write_feed(site, list(shown))

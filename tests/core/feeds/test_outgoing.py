import json
from datetime import timedelta

import pytest
from lxml import etree

from octavo.core.feeds.entry import Enclosure, ParsedFeed
from octavo.core.feeds.outgoing import OutgoingFeed, OutgoingItem, write_atom, write_json_feed
from octavo.core.feeds.parse import parse_feed
from tests.core.feeds.making import ADDRESS, NOON, url

ATOM = {"a": "http://www.w3.org/2005/Atom"}

ITEM = OutgoingItem(
    id="tag:desk.example,2026:story/1",
    url=url("https://desk.example/story/1"),
    title="Flood <b>& more</b> \x00",
    updated=NOON,
    published=NOON - timedelta(hours=1),
    summary="Water rose & fell.",
    content="<p>Water rose &amp; fell.</p>",
    authors=("Ada Moor", "Ben Quay"),
    tags=("flood", "elbe"),
    image=url("https://desk.example/1.jpg"),
    attachments=(Enclosure(url("https://desk.example/1.mp3"), "audio", "audio/mpeg", 12, 61, "Listen"),),
    language="ar",
    original=url("https://outlet.example/1"),
    licence="https://creativecommons.org/licenses/by/4.0/",
    rights="CC BY, Outlet",
)
FEED = OutgoingFeed(
    title="Desk & co",
    address=url("https://me:word@desk.example/feed"),
    home=url("https://desk.example/"),
    updated=NOON,
    language="en",
    description="All stories",
    items=(
        ITEM,
        OutgoingItem(
            id="tag:desk.example,2026:story/2",
            url=url("https://desk.example/story/2"),
            title="Bare",
            updated=NOON,
        ),
    ),
    next_page=url("https://desk.example/feed?page=2"),
)


def parsed(written: bytes) -> ParsedFeed:
    return parse_feed(written, content_type="", address=ADDRESS)


@pytest.mark.parametrize("write", [write_atom, write_json_feed])
def test_our_own_parser_reads_back_what_was_written(write: type) -> None:
    feed = parsed(write(FEED))

    first, second = feed.entries
    assert (feed.title, feed.home, feed.language, feed.problems) == (FEED.title, FEED.home, "en", ())
    assert (first.key, first.url, first.title) == (ITEM.id, ITEM.url, "Flood <b>& more</b>")
    assert (first.published, first.updated) == (ITEM.published, ITEM.updated)
    assert (first.content, first.summary) == (ITEM.content, ITEM.summary)
    assert (first.authors, first.categories, first.language) == (ITEM.authors, ITEM.tags, "ar")
    assert (first.licence, first.rights, first.image) == (ITEM.licence, ITEM.rights, ITEM.image)
    assert ITEM.attachments[0].url in [one.url for one in first.enclosures]
    assert (second.title, second.url) == ("Bare", url("https://desk.example/story/2"))


def test_atom_has_what_the_standard_demands() -> None:
    root = etree.fromstring(write_atom(FEED))

    assert root.xpath("count(a:id) = 1 and count(a:title) = 1 and count(a:updated) = 1", namespaces=ATOM)
    for entry in root.findall("a:entry", ATOM):
        assert entry.xpath("count(a:id) = 1 and count(a:title) = 1 and count(a:updated) = 1", namespaces=ATOM)
        assert entry.xpath("count(a:author/a:name) >= 1", namespaces=ATOM)
        assert entry.xpath("count(a:link[@rel='alternate']) = 1", namespaces=ATOM)
    assert root.findtext("a:entry/a:updated", namespaces=ATOM) == "2026-06-01T12:00:00Z"
    assert root.xpath("string(a:entry/a:link[@rel='via']/@href)", namespaces=ATOM) == ITEM.original


def test_json_feed_has_what_the_standard_demands() -> None:
    facts = json.loads(write_json_feed(FEED))

    assert facts["version"] == "https://jsonfeed.org/version/1.1"
    assert facts["next_url"] == FEED.next_page
    for one in facts["items"]:
        assert isinstance(one["id"], str)
        assert "content_html" in one or "content_text" in one
    assert facts["items"][0]["external_url"] == ITEM.original
    assert facts["items"][0]["attachments"][0]["duration_in_seconds"] == 61


def test_no_feed_names_a_secret() -> None:
    assert b"word" not in write_atom(FEED) + write_json_feed(FEED)


def test_an_empty_feed_is_a_feed() -> None:
    empty = OutgoingFeed(title="", address=ADDRESS, home=ADDRESS, updated=NOON)

    assert parsed(write_atom(empty)).entries == parsed(write_json_feed(empty)).entries == ()

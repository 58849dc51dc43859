"""Small feeds and entries for the tests."""

from collections.abc import Iterable
from datetime import UTC, datetime

from octavo.core.feeds.entry import Entry, ParsedFeed
from octavo.core.feeds.parse import parse_feed
from octavo.core.urls import Url, parse_url

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def url(text: str) -> Url:
    found = parse_url(text)
    assert found is not None
    return found


ADDRESS = url("https://feed.example/rss")


def item(
    name: str = "1", *, title: str | None = None, link: str | None = None, guid: str = "", more: str = ""
) -> str:
    """Write one RSS item; what is empty is left out."""
    title = f"Title {name}" if title is None else title
    link = f"https://news.example/{name}" if link is None else link
    parts = {"title": title, "link": link, "guid": guid}
    return (
        "<item>" + "".join(f"<{tag}>{text}</{tag}>" for tag, text in parts.items() if text) + more + "</item>"
    )


def rss(items: Iterable[str], *, head: str = '<?xml version="1.0" encoding="utf-8"?>') -> str:
    return f"{head}<rss version='2.0'><channel><title>Feed</title>{''.join(items)}</channel></rss>"


def parse(document: str | bytes, *, content_type: str = "") -> ParsedFeed:
    body = document.encode() if isinstance(document, str) else document
    return parse_feed(body, content_type=content_type, address=ADDRESS)


def entry(
    name: str = "1",
    *,
    key: str | None = None,
    link: str | None = "",
    title: str | None = None,
    summary: str = "",
    published: datetime | None = None,
    updated: datetime | None = None,
) -> Entry:
    """Make an entry whose key, link and title follow from *name* unless they are given."""
    return Entry(
        key=f"key-{name}" if key is None else key,
        url=None if link is None else url(link or f"https://news.example/{name}"),
        title=f"Title {name}" if title is None else title,
        summary=summary,
        published=published,
        updated=updated,
    )

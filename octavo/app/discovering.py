"""Finding feeds: from whatever address a person has (a feed, a home page, a channel) to feeds with their newest titles."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from octavo.app.compute import Done
from octavo.app.desk import Desk
from octavo.core.document import Document, Secret
from octavo.core.errors import BadInput, FeedError, FetchError, NotFound
from octavo.core.feeds.discover import feed_links, well_known, youtube_channel_feed, youtube_feed
from octavo.core.feeds.entry import ParsedFeed
from octavo.core.feeds.parse import parse_feed
from octavo.core.reading.access import origin
from octavo.core.urls import Url, host_of, origin_of, parse_url

MOST_TRIED: Final = 8
"""Of the feeds that a page names, so many are looked into."""
TITLES: Final = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A feed that can be followed."""

    url: Url
    title: str
    kind: str
    home: Url | None
    language: str
    entries: int
    newest: tuple[str, ...]
    """Titles of its newest entries."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """What an address led to."""

    feeds: tuple[Found, ...]
    is_feed: bool
    """The address is that of a feed itself (or of a channel that has exactly one)."""


@dataclass(frozen=True, slots=True)
class _Packet:
    body: bytes
    content_type: str
    address: Url


@dataclass(frozen=True, slots=True)
class _Look:
    """What a document turned out to be: a feed, or a page with links to some."""

    address: Url
    """After all redirects."""
    feed: ParsedFeed | None
    links: tuple[Url, ...] = ()


def address_of(text: str) -> Url:
    """Return the address that a person typed, with or without its scheme; raises BadInput."""
    text = text.strip().removeprefix("feed:")
    text = text.removeprefix("//") if text.startswith("//") else text
    url = parse_url(text if "://" in text else f"https://{text}")
    if url is None or "." not in host_of(url).strip("."):
        raise BadInput("That is no address of a feed or page. Give one such as https://news.example.org/rss.")
    return url


async def discover(desk: Desk, address: str, *, secret: Secret | None = None) -> Discovery:
    """Return the feeds that *address* is, names, or has where feeds usually stand.

    Raises BadInput where it is no address, FetchError where it cannot be had, NotFound where there is no feed.
    """
    url = address_of(address)
    if origin_of(url) == origin(desk.settings.url):
        raise BadInput("That is this Octavo's own address; it would follow itself.")
    url = youtube_feed(url) or url
    look = await _look_at(desk, await _get(desk, url, secret))
    if look.feed is not None:
        return Discovery((_found(url, look.feed),), is_feed=True)
    found = await _readable(desk, look.links[:MOST_TRIED], secret) or await _usual(desk, look.address, secret)
    if not found:
        raise NotFound(
            "No feed was found there. Look on the site for a link named RSS or Feed, and give its address."
        )
    is_channel = len(found) == 1 and youtube_feed(found[0].url) is not None
    return Discovery(tuple(found), is_feed=is_channel)


async def _get(desk: Desk, url: Url, secret: Secret | None) -> Document:
    answer = await desk.web.get(url, kind="feed", secret=secret)
    assert isinstance(answer, Document)  # nothing conditional was asked
    return answer


async def _look_at(desk: Desk, document: Document) -> _Look:
    packet = _Packet(document.body, document.content_type, document.url)
    outcome = (await desk.compute(_look, [packet]))[0]
    return outcome.value if isinstance(outcome, Done) else _Look(document.url, None)


async def _readable(desk: Desk, urls: Sequence[Url], secret: Secret | None) -> list[Found]:
    """Return those of *urls* that are feeds, in their order."""
    found = await asyncio.gather(*(_try(desk, url, secret) for url in urls))
    return [one for one in found if one is not None]


async def _usual(desk: Desk, address: Url, secret: Secret | None) -> list[Found]:
    """Return the first feed that stands where feeds usually do."""
    for url in well_known(address):
        if found := await _try(desk, url, secret):
            return [found]
    return []


async def _try(desk: Desk, url: Url, secret: Secret | None) -> Found | None:
    try:
        document = await _get(desk, url, secret)
    except FetchError:
        return None  # a page may well name feeds that are gone
    look = await _look_at(desk, document)
    return _found(url, look.feed) if look.feed else None


def _look(packet: _Packet) -> _Look:
    try:
        return _Look(
            packet.address, parse_feed(packet.body, content_type=packet.content_type, address=packet.address)
        )
    except FeedError:
        links = [
            link.url
            for link in feed_links(packet.body, content_type=packet.content_type, address=packet.address)
        ]
        channel = youtube_channel_feed(packet.body) if _is_youtube(packet.address) else None
        return _Look(packet.address, None, (channel,) if channel else tuple(links))


def _is_youtube(address: Url) -> bool:
    return host_of(address).removeprefix("www.").removeprefix("m.") == "youtube.com"


def _found(url: Url, feed: ParsedFeed) -> Found:
    newest = sorted(feed.entries, key=lambda e: e.published.timestamp() if e.published else 0.0, reverse=True)
    titles = tuple(entry.title for entry in newest if entry.title)[:TITLES]
    count = len(feed.entries) or len(feed.children)
    return Found(url, feed.title, feed.kind, feed.home, feed.language, count, titles)

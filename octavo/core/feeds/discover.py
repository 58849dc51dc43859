"""Find the feeds of a page: what it links to as its feeds, well-known paths, and YouTube's addresses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import parse_qs, quote, urlsplit

from lxml import etree

from octavo.core.feeds.charset import decode
from octavo.core.feeds.feed_scheme import web_address
from octavo.core.feeds.plain import one_line
from octavo.core.urls import Url, host_of, parse_url

LinkKind = Literal["rss", "atom", "json", "unknown"]

WELL_KNOWN: Final = (
    "/feed",
    "/rss",
    "/feed.xml",
    "/rss.xml",
    "/atom.xml",
    "/index.xml",
    "/feed.json",
    "/feeds/posts/default",
    "/?feed=rss2",
    "/news-sitemap.xml",
    "/sitemap.xml",
)
"""Where feeds stand on sites that do not link them; to be tried in this order."""

MOST: Final = 50
_SCANNED: Final = 5_000_000

_KINDS: Final[dict[str, LinkKind]] = {
    "application/rss+xml": "rss",
    "application/rdf+xml": "rss",
    "application/atom+xml": "atom",
    "application/feed+json": "json",
    "application/xml": "unknown",
    "text/xml": "unknown",
}
_COMMENTS: Final = re.compile(r"comments?|oembed|wlwmanifest|opensearch", re.IGNORECASE)
_FEED_PATH: Final = re.compile(
    r"(?:^|/)(?:feeds?|rss|atom)(?:/|$)|(?:^|[/._-])(?:rss2?|atom|feeds?|rdf)\.(?:xml|json|php|aspx?)$|\.(?:rss|atom)$|"
    r"/(?:index|news)\.(?:rdf|xml)$",
    re.IGNORECASE,
)
_FEED_QUERY: Final = re.compile(
    r"(?:^|&)(?:feed|format|type)=(?:rss2?|atom|feed|rdf|json)(?:&|$)", re.IGNORECASE
)
_FEED_TEXT: Final = re.compile(r"\b(?:rss|atom|feed)\b|تغذية|خلاصات", re.IGNORECASE)

_CHANNEL: Final = re.compile(r"UC[\w-]{22}")
_PLAYLIST: Final = re.compile(r"[\w-]{12,64}")
_CHANNEL_IN_PAGE: Final = re.compile(
    r"itemprop=\"(?:channelId|identifier)\"\s+content=\"(UC[\w-]{22})\"|"
    r"\"(?:externalId|channelId|browseId)\"\s*:\s*\"(UC[\w-]{22})\"|"
    r"href=\"https://www\.youtube\.com/channel/(UC[\w-]{22})\""
)
_YOUTUBE: Final = ("youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com")
_YOUTUBE_FEED: Final = "https://www.youtube.com/feeds/videos.xml"


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names."""

    url: Url
    title: str = ""
    kind: LinkKind = "unknown"


def feed_links(html: bytes, *, content_type: str, address: Url) -> tuple[FeedLink, ...]:
    """Return the feeds that a page names, each once: those in its head, then links that plainly are feeds.

    Feeds of comments come last among their kind.
    """
    root = _tree(decode(html[:_SCANNED], content_type=content_type))
    if root is None:
        return ()
    base = next((parse_url(one.get("href", ""), address) for one in root.iter("base")), None) or address
    stated = sorted(
        _stated(root, base=base), key=lambda link: bool(_COMMENTS.search(f"{link.url} {link.title}"))
    )
    found: dict[Url, FeedLink] = {}
    for link in (*stated, *_anchors(root, base=base)):
        if link.url != address:
            found.setdefault(link.url, link)
    return tuple(found.values())[:MOST]


def well_known(address: Url) -> tuple[Url, ...]:
    """Return the addresses on a site at which feeds often stand."""
    return tuple(url for path in WELL_KNOWN if (url := parse_url(path, address)))


def youtube_feed(address: Url) -> Url | None:
    """Return the feed of a YouTube channel, user or playlist by its address; None where the address does not hold it."""
    if host_of(address) not in _YOUTUBE:
        return None
    parts = urlsplit(address)
    if parts.path == "/feeds/videos.xml":
        return address
    playlist = parse_qs(parts.query).get("list", [""])[0]
    match parts.path.strip("/").split("/"):
        case ["channel", channel, *_] if _CHANNEL.fullmatch(channel):
            return parse_url(f"{_YOUTUBE_FEED}?channel_id={channel}")
        case ["user", name, *_] if name:
            return parse_url(f"{_YOUTUBE_FEED}?user={quote(name, safe='%')}")
        case ["playlist"] if _PLAYLIST.fullmatch(playlist):
            return parse_url(f"{_YOUTUBE_FEED}?playlist_id={playlist}")
        case _:
            return None


def youtube_channel_feed(html: bytes) -> Url | None:
    """Return the feed of the channel whose page this is (`/@name`, `/c/name`); None where the page names no channel."""
    found = _CHANNEL_IN_PAGE.search(html[:_SCANNED].decode("utf-8", "replace"))
    return parse_url(f"{_YOUTUBE_FEED}?channel_id={found[found.lastindex or 0]}") if found else None


def _tree(text: str) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, recover=True, remove_comments=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, etree.ParserError):
        return None
    return root


def _stated(root: etree._Element, *, base: Url) -> Iterator[FeedLink]:
    """Yield what the page's link elements call its feeds."""
    for one in root.iter("link"):
        relations = one.get("rel", "").lower().split()
        media_type = one.get("type", "").partition(";")[0].strip().lower()
        named = "feed" in relations or ("alternate" in relations and "stylesheet" not in relations)
        kind = _KINDS.get(media_type, "unknown")
        if not named or not (
            "feed" in relations or (media_type in _KINDS and (kind != "unknown" or _is_feed(one)))
        ):
            continue
        if url := parse_url(one.get("href", ""), base):
            yield FeedLink(url, one_line(one.get("title", ""), longest=200), kind)


def _is_feed(element: etree._Element) -> bool:
    return _looks_like_feed(element.get("href", ""))


def _anchors(root: etree._Element, *, base: Url) -> Iterable[FeedLink]:
    """Yield the anchors that plainly lead to a feed: by their type, or by address and text both."""
    for one in root.iter("a"):
        href = one.get("href", "")
        media_type = one.get("type", "").partition(";")[0].strip().lower()
        text = one_line(" ".join([*one.itertext(), one.get("title", "")]), longest=200)
        plainly = _KINDS.get(media_type, "unknown") != "unknown"
        if plainly or (
            _looks_like_feed(href) and (_FEED_TEXT.search(text) or href.endswith((".rss", ".atom")))
        ):
            url = parse_url(web_address(href), base)
            if url:
                yield FeedLink(url, text, _KINDS.get(media_type, "unknown"))


def _looks_like_feed(href: str) -> bool:
    path, _, query = href.partition("#")[0].partition("?")
    return bool(_FEED_PATH.search(path) or _FEED_QUERY.search(query))

"""What a feed states, before anything of it has been fetched."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from octavo.core.urls import Url

FeedKind = Literal["rss", "atom", "json", "sitemap", "sitemap_index"]
EnclosureKind = Literal["audio", "video", "image", "other"]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A media file that comes with an entry (RSS enclosure, Atom link, JSON Feed attachment, Media RSS content)."""

    url: Url
    kind: EnclosureKind
    type: str = ""
    """Media type as stated, or empty."""
    bytes: int | None = None
    seconds: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as the feed states it; nothing has been fetched yet."""

    key: str
    """Its identity inside the feed: guid or id; else the canonical address; else a digest of title and date. Never empty."""
    url: Url | None
    """Where the article stands; None for an item without a usable link."""
    title: str
    """Plain text in one line: tags removed, character references decoded once; may be empty."""
    summary: str = ""
    """Html as stated (not cleaned), or plain text; may be empty."""
    content: str = ""
    """The full text as html, where the feed carries one beside or instead of the summary."""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    """With zone, in UTC; None where it is missing or unreadable. An item with one date was published then.

    A page of a sitemap has only `updated`, unless it is news. A date may lie ahead: who knows the time judges that.
    """
    updated: datetime | None = None
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    image: Url | None = None
    language: str = ""
    """BCP 47 tag as stated for the entry or its feed, or empty."""
    licence: str = ""
    """Address of the licence, where the feed states one (Creative Commons and Atom licence elements), or empty."""
    rights: str = ""
    """The copyright or attribution line, as stated, or empty."""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed's own facts and its entries, in the feed's order."""

    kind: FeedKind
    entries: tuple[Entry, ...]
    title: str = ""
    home: Url | None = None
    language: str = ""
    ttl: timedelta | None = None
    hub: Url | None = None
    """WebSub hub that the feed names."""
    children: tuple[tuple[Url, datetime | None], ...] = ()
    """For a sitemap index: its sitemaps with their lastmod."""
    problems: tuple[str, ...] = ()
    """What was wrong and read over, one short sentence each."""

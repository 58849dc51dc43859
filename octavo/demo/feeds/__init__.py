"""The feeds that the demo's outlets publish, one file per format."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from octavo.demo.feeds import atom, json_feed, rss1, rss2, sitemap
from octavo.demo.site import FeedFormat, Item, Site

_WRITERS: Final[Mapping[FeedFormat, Callable[[Site, Sequence[Item]], bytes]]] = {
    "rss2": rss2.write,
    "rss1": rss1.write,
    "atom": atom.write,
    "json": json_feed.write,
    "sitemap": sitemap.write,
}

MEDIA_TYPES: Final[Mapping[FeedFormat, str]] = {
    "rss2": "application/rss+xml",
    "rss1": "application/rdf+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
    "sitemap": "application/xml",
}


def write_feed(site: Site, shown: Sequence[Item]) -> bytes:
    """Return the site's feed of *shown*, the same bytes for the same items."""
    return _WRITERS[site.format](site, shown)

"""Bytes to a feed: what kind of document it is, and who reads that kind."""

import re
import zlib
from dataclasses import replace
from typing import Final

from octavo.core.errors import FeedError
from octavo.core.feeds import rss_atom, sitemap
from octavo.core.feeds.charset import decode
from octavo.core.feeds.entry import ParsedFeed
from octavo.core.feeds.identity import tell_apart
from octavo.core.feeds.json_feed import parse_json_feed
from octavo.core.urls import Url

MOST_UNPACKED: Final = 50 * 1024 * 1024
"""A body that is still gzip (`sitemap.xml.gz`) is unpacked up to so many bytes."""

_MOST_MEMBERS: Final = 100
_GZIP: Final = b"\x1f\x8b"
_SNIFFED: Final = 20_000
"""The root element is nearly always within so many characters; only a long document type pushes it further."""

_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED_IN_PAGE: Final = re.compile(r"<rss\s+version=|<feed\s+[^<>]*xmlns=", re.IGNORECASE)
"""Some programs wrap a whole feed into a page's body; an inline element that merely has such a name is no feed."""
_OPML: Final = re.compile(r"<opml\b", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def parse_feed(body: bytes, *, content_type: str, address: Url) -> ParsedFeed:
    """Return what the feed in *body*, fetched from *address*, states; the bytes decide, not the content type.

    Raises FeedError, with one sentence for the user, where the bytes are no feed. One entry that is odd or broken
    never costs the others; what was read over stands in `problems`.
    """
    if body.startswith(_GZIP):
        body = _unpack(body)
    text = decode(body, content_type=content_type).lstrip()
    if not text:
        raise FeedError("The address answers with an empty document, which is no feed.")
    parsed = _parse(text, address=address)
    return replace(parsed, entries=tell_apart(parsed.entries))


def _parse(text: str, *, address: Url) -> ParsedFeed:
    if text[0] in "{[":
        return parse_json_feed(text, address=address)
    head = _COMMENT.sub("", text[:_SNIFFED])
    found = _places(head) or _places(text)
    match min(found, key=lambda kind: found[kind], default=None):
        case "page" if not _FEED_IN_PAGE.search(head):
            raise FeedError(
                "The address answers with a web page, not a feed; use the page's own feed address."
            )
        case "opml":
            raise FeedError(
                "The address answers with a list of feeds (OPML); import it instead of following it."
            )
        case "sitemap":
            return sitemap.parse_sitemap(text, address=address)
        case "feed" | "page":
            return rss_atom.parse_rss_atom(text, address=address)
        case _:
            raise FeedError(
                "The address answers with something that is no feed: neither RSS, Atom, JSON Feed nor a sitemap."
            )


def _places(head: str) -> dict[str, int]:
    """Return where the first element of each kind of document stands."""
    patterns = {"feed": rss_atom.ROOT, "sitemap": sitemap.ROOT, "page": _PAGE, "opml": _OPML}
    return {kind: found.start() for kind, pattern in patterns.items() if (found := pattern.search(head))}


def _unpack(body: bytes) -> bytes:
    """Unpack gzip, all its members, within the limit; a cut stream is refused, for half a feed looks like lost entries."""
    unpacked = b""
    for _ in range(_MOST_MEMBERS):
        stream = zlib.decompressobj(wbits=31)
        try:
            unpacked += stream.decompress(body, MOST_UNPACKED + 1 - len(unpacked))
        except zlib.error as error:
            raise FeedError("The address answers with a packed document that cannot be unpacked.") from error
        if len(unpacked) > MOST_UNPACKED:
            raise FeedError(
                f"The packed document is larger than {MOST_UNPACKED // 1024 // 1024} MB when unpacked."
            )
        if not stream.eof:
            raise FeedError("The address answers with a packed document that is cut off.")
        body = stream.unused_data
        if not body.startswith(_GZIP):
            break
    return unpacked

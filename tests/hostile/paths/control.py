"""What every fetcher must manage; one that refuses everything fails here."""

import json

from tests.hostile.kit import FEED, PAGE, Ask, Catalogue, head, reply

ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><title>Hostile</title><id>tag:news.example:feed</id>'
    b"<updated>2026-06-01T12:00:00Z</updated><entry><id>tag:news.example:1</id><title>Entry 1</title>"
    b'<updated>2026-06-01T12:00:00Z</updated><link href="https://news.example/1"/></entry></feed>'
)
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Hostile",
        "items": [{"id": "1", "url": "https://news.example/1", "title": "Entry 1"}],
    }
).encode()


def plug(paths: Catalogue) -> None:
    """Register the paths of this group."""
    paths.add("/control/rss", lambda ask: reply(FEED), "Fetch a plain RSS feed.", body=FEED)
    paths.add("/control/atom", lambda ask: reply(ATOM), "Fetch a plain Atom feed.", body=ATOM)
    paths.add("/control/json", lambda ask: reply(JSON_FEED), "Fetch a plain JSON Feed.", body=JSON_FEED)
    paths.add("/control/page", lambda ask: reply(PAGE), "Fetch a plain page.", body=PAGE)
    paths.add("/control/chunked", _chunked, "Fetch a feed sent in chunks.", body=FEED)
    paths.add("/control/until-closed", lambda ask: head() + FEED, "Fetch to the end of the line.", body=FEED)
    paths.add("/control/bare-newlines", _bare_newlines, "Read a head with bare newlines.", body=FEED)


def _chunked(ask: Ask) -> bytes:
    chunks = (FEED[start : start + 100] for start in range(0, len(FEED), 100))
    body = b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks)
    return head(headers=[("Transfer-Encoding", "chunked")]) + body + b"0\r\n\r\n"


def _bare_newlines(ask: Ask) -> bytes:
    return b"HTTP/1.1 200 OK\nContent-Length: %d\nConnection: close\n\n" % len(FEED) + FEED

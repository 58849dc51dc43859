"""Odd content, which a fetcher hands on as it came: what it means is for the reader of feeds to say."""

from tests.hostile.kit import FEED, PAGE, Catalogue, head, item, reply, rss, served

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_ENTITY_BOMB = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{_LAUGHS}]>'.encode()
_ENTITY_FILE = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
_DEEP = b"<div>" * 50_000


def plug(paths: Catalogue) -> None:
    """Register the paths of this group."""
    title = item(1).replace("Entry 1", "&l9;").encode()
    for name, body, kind in (
        ("wrong-type", FEED, "image/png"),
        ("html-type", FEED, "text/html"),
        (
            "charset-lies",
            FEED.replace(b"Entry", "\u00c9ntry".encode()),
            "application/rss+xml; charset=us-ascii",
        ),
        ("html-page", PAGE, "application/rss+xml"),
        ("entity-bomb", _ENTITY_BOMB + b"<rss><channel>" + title + b"</channel></rss>", "text/xml"),
        ("entity-file", _ENTITY_FILE + b"<rss><channel><title>&f;</title></channel></rss>", "text/xml"),
        ("bare-ampersand", rss([item(1).replace("Entry", "A & B"), item(2)]), "text/xml"),
        ("control-characters", rss([item(1).replace("Entry", "A\x00\x0bB"), item(2)]), "text/xml"),
        ("cut-in-the-middle", FEED[: len(FEED) // 2], "text/xml"),
        ("deep", b"<rss><channel>" + _DEEP, "text/xml"),
        ("attributes", b"<rss " + b" ".join(b'a%d=""' % n for n in range(100_000)) + b"/>", "text/xml"),
        ("thousands", rss(item(n) for n in range(5000)), "text/xml"),
        (
            "links-javascript",
            rss([item(1).replace("https://news.example/1", "javascript:alert(1)")]),
            "text/xml",
        ),
    ):
        answer = reply(body, [("Content-Type", kind)])
        paths.add(f"/content/{name}", served(answer), "Hand it on as it came.", body=body)
    no_type = head(headers=[("Content-Length", len(FEED)), ("Connection", "close")]) + FEED
    paths.add("/content/no-type", served(no_type), "Need no Content-Type.", body=FEED)

"""ETag, Last-Modified, Cache-Control, and 304 out of place."""

from octavo.core.errors import BadTransfer
from tests.hostile.kit import FEED, Ask, Catalogue, Handler, head, reply, served


def plug(paths: Catalogue) -> None:
    """Register the paths of this group."""
    for name, header, value in (
        ("weak", "ETag", 'W/"v1"'),
        ("unquoted", "ETag", "v1"),
        ("with-comma", "ETag", '"a, b"'),
        ("utf-8", "ETag", '"\u00e9"'.encode().decode("latin-1")),
        ("modified", "Last-Modified", "Mon, 01 Jun 2026 12:00:00 GMT"),
    ):
        paths.add(f"/validators/{name}", _echoed(header, value), "Echo it to the byte.", polls=2)
    for name, header, value in (
        ("odd-bytes", "ETag", '"\xff\xfe"'),
        ("long", "ETag", '"' + "e" * 30_000 + '"'),
        ("no-date", "Last-Modified", "yesterday"),
    ):
        paths.add(f"/validators/{name}", _forgotten(header, value), "Forget it.", polls=2, body=FEED)
    paths.add("/validators/not-asked", served(head("304 Not Modified")), "Report it.", BadTransfer)
    paths.add("/validators/with-body", _with_body, "Take a 304 for what it says.", polls=3)
    paths.add("/validators/ten-years", served(_fresh("max-age=315360000")), "Believe a week.", body=FEED)
    paths.add("/validators/max-age-huge", served(_fresh(f"max-age={'9' * 40}")), "Survive it.", body=FEED)
    paths.add("/validators/max-age-words", served(_fresh("max-age=soon")), "Survive it.", body=FEED)


def _condition(ask: Ask) -> str:
    return ask.headers.get("if-none-match", "") or ask.headers.get("if-modified-since", "")


def _echoed(header: str, value: str) -> Handler:
    def handler(ask: Ask) -> bytes:
        if ask.time == 1:
            return reply(FEED, [(header, value)])
        return head("304 Not Modified") if _condition(ask) == value else reply(b"", status="500 Not Echoed")

    return handler


def _forgotten(header: str, value: str) -> Handler:
    def handler(ask: Ask) -> bytes:
        return reply(b"", status="500 Sent Back") if _condition(ask) else reply(FEED, [(header, value)])

    return handler


def _with_body(ask: Ask) -> bytes:
    status = "304 Not Modified" if ask.time > 1 else "200 OK"
    return head(status, [("ETag", '"v1"'), ("Content-Length", len(FEED))]) + FEED


def _fresh(cache_control: str) -> bytes:
    return reply(FEED, [("Cache-Control", cache_control)])

"""Status codes, Retry-After and bot walls."""

from octavo.core.errors import (
    BadTransfer,
    BlockedByOutlet,
    ClientError,
    FetchError,
    Gone,
    ServerError,
    TooManyRequests,
)
from tests.hostile.kit import FEED, PAGE, Ask, Catalogue, head, reply, served

_WALL = (
    b"<!DOCTYPE html><html><head><title>Just a moment...</title></head>"
    b"<body><script>window._cf_chl_opt={}</script></body></html>"
)


def plug(paths: Catalogue) -> None:
    """Register the paths of this group."""
    _plug_failures(paths)
    _plug_waits(paths)
    _plug_walls(paths)
    paths.add("/status/500-then-200", _then_good, "Recover at the second poll.", polls=2, body=FEED)
    paths.add("/status/410-then-200", _back_again, "Recover at the second poll.", polls=2, body=FEED)


def _plug_failures(paths: Catalogue) -> None:
    rows: tuple[tuple[str, str, type[FetchError]], ...] = (
        ("401", "401 Unauthorized", BlockedByOutlet),
        ("403", "403 Forbidden", BlockedByOutlet),
        ("404", "404 Not Found", ClientError),
        ("410", "410 Gone", Gone),
        ("418", "418 I'm a teapot", ClientError),
        ("451", "451 Unavailable For Legal Reasons", BlockedByOutlet),
        ("500", "500 Internal Server Error", ServerError),
        ("503", "503 Service Unavailable", ServerError),
        ("599", "599 Odd", ServerError),
        ("999", "999 Request Denied", ServerError),
        ("206", "206 Partial Content", BadTransfer),
        ("300", "300 Multiple Choices", BadTransfer),
    )
    for name, status, ends_in in rows:
        answer = reply(FEED, [("Content-Type", "application/rss+xml")], status=status)
        paths.add(f"/status/{name}", served(answer), "Report it, whatever the body says.", ends_in)
    for name, answer in (
        ("204", head("204 No Content")),
        ("204-with-body", head("204 No Content") + FEED),
        ("200-empty", reply(b"")),
    ):
        paths.add(f"/status/{name}", served(answer), "Say that there is no document.", BadTransfer)


def _plug_waits(paths: Catalogue) -> None:
    for name, value in (
        ("seconds", "120"),
        ("zero", "0"),
        ("date", "Thu, 01 Jan 2032 00:00:00 GMT"),
        ("past", "Thu, 01 Jan 1970 00:00:00 GMT"),
        ("huge", "9" * 30),
        ("negative", "-5"),
        ("words", "soon \xb2"),
        ("odd-date", "Thu, 99 Foo 20262026 99:99:99 GMT"),
    ):
        answer = reply(PAGE, [("Retry-After", value)], status="429 Too Many Requests")
        paths.add(f"/status/429-{name}", served(answer), "Wait, for a bounded time.", TooManyRequests)
    patience = reply(PAGE, [("Retry-After", "60")], status="503 Service Unavailable")
    paths.add("/status/503-wait", served(patience), "Wait.", TooManyRequests)


def _plug_walls(paths: Catalogue) -> None:
    mitigated = [("cf-mitigated", "challenge")]
    for name, answer in (
        ("503", reply(_WALL, status="503 Service Unavailable")),
        ("403", reply(_WALL, mitigated, status="403 Forbidden")),
        ("200", reply(_WALL)),
        ("202", reply(b"", [("x-amzn-waf-action", "challenge")], status="202 Accepted")),
        ("429", reply(_WALL, status="429 Too Many Requests")),
    ):
        paths.add(f"/status/wall-{name}", served(answer), "Know a bot wall.", BlockedByOutlet)


def _then_good(ask: Ask) -> bytes:
    return reply(b"oops", status="500 Internal Server Error") if ask.time == 1 else reply(FEED)


def _back_again(ask: Ask) -> bytes:
    return reply(b"gone", status="410 Gone") if ask.time == 1 else reply(FEED)

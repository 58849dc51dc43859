"""Bodies and heads without end, without length, without hurry."""

from octavo.core.errors import BadTransfer, TimedOut, TooLarge
from tests.hostile.kit import (
    FEED,
    MB,
    Catalogue,
    Ending,
    Handler,
    drip,
    forever,
    head,
    served,
    silence,
    then_silence,
)

_CHUNKED = head(headers=[("Transfer-Encoding", "chunked")])


def plug(paths: Catalogue) -> None:
    """Register the paths of this group."""
    _plug_endless(paths)
    _plug_slow(paths)
    _plug_cut(paths)
    _plug_lying(paths)


def _plug_endless(paths: Catalogue) -> None:
    piece = b" " * 65536
    chunk = b"%x\r\n%s\r\n" % (len(piece), piece)
    lines = b"X-A: b\r\n" * 9000
    tiny = b"1\r\n \r\n" * 10_000
    rows: tuple[tuple[str, bytes, bytes, Ending], ...] = (
        ("body", head() + FEED, piece, TooLarge),
        ("chunks", _CHUNKED, chunk, TooLarge),
        ("tiny-chunks", _CHUNKED, tiny, BadTransfer),
        ("line", b"HTTP/1.1 200 OK\r\nX-Long: ", piece, BadTransfer),
        ("lines", b"HTTP/1.1 200 OK\r\n", lines, BadTransfer),
        ("reason", b"HTTP/1.1 200 ", b"a" * 65536, BadTransfer),
        ("continue", b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 2000, BadTransfer),
        ("trailers", _CHUNKED + b"0\r\n", lines, BadTransfer),
    )
    for name, start, rest, ends_in in rows:
        paths.add(f"/size/endless-{name}", _forever(start, rest), "Stop at a limit.", ends_in, heavy=True)


def _forever(start: bytes, rest: bytes) -> Handler:
    return lambda ask: forever(start, rest)


def _plug_slow(paths: Catalogue) -> None:
    bytes_of_feed = [bytes([byte]) for byte in FEED * 20]
    lines = [b"X-%d: y\r\n" % n for n in range(10_000)]
    start = b"HTTP/1.1 200 OK\r\n"
    promised = head(headers=[("Content-Length", 10 * MB)])
    for name, handler in (
        ("body", lambda ask: drip([head(), *bytes_of_feed], seconds=0.2)),
        ("head", lambda ask: drip([start, *lines], seconds=0.2)),
        ("never-answers", lambda ask: silence()),
        ("stops-in-head", lambda ask: then_silence(start)),
        ("stops-after-head", lambda ask: then_silence(head())),
        ("promises-more", lambda ask: then_silence(promised + FEED)),
        ("last-chunk-missing", lambda ask: then_silence(_CHUNKED + b"%x\r\n%s\r\n" % (len(FEED), FEED))),
    ):
        paths.add(f"/size/slow-{name}", handler, "Give up when the time is over.", TimedOut)


def _plug_cut(paths: Catalogue) -> None:
    whole = head(headers=[("Content-Length", len(FEED))]) + FEED
    for name, answer in (
        ("at-once", b""),
        ("in-head", b"HTTP/1.1 200 OK\r\nContent-Ty"),
        ("in-body", whole[:-50]),
        ("in-chunk", _CHUNKED + b"%x\r\n%s" % (len(FEED), FEED[:200])),
        ("before-last-chunk", _CHUNKED + b"%x\r\n%s\r\n" % (len(FEED), FEED)),
    ):
        paths.add(f"/size/closes-{name}", served(answer), "Take no part for the whole.", BadTransfer)


def _plug_lying(paths: Catalogue) -> None:
    for name, size in (
        ("letters", b"hello"),
        ("negative", b"-1"),
        ("huge", b"f" * 18),
        ("hex-prefix", b"0x300"),
        ("empty", b""),
        ("too-big", b"ffffff"),
        ("long-line", b"1" * 300_000),
    ):
        answer = _CHUNKED + size + b"\r\n" + FEED + b"\r\n0\r\n\r\n"
        paths.add(f"/size/chunk-size-{name}", served(answer), "Refuse the size of the chunk.", BadTransfer)
    for name, answer in (
        ("negative", head(headers=[("Content-Length", -1)]) + FEED),
        ("letters", head(headers=[("Content-Length", "many")]) + FEED),
        ("two", head(headers=[("Content-Length", 10), ("Content-Length", len(FEED))]) + FEED),
        ("and-chunked", head(headers=[("Content-Length", 7), ("Transfer-Encoding", "chunked")]) + FEED),
    ):
        paths.add(f"/size/length-{name}", served(answer), "Refuse two minds about the length.", BadTransfer)
    paths.add("/size/not-http", served(b"+OK POP3 ready\r\n" * 20), "Refuse what is no HTTP.", BadTransfer)
    paths.add("/size/http-0.9", served(FEED), "Refuse a body without a head.", BadTransfer)

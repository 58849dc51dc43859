"""Bodies that are larger, smaller or other than their coding says."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

import brotli
import zstandard

from octavo.core.errors import BadTransfer, ClientError, TooLarge
from tests.hostile.kit import FEED, MB, Ask, Catalogue, Ending, packed, redirect, reply, served

CODINGS: Final = ("gzip", "deflate", "br", "zstd")
_BOMB_SIZE: Final = 150 * MB


def plug(paths: Catalogue) -> None:
    """Register the paths of this group."""
    for coding in CODINGS:
        paths.add(f"/compression/{coding}", _plain(coding), f"Unpack {coding}.", body=FEED)
        paths.add(f"/compression/bomb-{coding}", _bomb(coding), "Stop at the limit.", TooLarge, heavy=True)
        paths.add(f"/compression/cut-{coding}", _cut(coding), "Take no part for the whole.", BadTransfer)
    _plug_bombs(paths)
    _plug_oddities(paths)


def _plug_bombs(paths: Catalogue) -> None:
    paths.add(
        "/compression/bomb-behind-redirect",
        lambda ask: redirect("/compression/bomb-gzip"),
        "Hold the limit after a redirect as well.",
        TooLarge,
        heavy=True,
    )
    paths.add(
        "/compression/bomb-in-error",
        lambda ask: packed(bomb("gzip"), "gzip", status="404 Not Found"),
        "Say that it is not there; nobody reads the body of that.",
        ClientError,
        heavy=True,
    )
    paths.add(
        "/compression/bomb-in-redirect",
        lambda ask: redirect("/control/rss", body=bomb("gzip"), more=[("Content-Encoding", "gzip")]),
        "Follow the redirect without unpacking what comes with it.",
        body=FEED,
        heavy=True,
    )
    paths.add(
        "/compression/bomb-twice",
        lambda ask: packed(gzip.compress(bomb("gzip")), "gzip, gzip"),
        "Count what comes out of every layer.",
        TooLarge,
        heavy=True,
    )
    paths.add(
        "/compression/bomb-unlabelled",
        lambda ask: reply(bomb("gzip")),
        "Hold the limit for a feed that is gzip without saying so.",
        TooLarge,
        heavy=True,
    )


def _plug_oddities(paths: Catalogue) -> None:
    half = len(FEED) // 2
    two = gzip.compress(FEED[:half]) + gzip.compress(FEED[half:])
    fifty = FEED
    for _ in range(50):
        fifty = gzip.compress(fifty)
    bad_sum = gzip.compress(FEED)[:-8] + bytes(8)
    rows: tuple[tuple[str, bytes, str, str, Ending], ...] = (
        ("two-members", two, "gzip", "Read all members of a gzip file.", None),
        ("then-noise", gzip.compress(FEED) + b"noise" * 9, "gzip", "Pass over what follows the file.", None),
        ("x-gzip", gzip.compress(FEED), "X-GZIP", "Know gzip by its old name.", None),
        ("deflate-raw", deflated([FEED], -15), "deflate", "Unpack deflate without its head.", None),
        (
            "twice",
            gzip.compress(deflated([FEED], 15)),
            "deflate, gzip",
            "Unpack two layers, last first.",
            None,
        ),
        ("identity", FEED, "identity", "Know that identity is no coding.", None),
        ("charset-as-coding", FEED, "UTF-8", "Pass over a charset in the wrong header.", None),
        ("file-as-it-is", gzip.compress(FEED), "", "Unpack a feed that is a gzip file.", None),
        ("fifty", fifty, ", ".join(["gzip"] * 50), "Refuse fifty layers.", BadTransfer),
        ("thousands", gzip.compress(b"") * 5000, "gzip", "Refuse thousands of empty members.", BadTransfer),
        ("plain-as-gzip", FEED, "gzip", "Refuse what is not gzip.", BadTransfer),
        ("gzip-as-br", gzip.compress(FEED), "br", "Refuse another coding than stated.", BadTransfer),
        ("gzip-as-zstd", gzip.compress(FEED), "zstd", "Refuse another coding than stated.", BadTransfer),
        ("unknown", FEED, "x-unheard-of", "Refuse a coding that nobody knows.", BadTransfer),
        ("bad-checksum", bad_sum, "gzip", "Refuse what was broken on the way.", BadTransfer),
        ("one-byte", b"\x1f", "gzip", "Refuse a stream of one byte.", BadTransfer),
        ("nothing", b"", "gzip", "Say that the feed is empty.", BadTransfer),
    )
    for name, body, coding, promise, ends_in in rows:
        answer = packed(body, coding) if coding else reply(body)
        kept = FEED if ends_in is None else None
        paths.add(f"/compression/{name}", served(answer), promise, ends_in, body=kept)


def deflated(parts: Iterable[bytes], wbits: int) -> bytes:
    """Compress piece by piece, so that making a bomb does not set it off."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    return b"".join(packer.compress(part) for part in parts) + packer.flush()


def pack(parts: Iterable[bytes], coding: str) -> bytes:
    """Return the parts, joined, in *coding*."""
    if coding in ("gzip", "deflate"):
        return deflated(parts, 31 if coding == "gzip" else 15)
    if coding == "br":
        packer = brotli.Compressor(quality=3)
        return b"".join(packer.process(part) for part in parts) + bytes(packer.finish())
    coder = zstandard.ZstdCompressor(level=3).compressobj()
    return b"".join(coder.compress(part) for part in parts) + coder.flush()


@cache
def bomb(coding: str) -> bytes:
    """Return a valid feed with 150 MB of white space in it, packed to next to nothing."""
    return pack(_bomb_parts(), coding)


def _bomb_parts() -> Iterator[bytes]:
    end = FEED.index(b"</channel>")
    yield FEED[:end]
    for _ in range(_BOMB_SIZE // MB):
        yield b" " * MB
    yield FEED[end:]


def _plain(coding: str) -> Callable[[Ask], bytes]:
    return lambda ask: packed(pack([FEED], coding), coding)


def _bomb(coding: str) -> Callable[[Ask], bytes]:
    return lambda ask: packed(bomb(coding), coding)


def _cut(coding: str) -> Callable[[Ask], bytes]:
    return lambda ask: packed(pack([FEED], coding)[:-12], coding)

"""Content-Encoding undone while a body streams, with a limit on what comes out of every layer."""

import zlib
from collections.abc import Callable, Iterator
from typing import Final, Protocol

import brotli
import zstandard

from octavo.core.errors import BadTransfer, TooLarge

_PIECE: Final = 1 << 16
"""The most that one step unpacks at a time (zstd: 8 MB, by its blocks)."""
_ZSTD_STEP: Final = 256
"""Bytes given to zstd at a time: it has no output limit, and 4 bytes can mean a block of 128 kB."""
_ZSTD_WINDOW: Final = 1 << 23
"""The largest window that RFC 9659 allows on the web."""
_MOST_MEMBERS: Final = 1000
_MOST_LAYERS: Final = 2
_GZIP: Final = b"\x1f\x8b"
_NOT_PACKED: Final = frozenset({"", "identity", "none", "utf-8", "utf8", "binary", "8bit", "7bit"})
"""What servers write there for a body that is not packed."""


class Layer(Protocol):
    """One coding being undone."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what *data* unpacks to, in bounded pieces; raise BadTransfer if it is not in this coding."""
        ...

    def end(self) -> None:
        """Raise BadTransfer if the stream is not complete; a stream of no bytes is."""
        ...


class _Zlib:
    """gzip with any number of members, or deflate with and without its zlib head."""

    def __init__(self, coding: str) -> None:
        self._coding = coding
        self._held = b""
        self._inflater: zlib._Decompress | None = None
        self._members = 0
        self._ended = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        data = self._held + data
        self._held = b""
        while data and not self._ended:
            if self._inflater is None:
                if len(data) < 2:
                    self._held = data
                    return
                self._inflater = self._open(data)
                if self._inflater is None:
                    return
            try:
                piece = self._inflater.decompress(data, _PIECE)
            except zlib.error as error:
                raise _not(self._coding) from error
            if piece:
                yield piece
            data = self._inflater.unconsumed_tail
            if self._inflater.eof:
                data = self._inflater.unused_data
                self._inflater = None

    def _open(self, head: bytes) -> "zlib._Decompress | None":
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise BadTransfer("The body is packed in more pieces than anyone needs; tell the outlet.")
        if self._coding == "gzip":
            if self._members > 1 and not head.startswith(_GZIP):
                self._ended = (
                    True  # padding or noise after the last member is no content; browsers pass over it too
                )
                return None
            return zlib.decompressobj(wbits=31)
        if self._members > 1:
            self._ended = True
            return None
        zlib_head = head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
        return zlib.decompressobj(wbits=15 if zlib_head else -15)

    def end(self) -> None:
        if self._inflater is not None or (self._held and not self._members):
            raise _cut()


class _Brotli:
    def __init__(self) -> None:
        self._opener = brotli.Decompressor()
        self._begun = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._begun = self._begun or bool(data)
        try:
            piece = self._opener.process(data, output_buffer_limit=_PIECE)
            while piece or not self._opener.can_accept_more_data():
                yield piece
                piece = self._opener.process(b"", output_buffer_limit=_PIECE)
        except brotli.error as error:
            raise _not("br") from error

    def end(self) -> None:
        if self._begun and not self._opener.is_finished():
            raise _cut()


class _Zstd:
    """zstd with any number of frames."""

    def __init__(self) -> None:
        self._opener: zstandard.ZstdDecompressionObj | None = None
        self._frames = 0

    def feed(self, data: bytes) -> Iterator[bytes]:
        for start in range(0, len(data), _ZSTD_STEP):
            yield from self._step(data[start : start + _ZSTD_STEP])

    def _step(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._opener is None:
                self._frames += 1
                if self._frames > _MOST_MEMBERS:
                    raise BadTransfer("The body is packed in more pieces than anyone needs; tell the outlet.")
                self._opener = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
            try:
                piece = self._opener.decompress(data)
            except zstandard.ZstdError as error:
                raise _not("zstd") from error
            data = b""
            if self._opener.eof:
                data, self._opener = self._opener.unused_data, None
            if piece:
                yield piece

    def end(self) -> None:
        if self._opener is not None:
            raise _cut()


_LAYERS: Final[dict[str, Callable[[], Layer]]] = {
    "gzip": lambda: _Zlib("gzip"),
    "x-gzip": lambda: _Zlib("gzip"),
    "deflate": lambda: _Zlib("deflate"),
    "br": _Brotli,
    "zstd": _Zstd,
}


class Unpacker:
    """A body being unpacked: bytes in as they arrive, bytes out, never more than the limit at any layer."""

    def __init__(self, content_encoding: str, *, largest: int, sniff_gzip: bool = False) -> None:
        """Read the header; raise BadTransfer for a coding that is unknown or nested deeper than two."""
        codings = [c.strip().lower() for c in content_encoding.split(",")]
        named = [c for c in codings if c not in _NOT_PACKED]
        if len(named) > _MOST_LAYERS:
            raise BadTransfer(f"The body is packed {len(named)} times over, which no honest server does.")
        if unknown := next((c for c in named if c not in _LAYERS), None):
            raise BadTransfer(
                f"The body is packed as {unknown[:40]!r}, which Octavo did not ask for and cannot unpack."
            )
        self._layers = [_LAYERS[c]() for c in reversed(named)]
        self._counts = [0] * (len(self._layers) + 2)
        self._largest = largest
        self._sniffing = sniff_gzip and len(named) < _MOST_LAYERS
        self._head = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what *data* unpacks to; raise TooLarge or BadTransfer as soon as it is known."""
        for piece in self._through(data, 0):
            yield from self._sniffed(piece) if self._sniffing else (piece,)

    def end(self) -> Iterator[bytes]:
        """Yield what was held back; raise BadTransfer if the stream of any layer was cut."""
        for layer in self._layers:
            layer.end()
        if self._sniffing and self._head:
            yield self._head

    def _through(self, data: bytes, layer: int) -> Iterator[bytes]:
        self._counts[layer] += len(data)
        if self._counts[layer] > self._largest:
            raise TooLarge(
                f"The document is larger than {self._largest:,} bytes, packed or unpacked, and was not read."
            )
        if layer == len(self._layers):
            yield data
            return
        for piece in self._layers[layer].feed(data):
            yield from self._through(piece, layer + 1)

    def _sniffed(self, piece: bytes) -> Iterator[bytes]:
        """Find out by the first two bytes whether what came out is gzip once more, as `sitemap.xml.gz` is."""
        self._head += piece
        if len(self._head) < len(_GZIP):
            return
        head, self._head, self._sniffing = self._head, b"", False
        if not head.startswith(_GZIP):
            yield head
            return
        self._layers.append(_LAYERS["gzip"]())
        last = len(self._layers) - 1
        for inner in self._layers[last].feed(head):
            yield from self._through(inner, last + 1)


def _not(coding: str) -> BadTransfer:
    return BadTransfer(f"The body is not what the server says ({coding}), or broken on the way.")


def _cut() -> BadTransfer:
    return BadTransfer("The packed body ends before its end; it is asked for again later.")

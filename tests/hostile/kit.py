"""What hostile paths are made of: a request, what is expected of it, and small makers of answers."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field

from octavo.core.errors import FetchError

MB = 1 << 20
Headers = Iterable[tuple[str, str | int]]


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, and where the services stand."""

    host: str
    path: str
    query: str
    headers: dict[str, str]
    time: int
    """1 the first time that this path is asked for."""
    port: int
    inner_port: int


Answer = bytes | AsyncIterator[bytes]
Handler = Callable[[Ask], Answer]
Ending = type[FetchError] | tuple[type[FetchError], ...] | None
"""The failure that the last poll must end in, or one of several; None: a document, or that nothing has changed."""


@dataclass(frozen=True, slots=True)
class Path:
    """One behaviour: what is served, and how fetching it must end."""

    name: str
    promise: str
    handler: Handler
    ends_in: Ending = None
    polls: int = 1
    body: bytes | None = None
    """What the last document must be, to the byte; None: anything."""
    heavy: bool = False
    """Costs memory, so it is tried alone."""

    @property
    def group(self) -> str:
        """The first part of the path."""
        return self.name.split("/")[1]


@dataclass(slots=True)
class Catalogue:
    """All behaviours, by path."""

    paths: dict[str, Path] = field(default_factory=dict)

    def add(
        self,
        name: str,
        handler: Handler,
        promise: str,
        ends_in: Ending = None,
        *,
        polls: int = 1,
        body: bytes | None = None,
        heavy: bool = False,
    ) -> None:
        """Serve *handler* at *name*; a name is given once."""
        assert name not in self.paths, name
        self.paths[name] = Path(name, promise, handler, ends_in, polls, body, heavy)


def item(n: int) -> str:
    """Write one RSS item."""
    return (
        f"<item><title>Entry {n}</title><link>https://news.example/{n}</link>"
        f"<guid>https://news.example/{n}</guid><pubDate>Mon, 01 Jun 2026 12:00:00 GMT</pubDate></item>"
    )


def rss(items: Iterable[str]) -> bytes:
    """Write an RSS feed around *items*."""
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Hostile</title>'
    return f"{head}{''.join(items)}</channel></rss>".encode()


FEED = rss(item(n) for n in (1, 2, 3))
PAGE = b"<!doctype html><html><head><title>A page</title></head><body><p>Words.</p></body></html>"


def head(status: str = "200 OK", headers: Headers = ()) -> bytes:
    """Write the head of a response, and nothing else."""
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def reply(body: bytes = FEED, headers: Headers = (), *, status: str = "200 OK") -> bytes:
    """Write a well-formed response that closes the connection."""
    return head(status, [*headers, ("Content-Length", len(body)), ("Connection", "close")]) + body


def packed(body: bytes, coding: str, *, status: str = "200 OK") -> bytes:
    """Answer with a body said to be in *coding*."""
    return reply(body, [("Content-Encoding", coding)], status=status)


def redirect(to: str, *, status: str = "302 Found", body: bytes = b"", more: Headers = ()) -> bytes:
    """Send the reader elsewhere."""
    return reply(body, [("Location", to), *more], status=status)


def served(answer: bytes) -> Handler:
    """Answer the same to everybody."""
    return lambda ask: answer


async def drip(parts: Iterable[bytes], *, seconds: float) -> AsyncIterator[bytes]:
    """Send parts with a pause after each."""
    for part in parts:
        yield part
        await asyncio.sleep(seconds)


async def silence() -> AsyncIterator[bytes]:
    """Take the request and never answer."""
    await asyncio.sleep(3600)
    yield b""


async def then_silence(start: bytes) -> AsyncIterator[bytes]:
    """Send *start*, then nothing, and keep the line open."""
    yield start
    await asyncio.sleep(3600)


async def forever(start: bytes, piece: bytes) -> AsyncIterator[bytes]:
    """Send *start*, then *piece* without end: 150 MB at full speed, then slowly, to spare the machine."""
    yield start
    for _ in range(150 * MB // len(piece)):
        yield piece
    while True:
        yield piece
        await asyncio.sleep(1)

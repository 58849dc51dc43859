"""A well-behaved outlet for tests: answers what it was told to, on lines that stay open, and remembers who asked."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

Answer = tuple[int, dict[str, str], bytes]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    host: str
    path: str
    headers: dict[str, str]


@dataclass(slots=True)
class Outlet:
    """Hosts on one loopback port; what it does not know is a 404."""

    port: int = 0
    answers: dict[str, Answer | Callable[[Asked], Answer]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    lines: int = 0

    def put(self, address: str, body: bytes = b"", *, status: int = 200, **headers: str) -> None:
        """Answer at *address* (`a.test/feed`); `Content_Type` becomes `Content-Type`."""
        self.answers[address] = (status, {k.replace("_", "-"): v for k, v in headers.items()}, body)

    def paths(self) -> list[str]:
        """Return what was asked for, in order, as `host/path`."""
        return [asked.host + asked.path for asked in self.asked]

    async def line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request after the other."""
        self.lines += 1
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while True:
                writer.write(self._answer(await reader.readuntil(b"\r\n\r\n")))
                await writer.drain()
        writer.close()

    def _answer(self, request: bytes) -> bytes:
        first, *lines = request.decode("latin-1").split("\r\n")
        headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines if line)}
        asked = Asked(headers["host"], first.split(" ")[1], headers)
        self.asked.append(asked)
        found = self.answers.get(asked.host + asked.path, (404, {}, b"no"))
        status, told, body = found(asked) if callable(found) else found
        if status != 304:
            told = {**told, "Content-Length": str(len(body))}
        head = "\r\n".join([f"HTTP/1.1 {status} Said", *(f"{k}: {v}" for k, v in told.items())])
        return (head + "\r\n\r\n").encode("latin-1") + body


@contextlib.asynccontextmanager
async def open_outlet() -> AsyncIterator[Outlet]:
    """Serve an outlet while the block runs."""
    outlet = Outlet()
    server = await asyncio.start_server(outlet.line, "127.0.0.1", 0)
    outlet.port = server.sockets[0].getsockname()[1]
    try:
        yield outlet
    finally:
        server.close()

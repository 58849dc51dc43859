"""Serves the hostile paths on a loopback port, and beside them an inner service that nobody may visit."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final

from tests.hostile.kit import FEED, Answer, Ask, Catalogue, reply
from tests.hostile.paths import compression, content, control, redirects, robots, size, status, validators

PATIENCE: Final = 30.0
"""Seconds after which a connection is closed, whatever the behaviour wants."""


def catalogue() -> Catalogue:
    """Return all behaviours."""
    paths = Catalogue()
    for group in (control, compression, size, redirects, content, validators, status, robots):
        group.plug(paths)
    return paths


@dataclass(slots=True)
class HostileWeb:
    """The running server, and what readers did to it."""

    paths: Catalogue = field(default_factory=catalogue)
    port: int = 0
    inner_port: int = 0
    asked: list[Ask] = field(default_factory=list)
    inner_visits: int = 0
    _times: Counter[str] = field(default_factory=Counter)

    def address(self, path: str, *, host: str = "") -> str:
        """Return where *path* is served: under the loopback address, or under a name that leads there."""
        return f"http://{host or f'127.0.0.1:{self.port}'}{path}"

    async def connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one request; a reader that goes away is what most behaviours are about."""
        with contextlib.suppress(TimeoutError, OSError, asyncio.IncompleteReadError):
            async with asyncio.timeout(PATIENCE):
                ask = self._read(await reader.readuntil(b"\r\n\r\n"))
                await self._answer(ask, writer)
        writer.close()

    async def inner(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Note that somebody came, whatever they speak."""
        self.inner_visits += 1
        with contextlib.suppress(OSError):
            writer.write(reply(FEED))
            await writer.drain()
        writer.close()

    def _read(self, request: bytes) -> Ask:
        first, *lines = request.decode("latin-1").split("\r\n")
        headers = {
            k.strip().lower(): v.strip() for k, _, v in (line.partition(":") for line in lines if line)
        }
        path, _, query = first.split(" ")[1].partition("?")
        host = headers.get("host", "").partition(":")[0]
        name = robots.path_for(host) if path == "/robots.txt" else path
        self._times[name] += 1
        ask = Ask(host, name, query, headers, self._times[name], self.port, self.inner_port)
        self.asked.append(ask)
        return ask

    async def _answer(self, ask: Ask, writer: asyncio.StreamWriter) -> None:
        known = self.paths.paths.get(ask.path)
        answer: Answer
        if known is None:
            answer = reply(b"no such path", status="404 Not Found")
        else:
            # making a bomb takes a second, in which others are served
            answer = await asyncio.to_thread(lambda: known.handler(ask))
        if isinstance(answer, bytes):
            writer.write(answer)
            await writer.drain()
            return
        async for part in answer:
            writer.write(part)
            await writer.drain()


@contextlib.asynccontextmanager
async def hostile_web() -> AsyncIterator[HostileWeb]:
    """Serve the hostile web while the block runs."""
    web = HostileWeb()
    async with contextlib.AsyncExitStack() as stack:
        main = await asyncio.start_server(web.connection, "127.0.0.1", 0, limit=1 << 18)
        inner = await asyncio.start_server(web.inner, "127.0.0.1", 0)
        web.port = main.sockets[0].getsockname()[1]
        web.inner_port = inner.sockets[0].getsockname()[1]
        servers = [main, inner]
        with contextlib.suppress(OSError):  # a machine without IPv6
            servers.append(await asyncio.start_server(web.inner, "::1", web.inner_port))
        for server in servers:
            stack.callback(server.close)
        yield web

"""An Octavo on loopback for tests: the real server on a real socket, spoken to by real requests."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import aiohttp

from octavo.app.desk import Desk
from octavo.app.opening import open_desk
from octavo.settings import load
from octavo.web.server import bind, serve_on
from tests.moments import Clock

PAGE = {"Accept": "text/html"}
PASSWORD = "correct horse battery staple"


@dataclass(frozen=True, slots=True)
class Answer:
    """A response, read to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(slots=True)
class Site:
    """The running server and one visitor with a cookie jar."""

    desk: Desk
    port: int
    visitor: aiohttp.ClientSession

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def ask(self, method: str, path: str, **how: Any) -> Answer:
        """Send one request; redirects are answers, too."""
        async with self.visitor.request(
            method, self.address + path, allow_redirects=False, **how
        ) as response:
            return Answer(response.status, response.headers, await response.read())

    async def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page as a browser does; `X_Real_IP` becomes `X-Real-IP`."""
        return await self.ask("GET", path, headers={**PAGE, **_named(headers)})

    async def post(self, path: str, fields: Mapping[str, str] | None = None, **headers: str) -> Answer:
        """Send a form as a page of this site does."""
        how = {**PAGE, "Origin": self.address, **_named(headers)}
        form = aiohttp.FormData(dict(fields or {}))
        return await self.ask("POST", path, data=form(), headers={"Content-Type": _FORM, **how})

    async def log_in(self, password: str = PASSWORD, **headers: str) -> Answer:
        """Send the login form."""
        return await self.post("/login", {"password": password}, **headers)


_FORM = "application/x-www-form-urlencoded"


def _named(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@asynccontextmanager
async def open_site(
    database: str,
    data: Path,
    *,
    clock: Clock | None = None,
    names: Mapping[str, tuple[str, int]] | None = None,
    **settings: Any,
) -> AsyncIterator[Site]:
    """Serve the database at that address with *settings*; *names* are hosts that lead to a test's own server."""
    given = load(
        {"data": data, "database_url": database, "processes": 1, "port": 0, **settings}, environment={}
    )
    async with open_desk(given, names=names) as opened:
        desk = replace(opened, clock=clock) if clock else opened
        listener, stop, up = bind("127.0.0.1", 0), asyncio.Event(), asyncio.Event()
        port = listener.getsockname()[1]
        serving = asyncio.create_task(serve_on(listener, desk, stop=stop, announce=lambda _: up.set()))
        waiting = asyncio.create_task(up.wait())
        try:
            await asyncio.wait([serving, waiting], return_when=asyncio.FIRST_COMPLETED)
            if serving.done():
                await serving
            async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as visitor:
                yield Site(desk, port, visitor)
        finally:
            waiting.cancel()
            stop.set()
            await serving

"""The loopback web server that publishes the demo world: one host name for each outlet, an ordinary site behind each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from hashlib import sha256
from types import TracebackType
from typing import Final, Self

from aiohttp import ETag, web

from octavo.demo.calendar import shown_times
from octavo.demo.feeds import MEDIA_TYPES, write_feed
from octavo.demo.pages import write_home, write_page
from octavo.demo.site import Item, Site, items, page_path, picture_path, sites
from octavo.demo.world import World

_LOOPBACK: Final = "127.0.0.1"
_GRACE_SECONDS: Final = 1.0
"""How long a request that is under way when the server closes may take."""


@dataclass(frozen=True, slots=True)
class _Served:
    """One document, ready to be sent."""

    content_type: str
    body: bytes
    etag: str


class DemoServer:
    """Publishes *world* as long as the context is open, with dates before *anchor*.

    Nothing in it depends on the time: later versions come out when the caller raises `step`.
    """

    def __init__(self, world: World, *, anchor: datetime, step: int = 0) -> None:
        self.last_step: Final = world.last_step
        self._sites = {site.host: site for site in sites(world.outlets)}
        self._shown = shown_times(world.rows, anchor=anchor)
        self._runner: web.AppRunner | None = None
        self._port = 0
        self.step = step

    @property
    def port(self) -> int:
        """Where the server listens, on 127.0.0.1; 0 while it is closed."""
        return self._port

    @property
    def names(self) -> Mapping[str, tuple[str, int]]:
        """Each outlet's host name and where it leads."""
        return dict.fromkeys(self._sites, (_LOOPBACK, self._port))

    @property
    def step(self) -> int:
        """How many later versions of each report are out."""
        return self._step

    @step.setter
    def step(self, step: int) -> None:
        if not 0 <= step <= self.last_step:
            raise ValueError(f"the step is from 0 to {self.last_step}, not {step}")
        self._step = step
        self._documents = {
            (host, path): document
            for host, site in self._sites.items()
            for path, document in _documents(site, items(site, self._shown, step=step)).items()
        }

    async def __aenter__(self) -> Self:
        application = web.Application()
        application.router.add_get("/{path:.*}", self._answer)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=_GRACE_SECONDS)
        await self._runner.setup()
        listener = web.TCPSite(self._runner, _LOOPBACK, 0)
        await listener.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._runner:
            await self._runner.cleanup()
        self._port = 0

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        document = self._documents.get((request.host.partition(":")[0].lower(), request.path))
        if document is None:
            raise web.HTTPNotFound
        served = document()
        response = web.Response(headers={"Content-Type": served.content_type})
        response.etag = served.etag
        if _is_known(served.etag, request.if_none_match):
            response.set_status(304)
        else:
            response.body = served.body
        return response


def _is_known(etag: str, asked: Sequence[ETag] | None) -> bool:
    return any(known.value in (etag, "*") for known in asked or ())


def _documents(site: Site, shown: Sequence[Item]) -> Mapping[str, Callable[[], _Served]]:
    """Return what stands at each path of the site; each document is made when it is first asked for."""
    writers: dict[str, tuple[str, Callable[[], bytes]]] = {
        "/": ("text/html; charset=utf-8", partial(write_home, site, shown)),
        "/robots.txt": ("text/plain; charset=utf-8", partial(_robots, site)),
        site.feed_path: (f"{MEDIA_TYPES[site.format]}; charset=utf-8", partial(write_feed, site, shown)),
    }
    for item in shown:
        writers[page_path(item.row)] = ("text/html; charset=utf-8", partial(write_page, site, item, shown))
        if item.row.picture:
            writers[picture_path(item.row.picture)] = ("image/jpeg", item.row.picture.file.read_bytes)
    return {path: cache(partial(_serve, *document)) for path, document in writers.items()}


def _serve(content_type: str, write: Callable[[], bytes]) -> _Served:
    body = write()
    return _Served(content_type, body, sha256(body).hexdigest()[:20])


def _robots(site: Site) -> bytes:
    lines = ["User-agent: *", "Disallow: /search"]
    if site.format == "sitemap":
        lines.append(f"Sitemap: {site.feed}")
    return "\n".join([*lines, ""]).encode()

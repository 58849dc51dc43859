"""The web server: a socket that is bound before anything else happens, and uvicorn behind it."""

import asyncio
import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address
from typing import Final

import uvicorn

from octavo.app.desk import Desk
from octavo.core.errors import BadInput
from octavo.core.reading.access import start_refusal
from octavo.web.app import create_app
from octavo.web.armour.limits import LARGEST_HEAD

MOST_AT_ONCE: Final = 500
KEEP_ALIVE_SECONDS: Final = 15
GRACE_SECONDS: Final = 6
"""How long answers under way are waited for at the end: less than the ten seconds in which all must be over."""


async def serve(desk: Desk, *, stop: asyncio.Event, announce: Callable[[str], None]) -> None:
    """Serve *desk*'s pages until *stop* is set, having told *announce* the address; raises BadInput where it cannot start."""
    listener = bind(desk.settings.host, desk.settings.port)
    await serve_on(listener, desk, stop=stop, announce=announce)


async def serve_on(
    listener: socket.socket, desk: Desk, *, stop: asyncio.Event, announce: Callable[[str], None]
) -> None:
    """As `serve`, on a socket that listens already and is closed at the end."""
    settings = desk.settings
    try:
        if refusal := start_refusal(
            url=settings.url,
            listens_on=listener.getsockname()[0],
            has_password=bool(settings.password.get_secret_value()),
        ):
            raise BadInput(refusal)
        address = settings.url or address_of(listener)
        await _run(_Server(_config(desk)), listener, stop, tell=lambda: announce(address))
    finally:
        listener.close()


async def _run(
    server: "_Server", listener: socket.socket, stop: asyncio.Event, *, tell: Callable[[], None]
) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    waits = [asyncio.create_task(server.is_up.wait()), asyncio.create_task(stop.wait())]
    try:
        await asyncio.wait([serving, waits[0]], return_when=asyncio.FIRST_COMPLETED)
        if server.is_up.is_set():
            tell()
            await asyncio.wait([serving, waits[1]], return_when=asyncio.FIRST_COMPLETED)
    finally:
        server.should_exit = True
        for wait in waits:
            wait.cancel()
        with suppress(SystemExit):  # how uvicorn says that the application did not start; the log says why
            await serving
    if not server.is_up.is_set():
        raise BadInput("The web server did not start; the log says why.")


def bind(host: str, port: int) -> socket.socket:
    """Return a listening socket; raises BadInput with what to do where it cannot be had."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except OSError as error:
        raise BadInput(f"{host} is no address of this machine. Correct OCTAVO_HOST or --host.") from error
    listener = socket.socket(found[0], found[1], found[2])
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(found[4])
        listener.listen()  # two sockets may be bound to one port by SO_REUSEADDR, but only one may listen
    except OSError as error:
        listener.close()
        raise BadInput(_why_not(error, host, port)) from error
    listener.setblocking(False)
    return listener


def address_of(listener: socket.socket) -> str:
    """Return the address to type into a browser on this machine."""
    host, port = listener.getsockname()[:2]
    if ip_address(host).is_unspecified:
        host = "::1" if ":" in host else "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _why_not(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return f"Port {port} is in use. Stop the program that has it, or choose another with --port or OCTAVO_PORT."
        case errno.EACCES | errno.EPERM:
            return f"This user may not listen on port {port}. Choose one of 1024 or more with --port or OCTAVO_PORT."
        case errno.EADDRNOTAVAIL:
            return f"{host} is no address of this machine. Correct OCTAVO_HOST or --host."
        case _:
            return f"It cannot listen on {host}, port {port}: {error.strerror}. Correct OCTAVO_HOST or OCTAVO_PORT."


class _Server(uvicorn.Server):
    """uvicorn without its signal handlers (who started us says when to stop), and with word of when it is up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.is_up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _config(desk: Desk) -> uvicorn.Config:
    return uvicorn.Config(
        create_app(desk),
        http="h11",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        h11_max_incomplete_event_size=LARGEST_HEAD,
    )

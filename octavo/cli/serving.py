"""`octavo run`, `octavo web` and `octavo work`: the long-running processes."""

import asyncio
import signal
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import click
from prometheus_client import start_http_server

from octavo.app import engine, stages
from octavo.app.desk import Desk
from octavo.app.opening import open_desk, worker_name
from octavo.cli.settled import with_settings
from octavo.core.errors import BadInput
from octavo.settings import Settings
from octavo.web.server import serve


def announce(address: str) -> None:
    """Print the line that tells where Octavo is."""
    click.echo(f"Octavo is at {address}")


def until_stopped(work: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Run *work* with an event that SIGTERM and Ctrl-C set."""

    async def run() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await work(stop)

    asyncio.run(run())


async def together(*parts: Coroutine[Any, Any, None], stop: asyncio.Event) -> None:
    """Run *parts* until all have ended; when one ends or fails, the others are asked to stop."""

    async def one(part: Coroutine[Any, Any, None]) -> None:
        try:
            await part
        finally:
            stop.set()

    results = await asyncio.gather(*(one(part) for part in parts), return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


@click.command()
@click.option("--host", help="Address to listen on (OCTAVO_HOST).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on (OCTAVO_PORT).")
@with_settings
def run(settings: Settings, host: str | None, port: int | None) -> None:
    """Serve the pages and do the work, in one process."""
    settings = _listening(settings, host, port)

    async def work(stop: asyncio.Event) -> None:
        with worker_name(settings) as name:
            async with open_desk(settings, worker=name) as desk:
                await together(serve(desk, stop=stop, announce=announce), _work(desk, stop), stop=stop)

    until_stopped(work)


@click.command()
@click.option("--host", help="Address to listen on (OCTAVO_HOST).")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on (OCTAVO_PORT).")
@with_settings
def web(settings: Settings, host: str | None, port: int | None) -> None:
    """Serve the pages; `octavo work` does the work in another process."""
    settings = _listening(settings, host, port)

    async def work(stop: asyncio.Event) -> None:
        async with open_desk(settings) as desk:
            await serve(desk, stop=stop, announce=announce)

    until_stopped(work)


@click.command()
@click.option(
    "--metrics-port",
    type=click.IntRange(1, 65535),
    help="Port on 127.0.0.1 at which this worker serves its /metrics.",
)
@with_settings
def work(settings: Settings, metrics_port: int | None) -> None:
    """Poll, fetch, read and fold; any number of workers may share one PostgreSQL."""

    async def work_(stop: asyncio.Event) -> None:
        with worker_name(settings) as name:
            async with open_desk(settings, worker=name) as desk:
                with _metrics_at(metrics_port, desk):
                    await _work(desk, stop)

    until_stopped(work_)


async def _work(desk: Desk, stop: asyncio.Event) -> None:
    await engine.run(desk, stages.line(desk), stop=stop)


@contextmanager
def _metrics_at(port: int | None, desk: Desk) -> Iterator[None]:
    """Serve this process's counters to this machine alone while the block runs."""
    if port is None:
        yield
        return
    try:
        server, thread = start_http_server(port, addr="127.0.0.1", registry=desk.metrics.registry)
    except OSError as error:
        raise BadInput(
            f"The metrics cannot be served on port {port} ({error.strerror}). Choose another --metrics-port."
        ) from error
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _listening(settings: Settings, host: str | None, port: int | None) -> Settings:
    given = {"host": host, "port": port}
    return settings.model_copy(update={name: value for name, value in given.items() if value is not None})

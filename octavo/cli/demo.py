"""`octavo demo`: real, free news, replayed as if they came in today, through the real line."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

from octavo import logs
from octavo.app import replaying, stages
from octavo.app.desk import now
from octavo.app.opening import open_database, open_desk, worker_name
from octavo.app.replaying import Progress as Stand
from octavo.cli.serving import announce, together, until_stopped
from octavo.cli.settled import with_settings
from octavo.demo.server import DemoServer
from octavo.demo.world import load_world
from octavo.settings import Settings
from octavo.web.server import serve

PAGES_AT_FIRST = 1000
"""The demo reads all it has at the first poll: its outlets are one small server of our own."""


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on (OCTAVO_PORT).")
@click.option("--once", is_flag=True, help="End when everything is read and folded.")
@with_settings
def demo(settings: Settings, port: int | None, once: bool) -> None:
    """Start Octavo on a bundled world of real, freely licensed news; running it again goes on where it stood."""
    if port is not None:
        settings = settings.model_copy(update={"port": port})
    if "log_level" not in settings.model_fields_set:
        logs.configure(form=settings.log_format, level="warning")  # a progress bar tells what the lines would
    world = load_world()
    database = open_database(settings)
    anchor, step = replaying.begin(database, world, now=now())
    database.close()

    async def work(stop: asyncio.Event) -> None:
        with worker_name(settings) as name, _bar() as tell:
            async with (
                DemoServer(world, anchor=anchor, step=step) as server,
                open_desk(settings, names=server.names, worker=name) as opened,
            ):
                desk = replace(opened, newest=PAGES_AT_FIRST)

                def told(stand: Stand) -> None:
                    tell(stand)
                    if once and stand.is_done:
                        stop.set()

                await together(
                    serve(desk, stop=stop, announce=announce),
                    replaying.replay(desk, server, world, stages=stages.line(desk), stop=stop, tell=told),
                    stop=stop,
                )

    until_stopped(work)


class _bar:
    """A progress bar on standard error, gone when the run is done."""

    def __enter__(self) -> Callable[[Stand], None]:
        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), console=Console(stderr=True)
        )
        self._task = self._progress.add_task("Reading the demo world", total=None)
        self._progress.start()
        return self._tell

    def _tell(self, stand: Stand) -> None:
        total = stand.expected + stand.last_step
        done = stand.articles - min(stand.waiting, stand.articles) + stand.step
        words = f"{stand.articles} reports, {stand.stories} stories"
        if stand.step:
            words += f", later versions {stand.step} of {stand.last_step}"
        self._progress.update(self._task, total=total, completed=min(done, total), description=words)
        if stand.is_done:
            self._progress.stop()

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

"""One, two and three workers on one PostgreSQL: are the stories the same, and how much faster is it?

The demo world's outlets answer each request after a while (--delay), as outlets on the net do: workers wait for them more
than they compute. The server and each worker are processes of their own.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from octavo import logs
from octavo.app import engine, replaying, stages
from octavo.app.desk import now
from octavo.app.opening import open_desk
from octavo.demo.server import DemoServer
from octavo.demo.world import load_world
from octavo.settings import load
from octavo.store import overview
from octavo.store.database import Database
from tests.app.demo_desk import stories_as_sets
from tests.databases import Databases

ANCHOR = datetime(2026, 11, 20, 12, tzinfo=UTC)


class SlowServer(DemoServer):
    """The demo's outlets, each answer *delay* seconds late."""

    delay = 0.0

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(self.delay)
        return await super()._answer(request)


def main(argv: Sequence[str] = ()) -> int:
    """Print the table; returns 1 if the stories differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=3, help="Most workers that are tried.")
    parser.add_argument("--delay", type=float, default=0.5, help="Seconds that an outlet takes to answer.")
    parser.add_argument("--child", nargs=3, metavar=("URL", "PORT", "NAME"), help=argparse.SUPPRESS)
    chosen = parser.parse_args(argv)
    logs.configure(form="plain", level="error")
    if chosen.child:
        asyncio.run(_work(*chosen.child))
        return 0
    with tempfile.TemporaryDirectory(prefix="octavo-bench-") as folder:
        databases = Databases(Path(folder))
        try:
            return asyncio.run(_compare(databases, chosen.workers, chosen.delay))
        finally:
            databases.close()


async def _compare(databases: Databases, most: int, delay: float) -> int:
    world = load_world()
    first: tuple[float, frozenset[frozenset[str]]] | None = None
    print(
        f"{len(world.rows)} reports, outlets answer after {delay} s, PostgreSQL\nworkers  seconds  articles/s  factor  stories"
    )
    for count in range(1, most + 1):
        with databases.fresh("postgresql") as url:
            database = Database(url)
            replaying.begin(database, world, now=ANCHOR)
            server = SlowServer(world, anchor=ANCHOR)
            server.delay = delay
            async with server:
                seconds = await _timed(database, url, server.port, count)
            stories = stories_as_sets(database)
            database.close()
        first = first or (seconds, stories)
        same = "the same" if stories == first[1] else "OTHER"
        print(
            f"{count:7}  {seconds:7.1f}  {len(world.rows) / seconds:10.1f}  {first[0] / seconds:6.2f}  {same} ({len(stories)})",
            flush=True,
        )
        if stories != first[1]:
            return 1
    return 0


async def _timed(database: Database, url: str, port: int, count: int) -> float:
    """Return how long *count* workers take from the first claim to the last story."""
    command = [sys.executable, "-m", "bench.workers", "--child", url, str(port)]
    workers = [subprocess.Popen([*command, f"worker {number}"]) for number in range(count)]
    try:
        while not (await database.read(overview.progress, now=now())).articles:
            await asyncio.sleep(0.05)
        began = time.monotonic()
        while (await database.read(overview.progress, now=now())).waiting:
            await asyncio.sleep(0.05)
        return time.monotonic() - began
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()


async def _work(url: str, port: str, name: str) -> None:
    """Work at the database until killed."""
    hosts = dict.fromkeys(DemoServer(load_world(), anchor=ANCHOR).names, ("127.0.0.1", int(port)))
    with tempfile.TemporaryDirectory(prefix="octavo-bench-") as folder:
        settings = load({"data": Path(folder), "database_url": url, "processes": 1}, environment={})
        async with open_desk(settings, names=hosts, worker=name) as desk:
            await engine.run(replace(desk, newest=1000), stages.line(desk), stop=asyncio.Event())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Octavo's poll stage over the feeds of a loopback server, twice; prints what each run cost. A process of its own."""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from bench.usage import Watch, cpu_seconds, peak_mb
from octavo import logs
from octavo.app import engine, stages
from octavo.app.compute import Compute
from octavo.app.desk import Desk
from octavo.core.urls import parse_url
from octavo.fetch.client import Client
from octavo.fetch.policy import FetchPolicy
from octavo.settings import load
from octavo.store import feeds
from octavo.store.database import Database, Tx
from octavo.store.feeds import NewFeed

RUNS: Final = ("cold", "again")


async def poll_twice(port: int, *, count: int, folder: Path) -> None:
    """Follow *count* feeds, then poll all of them twice; print a line of JSON after each run."""
    database = Database(f"sqlite:///{folder / 'octavo.sqlite3'}")
    database.upgrade()
    compute = Compute(2)
    settings = load({"data": folder}, environment={})
    names = {"*.test": ("127.0.0.1", port)}
    async with Client(FetchPolicy(named_pace_seconds=0.0), names=names) as web:
        desk = Desk(db=database, web=web, compute=compute, settings=settings, worker="bench")
        await desk.db.write(follow, desk, count)
        with Watch() as pool:
            for run in RUNS:
                await desk.db.write(feeds.poll_soon, None, now=desk.clock())
                figures = await measured(lambda: _poll_all(desk))
                print(
                    json.dumps({"run": run, **figures, "peak_mb": peak_mb(), "pool_mb": pool.highest_mb}),
                    flush=True,
                )
    compute.close()
    database.close()


async def measured(work: Callable[[], Awaitable[None]]) -> dict[str, float]:
    """Return the wall and CPU seconds of *work*, those of pool processes included."""
    cpu, started = cpu_seconds(), time.monotonic()
    await work()
    return {"wall": time.monotonic() - started, "cpu": cpu_seconds() - cpu}


def follow(tx: Tx, desk: Desk, count: int) -> None:
    """Start to poll so many outlets of the loopback server."""
    for number in range(count):
        url = parse_url(f"http://f{number}.test/{number}/feed")
        assert url is not None
        feeds.add(tx, NewFeed(url), now=desk.clock())


async def _poll_all(desk: Desk) -> None:
    stage = next(stage for stage in stages.line(desk) if stage.name == "poll")

    async def slot() -> None:
        while await engine.carry(desk, stage):
            pass

    await asyncio.gather(*(slot() for _ in range(stage.slots)))


def main() -> None:
    """Read port, number of feeds and a folder from the arguments."""
    logs.configure(form="plain", level="error")
    port, count, folder = sys.argv[1:]
    asyncio.run(poll_twice(int(port), count=int(count), folder=Path(folder)))

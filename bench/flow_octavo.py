"""Octavo's line over the outlets of a loopback server, from feeds to stories; prints what it cost. A process of its own.

With `line` all stages run beside each other, as they do in `octavo work`; with `stages` one after the other, each to its
end, so that the CPU time of each can be told.
"""

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from sqlalchemy import exists, func, select

from bench.poll_octavo import follow, measured
from bench.usage import Watch, peak_mb
from octavo import logs
from octavo.app import engine, stages
from octavo.app.compute import Compute, Done
from octavo.app.desk import Desk
from octavo.app.engine import Stage
from octavo.core.ids import ArticleId
from octavo.core.pages.outcome import Unread
from octavo.core.pages.packed import Packed, read_packed
from octavo.fetch.client import Client
from octavo.fetch.policy import FetchPolicy
from octavo.settings import load
from octavo.store.database import Database, Tx
from octavo.store.schema import article, feed, placement

NAMES: Final = ("poll", "fetch", "read", "fold")
"""Pictures are left out: those of real pages stand elsewhere on the web."""
LOOK_SECONDS: Final = 0.1


async def flow(port: int, *, feeds: int, folder: Path, processes: int, one_by_one: bool) -> dict[str, object]:
    """Follow *feeds* and carry all that they bring into stories; return what that cost."""
    database = Database(f"sqlite:///{folder / 'octavo.sqlite3'}")
    database.upgrade()
    compute = Compute(processes)
    settings = load({"data": folder}, environment={})
    names = {"*.test": ("127.0.0.1", port)}
    async with Client(FetchPolicy(named_pace_seconds=0.0), names=names) as web:
        desk = Desk(db=database, web=web, compute=compute, settings=settings, worker="bench")
        desk = replace(desk, newest=1000)
        await desk.db.write(follow, desk, feeds)
        chosen = [stage for stage in stages.line(desk) if stage.name in NAMES]
        with Watch() as pool:
            await _warm(compute, processes)
            run = _one_by_one if one_by_one else _together
            by_stage = await run(desk, chosen)
        counts = await desk.db.read(_count)
    compute.close()
    database.close()
    return {"stages": by_stage, **counts, "peak_mb": peak_mb(), "pool_mb": pool.highest_mb}


async def _warm(compute: Compute, processes: int) -> None:
    """Start all pool processes: a worker does that once in its life, as extraction alone imports its library once."""
    nothing = Unread(ArticleId(0), "http://warm.test/", "", "")
    found = await asyncio.gather(*(compute(read_packed, [Packed(nothing)]) for _ in range(processes)))
    assert all(isinstance(one[0], Done) for one in found)


async def _one_by_one(desk: Desk, chosen: Sequence[Stage]) -> dict[str, dict[str, float]]:
    return {stage.name: await measured(lambda: engine.drain(desk, [stage])) for stage in chosen}  # noqa: B023


async def _together(desk: Desk, chosen: Sequence[Stage]) -> dict[str, dict[str, float]]:
    async def line() -> None:
        stop = asyncio.Event()
        running = asyncio.create_task(engine.run(desk, chosen, stop=stop))
        while await desk.db.read(_is_under_way):
            await asyncio.sleep(LOOK_SECONDS)
        stop.set()
        await running

    return {"line": await measured(line)}


def _is_under_way(tx: Tx) -> bool:
    """Say whether a feed has not been polled, or an article is not in a story."""
    unpolled = select(exists().where(feed.c.polled_at.is_(None)))
    unfolded = select(exists().where(article.c.round_id.is_not(None)))
    return bool(tx.execute(unpolled).scalar_one() or tx.execute(unfolded).scalar_one())


def _count(tx: Tx) -> dict[str, int]:
    everything = tx.execute(select(func.count()).select_from(article)).scalar_one()
    read = tx.execute(select(func.count()).where(article.c.kind != "headline")).scalar_one()
    placed = tx.execute(select(func.count()).select_from(placement)).scalar_one()
    return {"articles": everything, "read": read, "in_stories": placed}


def main() -> None:
    """Read port, number of feeds, a folder, the number of processes and `line` or `stages` from the arguments."""
    logs.configure(form="plain", level="error")
    port, feeds, folder, processes, how = sys.argv[1:]
    cost = asyncio.run(
        flow(
            int(port),
            feeds=int(feeds),
            folder=Path(folder),
            processes=int(processes),
            one_by_one=how == "stages",
        )
    )
    print(json.dumps(cost))

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from octavo.app import engine, replaying, stages
from octavo.app.desk import now
from octavo.demo.server import DemoServer
from octavo.demo.world import World, load_world
from octavo.store import overview
from octavo.store.database import Database, Tx
from octavo.store.schema import article, placement
from tests.app.demo_desk import demo_desk, stories_as_sets
from tests.databases import KINDS, Databases


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, databases: Databases) -> Iterator[str]:
    with databases.fresh(request.param) as address:
        yield address


async def _replay_with(
    url: str, data: Path, world: World, *, workers: int, lease: timedelta, seconds: float = 120
) -> frozenset[frozenset[str]]:
    """Run the demo's first step with *workers* on one database until nothing is left to do, and return the stories."""
    database = Database(url)
    anchor, _ = replaying.begin(database, world, now=datetime(2026, 11, 20, 12, tzinfo=UTC))
    stop = asyncio.Event()
    async with DemoServer(world, anchor=anchor) as server:

        async def one(name: str) -> None:
            async with demo_desk(url, data, server.names, worker=name, lease=lease) as desk:
                await engine.run(desk, stages.line(desk), stop=stop)

        running = [asyncio.create_task(one(f"worker {n}")) for n in range(workers)]
        async with asyncio.timeout(seconds):
            while (
                counts := await database.read(overview.progress, now=now())
            ).waiting or not counts.articles:
                await asyncio.sleep(0.1)
        stop.set()
        await asyncio.gather(*running)
    stories = stories_as_sets(database)
    await database.read(_nothing_is_lost_doubled_or_stuck, len(world.rows))
    database.close()
    return stories


def _nothing_is_lost_doubled_or_stuck(tx: Tx, expected: int) -> None:
    assert tx.execute(select(func.count()).select_from(article)).scalar_one() == expected
    assert tx.execute(select(func.count()).select_from(placement)).scalar_one() == expected
    assert tx.execute(select(func.count(placement.c.sequence.distinct()))).scalar_one() == expected
    left = select(article.c.url).where((article.c.next_try_at.is_not(None)) | (article.c.stage != ""))
    assert tx.execute(left).all() == []


async def test_workers_whose_leases_end_too_early_work_twice_but_change_nothing(
    url: str, tmp_path: Path, world: World
) -> None:
    alone = await _replay_alone(tmp_path, world)

    together = await _replay_with(url, tmp_path, world, workers=2, lease=timedelta(seconds=0.4))

    assert together == alone


async def test_three_workers_give_the_same_stories_as_one(url: str, tmp_path: Path, world: World) -> None:
    alone = await _replay_alone(tmp_path, world)

    together = await _replay_with(url, tmp_path, world, workers=3, lease=timedelta(minutes=3))

    assert together == alone


_ALONE: dict[str, frozenset[frozenset[str]]] = {}


async def _replay_alone(tmp_path: Path, world: World) -> frozenset[frozenset[str]]:
    """Return the stories of an undisturbed run with one worker on SQLite, made once."""
    if not _ALONE:
        path = tmp_path / "alone.sqlite3"
        database = Database(f"sqlite:///{path}")
        database.upgrade()
        database.close()
        _ALONE["stories"] = await _replay_with(
            f"sqlite:///{path}", tmp_path, world, workers=1, lease=timedelta(minutes=3)
        )
    return _ALONE["stories"]

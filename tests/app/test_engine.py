import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from octavo.app import engine, polling, replaying, stages
from octavo.app.desk import Desk, now
from octavo.demo.server import DemoServer
from octavo.demo.world import World, load_world
from octavo.store import articles, overview, work
from octavo.store.database import Database, Tx
from octavo.store.revisions import ToRead
from octavo.store.schema import article, placement, set_aside
from tests.app import press
from tests.app.demo_desk import demo_desk, stories_as_sets
from tests.databases import KINDS, Databases
from tests.fetch.outlet import Outlet
from tests.moments import Clock


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


async def test_a_batch_that_fails_again_and_again_is_carried_one_by_one(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    outlet.put("a.test/feed", press.rss(*press.many("a.test", range(4))))
    for n in range(4):
        outlet.put(f"a.test/{n}", press.html(f"Report {n}"))
    await press.follow(desk, "http://a.test/feed")
    poll, fetch, read, *_ = stages.line(desk)

    async def chokes(desk_: Desk, batch: Sequence[ToRead]) -> None:
        if any(item.unread.title == "Report 2" for item in batch):
            raise RuntimeError("it chokes on one of them")
        await read.run(desk_, batch)

    choking = replace(read, run=chokes)
    await engine.drain(desk, [poll, fetch])
    for _ in range(engine.WORN + 1):
        await engine.carry(desk, choking)
        clock.advance(seconds=desk.lease.total_seconds() + 1)

    kinds = await desk.db.read(_kinds)
    assert kinds == {"Report 0": "article", "Report 1": "article", "Report 2": "stuck", "Report 3": "article"}


def _kinds(tx: Tx) -> dict[str, str]:
    query = select(article.c.title, article.c.kind, set_aside.c.code).outerjoin(set_aside)
    return {row.title: row.code or row.kind for row in tx.execute(query)}


async def test_a_restarted_worker_waits_for_no_lease_of_its_own(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/feed", press.rss(*press.many("a.test", range(4))))
    await press.follow(desk, "http://a.test/feed")
    claimed = await polling.claim(desk)
    assert len(claimed) == 1
    assert await polling.claim(desk) == []

    given_back = await desk.db.write(work.give_back, worker=desk.worker, now=desk.clock())

    assert given_back == 1
    assert [feed.round_id for feed in await polling.claim(desk)] == [claimed[0].round_id]


async def test_slow_pages_join_the_next_round(desk: Desk, outlet: Outlet, clock: Clock) -> None:
    outlet.put("a.test/feed", press.rss(*press.many("a.test", range(3))))
    for n in range(3):
        outlet.put(f"a.test/{n}", press.html(f"Report {n}", sentences=press.SENTENCES[n : n + 2]))
    await press.follow(desk, "http://a.test/feed")
    poll, fetch, read, fold, *_ = stages.line(desk)
    await engine.drain(desk, [poll])
    held = await desk.db.write(articles.claim_to_fetch, limit=1, now=clock(), lease=desk.holder())
    await engine.drain(desk, [fetch, read, fold])
    assert await desk.db.read(_placed) == 0, "a round that is not complete was folded"

    clock.advance(minutes=6)
    await engine.drain(desk, [fold])

    assert await desk.db.read(_placed) == 2
    assert len(held) == 1
    await engine.drain(desk, [fetch, read, fold])
    assert await desk.db.read(_placed) == 3


def _placed(tx: Tx) -> int:
    return tx.execute(select(func.count()).select_from(placement)).scalar_one()

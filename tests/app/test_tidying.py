from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import FromClause, func, select

from octavo.app.desk import Desk
from octavo.settings import load
from octavo.store import schema
from octavo.store.database import Tx
from tests.app import press
from tests.app.press import drain, follow, html, item, poll_all, rss
from tests.fetch.outlet import Outlet
from tests.moments import NOON, Clock


def _counts(tx: Tx, tables: Sequence[FromClause]) -> list[int]:
    return [tx.execute(select(func.count()).select_from(table)).scalar_one() for table in tables]


def _bodies(tx: Tx) -> int:
    return tx.execute(select(func.count(schema.page.c.body))).scalar_one()


async def _read_two(desk: Desk, outlet: Outlet) -> None:
    outlet.put(
        "a.test/feed",
        rss(
            item("http://a.test/old", "Elbe floods Dresden", at=NOON - timedelta(days=5)),
            item("http://a.test/new", "Parliament votes on budget", at=NOON),
        ),
    )
    outlet.put("a.test/old", html("Elbe floods Dresden"))
    outlet.put("a.test/new", html("Parliament votes on budget", sentences=press.SENTENCES[:2]))
    await follow(desk, "http://a.test/feed")
    await drain(desk)


def _keeping(desk: Desk, **days: int) -> Desk:
    return replace(desk, settings=load({"data": desk.settings.data, **days}, environment={}))


async def test_what_outlived_its_keep_time_goes_and_does_not_come_back(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    desk = _keeping(desk, keep_days=7)
    await _read_two(desk, outlet)
    tables = [schema.article, schema.revision, schema.placement, schema.story, schema.search_text]
    assert await desk.db.read(_counts, tables) == [2, 2, 2, 2, 2]
    clock.advance(days=4)

    await drain(desk)
    await poll_all(desk)
    await drain(desk)

    assert await desk.db.read(press.titles) == ["Parliament votes on budget"]
    assert await desk.db.read(_counts, tables) == [1, 1, 1, 1, 1]
    assert await desk.db.read(_counts, [schema.entry]) == [2]


async def test_a_new_story_gets_no_number_that_was_given_before(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    desk = _keeping(desk, keep_days=7)
    await _read_two(desk, outlet)
    before = await desk.db.read(_story_ids)
    clock.advance(days=20)
    await drain(desk)
    outlet.put("a.test/feed", rss(item("http://a.test/next", "Comet seen over Chile", at=clock())))
    outlet.put("a.test/next", html("Comet seen over Chile", sentences=press.SENTENCES[:1]))

    await poll_all(desk)
    await drain(desk)

    after = await desk.db.read(_story_ids)
    assert len(after) == 1
    assert after[0] > max(before)


def _story_ids(tx: Tx) -> list[int]:
    return list(tx.scalars(select(schema.story.c.id).order_by(schema.story.c.id)))


async def test_raw_pages_go_and_their_articles_stay(desk: Desk, outlet: Outlet, clock: Clock) -> None:
    desk = _keeping(desk, keep_pages_days=3)
    await _read_two(desk, outlet)
    assert await desk.db.read(_bodies) == 2
    clock.advance(days=4)

    await drain(desk)

    assert await desk.db.read(_bodies) == 0
    assert len(await desk.db.read(press.titles)) == 2

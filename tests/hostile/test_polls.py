"""The poll stage on both databases over every light hostile path at once: each feed ends as promised, none costs another."""

from collections.abc import AsyncIterator
from pathlib import Path as Folder
from typing import Final

import pytest
from sqlalchemy import select

from octavo.app import engine, stages
from octavo.app.compute import Compute
from octavo.app.desk import Desk
from octavo.core.errors import FeedError
from octavo.core.ids import FeedId
from octavo.fetch.client import Client
from octavo.fetch.guard import AllowList
from octavo.fetch.policy import FetchPolicy
from octavo.settings import load
from octavo.store import feeds
from octavo.store.database import Database, Tx
from octavo.store.schema import entry, poll
from tests.app.press import follow
from tests.hostile.kit import FEED, PAGE, Path
from tests.hostile.server import HostileWeb, hostile_web
from tests.moments import Clock

_SECONDS: Final = 2.0
_MOST_POLLS: Final = 3
_OK: Final = frozenset({"new", "nothing_new", "not_modified"})


@pytest.fixture
async def web() -> AsyncIterator[HostileWeb]:
    async with hostile_web() as running:
        yield running


@pytest.fixture
async def desk(
    db: Database, web: HostileWeb, compute: Compute, clock: Clock, tmp_path: Folder
) -> AsyncIterator[Desk]:
    policy = FetchPolicy(
        total_seconds=_SECONDS, idle_seconds=_SECONDS, pace_seconds=0, at_once_per_host=20,
        allow=AllowList.parse([f"127.0.0.1:{web.port}"]),
    )  # fmt: skip
    async with Client(policy, now=clock) as client:
        settings = load({"data": tmp_path}, environment={})
        yield Desk(db=db, web=client, compute=compute, settings=settings, clock=clock, worker="test")


async def test_every_light_feed_ends_as_promised_and_says_why(desk: Desk, web: HostileWeb) -> None:
    light = [path for path in web.paths.paths.values() if not path.heavy and path.group != "robots"]
    followed = {await follow(desk, web.address(path.name)): path for path in light}

    for time in range(1, _MOST_POLLS + 1):
        due = [feed_id for feed_id, path in followed.items() if path.polls >= time]
        await desk.db.write(feeds.poll_soon, due, now=desk.clock())
        await _poll_what_is_due(desk)

    polls = await desk.db.read(_polls)
    kept = await desk.db.read(_kept)
    complaints = [
        _complaint(path, polls[feed_id], kept.get(feed_id, 0)) for feed_id, path in followed.items()
    ]
    assert [c for c in complaints if c] == []
    assert web.inner_visits == 0
    assert len(light) > 150


async def _poll_what_is_due(desk: Desk) -> None:
    stage = stages.line(desk)[0]
    while await engine.carry(desk, stage):
        pass


def _complaint(path: Path, polls: list[str], kept: int) -> str:
    """Say what is not as the path promises, or nothing."""
    wanted = path.ends_in if isinstance(path.ends_in, tuple) else (path.ends_in,)
    codes = {error.code for error in wanted if error is not None}
    if path.body == PAGE:  # fetching hands it on; that it is no feed, polling says
        codes, wanted = {FeedError.code}, ()
    if len(polls) != path.polls:
        return f"{path.name}: polled {len(polls)} times, not {path.polls}"
    if polls[-1] not in (codes or _OK) and not (None in wanted and polls[-1] in _OK):
        return f"{path.name}: {polls}"
    if path.body == FEED and kept != 3:
        return f"{path.name}: {kept} entries kept"
    return ""


def _polls(tx: Tx) -> dict[FeedId, list[str]]:
    """Return each feed's polls: how they went, or the code of the failure."""
    found: dict[FeedId, list[str]] = {}
    for row in tx.execute(select(poll.c.feed_id, poll.c.outcome, poll.c.code).order_by(poll.c.id)):
        found.setdefault(FeedId(row.feed_id), []).append(row.code or row.outcome)
    return found


def _kept(tx: Tx) -> dict[FeedId, int]:
    found: dict[FeedId, int] = {}
    for feed_id in tx.scalars(select(entry.c.feed_id)):
        found[FeedId(feed_id)] = found.get(FeedId(feed_id), 0) + 1
    return found

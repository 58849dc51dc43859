"""The demo: the bundled world, served by a loopback server as ordinary outlets, goes through the real line.

Later versions of its reports come out step by step, each when the line has nothing left to do, so that the result does
not depend on how fast the machine is, or on how often the demo was killed and started again.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from octavo.app import engine
from octavo.app.desk import Desk
from octavo.app.engine import Stage
from octavo.core.urls import canonical
from octavo.demo.replay import outlet_facts, replay_facts
from octavo.demo.server import DemoServer
from octavo.demo.world import World
from octavo.store import feeds, overview, replays, work
from octavo.store.database import Database, Tx
from octavo.store.feeds import NewFeed
from octavo.store.replays import Replayed

ANCHOR: Final = "demo_anchor"
STEP: Final = "demo_step"
LOOK_SECONDS: Final = 0.2


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the demo is."""

    step: int
    last_step: int
    articles: int
    expected: int
    """Reports that the demo world has."""
    waiting: int
    stories: int

    @property
    def is_done(self) -> bool:
        """Say whether every version is out and nothing is left to do."""
        return self.waiting == 0 and self.step == self.last_step


def begin(database: Database, world: World, *, now: datetime) -> tuple[datetime, int]:
    """Return when this demo began and how many later versions are out, the same at each start."""
    return database.write_now(_begin, world, now=now)


def _begin(tx: Tx, world: World, *, now: datetime) -> tuple[datetime, int]:
    if not work.noted(tx, ANCHOR):
        work.note(tx, ANCHOR, now.isoformat())
        work.note(tx, STEP, "0")
        replays.keep(
            tx,
            [
                Replayed(f.address, f.original, f.published, f.attribution, f.licence_url)
                for f in replay_facts(world)
            ],
        )
        for outlet in outlet_facts(world):
            new = NewFeed(
                url=outlet.feed, source_name=outlet.name, home=outlet.home, language=outlet.language,
                source_kind=outlet.outlet_type,
            )  # fmt: skip
            feeds.add(tx, new, now=now)
    return datetime.fromisoformat(work.noted(tx, ANCHOR)), int(work.noted(tx, STEP))


async def replay(
    desk: Desk,
    server: DemoServer,
    world: World,
    *,
    stages: Sequence[Stage],
    stop: asyncio.Event,
    tell: Callable[[Progress], None],
) -> None:
    """Run the line until *stop*, letting the next versions out whenever it has nothing left to do; *tell* hears how far it is."""
    running = asyncio.create_task(engine.run(desk, stages, stop=stop))
    try:
        await _let_out(desk, server, world, stop=stop, tell=tell)
        await stop.wait()
    finally:
        stop.set()
        await running


async def _let_out(
    desk: Desk, server: DemoServer, world: World, *, stop: asyncio.Event, tell: Callable[[Progress], None]
) -> None:
    expected = len({canonical(fact.address) for fact in replay_facts(world)})
    while not stop.is_set():
        counts = await desk.db.read(overview.progress, now=desk.clock())
        tell(
            Progress(server.step, server.last_step, counts.articles, expected, counts.waiting, counts.stories)
        )
        if counts.waiting == 0:
            if server.step == server.last_step:
                return
            server.step += 1
            await desk.db.write(_next_step, server.step, now=desk.clock())
        await asyncio.sleep(LOOK_SECONDS)


def _next_step(tx: Tx, step: int, *, now: datetime) -> None:
    """Note the step and make all feeds due in one transaction: a killed demo goes on where it stood."""
    work.note(tx, STEP, str(step))
    feeds.poll_soon(tx, None, now=now)

"""Folding: one folder at a time puts each round's articles into stories, in one fixed order."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from octavo.app.desk import Desk
from octavo.core.errors import OctavoError
from octavo.core.fold.decision import shipped_model
from octavo.core.fold.memory import Arrival, Memory, Placed
from octavo.core.fold.related import Related
from octavo.core.fold.represent import Features
from octavo.core.fold.window import CAPACITY
from octavo.core.fold.words import experience
from octavo.core.ids import RoundId, StoryId
from octavo.store import dialect, stories, work
from octavo.store.database import Tx
from octavo.store.work import Claimed, Lease

BATCH: Final = 50
"""Articles that are folded under one lease: a fraction of a second, so that the lease holds even when it is short."""
PATIENCE: Final = timedelta(minutes=5)
"""A round is folded at the latest after this; what is not read by then joins the next."""
NO_FEATURES: Final = Features("", {}, {}).encode()


@dataclass(frozen=True, slots=True)
class FoldBatch:
    """Articles of one round, in the order of folding, under the folder's lease."""

    claimed: Claimed
    round_id: RoundId
    version: int
    arrivals: Sequence[Arrival]

    @property
    def ends_round(self) -> bool:
        """Say whether the round has no more articles that are ready."""
        return len(self.arrivals) < BATCH


@dataclass(frozen=True, slots=True)
class _Folded:
    """What the memory made of a batch."""

    placed: Sequence[Placed]
    last_story: StoryId
    related: Sequence[Related]


class Folder:
    """Folds what is ready. Its memory is a copy of what is stored, read anew when another folder has been at work."""

    def __init__(self) -> None:
        # Read now, while no lease runs.
        shipped_model()
        experience()
        self._memory: Memory | None = None
        self._version = -1
        self._attempts = 0

    async def claim(self, desk: Desk) -> Sequence[FoldBatch]:
        """Return the next batch of the oldest open round, if it is ready and no other folder is at work."""
        oldest = await desk.db.read(stories.next_round, late=desk.clock() - PATIENCE)
        if oldest is None or not oldest[1]:
            return []
        now = desk.clock()
        self._attempts += 1
        claimed = Claimed(oldest[0], now + desk.lease, self._attempts)
        batch = await desk.db.write(_claim, claimed, now=now, holder=desk.holder())
        return [batch] if batch else []

    async def fold(self, desk: Desk, batches: Sequence[FoldBatch]) -> None:
        """Decide for each article in turn, then save all decisions at once, or none if another folder was quicker."""
        for batch in batches:
            memory = await self._remembered(desk, batch.version)
            # Until the save has gone well, what is remembered may not be what is stored.
            self._memory = None
            folded = await asyncio.to_thread(_fold, memory, batch.arrivals)
            if await self._save(desk, batch, folded):
                self._memory, self._version, self._attempts = memory, batch.version + 1, 0

    async def give_up(self, desk: Desk, batch: FoldBatch, error: OctavoError) -> None:
        """Give each article of a batch that cannot be folded a story of its own: nothing is lost, and the line goes on."""
        self._memory, self._attempts = None, 0
        _, last = await desk.db.read(stories.last_placed, limit=1)
        alone = [
            Placed(a.id, StoryId(last + number), a.id, a.at, NO_FEATURES, "")
            for number, a in enumerate(batch.arrivals, start=1)
        ]
        await self._save(desk, batch, _Folded(alone, StoryId(last + len(alone)), ()))

    async def _save(self, desk: Desk, batch: FoldBatch, folded: _Folded) -> bool:
        return await desk.db.write(_save, batch, folded, now=desk.clock(), holder=desk.holder())

    async def _remembered(self, desk: Desk, version: int) -> Memory:
        if self._memory is None or self._version != version:
            placed, last_story = await desk.db.read(stories.last_placed, limit=CAPACITY)
            self._memory = await asyncio.to_thread(Memory, placed, last_story=last_story)
        return self._memory


def _claim(tx: Tx, claimed: Claimed, *, now: datetime, holder: Lease) -> FoldBatch | None:
    version = work.take_lease(tx, stories.FOLD_LEASE, now=now, holder=holder)
    if version is None:
        return None
    round_id = RoundId(claimed.id)
    return FoldBatch(claimed, round_id, version, stories.of_round(tx, round_id, limit=BATCH))


def _fold(memory: Memory, arrivals: Sequence[Arrival]) -> _Folded:
    placed = memory.fold(arrivals)
    return _Folded(placed, memory.last_story, memory.related(_stories(placed)))


def _stories(placed: Sequence[Placed]) -> list[StoryId]:
    return sorted({one.story_id for one in placed})


def _save(tx: Tx, batch: FoldBatch, folded: _Folded, *, now: datetime, holder: Lease) -> bool:
    """Save a batch; False: the lease has gone to another folder, or it has saved since, and nothing is saved."""
    dialect.lock(tx, stories.FOLD_LOCK)
    if not work.confirm_lease(tx, stories.FOLD_LEASE, version=batch.version, holder=holder):
        return False
    stories.place(tx, folded.placed, last_story=folded.last_story)
    stories.save_related(tx, folded.related, of=_stories(folded.placed))
    if batch.ends_round:
        stories.close_round(tx, batch.round_id, now=now)
    return True

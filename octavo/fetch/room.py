"""Room for large documents: few of them are in memory at once, however many servers send one at the same time."""

import asyncio
import contextlib
import weakref
from typing import Final

from octavo.core.document import Document

LARGE: Final = 1 << 20
"""Bytes from which a body needs a place."""
PLACES: Final = 4
_PATIENCE: Final = 300.0
"""Seconds after which a body goes on without a place, so that nothing stands still if somebody holds what he has for good."""


class Room:
    """The places for large bodies; `at_once` of them."""

    def __init__(self, at_once: int = PLACES, *, patience: float = _PATIENCE) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._patience = patience

    async def enter(self, limit: asyncio.Timeout) -> bool:
        """Wait for a place and say whether there was one; the waiting is not counted against *limit*."""
        loop, ends = asyncio.get_running_loop(), limit.when()
        started = loop.time()
        limit.reschedule(None)
        try:
            async with asyncio.timeout(self._patience):
                await self._places.acquire()
        except TimeoutError:
            return False
        finally:
            if ends is not None:
                limit.reschedule(ends + loop.time() - started)
        return True

    def leave(self) -> None:
        """Give a place back."""
        self._places.release()


class Seat:
    """The place of one body: taken when it grows large, given back when the document made of it is forgotten."""

    def __init__(self, room: Room, limit: asyncio.Timeout) -> None:
        """*limit* is the time that the body may take."""
        self._room = room
        self._limit = limit
        self._asked = self._taken = False

    async def grown_to(self, size: int) -> None:
        """Note that the body has *size* bytes by now; waits where it has become large and others are."""
        if size > LARGE and not self._asked:
            self._asked = True
            self._taken = await self._room.enter(self._limit)

    def leave(self) -> None:
        """Give the place back; leaving twice is leaving once."""
        taken, self._taken = self._taken, False
        if taken:
            self._room.leave()

    def leave_with(self, document: Document) -> None:
        """Give the place back when the last reference to *document* goes, in whatever thread."""
        taken, self._taken = self._taken, False
        if taken:
            # Nothing of this seat: its time limit knows the task, and the task's result the document.
            weakref.finalize(document, _forgotten, asyncio.get_running_loop(), self._room).atexit = False


def _forgotten(loop: asyncio.AbstractEventLoop, room: Room) -> None:
    with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
        loop.call_soon_threadsafe(room.leave)

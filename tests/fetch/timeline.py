"""A clock and a sleep for tests: time passes only when everybody sleeps, and then at once."""

import asyncio
import heapq
from itertools import count


class Timeline:
    """Monotonic seconds that jump to the next sleeper's end as soon as no task can go on."""

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleepers: list[tuple[float, int, asyncio.Event]] = []
        self._number = count()

    def clock(self) -> float:
        """Return the time."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Sleep until *seconds* have passed on this timeline."""
        woken = asyncio.Event()
        heapq.heappush(self._sleepers, (self.now + seconds, next(self._number), woken))
        await woken.wait()

    async def run(self, *tasks: asyncio.Task[None]) -> None:
        """Let time pass until all *tasks* are done."""
        while not all(task.done() for task in tasks):
            for _ in range(20):  # every task gets as far as it can before the clock moves
                await asyncio.sleep(0)
            if self._sleepers:
                self.now, _, woken = heapq.heappop(self._sleepers)
                woken.set()
        for task in tasks:
            task.result()

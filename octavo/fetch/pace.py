"""One pace per host for all that is asked of it, and a bound on all requests together."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

_SLOWER: Final = 10.0
"""How many times slower a host is asked after it asked for patience."""
_SHORTEST_SLOW: Final = 60.0
_LONGEST_SLOW: Final = 900.0
"""Bounds on how long that lasts: one path's Retry-After of a year must not stop the host."""
_MOST_LANES: Final = 2000
"""Hosts remembered before those that are at rest are forgotten."""
_LONG_AGO: Final = float("-inf")


@dataclass(slots=True)
class _Lane:
    """What is going on at one host."""

    places: asyncio.Semaphore
    line: asyncio.Lock = field(default_factory=asyncio.Lock)
    inside: int = 0
    last: float = _LONG_AGO
    last_delayed: float = _LONG_AGO
    slow_until: float = _LONG_AGO


class Pace:
    """Gives each request its turn: first come first served per host, a gap between starts, few at once."""

    def __init__(
        self,
        gap: Callable[[str], float],
        *,
        at_once_per_host: int,
        at_once: int,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        """*gap* says how many seconds a host wants between two starts."""
        self._gap = gap
        self._at_once_per_host = at_once_per_host
        self._everyone = asyncio.Semaphore(at_once)
        self._clock = clock
        self._sleep = sleep
        self._lanes: dict[str, _Lane] = {}

    @asynccontextmanager
    async def turn(self, host: str, *, delay: float = 0.0) -> AsyncIterator[None]:
        """Wait for a turn at *host* and hold it; starts of turns with a *delay* are that far apart from each other."""
        lane = self._lane(host)
        lane.inside += 1
        try:
            async with lane.places:
                async with lane.line:  # fair: waiters get it in the order in which they came
                    await self._wait(lane, host, delay)
                    await self._everyone.acquire()
                    lane.last = self._clock()
                    if delay:
                        lane.last_delayed = lane.last
                try:
                    yield
                finally:
                    self._everyone.release()
        finally:
            lane.inside -= 1

    def slow(self, host: str, seconds: float | None) -> None:
        """Ask *host* more rarely for *seconds*, within a minute and a quarter of an hour."""
        lane = self._lane(host)
        bounded = min(max(seconds or 0.0, _SHORTEST_SLOW), _LONGEST_SLOW)
        lane.slow_until = max(lane.slow_until, self._clock() + bounded)

    async def _wait(self, lane: _Lane, host: str, delay: float) -> None:
        while (ahead := self._start(lane, host, delay) - self._clock()) > 0:
            await self._sleep(ahead)

    def _start(self, lane: _Lane, host: str, delay: float) -> float:
        gap = self._gap(host) * (_SLOWER if lane.slow_until > self._clock() else 1.0)
        return max(lane.last + gap, lane.last_delayed + delay if delay else _LONG_AGO)

    def _lane(self, host: str) -> _Lane:
        lane = self._lanes.get(host)
        if lane is None:
            if len(self._lanes) >= _MOST_LANES:
                self._forget_resting()
            lane = self._lanes[host] = _Lane(asyncio.Semaphore(self._at_once_per_host))
        return lane

    def _forget_resting(self) -> None:
        long_ago = self._clock() - _LONGEST_SLOW
        for host, lane in list(self._lanes.items()):
            if not lane.inside and lane.last < long_ago and lane.slow_until < self._clock():
                del self._lanes[host]

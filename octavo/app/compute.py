"""CPU work: chunks of pure calls in a process pool that survives what an odd page does to a process."""

import asyncio
import ctypes
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from types import FrameType
from typing import Any, Final, Generic, TypeVar
from weakref import WeakKeyDictionary

In = TypeVar("In")
Out = TypeVar("Out")

CHUNK: Final = 25
HEAVIEST: Final = 8 << 20
"""Bytes that go to a process at a time, so that a batch of huge documents is not in memory twice."""
SECONDS_PER_ITEM: Final = 20
"""Python code is interrupted after this; a library that does not come back to Python for twice as long loses its process."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Out]):
    """What one call returned."""

    value: Out


@dataclass(frozen=True, slots=True)
class Failed:
    """What one call raised, or what ended its process."""

    code: str
    reason: str


def chunked(items: Sequence[In], *, most: int, weight: Callable[[In], int]) -> list[Sequence[In]]:
    """Return *items* in runs of up to *most*, none heavier than HEAVIEST unless it is a single item."""
    chunks: list[Sequence[In]] = []
    start, total = 0, 0
    for place, item in enumerate(items):
        total += weight(item)
        if place > start and (place - start == most or total > HEAVIEST):
            chunks.append(items[start:place])
            start, total = place, weight(item)
    return [*chunks, items[start:]] if items else []


class Compute:
    """Runs pure, importable functions over sequences; one bad item never costs its neighbours."""

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._pool: ProcessPoolExecutor | None = None
        # A pool may outlive the loop that it was first used from, and a semaphore belongs to one loop.
        self._turns: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()

    async def __call__(
        self,
        call: Callable[[In], Out],
        items: Sequence[In],
        *,
        chunk: int = CHUNK,
        weight: Callable[[In], int] = lambda _: 0,
    ) -> list[Done[Out] | Failed]:
        """Return what *call* gives for each of *items*, in order.

        A process gets up to *chunk* items at a time, fewer where they weigh much (in bytes): they are copied to it.
        """
        chunks = chunked(items, most=chunk, weight=weight)
        parts = await asyncio.gather(*(self._in_turn(call, chunk) for chunk in chunks))
        return [outcome for part in parts for outcome in part]

    async def _in_turn(self, call: Callable[[In], Out], items: Sequence[In]) -> list[Done[Out] | Failed]:
        # A chunk's time limit must not run while it waits for a process.
        turns = self._turns.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(self._processes))
        async with turns:
            return await self._chunk(call, items)

    async def _chunk(self, call: Callable[[In], Out], items: Sequence[In]) -> list[Done[Out] | Failed]:
        pool = self._running()
        try:
            return await _submit(pool, call, items)
        except (BrokenProcessPool, TimeoutError):
            self._discard(pool)
        return await self._apart(call, items)

    async def _apart(self, call: Callable[[In], Out], items: Sequence[In]) -> list[Done[Out] | Failed]:
        """Return the outcomes of a chunk that was under way when the pool lost a process.

        It gets a pool of its own, so that no chunk is blamed for its neighbour, and is halved until the item that ends
        its process stands alone.
        """
        pool = _start(1)
        try:
            return await _submit(pool, call, items)
        except (BrokenProcessPool, TimeoutError) as error:
            if len(items) == 1:
                what = "did not come back from" if isinstance(error, TimeoutError) else "ended the process on"
                return [Failed("crashed", f"A library {what} this text; it is left out.")]
        finally:
            _kill(pool)
        half = len(items) // 2
        return [*await self._apart(call, items[:half]), *await self._apart(call, items[half:])]

    def _running(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = _start(self._processes)
        return self._pool

    def _discard(self, pool: ProcessPoolExecutor) -> None:
        """Give up a pool that lost a process; the next chunk builds a new one."""
        if self._pool is pool:
            self._pool = None
        _kill(pool)

    def close(self) -> None:
        """End the processes, whatever they do."""
        if self._pool is not None:
            _kill(self._pool)
            self._pool = None


def _start(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(os.getpid(),)
    )


async def _submit(
    pool: ProcessPoolExecutor, call: Callable[[In], Out], items: Sequence[In]
) -> list[Done[Out] | Failed]:
    future: Future[list[Done[Out] | Failed]] = pool.submit(_each, call, items)
    return await asyncio.wait_for(asyncio.wrap_future(future), SECONDS_PER_ITEM * (len(items) + 1))


def _kill(pool: ProcessPoolExecutor) -> None:
    processes: dict[int, Any] = dict(getattr(pool, "_processes", None) or {})
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes.values():
        process.kill()


def _begin(parent: int) -> None:
    """Set a pool process up: it ends with its parent, and Ctrl-C is the parent's business."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, _too_long)


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def _each(call: Callable[[In], Out], items: Sequence[In]) -> list[Done[Out] | Failed]:
    outcomes: list[Done[Out] | Failed] = []
    for item in items:
        signal.alarm(SECONDS_PER_ITEM)
        try:
            outcomes.append(Done(call(item)))
        except TimeoutError:
            outcomes.append(Failed("too_slow", "Reading this text took too long; it is left out."))
        except Exception as error:
            outcomes.append(
                Failed(getattr(error, "code", type(error).__name__), str(error)[:300] or type(error).__name__)
            )
        finally:
            signal.alarm(0)
    return outcomes

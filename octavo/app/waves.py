"""Waves: what a batch asks of the web is settled as it arrives, so that one slow server holds nobody up."""

import asyncio
import math
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, Final, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")
_WAVE_SECONDS: Final = 2.0


async def in_waves(
    ask: Callable[[Item], Coroutine[Any, Any, Answer]],
    items: Sequence[Item],
    settle: Callable[[list[Answer]], Awaitable[None]],
    *,
    seconds: float = math.inf,
) -> list[Item]:
    """Ask for all *items* at once, settle every two seconds what has arrived, and after *seconds* return what has not.

    Nothing but the call of *settle* holds the answers: whoever drops them there makes room for large ones to come.
    """
    asking = {asyncio.create_task(ask(item)): item for item in items}
    ends = time.monotonic() + seconds
    try:
        while asking and time.monotonic() < ends:
            await asyncio.wait(asking, timeout=_WAVE_SECONDS)
            if any(task.done() for task in asking):
                await settle(_arrived(asking))
    finally:
        for task in asking:
            task.cancel()
    return list(asking.values())


def _arrived(asking: dict[asyncio.Task[Answer], Any]) -> list[Answer]:
    """Take out of *asking* what has arrived; raise what an ask raised."""
    done = [task for task in asking if task.done()]
    for task in done:
        del asking[task]
    return [task.result() for task in done]

"""The engine: one loop per stage and slot. Claim a batch under a lease, run it, save it; the next stage finds its work by query."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import structlog

from octavo.app.desk import Desk
from octavo.app.observe import observe
from octavo.core.errors import OctavoError
from octavo.store import work
from octavo.store.work import Claimed

IDLE_SECONDS: Final = 0.5
AWAY_SECONDS: Final = 5.0
"""How long a stage waits after its claim failed."""
WORN: Final = 3
"""A batch that failed this often is carried one by one."""
HOPELESS: Final = 6
"""What was claimed this often and never saved, not even alone, is set aside unseen: it may end the process."""

_log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the line over a batch: what to claim, what to do, and what to say of an item that cannot be carried."""

    name: str
    claim: Callable[[Desk], Awaitable[Sequence[Any]]]
    run: Callable[[Desk, Sequence[Any]], Awaitable[None]]
    give_up: Callable[[Desk, Any, OctavoError], Awaitable[None]]
    lease_of: Callable[[Any], Claimed]
    slots: int = 1


class Stuck(OctavoError):
    """An item fails its stage again and again; it is set aside and can be retried by hand."""

    code = "stuck"


async def carry(desk: Desk, stage: Stage) -> bool:
    """Claim and run one batch of *stage*; False: nothing was due. What fails is logged and left to its lease."""
    batch = await stage.claim(desk)
    if not batch:
        return False
    hopeful = [item for item in batch if stage.lease_of(item).tries <= HOPELESS]
    for item in batch:
        if stage.lease_of(item).tries > HOPELESS:
            await stage.give_up(desk, item, Stuck("It was begun six times and never finished."))
    worn = [item for item in hopeful if stage.lease_of(item).tries > WORN]
    await _attempt(desk, stage, [item for item in hopeful if item not in worn])
    for item in worn:
        if error := await _attempt(desk, stage, [item]):
            await stage.give_up(desk, item, Stuck(f"It failed three times: {type(error).__name__}."))
    return True


async def _attempt(desk: Desk, stage: Stage, items: Sequence[Any]) -> Exception | None:
    if not items:
        return None
    try:
        with observe(desk.metrics, stage.name, items=len(items)):
            await stage.run(desk, items)
    except Exception as error:
        _log.exception("batch_failed", unit=stage.name, items=len(items))
        return error
    return None


async def run(desk: Desk, stages: Sequence[Stage], *, stop: asyncio.Event, patience: float = 8.0) -> None:
    """Run all stages until *stop* is set; then wait up to *patience* seconds for batches under way.

    What this worker held when it last ended is given back first, so that it waits for no lease.
    """
    await desk.db.write(work.give_back, worker=desk.worker, now=desk.clock())
    wake = asyncio.Event()
    loops = [
        asyncio.create_task(_loop(desk, stage, stop, wake)) for stage in stages for _ in range(stage.slots)
    ]
    await stop.wait()
    wake.set()
    _, late = await asyncio.wait(loops, timeout=patience)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    await desk.db.write(work.give_back, worker=desk.worker, now=desk.clock())


async def _loop(desk: Desk, stage: Stage, stop: asyncio.Event, wake: asyncio.Event) -> None:
    """Carry batches; when nothing is due, sleep until a neighbour has done something or the idle time is over."""
    while not stop.is_set():
        try:
            busy = await carry(desk, stage)
        except OctavoError as error:
            # A full disk or a database that is away mends itself or is mended by hand: ask again, calmly.
            _log.warning("claim_failed", unit=stage.name, code=error.code, reason=str(error))
            await _sleep(stop, AWAY_SECONDS)
            continue
        except Exception:
            _log.exception("claim_failed", unit=stage.name)
            await _sleep(stop, AWAY_SECONDS)
            continue
        if busy:
            wake.set()
        else:
            wake.clear()
            await _sleep(wake, IDLE_SECONDS)


async def _sleep(event: asyncio.Event, seconds: float) -> None:
    """Wait until *event* is set, but no longer than *seconds*."""
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)


async def drain(desk: Desk, stages: Sequence[Stage]) -> None:
    """Carry batches of all stages in turn until nothing is due: for tests, commands and the demo."""
    while any([await carry(desk, stage) for stage in stages]):
        pass

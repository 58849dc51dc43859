"""Tidying up: once an hour what has outlived its keep time goes; one worker at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from octavo.app.desk import Desk
from octavo.core.errors import OctavoError
from octavo.store import keeping, work
from octavo.store.work import Claimed

EVERY: Final = timedelta(hours=1)
LEASE_NAME: Final = "tidy"


async def claim(desk: Desk) -> Sequence[Claimed]:
    """Return the turn to tidy up, if it is time."""
    if await desk.db.read(work.lease_until, LEASE_NAME) > desk.clock():
        return []
    holder = replace(desk.holder(), length=EVERY)
    turn = await desk.db.write(work.take_lease, LEASE_NAME, now=desk.clock(), holder=holder)
    return [] if turn is None else [Claimed(turn, desk.clock() + EVERY, 1)]


async def tidy(desk: Desk, _turns: Sequence[Claimed]) -> None:
    """Forget raw pages and articles whose keep time is over, and old traces of work."""
    now, settings = desk.clock(), desk.settings
    if settings.keep_pages_days:
        while await desk.db.write(keeping.drop_pages, before=now - timedelta(days=settings.keep_pages_days)):
            pass
    if settings.keep_days:
        while await desk.db.write(keeping.drop_articles, before=now - timedelta(days=settings.keep_days)):
            pass
    await desk.db.write(keeping.drop_traces, now=now)


async def give_up(_desk: Desk, _turn: Claimed, _error: OctavoError) -> None:
    """Leave it for the next hour."""

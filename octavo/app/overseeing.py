"""Overseeing: what the owner is shown of the desk itself."""

import platform
import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from octavo import VERSION
from octavo.app.desk import Desk
from octavo.store import overview
from octavo.store.database import Tx, newest_version
from octavo.store.overview import BrokenSource, Counts, Failure, Fold, Holding, Hour, Worker


@dataclass(frozen=True, slots=True)
class Overview:
    """The desk at a glance."""

    counts: Counts
    failures: Sequence[Failure]
    broken: Sequence[BrokenSource]
    hours: Sequence[Hour]
    folds: Sequence[Fold]
    holdings: Sequence[Holding]
    workers: Sequence[Worker]
    database_bytes: int
    free_bytes: int
    versions: Sequence[tuple[str, str]]


async def overview_of(desk: Desk) -> Overview:
    """Return queues, failures, throughput, leases and disk use, as of one moment."""
    return await desk.db.read(_overview, desk)


def _overview(tx: Tx, desk: Desk) -> Overview:
    now = desk.clock()
    return Overview(
        counts=overview.progress(tx, now=now),
        failures=overview.failures(tx),
        broken=overview.broken(tx),
        hours=overview.hours(tx, now=now),
        folds=overview.folds(tx),
        holdings=overview.holdings(tx),
        workers=overview.workers(tx, now=now),
        database_bytes=overview.size(tx),
        free_bytes=shutil.disk_usage(desk.settings.data).free if desk.settings.data.is_dir() else 0,
        versions=(
            ("Octavo", VERSION),
            ("Schema", newest_version()),
            ("Python", platform.python_version()),
            overview.database(tx),
        ),
    )

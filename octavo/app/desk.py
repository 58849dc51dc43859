"""The desk: the few long-lived things that every activity is given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from octavo.app.compute import Compute
from octavo.app.observe import Metrics
from octavo.core.feeds.first_poll import NEWEST
from octavo.fetch.client import Client
from octavo.settings import Settings
from octavo.store.database import Database
from octavo.store.work import Lease

LEASE: Final = timedelta(minutes=3)
"""Longer than the longest batch: shorter, batches run twice (right, but slow)."""


def now() -> datetime:
    """Return the time of day; the only clock."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that an activity needs, made once per process."""

    db: Database
    web: Client
    compute: Compute
    settings: Settings
    clock: Callable[[], datetime] = now
    worker: str = "worker"
    lease: timedelta = LEASE
    newest: int = NEWEST
    """How many pages of a feed's first poll are read."""
    metrics: Metrics = field(default_factory=Metrics)

    def holder(self) -> Lease:
        """Return for whom and how long this desk claims."""
        return Lease(self.worker, self.lease)

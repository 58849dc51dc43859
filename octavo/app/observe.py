"""One log line and one metric for each unit of work."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from octavo.core.errors import OctavoError

_log = structlog.get_logger()


class Metrics:
    """The counters of one process, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.units = Counter(
            "octavo_units", "Units of work done", ["unit", "outcome", "code"], registry=self.registry
        )
        self.items = Counter(
            "octavo_items",
            "Feeds, articles or pictures that stages have carried",
            ["unit"],
            registry=self.registry,
        )
        self.seconds = Histogram(
            "octavo_unit_seconds", "Seconds a unit of work takes", ["unit"], registry=self.registry,
            buckets=(0.005, 0.02, 0.05, 0.1, 0.25, 1, 5, 15, 60),
        )  # fmt: skip
        self.waiting = Gauge("octavo_waiting", "What waits for a stage", ["stage"], registry=self.registry)


@dataclass(slots=True)
class Verdict:
    """How a unit of work ended; the work itself may set it."""

    outcome: str = "done"
    code: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


@contextmanager
def observe(metrics: Metrics, unit: str, *, items: int = 1, **facts: Any) -> Iterator[Verdict]:
    """Log and count one unit of work; an exception is counted as failed and goes on."""
    verdict = Verdict()
    started = time.perf_counter()
    try:
        yield verdict
    except Exception as error:
        verdict.outcome = "failed"
        verdict.code = error.code if isinstance(error, OctavoError) else type(error).__name__
        raise
    finally:
        seconds = time.perf_counter() - started
        metrics.units.labels(unit, verdict.outcome, verdict.code).inc()
        metrics.items.labels(unit).inc(items)
        metrics.seconds.labels(unit).observe(seconds)
        _log.info(
            "unit",
            unit=unit,
            outcome=verdict.outcome,
            code=verdict.code,
            items=items,
            ms=round(seconds * 1000),
            **facts,
            **verdict.facts,
        )

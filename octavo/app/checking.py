"""`octavo doctor`: look at everything that can be wrong with an installation, and say what to do about it."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from octavo.app.compute import Compute, Done
from octavo.app.desk import now
from octavo.app.opening import make_folder
from octavo.core.errors import OctavoError
from octavo.core.reading.access import start_refusal
from octavo.fetch.guard import AllowList
from octavo.settings import Settings
from octavo.store import followed, overview
from octavo.store.database import Database

LEAST_FREE_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    is_well: bool
    says: str


async def check(settings: Settings) -> Sequence[Finding]:
    """Look at data folder, disk, database, settings, process pool, workers and feeds; nothing is changed."""
    findings = [_python(), _folder(settings), _disk(settings), _settings(settings), await _pool()]
    database = Database(settings.database)
    try:
        database.check()
        findings.append(Finding("database", True, database.engine.dialect.name))
        findings += _work(database)
    except OctavoError as error:
        findings.append(Finding("database", False, str(error)))
    finally:
        database.close()
    return findings


def _python() -> Finding:
    version = ".".join(str(part) for part in sys.version_info[:3])
    return Finding("python", sys.version_info >= (3, 11), version)


def _folder(settings: Settings) -> Finding:
    try:
        make_folder(settings.data)
    except OctavoError as error:
        return Finding("data folder", False, str(error))
    return Finding("data folder", True, str(settings.data.resolve()))


def _disk(settings: Settings) -> Finding:
    if not settings.data.exists():
        return Finding("disk", True, "not looked at: the data folder is not there")
    free = shutil.disk_usage(settings.data).free
    says = f"{free / 1e9:.1f} GB free"
    return Finding(
        "disk",
        free > LEAST_FREE_BYTES,
        says if free > LEAST_FREE_BYTES else f"{says}: make room before it is full",
    )


def _settings(settings: Settings) -> Finding:
    refusal = start_refusal(
        url=settings.url, listens_on=settings.host, has_password=bool(settings.password.get_secret_value())
    )
    try:
        AllowList.parse(settings.allow_hosts)
    except OctavoError as error:
        refusal = refusal or str(error)
    return Finding("settings", not refusal, refusal or "all understood")


async def _pool() -> Finding:
    compute = Compute(1)
    try:
        (outcome,) = await compute(len, ["octavo"])
    finally:
        compute.close()
    works = isinstance(outcome, Done)
    return Finding(
        "process pool", works, "works" if works else "processes cannot be started: check memory and limits"
    )


def _work(database: Database) -> list[Finding]:
    moment = now()
    counts = database.read_now(overview.progress, now=moment)
    feeds = database.read_now(followed.feeds)
    unwell = [f for f in feeds if not f.paused and f.status != "well"]
    late = [
        f
        for f in feeds
        if not f.paused and f.next_poll_at and f.next_poll_at < moment - timedelta(minutes=15)
    ]
    found = [
        Finding(
            "feeds",
            not unwell,
            f"{len(feeds)} followed" + (f", {len(unwell)} not well: see /following" if unwell else ""),
        )
    ]
    advice = (
        f"{len(late)} feeds are overdue: is `octavo run` or `octavo work` running?"
        if late
        else f"{counts.waiting} waiting"
    )
    found.append(Finding("work", not late, advice))
    return found

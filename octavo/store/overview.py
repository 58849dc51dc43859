"""What the owner sees of the desk itself: queues, failures, throughput, disk."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Table, and_, case, func, literal, or_, select, text, type_coerce
from sqlalchemy.sql.elements import ColumnElement

from octavo.core.ids import SourceId
from octavo.store import dialect
from octavo.store.columns import KEY, from_micros, to_micros
from octavo.store.database import Tx
from octavo.store.schema import (
    article,
    feed,
    lease,
    page,
    picture,
    poll,
    round_,
    set_aside,
    source,
    story,
)

_HOUR: Final = timedelta(hours=1) // timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Counts:
    """What is there and what waits."""

    sources: int
    feeds: int
    articles: int
    stories: int
    polling: int
    fetching: int
    reading: int
    folding: int
    pictures: int

    @property
    def waiting(self) -> int:
        """Everything that is to be done now or is being done."""
        return self.polling + self.fetching + self.reading + self.folding + self.pictures


@dataclass(frozen=True, slots=True)
class BrokenSource:
    """A source whose pages do not pass any more."""

    id: SourceId
    name: str
    language: str
    since: datetime


def broken(tx: Tx) -> Sequence[BrokenSource]:
    """Return the sources whose pages do not pass any more, last broken first."""
    rows = tx.execute(
        select(source.c.id, source.c.name, source.c.language, source.c.broken_at)
        .where(source.c.broken_at.is_not(None))
        .order_by(source.c.broken_at.desc(), source.c.id)
    )
    return [BrokenSource(SourceId(number), name, language, at) for number, name, language, at in rows if at]


def answers(tx: Tx) -> bool:
    """Say that the database answers."""
    return tx.execute(select(literal(1))).scalar_one() == 1


def progress(tx: Tx, *, now: datetime) -> Counts:
    """Return what is there and what is to be done now or under way; what waits for a later hour is not counted."""
    waiting = _waiting(tx, now)
    due_feeds = (
        select(func.count())
        .select_from(feed)
        .where(or_(feed.c.round_id.is_not(None), and_(feed.c.next_try_at <= now, ~feed.c.paused)))
    )
    due_pictures = select(func.count()).select_from(picture).where(_under_way(picture, now))
    return Counts(
        sources=_count(tx, source), feeds=_count(tx, feed), articles=_count(tx, article), stories=_count(tx, story),
        polling=tx.execute(due_feeds).scalar_one(), fetching=waiting.get("fetch", 0), reading=waiting.get("read", 0),
        folding=waiting.get("fold", 0), pictures=tx.execute(due_pictures).scalar_one(),
    )  # fmt: skip


def _under_way(table: Table, now: datetime) -> ColumnElement[bool]:
    return and_(table.c.next_try_at.is_not(None), or_(table.c.next_try_at <= now, table.c.held_by != ""))


def _waiting(tx: Tx, now: datetime) -> Counter[str]:
    """Count articles by the stage they wait for: those of open rounds, and those that go through again."""
    counts: Counter[str] = Counter()
    for where in (
        article.c.round_id.is_not(None),
        and_(article.c.round_id.is_(None), _under_way(article, now)),
    ):
        for stage, number in tx.execute(
            select(article.c.stage, func.count()).where(where).group_by(article.c.stage)
        ):
            counts[stage] += number
    return counts


def _count(tx: Tx, table: Table) -> int:
    return tx.execute(select(func.count()).select_from(table)).scalar_one()


@dataclass(frozen=True, slots=True)
class Failure:
    """How often one thing fails at one step."""

    step: str
    """poll, or the stage that set articles aside."""
    code: str
    number: int
    example: str
    """The reason of one of them, in words."""


@dataclass(frozen=True, slots=True)
class Hour:
    """What was done in one hour."""

    begins: datetime
    polls: int
    failed_polls: int
    fresh: int
    pages: int


@dataclass(frozen=True, slots=True)
class Fold:
    """One round of articles, from its first poll to its fold."""

    id: int
    opened_at: datetime
    folded_at: datetime | None


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a lease until when."""

    name: str
    held_by: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker with what it holds."""

    name: str
    rows: int


def failures(tx: Tx) -> Sequence[Failure]:
    """Return what fails now, the most frequent first: feeds by their last error, articles by why they were set aside."""
    feeds = (
        select(feed.c.error_code, func.count(), func.max(feed.c.error_message))
        .where(feed.c.error_code != "")
        .group_by(feed.c.error_code)
    )
    pages = select(set_aside.c.stage, set_aside.c.code, func.count(), func.max(set_aside.c.reason)).group_by(
        set_aside.c.stage, set_aside.c.code
    )
    found = [Failure("poll", *row) for row in tx.execute(feeds)] + [
        Failure(*row) for row in tx.execute(pages)
    ]
    return sorted(found, key=lambda one: (-one.number, one.step, one.code))


def hours(tx: Tx, *, now: datetime, length: int = 24) -> Sequence[Hour]:
    """Return the last *length* hours, newest first, quiet ones too."""
    newest = to_micros(now) // _HOUR
    since = from_micros((newest - length + 1) * _HOUR)
    polls = {row.hour: row for row in tx.execute(_POLLS.where(poll.c.at >= since))}
    pages = {row.hour: row.pages for row in tx.execute(_PAGES.where(page.c.fetched_at >= since))}
    return [
        Hour(
            begins=from_micros(hour * _HOUR),
            polls=polls[hour].polls if hour in polls else 0,
            failed_polls=int(polls[hour].failed) if hour in polls else 0,
            fresh=int(polls[hour].fresh) if hour in polls else 0,
            pages=pages.get(hour, 0),
        )
        for hour in range(newest, newest - length, -1)
    ]


def folds(tx: Tx, *, limit: int = 10) -> Sequence[Fold]:
    """Return the newest rounds."""
    query = (
        select(round_.c.id, round_.c.opened_at, round_.c.folded_at).order_by(round_.c.id.desc()).limit(limit)
    )
    return [Fold(*row) for row in tx.execute(query)]


def holdings(tx: Tx) -> Sequence[Holding]:
    """Return the named leases, such as the folder's."""
    query = select(lease.c.name, lease.c.held_by, lease.c.until).order_by(lease.c.name)
    return [Holding(*row) for row in tx.execute(query)]


def workers(tx: Tx, *, now: datetime) -> Sequence[Worker]:
    """Return who works on how many feeds, articles and pictures now."""
    held: Counter[str] = Counter()
    for table in (feed, article, picture):
        query = select(table.c.held_by, func.count()).where(table.c.held_by != "", table.c.next_try_at > now)
        for name, number in tx.execute(query.group_by(table.c.held_by)):
            held[name] += number
    return [Worker(*item) for item in sorted(held.items())]


def size(tx: Tx) -> int:
    """Return the bytes that the database takes on its disk."""
    return dialect.disk_bytes(tx)


def database(tx: Tx) -> tuple[str, str]:
    """Return the name and the version of the database server or library."""
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[tx.dialect.name]
    return name, ".".join(str(part) for part in tx.dialect.server_version_info or ())


_POLL_HOUR: Final = (type_coerce(poll.c.at, KEY) // _HOUR).label("hour")
_PAGE_HOUR: Final = (type_coerce(page.c.fetched_at, KEY) // _HOUR).label("hour")
_POLLS: Final = select(
    _POLL_HOUR,
    func.count().label("polls"),
    func.sum(case((poll.c.outcome == "failed", 1), else_=0)).label("failed"),
    func.sum(poll.c.fresh).label("fresh"),
).group_by(text("hour"))
_PAGES: Final = select(_PAGE_HOUR, func.count().label("pages")).group_by(text("hour"))

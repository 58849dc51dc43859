"""What the owner sees of the desk itself: queues, failures, throughput, disk."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, and_, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from octavo.store.database import Tx
from octavo.store.schema import article, feed, picture, source, story


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

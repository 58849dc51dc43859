"""Sources as pages show them: the list, and one with the health of its feeds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, and_, bindparam, func, select

from octavo.core.ids import ArticleId, FeedId, SourceId
from octavo.core.urls import Url, without_secrets
from octavo.store.database import Tx
from octavo.store.schema import article, feed, poll, set_aside, source

MOST_POLLS: Final = 20
MOST_SET_ASIDE: Final = 20
LOOKED_BACK: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list of all, with its feeds by state."""

    id: SourceId
    name: str
    language: str
    kind: str
    feeds: int
    well: int
    blocked: int
    paused: int
    newest_at: datetime | None


@dataclass(frozen=True, slots=True)
class Source:
    """A source's own facts."""

    id: SourceId
    name: str
    home: str
    language: str
    country: str
    kind: str
    followed_since: datetime
    hidden: bool


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How one feed does. Its address carries no user name and no password."""

    id: FeedId
    url: str
    name: str
    kind: str
    reads: str
    paused: bool
    status: str
    polled_at: datetime | None
    ok_at: datetime | None
    new_at: datetime | None
    next_at: datetime | None
    error_code: str
    error_message: str
    move_to: str


@dataclass(frozen=True, slots=True)
class Poll:
    """How one poll went."""

    feed_id: FeedId
    at: datetime
    outcome: str
    code: str
    message: str
    entries: int
    fresh: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Refused:
    """An article of the source that was set aside."""

    article_id: ArticleId
    title: str
    language: str
    code: str
    reason: str
    at: datetime
    again_at: datetime | None


@dataclass(frozen=True, slots=True)
class PageCounts:
    """What became of the source's reports of the last 30 days."""

    reports: int
    read: int
    set_aside: int
    unread: int
    """Headlines whose page nobody has asked for: what a first poll left."""
    waiting: int


def all_sources(tx: Tx) -> Sequence[SourceLine]:
    """Return all sources that are not hidden, by name."""
    return [SourceLine(SourceId(row[0]), *row[1:]) for row in tx.execute(_ALL)]


_NEWEST_AT: Final = (
    select(article.c.published_at)
    .where(article.c.source_id == source.c.id)
    .order_by(article.c.published_at.desc(), article.c.id.desc())
    .limit(1)
    .scalar_subquery()
)


_ALL: Final = (
    select(
        source.c.id, source.c.name, source.c.language, source.c.kind, func.count(feed.c.id),
        func.count(feed.c.id).filter(feed.c.status == "well"), func.count(feed.c.id).filter(feed.c.status == "blocked"),
        func.count(feed.c.id).filter(feed.c.paused), _NEWEST_AT,
    )
    .outerjoin(feed, feed.c.source_id == source.c.id)
    .where(~source.c.hidden)
    .group_by(source.c.id, source.c.name, source.c.language, source.c.kind)
    .order_by(func.lower(source.c.name), source.c.id)
)  # fmt: skip


def source_of(tx: Tx, source_id: SourceId, *, also_hidden: bool = False) -> Source | None:
    """Return a source; None where there is none, or it is hidden and hidden ones are not asked for."""
    row = tx.execute(_SOURCE, {"id": source_id}).first()
    return Source(SourceId(row[0]), *row[1:]) if row and (also_hidden or not row.hidden) else None


_SOURCE: Final = select(
    source.c.id, source.c.name, source.c.home, source.c.language, source.c.country, source.c.kind,
    source.c.created_at, source.c.hidden,
).where(source.c.id == bindparam("id"))  # fmt: skip


def health_of(tx: Tx, source_id: SourceId) -> Sequence[FeedHealth]:
    """Return the feeds of a source and how they do."""
    return [_health(row) for row in tx.execute(_FEEDS, {"id": source_id})]


def _health(row: Row[*tuple[Any, ...]]) -> FeedHealth:
    facts = row._asdict()
    return FeedHealth(**{**facts, "url": without_secrets(Url(facts["url"]))})


_FEEDS: Final = (
    select(
        feed.c.id, feed.c.url, feed.c.name, feed.c.kind, feed.c.reads, feed.c.paused, feed.c.status, feed.c.polled_at,
        feed.c.ok_at, feed.c.new_at, feed.c.next_try_at.label("next_at"), feed.c.error_code, feed.c.error_message,
        feed.c.move_to,
    )
    .where(feed.c.source_id == bindparam("id"))
    .order_by(feed.c.id)
)  # fmt: skip


def polls_of(tx: Tx, feed_ids: Sequence[FeedId]) -> Sequence[Poll]:
    """Return how the last polls of some feeds went, newest first."""
    return [Poll(FeedId(row[0]), *row[1:]) for row in tx.execute(_POLLS, {"feeds": list(feed_ids)})]


_POLLS: Final = (
    select(
        poll.c.feed_id, poll.c.at, poll.c.outcome, poll.c.code, poll.c.message, poll.c.entries, poll.c.fresh,
        poll.c.milliseconds,
    )
    .where(poll.c.feed_id.in_(bindparam("feeds", expanding=True)))
    .order_by(poll.c.at.desc(), poll.c.id.desc())
    .limit(MOST_POLLS)
)  # fmt: skip


def refused_of(tx: Tx, source_id: SourceId, *, since: datetime) -> Sequence[Refused]:
    """Return the visible articles of a source published *since* then that were set aside, newest first."""
    return [
        Refused(ArticleId(row[0]), *row[1:])
        for row in tx.execute(_REFUSED, {"id": source_id, "since": since})
    ]


_OF_LATE: Final = (
    article.c.source_id == bindparam("id"),
    article.c.published_at >= bindparam("since", type_=article.c.published_at.type),
    ~article.c.hidden,
)
_REFUSED: Final = (
    select(
        article.c.id, article.c.title, article.c.language, set_aside.c.code, set_aside.c.reason, set_aside.c.at,
        set_aside.c.again_at,
    )
    .join(set_aside, set_aside.c.article_id == article.c.id)
    .where(*_OF_LATE)
    .order_by(article.c.published_at.desc(), article.c.id.desc(), set_aside.c.stage)
    .limit(MOST_SET_ASIDE)
)  # fmt: skip


def counts_of(tx: Tx, source_id: SourceId, *, since: datetime) -> PageCounts:
    """Return what became of the visible articles of a source published *since* then."""
    return PageCounts(*tx.execute(_COUNTS, {"id": source_id, "since": since}).one())


_IS_REFUSED: Final = select(set_aside.c.article_id).where(set_aside.c.article_id == article.c.id).exists()
_IS_HEADLINE: Final = article.c.kind == "headline"
_IS_DONE: Final = article.c.stage == ""
_COUNTS: Final = select(
    func.count(),
    func.count().filter(~_IS_HEADLINE),
    func.count().filter(_IS_REFUSED),
    func.count().filter(and_(_IS_HEADLINE, _IS_DONE, ~_IS_REFUSED)),
    func.count().filter(~_IS_DONE),
).where(*_OF_LATE)

"""What is followed, as its owner sees and changes it: feeds with their state, sources, hidden hashtags."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import func, select, update

from octavo.core.document import Secret
from octavo.core.errors import NotFound
from octavo.core.ids import FeedId, HashtagId, SourceId
from octavo.core.urls import Url
from octavo.store import dialect
from octavo.store.database import Tx
from octavo.store.feeds import Reads
from octavo.store.schema import article, feed, hashtag, set_aside, source


@dataclass(frozen=True, slots=True)
class FollowedFeed:
    """One feed with how it is; its secret is only said to be there."""

    id: FeedId
    url: Url
    name: str
    category: str
    source_id: SourceId
    source: str
    source_home: str
    source_hidden: bool
    kind: str
    reads: Reads
    shortest: timedelta | None
    has_secret: bool
    paused: bool
    status: str
    polled_at: datetime | None
    ok_at: datetime | None
    new_at: datetime | None
    next_poll_at: datetime | None
    error_code: str
    error_message: str


@dataclass(frozen=True, slots=True)
class FollowedSource:
    """One source, with how many feeds it has and how many of its pages were set aside."""

    id: SourceId
    name: str
    home: str
    host: str
    language: str
    hidden: bool
    feeds: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class FeedChange:
    """What an owner may change of a feed."""

    name: str
    category: str
    reads: Reads
    shortest: timedelta | None
    secret: Secret | None = None
    """None: it stays as it is."""


_FEEDS: Final = (
    select(
        feed.c.id, feed.c.url, feed.c.name, feed.c.category, feed.c.source_id, source.c.name.label("source"),
        source.c.home.label("source_home"), source.c.hidden.label("source_hidden"), feed.c.kind, feed.c.reads,
        feed.c.shortest, ((feed.c.user != "") | (feed.c.header_name != "")).label("has_secret"), feed.c.paused,
        feed.c.status, feed.c.polled_at, feed.c.ok_at, feed.c.new_at, feed.c.next_try_at.label("next_poll_at"),
        feed.c.error_code, feed.c.error_message,
    )
    .join(source, source.c.id == feed.c.source_id)
    .order_by(func.lower(source.c.name), feed.c.source_id, feed.c.id)
)  # fmt: skip


def feeds(tx: Tx) -> Sequence[FollowedFeed]:
    """Return all feeds, by the names of their sources."""
    return [_feed(row) for row in tx.execute(_FEEDS)]


def one_feed(tx: Tx, feed_id: FeedId) -> FollowedFeed:
    """Return one feed; raises NotFound."""
    row = tx.execute(_FEEDS.where(feed.c.id == feed_id)).first()
    if row is None:
        raise NotFound(f"There is no feed {feed_id}; it may have been removed.")
    return _feed(row)


def _feed(row: Any) -> FollowedFeed:
    facts: dict[str, Any] = dict(row._mapping)
    return FollowedFeed(**facts | {"has_secret": bool(row.has_secret)})


def change_feed(tx: Tx, feed_id: FeedId, change: FeedChange) -> None:
    """Change what the owner says of a feed; raises NotFound."""
    values: dict[str, Any] = dict(
        name=change.name, category=change.category, reads=change.reads, shortest=change.shortest
    )
    if (secret := change.secret) is not None:
        values |= dict(
            user=secret.user, password=secret.password, header_name=secret.header_name,
            header_value=secret.header_value,
        )  # fmt: skip
    if not tx.execute(update(feed).where(feed.c.id == feed_id).values(values)).rowcount:
        raise NotFound(f"There is no feed {feed_id}; it may have been removed.")


def sources(tx: Tx) -> Sequence[FollowedSource]:
    """Return all sources by name, those without a feed too: their articles are still there."""
    followed = select(feed.c.source_id, func.count().label("n")).group_by(feed.c.source_id).subquery()
    failed = (
        select(article.c.source_id, func.count(set_aside.c.article_id.distinct()).label("n"))
        .join(set_aside, set_aside.c.article_id == article.c.id)
        .group_by(article.c.source_id)
        .subquery()
    )
    query = (
        select(
            source.c.id, source.c.name, source.c.home, source.c.host, source.c.language, source.c.hidden,
            func.coalesce(followed.c.n, 0), func.coalesce(failed.c.n, 0),
        )
        .outerjoin(followed, followed.c.source_id == source.c.id)
        .outerjoin(failed, failed.c.source_id == source.c.id)
        .order_by(func.lower(source.c.name), source.c.id)
    )  # fmt: skip
    return [FollowedSource(*row) for row in tx.execute(query)]


def hidden_hashtags(tx: Tx) -> Sequence[tuple[HashtagId, str]]:
    """Return the hashtags that are hidden, with their labels."""
    query = select(hashtag.c.id, hashtag.c.label).where(hashtag.c.hidden).order_by(hashtag.c.tag)
    return [(HashtagId(row.id), row.label) for row in tx.execute(query)]


def hashtag_named(tx: Tx, tag: str, *, label: str) -> HashtagId:
    """Return the hashtag of that normalised name; one that no article has yet is made, so that it can be hidden ahead."""
    tx.execute(dialect.insert_ignoring(tx, hashtag).values(tag=tag, label=label, thing="", hidden=False))
    return HashtagId(tx.execute(select(hashtag.c.id).where(hashtag.c.tag == tag)).scalar_one())

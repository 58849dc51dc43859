"""Who may come in: sessions, feed keys and failed logins. Secrets are kept as digests only: the tables open no door."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from octavo.core.errors import BadInput, NotFound
from octavo.store.database import Tx
from octavo.store.schema import feed_key, login_failure, session


@dataclass(frozen=True, slots=True)
class FeedKey:
    """A secret that opens the feeds, as its owner sees it."""

    digest: str
    name: str
    created_at: datetime


def open_session(tx: Tx, digest: str, *, now: datetime, until: datetime) -> None:
    """Let the bearer of the token with *digest* in until that time."""
    tx.execute(insert(session).values(digest=digest, created_at=now, expires_at=until))


def is_session(tx: Tx, digest: str, *, now: datetime) -> bool:
    """Say whether a session is open."""
    query = select(session.c.digest).where(session.c.digest == digest, session.c.expires_at > now)
    return tx.execute(query).first() is not None


def end_session(tx: Tx, digest: str) -> None:
    """End one session; ending twice is ending once."""
    tx.execute(delete(session).where(session.c.digest == digest))


def end_sessions(tx: Tx) -> None:
    """End all sessions."""
    tx.execute(delete(session))


def failures(tx: Tx, *, since: datetime, limit: int) -> Sequence[datetime]:
    """Return when logins failed since then, newest first."""
    query = (
        select(login_failure.c.at)
        .where(login_failure.c.at > since)
        .order_by(login_failure.c.at.desc(), login_failure.c.id.desc())
        .limit(limit)
    )
    return list(tx.scalars(query))


def note_failure(tx: Tx, *, now: datetime) -> None:
    """Remember a failed login."""
    tx.execute(insert(login_failure).values(at=now))


def forgive(tx: Tx) -> None:
    """Forget all failed logins: somebody has shown the right password."""
    tx.execute(delete(login_failure))


def add_key(tx: Tx, digest: str, *, name: str, now: datetime) -> None:
    """Keep a new feed key; raise BadInput where one of that name exists."""
    if tx.execute(select(feed_key.c.digest).where(feed_key.c.name == name)).first():
        raise BadInput(f"There is a key named {name} already. Choose another name, or revoke that one first.")
    tx.execute(insert(feed_key).values(digest=digest, name=name, created_at=now))


def keys(tx: Tx) -> Sequence[FeedKey]:
    """Return all feed keys, oldest first."""
    query = select(feed_key.c.digest, feed_key.c.name, feed_key.c.created_at)
    return [FeedKey(*row) for row in tx.execute(query.order_by(feed_key.c.created_at, feed_key.c.digest))]


def is_key(tx: Tx, digest: str) -> bool:
    """Say whether a feed key is valid."""
    return tx.execute(select(feed_key.c.digest).where(feed_key.c.digest == digest)).first() is not None


def revoke_key(tx: Tx, digest: str) -> None:
    """Make a feed key worthless."""
    if not tx.execute(delete(feed_key).where(feed_key.c.digest == digest)).rowcount:
        raise NotFound("There is no such key; it may have been revoked already.")

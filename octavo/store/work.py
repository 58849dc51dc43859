"""Leases: who works on what until when, the same for feeds, articles and pictures, and the folder's own lease."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Table, bindparam, literal, select, update
from sqlalchemy.sql.elements import ColumnElement

from octavo.store import dialect
from octavo.store.columns import EPOCH
from octavo.store.database import Tx
from octavo.store.schema import article, feed, lease, meta, picture

_ONCE: Final[ColumnElement[int]] = literal(0)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that this worker may work on until its lease ends."""

    id: int
    held: datetime
    """When the lease ends."""
    tries: int
    """How often it has been claimed since it last went well, this time included."""
    asked: int = 0
    """Which asking it answers: a row that was asked for again since then takes no old answer."""


@dataclass(frozen=True, slots=True)
class Lease:
    """How long a claim holds, and for whom."""

    worker: str
    length: timedelta


def claim(
    tx: Tx,
    table: Table,
    *where: ColumnElement[bool],
    limit: int,
    now: datetime,
    lease: Lease,
    asked: ColumnElement[int] = _ONCE,
) -> Sequence[Claimed]:
    """Return up to *limit* due rows of *table*, longest due first, and keep others off them until the lease ends."""
    query = (
        select(table.c.id, table.c.tries, asked.label("asked"))
        .where(table.c.next_try_at <= now, *where)
        .order_by(table.c.next_try_at, table.c.id)
        .limit(limit)
    )
    rows = tx.execute(dialect.skip_locked(query, table)).all()
    held = now + lease.length
    if rows:
        tx.execute(
            update(table)
            .where(table.c.id.in_([row.id for row in rows]))
            .values(next_try_at=held, held_by=lease.worker, tries=table.c.tries + 1)
        )
    return [Claimed(row.id, held, row.tries + 1, row.asked) for row in rows]


def still_open(
    tx: Tx,
    table: Table,
    claimed: Sequence[Claimed],
    *where: ColumnElement[bool],
    asked: ColumnElement[int] = _ONCE,
) -> frozenset[int]:
    """Return the ids of *claimed* that still wait for this answer, and lock them until this transaction ends.

    Whose lease a row carries does not matter: where a lease ended too early and two workers do the same, the first to be
    done is taken and the second finds the row closed. So the line moves on however short the leases are.
    """
    if not claimed:
        return frozenset()
    wanted = {c.id: c.asked for c in claimed}
    query = (
        select(table.c.id, asked.label("asked"))
        .where(table.c.id.in_(list(wanted)), *where)
        .order_by(table.c.id)
    )
    return frozenset(row.id for row in tx.execute(query.with_for_update()) if row.asked == wanted[row.id])


def release(tx: Tx, table: Table, claimed: Sequence[Claimed], *, at: datetime) -> None:
    """Give back what was claimed and not begun, to be due *at* that time; it does not count as a try."""
    for held in {c.held for c in claimed}:
        tx.execute(
            update(table)
            .where(table.c.id.in_([c.id for c in claimed if c.held == held]), table.c.next_try_at == held)
            .values(next_try_at=at, held_by="", tries=table.c.tries - 1)
        )


def give_back(tx: Tx, *, worker: str, now: datetime) -> int:
    """Make all that *worker* holds due now, and return how many rows that were: a restarted worker waits for no lease."""
    rows = 0
    for table in (feed, article, picture):
        rows += tx.execute(
            update(table)
            .where(table.c.held_by == worker, table.c.next_try_at > now)
            .values(next_try_at=now, held_by="")
        ).rowcount
    tx.execute(update(lease).where(lease.c.held_by == worker).values(until=now))
    return rows


def take_lease(tx: Tx, name: str, *, now: datetime, holder: Lease) -> int | None:
    """Return the version of the lease *name*, now held by *holder*; None: another holds it."""
    tx.execute(dialect.insert_ignoring(tx, lease).values(name=name, held_by="", until=now, version=0))
    row = tx.execute(select(lease).where(lease.c.name == name).with_for_update()).one()
    if row.held_by not in ("", holder.worker) and row.until > now:
        return None
    tx.execute(
        update(lease).where(lease.c.name == name).values(held_by=holder.worker, until=now + holder.length)
    )
    return int(row.version)


def lease_until(tx: Tx, name: str) -> datetime:
    """Return when the lease *name* ends; the beginning of time if nobody ever had it."""
    return tx.execute(select(lease.c.until).where(lease.c.name == name)).scalar() or EPOCH


def confirm_lease(tx: Tx, name: str, *, version: int, holder: Lease) -> bool:
    """Say whether *holder* still has the lease at *version*, and count one save more; False: throw the work away."""
    taken = (
        update(lease)
        .where(lease.c.name == name, lease.c.held_by == holder.worker, lease.c.version == version)
        .values(version=version + 1)
    )
    return tx.execute(taken).rowcount == 1


def count_on(tx: Tx, name: str) -> None:
    """Count the version of the lease *name* on: its holder starts anew, and throws away what it is about to save."""
    tx.execute(update(lease).where(lease.c.name == name).values(version=lease.c.version + 1))


def note(tx: Tx, name: str, value: str) -> None:
    """Remember *value* under *name*."""
    tx.execute(dialect.upsert(tx, meta, ["name"]).values(name=name, value=value))


def noted(tx: Tx, name: str) -> str:
    """Return what was remembered under *name*, or an empty text."""
    return tx.execute(select(meta.c.value).where(meta.c.name == bindparam("n")), {"n": name}).scalar() or ""

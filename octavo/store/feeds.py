"""Sources and feeds: what is followed, how its polls went, what is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal

from sqlalchemy import bindparam, delete, func, insert, select, update

from octavo.core.document import Secret, Validators
from octavo.core.errors import NotFound
from octavo.core.feeds.rhythm import USUAL, Pulse
from octavo.core.ids import FeedId, RoundId, SourceId
from octavo.core.urls import Url, host_of
from octavo.store import dialect
from octavo.store.database import Tx
from octavo.store.schema import feed, poll, round_, source
from octavo.store.work import Claimed, Lease, claim

Reads = Literal["page", "feed"]

_CLAIM_LOCK: Final = 7_000_002


@dataclass(frozen=True, slots=True)
class NewFeed:
    """What an owner says of a feed to follow; all but the address may be left out."""

    url: Url
    name: str = ""
    category: str = ""
    source_name: str = ""
    home: str = ""
    language: str = ""
    country: str = ""
    source_kind: str = ""
    reads: Reads = "page"
    shortest: timedelta | None = None
    secret: Secret = Secret()


@dataclass(frozen=True, slots=True)
class DueFeed:
    """A claimed feed with all that its poll needs."""

    claimed: Claimed
    id: FeedId
    source_id: SourceId
    url: Url
    round_id: RoundId
    name: str
    kind: str
    reads: Reads
    secret: Secret
    validators: Validators
    shortest: timedelta | None
    language: str
    category: str
    ok_at: datetime | None
    new_at: datetime | None
    pulse: Pulse


@dataclass(frozen=True, slots=True)
class PollRow:
    """How one poll went."""

    feed_id: FeedId
    outcome: Literal["new", "nothing_new", "not_modified", "failed"]
    code: str = ""
    message: str = ""
    entries: int = 0
    fresh: int = 0
    bytes: int = 0
    milliseconds: int = 0


def add(tx: Tx, new: NewFeed, *, now: datetime) -> tuple[FeedId, bool]:
    """Start to poll a feed at once and return its id and whether it is new; adding twice is adding once."""
    found = tx.execute(select(feed.c.id).where(feed.c.url == new.url)).scalar()
    if found is not None:
        return FeedId(found), False
    source_id = _source_of(tx, new, now=now)
    row = dict(
        source_id=source_id, url=new.url, name=new.name, category=new.category, kind="", reads=new.reads,
        user=new.secret.user, password=new.secret.password, header_name=new.secret.header_name,
        header_value=new.secret.header_value, shortest=new.shortest, paused=False, status="well", created_at=now,
        etag="", last_modified="", failures=0.0, error_code="", error_message="", move_to="",
        next_try_at=now, held_by="", tries=0,
    )  # fmt: skip
    return FeedId(tx.execute(insert(feed).values(row).returning(feed.c.id)).scalar_one()), True


def _source_of(tx: Tx, new: NewFeed, *, now: datetime) -> SourceId:
    """Return the source of *new*: the one of that name on that host, else a new one."""
    home = new.home or new.url
    host, name = host_of(Url(home)), new.source_name
    query = select(source.c.id).where(source.c.host == host).order_by(source.c.id)
    found = tx.execute(query.where(source.c.name == name) if name else query).scalar()
    if found is not None:
        return SourceId(found)
    row = dict(
        name=name or new.name or host.removeprefix("www."), home=new.home, host=host, language=new.language,
        country=new.country, kind=new.source_kind, hidden=False, created_at=now,
    )  # fmt: skip
    return SourceId(tx.execute(insert(source).values(row).returning(source.c.id)).scalar_one())


def claim_due(tx: Tx, *, limit: int, now: datetime, lease: Lease) -> Sequence[DueFeed]:
    """Return feeds whose time has come, each with its round: the one that it had when its last poll was cut off, else a new one.

    Claims come one at a time, so that rounds are numbered in the order in which they become visible.
    """
    dialect.lock(tx, _CLAIM_LOCK)
    claimed = {c.id: c for c in claim(tx, feed, ~feed.c.paused, limit=limit, now=now, lease=lease)}
    if not claimed:
        return []
    rows = tx.execute(
        select(feed, source.c.language.label("source_language"))
        .join(source, source.c.id == feed.c.source_id)
        .where(feed.c.id.in_(list(claimed)))
        .order_by(feed.c.id)
    ).all()
    if any(row.round_id is None for row in rows):
        opened = tx.execute(insert(round_).values(opened_at=now).returning(round_.c.id)).scalar_one()
        fresh = [row.id for row in rows if row.round_id is None]
        tx.execute(update(feed).where(feed.c.id.in_(fresh)).values(round_id=opened))
    else:
        opened = 0
    return [_due(row, claimed[row.id], RoundId(row.round_id or opened)) for row in rows]


def _due(row: Any, claimed: Claimed, round_id: RoundId) -> DueFeed:
    pulse = Pulse(
        row.interval or USUAL,
        row.failures,
        row.status,
        Url(row.move_to) if row.move_to else None,
        row.move_seen_at,
    )
    return DueFeed(
        claimed, FeedId(row.id), SourceId(row.source_id), Url(row.url), round_id, row.name, row.kind, row.reads,
        Secret(row.user, row.password, row.header_name, row.header_value), Validators(row.etag, row.last_modified),
        row.shortest, row.source_language, row.category, row.ok_at, row.new_at, pulse,
    )  # fmt: skip


def save_states(tx: Tx, states: Sequence[dict[str, Any]]) -> None:
    """Write what polls changed in their feeds; each state has the same keys: `id` and columns of `feed`."""
    if states:
        names = [name for name in states[0] if name != "id"]
        statement = (
            update(feed).where(feed.c.id == bindparam("b_id")).values({n: bindparam(f"b_{n}") for n in names})
        )
        tx.execute(statement, [{f"b_{name}": value for name, value in state.items()} for state in states])


def move(tx: Tx, moves: Sequence[tuple[FeedId, Url]]) -> None:
    """Give feeds the address that they have moved to, unless another feed has it already."""
    for feed_id, url in moves:
        taken = select(feed.c.id).where(feed.c.url == url).scalar_subquery()
        tx.execute(update(feed).where(feed.c.id == feed_id, taken.is_(None)).values(url=url))


def save_polls(tx: Tx, polls: Sequence[PollRow], *, now: datetime) -> None:
    """Keep how polls went, for the health page."""
    if polls:
        tx.execute(
            insert(poll),
            [
                dict(
                    feed_id=p.feed_id, at=now, outcome=p.outcome, code=p.code, message=p.message[:500],
                    entries=p.entries, fresh=p.fresh, bytes=p.bytes, milliseconds=p.milliseconds,
                )
                for p in polls
            ],
        )  # fmt: skip


def still_open(tx: Tx, polled: Sequence[DueFeed]) -> frozenset[FeedId]:
    """Return the feeds among *polled* whose round still waits for this poll, and lock them until this transaction ends."""
    wanted = {f.id: f.round_id for f in polled}
    query = select(feed.c.id, feed.c.round_id).where(feed.c.id.in_(list(wanted))).order_by(feed.c.id)
    return frozenset(
        FeedId(row.id) for row in tx.execute(query.with_for_update()) if row.round_id == wanted[row.id]
    )


def name_sources(tx: Tx, facts: Sequence[tuple[SourceId, str, str, str]]) -> None:
    """Fill in names, homes and languages that owners left out, from the feeds' own words (id, title, home, language)."""
    rows = {
        row.id: row for row in tx.execute(select(source).where(source.c.id.in_([fact[0] for fact in facts])))
    }
    changes = {}
    for source_id, title, home, language in facts:
        row = rows[source_id]
        unnamed = row.name == row.host.removeprefix("www.")
        now = (title if title and unnamed else row.name, row.home or home, row.language or language)
        if now != (row.name, row.home, row.language):
            changes[source_id] = {"b_id": source_id, "b_name": now[0], "b_home": now[1], "b_language": now[2]}
    if changes:
        values: dict[str, Any] = {n: bindparam(f"b_{n}") for n in ("name", "home", "language")}
        tx.execute(
            update(source).where(source.c.id == bindparam("b_id")).values(values), list(changes.values())
        )


def pause(tx: Tx, feed_id: FeedId, *, paused: bool, now: datetime) -> None:
    """Stop polling a feed, or poll it again at once."""
    values: dict[str, Any] = (
        {"paused": True, "round_id": None} if paused else {"paused": False, "next_try_at": now, "tries": 0}
    )
    if not tx.execute(update(feed).where(feed.c.id == feed_id).values(values)).rowcount:
        raise NotFound(f"There is no feed {feed_id}. `octavo feed list` shows all.")


def remove(tx: Tx, feed_id: FeedId) -> None:
    """Stop following a feed; the articles that came through it stay."""
    if not tx.execute(delete(feed).where(feed.c.id == feed_id)).rowcount:
        raise NotFound(f"There is no feed {feed_id}. `octavo feed list` shows all.")


def poll_soon(tx: Tx, feed_ids: Sequence[FeedId] | None, *, now: datetime) -> int:
    """Make feeds due now (None: all that are not paused) and return how many."""
    query = update(feed).where(~feed.c.paused).values(next_try_at=now, tries=0)
    if feed_ids is not None:
        query = query.where(feed.c.id.in_(list(feed_ids)))
    return tx.execute(query).rowcount


def count(tx: Tx) -> int:
    """Return how many feeds are followed."""
    return tx.execute(select(func.count()).select_from(feed)).scalar_one()

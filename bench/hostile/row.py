"""One row in a process of its own: poll it (and read what it leads to) as the product does, and print what was seen.

python -m bench.hostile.row < JSON, with `port` of the hostile server, the row's `path`, and `template`, an empty database.
"""

import asyncio
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import orjson
from sqlalchemy import func, select

from bench.hostile import pages
from bench.hostile.judge import Row, Seen, judge
from bench.hostile.web import HostileServer
from bench.usage import Watch, peak_mb
from octavo import logs
from octavo.app import engine, stages
from octavo.app.compute import Compute, Done
from octavo.app.desk import Desk
from octavo.app.engine import Stage
from octavo.core.document import Secret
from octavo.core.ids import ArticleId, FeedId
from octavo.core.packing import unpack
from octavo.core.pages.outcome import Unread
from octavo.core.pages.packed import Packed, read_packed
from octavo.core.urls import parse_url
from octavo.fetch.client import Client
from octavo.fetch.guard import AllowList
from octavo.fetch.policy import FetchPolicy
from octavo.settings import load
from octavo.store import articles, feeds
from octavo.store.database import Database, Tx
from octavo.store.feeds import NewFeed
from octavo.store.schema import article, entry, poll, revision, set_aside, source

BATCHES: Final = 4
"""Of what a feed brings, so many batches are also fetched and read, to look at what readers would see."""
ROBOTS_PAGE: Final = "/feed-of/control/article"
"""On the host of a robots row: a feed whose entry links to a good page of that host."""


async def run(row: Row, server: HostileServer, database: Database, data: Path) -> Seen:
    """Do with *row* what the product does, and return what was seen."""
    seen = Seen()
    policy = FetchPolicy(pace_seconds=0, allow=AllowList.parse(_holes(server.port)))
    compute = Compute(2)
    settings = load({"data": data, "port": 0}, environment={})
    server.reset()
    with Watch() as pool:
        await _warm(compute)
        async with Client(policy) as web:
            desk = Desk(db=database, web=web, compute=compute, settings=settings, worker="bench")
            started = time.monotonic()
            feed_id = await _poll(desk, row, seen)
            if row.ask_for != "feed":
                await _read_page(desk, row, feed_id, seen)
            seen.seconds = time.monotonic() - started
        seen.peak_mb = peak_mb()
    seen.requests = len(server.journal())
    if row.ask_for == "feed":
        await _read_some(desk, server.port, policy)
    if "pwned" in row.traps:
        await engine.drain(desk, [_stage(desk, "fold")])
        seen.pages, faults = await pages.open_all(desk)
        seen.faults += faults
    await database.read(_look, row, feed_id, seen)
    seen.pool_mb = pool.highest_mb
    seen.traps, seen.fired = server.traps(), server.fired()
    if row.ask_for == "robots" and not _robots_asked(row, server):
        seen.faults.append("its robots.txt was not asked for")
    compute.close()
    return seen


async def _warm(compute: Compute) -> None:
    """Start the pool: a worker does that once in its life, so it is no row's cost."""
    nothing = Unread(ArticleId(0), "http://warm.test/", "", "")
    assert isinstance((await compute(read_packed, [Packed(nothing)]))[0], Done)


def _holes(port: int) -> Sequence[str]:
    return f"127.0.0.1:{port}", f"127.0.1.0/24:{port}"


def _stage(desk: Desk, name: str) -> Stage:
    return next(stage for stage in stages.line(desk) if stage.name == name)


async def _poll(desk: Desk, row: Row, seen: Seen) -> FeedId:
    """Follow the row's address and poll it as often as the row says."""
    secret = Secret("reader", "word-of-the-bench") if "authorization" in row.traps else Secret()
    feed_id = await _follow(desk, row.address, secret)
    for _ in range(row.polls):
        await _poll_once(desk, feed_id, seen)
    return feed_id


async def _follow(desk: Desk, address: str, secret: Secret = Secret()) -> FeedId:
    url = parse_url(address)
    assert url is not None, address
    feed_id, _ = await desk.db.write(feeds.add, NewFeed(url, secret=secret), now=desk.clock())
    return feed_id


async def _poll_once(desk: Desk, feed_id: FeedId, seen: Seen) -> None:
    before = await desk.db.read(_polls, feed_id)
    await desk.db.write(feeds.poll_soon, [feed_id], now=desk.clock())
    await engine.carry(desk, _stage(desk, "poll"))
    polls = (await desk.db.read(_polls, feed_id))[len(before) :]
    seen.polls += [f"{outcome} {code}".strip() for outcome, code in polls]
    seen.refused = seen.refused or any(outcome == "failed" for outcome, _ in polls)
    if len(polls) != 1:
        seen.faults.append(f"a poll was recorded {len(polls)} times")


def _polls(tx: Tx, feed_id: FeedId) -> list[tuple[str, str]]:
    query = select(poll.c.outcome, poll.c.code).where(poll.c.feed_id == feed_id).order_by(poll.c.id)
    return [(row.outcome, row.code) for row in tx.execute(query)]


async def _read_page(desk: Desk, row: Row, feed_id: FeedId, seen: Seen) -> None:
    """Ask for the row's page by hand, as an owner may whatever its date, and read it."""
    if row.ask_for == "robots":
        host = row.address.rsplit("/", 1)[0]
        feed_id = await _follow(desk, host + ROBOTS_PAGE)
        await _poll_once(desk, feed_id, Seen())
    wanted = await desk.db.read(_articles_of, feed_id)
    await desk.db.write(articles.retry, wanted, now=desk.clock())
    await engine.drain(desk, [_stage(desk, "fetch"), _stage(desk, "read")])
    kind, refusals = await desk.db.read(_outcome, wanted)
    seen.reading = " ".join([kind, *refusals])
    if row.ask_for == "article":
        seen.refused = kind == "headline" and bool(refusals)
        if kind == "headline" and not refusals:
            seen.faults.append("the page is neither read nor set aside")


def _articles_of(tx: Tx, feed_id: FeedId) -> list[ArticleId]:
    query = select(entry.c.article_id).where(entry.c.feed_id == feed_id).order_by(entry.c.id)
    return [ArticleId(i) for i in tx.scalars(query) if i is not None]


def _outcome(tx: Tx, ids: Sequence[ArticleId]) -> tuple[str, list[str]]:
    kind = tx.execute(select(article.c.kind).where(article.c.id.in_(ids)).order_by(article.c.id)).scalar()
    codes = select(set_aside.c.code).where(set_aside.c.article_id.in_(ids)).order_by(set_aside.c.stage)
    return str(kind or "nothing"), list(tx.scalars(codes))


async def _read_some(desk: Desk, port: int, policy: FetchPolicy) -> None:
    """Fetch and read a little of what the feed brought; the outlets that it names are led to the hostile server."""
    names = {"*.example": ("127.0.0.1", port)}
    async with Client(policy, names=names) as web:
        here = replace(desk, web=web)
        for _ in range(BATCHES):
            for name in ("fetch", "read", "picture"):
                await engine.carry(here, _stage(here, name))


def _look(tx: Tx, row: Row, feed_id: FeedId, seen: Seen) -> None:
    """Note what was kept of the feed, and every text that `contains` and `lacks` speak of."""
    kept = select(func.count()).where(entry.c.feed_id == feed_id, entry.c.article_id.is_not(None))
    seen.kept = tx.execute(kept).scalar_one()
    first = (
        select(article.c.title)
        .join(entry, entry.c.article_id == article.c.id)
        .where(entry.c.feed_id == feed_id)
        .order_by(entry.c.id)
        .limit(1)
    )
    seen.first_title = tx.execute(first).scalar() or ""
    seen.texts = [text for text in _texts(tx, of_pages=row.ask_for == "article") if text]


def _texts(tx: Tx, *, of_pages: bool) -> Iterator[str]:
    for title, text in tx.execute(select(revision.c.title, revision.c.text)):
        yield from (title, text)
    if of_pages:
        return
    shown = ("title", "teaser", "byline", "url", "section", "rights", "licence")
    for found in tx.execute(select(article)):
        values = found._mapping
        yield from (values[name] for name in shown)
        for packed in (found.tags, found.media):
            yield from _strings(orjson.loads(packed)) if packed else ()
    for title, content in tx.execute(select(entry.c.title, entry.c.content)):
        yield from (title, unpack(content).decode())
    for found in tx.execute(select(source.c.name, source.c.home, source.c.language)):
        yield from found


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for part in value:
                yield from _strings(part)
        case dict():
            for part in value.values():
                yield from _strings(part)


def _robots_asked(row: Row, server: HostileServer) -> bool:
    host = row.address.removeprefix("http://").partition(":")[0]
    return any(asked["target"] == "/robots.txt" and asked["host"] == host for asked in server.journal())


def report(given: Mapping[str, Any]) -> dict[str, Any]:
    """Run the row that *given* names and return what was seen, and in what that is not as expected."""
    server = HostileServer(given["port"])
    row = next(row for row in server.rows() if row.path == given["path"])
    with tempfile.TemporaryDirectory(prefix="octavo-hostile-") as folder:
        path = Path(folder) / "octavo.sqlite3"
        shutil.copy(given["template"], path)
        database = Database(f"sqlite:///{path}")
        seen = asyncio.run(run(row, server, database, Path(folder)))
        database.close()
    return {**asdict(replace(seen, texts=[])), "wrong": judge(row, seen)}


def main() -> int:
    """Read the order from standard input and print the report."""
    logs.configure(form="plain", level="error")
    print(json.dumps(report(json.load(sys.stdin))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

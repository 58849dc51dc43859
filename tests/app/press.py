"""What outlets print for the tests of the line, and what the store holds of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Final

from sqlalchemy import select

from octavo.app import engine, stages
from octavo.app.desk import Desk
from octavo.core.document import Secret
from octavo.core.ids import FeedId
from octavo.core.urls import Url, parse_url
from octavo.store import feeds
from octavo.store.database import Tx
from octavo.store.feeds import NewFeed, Reads
from octavo.store.schema import article, entry, feed, page, poll, revision, set_aside
from tests.moments import NOON

SENTENCES: Final = tuple(
    f"The river {name} rose to {n + 2} metres on Monday, the city said, and the dam of {place} held while volunteers "
    "filled sandbags along the old town until the water fell at dusk."
    for n, (name, place) in enumerate(
        [
            ("Elbe", "Pirna"),
            ("Oder", "Frankfurt"),
            ("Rhine", "Worms"),
            ("Danube", "Passau"),
            ("Weser", "Minden"),
        ]
    )
)


def url(address: str) -> Url:
    """Return *address* as the product knows it."""
    found = parse_url(address)
    assert found is not None
    return found


def item(link: str, title: str, *, at: datetime = NOON, text: str = "", more: str = "") -> str:
    """Write one RSS item."""
    said = f"<description>{text}</description>" if text else ""
    return (
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{link}</guid>"
        f"<pubDate>{format_datetime(at)}</pubDate>{said}{more}</item>"
    )


def rss(*items: str, title: str = "The Outlet") -> bytes:
    """Write an RSS feed."""
    whole = f"<rss version='2.0'><channel><title>{title}</title>{''.join(items)}</channel></rss>"
    return whole.encode()


def many(host: str, numbers: Iterable[int]) -> list[str]:
    """Write items of one host, each a minute older than the one before."""
    return [item(f"http://{host}/{n}", f"Report {n}", at=NOON - timedelta(minutes=n)) for n in numbers]


def html(title: str, *, sentences: Sequence[str] = SENTENCES) -> bytes:
    """Write an article's page."""
    text = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>{text}</article></body></html>".encode()


async def follow(desk: Desk, address: str, *, reads: Reads = "page", secret: Secret | None = None) -> FeedId:
    """Start to poll the feed at *address*."""
    new = NewFeed(url(address), reads=reads, secret=secret or Secret())
    feed_id, _ = await desk.db.write(feeds.add, new, now=desk.clock())
    return feed_id


async def poll_all(desk: Desk) -> None:
    """Poll every feed once, whether it is due or not; nothing else is done."""
    await desk.db.write(feeds.poll_soon, None, now=desk.clock())
    await engine.carry(desk, stages.line(desk)[0])


async def drain(desk: Desk) -> None:
    """Carry all stages until nothing is due."""
    await engine.drain(desk, stages.line(desk))


def titles(tx: Tx) -> list[str]:
    """Return the titles of all articles, first come first."""
    return list(tx.scalars(select(article.c.title).order_by(article.c.id)))


def kinds(tx: Tx) -> dict[str, str]:
    """Return what each article is, by its address."""
    return {row.url: row.kind for row in tx.execute(select(article.c.url, article.c.kind))}


def entries(tx: Tx) -> list[str]:
    """Return the titles of all entries, first come first."""
    return list(tx.scalars(select(entry.c.title).order_by(entry.c.id)))


def texts(tx: Tx) -> list[tuple[str, int, str]]:
    """Return the address, number and text of each revision."""
    query = select(article.c.url, revision.c.number, revision.c.text).join(
        article, article.c.id == revision.c.article_id
    )
    return [(row.url, row.number, row.text) for row in tx.execute(query.order_by(revision.c.id))]


def outcomes(tx: Tx) -> list[str]:
    """Return how all polls went, the oldest first."""
    query = select(poll.c.outcome, poll.c.code).order_by(poll.c.id)
    return [f"{row.outcome} {row.code}".strip() for row in tx.execute(query)]


def state(tx: Tx, feed_id: FeedId) -> tuple[str, str, str]:
    """Return a feed's status, address and what is wrong with it."""
    row = tx.execute(select(feed).where(feed.c.id == feed_id)).one()
    return row.status, row.url, row.error_code


def next_poll(tx: Tx, feed_id: FeedId) -> datetime:
    """Return when a feed is due."""
    due = tx.execute(select(feed.c.next_try_at).where(feed.c.id == feed_id)).scalar_one()
    assert due is not None
    return due


def asides(tx: Tx) -> list[tuple[str, str, int]]:
    """Return what was set aside: stage, code and how often."""
    query = select(set_aside.c.stage, set_aside.c.code, set_aside.c.tries)
    return [(row.stage, row.code, row.tries) for row in tx.execute(query.order_by(set_aside.c.article_id))]


def pages(tx: Tx) -> int:
    """Return how many pages are kept."""
    return len(tx.execute(select(page.c.article_id)).all())


def media(tx: Tx) -> list[str]:
    """Return the enclosures of all articles, as JSON."""
    return list(tx.scalars(select(article.c.media).order_by(article.c.id)))


def waiting_for_pages(tx: Tx) -> int:
    """Return how many articles have a page to be fetched, now or later."""
    return len(tx.execute(select(article.c.id).where(article.c.stage == "fetch")).all())

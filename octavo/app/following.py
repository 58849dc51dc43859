"""Following: add feeds, take over and give away lists of them, change what is said of them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from octavo.app.desk import Desk
from octavo.app.discovering import Discovery, address_of, discover
from octavo.core.document import Secret
from octavo.core.errors import BadInput
from octavo.core.feeds.opml import Outline, read_opml, write_opml
from octavo.core.feeds.platforms import is_platform
from octavo.core.feeds.secret import apart
from octavo.core.ids import FeedId, SourceId
from octavo.core.urls import Url
from octavo.store import articles, feeds, followed
from octavo.store.database import Database, Tx
from octavo.store.feeds import NewFeed, Reads
from octavo.store.followed import FeedChange, FollowedFeed

LONGEST_NAME: Final = 200
LONGEST_INTERVAL: Final = timedelta(days=30)
_BETWEEN_FOLDERS: Final = "/"


@dataclass(frozen=True, slots=True)
class Wish:
    """What an owner says of a feed beside its address."""

    name: str = ""
    category: str = ""
    reads: Reads = "page"
    shortest: timedelta | None = None
    secret: Secret | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """A feed that is followed now."""

    id: FeedId
    url: Url
    is_new: bool


@dataclass(frozen=True, slots=True)
class Imported:
    """What a list of feeds brought."""

    new: int
    known: int


_NO_WISH: Final = Wish()


async def add_feed(desk: Desk, address: str, wish: Wish = _NO_WISH) -> Added | Discovery:
    """Follow the feed at *address*; where that is a page which names several, return them to choose from.

    Raises BadInput, FetchError and NotFound as `discover` does. Adding twice is adding once.
    """
    url, secret = apart(address_of(address))
    wish = wish if wish.secret else replace(wish, secret=secret)
    found = await discover(desk, url, secret=_sent(wish.secret))
    if not found.is_feed and len(found.feeds) > 1:
        return found
    chosen = found.feeds[0]
    home = chosen.home or chosen.url
    new = replace(
        _new(chosen.url, wish),
        source_name=chosen.title[:LONGEST_NAME] if is_platform(home) else "",
        home=chosen.home or "",
        language=chosen.language,
    )
    return await _add(desk, new)


async def add_unseen(desk: Desk, address: str, wish: Wish = _NO_WISH) -> Added:
    """Follow the feed at *address* without asking it first; its polls will say how it is."""
    url, secret = apart(address_of(address))
    return await _add(desk, _new(url, wish if wish.secret else replace(wish, secret=secret)))


async def _add(desk: Desk, new: NewFeed) -> Added:
    feed_id, is_new = await desk.db.write(feeds.add, new, now=desk.clock())
    return Added(feed_id, new.url, is_new)


def _new(url: Url, wish: Wish) -> NewFeed:
    _check(wish)
    return NewFeed(
        url, name=wish.name, category=wish.category, reads=wish.reads, shortest=wish.shortest,
        secret=wish.secret or Secret(),
    )  # fmt: skip


def _check(wish: Wish) -> None:
    if max(len(wish.name), len(wish.category)) > LONGEST_NAME:
        raise BadInput(f"Names and categories may have {LONGEST_NAME} characters.")
    if wish.shortest is not None and not timedelta(0) < wish.shortest <= LONGEST_INTERVAL:
        raise BadInput(f"The shortest interval may be 1 minute to {LONGEST_INTERVAL.days} days.")


def _sent(secret: Secret | None) -> Secret | None:
    return secret if secret and (secret.user or secret.header_name) else None


async def change_feed(desk: Desk, feed_id: FeedId, wish: Wish) -> None:
    """Change what is said of a feed; without a secret in *wish* the one it has stays. Raises NotFound, BadInput."""
    _check(wish)
    change = FeedChange(wish.name, wish.category, wish.reads, wish.shortest, wish.secret)
    await desk.db.write(followed.change_feed, feed_id, change)


async def retry_pages(desk: Desk, source_id: SourceId) -> int:
    """Fetch the pages of a source again that were set aside; return how many."""
    return await desk.db.write(_retry, source_id, now=desk.clock())


def _retry(tx: Tx, source_id: SourceId, *, now: datetime) -> int:
    return articles.retry(tx, articles.failed_of_source(tx, source_id), now=now)


def list_feeds(db: Database) -> Sequence[FollowedFeed]:
    """Return all feeds with how they are; blocks."""
    return db.read_now(followed.feeds)


async def import_opml(desk: Desk, body: bytes) -> Imported:
    """Follow all feeds of an OPML list, in one transaction; raises BadInput where it cannot be read."""
    outlines = await asyncio.to_thread(read_opml, body)
    return await desk.db.write(_import, outlines, now=desk.clock())


def _import(tx: Tx, outlines: Sequence[Outline], *, now: datetime) -> Imported:
    added = [feeds.add(tx, _listed(outline), now=now)[1] for outline in outlines]
    return Imported(new=sum(added), known=len(added) - sum(added))


def _listed(outline: Outline) -> NewFeed:
    url, secret = apart(outline.url)
    name = outline.title[:LONGEST_NAME]
    category = _BETWEEN_FOLDERS.join(outline.category)[:LONGEST_NAME]
    return NewFeed(
        url, name=name, category=category, source_name=name, home=outline.home or "", secret=secret
    )


async def export_opml(desk: Desk) -> bytes:
    """Return an OPML list of all feeds, without any secret."""
    rows = await desk.db.read(followed.feeds)
    outlines = [
        Outline(
            url=feed.url,
            title=feed.name or feed.source,
            home=Url(feed.source_home) if feed.source_home else None,
            category=tuple(part for part in feed.category.split(_BETWEEN_FOLDERS) if part),
        )
        for feed in rows
    ]
    return write_opml(outlines, title="Octavo", created=desk.clock())

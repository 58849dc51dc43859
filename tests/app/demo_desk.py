"""Desks that replay the demo world, for tests that need a whole day of real news."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from octavo.app.desk import LEASE, Desk
from octavo.app.opening import open_desk
from octavo.settings import load
from octavo.store.database import Database, Tx
from octavo.store.schema import article, placement


@asynccontextmanager
async def demo_desk(
    url: str, data: Path, names: Mapping[str, tuple[str, int]], *, worker: str, lease: timedelta = LEASE
) -> AsyncIterator[Desk]:
    """Give a desk on the database *url* that finds the demo's hosts."""
    settings = load({"data": data, "database_url": url, "processes": 1}, environment={})
    async with open_desk(settings, names=names, worker=worker) as desk:
        yield replace(desk, newest=1000, lease=lease)


def stories_as_sets(database: Database) -> frozenset[frozenset[str]]:
    """Return the stories as sets of article addresses."""
    return database.read_now(_stories)


def _stories(tx: Tx) -> frozenset[frozenset[str]]:
    found: dict[int, set[str]] = {}
    query = select(placement.c.story_id, article.c.url).join(article, article.c.id == placement.c.article_id)
    for story_id, url in tx.execute(query):
        found.setdefault(story_id, set()).add(url)
    return frozenset(frozenset(urls) for urls in found.values())

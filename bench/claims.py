"""What a question for due work costs by two designs, and what two rules for saving make of leases that are too short.

`python -m bench.claims [--articles 100000] [--waiting 10000]`, on SQLite in a temporary folder. The articles are made up:
the question sees their stage and times only. docs/decisions/0002-stage-and-asked.md quotes what it prints.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from pathlib import Path
from statistics import median
from typing import Any, Final

from rich.console import Console
from rich.table import Table
from sqlalchemy import ColumnElement, Select, exists, func, insert, select, update

from octavo.store import work
from octavo.store.database import Database, Tx
from octavo.store.schema import annotation, article, page, source
from octavo.store.work import Claimed, Lease

NOW: Final = datetime(2026, 3, 14, 12, tzinfo=UTC)
BATCH: Final = 50
AT_ONCE: Final = 5000

LEASE: Final = timedelta(seconds=1)
TASK: Final = timedelta(seconds=3)
"""Three times as long as the lease: every batch outlives it."""
MOST_BATCHES: Final = 200


def main(argv: Sequence[str] = ()) -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000, help="articles that are done")
    parser.add_argument("--waiting", type=int, default=10_000, help="articles that wait for their page")
    given = parser.parse_args(argv)
    console = Console(width=110)
    with tempfile.TemporaryDirectory() as folder:
        console.print(_questions(Path(folder), articles=given.articles, waiting=given.waiting))
        console.print(_rules(Path(folder)))
    return 0


def _questions(folder: Path, *, articles: int, waiting: int) -> Table:
    database = _filled(folder / "questions.sqlite3", articles=articles, waiting=waiting)
    table = Table(
        title=f"{waiting} of {articles + waiting} articles wait for their page: one question", box=None
    )
    for heading in ("asked by", "design", "found", "ms"):
        table.add_column(heading)
    for stage, missing in (("fetch", _no_page()), ("read", _page_not_read())):
        for design, where in (("stage column", article.c.stage == stage), ("output missing", missing)):
            found, seconds = _timed(database, _question(where))
            table.add_row(stage, design, str(found), f"{seconds * 1000:.2f}")
    database.close()
    return table


def _question(*where: ColumnElement[bool]) -> Select[Any]:
    due = select(article.c.id).where(article.c.next_try_at <= NOW, *where)
    return due.order_by(article.c.next_try_at, article.c.id).limit(BATCH)


def _no_page() -> ColumnElement[bool]:
    return ~exists().where(page.c.article_id == article.c.id)


def _page_not_read() -> ColumnElement[bool]:
    fetched = exists().where(page.c.article_id == article.c.id)
    return fetched & ~exists().where(annotation.c.revision_id == article.c.revision_id)


def _timed(database: Database, query: Select[Any]) -> tuple[int, float]:
    took = []
    for _ in range(21):
        with database.reading() as tx:
            started = time.perf_counter()
            found = len(tx.execute(query).all())
            took.append(time.perf_counter() - started)
    return found, median(took)


def _filled(path: Path, *, articles: int, waiting: int) -> Database:
    """Return a database with *articles* that are done and *waiting* ones whose page is to be fetched."""
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    for start in range(0, articles + waiting, AT_ONCE):
        numbers = range(start + 1, min(start + AT_ONCE, articles + waiting) + 1)
        with database.writing() as tx:
            _add(tx, [_article(n, due=n > articles) for n in numbers])
            if pages := [_page(n) for n in numbers if n <= articles]:
                tx.execute(insert(page), pages)
    with database.writing() as tx:
        tx.exec_driver_sql("analyze")
    return database


def _add(tx: Tx, rows: Sequence[dict[str, Any]]) -> None:
    if not tx.execute(select(func.count()).select_from(source)).scalar_one():
        tx.execute(
            insert(source).values(
                id=1,
                name="",
                home="",
                host="",
                language="",
                country="",
                kind="",
                hidden=False,
                created_at=NOW,
            )
        )
    tx.execute(insert(article), rows)


def _article(number: int, *, due: bool) -> dict[str, Any]:
    texts = dict.fromkeys(
        (
            "title",
            "teaser",
            "byline",
            "language",
            "kind",
            "section",
            "rights",
            "licence",
            "tags",
            "media",
            "held_by",
        ),
        "",
    )
    return {
        **texts,
        "id": number,
        "source_id": 1,
        "key": f"https://a.test/{number}",
        "url": f"https://a.test/{number}",
        "published_at": NOW,
        "first_seen_at": NOW,
        "hidden": False,
        "stage": "fetch" if due else "",
        "asked": 0,
        "next_try_at": NOW - timedelta(seconds=number) if due else None,
        "tries": 0,
    }


def _page(number: int) -> dict[str, Any]:
    texts = dict.fromkeys(("url", "content_type", "etag", "last_modified"), "")
    return {**texts, "article_id": number, "fetched_at": NOW}


# two rules for saving


Accept = Callable[[Tx, Sequence[Claimed]], frozenset[int]]


def _own_lease(tx: Tx, claimed: Sequence[Claimed]) -> frozenset[int]:
    """Take the answer of the worker whose lease the row carries."""
    ids = [c.id for c in claimed]
    mine = select(article.c.id).where(article.c.id.in_(ids), article.c.next_try_at == claimed[0].held)
    return frozenset(tx.scalars(mine))


def _first_answer(tx: Tx, claimed: Sequence[Claimed]) -> frozenset[int]:
    """Take the first answer to each asking, whoever holds the lease: the product's own rule."""
    return work.still_open(tx, article, claimed, article.c.stage == "fetch", asked=article.c.asked)


@dataclass(slots=True)
class Outcome:
    """What a run under forced overlap came to."""

    batches: int
    saved: int
    left: int


def overlap(database: Database, accept: Accept, *, workers: int) -> Outcome:
    """Let *workers* take turns on a clock of their own, each batch longer than its lease, until nothing is left or in vain."""
    turns: list[tuple[datetime, int, tuple[Claimed, ...]]] = []
    for number in range(workers):
        heappush(turns, (NOW + TASK * number / workers, number, ()))
    outcome = Outcome(0, 0, _left(database))
    while outcome.left and outcome.batches < MOST_BATCHES:
        now, worker, claimed = heappop(turns)
        if claimed:
            outcome.saved += database.write_now(_save, claimed, accept=accept)
            outcome.batches += 1
        fresh = database.write_now(
            work.claim, article, article.c.stage == "fetch", limit=BATCH, now=now, lease=Lease(str(worker), LEASE),
            asked=article.c.asked,
        )  # fmt: skip
        heappush(turns, (now + (TASK if fresh else LEASE / 2), worker, tuple(fresh)))
        outcome.left = _left(database)
    return outcome


def _save(tx: Tx, claimed: Sequence[Claimed], *, accept: Accept) -> int:
    taken = accept(tx, claimed)
    tx.execute(update(article).where(article.c.id.in_(taken)).values(stage="", next_try_at=None, held_by=""))
    return len(taken)


def _left(database: Database) -> int:
    waiting = select(func.count()).select_from(article).where(article.c.next_try_at.is_not(None))
    return database.read_now(lambda tx: int(tx.execute(waiting).scalar_one()))


def _rules(folder: Path) -> Table:
    table = Table(title="Two workers, every batch longer than its lease", box=None)
    for heading in ("a save is taken from", "batches run", "articles saved", "articles left"):
        table.add_column(heading)
    for name, accept in (("the holder of the lease", _own_lease), ("whoever is first", _first_answer)):
        database = _filled(folder / f"{accept.__name__}.sqlite3", articles=1, waiting=BATCH)
        found = overlap(database, accept, workers=2)
        database.close()
        table.add_row(name, str(found.batches), str(found.saved), str(found.left))
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

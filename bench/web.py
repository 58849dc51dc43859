"""CPU and wall clock per page at 10,000 and 100,000 stored articles, and how many statements each page asks.

Pages are asked for in this process, through the whole application with its armour, without a socket. Articles are real
headlines where --rows names a corpus (headlines_2020_250k.jsonl.zst), else the demo world's, again and again.
"""

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import event, func, select
from starlette.applications import Starlette
from starlette.types import Message

from bench.filling import NOW, fill
from octavo import logs
from octavo.app.opening import open_desk
from octavo.settings import load
from octavo.store.database import Database, Tx
from octavo.store.schema import article, article_hashtag, hashtag, source, story
from octavo.web.app import create_app

WORDS = (
    "virus",
    "police",
    "government",
    "trump",
    "china market",
    "world health",
    '"social distancing"',
    "football",
    "school",
    "apple",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One kind of page at one size."""

    page: str
    cpu: float
    p50: float
    p99: float
    statements: frozenset[int]
    bytes: int


def main(argv: Sequence[str] = ()) -> int:
    """Print the table; returns 1 if a page asks more statements at the larger size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rows", type=Path, help="Corpus of headlines (jsonl.zst); without it the demo world's are used."
    )
    parser.add_argument(
        "--sizes", type=int, nargs="+", default=[10_000, 100_000], help="Numbers of articles."
    )
    parser.add_argument("--asks", type=int, default=200, help="How often each kind of page is asked for.")
    chosen = parser.parse_args(argv)
    logs.configure(form="plain", level="error")
    print(f"{'real headlines' if chosen.rows else 'headlines of the demo world, repeated'}; milliseconds")
    print(f"{'articles':>8}  {'page':<8} {'CPU':>6} {'p50':>6} {'p99':>6}  statements  kB")
    seen: dict[str, set[int]] = {}
    for size in chosen.sizes:
        for measured in _at_size(size, chosen.rows, chosen.asks):
            counts = "/".join(str(n) for n in sorted(measured.statements))
            print(
                f"{size:8}  {measured.page:<8} {measured.cpu:6.1f} {measured.p50:6.1f} {measured.p99:6.1f}  {counts:>10}  {measured.bytes / 1000:.0f}",
                flush=True,
            )
            seen.setdefault(measured.page, set()).add(max(measured.statements))
    return 0 if all(len(counts) == 1 for counts in seen.values()) else 1


def _at_size(size: int, corpus: Path | None, asks: int) -> list[Measured]:
    with tempfile.TemporaryDirectory(prefix="octavo-bench-") as folder:
        data = Path(folder)
        database = Database(f"sqlite:///{data / 'octavo.sqlite3'}")
        database.upgrade()
        fill(database, size, corpus=corpus)
        paths = database.read_now(_paths, asks)
        database.close()
        return asyncio.run(_measure(data, paths))


def _paths(tx: Tx, asks: int) -> dict[str, list[str]]:
    """Return addresses of each kind of page: drawn evenly, stories and hashtags by how much there is of them."""
    drawn = random.Random(20260314)
    stories = tx.execute(select(story.c.id, story.c.articles)).all()
    articles = tx.execute(select(func.max(article.c.id))).scalar_one()
    tags = tx.execute(select(hashtag.c.tag, func.count()).join(article_hashtag).group_by(hashtag.c.tag)).all()
    sources = list(tx.scalars(select(source.c.id)))
    return {
        "front": ["/"] * asks,
        "story": [
            f"/story/{s}" for s in drawn.choices([r[0] for r in stories], [r[1] for r in stories], k=asks)
        ],
        "article": [f"/article/{drawn.randint(1, articles)}" for _ in range(asks)],
        "hashtag": [
            f"/hashtag/{t}" for t in drawn.choices([r[0] for r in tags], [r[1] for r in tags], k=asks)
        ],
        "source": [f"/source/{drawn.choice(sources)}" for _ in range(asks)],
        "search": [f"/search?q={drawn.choice(WORDS)}".replace(" ", "+") for _ in range(asks)],
    }


async def _measure(data: Path, paths: dict[str, list[str]]) -> list[Measured]:
    settings = load({"data": data, "log_level": "error"}, environment={})
    async with open_desk(settings) as opened:
        desk = replace(opened, clock=lambda: NOW)
        count = [0]

        @event.listens_for(desk.db.engine, "before_cursor_execute")
        def _count(*_: Any) -> None:
            count[0] += 1

        app = create_app(desk)
        async with app.router.lifespan_context(app) as state:
            given = dict(state or {})
            return [await _measure_page(app, given, page, asked, count) for page, asked in paths.items()]


async def _measure_page(
    app: Starlette, state: dict[str, Any], page: str, paths: list[str], count: list[int]
) -> Measured:
    walls, statements, size = [], set(), 0
    await ask(app, state, paths[0])
    began = time.process_time()
    for path in paths:
        count[0] = 0
        start = time.perf_counter()
        status, body = await ask(app, state, path)
        walls.append((time.perf_counter() - start) * 1000)
        assert status == 200, (path, status)
        statements.add(count[0])
        size = max(size, len(body))
    cpu = (time.process_time() - began) * 1000 / len(paths)
    return Measured(
        page, cpu, median(walls), sorted(walls)[int(len(walls) * 0.99) - 1], frozenset(statements), size
    )


async def ask(app: Starlette, state: dict[str, Any], path: str) -> tuple[int, bytes]:
    """Return status and body of a page, asked for as from a browser on this machine."""
    target, _, query = path.partition("?")
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": target, "raw_path": target.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"127.0.0.1:8700"), (b"accept-language", b"en")], "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8700), "state": dict(state),
    }  # fmt: skip
    answer: dict[str, Any] = {"status": 0, "body": b""}

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer["status"] = message["status"]
        else:
            answer["body"] += message.get("body", b"")

    await app(scope, receive, send)
    return answer["status"], answer["body"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

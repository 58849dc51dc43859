"""Kill the demo hard at random moments, start it again, and compare what stands at the end with an undisturbed run."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import func, select

from octavo.app.desk import now
from octavo.store import overview
from octavo.store.database import Database, Tx
from octavo.store.schema import article, entry, placement, revision
from tests.app.demo_desk import stories_as_sets
from tests.databases import KINDS, Databases

KILLS: Final = int(os.environ.get("OCTAVO_TEST_KILLS") or 5)
SEED: Final = int(os.environ.get("OCTAVO_TEST_SEED") or 20260314)
PATIENCE: Final = 180.0
"""Seconds after which a run that is left alone counts as stuck."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a whole run leaves behind."""

    stories: frozenset[frozenset[str]]
    revisions: frozenset[tuple[str, int, str]]
    articles: int
    entries: int


@pytest.fixture(scope="module")
def undisturbed(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, float]:
    """What a run without a kill leaves, and how many seconds it takes."""
    with databases.fresh("sqlite") as url:
        began = time.monotonic()
        with _demo(url, tmp_path_factory.mktemp("undisturbed")) as process:
            assert process.wait(PATIENCE) == 0
        return _outcome(url), time.monotonic() - began


@pytest.mark.parametrize("kind", KINDS)
def test_a_demo_that_is_killed_again_and_again_ends_like_one_that_was_not(
    databases: Databases, tmp_path: Path, undisturbed: tuple[Outcome, float], kind: str
) -> None:
    expected, seconds = undisturbed
    drawn = random.Random(f"{SEED} {kind}")
    landed: Counter[str] = Counter()
    kills = run = 0
    while kills < KILLS:
        run += 1
        with databases.fresh(kind) as url:
            folder = tmp_path / str(run)
            folder.mkdir()
            while kills < KILLS and not _ends_within(url, folder, drawn.uniform(0.3, seconds * 0.6)):
                if at_work := _outstanding(url):
                    kills += 1
                    landed.update(at_work)
            assert _ends_within(url, folder, PATIENCE), "the demo is stuck"
            outcome = _outcome(url)
            assert sorted(outcome.revisions ^ expected.revisions) == []
            assert outcome == expected
            assert _outstanding(url) == set()
    print(
        f"\n{kind}: seed {SEED}, {kills} kills in {run} runs, work outstanding when they landed: {dict(landed)}"
    )
    if KILLS >= 30:
        assert {"poll", "read", "fold"} <= set(landed)


def _ends_within(url: str, folder: Path, seconds: float) -> bool:
    """Run the demo for at most so long, then kill it; say whether it had come to its end."""
    with _demo(url, folder) as process:
        try:
            assert process.wait(seconds) == 0
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return False
    return True


@contextmanager
def _demo(url: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "OCTAVO_DATABASE_URL": url, "OCTAVO_LOG_LEVEL": "error"}
    command = [sys.executable, "-m", "octavo", "demo", "--data", str(folder), "--port", "0", "--once"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        yield process


def _outstanding(url: str) -> set[str]:
    """Return the stages that had work to do or under way."""
    database = Database(url)
    counts = database.read_now(overview.progress, now=now())
    database.close()
    stages = {
        "poll": counts.polling,
        "fetch": counts.fetching,
        "read": counts.reading,
        "fold": counts.folding,
    }
    return {stage for stage, waiting in stages.items() if waiting}


def _outcome(url: str) -> Outcome:
    database = Database(url)
    stories = stories_as_sets(database)
    outcome = database.read_now(_rows, stories)
    database.close()
    return outcome


def _rows(tx: Tx, stories: frozenset[frozenset[str]]) -> Outcome:
    texts = select(article.c.url, revision.c.number, revision.c.digest).join(
        article, article.c.id == revision.c.article_id
    )
    placed = tx.execute(select(func.count()).select_from(placement)).scalar_one()
    articles = tx.execute(select(func.count()).select_from(article)).scalar_one()
    assert placed == articles, "an article has no story"
    return Outcome(
        stories=stories,
        revisions=frozenset((row.url, row.number, row.digest) for row in tx.execute(texts)),
        articles=articles,
        entries=tx.execute(select(func.count()).select_from(entry)).scalar_one(),
    )

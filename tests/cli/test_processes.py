import json
import signal
import socket
import sqlite3
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from octavo.store import backup
from octavo.store.database import Database
from tests.cli.running import octavo, octavo_running, octavo_work
from tests.databases import KINDS, Databases


def _waits_until(is_true: Callable[[], bool], seconds: float = 60) -> None:
    ends = time.monotonic() + seconds
    while not is_true():
        assert time.monotonic() < ends, "it did not happen in time"
        time.sleep(0.1)


def test_the_demo_shows_stories_and_running_it_again_is_harmless(tmp_path: Path) -> None:
    first = octavo("demo", "--port", "0", "--once", data=tmp_path)
    stories = json.loads(octavo("story", "list", "--json", data=tmp_path).stdout)

    again = octavo("demo", "--port", "0", "--once", data=tmp_path)

    assert first.returncode == again.returncode == 0
    assert "Octavo is at http://127.0.0.1:" in first.stdout
    assert len(stories) >= 30
    assert json.loads(octavo("story", "list", "--json", data=tmp_path).stdout) != []
    hits = json.loads(octavo("search", "earthquake", "--json", data=tmp_path).stdout)
    assert hits
    assert all("earthquake" in (hit["title"] + hit["opening"]).lower() for hit in hits[:3])
    assert octavo("story", "show", str(stories[0]["id"]), data=tmp_path).returncode == 0


def test_a_running_octavo_stops_at_once_when_asked(tmp_path: Path) -> None:
    with octavo_running("demo", "--port", "0", data=tmp_path) as (process, address):
        with urllib.request.urlopen(f"{address}/healthz", timeout=10) as answer:
            assert answer.status == 200
        time.sleep(1.5)  # in the middle of its work

        began = time.monotonic()
        process.send_signal(signal.SIGTERM)

        assert process.wait(20) == 0
        assert time.monotonic() - began < 15  # ten seconds on an idle machine

    held = "select count(*) from {} where held_by <> '' and next_try_at is not null"
    with sqlite3.connect(tmp_path / "octavo.sqlite3") as connection:
        assert [connection.execute(held.format(t)).fetchone()[0] for t in ("feed", "article", "picture")] == [
            0,
            0,
            0,
        ]


def test_web_and_work_are_two_processes_on_one_file(tmp_path: Path) -> None:
    octavo("demo", "--port", "0", "--once", data=tmp_path)
    with sqlite3.connect(tmp_path / "octavo.sqlite3") as connection:
        connection.execute("update article set stage = 'read', asked = asked + 1, next_try_at = 1")
        articles = connection.execute("select count(*) from article").fetchone()[0]

    with (
        octavo_running("web", "--port", "0", data=tmp_path) as (_, address),
        octavo_work(data=tmp_path),
    ):

        def is_read() -> bool:
            with urllib.request.urlopen(address, timeout=30) as answer:
                assert answer.status == 200
            with sqlite3.connect(tmp_path / "octavo.sqlite3", timeout=30) as reading:
                left = reading.execute("select count(*) from article where stage <> ''").fetchone()[0]
            return bool(left == 0)

        _waits_until(is_read)

    with sqlite3.connect(tmp_path / "octavo.sqlite3") as connection:
        assert connection.execute("select count(*) from placement").fetchone()[0] == articles


def test_a_worker_serves_its_own_counters_where_it_is_told_to(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    def counts() -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as answer:
                return b'octavo_units_total{code="",outcome="done",unit="tidy"}' in answer.read()
        except OSError:
            return False  # not yet up

    with octavo_work("--metrics-port", str(port), data=tmp_path) as process:
        _waits_until(counts)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_backup_of_the_demo_is_restored_row_by_row(tmp_path: Path, databases: Databases, kind: str) -> None:
    octavo("demo", "--port", "0", "--once", data=tmp_path)
    file = tmp_path / "demo.jsonl.zst"

    made = octavo("backup", str(file), data=tmp_path)
    with databases.empty(kind) as url:
        done = octavo("restore", str(file), data=tmp_path / "other", OCTAVO_DATABASE_URL=url)
        twice = octavo("restore", str(file), data=tmp_path / "other", OCTAVO_DATABASE_URL=url)

        original, restored = Database(f"sqlite:///{tmp_path / 'octavo.sqlite3'}"), Database(url)
        assert (made.returncode, done.returncode, twice.returncode) == (0, 0, 1)
        assert list(backup.dump(restored)) == list(backup.dump(original))
        original.close()
        restored.close()

import os
import socket
import sqlite3
import stat
from pathlib import Path

import pytest

from tests.cli.running import octavo


def _is_one_sentence(said: str) -> bool:
    return said.startswith("octavo: ") and "Traceback" not in said and len(said.strip().splitlines()) == 1


def test_a_wrong_address_is_refused_with_advice(tmp_path: Path) -> None:
    done = octavo("feed", "add", "htp:/nowhere", data=tmp_path)

    assert done.returncode == 1
    assert _is_one_sentence(done.stderr), done.stderr


def test_an_address_that_nobody_answers_at_is_refused_with_advice(tmp_path: Path) -> None:
    done = octavo("feed", "add", "http://nowhere.invalid/rss", data=tmp_path)

    assert done.returncode == 1
    assert _is_one_sentence(done.stderr), done.stderr
    assert octavo("feed", "list", "--json", data=tmp_path).stdout.strip() == "[]"


@pytest.mark.parametrize(
    "body",
    [b"", b"this is a letter", b"<opml><body><outline", b"\x00\xff\xfe", b"<html><p>no list</p></html>"],
)
def test_an_unreadable_opml_is_refused_and_nothing_stored_is_lost(tmp_path: Path, body: bytes) -> None:
    octavo("feed", "add", "--unseen", "http://a.test/rss", data=tmp_path)

    done = octavo("feed", "import", "-", data=tmp_path, given=body)

    assert done.returncode == 1
    assert _is_one_sentence(done.stderr), done.stderr
    assert "http://a.test/rss" in octavo("feed", "list", "--json", data=tmp_path).stdout


def test_a_database_of_a_newer_octavo_is_left_alone(tmp_path: Path) -> None:
    octavo("feed", "list", data=tmp_path)
    with sqlite3.connect(tmp_path / "octavo.sqlite3") as connection:
        connection.execute("update alembic_version set version_num = '9999'")

    for words in (["run", "--port", "0"], ["db", "upgrade"], ["feed", "list"]):
        done = octavo(*words, data=tmp_path)

        assert done.returncode == 1
        assert _is_one_sentence(done.stderr), done.stderr
        assert "newer" in done.stderr


@pytest.mark.parametrize("words", [("run", "--port"), ("work", "--metrics-port")])
def test_a_port_in_use_is_named(tmp_path: Path, words: tuple[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        done = octavo(*words, str(port), data=tmp_path)

    assert done.returncode == 1
    assert _is_one_sentence(done.stderr), done.stderr
    assert str(port) in done.stderr


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")

    done = octavo("run", "--port", "0", data=tmp_path / "data")

    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert "data" in done.stderr


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    folder = Path("/proc/octavo") if os.geteuid() == 0 else tmp_path / "closed"
    if os.geteuid() != 0:
        folder.mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)

    done = octavo("run", "--port", "0", data=folder)

    assert done.returncode == 1
    assert _is_one_sentence(done.stderr), done.stderr


def test_a_setting_that_there_is_not_is_refused(tmp_path: Path) -> None:
    done = octavo("feed", "list", data=tmp_path, OCTAVO_PASWORD="x")

    assert done.returncode == 1
    assert "OCTAVO_PASWORD" in done.stderr


def test_serving_to_others_without_a_password_is_refused(tmp_path: Path) -> None:
    done = octavo("run", "--host", "0.0.0.0", "--port", "0", data=tmp_path)

    assert done.returncode == 1
    assert _is_one_sentence(done.stderr), done.stderr
    assert "OCTAVO_PASSWORD" in done.stderr


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "octavo.sqlite3"
    path.write_bytes(b"a long letter to the editor " * 200)

    done = octavo("run", "--port", "0", data=tmp_path)

    assert done.returncode == 1
    assert _is_one_sentence(done.stderr), done.stderr
    assert path.read_bytes() == b"a long letter to the editor " * 200


def test_wrong_calls_end_with_2(tmp_path: Path) -> None:
    assert octavo("feed", "fold", data=tmp_path).returncode == 2
    assert octavo("feed", "add", data=tmp_path).returncode == 2
    assert octavo("run", "--port", "x", data=tmp_path).returncode == 2

import io
import json
import tarfile
from pathlib import Path

import pytest
import zstandard

from bench import pages
from bench.pages_set import score_words
from tests.core.pages.making import SENTENCES, page

SCORE = '''
"""A measure of this test's own."""
import io, json, tarfile
import zstandard

def read_pages(folder):
    return [json.loads(line) for line in zstandard.decompress((folder / "pages.jsonl.zst").read_bytes()).splitlines()]

def read_html(folder):
    packed = io.BytesIO(zstandard.decompress((folder / "html.tar.zst").read_bytes()))
    with tarfile.open(fileobj=packed) as archive:
        for member in archive:
            yield member.name.removeprefix("html/").removesuffix(".html"), archive.extractfile(member).read()

def score(page, prediction):
    return {"f1": float((prediction.get("text") or "").split() == page["text"].split())}
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [
        {"id": name, "set": "small", "host": "outlet.test", "lang": "en", "text": "\n".join(SENTENCES)}
        for name in ("a", "b")
    ]
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for row in rows:
            body = page(*SENTENCES)
            member = tarfile.TarInfo(f"html/{row['id']}.html")
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    (tmp_path / "html.tar.zst").write_bytes(zstandard.compress(packed.getvalue()))
    (tmp_path / "pages.jsonl.zst").write_bytes(zstandard.compress("\n".join(map(json.dumps, rows)).encode()))
    (tmp_path / "score.py").write_text(SCORE)
    return tmp_path


def test_what_is_read_of_a_folder_is_written_and_scored_by_the_folder_s_own_measure(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "predictions.jsonl"

    assert pages.main(["--set", str(folder), "--out", str(out), "--alone"]) == 0

    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]
    assert rows[0]["text"] == "\n\n".join(SENTENCES)
    assert rows[0]["title"] == "Elbe floods Dresden"
    printed = capsys.readouterr().out
    assert "its own score.py" in printed
    assert "1.000" in printed


def test_the_bench_runs_on_the_demo_s_pages_beside_trafilatura_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert pages.main(["--limit", "12"]) == 0

    printed = capsys.readouterr().out
    assert "12 pages" not in printed or "demo world" in printed
    assert "trafilatura precision" in printed
    assert "gate" in printed


def test_words_are_compared_as_bags() -> None:
    labels = {"text": "one two", "title": "T", "date": "2026-03-01T10:00:00Z"}

    made = score_words(labels, {"text": "two three", "title": "T", "date": "2026-03-01"})

    assert (made["f1"], made["title="], made["day"]) == (0.5, 1.0, 1.0)


def test_an_interval_holds_its_mean_and_is_the_same_each_time() -> None:
    values = [0.1, 0.5, 0.9] * 10

    low, high = map(float, pages.interval(values).split(" to "))

    assert low < 0.5 < high
    assert pages.interval(values) == pages.interval(values)

import json
from pathlib import Path

import pytest
import zstandard

from bench import text
from bench.corpora import Sample, edited
from bench.sentences import Case, measure

WIKI = "https://en.wikipedia.org/wiki/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of the corpora's shape with a few rows in each file."""
    event = {
        "text": "The Elbe flooded Dresden, Germany, and Anna Berg left.",
        "source": "A",
        "category": "Disasters and accidents",
        "wiki_links": [f"{WIKI}Elbe", f"{WIKI}Dresden_(city)", f"{WIKI}Flood", f"{WIKI}Anna_Berg#Life"],
    }
    words = " ".join(["The river rose in Dresden again."] * 80)
    article = {"title": "Floods", "text": words, "lang": "en", "source": "B", "feeds": ["sports/us"]}
    brief = {"text": "Der Fluss stieg am Montag in Dresden über neun Meter.", "lang": "de", "source": "C"}
    for name, rows in (
        ("current_events_2026", [event, event]),
        ("in_the_news_55_languages", [brief]),
        ("headlines_2020_250k", [article]),
        ("fulltext_2018_en", [article]),
        ("week_2016_fulltext", [article]),
    ):
        lines = "\n".join(json.dumps(row) for row in rows).encode()
        (tmp_path / f"{name}.jsonl.zst").write_bytes(zstandard.compress(lines))
    return tmp_path


def test_texts_are_read_once_with_the_titles_that_editors_linked(folder: Path) -> None:
    (sample,) = edited(folder)

    assert sample.linked == ("Elbe", "Dresden", "Flood", "Anna Berg")
    assert text.wanted_names(sample) == ["Elbe", "Dresden", "Anna Berg"]


def test_recall_counts_whole_names_and_parts() -> None:
    recall = text.Recall()

    recall.add(
        Sample("", "It was in Dresden that Anna Berg met Tom.", "en", linked=("Anna Berg", "Berg met Tom"))
    )

    assert (recall.wanted, recall.exact, recall.overlap) == (2, 1, 2)


def test_boundaries_found_and_missed_are_counted() -> None:
    found = measure([Case("en", ("It rained.", "He left.")), Case("en", ("It rained. He left.",))])

    assert (found["en"].right, found["en"].found, found["en"].wanted, found["en"].whole) == (1, 2, 1, 1)
    assert found["en"].f1 == pytest.approx(2 / 3)


def test_the_bench_runs_over_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert text.main(["--set", str(folder)]) == 0

    printed = capsys.readouterr().out
    assert "not tried on" in printed
    assert "all annotation" in printed


def test_without_a_folder_it_reads_the_demo_world_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert text.main([]) == 0

    assert capsys.readouterr().out.startswith("No --set was given")

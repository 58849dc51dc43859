import json
from pathlib import Path

import pytest

from bench import fold
from bench.fold_rows import demo_rows
from bench.fold_score import bcubed, pairwise, quality

GOLD = {"a": "flood", "b": "flood", "c": "flood", "d": "vote"}


def test_a_perfect_folding_scores_one() -> None:
    assert bcubed(GOLD, GOLD).f1 == pairwise(GOLD, GOLD).f1 == 1


def test_bcubed_is_the_mean_over_reports() -> None:
    found = bcubed(GOLD, {"a": "1", "b": "1", "c": "2", "d": "2"})

    assert found.precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert found.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_of_some_events_only_their_reports_count_but_all_labels_tell_how_pure_a_story_is() -> None:
    found = bcubed(GOLD, {"a": "1", "b": "1", "c": "2", "d": "2"}, of={"vote"})

    assert (found.precision, found.recall) == (0.5, 1)


def test_pairs_are_counted_once() -> None:
    found = pairwise(GOLD, {"a": "1", "b": "1", "c": "2", "d": "2"})

    assert found.precision == pytest.approx(1 / 2)
    assert found.recall == pytest.approx(1 / 3)


def test_quality_tells_how_sure_it_is_and_how_pure_large_stories_are() -> None:
    gold = {str(n): "flood" if n < 9 else f"other {n}" for n in range(12)}

    found = quality(gold, dict.fromkeys(gold, "1"))

    assert found.interval[0] <= found.bcubed.f1 <= found.interval[1]
    assert (found.largest, found.purity) == (12, 9 / 12)


def test_each_set_is_folded_by_itself_in_file_order(tmp_path: Path) -> None:
    report: dict[str, str | None] = {
        "time": "2026-03-02T08:00:00Z", "lang": "en", "source": "a.test", "title": "Elbe floods Dresden after dam breaks",
        "text": "The Elbe rose to nine metres in Dresden on Monday after a dam broke at Pirna, and 3,000 people fled.",
    }  # fmt: skip
    rows = [report | {"id": str(n), "set": f"set {n // 2}", "event": None} for n in range(4)]
    given, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    assert fold.main(["--rows", str(given), "--out", str(out), "--no-model"]) == 0

    made = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    stories = {one["id"]: one["story"] for one in made}
    assert stories["0"] == stories["1"] != stories["2"] == stories["3"]


def test_the_demo_world_is_folded_and_its_languages_meet(capsys: pytest.CaptureFixture[str]) -> None:
    assert fold.main([]) == 0

    said = capsys.readouterr().out
    assert "demo world" in said
    joined, events = fold.across(fold.fold(demo_rows()))
    assert f"{joined} of {events} events" in said
    assert events >= 24

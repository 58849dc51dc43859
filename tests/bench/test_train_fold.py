import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from bench import train_fold
from bench.boosting import Rows, fit
from bench.fold_rows import Report, described
from octavo.core.fold.decision import parse_model

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
EVENTS = (
    "Elbe floods Dresden",
    "Port workers strike in Hamburg",
    "Vote recount in Georgia",
    "Crane falls in Lyon",
)


def reports(number: int = 60) -> list[Report]:
    random = Random(3)
    made = []
    for n in range(number):
        words = random.choice(EVENTS).split()
        row = {
            "id": str(n), "set": "made up", "event": " ".join(words), "lang": "en",
            "time": (MONDAY + timedelta(minutes=10 * n)).isoformat(),
            "title": " ".join([*random.sample(words, len(words) - 1), random.choice(("officials", "witnesses", "live"))]),
        }  # fmt: skip
        made.append(described(row))
    return made


def test_trees_learn_a_step_and_answer_alike_every_time() -> None:
    values = [n / 100 for n in range(400)]
    rows = Rows([values], [value > 2 for value in values], [10.0] * len(values))

    start, trees = fit(rows, signs=[1], trees=5, depth=1, rate=0.5)

    assert fit(rows, signs=[1], trees=5, depth=1, rate=0.5) == (start, trees)
    feature, threshold, left, right = trees[0][0]
    assert feature == 0
    assert threshold == pytest.approx(2, abs=0.15)
    assert trees[0][int(left)][0] < 0 < trees[0][int(right)][0]


def test_a_feature_that_may_only_speak_for_a_join_is_not_turned_round() -> None:
    values = [n / 100 for n in range(400)]
    rows = Rows([values], [value < 2 for value in values], [10.0] * len(values))

    _, trees = fit(rows, signs=[1], trees=3, depth=2, rate=0.5)

    assert all(len(tree) == 1 for tree in trees)


def test_the_folder_learns_from_what_it_meets_and_writes_the_same_bytes(tmp_path: Path) -> None:
    sets = {"made up": reports()}
    met = train_fold.gather(sets)

    model = train_fold.learn(met)
    files = [tmp_path / "one.json", tmp_path / "other.json"]
    for file in files:
        train_fold.write(train_fold.learn(met), {"made up": 0.9}, file)

    assert files[0].read_bytes() == files[1].read_bytes()
    assert parse_model(json.loads(files[0].read_bytes())) == model
    assert train_fold.figure(sets["made up"], model) > 0.8


def test_a_report_without_a_label_teaches_nothing() -> None:
    unlabelled = [replace(report, event=None) for report in reports(20)]
    met: list[train_fold.Example] = []

    train_fold.run(unlabelled, train_fold.first_rule, bars=(0.5, 0.5), met=met)

    assert met == []


def test_rows_of_the_demo_world_are_dropped(tmp_path: Path) -> None:
    rows = [
        {
            "id": str(n),
            "set": "s",
            "lang": "en",
            "time": MONDAY.isoformat(),
            "title": "",
            "text": text,
            "event": event,
        }
        for n, (text, event) in enumerate(
            (("Elbe  floods\nDresden", "x"), ("A vote", "Q1"), ("A strike", "y"))
        )
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    sets, dropped = train_fold.load([file], without=({"elbe floods dresden"}, {"Q1"}))

    assert dropped == 2
    assert [report.event for report in sets["s"]] == ["y"]

import json
from pathlib import Path

import pytest

from bench import origins
from bench.copies import pairs

TEXTS = [
    [" ".join(f"w{text}x{n}" for n in range(80)), " ".join(f"v{text}x{n}" for n in range(40))]
    for text in range(5)
]


def test_the_same_seed_makes_the_same_pairs_half_of_them_copies() -> None:
    made = pairs(TEXTS, 30)

    assert made == pairs(TEXTS, 30)
    assert made != pairs(TEXTS, 30, seed=2)
    assert sum(pair.is_copy for pair in made) == 30
    assert len(made) == 60


def test_a_reworded_copy_keeps_four_words_in_five() -> None:
    pair = next(p for p in pairs(TEXTS, 30) if p.kind == "20 % of the words changed")
    kept = sum(a == b for a, b in zip(pair.first.split(" "), pair.second.split(" "), strict=True))

    assert kept / len(pair.first.split(" ")) == pytest.approx(0.8, abs=0.05)


def test_edited_copies_are_found_and_look_alikes_are_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert origins.main(["--copies", "60"]) == 0

    said = capsys.readouterr().out
    precision, recall = (
        float(said.split(f"{word} ")[1].split()[0].strip(",│")) for word in ("precision", "recall")
    )
    assert precision >= 98
    assert recall >= 85


def test_each_row_gets_the_first_text_of_its_origin(tmp_path: Path) -> None:
    text = " ".join(TEXTS[0])
    rows = [
        {"id": "a", "text": text},
        {"id": "b", "text": " ".join(TEXTS[1])},
        {"id": "c", "text": text[:400]},
    ]
    given, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    assert origins.main(["--rows", str(given), "--out", str(out)]) == 0

    made = {one["id"]: one["origin"] for one in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    assert made == {"a": "a", "b": "b", "c": "a"}

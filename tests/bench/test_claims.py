from pathlib import Path

import pytest

from bench import claims


def test_the_bench_runs_small_and_shows_what_each_rule_comes_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert claims.main(["--articles", "200", "--waiting", "60"]) == 0

    printed = " ".join(capsys.readouterr().out.split())
    assert "fetch stage column 50" in printed
    assert "read output missing 0" in printed
    assert "the holder of the lease 200 0 50" in printed
    assert "whoever is first 1 50 0" in printed


def test_with_leases_that_are_long_enough_both_rules_save_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "LEASE", claims.TASK * 2)

    for accept in (claims._own_lease, claims._first_answer):
        database = claims._filled(tmp_path / f"{accept.__name__}.sqlite3", articles=1, waiting=120)
        outcome = claims.overlap(database, accept, workers=2)
        database.close()

        assert (outcome.saved, outcome.left) == (120, 0)

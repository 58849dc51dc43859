import pytest

from bench import poll


def test_the_bench_runs_small_and_prints_both_runs_of_each_reader(capsys: pytest.CaptureFixture[str]) -> None:
    assert poll.main(["--feeds", "3", "--items", "2", "--only", "octavo,reader"]) == 0

    printed = capsys.readouterr().out
    assert "demo world" in printed
    for reader in ("octavo", "reader"):
        runs = [
            line.split("│")[3].strip() for line in printed.splitlines() if line.startswith(f"│ {reader} ")
        ]
        assert runs == ["cold", "again"]

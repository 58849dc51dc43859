from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from bench.hostile import __main__ as bench
from bench.hostile.judge import Row, Seen, judge

SMALL: Final = Path(__file__).with_name("small_hostile_web.py")
ROW: Final = Row.parse(
    {
        "path": "/group/name",
        "group": "group",
        "ask_for": "feed",
        "address": "http://127.0.0.1/group/name",
        "expected": {"entries_kept": 3, "refused": False, "traps": ["inner"], "max_requests": 2},
    }
)
GOOD: Final = Seen(kept=3, texts=["Entry 1", "The river"], first_title="Entry 1", requests=2)


def test_the_bench_tells_rows_that_are_as_expected_from_those_that_are_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert bench.main(["--server", str(SMALL), "--lanes", "2"]) == 1

    lines = {
        line.split("│")[1].strip(): line.split("│")[2:]
        for line in capsys.readouterr().out.splitlines()
        if "│" in line
    }
    assert lines["/control/rss"][0].strip() == "yes"
    assert "2 entries kept, not 3; not refused" in lines["/control/wrong"][0]
    assert (lines["/control/article"][0].strip(), lines["/control/article"][2].strip()) == (
        "yes",
        "new, article",
    )
    assert "reached inner" in lines["/redirect/trap"][0]
    assert lines["/xss/title"][0].strip() == "yes"
    assert "pages opened" in lines["/xss/title"][2]
    assert lines["all"][0].strip() == "3/5"


def test_without_a_server_it_says_what_to_give(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([]) == 2

    assert "--server PATH" in capsys.readouterr().out


def test_what_is_as_expected_has_nothing_wrong() -> None:
    assert judge(ROW, GOOD) == []


@pytest.mark.parametrize(
    ("row", "seen", "wrong"),
    [
        (ROW, replace(GOOD, kept=4), ["4 entries kept, not 3"]),
        (ROW, replace(GOOD, refused=True, polls=["failed too_large"]), ["refused (failed too_large)"]),
        (replace(ROW, refused=True), GOOD, ["not refused"]),
        (replace(ROW, first_title="Entry 2"), GOOD, ["first title is 'Entry 1'"]),
        (replace(ROW, contains=("dam",)), GOOD, ["lacks 'dam'"]),
        (replace(ROW, lacks=("river",)), GOOD, ["has 'river'"]),
        (ROW, replace(GOOD, traps=["inner"]), ["reached inner"]),
        (ROW, replace(GOOD, fired=["title.img"]), ["script fired: title.img"]),
        (ROW, replace(GOOD, requests=3), ["3 requests, more than 2"]),
        (ROW, replace(GOOD, seconds=11.0), ["11 s, more than 10"]),
        (ROW, replace(GOOD, peak_mb=201.0), ["201 MB in the polling process, more than 200"]),
        (ROW, replace(GOOD, pool_mb=300.0), ["300 MB in the pool, more than 200"]),
        (ROW, replace(GOOD, faults=["its robots.txt was not asked for"]), ["its robots.txt was not asked for"]),
    ],
)  # fmt: skip
def test_each_thing_that_is_not_as_expected_is_said(row: Row, seen: Seen, wrong: list[str]) -> None:
    assert judge(row, seen) == wrong

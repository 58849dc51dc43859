from datetime import UTC, datetime

import pytest

from bench import feeds, feeds_oracle


def test_the_bench_runs_on_our_own_fixtures_and_finds_them_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert feeds.main(["--wrong"]) == 0

    printed = capsys.readouterr().out
    assert "repository's own fixtures" in printed
    assert "read straight, the same as feedparser's: 3 of 3" in printed
    assert "exceptions: 0" in printed


def test_a_wrong_answer_is_counted_as_wrong() -> None:
    feed = b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='text'>A</title><link href='/a'/></entry></feed>"
    right = feeds.count([feeds.File("a.xml", "x", feed)])
    (item,) = feeds_oracle.items(feed, address="http://feed.test/") or []

    assert right.suites["x"] == {"files": 1, "entries": 1, "titles": 1, "links": 1, "dates": 1}
    assert item.link == "http://feed.test/a"
    assert not feeds_oracle.same_address("http://feed.test/b", item.link)
    assert not feeds_oracle.same_date(None, datetime(2026, 6, 1, tzinfo=UTC))

import pytest

from bench import workers


def test_two_workers_give_the_stories_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert workers.main(["--workers", "2", "--delay", "0"]) == 0

    assert capsys.readouterr().out.count("the same") == 2

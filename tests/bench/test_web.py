import pytest

from bench import web


def test_pages_ask_the_same_statements_at_both_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    assert web.main(["--sizes", "300", "900", "--asks", "3"]) == 0

    said = capsys.readouterr().out
    assert "headlines of the demo world" in said
    assert all(
        said.count(f" {page} ") == 2 for page in ("front", "story", "article", "hashtag", "source", "search")
    )

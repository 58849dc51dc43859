import pytest

from octavo.core.reading.health import FeedState, SourceState, feed_state, source_state


@pytest.mark.parametrize(
    ("status", "paused", "polled", "state"),
    [
        ("well", False, True, "well"),
        ("well", False, False, "new"),
        ("blocked", False, True, "blocked"),
        ("gone", True, True, "paused"),
        ("failing", False, True, "failing"),
    ],
)
def test_a_feed_stands_in_one_word(status: str, paused: bool, polled: bool, state: FeedState) -> None:
    assert feed_state(status=status, paused=paused, polled=polled) == state


@pytest.mark.parametrize(
    ("feeds", "state"),
    [
        ([], "none"),
        (["well", "well"], "well"),
        (["well", "new"], "well"),
        (["new"], "new"),
        (["paused", "paused"], "paused"),
        (["well", "blocked"], "part"),
        (["paused", "blocked"], "blocked"),
        (["gone", "blocked"], "down"),
    ],
)
def test_a_source_stands_as_its_feeds_do(feeds: list[FeedState], state: SourceState) -> None:
    assert source_state(feeds) == state

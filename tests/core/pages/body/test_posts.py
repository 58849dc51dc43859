from datetime import UTC, datetime

import pytest

from octavo.core.pages.body.posts import find_posts, read_time
from tests.core.pages.body.trees import blocks_of


def post(hour: int, text: str) -> str:
    return (
        f'<div class="post"><time datetime="2026-03-02T{hour:02}:00:00Z">{hour}:00</time><p>{text}</p></div>'
    )


def test_parts_of_one_sort_with_times_are_posts() -> None:
    page = blocks_of("<p>Before.</p>" + post(9, "One.") + post(8, "Two.") + post(7, "Three."))

    opened = find_posts(page, page.blocks)

    assert [page.blocks[n].text for n in opened] == ["9:00", "8:00", "7:00"]
    assert list(opened.values()) == [datetime(2026, 3, 2, hour, tzinfo=UTC) for hour in (9, 8, 7)]


@pytest.mark.parametrize(
    "body",
    [
        post(9, "One.") + post(8, "Two."),
        "<p><time datetime='2026-03-02'>2 March</time></p><p>a</p><p>b</p>",
        "<div><time datetime='2026-03-02T09:00:00Z'>9:00</time></div><p>a</p><p>b</p>",
    ],
)
def test_fewer_are_none(body: str) -> None:
    page = blocks_of(body)

    assert find_posts(page, page.blocks) == {}


@pytest.mark.parametrize("stated", ["", "today", "2026-03-02T09:00", "0001-01-01T00:00:00+14:00"])
def test_what_is_no_moment(stated: str) -> None:
    assert read_time(stated) is None

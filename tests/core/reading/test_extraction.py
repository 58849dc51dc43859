import random
from collections.abc import Sequence
from datetime import timedelta

import pytest

from octavo.core.ids import ArticleId
from octavo.core.reading.extraction import Reading, extraction_health
from tests.moments import NOON


def readings(passed: Sequence[bool], *, method: str = "pages") -> list[Reading]:
    """Return readings an hour apart, newest first, told oldest first."""
    told = [
        Reading(
            ArticleId(n),
            NOON + n * timedelta(hours=1),
            one,
            "" if one else "index_page",
            method,
            letters=900 + n if one else 40,
            has_byline=one,
            has_date=True,
            has_picture=False,
        )
        for n, one in enumerate(passed)
    ]
    return told[::-1]


def test_a_source_without_readings_has_no_health() -> None:
    assert extraction_health([]) is None


def test_a_source_that_stops_passing_is_broken_since_the_first_page_that_fails() -> None:
    found = extraction_health(readings([True] * 30 + [False] * 8))

    assert found is not None
    assert found.broken is not None
    assert found.broken.since == NOON + timedelta(hours=30)
    assert (found.broken.before.article_id, found.broken.after.article_id) == (29, 30)
    assert found.broken.method == "pages"
    assert (found.lately.passing, found.lately.pages) == (0.0, 8)
    assert found.before is not None
    assert (found.before.passing, found.before.letters, found.before.bylines) == (1.0, 914, 1.0)


def test_the_method_of_most_good_pages_is_the_one_to_go_back_to() -> None:
    good = readings([True] * 12, method="sitting") + readings([True] * 4, method="other")
    broken = readings([False] * 9, method="neither")

    found = extraction_health([*broken, *good])

    assert found is not None
    assert found.broken is not None
    assert found.broken.method == "sitting"


@pytest.mark.parametrize(
    "passed",
    [
        [True] * 6 + [False] * 6,  # too young to know
        [True] * 40 + [False] * 4,  # may be chance
        [True, False] * 30,  # has always been like this
        [True] * 30 + [False] * 10 + [True] * 4,  # is well again
        [False] * 40,
        [True] * 40,
    ],
)
def test_a_source_is_not_called_broken_lightly(passed: list[bool]) -> None:
    found = extraction_health(readings(passed))

    assert found is not None
    assert found.broken is None


def test_a_source_breaks_though_some_pages_failed_before_and_some_still_pass() -> None:
    found = extraction_health(
        readings([True, True, True, False] * 12 + [False, False, False, True, False] * 4)
    )

    assert found is not None
    assert found.broken is not None
    assert NOON + timedelta(hours=44) < found.broken.since < NOON + timedelta(hours=52)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_an_even_share_hardly_ever_looks_like_a_break(share: float) -> None:
    chance = random.Random(7)
    alarms = 0
    for _ in range(1000):
        found = extraction_health(readings([chance.random() < share for _ in range(120)]))
        assert found is not None
        alarms += found.broken is not None

    assert alarms <= 5


def test_lately_stands_beside_before_where_there_is_enough() -> None:
    few = extraction_health(readings([True] * 8))
    many = extraction_health(readings([True] * 30 + [False, True] * 5))

    assert few is not None
    assert few.before is None
    assert many is not None
    assert many.before is not None
    assert (many.before.passing, many.lately.pages) == (1.0, 10)

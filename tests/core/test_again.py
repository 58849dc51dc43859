from datetime import timedelta

import pytest

from octavo.core.again import PAGE, PICTURE, page_again, picture_again
from octavo.core.errors import BlockedByOutlet, ClientError, Gone, OctavoError, TooLarge
from tests.moments import NOON


def test_a_page_that_failed_for_the_moment_is_tried_ever_later_and_then_left_to_the_owner() -> None:
    waits = [page_again(ClientError(), failures=n, now=NOON) for n in range(1, 6)]

    assert waits == [
        NOON + timedelta(hours=1),
        NOON + timedelta(hours=6),
        NOON + timedelta(days=1),
        None,
        None,
    ]


@pytest.mark.parametrize("error", [Gone(), TooLarge()])
def test_what_failed_for_good_is_not_tried_again(error: OctavoError) -> None:
    assert page_again(error, failures=1, now=NOON) is None
    assert picture_again(error, failures=1, now=NOON) is None


def test_a_picture_is_tried_as_often_as_its_waits_say() -> None:
    assert picture_again(BlockedByOutlet(), failures=len(PICTURE), now=NOON) == NOON + PICTURE[-1]
    assert picture_again(BlockedByOutlet(), failures=len(PICTURE) + 1, now=NOON) is None
    assert len(PAGE) == 3

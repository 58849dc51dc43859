from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.fold.memory import Arrival
from octavo.core.fold.represent import Features
from octavo.core.fold.window import Found, Join, Window
from octavo.core.ids import StoryId
from tests.core.fold.reports import MONDAY, arrivals, features

ELBE = ("elbe", "flood", "dresden", "sandbags")
PORT = ("port", "strike", "hamburg", "cranes")


def window_with(*articles: tuple[int, Features], capacity: int = 100) -> Window:
    window = Window(capacity)
    for story_id, each in articles:
        window.add(StoryId(story_id), each, at=MONDAY)
    return window


def story_of(decision: Join | Found) -> int | None:
    return decision.story if isinstance(decision, Join) else None


def test_the_first_article_founds_a_story() -> None:
    assert Window().decide(features(*ELBE), at=MONDAY) == Found(0.0)


def test_an_article_joins_the_story_whose_words_it_shares() -> None:
    window = window_with((1, features(*ELBE)), (2, features(*PORT)))

    decision = window.decide(features("port", "strike", "hamburg", "talks"), at=MONDAY)

    assert story_of(decision) == 2


def test_one_common_word_of_many_joins_nothing_but_is_named_as_the_nearest() -> None:
    window = window_with((1, features(*ELBE)))

    decision = window.decide(features("elbe", "bridge", "opens", "after", "years", "repair"), at=MONDAY)

    assert isinstance(decision, Found)
    assert decision.nearest > 0


def test_names_that_agree_bring_an_article_nearer() -> None:
    named = ("place:DE", "city:Europe/Berlin")
    window = window_with((1, features(*ELBE, keys=named)), (2, features(*ELBE)))

    decision = window.decide(features("elbe", "flood", "victims", "funds", keys=named), at=MONDAY)

    assert story_of(decision) == 1


@pytest.mark.parametrize(("hours", "joins"), [(0, True), (95, True), (97, False), (-97, False)])
def test_a_story_that_has_been_silent_takes_no_more(hours: int, joins: bool) -> None:
    window = window_with((1, features(*ELBE)))

    decision = window.decide(features(*ELBE), at=MONDAY + timedelta(hours=hours))

    assert isinstance(decision, Join) is joins


def test_a_story_stays_open_by_its_latest_article() -> None:
    window = window_with((1, features(*ELBE)))
    window.add(StoryId(1), features(*ELBE), at=MONDAY + timedelta(hours=80))

    decision = window.decide(features(*ELBE), at=MONDAY + timedelta(hours=150))

    assert story_of(decision) == 1


def test_words_of_another_language_do_not_count() -> None:
    window = window_with((1, features(*ELBE)))

    decision = window.decide(features(*ELBE, language="de"), at=MONDAY)

    assert isinstance(decision, Found)


@pytest.mark.parametrize(("agreeing", "joins"), [(1, False), (2, True)])
def test_across_languages_two_names_or_numbers_must_agree(agreeing: int, joins: bool) -> None:
    keys = ("city:Africa/Cairo", "number:37")[:agreeing]
    window = window_with((1, features("cairo", "train", keys=keys)))

    decision = window.decide(features("قطار", "القاهره", keys=keys, language="ar"), at=MONDAY)

    assert isinstance(decision, Join) is joins


def test_arabic_reports_join_by_their_words() -> None:
    window = window_with((1, features("فيضان", "نيل", "اسوان", language="ar")))

    decision = window.decide(features("نيل", "فيضان", "اسوان", "قري", language="ar"), at=MONDAY)

    assert story_of(decision) == 1


def test_of_two_equal_stories_the_older_number_wins() -> None:
    window = window_with((7, features(*ELBE)), (3, features(*ELBE)))

    assert story_of(window.decide(features(*ELBE), at=MONDAY)) == 3


def test_what_has_left_the_window_takes_no_more() -> None:
    window = window_with((1, features(*ELBE)), (2, features(*PORT)), (3, features("vote")), capacity=2)

    assert len(window) == 2
    assert isinstance(window.decide(features(*ELBE), at=MONDAY), Found)
    assert story_of(window.decide(features(*PORT), at=MONDAY)) == 2


def test_when_its_latest_article_leaves_a_story_is_as_old_as_the_rest() -> None:
    window = Window(2)
    window.add(StoryId(1), features(*ELBE), at=MONDAY + timedelta(hours=80))
    window.add(StoryId(1), features(*ELBE), at=MONDAY)
    window.add(StoryId(2), features(*PORT), at=MONDAY)

    decision = window.decide(features(*ELBE), at=MONDAY + timedelta(hours=150))

    assert isinstance(decision, Found)


def test_deciding_changes_nothing() -> None:
    window = window_with((1, features(*ELBE)), (2, features(*PORT)))
    asked = features("elbe", "flood", language="en")

    first = window.decide(asked, at=MONDAY)
    window.decide(features("فيضان", language="ar"), at=MONDAY)

    assert window.decide(asked, at=MONDAY) == first


@given(arrivals(), st.integers(1, 15), st.integers(0, 40))
def test_a_window_built_from_the_last_articles_scores_as_the_one_that_ran(
    coming: list[Arrival], capacity: int, cut: int
) -> None:
    ran = Window(capacity)
    placed = []
    for number, one in enumerate(coming[:cut], start=1):
        each = Features.decode(one.features)
        decision = ran.decide(each, at=one.at)
        placed.append((decision.story if isinstance(decision, Join) else StoryId(number), each, one.at))
        ran.add(placed[-1][0], each, at=one.at)
    rebuilt = Window(capacity)
    for story_id, each, at in placed[-capacity:]:
        rebuilt.add(story_id, each, at=at)

    for one in coming[cut:]:
        each = Features.decode(one.features)
        # Equal to the last bit: the scores too.
        assert rebuilt.decide(each, at=one.at) == ran.decide(each, at=one.at)

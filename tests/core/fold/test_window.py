from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.fold.decision import Join
from octavo.core.fold.memory import Arrival
from octavo.core.fold.represent import Features
from octavo.core.fold.window import CANDIDATES, POINTED, Candidate, Evidence, Window
from octavo.core.ids import StoryId
from tests.core.fold.reports import MONDAY, arrivals, features, simple_model

ELBE = ("elbe", "flood", "dresden", "sandbags")
PORT = ("port", "strike", "hamburg", "cranes")


def window_with(*articles: tuple[int, Features], capacity: int = 100) -> Window:
    window = Window(capacity)
    for story_id, each in articles:
        window.add(StoryId(story_id), each, at=MONDAY)
    return window


def stories(found: list[Candidate]) -> list[int]:
    return [one.story for one in found]


def evidence(found: list[Candidate], story: int) -> Evidence:
    return next(one.evidence for one in found if one.story == story)


def test_an_empty_window_has_no_candidates() -> None:
    assert Window().candidates(features(*ELBE), at=MONDAY) == []


def test_stories_that_share_a_word_are_candidates_the_nearest_first() -> None:
    window = window_with((1, features("elbe", "bridge", "opens")), (2, features(*ELBE)), (3, features(*PORT)))

    found = window.candidates(features(*ELBE), at=MONDAY)

    assert stories(found) == [2, 1]
    assert evidence(found, 2).nearest == pytest.approx(1)
    assert evidence(found, 2).lead > 0 > evidence(found, 1).lead


def test_the_core_is_less_near_than_the_nearest_where_a_story_has_drifted() -> None:
    window = window_with(*((1, features(*PORT)),) * 6, (1, features(*ELBE)))

    (found,) = window.candidates(features(*ELBE), at=MONDAY)

    assert found.evidence.nearest == pytest.approx(1)
    assert found.evidence.core < 0.5


def test_a_word_that_is_one_storys_own_points_to_it() -> None:
    window = window_with(
        (1, features("bieber", "miami", "court")), (1, features("bieber", "selena", "song")),
        (2, features("market", "slips", "miami")), (3, features("market", "oil", "close")), (4, features("market", "gold")),
    )  # fmt: skip

    found = window.candidates(features("bieber", "market", "hides"), at=MONDAY)

    assert evidence(found, 1).keyword > evidence(found, 2).keyword
    assert evidence(found, 1).pointing > evidence(found, 2).pointing


@pytest.mark.parametrize(("hours", "is_candidate"), [(0, True), (95, True), (97, False), (-97, False)])
def test_a_story_that_has_been_silent_takes_no_more(hours: int, is_candidate: bool) -> None:
    window = window_with((1, features(*ELBE)))

    found = window.candidates(features(*ELBE), at=MONDAY + timedelta(hours=hours))

    assert bool(found) is is_candidate


def test_silence_is_told_from_the_latest_report() -> None:
    window = window_with((1, features(*ELBE)))
    window.add(StoryId(1), features(*ELBE, "rain"), at=MONDAY + timedelta(hours=80))

    (found,) = window.candidates(features(*ELBE), at=MONDAY + timedelta(hours=90))

    assert found.evidence.silence == 10


def test_across_languages_names_lead_to_a_story_and_words_do_not() -> None:
    window = window_with((1, features(*ELBE, keys=("place:DE",))), (2, features(*ELBE)))

    (found,) = window.candidates(features(*ELBE, keys=("place:DE",), language="de"), at=MONDAY)

    assert (found.story, found.evidence.nearest, found.evidence.same_language) == (1, 0, 0)
    assert found.evidence.names == pytest.approx(1)


def test_of_equal_stories_the_older_number_comes_first() -> None:
    window = window_with((7, features(*ELBE)), (3, features(*ELBE)))

    assert stories(window.candidates(features(*ELBE), at=MONDAY)) == [3, 7]


def test_a_flood_of_equal_articles_makes_few_candidates() -> None:
    window = window_with(*((number, features(*ELBE)) for number in range(1, 400)), capacity=1_000)

    found = window.candidates(features(*ELBE), at=MONDAY)

    assert 0 < len(found) <= CANDIDATES + 2 * POINTED


def test_a_round_up_leads_nowhere() -> None:
    window = Window()
    window.add(StoryId(1), Features("en", {"elbe": 1}, {}, is_roundup=True), at=MONDAY)

    assert len(window) == 1
    assert window.candidates(features("elbe"), at=MONDAY) == []


def test_what_has_left_the_window_takes_no_more() -> None:
    window = window_with((1, features(*ELBE)), (2, features(*PORT)), (3, features("vote")), capacity=2)

    assert len(window) == 2
    assert window.candidates(features(*ELBE), at=MONDAY) == []
    assert stories(window.candidates(features(*PORT), at=MONDAY)) == [2]


def test_asking_changes_nothing() -> None:
    window = window_with((1, features(*ELBE)), (2, features(*PORT)))
    asked = features("elbe", "flood", language="en")

    first = window.candidates(asked, at=MONDAY)
    window.candidates(features("فيضان", language="ar"), at=MONDAY)

    assert window.candidates(asked, at=MONDAY) == first


@given(arrivals(), st.integers(1, 15), st.integers(0, 40))
def test_a_window_built_from_the_last_articles_sees_what_the_one_sees_that_ran(
    coming: list[Arrival], capacity: int, cut: int
) -> None:
    ran, model = Window(capacity), simple_model()
    placed = []
    for number, one in enumerate(coming[:cut], start=1):
        each = Features.decode(one.features)
        decision = model.decide(each, ran.candidates(each, at=one.at))
        placed.append((decision.story if isinstance(decision, Join) else StoryId(number), each, one.at))
        ran.add(placed[-1][0], each, at=one.at)
    rebuilt = Window(capacity)
    for story_id, each, at in placed[-capacity:]:
        rebuilt.add(story_id, each, at=at)

    for one in coming[cut:]:
        each = Features.decode(one.features)
        # Equal to the last bit.
        assert rebuilt.candidates(each, at=one.at) == ran.candidates(each, at=one.at)

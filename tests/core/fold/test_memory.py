from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from octavo.core.fold.memory import Arrival, Memory, Placed
from octavo.core.fold.origins import origin_key
from octavo.core.fold.represent import Features
from octavo.core.ids import ArticleId, StoryId
from tests.core.fold.reports import MONDAY, TEXTS, arrivals, features, simple_model

TEXT, OTHER = map(origin_key, TEXTS)


def arrival(
    number: int, *words: str, hours: float = 0, origin: str = "", names: tuple[str, ...] = ()
) -> Arrival:
    at = MONDAY + timedelta(hours=hours)
    return Arrival(ArticleId(number), f"{number}", at, features(*words, names=names).encode(), origin)


def empty(capacity: int = 100) -> Memory:
    return Memory([], last_story=StoryId(0), capacity=capacity, model=simple_model())


def stories_of(placed: list[Placed]) -> list[int]:
    return [one.story_id for one in placed]


def test_reports_of_one_event_share_a_story_and_others_found_their_own() -> None:
    memory = empty()

    placed = memory.fold(
        [
            arrival(1, "elbe", "flood", "dresden"),
            arrival(2, "port", "strike", "hamburg", hours=1),
            arrival(3, "dresden", "elbe", "flood", "mayor", hours=2),
        ]
    )

    assert stories_of(placed) == [1, 2, 1]
    assert memory.last_story == 2


def test_a_new_story_gets_the_number_after_the_last_one_that_was_ever_founded() -> None:
    memory = Memory([], last_story=StoryId(41), model=simple_model())

    placed = memory.fold([arrival(1, "elbe", "flood")])

    assert stories_of(placed) == [42]


def test_copies_name_the_first_article_as_their_origin() -> None:
    placed = empty().fold(
        [
            arrival(1, "elbe", "flood", origin=TEXT),
            arrival(2, "elbe", "flood", origin=TEXT),
            arrival(3, "elbe", "flood", origin=OTHER),
            arrival(4, "elbe", "flood"),
            arrival(5, "elbe", "flood"),
        ]
    )

    assert [one.origin_id for one in placed] == [1, 1, 3, 4, 5]


def test_an_origin_is_forgotten_with_its_last_copy() -> None:
    memory = empty(capacity=2)
    copies = [arrival(n, "elbe", "flood", origin=TEXT) for n in (1, 2)]
    others = [arrival(n, "port", "strike") for n in (3, 4)]

    placed = memory.fold([*copies, *others, arrival(5, "elbe", "flood", origin=TEXT)])

    assert placed[1].origin_id == 1
    assert placed[4].origin_id == 5


def test_related_stories_are_remembered_as_long_as_their_articles() -> None:
    memory = empty(capacity=2)
    memory.fold([arrival(1, "elbe", "flood", names=("name:elbe", "place:DE"))])
    memory.fold([arrival(2, "port", "strike", names=("name:elbe", "place:DE"))])
    before = [(one.story, one.other) for one in memory.related([StoryId(1), StoryId(2)])]

    memory.fold([arrival(3, "vote", "recount")])

    assert before == [(1, 2), (2, 1)]
    assert memory.related([StoryId(1), StoryId(2)]) == []


@given(arrivals(), st.integers(1, 15), st.integers(0, 40))
def test_a_memory_built_from_the_last_placed_decides_as_the_one_that_ran(
    coming: list[Arrival], capacity: int, cut: int
) -> None:
    ran = empty(capacity)
    before = ran.fold(coming[:cut])
    rebuilt = Memory(before[-capacity:], last_story=ran.last_story, capacity=capacity, model=simple_model())

    after = [ran.fold([one]) for one in coming[cut:]]
    again = [rebuilt.fold([one]) for one in coming[cut:]]

    assert again == after
    assert rebuilt.last_story == ran.last_story
    every = [StoryId(number) for number in range(1, ran.last_story + 1)]
    assert rebuilt.related(every) == ran.related(every)


@given(arrivals(), st.integers(1, 15))
def test_batches_make_no_difference(coming: list[Arrival], size: int) -> None:
    whole, parts = empty(10), empty(10)

    at_once = whole.fold(coming)
    in_batches = [
        one for start in range(0, len(coming), size) for one in parts.fold(coming[start : start + size])
    ]

    assert in_batches == at_once


def test_a_round_up_stands_alone_and_nothing_joins_it() -> None:
    words = {"elbe": 1, "flood": 1, "dresden": 1}
    wrap = Features("en", words, {}, is_roundup=True).encode()
    report = Features("en", words, {}).encode()

    placed = empty().fold(
        [
            Arrival(ArticleId(number), f"{number}", MONDAY, made, "")
            for number, made in enumerate((wrap, report, wrap, report), start=1)
        ]
    )

    assert stories_of(placed) == [1, 2, 3, 2]


def test_an_article_without_a_word_stands_alone() -> None:
    assert stories_of(empty().fold([arrival(1), arrival(2)])) == [1, 2]


def test_a_copy_cut_short_has_the_origin_of_the_whole() -> None:
    text = " ".join(f"word{number}" for number in range(120))

    placed = empty().fold(
        [
            arrival(1, "elbe", "flood", origin=origin_key(text)),
            arrival(2, "elbe", "flood", origin=origin_key(text[:400])),
        ]
    )

    assert [one.origin_id for one in placed] == [1, 1]

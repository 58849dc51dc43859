import pytest

from octavo.core.fold.likeness import Article, Likeness, incoming, likeness, merged
from octavo.core.fold.represent import Features
from octavo.core.fold.words import KEYS, SOUNDS, Experience, Words
from octavo.core.ids import StoryId

FLOOD = Features(
    "en", {"flood": 1, "dresden": 1}, {"elbe": 2, "rose": 1}, {"place:DE": 1, "number:37": 1}, {"DRSDN": 1}
)


def compared(new: Features, old: Features) -> Likeness:
    words = Words(Experience({}, {}))
    counts = merged(old)
    article = Article(
        StoryId(1), old.language, 0, words.take(old.language, counts, 0), bytes(counts.values()), len(old.title),
        words.take(KEYS, old.keys, 0), words.take(SOUNDS, old.sounds, 0),
    )  # fmt: skip
    return likeness(incoming(new, words), article, words)


def test_a_report_is_wholly_like_itself() -> None:
    found = compared(FLOOD, FLOOD)

    assert found.words == found.titles == found.told == found.names == found.sounds == pytest.approx(1)
    assert found.places > 0
    assert found.numbers == 1


def test_a_report_of_another_matter_has_nothing_in_common() -> None:
    assert compared(Features("en", {"strike": 1}, {"port": 1}), FLOOD) == Likeness()


def test_a_title_that_the_other_tells_in_its_text_is_told() -> None:
    found = compared(Features("en", {"elbe": 1, "rose": 1}, {}), FLOOD)

    assert found.titles == 0
    assert found.told == pytest.approx(1)


def test_words_of_another_language_do_not_count_but_names_do() -> None:
    found = compared(Features("de", FLOOD.title, FLOOD.body, FLOOD.keys, FLOOD.sounds), FLOOD)

    assert (found.words, found.titles, found.mass) == (0, 0, 0)
    assert found.names == found.sounds == pytest.approx(1)


def test_other_places_and_other_numbers_speak_against_it() -> None:
    elsewhere = Features("en", FLOOD.title, FLOOD.body, {"place:FR": 1, "number:40": 1})

    found = compared(elsewhere, FLOOD)

    assert (found.places, found.numbers) == (-1, -1)


def test_where_one_names_no_place_places_say_nothing() -> None:
    assert compared(Features("en", FLOOD.title, {}), FLOOD).places == 0

from datetime import timedelta

from octavo.core.ids import ArticleId, StoryId
from octavo.core.reading.rank import Candidate, Match, rank, rank_matches
from octavo.core.text.search import query_tokens
from tests.moments import NOON


def story(number: int, *, sources: int = 1, hours: float = 0) -> Candidate:
    return Candidate(StoryId(number), NOON - timedelta(hours=hours), sources)


def match(number: int, title: str, *, days: float = 0) -> Match:
    return Match(ArticleId(number), title, NOON - timedelta(days=days))


def test_of_equally_fresh_stories_the_bigger_comes_first() -> None:
    assert rank([story(1), story(2, sources=5), story(3, sources=2)], now=NOON) == [2, 3, 1]


def test_of_equally_big_stories_the_fresher_comes_first() -> None:
    assert rank([story(1, hours=9), story(2), story(3, hours=2)], now=NOON) == [2, 3, 1]


def test_a_big_story_gives_way_when_it_is_days_old() -> None:
    big = story(1, sources=5, hours=24)
    old = story(2, sources=5, hours=24 * 6)

    assert rank([big, old, story(3)], now=NOON) == [1, 3, 2]


def test_a_story_that_comes_twice_is_there_once() -> None:
    assert rank([story(1), story(2), story(1)], now=NOON) == [2, 1]


def test_a_date_that_lies_ahead_weighs_no_more_than_now() -> None:
    assert rank([story(1, hours=-500), story(2, sources=2)], now=NOON) == [2, 1]


def test_a_match_in_the_title_comes_before_newer_ones_in_the_text() -> None:
    phrases = query_tokens("earthquake")

    found = rank_matches([match(1, "Markets fall"), match(2, "The Earthquake", days=300)], phrases, now=NOON)

    assert found == (2, 1)


def test_part_of_a_word_is_no_match_in_the_title() -> None:
    phrases = query_tokens("art")

    found = rank_matches([match(1, "Start of the party", days=5), match(2, "Markets")], phrases, now=NOON)

    assert found == (2, 1)


def test_the_words_of_a_phrase_must_stand_together_in_the_title() -> None:
    phrases = query_tokens('"white house"')

    found = rank_matches(
        [match(1, "A house, all white"), match(2, "In the White House", days=9)], phrases, now=NOON
    )

    assert found == (2, 1)

from hypothesis import given
from hypothesis import strategies as st

from octavo.core.fold.words import KEYS, POSTINGS, Experience, Words, experience

NONE = Experience({}, {})
COUNTS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 12))


def taken(words: Words, *articles: dict[str, int], start: int = 0) -> list[list[int]]:
    return [list(words.take("en", counts, start + n)) for n, counts in enumerate(articles)]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    words = Words(NONE)
    taken(words, *({"said": 1},) * 5, {"elbe": 1})

    said, elbe = words.weigh("en", {"said": 1, "elbe": 1}).weights.values()

    assert elbe > said > 0


def test_a_word_that_no_article_has_weighs_in_the_whole_only() -> None:
    words = Words(NONE)
    taken(words, {"elbe": 1})

    weighed = words.weigh("en", {"elbe": 1, "flood": 1})

    assert len(weighed.weights) == 1
    assert weighed.total > sum(weighed.weights.values())


def test_the_same_word_of_two_languages_is_two() -> None:
    words = Words(NONE)
    taken(words, {"gift": 1})

    assert words.weigh("de", {"gift": 1}).weights == {}


def test_what_was_known_before_makes_a_word_common() -> None:
    words = Words(Experience({"en": 1_000}, {("en", "said"): 400}))

    assert words.weigh("en", {"said": 1}).total < words.weigh("en", {"elbe": 1}).total


def test_keys_have_kinds() -> None:
    words = Words(NONE)

    numbers = words.take(KEYS, ["place:DE", "city:DE/Dresden", "number:37", "name:elbe"], 0)

    assert [words.kinds[n] for n in numbers] == ["place", "place", "number", "word"]


def test_the_latest_articles_with_a_word_are_kept_however_many_there_were() -> None:
    words = Words(NONE)
    taken(words, *({"said": 1},) * (6 * POSTINGS))
    (number,) = words.weigh("en", {"said": 1}).weights

    posting = list(words.postings[number])

    assert posting[-POSTINGS:] == list(range(5 * POSTINGS, 6 * POSTINGS))
    assert len(posting) <= 4 * POSTINGS


@given(st.lists(COUNTS, max_size=8), st.lists(COUNTS, max_size=8), COUNTS)
def test_what_is_given_back_leaves_no_trace(
    passing: list[dict[str, int]], kept: list[dict[str, int]], asked: dict[str, int]
) -> None:
    plain, used = Words(NONE), Words(NONE)
    gone = [used.take("en", counts, n) for n, counts in enumerate(passing)]
    for n, counts in enumerate(kept, start=len(passing)):
        plain.take("en", counts, n)
        used.take("en", counts, n)
    for numbers in gone:
        used.give_back("en", numbers)

    one, other = plain.weigh("en", asked), used.weigh("en", asked)

    assert (one.total, one.square) == (other.total, other.square)
    assert list(one.weights.values()) == list(other.weights.values())


def test_the_program_knows_how_common_words_are() -> None:
    known = experience()

    assert known.frequency["en", "new"] > known.frequency.get(("en", "dresden"), 0)
    assert all(known.articles[language] > 0 for language, _ in known.frequency)

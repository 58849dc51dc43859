from collections import Counter
from math import isclose, log, sqrt

from hypothesis import given
from hypothesis import strategies as st

from octavo.core.fold.vocabulary import COMMON, PRIOR, Vocabulary
from octavo.core.ids import StoryId

COUNTS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 4))
ARTICLES = st.lists(st.tuples(st.integers(1, 4), COUNTS), max_size=12)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    vocabulary = Vocabulary(10)
    for number in range(1, 6):
        vocabulary.add(StoryId(number), {"said": 1})

    weights = vocabulary.weigh({"said": 1, "elbe": 1}).weights

    assert weights["elbe"] > weights["said"] > 0


def test_words_of_too_many_stories_propose_none() -> None:
    vocabulary = Vocabulary(COMMON + 5)
    for number in range(1, COMMON + 2):
        vocabulary.add(StoryId(number), {"said": 1, "elbe": 1} if number == 1 else {"said": 1})
    shares: Counter[StoryId] = Counter()

    vocabulary.propose(vocabulary.weigh({"said": 1, "elbe": 1}), shares, factor=1)

    assert list(shares) == [1]


@given(ARTICLES, ARTICLES, COUNTS)
def test_what_is_taken_away_leaves_no_trace(
    kept: list[tuple[int, dict[str, int]]], passing: list[tuple[int, dict[str, int]]], asked: dict[str, int]
) -> None:
    plain, used = Vocabulary(50), Vocabulary(50)
    for story, counts in passing:
        used.add(StoryId(story), counts)
    for story, counts in kept:
        plain.add(StoryId(story), counts)
        used.add(StoryId(story), counts)
    for story, counts in passing:
        used.remove(StoryId(story), counts)

    assert used.weigh(asked) == plain.weigh(asked)
    for story in map(StoryId, range(1, 5)):
        assert (story in used) == (story in plain)
        assert used.cosine(used.weigh(asked), story) == plain.cosine(plain.weigh(asked), story)
        assert used.shared(used.weigh(asked), story) == plain.shared(plain.weigh(asked), story)


@given(ARTICLES, COUNTS)
def test_cosine_is_that_of_the_textbook(
    articles: list[tuple[int, dict[str, int]]], asked: dict[str, int]
) -> None:
    vocabulary = Vocabulary(50)
    of_story: dict[int, Counter[str]] = {}
    frequency: Counter[str] = Counter()
    for story, counts in articles:
        vocabulary.add(StoryId(story), counts)
        of_story.setdefault(story, Counter()).update(counts)
        frequency.update(counts.keys())

    def weighed(counts: dict[str, int]) -> dict[str, float]:
        return {w: n * log((len(articles) + PRIOR) / (frequency[w] + 1)) for w, n in counts.items()}

    mine = weighed(asked)
    for story, counts in of_story.items():
        theirs = weighed(counts)
        product = sum(mine[w] * theirs.get(w, 0.0) for w in mine)
        norms = sqrt(sum(w * w for w in mine.values()) * sum(w * w for w in theirs.values()))
        expected = product / norms if product else 0.0
        assert isclose(vocabulary.cosine(vocabulary.weigh(asked), StoryId(story)), expected, abs_tol=1e-3)

from hypothesis import given
from hypothesis import strategies as st

from octavo.core.fold.related import Names, Shared
from octavo.core.ids import StoryId

ELBE = {"name:elbe": "Elbe", "city:Europe/Dresden": "Dresden"}


def names_of(*stories: dict[str, str]) -> Names:
    names = Names()
    for number, named in enumerate(stories, start=1):
        names.add(StoryId(number), named)
    return names


def others(names: Names, story: int) -> list[int]:
    return [one.other for one in names.related([StoryId(story)])]


def test_two_shared_names_relate_stories_and_are_told() -> None:
    names = names_of(ELBE, {**ELBE, "place:DE": "Germany"})

    (related,) = names.related([StoryId(1)])

    assert (related.story, related.other) == (1, 2)
    assert set(related.shared) == {Shared("name:elbe", "Elbe"), Shared("city:Europe/Dresden", "Dresden")}
    assert related.weight > 0


def test_one_shared_name_relates_nothing() -> None:
    assert others(names_of(ELBE, {"name:elbe": "Elbe", "place:DE": "Germany"}), 1) == []


def test_names_that_half_the_news_is_about_do_not_count() -> None:
    everywhere = {"place:US": "United States", "place:GB": "United Kingdom"}
    stories = [{**everywhere, f"name:{n}": str(n)} for n in range(20)]

    assert others(names_of(*stories), 1) == []


def test_in_a_small_window_five_stories_may_share_a_name() -> None:
    assert others(names_of(ELBE, ELBE, ELBE, ELBE, ELBE), 3) == [1, 2, 4, 5]


def test_no_more_than_five_are_related_and_those_with_most_in_common_come_first() -> None:
    whole = {f"name:{n}": str(n) for n in range(7)}
    near = dict(list(whole.items())[:3])
    filler = [{f"name:other {n}": str(n)} for n in range(200)]

    found = others(names_of(whole, *[dict(list(whole.items())[:2])] * 4, near, near, *filler), 1)

    assert len(found) == 5
    assert found[:2] == [6, 7]


def test_a_shared_name_is_shown_as_the_articles_write_it_most() -> None:
    names = names_of({"place:EG": "Egypt", "name:x": "X"}, {"place:EG": "مصر", "name:x": "X"})
    names.add(StoryId(2), {"place:EG": "مصر"})

    (related,) = names.related([StoryId(1)])

    assert Shared("place:EG", "مصر") in related.shared


def test_a_story_that_nobody_knows_is_related_to_nothing() -> None:
    assert others(names_of(ELBE), 99) == []


NAMED = st.dictionaries(st.sampled_from(("a", "b", "c", "d")), st.sampled_from(("one", "two")))
ARTICLES = st.lists(st.tuples(st.integers(1, 5), NAMED), max_size=15)


@given(ARTICLES, ARTICLES)
def test_what_is_taken_away_leaves_no_trace(
    kept: list[tuple[int, dict[str, str]]], passing: list[tuple[int, dict[str, str]]]
) -> None:
    plain, used = Names(), Names()
    for story, named in passing:
        used.add(StoryId(story), named)
    for story, named in kept:
        plain.add(StoryId(story), named)
        used.add(StoryId(story), named)
    for story, named in passing:
        used.remove(StoryId(story), named)

    every = [StoryId(n) for n in range(1, 6)]
    assert used.related(every) == plain.related(every)

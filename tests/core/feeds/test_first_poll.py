from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from octavo.core.feeds.first_poll import first_poll
from tests.core.feeds.making import NOON, entry

DAY = timedelta(days=1)


def test_the_newest_that_are_young_enough_are_read_newest_first() -> None:
    entries = [entry(str(n), published=NOON - n * DAY) for n in (3, 1, 9, 2)]

    poll = first_poll(entries, now=NOON, newest=2)

    assert [one.title for one in poll.read] == ["Title 1", "Title 2"]
    assert [one.title for one in poll.headlines] == ["Title 3", "Title 9"]


def test_old_entries_and_those_without_a_page_stay_headlines() -> None:
    entries = [entry("old", published=NOON - 8 * DAY), entry("pageless", link=None, published=NOON)]

    assert first_poll(entries, now=NOON).read == ()
    assert len(first_poll(entries, now=NOON).headlines) == 2


def test_entries_without_a_date_come_after_those_with_one_in_feed_order() -> None:
    entries = [entry("a"), entry("b"), entry("c", published=NOON - DAY), entry("d", updated=NOON)]

    assert [one.title[-1] for one in first_poll(entries, now=NOON).read] == ["d", "c", "a", "b"]


def test_a_date_that_lies_ahead_counts_as_now() -> None:
    entries = [entry("now", published=NOON), entry("ahead", published=NOON + 900 * DAY)]

    assert [one.title for one in first_poll(entries, now=NOON).read] == ["Title now", "Title ahead"]


@given(st.lists(st.none() | st.integers(-40, 40), max_size=50), st.integers(0, 30))
def test_every_entry_is_read_or_a_headline(ages: list[int | None], newest: int) -> None:
    entries = [
        entry(str(n), published=None if age is None else NOON - age * DAY) for n, age in enumerate(ages)
    ]

    poll = first_poll(entries, now=NOON, newest=newest)

    assert len(poll.read) <= newest
    assert sorted(one.key for one in (*poll.read, *poll.headlines)) == sorted(one.key for one in entries)

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from octavo.core.feeds.entry import Entry
from octavo.core.feeds.identity import Known, Sorted, digest, key_of, sort_out
from octavo.core.urls import canonical
from tests.core.feeds.making import NOON, entry, item, parse, rss, url


def known(*entries: Entry) -> list[Known]:
    return [
        Known(one.key, canonical(one.url) if one.url else None, digest(one), one.title) for one in entries
    ]


def poll(*documents: str) -> list[Sorted]:
    """Poll a feed that answers with one document after the other."""
    held: dict[str, Known] = {}
    polls = []
    for document in documents:
        outcome = sort_out(parse(document).entries, held.values())
        held |= {one.key: one for one in known(*outcome.new, *outcome.changed)}
        polls.append(outcome)
    return polls


def three(**same: str) -> str:
    return rss(item(str(n), **same) for n in (1, 2, 3))


def counts(outcome: Sorted) -> tuple[int, int, int]:
    return len(outcome.new), len(outcome.changed), len(outcome.same)


def test_a_second_poll_of_the_same_adds_nothing() -> None:
    assert [counts(one) for one in poll(three(), three())] == [(3, 0, 0), (0, 0, 3)]


def test_ids_that_change_at_each_poll_make_no_new_items() -> None:
    polls = poll(*(rss(item(str(n), guid=f"tag:{n}-{p}") for n in (1, 2, 3)) for p in range(3)))

    assert [counts(one) for one in polls] == [(3, 0, 0), (0, 0, 3), (0, 0, 3)]
    assert polls[2].same[0].key == "tag:1-0"


def test_tracking_parameters_that_change_make_no_new_items() -> None:
    polls = poll(
        *(
            rss(item(str(n), link=f"https://a.example/{n}?utm_source=rss{p}") for n in (1, 2))
            for p in range(3)
        )
    )

    assert [counts(one) for one in polls] == [(2, 0, 0), (0, 0, 2), (0, 0, 2)]


def test_a_title_that_changes_is_a_change() -> None:
    assert [counts(one) for one in poll(three(), three(title="Update"))] == [(3, 0, 0), (0, 3, 0)]


def test_dates_that_change_are_none() -> None:
    dated = [
        rss([item("1", more=f"<pubDate>Mon, {day:02} Jun 2026 12:00:00 GMT</pubDate>")]) for day in (1, 2)
    ]

    assert [counts(one) for one in poll(*dated)] == [(1, 0, 0), (0, 0, 1)]


def test_entries_that_share_an_id_are_told_apart_by_their_links() -> None:
    document = rss(item(str(n), guid="same") for n in (1, 2, 3))

    assert [counts(one) for one in poll(document, document, rss([item("1", guid="same")]))] == [
        (3, 0, 0),
        (0, 0, 3),
        (0, 0, 1),
    ]


def test_an_entry_that_stands_there_three_times_is_one() -> None:
    assert [counts(one) for one in poll(rss([item()] * 3))] == [(1, 0, 0)]


def test_entries_without_id_that_link_to_one_page_are_told_apart_by_their_titles() -> None:
    document = rss(item(str(n), link="https://a.example/") for n in (1, 2, 3))

    assert [counts(one) for one in poll(document, document)] == [(3, 0, 0), (0, 0, 3)]


def test_ids_keep_apart_what_links_to_one_page() -> None:
    live = rss(item(str(n), link="https://a.example/live", guid=f"tag:{n}") for n in (1, 2))

    assert [counts(one) for one in poll(live, live)] == [(2, 0, 0), (0, 0, 2)]


def test_entries_without_id_and_link_are_told_apart_by_title_and_date() -> None:
    assert [counts(one) for one in poll(three(link=""), three(link=""))] == [(3, 0, 0), (0, 0, 3)]


def test_an_entry_that_says_nothing_is_left_out() -> None:
    assert [counts(one) for one in poll(rss([item(), "<item/>", "<item></item>"]))] == [(1, 0, 0)]


def test_a_time_of_update_is_a_change_unless_the_feed_stamps_it_on_all() -> None:
    before = [entry("1", updated=NOON), entry("2", updated=NOON - timedelta(days=1))]
    one_later = [entry("1", updated=NOON + timedelta(hours=1)), before[1]]
    all_stamped = [
        entry("1", updated=NOON + timedelta(hours=1)),
        entry("2", updated=NOON + timedelta(hours=1)),
    ]

    assert counts(sort_out(one_later, known(*before))) == (0, 1, 1)
    assert counts(sort_out(all_stamped, known(*before))) == (0, 0, 2)


def test_a_digest_takes_no_notice_of_markup_and_seconds() -> None:
    before = entry(summary="<p>One  two</p><img src='?1'>", updated=NOON)

    assert digest(before) == digest(
        entry(summary="<p>One\ntwo</p> <img src='?2'>", updated=NOON + timedelta(seconds=9))
    )
    assert digest(before) != digest(entry(summary="<p>One three</p>", updated=NOON))
    assert digest(before) != digest(entry(summary="<p>One two</p>", updated=NOON, title="Other"))


def test_a_key_is_never_empty_and_never_long() -> None:
    assert key_of("", url=None, title="", date=None)
    assert (
        key_of("", url=url("http://www.a.example/x/?utm_source=y"), title="", date=None)
        == "https://a.example/x"
    )
    assert len(key_of("x" * 10_000, url=None, title="", date=None)) < 200
    assert key_of("x" * 10_000, url=None, title="", date=None) != key_of(
        "x" * 9_999, url=None, title="", date=None
    )


names = st.sampled_from(["1", "2", "3"])
entries = st.lists(
    st.builds(lambda a, b, c: entry(key=a, link=f"https://a.example/{b}", title=c), names, names, names)
)


@given(entries)
def test_whatever_a_feed_holds_a_second_poll_of_it_adds_nothing(found: list[Entry]) -> None:
    first = sort_out(found, [])
    second = sort_out(found, known(*first.new))

    assert not first.changed
    assert not first.same
    assert len({one.key for one in first.new}) == len(first.new)
    assert counts(second) == (0, 0, len(first.new))

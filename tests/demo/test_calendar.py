from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from octavo.demo.calendar import LONGEST, WEEK, blocks, shown_times
from octavo.demo.world import Row, World
from tests.demo.reports import report

Shown = Mapping[str, tuple[datetime, ...]]

ANCHOR = datetime(2031, 5, 6, 7, 8, 9, 123456, UTC)

moments = st.datetimes(datetime(2010, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=0)
)
delays = st.one_of(
    st.timedeltas(timedelta(seconds=1), timedelta(days=3)),
    st.timedeltas(timedelta(days=3), timedelta(days=90)),
).map(lambda delay: timedelta(seconds=int(delay.total_seconds())))


@st.composite
def worlds(draw: st.DrawFn) -> Sequence[Row]:
    rows = []
    for number in range(draw(st.integers(1, 12))):
        first = draw(moments)
        later = sorted({first + delay for delay in draw(st.lists(delays, max_size=3))})
        event = draw(st.sampled_from(["", "", "flood", "vote", "cup"]))
        storyline = draw(st.sampled_from(["", "", "", "river", "land"]))
        rows.append(report(f"r{number:02}", [first, *later], event=event, storyline=storyline))
    return rows


def true_span(block: Sequence[Row]) -> tuple[datetime, datetime]:
    times = [version.at for row in block for version in row.versions]
    return min(times), max(times)


def shown_span(block: Sequence[Row], shown: Shown) -> tuple[datetime, datetime]:
    times = [time for row in block for time in shown[row.id]]
    return min(times), max(times)


@given(worlds())
def test_all_is_shown_in_the_week_before_the_anchor_and_to_the_second(rows: Sequence[Row]) -> None:
    shown = shown_times(rows, anchor=ANCHOR)

    assert {row.id: len(row.versions) for row in rows} == {key: len(times) for key, times in shown.items()}
    for times in shown.values():
        for time in times:
            assert ANCHOR.replace(microsecond=0) - WEEK <= time < ANCHOR
            assert time.microsecond == 0


@given(worlds())
def test_a_block_of_six_days_or_less_keeps_its_distances(rows: Sequence[Row]) -> None:
    shown = shown_times(rows, anchor=ANCHOR)

    for block in blocks(rows):
        first, last = true_span(block)
        if last - first <= LONGEST:
            moved = {
                time - version.at
                for row in block
                for version, time in zip(row.versions, shown[row.id], strict=True)
            }
            assert len(moved) == 1


@given(worlds())
def test_a_longer_block_is_scaled_down_evenly_to_six_days(rows: Sequence[Row]) -> None:
    shown = shown_times(rows, anchor=ANCHOR)

    for block in blocks(rows):
        first, last = true_span(block)
        if last - first > LONGEST:
            start, end = shown_span(block, shown)
            assert end - start == LONGEST
            for row in block:
                for version, time in zip(row.versions, shown[row.id], strict=True):
                    even = (version.at - first) / (last - first) * LONGEST
                    assert abs((time - start) - even) <= timedelta(seconds=1)


@given(worlds())
def test_blocks_keep_the_order_of_their_last_dates(rows: Sequence[Row]) -> None:
    shown = shown_times(rows, anchor=ANCHOR)

    ordered = sorted(blocks(rows), key=lambda block: true_span(block)[1])
    for earlier, later in pairwise(ordered):
        if true_span(earlier)[1] < true_span(later)[1]:
            assert shown_span(earlier, shown)[1] <= shown_span(later, shown)[1]


@given(worlds(), st.integers(0, 2**32))
def test_the_order_in_which_rows_are_given_does_not_matter(rows: Sequence[Row], seed: int) -> None:
    mixed = Random(seed).sample(rows, len(rows))

    assert shown_times(mixed, anchor=ANCHOR) == shown_times(rows, anchor=ANCHOR)


@given(worlds(), st.timedeltas(timedelta(seconds=1), timedelta(days=4000)))
def test_another_anchor_moves_all_alike(rows: Sequence[Row], by: timedelta) -> None:
    by = timedelta(seconds=int(by.total_seconds()))

    moved = shown_times(rows, anchor=ANCHOR + by)

    before = shown_times(rows, anchor=ANCHOR)
    assert moved == {key: tuple(time + by for time in times) for key, times in before.items()}


def test_rows_are_one_block_through_an_event_or_a_storyline_or_both() -> None:
    moment = datetime(2020, 1, 1, tzinfo=UTC)
    rows = [
        report("resigns", [moment], event="resignation", storyline="leadership"),
        report("resigned", [moment], event="resignation"),
        report("follows", [moment], event="succession", storyline="leadership"),
        report("reaction", [moment], storyline="leadership"),
        report("elsewhere", [moment], event="leadership"),
        report("alone", [moment]),
        report("alone too", [moment]),
    ]

    found = {frozenset(row.id for row in block) for block in blocks(rows)}

    assert found == {
        frozenset({"resigns", "resigned", "follows", "reaction"}),
        frozenset({"elsewhere"}),
        frozenset({"alone"}),
        frozenset({"alone too"}),
    }


def test_short_blocks_are_spread_evenly_over_the_week() -> None:
    years = [report(f"r{year}", [datetime(year, 1, 1, tzinfo=UTC)]) for year in range(2010, 2023)]

    shown = shown_times(years, anchor=ANCHOR)

    gaps = {later - earlier for earlier, later in pairwise(sorted(times[0] for times in shown.values()))}
    assert all(abs(gap - WEEK / 14) <= timedelta(seconds=1) for gap in gaps)


def test_demo_world_has_news_of_the_last_hours_and_of_every_day(world: World, anchor: datetime) -> None:
    shown = shown_times(world.rows, anchor=anchor)

    days_ago = [(anchor - times[-1]).days for times in shown.values()]
    last_hour = [row for row in blocks(world.rows) if anchor - shown_span(row, shown)[1] < timedelta(hours=1)]
    assert set(days_ago) == set(range(7))
    assert len(last_hour) >= 5

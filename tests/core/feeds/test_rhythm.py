from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import (
    BlockedByOutlet,
    ClientError,
    FeedError,
    FetchError,
    Gone,
    OctavoError,
    ServerError,
    TimedOut,
    TooManyRequests,
)
from octavo.core.feeds.rhythm import (
    LONGEST,
    RAREST,
    SHORTEST,
    WHEN_GONE,
    Plan,
    Pulse,
    after_failure,
    after_success,
)
from tests.core.feeds.making import NOON, url

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ELSEWHERE = url("https://new.example/rss")


def every(gap: timedelta, *, times: int = 10, last: datetime = NOON) -> list[datetime]:
    return [last - gap * n for n in range(times)]


def wait(plan: Plan, *, now: datetime = NOON) -> timedelta:
    return plan.next_poll_at - now


def fail(error: OctavoError, *, times: int, before: Pulse | None = None) -> Plan:
    plan = after_failure(before or Pulse(), error=error, now=NOON, jitter=0)
    for _ in range(times - 1):
        plan = after_failure(plan.pulse, error=error, now=NOON, jitter=0)
    return plan


def test_a_feed_is_polled_twice_as_often_as_it_has_news() -> None:
    plan = after_success(Pulse(), now=NOON, jitter=0, dates=every(4 * HOUR))

    assert wait(plan) == plan.interval == 2 * HOUR


def test_a_busy_feed_and_a_silent_one_are_polled_within_bounds() -> None:
    busy = after_success(Pulse(), now=NOON, jitter=0, dates=every(timedelta(minutes=2)))
    silent = after_success(Pulse(), now=NOON, jitter=0, dates=every(HOUR, last=NOON - 365 * DAY))

    assert wait(busy) == SHORTEST
    assert wait(silent) == LONGEST


def test_silence_makes_polls_rarer() -> None:
    fresh = after_success(Pulse(), now=NOON, jitter=0, dates=every(2 * HOUR))
    tired = after_success(Pulse(), now=NOON, jitter=0, dates=every(2 * HOUR, last=NOON - 5 * DAY))

    assert wait(fresh) < wait(tired)


def test_dates_that_lie_ahead_change_nothing() -> None:
    dates = every(4 * HOUR)
    ahead = [NOON + timedelta(days=n) for n in range(1, 20)]

    assert after_success(Pulse(), now=NOON, jitter=0, dates=dates + ahead) == after_success(
        Pulse(), now=NOON, jitter=0, dates=dates
    )


def test_without_dates_the_interval_is_felt_for() -> None:
    with_news = after_success(Pulse(), now=NOON, jitter=0, fresh=3)
    without = after_success(Pulse(), now=NOON, jitter=0)
    stamped = after_success(Pulse(), now=NOON, jitter=0, dates=[NOON] * 20)

    assert wait(with_news) < HOUR < wait(without)
    assert stamped == without


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"max_age": 3 * HOUR}, 3 * HOUR),
        ({"ttl": 5 * HOUR}, 5 * HOUR),
        ({"ttl": timedelta(minutes=1)}, HOUR),
        ({"max_age": 3650 * DAY}, LONGEST),
        ({"shortest": 3 * DAY}, 3 * DAY),
        ({"shortest": 2 * HOUR, "ttl": 4 * HOUR}, 4 * HOUR),
    ],
)
def test_what_server_feed_and_owner_ask_for_lengthens_the_wait(
    asked: dict[str, timedelta], expected: timedelta
) -> None:
    plan = after_success(
        Pulse(),
        now=NOON,
        jitter=0,
        dates=every(2 * HOUR),
        max_age=asked.get("max_age"),
        ttl=asked.get("ttl"),
        shortest=asked.get("shortest"),
    )

    assert wait(plan) == expected
    assert plan.interval == HOUR


def test_a_success_forgets_the_failures_and_keeps_the_rhythm() -> None:
    failed = fail(ClientError("", 404), times=5, before=Pulse(interval=2 * HOUR))

    again = after_success(failed.pulse, now=NOON, jitter=0, dates=every(4 * HOUR))

    assert (failed.status, again.status) == ("failing", "well")
    assert again.failures == 0
    assert failed.interval == again.interval == 2 * HOUR


def test_failures_weigh_by_what_they_mean() -> None:
    timeout, server, client = (
        fail(e, times=3) for e in (TimedOut(), ServerError("", 500), ClientError("", 404))
    )

    assert wait(timeout) < wait(server) < wait(client)


@pytest.mark.parametrize(
    "error", [TimedOut(), ClientError("", 404), FeedError("x"), BlockedByOutlet("", 403)]
)
def test_a_failing_feed_is_polled_ever_more_rarely_and_at_least_weekly(error: OctavoError) -> None:
    waits = [wait(fail(error, times=n)) for n in (1, 2, 4, 8, 16, 200)]

    assert waits == sorted(waits)
    assert waits[0] < waits[2]
    assert waits[-1] == RAREST


def test_retry_after_is_kept_up_to_a_day() -> None:
    assert wait(fail(TooManyRequests("", 429, 5 * HOUR), times=1)) == 5 * HOUR
    assert wait(fail(TooManyRequests("", 429, 365 * DAY), times=1)) == DAY
    assert wait(fail(TooManyRequests("", 503, timedelta(0)), times=1)) == HOUR
    assert wait(fail(FetchError("", 503, timedelta(seconds=-5)), times=1)) > HOUR


def test_patience_that_the_server_asks_for_is_no_failure_of_the_feed() -> None:
    assert fail(TooManyRequests("", 429, HOUR), times=50).failures == 0


def test_a_feed_that_is_gone_is_asked_once_a_month_until_it_answers() -> None:
    gone = fail(Gone("", 410), times=1)
    still = after_failure(gone.pulse, error=TimedOut(), now=NOON, jitter=0)
    back = after_success(still.pulse, now=NOON, jitter=0)

    assert [gone.status, still.status, back.status] == ["gone", "gone", "well"]
    assert wait(gone) == wait(still) == WHEN_GONE


def test_a_block_is_a_state_of_its_own_that_a_timeout_does_not_lift() -> None:
    blocked = fail(BlockedByOutlet("", 403), times=1)

    assert blocked.status == "blocked"
    assert after_failure(blocked.pulse, error=TimedOut(), now=NOON, jitter=0).status == "blocked"
    assert after_failure(blocked.pulse, error=ClientError("", 404), now=NOON, jitter=0).status == "failing"


def redirected(*polls: tuple[datetime, str | None]) -> Plan:
    plan = None
    for now, target in polls:
        moved_to = url(target) if target else None
        plan = after_success(plan.pulse if plan else Pulse(), now=now, jitter=0, moved_to=moved_to)
    assert plan is not None
    return plan


def test_a_feed_moves_when_the_redirect_is_seen_again_on_a_later_day() -> None:
    assert redirected((NOON, ELSEWHERE)).moves is None
    assert redirected((NOON, ELSEWHERE), (NOON + HOUR, ELSEWHERE)).moves is None
    moved = redirected((NOON, ELSEWHERE), (NOON + HOUR, ELSEWHERE), (NOON + DAY, ELSEWHERE))
    assert moved.moves == ELSEWHERE
    assert moved.pulse.move_to is None


def test_a_redirect_that_changes_or_goes_starts_anew() -> None:
    assert redirected((NOON, ELSEWHERE), (NOON + DAY, "https://other.example/")).moves is None
    assert redirected((NOON, ELSEWHERE), (NOON + DAY, None), (NOON + 2 * DAY, ELSEWHERE)).moves is None


def test_a_failure_between_leaves_the_redirect_as_it_was_seen() -> None:
    seen = redirected((NOON, ELSEWHERE))
    failed = after_failure(seen.pulse, error=TimedOut(), now=NOON + HOUR, jitter=0)

    assert after_success(failed.pulse, now=NOON + DAY, jitter=0, moved_to=ELSEWHERE).moves == ELSEWHERE


moments = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2099, 1, 1), timezones=st.just(UTC))
lengths = st.timedeltas(min_value=-DAY, max_value=timedelta(days=100_000))
errors: st.SearchStrategy[OctavoError] = st.one_of(
    st.sampled_from(
        [TimedOut(), ClientError("", 404), Gone("", 410), FeedError("x"), BlockedByOutlet("", 403)]
    ),
    st.builds(lambda after: TooManyRequests("", 429, after), st.none() | lengths),
)
steps = st.lists(errors | st.lists(moments, max_size=30), min_size=1, max_size=40)


@given(
    steps,
    st.floats(allow_nan=False),
    st.none() | st.timedeltas(min_value=timedelta(0), max_value=10 * DAY),
    st.none() | lengths,
)
def test_whatever_happens_the_next_poll_lies_ahead_and_within_bounds(
    happened: list[OctavoError | list[datetime]],
    jitter: float,
    shortest: timedelta | None,
    asked: timedelta | None,
) -> None:
    pulse, now = Pulse(), NOON
    for step in happened:
        if isinstance(step, OctavoError):
            plan = after_failure(pulse, error=step, now=now, jitter=jitter, shortest=shortest)
        else:
            plan = after_success(
                pulse, now=now, jitter=jitter, dates=step, max_age=asked, ttl=asked, shortest=shortest
            )

        longest = WHEN_GONE if plan.status == "gone" else max(RAREST, shortest or timedelta(0))
        assert max(SHORTEST, shortest or timedelta(0)) <= wait(plan, now=now) <= longest * 1.1
        assert SHORTEST <= plan.interval <= LONGEST
        pulse, now = plan.pulse, plan.next_poll_at

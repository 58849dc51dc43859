from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.feeds.dates import parse_date

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 01 Jun 2026 12:00:00 GMT",
        "Mon, 1 Jun 2026 14:00:00 +0200",
        "Mon, 1 Jun 2026 14:00 +02:00",
        "01 Jun 26 12:00 UT",
        "Mon, 01 Jun 2026 08:00:00 EDT",
        "Mon, 01 Jun 2026 14:00:00 CEST",
        "2026-06-01T12:00:00Z",
        "2026-06-01t12:00:00z",
        "2026-06-01T14:00:00+02:00",
        "2026-06-01 12:00:00",
        "2026-06-01 12:00:00 UTC",
        "20260601T120000Z",
        "Mon Jun  1 12:00:00 2026",
        "June 1, 2026 12:00 PM",
        "1 June 2026 12:00",
        "Mo, 01 Juni 2026 14:00:00 MESZ",
        "lundi 1 juin 2026 12:00",
        "1 июня 2026, 12:00",
        "1. Juni 2026 12:00",
        "01.06.2026 12:00",
        "الاثنين، ١ يونيو ٢٠٢٦ ١٢:٠٠",
        "2026年6月1日 12時00分",
        "1780315200",
        "1780315200000",
        "  Mon, 01 Jun 2026\n 12:00:00 GMT ",
    ],
)
def test_all_of_these_are_noon(text: str) -> None:
    assert parse_date(text) == NOON


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no day at all",
        "Tue, 32 Feb 2026 25:61:61 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "Fri, 31 Dec 99999 23:59:59 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "-0001-11-30T00:00:00Z",
        "0000-00-00 00:00:00",
        "12",
        "Mon, " * 20_000,
    ],
)
def test_what_cannot_be_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_zone_that_cannot_be_costs_the_zone_only() -> None:
    assert parse_date("Mon, 01 Jun 2026 12:00:00 +9999") == NOON


def test_a_day_or_a_month_is_its_beginning() -> None:
    assert parse_date("2026-06-01") == datetime(2026, 6, 1, tzinfo=UTC)
    assert parse_date("2026-06") == datetime(2026, 6, 1, tzinfo=UTC)


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = parse_date(text)

    assert found is None or (found.tzinfo is UTC and 1990 <= found.year < 2100)


@given(st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2099, 12, 30), timezones=st.just(UTC)))
def test_iso_dates_are_exact(date: datetime) -> None:
    assert parse_date(date.isoformat()) == date

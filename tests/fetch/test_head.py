from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict

from octavo.core.document import Validators
from octavo.fetch.head import listed, max_age_in, readable, retry_after_in, validators_in

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def heads(**headers: str) -> CIMultiDict[str]:
    return CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("etag", ['"v1"', 'W/"v1"', "v1", '"a, b"', '"\u00e9"', '"' + "e" * 1000 + '"'])
def test_an_etag_is_kept_as_it_is(etag: str) -> None:
    assert validators_in(heads(ETag=etag)).etag == etag


@pytest.mark.parametrize("etag", ['"\udcff"', '"' + "e" * 2000 + '"', '"\x01"', '"\t"'])
def test_an_etag_that_cannot_go_back_as_it_came_is_forgotten(etag: str) -> None:
    assert validators_in(heads(ETag=etag)).etag == ""


@pytest.mark.parametrize(
    "date", ["Mon, 01 Jun 2026 12:00:00 GMT", "Thu, 01 Jan 2099 00:00:00 GMT", "1 Jun 2026 12:00"]
)
def test_a_date_is_kept_as_it_is_written(date: str) -> None:
    assert validators_in(heads(Last_Modified=date)) == Validators("", date)


@pytest.mark.parametrize("date", ["yesterday", "", "Mon, 99 Jun 2026 12:00:00 GMT", "0"])
def test_what_is_no_date_is_forgotten(date: str) -> None:
    assert validators_in(heads(Last_Modified=date)) == Validators()


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Cache-Control": "max-age=600"}, 600),
        ({"Cache-Control": "public, Max-Age = 600"}, 600),
        ({"Cache-Control": 'max-age="600"'}, 600),
        ({"Cache-Control": "max-age=600", "Age": "100"}, 500),
        ({"Cache-Control": "max-age=600", "Age": "9999"}, 0),
        ({"Cache-Control": "max-age=600", "Age": "old"}, 600),
        ({"Cache-Control": "s-maxage=5, max-age=600"}, 600),
        ({"Cache-Control": "max-age=600", "Expires": "0"}, 600),
        ({"Cache-Control": "no-cache, max-age=600"}, 0),
        ({"Cache-Control": "no-store"}, 0),
        ({"Cache-Control": "max-age=315360000"}, 7 * 86400),
        ({"Cache-Control": "max-age=" + "9" * 5000}, 7 * 86400),
        ({"Cache-Control": "max-age=-5"}, None),
        ({"Cache-Control": "max-age=soon"}, None),
        ({"Cache-Control": "public"}, None),
        ({"Expires": "Mon, 01 Jun 2026 13:00:00 GMT"}, 3600),
        ({"Expires": "Mon, 01 Jun 2026 13:00:00 GMT", "Date": "Mon, 01 Jun 2026 12:30:00 GMT"}, 1800),
        ({"Expires": "0"}, 0),
        ({"Expires": "Mon, 01 Jan 1990 00:00:00 GMT"}, 0),
        ({}, None),
    ],
)
def test_freshness_is_read_and_bounded(headers: dict[str, str], seconds: int | None) -> None:
    found = max_age_in(CIMultiDict(headers), now=NOW)

    assert found == (None if seconds is None else timedelta(seconds=seconds))


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("120", timedelta(minutes=2)),
        (" 120 ", timedelta(minutes=2)),
        ("1.5", timedelta(seconds=1.5)),
        ("0", timedelta(0)),
        ("Mon, 01 Jun 2026 12:10:00 GMT", timedelta(minutes=10)),
        ("Thu, 01 Jan 1970 00:00:00 GMT", timedelta(0)),
        ("Thu, 01 Jan 9999 00:00:00 GMT", timedelta(days=366)),
        ("9" * 30, timedelta(days=366)),
        ("-5", None),
        ("soon \u00b2", None),
        ("\u0661\u0662", None),
        ("", None),
    ],
)
def test_the_time_to_wait_is_read_and_can_be_kept(value: str, wanted: timedelta | None) -> None:
    assert retry_after_in(heads(Retry_After=value), now=NOW) == wanted


@given(st.text(max_size=60))
def test_no_value_of_a_header_raises(value: str) -> None:
    for name in ("Retry-After", "Cache-Control", "Expires", "Date", "Age", "ETag", "Last-Modified"):
        headers = CIMultiDict({"Expires": "Mon, 01 Jun 2026 13:00:00 GMT", name: value})

        max_age_in(headers, now=NOW)
        retry_after_in(headers, now=NOW)
        validators_in(headers)


def test_a_list_is_read_from_all_its_lines() -> None:
    headers = CIMultiDict([("Content-Encoding", "br"), ("content-encoding", "gzip")])

    assert listed(headers, "Content-Encoding") == "br, gzip"
    assert listed(headers, "Vary") == ""


def test_odd_bytes_are_read_as_latin_1() -> None:
    assert readable(b"/r\xe9sum\xe9".decode("utf-8", "surrogateescape")) == "/r\u00e9sum\u00e9"
    assert readable("/r\u00e9sum\u00e9") == "/r\u00e9sum\u00e9"

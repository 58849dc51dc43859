from datetime import timedelta

import pytest

from octavo.core.reading.access import (
    Host,
    Who,
    is_loopback,
    is_our_host,
    local_path,
    may_write,
    parse_host,
    start_refusal,
    wait_to_log_in,
    who,
)
from tests.moments import NOON

OURS = frozenset({"https://news.example"})


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "127.8.9.10", "::1", "[::1]", "::ffff:127.0.0.1"])
def test_loopback_is_this_machine(name: str) -> None:
    assert is_loopback(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "0.0.0.0",
        "::",
        "192.168.1.5",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "127.1",
        "2130706433",
    ],
)
def test_all_else_is_not(name: str) -> None:
    assert not is_loopback(name)


@pytest.mark.parametrize(
    ("url", "listens_on", "has_password", "may_start"),
    [
        ("", "127.0.0.1", False, True),
        ("http://localhost:8700", "::1", False, True),
        ("https://news.example", "127.0.0.1", False, False),
        ("", "0.0.0.0", False, False),
        ("http://localhost:8700", "0.0.0.0", False, False),
        ("", "192.168.1.5", False, False),
        ("https://news.example", "0.0.0.0", True, True),
    ],
)
def test_without_a_password_it_starts_only_where_nobody_else_can_reach_it(
    url: str, listens_on: str, has_password: bool, may_start: bool
) -> None:
    refusal = start_refusal(url=url, listens_on=listens_on, has_password=has_password)

    assert (refusal == "") is may_start
    assert may_start or ("OCTAVO_PASSWORD" in refusal and refusal.endswith("."))


@pytest.mark.parametrize(
    ("is_local", "has_password", "is_logged_in", "is_public", "expected"),
    [
        (True, False, False, False, Who.OWNER),
        (True, True, False, False, Who.STRANGER),
        (False, False, False, False, Who.STRANGER),
        (False, False, False, True, Who.READER),
        (True, True, False, True, Who.READER),
        (False, True, True, False, Who.OWNER),
        (False, True, True, True, Who.OWNER),
    ],
)
def test_who_asks(
    is_local: bool, has_password: bool, is_logged_in: bool, is_public: bool, expected: Who
) -> None:
    found = who(is_local=is_local, has_password=has_password, is_logged_in=is_logged_in, is_public=is_public)

    assert found is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("news.example", Host("news.example", 0)),
        ("News.Example:8700", Host("news.example", 8700)),
        ("[::1]:80", Host("::1", 80)),
        ("127.0.0.1:65535", Host("127.0.0.1", 65535)),
    ],
)
def test_a_host_header_is_a_name_and_perhaps_a_port(text: str, expected: Host) -> None:
    assert parse_host(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a b",
        "x/admin?",
        "a@b",
        "a:b",
        "a:99999",
        "a:80:80",
        "http://a",
        "a#",
        "a,b",
        "::1",
        "é.example",
        "a\x00",
    ],
)
def test_anything_else_in_its_place_is_no_host(text: str) -> None:
    assert parse_host(text) is None


@pytest.mark.parametrize(
    ("host", "url", "is_near", "is_ours"),
    [
        ("127.0.0.1:8700", "", True, True),
        ("localhost:8700", "", True, True),
        ("localhost:8701", "", True, False),
        ("localhost", "", True, False),
        ("localhost:8700", "", False, False),
        ("evil.example:8700", "", True, False),
        ("192.0.2.7:8700", "", False, True),
        ("192.0.2.7:8700", "https://news.example", False, False),
        ("news.example", "https://news.example", False, True),
        ("news.example:443", "https://news.example", False, True),
        ("news.example:8443", "https://news.example", False, False),
        ("news.example.evil.example", "https://news.example", False, False),
        ("localhost:8700", "https://news.example", True, True),
        ("localhost:8700", "https://news.example", False, False),
    ],
)
def test_our_hosts_are_the_public_one_the_machine_itself_and_the_address_that_was_reached(
    host: str, url: str, is_near: bool, is_ours: bool
) -> None:
    parsed = parse_host(host)
    assert parsed is not None

    found = is_our_host(
        parsed,
        url=url,
        scheme="https" if url else "http",
        port=8700,
        is_near=is_near,
        listens_on="192.0.2.7",
    )

    assert found is is_ours


@pytest.mark.parametrize(
    ("origin", "fetch_site", "referer", "may"),
    [
        ("https://news.example", None, None, True),
        ("https://news.example", "same-origin", None, True),
        (None, "same-origin", None, True),
        (None, None, "https://news.example/following?x=1", True),
        (None, None, None, False),
        ("null", None, "https://news.example/", False),
        ("null", "same-origin", None, False),
        ("https://evil.example", "same-origin", None, False),
        ("https://news.example", "cross-site", None, False),
        ("https://news.example", "same-site", None, False),
        ("https://news.example", "none", None, False),
        ("https://news.example.evil.example", None, None, False),
        ("http://news.example", None, None, False),
        ("https://news.example:444", None, None, False),
        (None, None, "https://news.example@evil.example/", False),
        (None, None, "https://evil.example/https://news.example/", False),
        (None, None, "not an address", False),
    ],
)
def test_only_pages_of_ours_may_write(
    origin: str | None, fetch_site: str | None, referer: str | None, may: bool
) -> None:
    assert may_write(ours=OURS, origin_header=origin, fetch_site=fetch_site, referer=referer) is may


@pytest.mark.parametrize("path", ["/", "/following", "/search?q=a+b", "/hashtag/%D8%A7", "/a//b", "/@x"])
def test_a_login_leads_to_a_path_of_ours(path: str) -> None:
    assert local_path(path) == path


@pytest.mark.parametrize(
    "text",
    [
        "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example",
        "http:/evil.example", "/\t/evil.example", "\t//evil.example", "/\n/evil.example", " //evil.example", "",
        "javascript:alert(1)", "evil.example", "/..//evil.example", "/.//evil.example", "///evil.example",
        "/%09/../..//evil.example", "/a\x00", "/" + "a" * 3000, "data:text/html,x", "//", "/%2e%2e//evil.example",
    ],
)  # fmt: skip
def test_and_to_nowhere_else(text: str) -> None:
    assert local_path(text) == "/"


def test_the_first_failures_cost_no_wait() -> None:
    assert wait_to_log_in([NOON] * 4, now=NOON) == timedelta(0)


def test_then_the_wait_doubles_up_to_a_minute_and_no_further() -> None:
    waits = [wait_to_log_in([NOON] * n, now=NOON).total_seconds() for n in (5, 6, 7, 8, 9, 10, 11, 12, 500)]

    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]


def test_a_wait_ends_and_old_failures_are_forgotten() -> None:
    failures = [NOON] * 20

    assert wait_to_log_in(failures, now=NOON + timedelta(seconds=59)) == timedelta(seconds=1)
    assert wait_to_log_in(failures, now=NOON + timedelta(seconds=60)) == timedelta(0)
    assert wait_to_log_in(failures, now=NOON + timedelta(minutes=16)) == timedelta(0)


def test_a_clock_that_was_set_back_locks_nobody_out() -> None:
    assert wait_to_log_in([NOON + timedelta(days=3)] * 50, now=NOON) == timedelta(0)

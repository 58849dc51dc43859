from datetime import UTC, datetime, timedelta

import pytest
from multidict import CIMultiDict

from octavo.core.errors import (
    BadTransfer,
    BlockedByOutlet,
    ClientError,
    FetchError,
    Gone,
    ServerError,
    TooManyRequests,
)
from octavo.fetch.verdict import failure

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


def verdict(status: int, *, body: bytes = b"", with_secret: bool = False, **headers: str) -> FetchError:
    named = CIMultiDict({name.replace("_", "-"): value for name, value in headers.items()})
    return failure(status, named, body, now=NOW, with_secret=with_secret)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (204, BadTransfer),
        (206, BadTransfer),
        (300, BadTransfer),
        (304, BadTransfer),
        (400, ClientError),
        (401, BlockedByOutlet),
        (403, BlockedByOutlet),
        (404, ClientError),
        (410, Gone),
        (429, TooManyRequests),
        (451, BlockedByOutlet),
        (500, ServerError),
        (503, ServerError),
        (999, ServerError),
    ],
)
def test_each_status_has_its_failure(status: int, kind: type[FetchError]) -> None:
    found = verdict(status)

    assert type(found) is kind
    assert found.status == status
    assert found.message.endswith(".")


def test_a_503_that_says_when_to_come_back_asks_for_patience() -> None:
    found = verdict(503, Retry_After="90")

    assert isinstance(found, TooManyRequests)
    assert found.retry_after == timedelta(seconds=90)


def test_patience_without_a_time_has_none() -> None:
    assert verdict(429, Retry_After="soon").retry_after is None


def test_a_401_names_the_password_that_is_missing_or_wrong() -> None:
    assert "set user and password" in str(verdict(401))
    assert "does not take" in str(verdict(401, with_secret=True))


@pytest.mark.parametrize("status", [401, 403, 429, 503])
def test_a_bot_wall_is_named(status: int) -> None:
    found = verdict(status, body=b"<html><title>Just a moment...</title>")

    assert isinstance(found, BlockedByOutlet)
    assert "Cloudflare" in str(found)


def test_a_missing_page_is_missing_whatever_it_looks_like() -> None:
    assert isinstance(verdict(404, body=b"<html><title>Just a moment...</title>"), ClientError)

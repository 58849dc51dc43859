"""What a response's head says, read without trust: validators, freshness, waiting time, the next address."""

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from multidict import MultiMapping

from octavo.core.document import Validators

_LONGEST_VALIDATOR: Final = 1024
_LONGEST_FRESH: Final = timedelta(days=7)
_LONGEST_WAIT: Final = timedelta(days=366)
"""Only so that any number can be kept; what is waited for in fact is bounded by the feed's rhythm."""
_MAX_AGE: Final = re.compile(r'(?:^|[,\s])max-age\s*=\s*"?([0-9]+)', re.IGNORECASE)
_NEVER_FRESH: Final = re.compile(r"(?:^|[,\s])no-(?:cache|store)(?:$|[,\s])", re.IGNORECASE)

Headers = MultiMapping[str]
"""As aiohttp hands them over: names in any case, bytes that are no UTF-8 as lone surrogates."""


def validators_in(headers: Headers) -> Validators:
    """Return the validators that can be sent back to the byte; what cannot, or is no date, is forgotten."""
    etag, modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
    return Validators(
        etag=etag if _sendable(etag) else "",
        last_modified=modified if _sendable(modified) and _date(modified) else "",
    )


def max_age_in(headers: Headers, *, now: datetime) -> timedelta | None:
    """Return for how long the document stays fresh, at most a week; None where the head does not say."""
    control = listed(headers, "Cache-Control")
    if _NEVER_FRESH.search(control):
        return timedelta(0)
    if stated := _MAX_AGE.search(control):
        return _within(int(stated[1][:12]) - _age(headers), _LONGEST_FRESH)
    if expires := headers.get("Expires", ""):
        until, sent = _date(expires), _date(headers.get("Date", "")) or now
        return _within((until - sent).total_seconds(), _LONGEST_FRESH) if until else timedelta(0)
    return None


def retry_after_in(headers: Headers, *, now: datetime) -> timedelta | None:
    """Return how long the server asks to wait, at most a year; None where it does not say, or nothing that can be read."""
    text = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]+(\.[0-9]*)?", text):
        return _within(float(text[:15]) if len(text) < 15 else float(10**12), _LONGEST_WAIT)
    until = _date(text)
    return _within((until - now).total_seconds(), _LONGEST_WAIT) if until else None


def listed(headers: Headers, name: str) -> str:
    """Return a header that is a list, from all the lines that it stands on."""
    return ", ".join(headers.getall(name, ()))


def readable(value: str) -> str:
    """Return a header's value with bytes that are no UTF-8 read as Latin-1, as servers mean them."""
    if any("\ud800" <= c <= "\udfff" for c in value):
        return value.encode("utf-8", "surrogateescape").decode("latin-1")
    return value


def _sendable(value: str) -> bool:
    """Tell whether *value* goes out as the bytes that came in: valid UTF-8 without control characters, not too long."""
    return len(value) <= _LONGEST_VALIDATOR and value.isprintable()


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def _age(headers: Headers) -> int:
    age = headers.get("Age", "").strip()
    return int(age) if re.fullmatch(r"[0-9]{1,9}", age) else 0


def _within(seconds: float, most: timedelta) -> timedelta:
    return timedelta(seconds=min(max(seconds, 0.0), most.total_seconds()))

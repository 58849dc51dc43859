"""Stated times: from ISO 8601, RFC 5322, seconds since 1970 or words to a moment with the day as it is stated."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

from octavo.core.feeds.dates import parse_date
from octavo.core.pages.article import Moment
from octavo.core.pages.cleaning import tidy

LONGEST: Final = 120
"""Characters of a line that states a time."""
_EARLIEST: Final = 1995
_LATEST: Final = 2100
_ISO: Final = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}(?!\d))?)?"
)
_NUMBERS: Final = re.compile(
    r"(?<![\d.])(3[01]|[12]\d|0?[1-9])\s?[./-]\s?(3[01]|[12]\d|0?[1-9])\s?[./-]\s?((?:19|20)\d{2})(?!\d)"
)
_ARAB_MONTHS: Final = {
    "كانون الثاني": "يناير", "شباط": "فبراير", "آذار": "مارس", "اذار": "مارس", "نيسان": "أبريل", "أيار": "مايو",
    "ايار": "مايو", "حزيران": "يونيو", "تموز": "يوليو", "آب": "أغسطس", "أيلول": "سبتمبر", "ايلول": "سبتمبر",
    "تشرين الأول": "أكتوبر", "تشرين الاول": "أكتوبر", "تشرين الثاني": "نوفمبر", "كانون الأول": "ديسمبر",
    "كانون الاول": "ديسمبر", "جانفي": "يناير", "فيفري": "فبراير", "أفريل": "أبريل", "افريل": "أبريل", "ماي": "مايو",
    "جوان": "يونيو", "جويلية": "يوليو", "أوت": "أغسطس", "غشت": "أغسطس", "شتنبر": "سبتمبر", "نونبر": "نوفمبر",
    "دجنبر": "ديسمبر", "يوليوز": "يوليو", "فبراير": "فبراير",
}  # fmt: skip
"""Names of months, with the one that stands for them in the table of feeds."""
_ARAB_MONTH: Final = re.compile(
    r"(?<!\w)(?:" + "|".join(sorted(_ARAB_MONTHS, key=len, reverse=True)).replace(" ", r"\s+") + r")(?!\w)"
    r"(?:\s*/\s*[^\W\d_]+)?"
)
_ANY_DAY: Final = re.compile(
    r"(?<!\d)(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th|er)?\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?(?:\s*[/،,]\s*[^\W\d_]{3,12})?,?\s+(?:de\s+)?(?:19|20)\d{2}"
    r"|[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2})(?!\d)"
)

_CLOCK: Final = re.compile(
    r"(?<!\d)\d{1,2}\s?[:.h時时点]\s?\d{2}(?:[:.分]\d{2})?(?:\s?(?:分|[ap]\.?m\b\.?))?|[+-]\d{2}:?\d{2}(?!\d)",
    re.IGNORECASE,
)
_WORDS_BESIDE: Final = 3
"""The day of the week, "at" and the zone; "Published", "on"."""


def read_moment(text: str, *, month_first: bool = False) -> Moment | None:
    """Return the time that *text* states (ISO 8601, RFC 5322, seconds since 1970, or a date in words), or None.

    Without a zone it is taken as UTC; with *month_first* 3/2/2026 is the second of March. A day alone, or its midnight without a zone, is a day.
    """
    text = _plain(tidy(text[:LONGEST]))
    found = _ISO.match(text)
    wall = _iso(found) if found else _spelt(text, month_first=month_first)
    if wall is None or not _EARLIEST <= wall.year < _LATEST:
        return None
    try:
        at = wall.replace(tzinfo=UTC) if wall.tzinfo is None else wall.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    day_only = wall.time() == time() and (wall.tzinfo is None or wall.utcoffset() == timedelta())
    local = wall.date()
    return Moment(at, day_only=day_only, local_day=local if local != at.date() else None)


def moment_within(text: str, *, month_first: bool = False) -> Moment | None:
    """Return the first date that stands in *text*."""
    text = _plain(text)
    if not (found := _ANY_DAY.search(text)):
        return None
    rest = text[found.start() : found.start() + 40]
    return read_moment(rest, month_first=month_first) or read_moment(found[0], month_first=month_first)


def is_only_a_date(line: str) -> bool:
    """Say whether a line states a day and a year, perhaps with a time, and has at most a word or two beside it."""
    if len(line) > LONGEST or not any(map(str.isdecimal, line)):
        return False
    line = _plain(tidy(line))
    found = _ANY_DAY.search(line)
    if found is None or read_moment(found[0]) is None:
        return False
    rest = _CLOCK.sub(" ", line[: found.start()] + " " + line[found.end() :])
    words = re.findall(r"[^\W_]+", rest)
    return len(words) <= _WORDS_BESIDE and not any(map(str.isdecimal, words))


def _plain(text: str) -> str:
    """Write digits of any script as ASCII, and the months of the Levant and the Maghreb as the table of feeds has them."""
    if text.isascii():
        return text
    text = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    return _ARAB_MONTH.sub(_usual_month, text)


def _usual_month(found: re.Match[str]) -> str:
    return f" {_ARAB_MONTHS[' '.join(found[0].partition('/')[0].split())]} "


def _iso(found: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        return datetime(year, month, day, hour, minute, min(second, 59), tzinfo=_zone(found[7]))
    except ValueError:
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    if minutes > 14 * 60:
        return UTC
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _spelt(text: str, *, month_first: bool) -> datetime | None:
    """Read what is not ISO; a day with its number first, then the table of months that feeds are read with."""
    if re.match(r"[A-Za-z]{3},? ", text):
        try:
            return parsedate_to_datetime(text)
        except (ValueError, IndexError, TypeError):
            pass
    if found := _NUMBERS.search(text):
        return _in_numbers(text, found, month_first=month_first)
    at = parse_date(text)
    if at is None or text.isdecimal():
        return at
    # The time on the wall, for the day; feeds' reader has moved it to UTC.
    wall = parse_date(re.sub(r"\s*\(?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})\)?$", "", text)) or at
    return (
        wall.replace(tzinfo=timezone(wall - at))
        if abs(wall - at) <= timedelta(hours=14) and wall != at
        else at
    )


def _in_numbers(text: str, found: re.Match[str], *, month_first: bool) -> datetime | None:
    clock = re.search(r"(?<!\d)([01]?\d|2[0-3])[:h.]([0-5]\d)(?!\d|\.\d)", text[found.end() :])
    try:
        first, second = int(found[1]), int(found[2])
        is_month_first = (month_first and first <= 12 and "." not in found[0]) or second > 12
        day = date(int(found[3]), *((first, second) if is_month_first else (second, first)))
    except ValueError:
        return None
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC if clock else None)

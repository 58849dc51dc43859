"""Dates as feeds write them: RFC 822, ISO 8601 and what people make of the two."""

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

EARLIEST: Final = 1990
LATEST: Final = 2100
"""A year before the first or not before the last is no date; what only lies ahead is left to those who know the time."""

_LONGEST: Final = 120

_ZONES: Final = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "ist": 330, "cet": 60, "mez": 60, "met": 60,
    "cest": 120, "mesz": 120, "mest": 120, "eet": 120, "sast": 120, "cat": 120, "eest": 180, "msk": 180, "trt": 180,
    "pkt": 300, "wib": 420, "ict": 420, "hkt": 480, "sgt": 480, "awst": 480, "pht": 480, "jst": 540, "kst": 540,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "brt": -180, "art": -180, "ast": -240, "adt": -180,
    "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600,
}  # fmt: skip
"""Minutes east of Greenwich; where a name has two meanings, the one that news feeds use most."""

_MONTH_NAMES: Final = (
    "jan january januar janvier enero gennaio janeiro januari styczeń stycznia январь января ocak يناير janv ene gen янв",
    "feb february februar février febrero febbraio fevereiro februari luty lutego февраль февраля şubat فبراير févr fev фев",
    "mar march märz mars marzo março maart marzec marca март марта mart مارس mär mrt мар maerz",
    "apr april avril abril aprile kwiecień kwietnia апрель апреля nisan أبريل ابريل avr abr апр",
    "may mai mayo maggio maio mei maj май мая mayıs مايو mag",
    "jun june juni juin junio giugno junho czerwiec czerwca июнь июня haziran يونيو giu июн",
    "jul july juli juillet julio luglio julho lipiec lipca июль июля temmuz يوليو juil lug июл",
    "aug august août agosto augustus augusti sierpień sierpnia август августа ağustos أغسطس اغسطس aoû ago авг sierpien",
    "sep sept september septembre septiembre settembre setembro wrzesień września сентябрь сентября eylül سبتمبر set сен",
    "oct october oktober octobre octubre ottobre outubro październik października октябрь октября ekim أكتوبر اكتوبر okt ott окт out",
    "nov november novembre noviembre novembro listopad listopada ноябрь ноября kasım نوفمبر ноя",
    "dec december dezember décembre diciembre dicembre dezembro grudzień grudnia декабрь декабря aralık ديسمبر dez déc dic дек",
)
_MONTHS: Final = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}

_CLOCK: Final = re.compile(
    r"(\d{1,2})[:h時시](\d{2})(?:[:分분](\d{2})(?:[.,](\d{1,6})\d*)?)?\s*([ap]\.?m\.?)?", re.IGNORECASE
)
_OFFSET: Final = re.compile(
    r"(?:gmt|utc|\s|\d)\s*([+-])(\d{1,2}):?(\d{2})?\s*(?:\([^()]*\))?$", re.IGNORECASE
)
_NOT_RFC822: Final = re.compile(r"\d{5}|\d\s*[ap]\.?m\b", re.IGNORECASE)
"""What the standard library would read over: a year of five digits, the second half of the day."""
_COLON_IN_ZONE: Final = re.compile(r"([+-]\d{2}):(\d{2})$")
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})(?!\d)")
_MONTH_ONLY: Final = re.compile(r"(\d{4})-(\d{2})")
_COMPACT: Final = re.compile(
    r"(?<!\d)(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?)?z?(?!\d)", re.IGNORECASE
)
_DAY_FIRST: Final = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_SLASHED: Final = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_WORDS: Final = re.compile(r"[^\W\d_]+|\d+")


def parse_date(text: str) -> datetime | None:
    """Return the moment that *text* states, in UTC (without a zone it is taken as UTC); None for what is no date."""
    text = " ".join(text[: _LONGEST + 1].split()).strip("\"' ,;")
    if not text or len(text) > _LONGEST:
        return None
    for read in (_iso, _rfc822, _epoch, _spelt):
        try:
            found = read(text)
            if found is not None:
                return _plausible(found)
        except (ValueError, OverflowError, TypeError, IndexError):
            continue
    return None


def _plausible(found: datetime) -> datetime | None:
    found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    return found if EARLIEST <= found.year < LATEST else None


def _iso(text: str) -> datetime | None:
    if not text[0].isdigit() or len(text) < 10:
        return None
    return datetime.fromisoformat(text.upper().replace(" UTC", "Z").replace(" GMT", "Z"))


def _rfc822(text: str) -> datetime | None:
    """Read RFC 822 with the standard library, where it knows the zone and the name of the month."""
    if _NOT_RFC822.search(text):
        return None
    text = _COLON_IN_ZONE.sub(r"\1\2", text)
    zone = re.search(r"(?<=[\d\s])([A-Za-z]{1,5})$", text)
    if zone and (minutes := _ZONES.get(zone[1].lower())) is not None:
        found = parsedate_to_datetime(text[: zone.start()] + "+0000")
        return found - timedelta(minutes=minutes)
    if re.search(r"[+-]\d{4}$", text) and not -1400 <= int(text[-5:]) <= 1400:
        return None
    return parsedate_to_datetime(text)


def _epoch(text: str) -> datetime | None:
    """Read seconds or milliseconds since 1970."""
    if not text.isdecimal() or len(text) not in (10, 13):
        return None
    return datetime.fromtimestamp(int(text) / (1000 if len(text) == 13 else 1), UTC)


def _spelt(text: str) -> datetime | None:
    """Read a date by its parts, in any of the languages of the table and whatever stands around it."""
    text = "".join(str(int(c)) if c.isdecimal() and not c.isascii() else c for c in text)
    day = _calendar_day(text)
    if day is None:
        return None
    year, month, date = day
    hour = minute = second = 0
    if clock := _CLOCK.search(text):
        hour, minute, second = int(clock[1]), int(clock[2]), int(clock[3] or 0)
        if clock[5]:
            hour = hour % 12 + (12 if clock[5].lower().startswith("p") else 0)
    zone = _zone(text) if clock else UTC
    if hour == 24 and minute == second == 0:
        return datetime(year, month, date, tzinfo=zone) + timedelta(days=1)
    return datetime(year, month, date, hour, minute, min(second, 59), tzinfo=zone)


def _calendar_day(text: str) -> tuple[int, int, int] | None:
    """Return year, month and day."""
    if found := _YEAR_FIRST.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _MONTH_ONLY.fullmatch(text):
        return int(found[1]), int(found[2]), 1
    if found := _DAY_FIRST.search(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _SLASHED.search(text):
        first, second = int(found[1]), int(found[2])
        return (int(found[3]), first, second) if first <= 12 else (int(found[3]), second, first)
    if found := _COMPACT.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    return _named_day(text)


def _named_day(text: str) -> tuple[int, int, int] | None:
    """Return the day of a date with the month's name in it, such as `1. Juni 2026`, `June 1, 2026` or `2026 Jun 1`."""
    words = _WORDS.findall(text.split(":")[0].lower() if ":" in text else text.lower())
    for place, word in enumerate(words):
        month = _MONTHS.get(word)
        if month is None:
            continue
        near = [w for w in words[max(place - 2, 0) : place + 3] if w.isdecimal()]
        years = [w for w in near if len(w) == 4]
        days = [w for w in near if len(w) <= 2 and 1 <= int(w) <= 31]
        if years and days:
            return int(years[0]), month, int(days[0])
        before, after = words[max(place - 1, 0)], words[place + 1 : place + 2]
        if before.isdecimal() and after and after[0].isdecimal() and len(after[0]) == 2:
            return _full_year(int(after[0])), month, int(before)
    return None


def _full_year(two_digits: int) -> int:
    return two_digits + (1900 if two_digits > 68 else 2000)


def _zone(text: str) -> timezone:
    """Return the zone that *text* ends with; UTC where it names none, or one that cannot be."""
    if found := _OFFSET.search(text):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))
        return UTC
    words = _WORDS.findall(text)
    return timezone(timedelta(minutes=_ZONES.get(words[-1].lower(), 0))) if words else UTC

"""When an article was published and changed: stated times with their zone, and the day that readers see."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from octavo.core.feeds.dates import parse_date
from octavo.core.pages.article import Moment
from octavo.core.pages.cleaning import tidy
from octavo.core.pages.fields.marks import Marks
from octavo.core.pages.fields.mending import mend

_EARLIEST: Final = 1995
_LATEST: Final = 2100
_LONGEST: Final = 120
_MOST: Final = 40
_ISO: Final = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}(?!\d))?)?"
)
_PUBLISHED: Final = (
    "article:published_time", "article:published", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "publication_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dc.date.created", "dcterms.created",
    "sailthru.date", "parsely-pub-date", "article.published", "published_time", "og:published_time", "og:article:published_time",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "originalpublicationdate", "displaydate", "published",
    "article_date_original", "date_published", "citation_publication_date", "citation_date", "pub_date", "publish_date",
    "og:pubdate", "rnews:datepublished", "timestamp", "weibo:article:create_at", "apub:time", "date-pub", "article_published_time",
    "blogger:date", "datecreated", "creation_date",
)  # fmt: skip
_MODIFIED: Final = (
    "article:modified_time", "datemodified", "og:updated_time", "last-modified", "dcterms.modified", "dc.date.modified",
    "revision_date", "modified_time", "article.updated", "last_updated_date", "lastmod", "og:article:modified_time",
    "cxenseparse:modified_time", "article_modified_time", "dc.modified",
)  # fmt: skip
_IN_ADDRESS: Final = re.compile(
    r"(?:^|[/_.-])((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2]|[1-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/_-]?(3[01]|[12]\d|0[1-9]|[1-9])"
    r"(?=[/_.-]|$)",
    re.IGNORECASE,
)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SHOWN: Final = XPath(
    "//time | //*[contains(@itemprop,'datePublished') or contains(@class,'date') or contains(@class,'Date')"
    " or contains(@class,'time') or contains(@class,'publish') or contains(@class,'Publish') or contains(@class,'posted')"
    " or contains(@class,'byline') or contains(@class,'meta') or contains(@class,'tarih') or contains(@class,'datum')"
    " or contains(@class,'fecha') or contains(@class,'info') or contains(@id,'date') or contains(@id,'time')]"
    "[not(self::body or self::html or self::article or self::main or self::meta or self::script or self::img)]"
)
_SURE: Final = re.compile(
    r"publi|pubdate|posted|entry-date|post-date|article-date|created|datum|fecha", re.IGNORECASE
)
_CHANGED: Final = re.compile(
    r"modif|updat|aktualis|actualis|actualiz|edited|تحديث|更新|mis à jour|обновл", re.IGNORECASE
)
_ELSEWHERE: Final = re.compile(
    r"comment|sidebar|related|recommend|teaser|most-?read|popular|trending|footer|widget|newsletter|card|ticker|event|copyright"
    r"|breaking|latest|list|menu|nav\b|duration|player|video",
    re.IGNORECASE,
)
_DAY_FIRST: Final = re.compile(
    r"(?<![\d.])(3[01]|[12]\d|0?[1-9])\s?[./-]\s?(1[0-2]|0?[1-9])\s?[./-]\s?((?:19|20)\d{2})(?!\d)"
)
_ANY_DAY: Final = re.compile(
    r"(?<!\d)(?:(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:19|20)\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th|er)?\.?\s+(?:de\s+)?[^\W\d_]{3,12}\.?(?:\s*[/،,]\s*[^\W\d_]{3,12})?,?\s+(?:de\s+)?(?:19|20)\d{2}"
    r"|[^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2})(?!\d)"
)
_BODY_TEXT: Final = XPath(
    "//body//text()[not(parent::script or parent::style or parent::noscript)][normalize-space()]"
)
_MOST_TEXTS: Final = 600
_FIRST_TIMES: Final = 3
_EAST: Final = timedelta(hours=14)
_WEST: Final = timedelta(hours=10)
_SAME: Final = timedelta(minutes=2)


def read_moment(text: str) -> Moment | None:
    """Return the time that *text* states (ISO 8601, RFC 5322, seconds since 1970, or a date in words), or None.

    Without a zone it is taken as UTC. A day alone, or its midnight without a zone, is a day.
    """
    text = tidy(text[:_LONGEST])
    found = _ISO.match(text)
    wall = _iso(found) if found else _spelt(text)
    if wall is None or not _EARLIEST <= wall.year < _LATEST:
        return None
    try:
        at = wall.replace(tzinfo=UTC) if wall.tzinfo is None else wall.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
    day_only = wall.time() == time() and (wall.tzinfo is None or wall.utcoffset() == timedelta())
    local = wall.date()
    return Moment(at, day_only=day_only, local_day=local if local != at.date() else None)


def find_published(marks: Marks) -> Moment | None:
    """Return when the page was first published, by the first source that tells; the day is the one that it states."""
    stated = list(_stated(marks, ("datePublished", "dateCreated", "uploadDate"), _PUBLISHED))
    best = next(iter(stated), None)
    if best is None:
        return _shown_moment(marks) or _day_in(marks.address) or _day_in_text(marks)
    if best.day_only:
        finer = (one for one in stated if not one.day_only and one.day == best.day)
        best = next(finer, best)
    return _with_shown_day(_with_local_day(best, stated), marks)


def find_modified(marks: Marks, published: Moment | None) -> Moment | None:
    """Return when the page says that it was changed last; a change before publication is none."""
    for one in _stated(marks, ("dateModified",), _MODIFIED):
        if published is None or one.day_only or one.at >= published.at - _SAME:
            return one
    return None


def _stated(marks: Marks, keys: Sequence[str], names: Sequence[str]) -> Iterator[Moment]:
    values: Iterable[object] = (
        *(marks.linked.article.get(key) for key in keys),
        *(marks.meta.get(name) for name in names),
    )
    for value in values:
        if moment := read_moment(mend(value)):
            yield moment


def _with_local_day(best: Moment, stated: Sequence[Moment]) -> Moment:
    """Take the day from another statement of the same time that has a zone: data in UTC are written by machines."""
    if best.local_day or best.day_only:
        return best
    for other in stated:
        if other.local_day and abs(other.at - best.at) <= _SAME:
            return Moment(best.at, best.day_only, other.local_day)
    return best


def _with_shown_day(best: Moment, marks: Marks) -> Moment:
    """Take the day from the first time that readers see, where some zone of the earth has that day at this time."""
    if best.local_day or best.day_only:
        return best
    for element in islice(marks.tree.iter("time"), _FIRST_TIMES):
        shown = None if _is_elsewhere(element) else _of_element(element)
        if shown and shown.day != best.at.date():
            start = datetime.combine(shown.day, time(), UTC)
            is_possible = start - _EAST <= best.at < start + timedelta(days=1) + _WEST
            # A time of its own that differs is of something else.
            if is_possible and (shown.day_only or abs(shown.at - best.at) <= _SAME):
                return Moment(best.at, local_day=shown.day)
    return best


def _shown_moment(marks: Marks) -> Moment | None:
    """Return the time in the element that shows it, the surest first."""
    rated: list[tuple[int, int, HtmlElement]] = []
    for place, element in enumerate(islice(_SHOWN(marks.tree), _MOST * 2)):
        names = f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"
        if _ELSEWHERE.search(names) or _is_elsewhere(element):
            continue
        rank = 0 if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None else 1
        rank += 4 * bool(_CHANGED.search(names)) + (element.tag != "time") + (not _SURE.search(names))
        rated.append((rank, place, element))
    for _, _, element in sorted(rated, key=lambda one: one[:2]):
        if moment := _of_element(element):
            return moment
    return None


def _of_element(element: HtmlElement) -> Moment | None:
    for name in ("datetime", "content", "data-datetime", "data-date", "title", "data-timestamp"):
        if (value := element.get(name)) and (moment := read_moment(value)):
            return moment
    text = tidy(" ".join(islice(element.itertext(), 20)))
    return _moment_within(text) if len(text) <= _LONGEST else None


def _moment_within(text: str) -> Moment | None:
    """Return the first date that stands in *text*."""
    if not (found := _ANY_DAY.search(text)):
        return None
    rest = text[found.start() : found.start() + 40]
    return read_moment(rest) or read_moment(found[0])


def _is_elsewhere(element: HtmlElement) -> bool:
    for holder in islice(element.iterancestors(), 6):
        if holder.tag in ("body", "main", "article", "header"):
            return False
        if holder.tag in ("aside", "nav", "footer", "ul") or _ELSEWHERE.search(holder.get("class") or ""):
            return True
    return False


def _day_in(address: str) -> Moment | None:
    """Return the day that stands in the path of *address*."""
    path = "/" + address.partition("://")[2].partition("/")[2].partition("?")[0]
    for found in _IN_ADDRESS.finditer(path):
        month = found[2].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        if moment := read_moment(f"{found[1]}-{number:02}-{int(found[3]):02}"):
            return moment
    return None


def _day_in_text(marks: Marks) -> Moment | None:
    """Return the first date that a short line of the page shows."""
    for text in islice(_BODY_TEXT(marks.tree), _MOST_TEXTS):
        if 6 <= len(text) <= _LONGEST and (moment := _moment_within(tidy(text))):
            return moment
    return None


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


def _spelt(text: str) -> datetime | None:
    """Read what is not ISO; a day with its number first, then the table of months that feeds are read with."""
    if re.match(r"[A-Za-z]{3},? ", text):
        try:
            return parsedate_to_datetime(text)
        except (ValueError, IndexError, TypeError):
            pass
    if found := _DAY_FIRST.search(text):
        return _day_first(text, found)
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


def _day_first(text: str, found: re.Match[str]) -> datetime | None:
    clock = re.search(r"(?<!\d)([01]?\d|2[0-3])[:h.]([0-5]\d)(?!\d|\.\d)", text[found.end() :])
    try:
        day = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (0, 0)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC if clock else None)

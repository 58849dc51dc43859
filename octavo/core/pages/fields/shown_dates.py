"""Dates that readers see: in the element that shows when, or in the first short line with a date."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from octavo.core.pages.article import Moment
from octavo.core.pages.cleaning import tidy
from octavo.core.pages.fields.clock import LONGEST, moment_within, read_moment
from octavo.core.pages.fields.marks import Marks
from octavo.core.pages.fields.named import DATES, line_of, names_of

_MOST: Final = 80
_MOST_LINES: Final = 800
_LINES: Final = (
    "p",
    "span",
    "div",
    "td",
    "li",
    "font",
    "b",
    "em",
    "strong",
    "small",
    "i",
    "a",
    "cite",
    "dd",
    "h4",
    "h5",
    "br",
    "img",
)
_MAYBE: Final = re.compile(r"\d{4}|\d[./-]\d|[٠-٩]{4}")
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
_FIRST_TIMES: Final = 3
_EAST: Final = timedelta(hours=14)
_WEST: Final = timedelta(hours=10)
_SAME: Final = timedelta(minutes=2)


def first_times(marks: Marks) -> Iterator[Moment]:
    """Yield what the first `time` elements of the page show."""
    for element in islice(marks.tree.iter("time"), _FIRST_TIMES):
        if not _is_elsewhere(element) and (shown := _of_element(element, marks)):
            yield shown


def with_shown_day(best: Moment, marks: Marks) -> Moment:
    """Take the day from the first time that readers see, where some zone of the earth has that day at this time."""
    if best.local_day or best.day_only:
        return best
    for shown in first_times(marks):
        if shown.day != best.at.date():
            start = datetime.combine(shown.day, time(), UTC)
            is_possible = start - _EAST <= best.at < start + timedelta(days=1) + _WEST
            # A time of its own that differs is of something else.
            if is_possible and (shown.day_only or abs(shown.at - best.at) <= _SAME):
                return Moment(best.at, local_day=shown.day)
    return best


def shown_moment(marks: Marks) -> Moment | None:
    """Return the time in the element that shows it, the surest first."""
    rated: list[tuple[int, int, HtmlElement]] = []
    for place, (element, names) in enumerate(islice(_candidates(marks), _MOST)):
        if _ELSEWHERE.search(names) or _is_elsewhere(element):
            continue
        rank = 0 if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None else 1
        rank += 4 * bool(_CHANGED.search(names)) + (element.tag != "time") + (not _SURE.search(names))
        rated.append((rank, place, element))
    for _, _, element in sorted(rated, key=lambda one: one[:2]):
        if moment := _of_element(element, marks):
            return moment
    return None


def first_day(marks: Marks) -> Moment | None:
    """Return the first date that a short line of the page shows."""
    for element in islice(marks.tree.iter(*_LINES), _MOST_LINES):
        for text in (element.text, element.tail):
            is_line = text and 6 <= len(text) <= 2 * LONGEST and _MAYBE.search(text)
            if is_line and (
                moment := moment_within(tidy(text or "")[:LONGEST], month_first=marks.month_first)
            ):
                return moment
    return None


def _candidates(marks: Marks) -> Iterator[tuple[HtmlElement, str]]:
    yield from ((element, names_of(element)) for element in islice(marks.tree.iter("time"), _MOST // 2))
    yield from (row for row in marks.named.called(DATES) if row[0].tag != "time")


def _of_element(element: HtmlElement, marks: Marks) -> Moment | None:
    for name in ("datetime", "content", "data-datetime", "data-date", "title", "data-timestamp"):
        if (value := element.get(name)) and (moment := read_moment(value, month_first=marks.month_first)):
            return moment
    line = line_of(element, longest=LONGEST)
    if not _MAYBE.search(line):
        return None
    return moment_within(line.replace("\n", " "), month_first=marks.month_first)


def _is_elsewhere(element: HtmlElement) -> bool:
    for distance, holder in enumerate(islice(element.iterancestors(), 6), 1):
        if holder.tag in ("body", "main", "article", "header"):
            return False
        if holder.tag in ("aside", "nav", "footer", "ul"):
            return True
        # Further out such names tell of the page's layout.
        if distance <= 3 and _ELSEWHERE.search(holder.get("class") or ""):
            return True
    return False

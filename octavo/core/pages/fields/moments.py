"""When an article was published and changed: stated times with their zone, and the day that readers see."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Final

from octavo.core.pages.article import Moment
from octavo.core.pages.fields.clock import read_moment
from octavo.core.pages.fields.marks import Marks
from octavo.core.pages.fields.mending import mend
from octavo.core.pages.fields.shown_dates import first_day, first_times, shown_moment, with_shown_day

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
_SAME: Final = timedelta(minutes=2)


def find_published(marks: Marks) -> Moment | None:
    """Return when the page was first published, by the first source that tells; the day is the one that it states."""
    stated = list(_stated(marks, ("datePublished", "dateCreated"), _PUBLISHED))
    # A film may be older than the text that it stands in.
    stated = stated or list(_stated(marks, ("uploadDate",), ()))
    best = next(iter(stated), None)
    if best is None:
        return shown_moment(marks) or _day_in(marks.address) or first_day(marks)
    best = _agreed(best, stated, marks)
    if best.day_only:
        finer = (one for one in stated if not one.day_only and one.day == best.day)
        best = next(finer, best)
    return with_shown_day(_with_local_day(best, stated), marks)


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
        if value and (moment := read_moment(mend(value), month_first=marks.month_first)):
            yield moment


def _agreed(best: Moment, stated: Sequence[Moment], marks: Marks) -> Moment:
    """Return the second statement where it is of another day than the first, and readers see that day."""
    second = next((one for one in stated[1:] if abs(one.day - best.day) > timedelta(days=1)), None)
    shown = next(first_times(marks), None) if second else None
    return second if second and shown and shown.day == second.day else best


def _with_local_day(best: Moment, stated: Sequence[Moment]) -> Moment:
    """Take the day from another statement of the same time that has a zone: data in UTC are written by machines."""
    if best.local_day or best.day_only:
        return best
    for other in stated:
        if other.local_day and abs(other.at - best.at) <= _SAME:
            return Moment(best.at, best.day_only, other.local_day)
    return best


def _day_in(address: str) -> Moment | None:
    """Return the day that stands in the path of *address*."""
    path = "/" + address.partition("://")[2].partition("/")[2].partition("?")[0]
    for found in _IN_ADDRESS.finditer(path):
        month = found[2].lower()
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        if moment := read_moment(f"{found[1]}-{number:02}-{int(found[3]):02}"):
            return moment
    return None

"""When what could not be had is tried again by itself: pages and pictures. Feeds have their rhythm (`core.feeds.rhythm`)."""

from datetime import datetime, timedelta
from typing import Final

from octavo.core.errors import OctavoError

PAGE: Final = (timedelta(hours=1), timedelta(hours=6), timedelta(days=1))
"""How long after each failure for the moment a page is tried again; after the last only by hand."""
PICTURE: Final = (timedelta(hours=2), timedelta(hours=2), timedelta(hours=2))


def page_again(error: OctavoError, *, failures: int, now: datetime) -> datetime | None:
    """Return when a page is tried again that has now failed *failures* times; None: only by hand."""
    return _again(PAGE, error, failures, now)


def picture_again(error: OctavoError, *, failures: int, now: datetime) -> datetime | None:
    """Return when a picture is tried again that has now failed *failures* times; None: never."""
    return _again(PICTURE, error, failures, now)


def _again(waits: tuple[timedelta, ...], error: OctavoError, failures: int, now: datetime) -> datetime | None:
    return now + waits[failures - 1] if error.temporary and failures <= len(waits) else None

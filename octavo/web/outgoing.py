"""Stories and reports as the items of a feed."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request

from octavo.core.feeds.outgoing import OutgoingFeed, OutgoingItem
from octavo.core.reading.reports import Picture, Report, Story
from octavo.core.urls import Url, parse_url
from octavo.web.addresses import base_of
from octavo.web.rendering import language_of

_NOTHING_YET: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""When a feed without items was last changed: always the same, so that it stays one document."""


def feed_of(
    request: Request,
    title: str,
    path: str,
    *,
    form: str,
    items: Sequence[OutgoingItem],
    query: Mapping[str, str],
) -> OutgoingFeed:
    """Return the feed of the list page at *path*; a feed key in the request does not get into it."""
    base, asked = base_of(request), f"?{urlencode(query)}" if query else ""
    return OutgoingFeed(
        title=title,
        address=Url(f"{base}{path.rstrip('/')}/feed.{form}{asked}"),
        home=Url(f"{base}{path}{asked}"),
        updated=max((item.updated for item in items), default=_NOTHING_YET),
        language=language_of(request),
        items=tuple(items),
    )


def story_items(request: Request, stories: Sequence[Story]) -> list[OutgoingItem]:
    """Return stories as items: each speaks with the words of its headline's report."""
    base = base_of(request)
    return [
        _item(
            one.headline,
            url=Url(f"{base}/story/{one.id}"),
            updated=one.updated_at,
            published=one.first_at,
            image=_picture(request, base, one.picture),
        )
        for one in stories
    ]


def report_items(request: Request, reports: Sequence[Report]) -> list[OutgoingItem]:
    """Return reports as items."""
    base = base_of(request)
    return [
        _item(
            one,
            url=Url(f"{base}/article/{one.id}"),
            updated=max(one.changed_at or one.published_at, one.published_at),
            published=one.published_at,
        )
        for one in reports
    ]


def _item(
    report: Report, *, url: Url, updated: datetime, published: datetime, image: Url | None = None
) -> OutgoingItem:
    return OutgoingItem(
        id=url,
        url=url,
        title=report.title or report.opening or report.source,
        updated=updated,
        published=published,
        summary=report.opening,
        authors=(report.source,),
        image=image,
        language=report.language,
        original=parse_url(report.address),
        licence=parse_url(report.licence) or "",
        rights=_rights(report),
    )


def _rights(report: Report) -> str:
    """Return the attribution line; a replayed report's ends with its true date."""
    if report.true_date is None:
        return report.attribution
    return f"{report.attribution} First published {report.true_date:%Y-%m-%d}; replayed."


def _picture(request: Request, base: Url, picture: Picture | None) -> Url | None:
    """Return the picture's address, where reader programs may ask for it without a login."""
    if picture is None or not request.state.desk.settings.public:
        return None
    return Url(f"{base}/picture/{picture.id}.webp")

"""The feeds that go out: each list page as Atom and as JSON."""

import hashlib
from collections.abc import Sequence
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from octavo.app import reading
from octavo.app.reading import Merged
from octavo.core.feeds.outgoing import OutgoingItem, write_atom, write_json_feed
from octavo.core.ids import SourceId, StoryId
from octavo.web.addresses import id_of
from octavo.web.outgoing import feed_of, report_items, story_items
from octavo.web.pages.search import query_of
from octavo.web.rendering import language_of
from octavo.web.words import SECTION_NAMES, translations

WRITERS: Final = {
    "atom": (write_atom, "application/atom+xml; charset=utf-8"),
    "json": (write_json_feed, "application/feed+json"),
}


async def front(request: Request) -> Response:
    """Give the front page's stories."""
    found = await reading.front_page(request.state.desk)
    return _answer(request, "Octavo", "/", story_items(request, found.list.stories))


async def section(request: Request) -> Response:
    """Give the stories of one section."""
    name = request.path_params["name"]
    found = await reading.section(request.state.desk, name)
    title = translations(language_of(request)).gettext(SECTION_NAMES[name])
    return _answer(request, f"Octavo: {title}", f"/section/{name}", story_items(request, found.stories))


async def story(request: Request) -> Response:
    """Give the reports of one story, newest first."""
    found = await reading.story(request.state.desk, StoryId(id_of(request)))
    if isinstance(found, Merged):
        form = request.path_params["form"]
        return Response(status_code=301, headers={"Location": f"/story/{found.into}/feed.{form}"})
    reports = [report for origin in found.origins for report in (origin.first, *origin.copies)]
    newest = sorted(reports, key=lambda report: (report.published_at, report.id), reverse=True)
    return _answer(
        request, found.story.headline.title, f"/story/{found.story.id}", report_items(request, newest)
    )


async def hashtag(request: Request) -> Response:
    """Give the last reports that carry a hashtag."""
    found = await reading.reports_with(request.state.desk, request.path_params["tag"])
    path = f"/hashtag/{found.hashtag.tag}"
    return _answer(request, f"#{found.hashtag.label}", path, report_items(request, found.list.reports))


async def source(request: Request) -> Response:
    """Give the newest reports of a source."""
    found = await reading.source(request.state.desk, SourceId(id_of(request)))
    path = f"/source/{found.source.id}"
    return _answer(request, found.source.name, path, report_items(request, found.list.reports))


async def search(request: Request) -> Response:
    """Give what a search finds, best first."""
    query = query_of(request)
    found = await reading.find(request.state.desk, query)
    items = report_items(request, [hit.report for hit in found.hits])
    return _answer(request, f"Octavo: {query}", "/search", items, q=query)


def _answer(request: Request, title: str, path: str, items: Sequence[OutgoingItem], **query: str) -> Response:
    """Return the feed in the form that the address names; 304 where the asker has it already."""
    form = request.path_params["form"]
    if form not in WRITERS:
        raise HTTPException(404)
    write, media_type = WRITERS[form]
    body = write(feed_of(request, title, path, form=form, items=items, query=query))
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": etag, "Vary": "Accept-Language, Cookie"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media_type, headers=headers)


routes = [
    Route("/feed.{form}", front),
    Route("/section/{name}/feed.{form}", section),
    Route("/story/{id:int}/feed.{form}", story),
    Route("/hashtag/{tag}/feed.{form}", hashtag),
    Route("/source/{id:int}/feed.{form}", source),
    Route("/search/feed.{form}", search),
]

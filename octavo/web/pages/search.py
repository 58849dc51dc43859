"""Search."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from octavo.app import reading
from octavo.web.addresses import page_of
from octavo.web.feed_links import feed_links
from octavo.web.rendering import render

LONGEST_QUERY = 200


def query_of(request: Request) -> str:
    """Return what is searched for."""
    return request.query_params.get("q", "").strip()[:LONGEST_QUERY]


async def search(request: Request) -> Response:
    """Show what a search finds."""
    query = query_of(request)
    found = await reading.find(request.state.desk, query, page=page_of(request))
    feeds = feed_links(query, "/search", q=query) if query else None
    return render(request, "search.html", found=found, feeds=feeds)


routes = [Route("/search", search)]

"""One hashtag."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from octavo.app import reading
from octavo.web.addresses import page_of
from octavo.web.feed_links import feed_links
from octavo.web.rendering import render


async def hashtag(request: Request) -> Response:
    """Show the last reports that carry a hashtag."""
    name = request.path_params["tag"]
    found = await reading.reports_with(request.state.desk, name, page=page_of(request))
    feeds = feed_links(f"#{found.hashtag.label}", f"/hashtag/{found.hashtag.tag}")
    return render(
        request, "hashtag.html", hashtag=found.hashtag, list=found.list, linked=found.linked, feeds=feeds
    )


routes = [Route("/hashtag/{tag}", hashtag)]

"""One story: its reports by origin, and what is near."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from octavo.app import reading
from octavo.app.reading import Merged
from octavo.core.ids import StoryId
from octavo.core.reading.reports import leaves
from octavo.web.addresses import id_of
from octavo.web.feed_links import feed_links
from octavo.web.rendering import language_of, render


async def story(request: Request) -> Response:
    """Show a story; one that was merged leads to what it is part of now."""
    found = await reading.story(request.state.desk, StoryId(id_of(request)), language=language_of(request))
    if isinstance(found, Merged):
        return RedirectResponse(f"/story/{found.into}", 301)
    shown = found.story
    return render(
        request,
        "story.html",
        story=shown,
        found=found,
        tags=[(one.tag, one.label, one.reports) for one in found.tags],
        leaves=leaves(found.origins),
        feeds=feed_links(shown.headline.title, f"/story/{shown.id}"),
    )


routes = [Route("/story/{id:int}", story)]

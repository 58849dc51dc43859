"""The sources, and one source with its health."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from octavo.app import reading
from octavo.core.ids import SourceId
from octavo.core.reading.access import Who
from octavo.core.reading.health import FeedState, feed_state, source_state
from octavo.store.shown.sources import FeedHealth
from octavo.web.addresses import id_of, page_of
from octavo.web.armour.visit import visit
from octavo.web.explanations import explain
from octavo.web.feed_links import feed_links
from octavo.web.rendering import render


async def sources(request: Request) -> Response:
    """Show all sources."""
    return render(request, "sources.html", sources=await reading.all_sources(request.state.desk))


async def source(request: Request) -> Response:
    """Show a source's newest reports and how its feeds do; a hidden one to its owner only."""
    is_owner = visit(request.scope).who is Who.OWNER
    source_id = SourceId(id_of(request))
    found = await reading.source(request.state.desk, source_id, page=page_of(request), also_hidden=is_owner)
    states = {feed.id: _state(feed) for feed in found.feeds}
    troubles = [
        (feed, explain(feed.error_code, feed.error_message))
        for feed in found.feeds
        if states[feed.id] in ("gone", "blocked", "failing")
    ]
    return render(
        request,
        "source.html",
        found=found,
        source=found.source,
        list=found.list,
        states=states,
        state=source_state(list(states.values())),
        troubles=troubles,
        explain=explain,
        feeds=feed_links(found.source.name, f"/source/{source_id}"),
    )


def _state(feed: FeedHealth) -> FeedState:
    return feed_state(status=feed.status, paused=feed.paused, polled=feed.polled_at is not None)


routes = [Route("/sources", sources), Route("/source/{id:int}", source)]

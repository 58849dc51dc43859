"""The front page and its sections."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from octavo.app import reading
from octavo.core.reading.layout import lay_out
from octavo.web.addresses import page_of
from octavo.web.feed_links import feed_links
from octavo.web.rendering import render


async def front(request: Request) -> Response:
    """Show the biggest and freshest stories."""
    found = await reading.front_page(request.state.desk, page=page_of(request))
    layout = lay_out(found.list.stories if found.list.page == 1 else ())
    return render(
        request,
        "front.html",
        layout=layout,
        list=found.list,
        fresh=found.fresh,
        folded=found.folded,
        feeds=feed_links("Octavo"),
    )


async def section(request: Request) -> Response:
    """Show the stories of one section."""
    name = request.path_params["name"]
    found = await reading.section(request.state.desk, name, page=page_of(request))
    return render(
        request, "section.html", section=name, list=found, feeds=feed_links(name, f"/section/{name}")
    )


routes = [Route("/", front), Route("/section/{name}", section)]

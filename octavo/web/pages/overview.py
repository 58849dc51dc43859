"""The overview, for the owner: queues, failures, throughput, folds, leases, disk, versions."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from octavo.app.overseeing import overview_of
from octavo.web.owners import render_owners


async def show(request: Request) -> Response:
    """Show how the desk does."""
    return render_owners(request, "overview.html", overview=await overview_of(request.state.desk))


routes = [Route("/overview", show)]

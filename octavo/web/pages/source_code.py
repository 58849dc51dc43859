"""This version's source, for everybody (AGPL-3.0, section 13)."""

import asyncio

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from octavo import VERSION
from octavo.app.source_code import archive


async def source(request: Request) -> Response:
    """Give the running package's source, or lead to where the owner publishes it."""
    if elsewhere := request.state.desk.settings.source_url:
        return RedirectResponse(elsewhere, 303)
    return Response(
        await asyncio.to_thread(archive),
        media_type="application/gzip",
        headers={
            "Content-Disposition": f'attachment; filename="octavo-{VERSION}.tar.gz"',
            "Cache-Control": "public, max-age=3600",
        },
    )


routes = [Route("/source.tar.gz", source)]

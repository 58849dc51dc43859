"""Pages of the owner: kept by no cache, with the way out."""

from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse

from octavo.web.armour.visit import visit
from octavo.web.rendering import render


def render_owners(request: Request, name: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """Return the owner's page that template *name* makes of *context*."""
    return render(
        request,
        name,
        status=status,
        headers={"Cache-Control": "no-store"},
        can_log_out=bool(visit(request.scope).token),
        **context,
    )

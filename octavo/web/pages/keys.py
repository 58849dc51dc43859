"""Feed keys, for the owner: secrets that open the feeds to a reader program while the desk is not public."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from octavo.app.desk import Desk
from octavo.app.entering import make_key
from octavo.core.errors import BadInput
from octavo.core.reading.access import public_address
from octavo.store import doors
from octavo.web.failing import told
from octavo.web.forms import form_of, text_of
from octavo.web.owners import render_owners


async def show(request: Request) -> Response:
    """List the keys; what they are can no longer be shown."""
    return await _page(request)


async def make(request: Request) -> Response:
    """Make a key and show it, this once."""
    form = await form_of(request)
    try:
        key = await make_key(request.state.desk, text_of(form, "name"))
    except BadInput as error:
        return await _page(request, error=str(error), status=400)
    return await _page(request, key=key)


async def revoke(request: Request) -> Response:
    """Make a key worthless."""
    form = await form_of(request)
    await request.state.desk.db.write(doors.revoke_key, text_of(form, "digest"))
    return RedirectResponse("/keys", 303)


async def _page(request: Request, *, key: str = "", error: str = "", status: int = 200) -> Response:
    desk: Desk = request.state.desk
    address = public_address(
        url=desk.settings.url, scheme=request.scope["scheme"], host=request.headers.get("host", "")
    )
    return render_owners(
        request,
        "keys.html",
        status=status,
        keys=await desk.db.read(doors.keys),
        key=key,
        error=told(request, error),
        address=address,
    )


routes = [
    Route("/keys", show),
    Route("/keys", make, methods=["POST"]),
    Route("/keys/revoke", revoke, methods=["POST"]),
]

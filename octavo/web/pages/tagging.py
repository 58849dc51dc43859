"""What the owner decides about hashtags: hide, merge, write otherwise, forbid; and take it back."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from octavo.app import tagging
from octavo.app.desk import Desk
from octavo.core.errors import BadInput
from octavo.core.reading.access import local_path
from octavo.store import followed, tags
from octavo.web.failing import told
from octavo.web.forms import form_of, text_of
from octavo.web.owners import render_owners

HERE: Final = "/following/hashtags"


async def show(request: Request) -> Response:
    """Show what is decided about hashtags."""
    return await _page(request)


async def decide(request: Request) -> Response:
    """Hide, show, merge, rename or forbid a hashtag, or take such a rule back."""
    form = await form_of(request)
    desk: Desk = request.state.desk
    tag, into = text_of(form, "tag"), text_of(form, "into")
    try:
        match request.path_params["verb"]:
            case "hide" | "show" as verb:
                await tagging.hide_hashtag(desk, tag, hidden=verb == "hide")
            case "merge":
                made = await tagging.merge_hashtag(desk, tag, into)
                return RedirectResponse(f"/hashtag/{made.tag}", 303)
            case "rename":
                made = await tagging.rename_hashtag(desk, tag, into)
                return RedirectResponse(f"/hashtag/{made.tag}", 303)
            case "forbid":
                await tagging.forbid_hashtag(desk, tag)
            case "undo":
                await tagging.undo_hashtag_rule(desk, tag)
            case _:
                raise HTTPException(404)
    except BadInput as error:
        return await _page(request, error=str(error), status=400)
    return RedirectResponse(local_path(text_of(form, "back")) or HERE, 303)


async def _page(request: Request, *, error: str = "", status: int = 200) -> Response:
    desk: Desk = request.state.desk
    return render_owners(
        request,
        "hashtags.html",
        status=status,
        hidden=[label for _, label in await desk.db.read(followed.hidden_hashtags)],
        rules=await desk.db.read(tags.rules),
        error=told(request, error),
    )


routes = [Route(HERE, show), Route(f"{HERE}/{{verb}}", decide, methods=["POST"])]

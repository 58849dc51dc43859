"""Following, for the owner: what is followed and how it is; add, change, hide, import, export."""

from datetime import timedelta
from typing import Final

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from octavo.app import extraction, following
from octavo.app.desk import Desk
from octavo.app.discovering import Discovery
from octavo.app.following import Wish
from octavo.core.document import Secret
from octavo.core.errors import BadInput, OctavoError
from octavo.core.feeds.secret import parse_secret
from octavo.core.ids import FeedId, SourceId
from octavo.core.reading.access import local_path
from octavo.store import feeds, followed, hiding, overview
from octavo.store.feeds import Reads
from octavo.web.addresses import id_of
from octavo.web.failing import told
from octavo.web.forms import file_of, form_of, is_ticked, text_of
from octavo.web.owners import render_owners

HERE: Final = "/following"


async def show(request: Request) -> Response:
    """Show everything that is followed."""
    return await _page(request)


async def add(request: Request) -> Response:
    """Follow the feed at an address; where that leads to several, show them to choose from."""
    form = await form_of(request)
    desk: Desk = request.state.desk
    address = text_of(form, "address")
    try:
        if is_ticked(form, "unseen"):
            added = await following.add_unseen(desk, address, _wish(form))
            return _seen(added.id)
        found = await following.add_feed(desk, address, _wish(form))
    except OctavoError as error:
        return await _page(request, error=str(error), form=form, status=400)
    if isinstance(found, Discovery):
        return await _page(request, found=found, form=form)
    return _seen(found.id)


async def edit(request: Request) -> Response:
    """Show what may be changed of one feed."""
    return await _edit_page(request)


async def change(request: Request) -> Response:
    """Change what is said of one feed."""
    form = await form_of(request)
    feed_id = _feed_id(request)
    try:
        await following.change_feed(request.state.desk, feed_id, _wish(form))
    except BadInput as error:
        return await _edit_page(request, error=str(error), status=400)
    return _seen(feed_id)


async def _edit_page(request: Request, *, error: str = "", status: int = 200) -> Response:
    feed = await request.state.desk.db.read(followed.one_feed, _feed_id(request))
    minutes = feed.shortest // timedelta(minutes=1) if feed.shortest else ""
    return render_owners(
        request, "feed_edit.html", status=status, feed=feed, minutes=minutes, error=told(request, error)
    )


async def do_feed(request: Request) -> Response:
    """Pause, resume, poll or remove one feed."""
    desk: Desk = request.state.desk
    feed_id, now = _feed_id(request), desk.clock()
    match request.path_params["verb"]:
        case "pause":
            await desk.db.write(feeds.pause, feed_id, paused=True, now=now)
        case "resume":
            await desk.db.write(feeds.pause, feed_id, paused=False, now=now)
        case "poll":
            await desk.db.write(feeds.poll_soon, [feed_id], now=now)
        case "remove":
            await desk.db.write(feeds.remove, feed_id)
            return RedirectResponse(HERE, 303)
        case _:
            raise HTTPException(404)
    return _seen(feed_id)


async def do_source(request: Request) -> Response:
    """Hide or show one source, or fetch its pages again that were set aside."""
    desk: Desk = request.state.desk
    source_id = SourceId(id_of(request))
    match request.path_params["verb"]:
        case "retry":
            await following.retry_pages(desk, source_id)
        case "read-again":
            await extraction.read_again_since_break(desk, source_id)
        case "hide" | "show" as verb:
            await desk.db.write(hiding.hide_source, source_id, hidden=verb == "hide")
        case _:
            raise HTTPException(404)
    return _back(await form_of(request))


async def do_hashtag(request: Request) -> Response:
    """Hide or show one hashtag."""
    form, verb = await form_of(request), request.path_params["verb"]
    if verb not in ("hide", "show"):
        raise HTTPException(404)
    try:
        await following.hide_hashtag(request.state.desk, text_of(form, "tag"), hidden=verb == "hide")
    except BadInput as error:
        return await _page(request, error=str(error), status=400)
    return _back(form)


async def poll_all(request: Request) -> Response:
    """Poll every feed that is not paused, soon."""
    desk: Desk = request.state.desk
    await desk.db.write(feeds.poll_soon, None, now=desk.clock())
    return RedirectResponse(f"{HERE}/progress", 303)


async def take_list(request: Request) -> Response:
    """Follow all feeds of an OPML file."""
    async with request.form(max_files=1, max_fields=5) as form:
        body = await file_of(form, "file")
    if not body:
        return await _page(request, error="Choose an OPML file first.", status=400)
    try:
        done = await following.import_opml(request.state.desk, body)
    except BadInput as error:
        return await _page(request, error=str(error), status=400)
    return RedirectResponse(f"{HERE}/progress?new={done.new}&known={done.known}", 303)


async def give_list(request: Request) -> Response:
    """Give all feeds as an OPML file."""
    body = await following.export_opml(request.state.desk)
    headers = {"Content-Disposition": 'attachment; filename="octavo.opml"', "Cache-Control": "no-store"}
    return Response(body, media_type="text/x-opml", headers=headers)


async def progress(request: Request) -> Response:
    """Show what is left to do; the page asks again by itself until that is nothing."""
    desk: Desk = request.state.desk
    counts = await desk.db.read(overview.progress, now=desk.clock())
    new, known = (_number(request.query_params.get(name, "")) for name in ("new", "known"))
    return render_owners(request, "progress.html", counts=counts, new=new, known=known)


async def _page(
    request: Request,
    *,
    error: str = "",
    found: Discovery | None = None,
    form: FormData | None = None,
    status: int = 200,
) -> Response:
    desk: Desk = request.state.desk
    rows = await desk.db.read(followed.feeds)
    return render_owners(
        request,
        "following.html",
        status=status,
        followed=rows,
        sources=await desk.db.read(followed.sources),
        hidden_hashtags=[label for _, label in await desk.db.read(followed.hidden_hashtags)],
        categories=sorted({feed.category for feed in rows if feed.category}),
        error=told(request, error),
        found=found,
        given={name: text_of(form, name) for name in _GIVEN} if form else dict.fromkeys(_GIVEN, ""),
    )


_GIVEN: Final = ("address", "name", "category", "reads", "minutes", "user", "header_name")
"""What the form shows again after an error; never a password."""


def _wish(form: FormData) -> Wish:
    """Return what the form says of a feed; raises BadInput."""
    reads: Reads = "feed" if text_of(form, "reads") == "feed" else "page"
    minutes = text_of(form, "minutes")
    if minutes and not (minutes.isdecimal() and 0 < int(minutes[:9]) < 10_000_000):
        raise BadInput("Give the shortest interval in whole minutes, or leave it empty.")
    return Wish(
        name=text_of(form, "name"),
        category=text_of(form, "category"),
        reads=reads,
        shortest=timedelta(minutes=int(minutes)) if minutes else None,
        secret=_secret(form),
    )


def _secret(form: FormData) -> Secret | None:
    """Return the secret that the form gives; None: none, so that the one which is there stays; raises BadInput."""
    if is_ticked(form, "no_secret"):
        return Secret()
    made = parse_secret(
        user=text_of(form, "user"),
        password=text_of(form, "secret"),
        header_name=text_of(form, "header_name"),
        header_value=text_of(form, "header_value"),
    )
    return made if made != Secret() else None


def _feed_id(request: Request) -> FeedId:
    return FeedId(id_of(request))


def _seen(feed_id: FeedId) -> Response:
    return RedirectResponse(f"{HERE}#feed-{feed_id}", 303)


def _back(form: FormData) -> Response:
    """Go back to the page of ours that the form names."""
    return RedirectResponse(local_path(text_of(form, "back") or HERE), 303)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 0


routes = [
    Route(HERE, show),
    Route(f"{HERE}/add", add, methods=["POST"]),
    Route(f"{HERE}/poll", poll_all, methods=["POST"]),
    Route(f"{HERE}/progress", progress),
    Route(f"{HERE}/opml", give_list),
    Route(f"{HERE}/opml", take_list, methods=["POST"]),
    Route(f"{HERE}/feeds/{{id:int}}", edit),
    Route(f"{HERE}/feeds/{{id:int}}", change, methods=["POST"]),
    Route(f"{HERE}/feeds/{{id:int}}/{{verb}}", do_feed, methods=["POST"]),
    Route(f"{HERE}/sources/{{id:int}}/{{verb}}", do_source, methods=["POST"]),
    Route(f"{HERE}/hashtags/{{verb}}", do_hashtag, methods=["POST"]),
]

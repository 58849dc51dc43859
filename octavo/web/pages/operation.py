"""For machines that look after this one: health and metrics."""

import secrets

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from octavo.store import overview
from octavo.store.database import DatabaseUnavailable
from octavo.web.armour.visit import visit


async def health(request: Request) -> Response:
    """Say whether the server and its database answer, and nothing else."""
    try:
        await request.state.desk.db.read(overview.answers)
    except DatabaseUnavailable:
        return PlainTextResponse("database unreachable\n", 503, {"Cache-Control": "no-store"})
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


async def metrics(request: Request) -> Response:
    """Give the counters to this machine itself, or to whoever shows the token."""
    if not (visit(request.scope).is_local or _shows_token(request)):
        raise HTTPException(401, headers={"WWW-Authenticate": 'Bearer realm="Octavo"'})
    desk = request.state.desk
    counts = await desk.db.read(overview.progress, now=desk.clock())
    for stage in ("polling", "fetching", "reading", "folding", "pictures"):
        desk.metrics.waiting.labels(stage).set(getattr(counts, stage))
    return Response(generate_latest(desk.metrics.registry), media_type=CONTENT_TYPE_LATEST)


def _shows_token(request: Request) -> bool:
    wanted = request.state.desk.settings.metrics_token.get_secret_value()
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    return bool(
        wanted
        and scheme.lower() == "bearer"
        and secrets.compare_digest(shown.strip().encode(), wanted.encode())
    )


routes = [Route("/healthz", health), Route("/metrics", metrics)]

"""The web application: all pages behind one armour."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response

from octavo.app.desk import Desk
from octavo.app.entering import open_entrance
from octavo.core.errors import OctavoError
from octavo.store import replays
from octavo.web import assets
from octavo.web.armour.failures import Failures, page_for
from octavo.web.armour.gate import Doors, Gate
from octavo.web.armour.headers import SecurityHeaders
from octavo.web.armour.hosts import Hosts
from octavo.web.armour.limits import Limits
from octavo.web.armour.origins import Origins
from octavo.web.armour.proxies import Proxies
from octavo.web.pages import (
    article,
    display,
    extraction,
    feeds,
    following,
    front,
    hashtag,
    keys,
    login,
    operation,
    overview,
    search,
    source,
    source_code,
    story,
)

DOORS: Final = Doors(
    everybodys=[*assets.routes, *display.routes, *login.routes, *operation.routes, *source_code.routes],
    readers=[
        *front.routes,
        *story.routes,
        *article.routes,
        *hashtag.routes,
        *source.routes,
        *search.routes,
    ],
    feeds=feeds.routes,
    owners=[*extraction.routes, *following.routes, *keys.routes, *overview.routes],
)

LARGER: Final[Mapping[str, int]] = {
    "/following/opml": 5 * 1024 * 1024,
    extraction.WRONG_TEXTS: extraction.LARGEST_REPORT,
}
"""What may be received beyond the usual, by path."""


def create_app(desk: Desk) -> Starlette:
    """Return the application on *desk*; pages read `request.state.desk`."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[Mapping[str, Any]]:
        yield {
            "desk": desk,
            "entrance": await open_entrance(desk),
            "is_replay": await desk.db.read(replays.is_replay),
        }

    settings = desk.settings
    return Starlette(
        routes=[*DOORS.everybodys, *DOORS.readers, *DOORS.feeds, *DOORS.owners],
        lifespan=lifespan,
        exception_handlers={HTTPException: _tell, OctavoError: _tell},
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Failures),
            Middleware(Proxies, trusted=settings.proxies),
            Middleware(Hosts, url=settings.url),
            Middleware(Limits, larger=LARGER),
            Middleware(Origins, url=settings.url),
            Middleware(Gate, doors=DOORS, settings=settings),
        ],
    )


async def _tell(request: Request, error: Exception) -> Response:
    return page_for(request, error)

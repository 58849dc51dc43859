"""The Origin check: only pages of ours may make a browser write, and only by forms."""

from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from octavo.core.reading.access import may_write, origin
from octavo.web.words import N_

READING: Final = frozenset({"GET", "HEAD"})
FORMS: Final = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
LONGEST_TYPE: Final = 200

FOREIGN: Final = N_(
    "The request did not come from a page of this Octavo. Open the page here and send the form again."
)
NO_FORM: Final = N_("Only forms can be sent here, no JSON and no plain text.")


class Origins:
    """Refuses writing requests that come from elsewhere (403) or carry something else than a form (415)."""

    def __init__(self, app: ASGIApp, *, url: str) -> None:
        self._app = app
        self._public = frozenset({origin(url)} - {""})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            return  # there are none here; a handshake is no GET that reads
        if scope["type"] == "http" and scope["method"] not in READING:
            self._check(Headers(scope=scope), scheme=scope["scheme"])
        await self._app(scope, receive, send)

    def _check(self, headers: Headers, *, scheme: str) -> None:
        ours = self._public | {origin(f"{scheme}://{headers.get('host', '')}")}
        if not may_write(
            ours=ours,
            origin_header=headers.get("origin"),
            fetch_site=headers.get("sec-fetch-site"),
            referer=headers.get("referer"),
        ):
            raise HTTPException(403, FOREIGN)
        stated = headers.get("content-type", "")
        if len(stated) > LONGEST_TYPE or stated.partition(";")[0].strip().lower() not in FORMS:
            raise HTTPException(415, NO_FORM)

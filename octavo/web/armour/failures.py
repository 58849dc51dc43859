"""The end of every request: one log line, one metric, and a page in plain words where something went wrong."""

from typing import Final

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from octavo.app.observe import observe
from octavo.core.errors import BadInput, NotFound, OctavoError
from octavo.store.database import DatabaseUnavailable
from octavo.web.armour.visit import visit
from octavo.web.failing import error_page

_log = structlog.get_logger()

_STATUS: Final = {BadInput: 400, NotFound: 404}


class Failures:
    """Turns what the rest raises into a page; an error of ours shows its sentence, any other none of its inside."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        # The path alone: a query may hold a feed's secret.
        with observe(
            scope["state"]["desk"].metrics, "request", method=scope["method"], path=scope["path"]
        ) as verdict:
            try:
                await self._app(scope, receive, watched)
            except Exception as error:
                if status:  # too late for another answer: the server ends the connection
                    raise
                await page_for(Request(scope), error)(scope, receive, watched)
            verdict.outcome, verdict.code = ("failed" if status >= 500 else "done"), str(status)


def page_for(request: Request, error: Exception) -> Response:
    """Return the page that tells what happened; what nobody foresaw is logged with its traceback and told without."""
    if isinstance(error, HTTPException):
        # Starlette's own details are a status' phrase, which the page says better.
        said = error.detail if error.detail.endswith(".") else ""
        return error_page(request, error.status_code, sentence=said, headers=error.headers)
    if isinstance(error, OctavoError):
        status = _STATUS.get(type(error), 503 if error.temporary else 500)
        # What the database says names its file or host: that is for who sits at this machine.
        is_inside = isinstance(error, DatabaseUnavailable) and not visit(request.scope).is_local
        return error_page(request, status, sentence="" if is_inside else str(error))
    _log.error("request_failed", path=request.scope["path"], exc_info=error)
    return error_page(request, 500)

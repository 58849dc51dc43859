"""The Host check: a request for a name that is not ours was led here by somebody else's DNS."""

from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from octavo.core.reading.access import is_loopback, is_our_host, parse_host
from octavo.web.armour.visit import visit
from octavo.web.words import N_

WRONG_HOST: Final = N_(
    "This Octavo does not answer to that host name. Set OCTAVO_URL to the address by which it is reached."
)


class Hosts:
    """Refuses requests whose Host is not ours (421), whatever they ask for."""

    def __init__(self, app: ASGIApp, *, url: str) -> None:
        self._app = app
        self._url = url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            self._check(scope)
        await self._app(scope, receive, send)

    def _check(self, scope: Scope) -> None:
        facts = visit(scope)
        lines = Headers(scope=scope).getlist("host")
        host = parse_host(lines[0]) if len(lines) == 1 else None
        address, port = scope.get("server") or ("", 0)
        if host is None or not is_our_host(
            host,
            url=self._url,
            scheme=scope["scheme"],
            port=port or 0,
            is_near=facts.is_near,
            listens_on=address,
        ):
            facts.is_local = False
            raise HTTPException(421, WRONG_HOST)
        facts.is_local = facts.is_local and is_loopback(host.name)

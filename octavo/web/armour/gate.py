"""The gate: until the desk is public everything answers to its owner alone; whatever no list names is refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from octavo.core.reading.access import Who, is_secure, who
from octavo.settings import Settings
from octavo.web.armour.origins import READING
from octavo.web.armour.visit import visit
from octavo.web.words import N_

LOG_IN: Final = N_("This page answers to its owner only. Log in to see it.")
NO_LOGIN: Final = N_(
    "This Octavo has no password and so answers to its own machine only. Set OCTAVO_PASSWORD to reach it from elsewhere."
)


@dataclass(frozen=True, slots=True)
class Doors:
    """Which routes are whose; what stands in none of the lists is the owner's."""

    everybodys: Sequence[BaseRoute]
    """Open without a login: the login page itself, static files, health, the source."""
    readers: Sequence[BaseRoute]
    """Open to everybody once the desk is public."""
    feeds: Sequence[BaseRoute]
    """As the readers', and also open with a feed key in the address."""
    owners: Sequence[BaseRoute]


def cookie_name(*, secure: bool) -> str:
    """Return the session cookie's name; under `__Host-` no other host or plain http page can have set it."""
    return "__Host-octavo" if secure else "octavo"


class Gate:
    """Finds out who asks and lets pass what is theirs (else 401)."""

    def __init__(self, app: ASGIApp, *, doors: Doors, settings: Settings) -> None:
        self._app = app
        self._doors = doors
        self._url = settings.url
        self._is_public = settings.public
        self._has_password = bool(settings.password.get_secret_value())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._ask_who(scope)
            if not _any_matches(self._doors.everybodys, scope) and not await self._may_pass(scope):
                raise self._refusal(scope)
        await self._app(scope, receive, send)

    async def _ask_who(self, scope: Scope) -> None:
        facts = visit(scope)
        name = cookie_name(secure=is_secure(url=self._url, scheme=scope["scheme"]))
        token = Request(scope).cookies.get(name, "")
        is_logged_in = bool(token) and await scope["state"]["entrance"].is_open_to(token)
        facts.token = token if is_logged_in else ""
        facts.who = who(
            is_local=facts.is_local,
            has_password=self._has_password,
            is_logged_in=is_logged_in,
            is_public=self._is_public,
        )

    async def _may_pass(self, scope: Scope) -> bool:
        whose = visit(scope).who
        if whose is Who.OWNER:
            return True
        if scope["method"] not in READING:
            return False
        if whose is Who.READER:  # who asks for what does not exist may be told so
            return _any_matches(self._doors.readers, scope) or not _any_matches(self._doors.owners, scope)
        if not _any_matches(self._doors.feeds, scope):
            return False
        keys = parse_qs(scope["query_string"].decode("latin-1")).get("key", [])
        return len(keys) == 1 and await scope["state"]["entrance"].fits(keys[0])

    def _refusal(self, scope: Scope) -> HTTPException:
        if not self._has_password:
            return HTTPException(403, NO_LOGIN)
        name = cookie_name(secure=is_secure(url=self._url, scheme=scope["scheme"]))
        challenge = f'Cookie realm="Octavo", form-action="/login", cookie-name="{name}"'
        return HTTPException(401, LOG_IN, {"WWW-Authenticate": challenge})


def _any_matches(routes: Sequence[BaseRoute], scope: Scope) -> bool:
    return any(route.matches(scope)[0] is not Match.NONE for route in routes)

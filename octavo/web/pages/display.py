"""How pages are displayed to one reader: the language and the colours, kept in cookies."""

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from octavo.core.reading.access import is_secure, local_path
from octavo.web.forms import form_of, text_of
from octavo.web.rendering import LANGUAGE_COOKIE, THEME_COOKIE, THEMES
from octavo.web.words import LANGUAGES

_A_YEAR: Final = 365 * 24 * 3600


async def choose(request: Request) -> Response:
    """Keep what the form says, and go back to the page that it stood on."""
    form = await form_of(request)
    response = RedirectResponse(local_path(text_of(form, "next")), 303)
    secure = is_secure(url=request.state.desk.settings.url, scheme=request.scope["scheme"])
    for name, allowed in ((LANGUAGE_COOKIE, tuple(LANGUAGES)), (THEME_COOKIE, THEMES)):
        if (value := text_of(form, name)) in allowed:
            response.set_cookie(name, value, max_age=_A_YEAR, secure=secure, httponly=True, samesite="lax")
    return response


routes = [Route("/display", choose, methods=["POST"])]

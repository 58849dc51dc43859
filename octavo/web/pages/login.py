"""Logging in and out."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from octavo.app.entering import Entrance, TooManyTries, WrongPassword
from octavo.core.reading.access import SESSION_LENGTH, Who, is_secure, local_path
from octavo.web.armour.gate import NO_LOGIN, cookie_name
from octavo.web.armour.visit import visit
from octavo.web.failing import error_page, log_in_page
from octavo.web.forms import form_of


async def show(request: Request) -> Response:
    """Show the login form; an owner who is in already goes on."""
    next_ = local_path(request.query_params.get("next", "/"))
    if visit(request.scope).who is Who.OWNER:
        return RedirectResponse(next_, 303)
    if not _has_password(request):
        return error_page(request, 403, sentence=NO_LOGIN)
    return log_in_page(request, 200, next_=next_)


async def log_in(request: Request) -> Response:
    """Open a session for the right password and go on to where the owner wanted to go."""
    form = await form_of(request)
    password, next_ = form.get("password", ""), form.get("next", "/")
    if not isinstance(password, str) or not isinstance(next_, str):
        return error_page(request, 400)
    next_ = local_path(next_)
    if not _has_password(request):
        return error_page(request, 403, sentence=NO_LOGIN)
    entrance: Entrance = request.state.entrance
    try:
        token = await entrance.log_in(password)
    except WrongPassword as error:
        return log_in_page(request, 401, sentence=str(error), next_=next_)
    except TooManyTries as error:
        seconds = str(int(error.wait.total_seconds()))
        return log_in_page(request, 429, sentence=str(error), next_=next_, headers={"Retry-After": seconds})
    if old := visit(request.scope).token:
        await entrance.log_out(old)
    response = RedirectResponse(next_, 303)
    _set_cookie(request, response, token)
    return response


async def log_out(request: Request) -> Response:
    """End the session; its cookie opens nothing from now on."""
    if token := visit(request.scope).token:
        await request.state.entrance.log_out(token)
    response = RedirectResponse("/login", 303, headers={"Clear-Site-Data": '"cache"'})
    _set_cookie(request, response, "", seconds=0)
    return response


def _has_password(request: Request) -> bool:
    return bool(request.state.desk.settings.password.get_secret_value())


def _set_cookie(
    request: Request, response: Response, token: str, *, seconds: int = int(SESSION_LENGTH.total_seconds())
) -> None:
    secure = is_secure(url=request.state.desk.settings.url, scheme=request.scope["scheme"])
    response.set_cookie(
        cookie_name(secure=secure), token, max_age=seconds, secure=secure, httponly=True, samesite="lax"
    )


routes = [
    Route("/login", show),
    Route("/login", log_in, methods=["POST"]),
    Route("/logout", log_out, methods=["POST"]),
]

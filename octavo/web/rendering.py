"""Rendering: templates in the reader's language, with what every page needs."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from octavo.core.reading.access import Who
from octavo.core.text.language import direction
from octavo.core.urls import host_of, parse_url
from octavo.web import words
from octavo.web.armour.visit import visit
from octavo.web.assets import address_of

THEMES: Final = ("auto", "light", "dark")
LANGUAGE_COOKIE: Final = "lang"
THEME_COOKIE: Final = "theme"


def render(
    request: Request,
    name: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> HTMLResponse:
    """Return the page that template *name* makes of *context*, in the reader's language and colours."""
    language = language_of(request)
    html = environment(language).get_template(name).render(**_page(request, language), **context)
    return HTMLResponse(
        html,
        status,
        {"Vary": "Accept-Language, Cookie", "Content-Language": language, **(headers or {})},
    )


def language_of(request: Request) -> str:
    """Return the language in which the request is answered."""
    return words.choose_language(
        request.cookies.get(LANGUAGE_COOKIE, ""), request.headers.get("accept-language", "")
    )


@cache
def environment(language: str) -> Environment:
    """Return the templates as they speak *language*; texts are escaped, a missing value is an error."""
    made: Any = Environment(
        loader=PackageLoader("octavo.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(words.translations(language), newstyle=True)
    made.globals.update(
        asset=address_of,
        direction=direction(language),
        direction_of=direction,
        language=language,
        languages=words.LANGUAGES,
        number=partial(words.number, language=language),
        percent=partial(words.percent, language=language),
        count=lambda value: Markup("<b>{}</b>").format(words.number(value, language)),
        language_name=partial(words.language_name, language=language),
        enumerated=partial(words.enumerated, language=language),
        length=words.length,
        section_names=words.SECTION_NAMES,
        genre_names=words.GENRE_NAMES,
        themes=THEMES,
        web_address=_web_address,
        host=_host,
    )
    environment_: Environment = made
    return environment_


def _page(request: Request, language: str) -> dict[str, Any]:
    desk = request.state.desk
    now = desk.clock()
    theme = request.cookies.get(THEME_COOKIE, "")
    return {
        "request": request,
        "path": request.scope["path"],
        "here": _here(request),
        "theme": theme if theme in THEMES else "auto",
        "is_owner": visit(request.scope).who is Who.OWNER,
        "is_replay": getattr(request.state, "is_replay", False),
        "source_url": desk.settings.source_url or "/source.tar.gz",
        "now": now,
        "ago": _times(partial(words.ago, now=now, language=language), language),
        "short_ago": _times(partial(words.short_ago, now=now, language=language), language),
        "when": _times(partial(words.exactly, language=language), language),
        "day": _times(partial(words.day, language=language), language),
    }


def _here(request: Request) -> str:
    """Return the page's own path and query, where a form may lead back to it."""
    if request.method != "GET":
        return "/"
    query = request.scope["query_string"].decode("latin-1")
    return quote(request.scope["path"]) + (f"?{query}" if query else "")


def _times(words_of: Callable[[datetime], str], language: str) -> Callable[[datetime], Markup]:
    """Return a function that writes a moment as a `time` element: in words, exact for machines and on hover."""

    def written(moment: datetime) -> Markup:
        exact = moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        title = words.exactly(moment, language)
        return Markup('<time datetime="{}" title="{}">{}</time>').format(exact, title, words_of(moment))

    return written


def _web_address(text: str) -> str:
    """Return *text* if it is an http or https address, else nothing: no other link leaves a page."""
    return parse_url(text) or ""


def _host(text: str) -> str:
    """Return the host of an address as people write it; empty where it is none."""
    url = parse_url(text)
    return host_of(url).removeprefix("www.") if url else ""

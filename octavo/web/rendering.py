"""Rendering: templates, with what every page needs."""

import gettext
from collections.abc import Mapping
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from octavo.web.assets import address_of

_environment: Final = Environment(
    loader=PackageLoader("octavo.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    extensions=["jinja2.ext.i18n"],
)
_environment.install_gettext_translations(gettext.NullTranslations())  # type: ignore[attr-defined]  # added by the extension


def render(
    request: Request,
    name: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **context: Any,
) -> HTMLResponse:
    """Return the page that template *name* makes of *context*."""
    html = _environment.get_template(name).render(
        request=request, asset=address_of, language="en", direction="ltr", **context
    )
    return HTMLResponse(html, status, dict(headers or {}))

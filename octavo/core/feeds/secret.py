"""What a feed's server wants to see before it answers, checked as an owner gives it."""

import re
from typing import Final
from urllib.parse import unquote

import ada_url

from octavo.core.document import Secret
from octavo.core.errors import BadInput
from octavo.core.urls import Url, without_secrets

LONGEST: Final = 4096
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")
_NOT_OURS_TO_SET: Final = re.compile(
    r"host|connection|content-.*|transfer-encoding|te|trailer|upgrade|expect|proxy-.*|keep-alive|accept-encoding|range|"
    r"if-.*|origin|referer|sec-.*|forwarded|via|x-forwarded-.*|x-real-ip|(x-)?remote-.*|x-auth-request-.*|x-webauth-.*|"
    r"x-authentik-.*|x-original-.*|x-rewrite-.*",
    re.IGNORECASE,
)
"""Headers that steer the connection, or by which servers behind a proxy are told who is logged in."""


def parse_secret(
    *, user: str = "", password: str = "", header_name: str = "", header_value: str = ""
) -> Secret:
    """Return the secret that these make; raises BadInput for one that cannot or must not be sent."""
    if bool(header_name) != bool(header_value):
        raise BadInput("Give both the name and the value of the feed's header, or neither.")
    if header_name and user:
        raise BadInput("Give the feed either a user and password or one header, not both.")
    if password and not user:
        raise BadInput("Give the user that the feed's password belongs to.")
    if header_name and (not _TOKEN.fullmatch(header_name) or _NOT_OURS_TO_SET.fullmatch(header_name)):
        raise BadInput(
            f"The header {header_name[:100]} cannot be sent with a feed. Authorization or X-Api-Key can."
        )
    for value in (user, password, header_value):
        if len(value) > LONGEST or not value.isprintable():
            raise BadInput("The feed's secret is too long, or has characters that cannot be sent.")
    if ":" in user:
        raise BadInput("A user name that is sent to a feed's server may hold no colon.")
    return Secret(user, password, header_name, header_value)


def apart(url: Url) -> tuple[Url, Secret]:
    """Return an address without the user name and password that stood in it, and these as a secret."""
    parsed = ada_url.URL(url)
    user, password = unquote(str(parsed.username)), unquote(str(parsed.password))
    if not user:
        return without_secrets(url), Secret()
    return without_secrets(url), parse_secret(user=user, password=password)

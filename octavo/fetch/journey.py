"""Redirects: where one document's request goes next, and what may go with it."""

import base64
import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

import ada_url

from octavo.core.document import Secret, Validators
from octavo.core.errors import BadInput, BadTransfer, RefusedAddress, TooManyRedirects
from octavo.core.urls import Url, origin_of, parse_url, without_secrets

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_PERMANENT: Final = frozenset({301, 308})
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OURS: Final = frozenset(
    {
        "host",
        "connection",
        "content-length",
        "transfer-encoding",
        "accept-encoding",
        "te",
        "upgrade",
        "expect",
    }
)
"""Headers that decide how the request itself is read: nobody sets them by hand."""


@dataclass(slots=True)
class Journey:
    """One document's way through its redirects."""

    asked: Url
    validators: Validators
    secret: Secret | None
    most: int
    url: Url = field(init=False)
    moved_to: Url | None = None
    _origin: str = field(init=False)
    _credentials: dict[str, str] = field(init=False)
    _seen: set[Url] = field(init=False)
    _all_permanent: bool = True

    def __post_init__(self) -> None:
        self._credentials = _credentials(self.secret) if self.secret else _in_address(self.asked)
        self.url = _bare(self.asked)
        self._origin = origin_of(self.url) if self._credentials else ""
        self._seen = {self.url}

    @property
    def begun(self) -> bool:
        """Whether a redirect has been followed."""
        return len(self._seen) > 1

    @property
    def conditional(self) -> bool:
        """Whether the validators go to where the journey stands: to the asked address only."""
        return not self.begun and bool(self.validators.etag or self.validators.last_modified)

    @property
    def with_secret(self) -> bool:
        """Whether the credentials go to where the journey stands: to the asked origin only."""
        return bool(self._credentials) and (not self.begun or origin_of(self.url) == self._origin)

    def headers(self) -> dict[str, str]:
        """Return what goes with the request to where the journey stands, beside what goes with every request."""
        headers = dict(self._credentials) if self.with_secret else {}
        if self.conditional:
            if self.validators.etag:
                headers["If-None-Match"] = self.validators.etag
            if self.validators.last_modified:
                headers["If-Modified-Since"] = self.validators.last_modified
        return headers

    def follow(self, status: int, location: str) -> None:
        """Go where a redirect leads; raise if it leads nowhere, where Octavo does not go, in circles or too far."""
        if not location:
            raise BadTransfer(
                f"The server sends the reader elsewhere ({status}) without saying where.", status
            )
        to = parse_url(location, self.url)
        if to is None:
            raise RefusedAddress(f"A redirect ({status}) leads to an address that is no web address.", status)
        to = _bare(to)
        if to in self._seen:
            raise TooManyRedirects("The redirects lead in a circle.", status)
        if len(self._seen) > self.most:
            raise TooManyRedirects(f"There are more than {self.most} redirects; check the address.", status)
        self._all_permanent = self._all_permanent and status in _PERMANENT
        if self._all_permanent:
            self.moved_to = to
        self._seen.add(to)
        self.url = to


def _bare(url: Url) -> Url:
    return without_secrets(url) if "@" in url else url


def _in_address(url: Url) -> dict[str, str]:
    """Return what an address with user and password (`https://user:word@host/`) asks to send."""
    if "@" not in url:
        return {}
    parsed = ada_url.URL(url)
    if not parsed.username and not parsed.password:
        return {}
    return _basic(unquote(parsed.username), unquote(parsed.password))


def _credentials(secret: Secret) -> dict[str, str]:
    headers = _basic(secret.user, secret.password) if secret.user or secret.password else {}
    if secret.header_name:
        name, value = secret.header_name.strip(), secret.header_value.strip()
        if not _TOKEN.fullmatch(name) or name.lower() in _OURS or not value.isprintable():
            raise BadInput(
                "The feed's secret header is none that can be sent; give its name and value on one line."
            )
        headers[name] = value
    return headers


def _basic(user: str, password: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}

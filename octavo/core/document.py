"""Documents: bytes as fetched, with the address after redirects and the validators to ask with next time."""

from dataclasses import dataclass, field
from datetime import timedelta

from octavo.core.urls import Url


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask "has it changed?" with; echoed to the byte (RFC 9110, 13.1)."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Secret:
    """What one feed's server wants to see: user and password, or one header; sent to the feed's own origin only."""

    user: str = ""
    password: str = field(default="", repr=False)
    header_name: str = ""
    header_value: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Document:
    """A document as fetched, its body unpacked; large ones are counted for as long as they live (`fetch.room`)."""

    url: Url
    """The address after all redirects."""
    body: bytes = field(repr=False)
    content_type: str = ""
    """The Content-Type header as sent, with charset, or empty."""
    validators: Validators = Validators()
    max_age: timedelta | None = None
    """How long the server says that the document stays fresh (Cache-Control, else Expires); None: it does not say."""
    moved_to: Url | None = None
    """Where permanent redirects (301, 308) from the asked address led, up to the first that was not permanent; None: nowhere."""


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that the document is as it was (304)."""

    validators: Validators = Validators()
    """Those of the answer where it names new ones, else those that were sent."""
    max_age: timedelta | None = None
    moved_to: Url | None = None

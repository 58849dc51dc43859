"""How Octavo behaves on the web: limits, pace and the name it gives itself."""

from dataclasses import dataclass, field
from typing import Final, Literal

from octavo import VERSION
from octavo.core.errors import BadInput
from octavo.fetch.guard import AllowList

Kind = Literal["feed", "page", "picture"]
"""What a document is asked for as; decides its size limit, its Accept header and whether robots.txt is asked."""

PRODUCT: Final = "Octavo"
"""The product token: what robots.txt calls us."""

_MB: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What one request may cost us, and what we may cost a host."""

    total_seconds: float = 30.0
    """For one document: connecting, all redirects, head and body; waiting for a turn at the host is not counted."""
    idle_seconds: float = 15.0
    """For which a server may send nothing."""
    robots_seconds: float = 10.0
    """For one robots.txt, its redirects included."""
    largest_feed: int = 20 * _MB
    largest_page: int = 10 * _MB
    largest_picture: int = 20 * _MB
    redirects: int = 10
    pace_seconds: float = 1.0
    """Between the starts of two requests to one host."""
    named_pace_seconds: float | None = None
    """The same for hosts that the client was given by name (the demo's own); None: as for all others."""
    at_once_per_host: int = 2
    at_once: int = 50
    owner: str = ""
    """An address (home page or mail) at which an outlet reaches the owner; part of the User-Agent."""
    allow: AllowList = field(default_factory=AllowList)
    """Where the guard lets requests go beyond the public internet."""

    def __post_init__(self) -> None:
        if not self.owner.isprintable() or not self.owner.isascii():
            raise BadInput(
                "The owner's address in the User-Agent may contain printable ASCII characters only."
            )

    @property
    def user_agent(self) -> str:
        """Who asks: product, version and, where set, how to reach the owner."""
        return f"{PRODUCT}/{VERSION}" + (f" (+{self.owner})" if self.owner else "")

    def largest(self, kind: Kind) -> int:
        """Return the most bytes, packed or unpacked, that a document of *kind* may have."""
        return {"feed": self.largest_feed, "page": self.largest_page, "picture": self.largest_picture}[kind]

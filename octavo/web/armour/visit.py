"""What the armour has found out about a request, kept in its state."""

from dataclasses import dataclass, field

from starlette.types import Scope

from octavo.core.reading.access import Who

_KEY = "visit"


@dataclass(slots=True)
class Visit:
    """One request's facts; each middleware fills in what it knows, and what none has said stays the strictest."""

    is_near: bool = False
    """The peer is this machine and shows no sign of passing somebody else's request on."""
    is_local: bool = False
    """It is near, is no trusted proxy, and asked for a loopback name."""
    client: str = ""
    who: Who = Who.STRANGER
    token: str = field(default="", repr=False)
    """The session token that was accepted; empty: none."""


def visit(scope: Scope) -> Visit:
    """Return the facts of the request that *scope* describes."""
    found: Visit = scope.setdefault("state", {}).setdefault(_KEY, Visit())
    return found

"""How a feed and a source stand, in one word each."""

from collections.abc import Sequence
from typing import Literal

FeedState = Literal["paused", "gone", "blocked", "failing", "new", "well"]
SourceState = Literal["well", "part", "blocked", "down", "paused", "new", "none"]


def feed_state(*, status: str, paused: bool, polled: bool) -> FeedState:
    """Return the one word for a feed: the owner's pause comes before what its server says."""
    if paused:
        return "paused"
    match status:
        case "gone" | "blocked" | "failing":
            return status
        case _:
            return "well" if polled else "new"


def source_state(feeds: Sequence[FeedState]) -> SourceState:
    """Return the one word for a source by its feeds; paused feeds count only where there is no other."""
    if not feeds:
        return "none"
    active = [state for state in feeds if state != "paused"]
    if not active:
        return "paused"
    broken = [state for state in active if state in ("gone", "blocked", "failing")]
    if not broken:
        return "new" if set(active) == {"new"} else "well"
    if len(broken) < len(active):
        return "part"
    return "blocked" if set(broken) == {"blocked"} else "down"

"""Where a list's feeds stand."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class FeedLinks:
    """The two feeds of a list."""

    title: str
    atom: str
    json: str


def feed_links(title: str, path: str = "", **query: str) -> FeedLinks:
    """Return the links of the list at *path*, of the front page where none is given."""
    asked = f"?{urlencode(query)}" if query else ""
    return FeedLinks(title, f"{path}/feed.atom{asked}", f"{path}/feed.json{asked}")

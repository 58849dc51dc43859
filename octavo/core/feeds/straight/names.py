"""What feedparser calls a document's elements, and which names mean something to it."""

import re
from typing import Final

from feedparser.api import StrictFeedParser
from feedparser.util import FeedParserDict

_PREFIXES: Final[dict[str, str]] = {
    uri.lower(): prefix.lower() for uri, prefix in StrictFeedParser.namespaces.items()
}
"""The prefix under which feedparser knows a namespace, whatever the feed calls it; the feeds' own have none."""

_OTHER_VERSIONS: Final = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")
_USERLAND: Final = "backend.userland.com/rss"
_DECLARATION: Final = re.compile(r"xmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")

_FACTS: Final = frozenset(
    {
        "author",
        "authors",
        "content",
        "created",
        "href",
        "id",
        "image",
        "itunes_duration",
        "language",
        "link",
        "links",
        "media_content",
        "media_license",
        "media_thumbnail",
        "published",
        "rights",
        "summary",
        "tags",
        "title",
        "ttl",
        "updated",
    }
)
"""The names under which facts are asked for; an element of such a name would take the place of one."""


class UnusualError(Exception):
    """The document holds something that is left to feedparser; never leaves this folder."""


class Names(dict[str, str]):
    """The name under which feedparser knows each of the document's elements.

    What looks like a declaration inside of texts is taken for one too, which can only make the document unusual.
    """

    def __init__(self, text: str) -> None:
        self._prefixes: dict[str, str | None] = {"": ""}
        given: dict[str, str] = {}
        renamed: dict[str, str] = {}
        for prefix, double, single in _DECLARATION.findall(text):
            uri = double or single
            known = _known_prefix(uri)
            stands_for = known if known is not None else prefix.lower() or None
            if prefix and (
                given.setdefault(prefix, uri) != uri or self._prefixes.get(uri, stands_for) != stands_for
            ):
                raise UnusualError
            if known is not None:
                renamed[prefix] = known
            self._prefixes[uri] = stands_for
        if any(prefix and renamed.get(prefix, prefix) != prefix for prefix in self._prefixes.values()):
            raise UnusualError

    def __missing__(self, tag: str) -> str:
        uri, _, local = tag.rpartition("}")
        prefix = self._prefixes.get(uri.removeprefix("{"))
        if prefix is None:
            raise UnusualError
        name = f"{prefix}:{local}".lower() if prefix else local.lower()
        self[tag] = name
        return name


def _known_prefix(uri: str) -> str | None:
    """Return feedparser's prefix for a namespace; None for one that it does not know."""
    if uri.split() != [uri] or "&" in uri or uri.lower() in _OTHER_VERSIONS or _USERLAND in uri.lower():
        raise UnusualError
    return _PREFIXES.get(uri.lower())


def means_something(name: str) -> bool:
    """Return whether feedparser has a reader for such an element, or would keep it under a name that is asked for."""
    read = hasattr(StrictFeedParser, f"_start_{name}") or hasattr(StrictFeedParser, f"_end_{name}")
    return read or name in _FACTS or name in FeedParserDict.keymap or name.endswith("_detail")

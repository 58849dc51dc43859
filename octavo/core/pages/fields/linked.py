"""JSON-LD: what a page states about itself as linked data, read as far as a sane page goes."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from lxml.html import HtmlElement

from octavo.core.words import word_set

Node = Mapping[str, Any]

_LONGEST: Final = 1_000_000
"""Characters of linked data of one page that are read."""
_MOST_SCRIPTS: Final = 50
_MOST_NODES: Final = 2_000
_ARTICLE_TYPES: Final = word_set(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle",
    "backgroundnewsarticle askpublicnewsarticle satiricalarticle advertisercontentarticle blogposting",
    "liveblogposting socialmediaposting techarticle report scholarlyarticle review criticreview",
)
_PAGE_TYPES: Final = word_set(
    "webpage itempage videoobject podcastepisode mediagallery imagegallery audioobject"
)
_OUTLET_TYPES: Final = word_set("organization newsmediaorganization website corporation localbusiness")


@dataclass(frozen=True, slots=True)
class Linked:
    """The linked data of a page."""

    article: Node = field(default_factory=dict)
    """The object that describes the article, or an empty one."""
    nodes: Sequence[Node] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)
    """What is stated under each `@id`, for values that only name it."""

    def follow(self, value: object) -> object:
        """Return what *value* names by `@id` alone, else *value* itself."""
        if isinstance(value, dict) and isinstance(name := value.get("@id"), str) and "name" not in value:
            return self.by_id.get(name, value)
        return value

    def outlets(self) -> Iterator[object]:
        """Yield the names under which the page states its publisher."""
        for publisher in many(self.article.get("publisher")) + many(self.article.get("sourceOrganization")):
            followed = self.follow(publisher)
            yield followed.get("name") if isinstance(followed, dict) else followed
        for node in self.nodes:
            if (
                kinds(node) & _OUTLET_TYPES
                and "person" not in kinds(node)
                and "name" in node
                and "author" not in node
            ):
                yield node.get("name")


def read_linked(tree: HtmlElement, *, address: str) -> Linked:
    """Return the linked data of the page at *address*; broken or endless data is left out."""
    nodes: list[Node] = []
    by_id: dict[str, Node] = {}
    for data in _data(tree):
        for node in _nodes(data, limit=_MOST_NODES - len(nodes)):
            nodes.append(node)
            if isinstance(name := node.get("@id"), str) and len(node) > len(by_id.get(name, ())):
                by_id[name] = node
    return Linked(_article(nodes, address), nodes, by_id)


def kinds(node: Node) -> set[str]:
    """Return the types of *node* in lower case, without their vocabulary's address."""
    return {str(kind).lower().rpartition("/")[2].rpartition(":")[2] for kind in many(node.get("@type"))[:20]}


def many(value: object) -> list[Any]:
    """Return *value* as a list: none for None, itself if it is one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _data(tree: HtmlElement) -> Iterator[object]:
    room, scripts = _LONGEST, 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        room, scripts = room - len(text), scripts + 1
        if room < 0 or scripts > _MOST_SCRIPTS:
            return
        yield _parsed(text)


def _parsed(text: str) -> object:
    """Parse strictly, else with line breaks in strings, comments around it and a semicolon after it, as pages have them."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        pass
    text = text.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removeprefix("<![CDATA[")
    text = text.strip().removesuffix("-->").removesuffix("]]>").removesuffix("//").strip().rstrip(";")
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(data: object, *, limit: int) -> Iterator[Node]:
    """Walk JSON breadth-first, so that what describes the page comes before what it contains."""
    queue: list[object] = [data]
    seen = 0
    for one in queue:
        if isinstance(one, dict):
            seen += 1
            if seen > limit:
                return
            yield one
            queue.extend(value for value in one.values() if isinstance(value, (dict, list)))
        elif isinstance(one, list):
            queue.extend(value for value in one[:limit] if isinstance(value, (dict, list)))
        if len(queue) > limit * 5:
            return


def _article(nodes: Sequence[Node], address: str) -> Node:
    """Choose the object that is the article: one of the page's own address first, then the first with a headline."""
    place = _place(address)

    def merit(node: Node) -> tuple[bool, bool, bool]:
        own = bool(place) and any(_place(stated) == place for stated in _addresses(node))
        return bool(kinds(node) & _ARTICLE_TYPES), own, bool(node.get("headline"))

    described = [
        n for n in nodes if kinds(n) & (_ARTICLE_TYPES | _PAGE_TYPES) and (n.get("headline") or n.get("name"))
    ]
    return max(described, key=merit, default={})


def _addresses(node: Node) -> Iterator[str]:
    for key in ("mainEntityOfPage", "url", "@id"):
        for value in many(node.get(key))[:3]:
            stated = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(stated, str):
                yield stated


def _place(address: str) -> str:
    """Return the path of an address, which is what two statements of one page have in common."""
    path = address.partition("://")[2].partition("#")[0].partition("?")[0].partition("/")[2]
    return path.rstrip("/").lower()

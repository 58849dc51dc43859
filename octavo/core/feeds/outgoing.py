"""The feeds that Octavo writes: every list of stories or articles is also an Atom feed and a JSON Feed 1.1."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import orjson
from lxml import etree

from octavo.core.feeds.entry import Enclosure
from octavo.core.feeds.xml_text import legal
from octavo.core.urls import Url, without_secrets

_ATOM: Final = "http://www.w3.org/2005/Atom"
_EXTENSION: Final = "_octavo"
"""JSON Feed's place for what it has no field for: the licence and the rights of an item."""


@dataclass(frozen=True, slots=True)
class OutgoingItem:
    """One entry of a feed that Octavo writes."""

    id: str
    """An absolute IRI that stays the same for ever."""
    url: Url
    """The page on which Octavo shows the item."""
    title: str
    updated: datetime
    published: datetime | None = None
    summary: str = ""
    """Plain text."""
    content: str = ""
    """Html that has been cleaned, or empty."""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: Url | None = None
    attachments: tuple[Enclosure, ...] = ()
    language: str = ""
    original: Url | None = None
    """Where the item stands at its outlet."""
    licence: str = ""
    """Address of the licence, or empty."""
    rights: str = ""
    """The attribution line, or empty."""


@dataclass(frozen=True, slots=True)
class OutgoingFeed:
    """A feed that Octavo writes."""

    title: str
    address: Url
    """The feed's own address; user name and password in it are left out."""
    home: Url
    """The page that the feed is the feed of."""
    updated: datetime
    language: str = ""
    description: str = ""
    items: tuple[OutgoingItem, ...] = ()
    next_page: Url | None = None


def write_atom(feed: OutgoingFeed) -> bytes:
    """Return *feed* as Atom 1.0 (RFC 4287)."""
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    if feed.language:
        root.set("{http://www.w3.org/XML/1998/namespace}lang", legal(feed.language))
    _add(root, "id", without_secrets(feed.address))
    _add(root, "title", feed.title)
    if feed.description:
        _add(root, "subtitle", feed.description)
    _add(root, "updated", _date(feed.updated))
    _add(root, "link", rel="self", type="application/atom+xml", href=without_secrets(feed.address))
    _add(root, "link", rel="alternate", type="text/html", href=feed.home)
    if feed.next_page:
        _add(root, "link", rel="next", href=feed.next_page)
    _add(root, "generator", "Octavo")
    for item in feed.items:
        _add_item(root, item)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def write_json_feed(feed: OutgoingFeed) -> bytes:
    """Return *feed* as JSON Feed 1.1 (jsonfeed.org)."""
    facts = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": without_secrets(feed.address),
        "description": feed.description,
        "language": feed.language,
        "next_url": feed.next_page,
    }
    return orjson.dumps({**_stated(facts), "items": [_json_item(item) for item in feed.items]})


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(
        parent, f"{{{_ATOM}}}{name}", {key: legal(value) for key, value in attributes.items()}
    )
    element.text = legal(text) or None
    return element


def _add_item(root: etree._Element, item: OutgoingItem) -> None:
    entry = _add(root, "entry")
    if item.language:
        entry.set("{http://www.w3.org/XML/1998/namespace}lang", legal(item.language))
    _add(entry, "id", item.id)
    _add(entry, "title", item.title)
    _add(entry, "updated", _date(item.updated))
    if item.published:
        _add(entry, "published", _date(item.published))
    for name in item.authors or ("Octavo",):
        _add(_add(entry, "author"), "name", name)
    _add_links(entry, item)
    for tag in item.tags:
        _add(entry, "category", term=tag)
    if item.rights:
        _add(entry, "rights", item.rights)
    if item.summary:
        _add(entry, "summary", item.summary)
    if item.content:
        _add(entry, "content", item.content, type="html")


def _add_links(entry: etree._Element, item: OutgoingItem) -> None:
    _add(entry, "link", rel="alternate", type="text/html", href=item.url)
    if item.original:
        _add(entry, "link", rel="via", href=item.original)
    if item.licence:
        _add(entry, "link", rel="license", href=item.licence)
    for one in item.attachments:
        facts = {"type": one.type, "length": str(one.bytes) if one.bytes else "", "title": one.title}
        _add(entry, "link", rel="enclosure", href=one.url, **_stated(facts))
    if item.image and item.image not in {one.url for one in item.attachments}:
        _add(entry, "link", rel="enclosure", type="image/*", href=item.image)


def _json_item(item: OutgoingItem) -> dict[str, Any]:
    facts = {
        "id": item.id,
        "url": item.url,
        "external_url": item.original,
        "title": item.title,
        "summary": item.summary,
        "image": item.image,
        "date_published": _date(item.published or item.updated),
        "date_modified": _date(item.updated),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
        "language": item.language,
        "attachments": [_attachment(one) for one in item.attachments],
        _EXTENSION: _stated({"licence": item.licence, "rights": item.rights}),
    }
    body = {"content_html": item.content} if item.content else {"content_text": item.summary or item.title}
    return {**_stated(facts), **body}


def _attachment(one: Enclosure) -> dict[str, Any]:
    facts = {
        "url": one.url,
        "mime_type": one.type or "application/octet-stream",
        "title": one.title,
        "size_in_bytes": one.bytes,
        "duration_in_seconds": one.seconds,
    }
    return _stated(facts)


def _stated(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts that have a value."""
    return {name: value for name, value in facts.items() if value}


def _date(date: datetime) -> str:
    return date.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")

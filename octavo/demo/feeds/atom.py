"""Atom 1.0, with the licence as a link (RFC 4946) and the picture as Media RSS and enclosure."""

from collections.abc import Sequence
from typing import Any

from octavo.demo.feeds.elements import add, add_picture, qualified, root, to_bytes
from octavo.demo.licences import licence_url
from octavo.demo.site import Item, Site

LANG = qualified("xml:lang")


def write(site: Site, shown: Sequence[Item]) -> bytes:
    """Return the feed of *shown*, which must hold one item at least: Atom wants to know when the feed was updated."""
    document = root("atom:feed", "media", default="atom", **{LANG: site.outlet.language})
    add(document, "atom:id", site.feed)
    add(document, "atom:title", site.outlet.name)
    add(document, "atom:subtitle", site.outlet.type)
    add(document, "atom:updated", max(item.changed for item in shown).isoformat())
    add(document, "atom:link", rel="self", href=site.feed, type="application/atom+xml")
    add(document, "atom:link", rel="alternate", href=site.home, type="text/html")
    add(add(document, "atom:author"), "atom:name", site.outlet.name)
    for item in shown:
        _add_entry(document, item)
    return to_bytes(document)


def _add_entry(document: Any, item: Item) -> None:
    row = item.row
    entry = add(document, "atom:entry")
    add(entry, "atom:id", f"tag:octavo.demo.test,2026:{row.id}")
    add(entry, "atom:title", item.version.title)
    add(entry, "atom:link", rel="alternate", href=item.address, type="text/html")
    add(entry, "atom:published", item.published.isoformat())
    add(entry, "atom:updated", item.changed.isoformat())
    if row.author:
        add(add(entry, "atom:author"), "atom:name", row.author)
    for term in (row.section, *row.hashtags):
        add(entry, "atom:category", term=term)
    add(entry, "atom:summary", item.summary, type="text")
    add(entry, "atom:rights", row.attribution)
    add(entry, "atom:link", rel="license", href=licence_url(row.licence))
    if row.picture and item.picture:
        size = str(row.picture.file.stat().st_size)
        add(entry, "atom:link", rel="enclosure", href=item.picture, type="image/jpeg", length=size)
    add_picture(entry, item)

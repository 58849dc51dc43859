"""RSS 2.0, with authors and rights as Dublin Core, the licence as Creative Commons and the picture as Media RSS."""

from collections.abc import Sequence
from email.utils import format_datetime
from html import escape
from typing import Any

from octavo.demo.feeds.elements import add, add_picture, root, to_bytes
from octavo.demo.licences import licence_url
from octavo.demo.site import Item, Site


def write(site: Site, shown: Sequence[Item]) -> bytes:
    """Return the feed of *shown*."""
    document = root("rss", "atom", "creativeCommons", "dc", "media", version="2.0")
    channel = add(document, "channel")
    add(channel, "title", site.outlet.name)
    add(channel, "link", site.home)
    add(channel, "description", f"{site.outlet.name} ({site.outlet.type})")
    add(channel, "language", site.outlet.language)
    add(channel, "atom:link", rel="self", href=site.feed, type="application/rss+xml")
    if shown:
        add(channel, "lastBuildDate", format_datetime(max(item.changed for item in shown)))
    for item in shown:
        _add_item(channel, item)
    return to_bytes(document)


def _add_item(channel: Any, item: Item) -> None:
    row = item.row
    element = add(channel, "item")
    add(element, "title", item.version.title)
    add(element, "link", item.address)
    add(element, "guid", item.address, isPermaLink="true")
    add(element, "pubDate", format_datetime(item.published))
    if item.updated:
        add(element, "atom:updated", item.updated.isoformat())
    if row.author:
        add(element, "dc:creator", row.author)
    for category in (row.section, *row.hashtags):
        add(element, "category", category)
    # A description is html, here html without tags.
    add(element, "description", escape(item.summary, quote=False))
    add(element, "creativeCommons:license", licence_url(row.licence))
    add(element, "dc:rights", row.attribution)
    add_picture(element, item)

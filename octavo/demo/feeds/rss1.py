"""RSS 1.0: RDF, with dates, authors, subjects and rights as Dublin Core and the licence as Creative Commons."""

from collections.abc import Sequence
from typing import Any

from octavo.demo.feeds.elements import add, add_picture, qualified, root, to_bytes
from octavo.demo.licences import licence_url
from octavo.demo.site import Item, Site


def write(site: Site, shown: Sequence[Item]) -> bytes:
    """Return the feed of *shown*."""
    document = root("rdf:RDF", "cc", "dc", "dcterms", "media", "rdf", default="rss1")
    channel = add(document, "rss1:channel", **{qualified("rdf:about"): site.feed})
    add(channel, "rss1:title", site.outlet.name)
    add(channel, "rss1:link", site.home)
    add(channel, "rss1:description", f"{site.outlet.name} ({site.outlet.type})")
    add(channel, "dc:language", site.outlet.language)
    listed = add(add(channel, "rss1:items"), "rdf:Seq")
    for item in shown:
        add(listed, "rdf:li", **{qualified("rdf:resource"): item.address})
        _add_item(document, item)
    return to_bytes(document)


def _add_item(document: Any, item: Item) -> None:
    row = item.row
    element = add(document, "rss1:item", **{qualified("rdf:about"): item.address})
    add(element, "rss1:title", item.version.title)
    add(element, "rss1:link", item.address)
    add(element, "rss1:description", item.summary)
    add(element, "dc:date", item.published.isoformat())
    add(element, "dcterms:issued", item.published.isoformat())
    if item.updated:
        add(element, "dcterms:modified", item.updated.isoformat())
    if row.author:
        add(element, "dc:creator", row.author)
    for subject in (row.section, *row.hashtags):
        add(element, "dc:subject", subject)
    add(element, "dc:rights", row.attribution)
    add(element, "cc:license", **{qualified("rdf:resource"): licence_url(row.licence)})
    add_picture(element, item)

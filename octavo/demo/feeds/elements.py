"""XML elements by prefixed name, for the feed formats that are XML."""

from typing import Any, Final

from lxml import etree

from octavo.demo.licences import licence_url, licences
from octavo.demo.site import Item

_NAMESPACES: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "cc": "http://web.resource.org/cc/",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rss1": "http://purl.org/rss/1.0/",
    "sitemap": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def qualified(name: str) -> str:
    """Return lxml's form of a name such as `dc:creator`; a name without a prefix is in no namespace."""
    prefix, colon, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}" if colon else name


def root(name: str, *prefixes: str, default: str | None = None, **attributes: str) -> Any:
    """Return a document element that declares *prefixes*, and the namespace of the prefix *default* as its own."""
    declared: dict[str | None, str] = {prefix: _NAMESPACES[prefix] for prefix in prefixes}
    if default:
        declared[None] = _NAMESPACES[default]
    return etree.Element(qualified(name), attributes, nsmap=declared)


def add(parent: Any, name: str, text: str = "", **attributes: str) -> Any:
    """Append an element with *text* and return it."""
    element = etree.SubElement(parent, qualified(name), attributes)
    element.text = text or None
    return element


def to_bytes(document: Any) -> bytes:
    """Return the document as UTF-8 with its declaration."""
    packed: bytes = etree.tostring(document, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return packed


def add_picture(parent: Any, item: Item) -> None:
    """Append the item's picture as `media:content`, with its own credit and licence; nothing where it has none."""
    picture = item.row.picture
    if picture is None or item.picture is None:
        return
    size = {
        "width": str(picture.width),
        "height": str(picture.height),
        "fileSize": str(picture.file.stat().st_size),
    }
    media = add(parent, "media:content", url=item.picture, type="image/jpeg", medium="image", **size)
    add(media, "media:credit", picture.credit)
    add(
        media,
        "media:license",
        licences(picture.licence)[0].name,
        type="text/html",
        href=licence_url(picture.licence),
    )

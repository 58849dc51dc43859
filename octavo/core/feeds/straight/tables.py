"""Which elements are read of an entry, of the media in it and of a feed; any that feedparser knows beside them is unusual."""

from collections.abc import Mapping
from typing import Final

from lxml.etree import _Element as Element

from octavo.core.feeds.straight import elements as read
from octavo.core.feeds.straight.elements import Part, Reader
from octavo.core.feeds.straight.names import Names


def take(table: Mapping[str, Reader], element: Element, name: str, names: Names, part: Part) -> None:
    """Read an element of *part* as the table says; what is in no table is passed over, or unusual."""
    reader = table.get(name)
    if reader:
        reader(part, element, names)
    else:
        read.pass_over_unread(element, names)


def _media_content(part: Part, element: Element, names: Names) -> None:
    part.facts.setdefault("media_content", []).append(read.attributes_of(element))
    for child in element:
        take(_OF_MEDIA, child, names[child.tag], names, part)


def _media_group(part: Part, element: Element, names: Names) -> None:
    for child in element:
        take(_OF_GROUP, child, names[child.tag], names, part)


_SAYS_NOTHING: Final = dict.fromkeys(
    ("generator", "subtitle", "dc:publisher", "itunes:subtitle", "itunes:explicit", "itunes:block"),
    read.pass_over,
)
_MEDIA_SAYS_NOTHING: Final = dict.fromkeys(
    ("media:credit", "media:player", "media:rating", "media:restriction"), read.pass_over
)
_PERSON: Final = read.pass_over_with("name", "email", "uri", "url", "itunes:name", "itunes:email")

_OF_MEDIA: Final[dict[str, Reader]] = {
    **_MEDIA_SAYS_NOTHING,
    "media:category": read.category,
    "media:community": read.pass_over_with("media:starrating", "media:statistics", "media:tags"),
    "media:description": read.media_summary,
    "media:keywords": read.keywords,
    "media:thumbnail": read.thumbnail,
    "media:title": read.media_title,
}

_OF_GROUP: Final[dict[str, Reader]] = {**_OF_MEDIA, "media:content": _media_content}

OF_ENTRY: Final[dict[str, Reader]] = {
    **_SAYS_NOTHING,
    **_OF_GROUP,
    "author": read.author,
    "category": read.category,
    "content": read.content,
    "content:encoded": read.content,
    "contributor": _PERSON,
    "created": read.kept("created"),
    "creativecommons:license": read.licence,
    "dc:creator": read.author,
    "dc:date": read.kept("updated"),
    "dc:language": read.pass_over,
    "dc:rights": read.rights,
    "dc:subject": read.category,
    "dcterms:created": read.kept("created"),
    "dcterms:issued": read.kept("published"),
    "dcterms:modified": read.kept("updated"),
    "description": read.summary,
    "enclosure": read.enclosure,
    "guid": read.identity,
    "id": read.identity,
    "itunes:author": read.author,
    "itunes:duration": read.kept("itunes_duration"),
    "itunes:image": read.itunes_image,
    "itunes:keywords": read.keywords,
    "itunes:summary": read.summary,
    "link": read.link,
    "media:group": _media_group,
    "media:title": read.own_media_title,
    "pubdate": read.kept("published"),
    "published": read.kept("published"),
    "rights": read.rights,
    "source": read.source,
    "summary": read.summary,
    "title": read.title,
    "updated": read.kept("updated"),
}

OF_FEED: Final[dict[str, Reader]] = {
    **_SAYS_NOTHING,
    **_MEDIA_SAYS_NOTHING,
    **dict.fromkeys(
        ("media:category", "media:keywords", "media:thumbnail", "feedburner:browserfriendly"), read.pass_over
    ),
    **dict.fromkeys(("author", "contributor", "managingeditor", "webmaster", "itunes:owner"), _PERSON),
    **dict.fromkeys(("category", "cloud", "dc:creator", "dc:date", "lastbuilddate"), read.pass_over),
    **dict.fromkeys(("itunes:author", "itunes:keywords", "pubdate", "rating", "updated"), read.pass_over),
    "copyright": read.rights,
    "creativecommons:license": read.licence,
    "dc:language": read.kept("language"),
    "dc:rights": read.rights,
    "description": read.feed_summary,
    "id": read.identity,
    "image": read.pass_over_with("url", "title", "link", "width", "height", "description"),
    "itunes:category": read.pass_over_with("itunes:category"),
    "itunes:image": read.itunes_image,
    "itunes:summary": read.feed_itunes_summary,
    "language": read.kept("language"),
    "link": read.link,
    "rights": read.rights,
    "skipdays": read.pass_over_with("day"),
    "skiphours": read.pass_over_with("hour"),
    "sy:updatebase": read.pass_over,
    "sy:updatefrequency": read.kept("sy_updatefrequency"),
    "sy:updateperiod": read.kept("sy_updateperiod"),
    "title": read.feed_title,
    "ttl": read.kept("ttl"),
}

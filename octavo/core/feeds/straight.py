"""The usual feed, read straight from an lxml tree in a fraction of feedparser's time.

Only what is plainly well-formed RSS 2.0 or Atom 1.0, made of the elements in the tables below, is read here, and it
is read as feedparser reads it: the same facts under the same names, its habits included. Whatever else turns up, be it
one unlisted element or attribute, the whole document is given back for feedparser to read.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from feedparser.api import StrictFeedParser
from lxml import etree

from octavo.core.feeds.markup import MOST_ENTRIES, MOST_REFERENCES, MOST_TAGS

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

_PREFIXES: Final[dict[str, str]] = {
    uri.lower(): prefix for uri, prefix in StrictFeedParser.namespaces.items()
}
"""The prefix under which feedparser knows a namespace, whatever the feed calls it; the feeds' own have none."""
_KNOWN_PREFIXES: Final = frozenset(prefix.lower() for prefix in _PREFIXES.values() if prefix)
_OTHER_VERSIONS: Final = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")

_MOST_EQUALS: Final = 500
"""More equals signs between two tags are more attributes than a parser should be given."""

_ODD_CHARACTER: Final = re.compile("[\x7f-\x9f]")
_ODD_REFERENCE: Final = re.compile(r"&#(?:0*1(?:2[789]|[345]\d)|[xX]0*(?:7[fF]|[89][0-9a-fA-F]));")
_QUERY_NAME: Final = re.compile(r"&([A-Za-z0-9_]+);")

_TEXT_TYPES: Final = {
    "text": "text/plain",
    "plain": "text/plain",
    "text/plain": "text/plain",
    "html": "text/html",
    "text/html": "text/html",
}

Element = etree._Element
Facts = dict[str, Any]


class _UnusualError(Exception):
    """The document holds something that is not read here."""


@dataclass(slots=True)
class _Part:
    """The feed or one entry, while it is read."""

    language: str
    guesses_html: bool
    """RSS does not say whether a title is html."""
    has_content: bool = False
    titled: bool = False
    wants_title: bool = False
    """A picture's title was passed over, which would be the entry's if that had none."""
    facts: Facts = field(default_factory=dict)


def read(text: str) -> Mapping[str, Any] | None:
    """Return what feedparser says of the feed in *text*, which begins with the root; None where only it can say that."""
    if not _is_plain(text):
        return None
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return _read(etree.fromstring(text.encode(), parser))
    except (etree.XMLSyntaxError, UnicodeEncodeError, _UnusualError):
        return None


def _is_plain(text: str) -> bool:
    """Return whether *text* has nothing that has to be mended or bounded before a parser may see it."""
    if text.count("<") > MOST_TAGS or text.count("&") > MOST_REFERENCES or "xml:base" in text:
        return False
    if text.find("xmlns", text.find(">")) >= 0:
        return False
    if ("\x7f" in text) if text.isascii() else _ODD_CHARACTER.search(text):
        return False
    if "&#" in text and _ODD_REFERENCE.search(text):
        return False
    return all(part.count("=") <= _MOST_EQUALS for part in text.split("<"))


class _Names(dict[str, str]):
    """The name under which feedparser knows each of the document's elements; `?` for those of unknown namespaces."""

    def __init__(self, root: Element) -> None:
        self._prefixes: dict[str, str] = {}
        for given, uri in root.nsmap.items():
            prefix = _PREFIXES.get(uri.lower())
            strange = (
                given is None or given.lower() in _KNOWN_PREFIXES or "backend.userland.com/rss" in uri.lower()
            )
            confused = given in _KNOWN_PREFIXES and given != (prefix or "").lower()
            if (
                (prefix is None and strange)
                or confused
                or uri.split() != [uri]
                or uri.lower() in _OTHER_VERSIONS
            ):
                raise _UnusualError
            self._prefixes[uri] = "?" if prefix is None else prefix.lower()

    def __missing__(self, tag: str) -> str:
        uri, _, local = tag.rpartition("}")
        prefix = self._prefixes.get(uri.removeprefix("{"), "") if uri else ""
        name = "?" if prefix == "?" else f"{prefix}:{local}".removeprefix(":").lower()
        self[tag] = name
        return name


def _read(root: Element) -> Mapping[str, Any]:
    names = _Names(root)
    language = _root_language(root)
    if root.tag == f"{{{_ATOM}}}feed":
        feed, entries = _feed(root, names, _Part(language, guesses_html=False))
        version = "atom10"
    elif root.tag == "rss" and len(root) == 1 and root[0].tag == "channel":
        _attributes(root[0], ())
        feed, entries = _feed(root[0], names, _Part(language, guesses_html=True))
        version = "rss"
    else:
        raise _UnusualError
    return {"version": version, "bozo": False, "feed": feed.facts, "entries": entries}


def _root_language(root: Element) -> str:
    """Return the language that the root states, in feedparser's spelling."""
    for name in root.keys():  # noqa: SIM118  # an element is no mapping: iterated, it yields its children
        if name != _XML_LANG and name.lower().endswith(("lang", "base")):
            raise _UnusualError
    return str(root.get(_XML_LANG, "")).replace("_", "-")


def _feed(element: Element, names: _Names, feed: _Part) -> tuple[_Part, list[Facts]]:
    """Return the feed's own facts and those of its entries."""
    entry_name = "item" if feed.guesses_html else "entry"
    entries: list[Facts] = []
    if feed.language:
        feed.facts["language"] = feed.language
    for child in element:
        name = names[child.tag]
        if name != entry_name:
            _take(_OF_FEED, child, name, names, feed)
            continue
        if len(entries) == MOST_ENTRIES:
            raise _UnusualError
        # feedparser carries what it has seen in the feed's own description over into the first entry.
        entries.append(_entry(child, names, _Part(feed.language, feed.guesses_html, feed.has_content)))
        feed.has_content = False
    return feed, entries


def _entry(element: Element, names: _Names, entry: _Part) -> Facts:
    _attributes(element, ())
    for child in element:
        _take(_OF_ENTRY, child, names[child.tag], names, entry)
    authors = entry.facts.get("authors", ())
    if len(authors) > 1 and any("@" in text for author in authors for text in author.values()):
        raise _UnusualError
    if entry.wants_title and not entry.titled:
        raise _UnusualError
    return entry.facts


Reader = Callable[[_Part, Element, _Names], None]


def _take(table: Mapping[str, Reader], element: Element, name: str, names: _Names, part: _Part) -> None:
    if name == "?":
        _pass_over_foreign(element, names)
        return
    reader = table.get(name)
    if reader is None:
        raise _UnusualError
    reader(part, element, names)


def _attributes(element: Element, allowed: Iterable[str] | None = None) -> dict[str, str]:
    """Return an element's attributes as feedparser spells them; of some elements only a few are *allowed*."""
    found = {}
    for name, value in element.items():
        name = name.lower()
        if name.endswith(("base", "lang")) or (allowed is not None and name not in allowed):
            raise _UnusualError
        found[name] = value.lower() if name in ("rel", "type") else value
    return found


def _raw(element: Element) -> str:
    """Return the text of an element that must not hold others."""
    if len(element):
        raise _UnusualError
    return (element.text or "").strip()


def _mended(text: str) -> str:
    """Return *text*, decoded once more where it has been encoded as UTF-8 twice."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode()
    except UnicodeError:
        return text


def _text(element: Element, allowed: Iterable[str] | None = ()) -> str:
    _attributes(element, allowed)
    return _mended(_raw(element))


def _address(text: str) -> str:
    if "///" in text:
        raise _UnusualError
    return text


def _typed(element: Element, *, usual: str = "text/plain") -> tuple[str, str]:
    """Return an element's text and of which type it is."""
    media_type = _TEXT_TYPES.get(_attributes(element, ("type",)).get("type", usual))
    if media_type is None:
        raise _UnusualError
    return _mended(_raw(element)), media_type


def _detail(part: _Part, element: Element) -> Facts:
    text, media_type = _typed(element)
    if part.guesses_html and media_type == "text/plain" and ("<" in text or "&" in text):
        media_type = "text/html" if StrictFeedParser.looks_like_html(text) else media_type
    return {"type": media_type, "value": text, "language": part.language}


def _title(part: _Part, element: Element, _: _Names) -> None:
    detail = _detail(part, element)
    if not part.titled:
        part.facts.update(title=detail["value"], title_detail=detail)
        part.titled = bool(detail["value"])


def _media_title(part: _Part, element: Element, _: _Names) -> None:
    _typed(element)
    part.wants_title |= not part.titled


def _feed_title(part: _Part, element: Element, names: _Names) -> None:
    if "title" in part.facts:
        raise _UnusualError
    _title(part, element, names)


def _rights(part: _Part, element: Element, _: _Names) -> None:
    detail = _detail(part, element)
    part.facts.update(rights=detail["value"], rights_detail=detail)


def _summary(part: _Part, element: Element, _: _Names) -> None:
    """Read a description; a second one, where no content has come yet, is the content."""
    text, _type = _typed(element)
    if "summary" in part.facts and not part.has_content:
        part.has_content = True
        part.facts.setdefault("content", []).append({"value": text})
    else:
        part.facts.update(summary=text, summary_detail={"language": part.language})


def _media_summary(part: _Part, element: Element, names: _Names) -> None:
    if "summary" in part.facts and part.has_content:
        raise _UnusualError
    _summary(part, element, names)


def _feed_summary(part: _Part, element: Element, _: _Names) -> None:
    """Read over a feed's description, but for what it does to the first entry's."""
    _typed(element)
    part.has_content |= "summary" in part.facts


def _feed_itunes_summary(part: _Part, element: Element, _: _Names) -> None:
    if "summary" in part.facts:
        raise _UnusualError
    part.facts["summary"] = _typed(element)[0]


def _content(part: _Part, element: Element, _: _Names) -> None:
    text, _type = _typed(element)
    part.has_content = True
    part.facts.setdefault("content", []).append({"value": text})
    part.facts.setdefault("summary", text)


def _link(part: _Part, element: Element, _: _Names) -> None:
    """Read a link of RSS, whose address is its text, or of Atom, where it is an attribute."""
    attributes = _attributes(element)
    links = part.facts.setdefault("links", [])
    if not attributes:
        href = _mended(_address(_raw(element)))
        if part.guesses_html:
            href = _QUERY_NAME.sub(r"&\1", href.replace("&amp;", "&"))
        part.facts["link"] = href
        links.append({"rel": "alternate", "type": "text/html", **({"href": href} if href else {})})
        return
    if not attributes.get("href") or "url" in attributes or "uri" in attributes or _raw(element):
        raise _UnusualError
    _address(attributes["href"])
    attributes.setdefault("rel", "alternate")
    attributes.setdefault("type", "application/atom+xml" if attributes["rel"] == "self" else "text/html")
    links.append(attributes)
    if attributes["rel"] == "alternate" and attributes["type"] in (
        "html",
        "text/html",
        "application/xhtml+xml",
    ):
        part.facts["link"] = attributes["href"]


def _id(part: _Part, element: Element, _: _Names) -> None:
    is_link = _attributes(element, ("ispermalink",)).get("ispermalink", "true") == "true"
    text = _raw(element)
    part.facts["id"] = _mended(_address(text) if is_link else text)
    if is_link:
        part.facts.setdefault("link", part.facts["id"])


def _kept(name: str) -> Reader:
    """Return what keeps an element's text under a name; of several the last."""

    def keep(part: _Part, element: Element, _: _Names) -> None:
        part.facts[name] = _text(element)

    return keep


def _category(part: _Part, element: Element, _: _Names) -> None:
    attributes = _attributes(element)
    term, label, text = attributes.get("term", ""), attributes.get("label", ""), _mended(_raw(element))
    if text and (term or label):
        raise _UnusualError
    if text or term or label:
        part.facts.setdefault("tags", []).append({"term": text or term, "label": label})


def _keywords(part: _Part, element: Element, _: _Names) -> None:
    words = (word.strip() for word in _text(element).split(","))
    part.facts.setdefault("tags", []).extend({"term": word} for word in words if word)


def _author(part: _Part, element: Element, names: _Names) -> None:
    """Read an author: a text of RSS, or a person of Atom with name and mail address."""
    _attributes(element, ())
    person = _person(element, names) if len(element) else {}
    authors = part.facts.setdefault("authors", [])
    name, email = person.get("name", ""), person.get("email", "")
    if len(element):
        if authors and not name:
            raise _UnusualError
        whole = f"{name} ({email})" if name and email else name or email
        authors.append(person)
    else:
        whole = _mended(_raw(element))
        authors.append({"name": whole} if whole else {})
    part.facts["author"] = whole


def _person(element: Element, names: _Names) -> dict[str, str]:
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise _UnusualError
    person: dict[str, str] = {}
    for child in element:
        _attributes(child, ())
        match names[child.tag]:
            case "name" | "email" as name if name not in person:
                person[name] = _raw(child)
            case "uri":
                _raw(child)
            case "?":
                _pass_over_foreign(child, names)
            case _:
                raise _UnusualError
    return person


def _enclosure(part: _Part, element: Element, _: _Names) -> None:
    attributes = _attributes(element)
    if not attributes.get("url") or "uri" in attributes or "href" in attributes or _raw(element):
        raise _UnusualError
    attributes["href"] = attributes.pop("url")
    attributes["rel"] = "enclosure"
    part.facts.setdefault("links", []).append(attributes)


def _source(part: _Part, element: Element, _: _Names) -> None:
    """Read over the feed that RSS names as an entry's source; a title after it counts again."""
    _text(element, ("url",))
    part.titled = False


def _media_content(part: _Part, element: Element, names: _Names) -> None:
    part.facts.setdefault("media_content", []).append(_attributes(element))
    _media_group(part, element, names)


def _media_group(part: _Part, element: Element, names: _Names) -> None:
    for child in element:
        _take(_OF_MEDIA, child, names[child.tag], names, part)


def _thumbnail(part: _Part, element: Element, _: _Names) -> None:
    attributes = _attributes(element)
    if not attributes.get("url") or _raw(element):
        raise _UnusualError
    part.facts.setdefault("media_thumbnail", []).append(attributes)


def _itunes_image(part: _Part, element: Element, _: _Names) -> None:
    href = _attributes(element, ("href",)).get("href")
    if not href or _raw(element):
        raise _UnusualError
    part.facts["image"] = {"href": href}


def _licence(part: _Part, element: Element, _: _Names) -> None:
    href = _text(element)
    part.facts.setdefault("links", []).append({"rel": "license", **({"href": href} if href else {})})


def _pass_over(_: _Part, element: Element, _names: _Names) -> None:
    _attributes(element)
    _raw(element)


def _pass_over_foreign(element: Element, names: _Names) -> None:
    """Read over an element of a namespace that feedparser does not know, with all that it holds."""
    for inner in element.iter():
        if names[inner.tag] != "?":
            raise _UnusualError
        _attributes(inner)


def _pass_over_with(*inner: str) -> Reader:
    """Return what reads over an element that may hold some others, which mean nothing in it."""

    def pass_over(_: _Part, element: Element, names: _Names) -> None:
        _attributes(element)
        for child in element:
            if names[child.tag] not in inner or any(names[one.tag] not in inner for one in child.iter()):
                raise _UnusualError
            for one in child.iter():
                _attributes(one)

    return pass_over


_SAYS_NOTHING: Final = dict.fromkeys(
    (
        *(
            "comments",
            "docs",
            "generator",
            "subtitle",
            "icon",
            "logo",
            "dc:identifier",
            "dc:type",
            "dc:format",
        ),
        *(
            "dc:publisher",
            "dc:source",
            "slash:comments",
            "slash:section",
            "slash:department",
            "slash:hit_parade",
        ),
        *("wfw:comment", "wfw:commentrss", "thr:total", "thr:in-reply-to", "feedburner:origlink"),
        *(
            "feedburner:origenclosurelink",
            "feedburner:info",
            "feedburner:emailserviceid",
            "feedburner:feedburnerhostname",
        ),
        *("itunes:subtitle", "itunes:explicit", "itunes:episode", "itunes:episodetype", "itunes:season"),
        *("itunes:block", "itunes:title", "itunes:order", "itunes:isclosedcaptioned", "itunes:type"),
        *(
            "media:credit",
            "media:rating",
            "media:restriction",
            "media:copyright",
            "media:text",
            "media:adult",
        ),
    ),
    _pass_over,
)
_PERSON: Final = _pass_over_with("name", "email", "uri", "url", "itunes:name", "itunes:email")

_OF_MEDIA: Final[dict[str, Reader]] = {
    **{name: reader for name, reader in _SAYS_NOTHING.items() if name.startswith("media:")},
    "media:community": _pass_over_with("media:starrating", "media:statistics", "media:tags"),
    "media:content": _media_content,
    "media:description": _media_summary,
    "media:keywords": _keywords,
    "media:thumbnail": _thumbnail,
    "media:title": _media_title,
}

_OF_ENTRY: Final[dict[str, Reader]] = {
    **_SAYS_NOTHING,
    **{
        name: _OF_MEDIA[name]
        for name in ("media:community", "media:content", "media:keywords", "media:thumbnail")
    },
    "author": _author,
    "category": _category,
    "content": _content,
    "content:encoded": _content,
    "contributor": _PERSON,
    "created": _kept("created"),
    "creativecommons:license": _licence,
    "dc:creator": _author,
    "dc:date": _kept("updated"),
    "dc:language": _pass_over,
    "dc:rights": _rights,
    "dc:subject": _category,
    "dcterms:created": _kept("created"),
    "dcterms:issued": _kept("published"),
    "dcterms:modified": _kept("updated"),
    "description": _summary,
    "enclosure": _enclosure,
    "guid": _id,
    "id": _id,
    "itunes:author": _author,
    "itunes:duration": _kept("itunes_duration"),
    "itunes:image": _itunes_image,
    "itunes:keywords": _keywords,
    "itunes:summary": _summary,
    "link": _link,
    "media:group": _media_group,
    "pubdate": _kept("published"),
    "published": _kept("published"),
    "rights": _rights,
    "source": _source,
    "summary": _summary,
    "title": _title,
    "updated": _kept("updated"),
}

_OF_FEED: Final[dict[str, Reader]] = {
    **{name: reader for name, reader in _SAYS_NOTHING.items() if not name.startswith("media:")},
    **dict.fromkeys(("author", "contributor", "managingeditor", "webmaster", "itunes:owner"), _PERSON),
    **dict.fromkeys(("category", "cloud", "dc:creator", "dc:date", "id", "lastbuilddate"), _pass_over),
    **dict.fromkeys(("itunes:author", "itunes:keywords", "pubdate", "rating", "updated"), _pass_over),
    "copyright": _rights,
    "creativecommons:license": _licence,
    "dc:language": _kept("language"),
    "dc:rights": _rights,
    "description": _feed_summary,
    "image": _pass_over_with("url", "title", "link", "width", "height", "description"),
    "itunes:category": _pass_over_with("itunes:category"),
    "itunes:image": _itunes_image,
    "itunes:summary": _feed_itunes_summary,
    "language": _kept("language"),
    "link": _link,
    "rights": _rights,
    "skipdays": _pass_over_with("day"),
    "skiphours": _pass_over_with("hour"),
    "sy:updatebase": _pass_over,
    "sy:updatefrequency": _kept("sy_updatefrequency"),
    "sy:updateperiod": _kept("sy_updateperiod"),
    "title": _feed_title,
    "ttl": _kept("ttl"),
}

"""The elements of entries and feeds, each read as feedparser reads it; what is unusual about one raises UnusualError."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from feedparser.api import StrictFeedParser
from lxml.etree import _Element as Element

from octavo.core.feeds.straight.names import Names, UnusualError, means_something

_TEXT_TYPES: Final = {
    "text": "text/plain",
    "plain": "text/plain",
    "text/plain": "text/plain",
    "html": "text/html",
    "text/html": "text/html",
}

_PAGE_TYPES: Final = ("html", "text/html", "xhtml", "application/xhtml+xml")
_QUERY_NAME: Final = re.compile(r"&([A-Za-z0-9_]+);")

Facts = dict[str, Any]


@dataclass(slots=True)
class Part:
    """The feed or one entry, while it is read."""

    language: str
    guesses_html: bool
    """RSS does not say whether a title is html."""
    is_entry: bool = False
    has_content: bool = False
    titled: bool = False
    has_person: bool = False
    wants_title: bool = False
    """A picture's title was passed over, which would be the entry's if that had none."""
    facts: Facts = field(default_factory=dict)


Reader = Callable[[Part, Element, Names], None]


def attributes_of(element: Element, allowed: Iterable[str] | None = None) -> dict[str, str]:
    """Return an element's attributes as feedparser spells them; of some elements only a few are *allowed*."""
    found = {}
    for name, value in element.items():
        name = name.lower()
        if name.endswith(("base", "lang")) or (allowed is not None and name not in allowed):
            raise UnusualError
        found[name] = value.lower() if name in ("rel", "type") else value
    return found


def _raw(element: Element) -> str:
    """Return the text of an element that must not hold others."""
    if len(element):
        raise UnusualError
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
    attributes_of(element, allowed)
    return _mended(_raw(element))


def _address(text: str) -> str:
    """Return an address as it stands, unless it has slashes that feedparser would take out."""
    if "///" in text:
        raise UnusualError
    return text


def _typed(element: Element) -> tuple[str, str]:
    """Return an element's text and of which type it is."""
    media_type = _TEXT_TYPES.get(attributes_of(element, ("type",)).get("type", "text"))
    if media_type is None:
        raise UnusualError
    return _mended(_raw(element)), media_type


def _detail(part: Part, element: Element) -> Facts:
    """Return a text with its type and language; RSS calls plain what may be html, so that has to be guessed."""
    text, media_type = _typed(element)
    if part.guesses_html and media_type == "text/plain" and ("<" in text or "&" in text):
        media_type = "text/html" if StrictFeedParser.looks_like_html(text) else media_type
    return {"type": media_type, "value": text, "language": part.language}


def title(part: Part, element: Element, _: Names) -> None:
    detail = _detail(part, element)
    if not part.titled:
        part.facts.update(title=detail["value"], title_detail=detail)
        part.titled = bool(detail["value"])


def own_media_title(part: Part, element: Element, names: Names) -> None:
    """Read a title that stands beside the entry's own, and before it counts until that comes."""
    titled = part.titled
    title(part, element, names)
    part.titled = titled


def media_title(part: Part, element: Element, _: Names) -> None:
    """Read over the title of a picture or film inside an entry."""
    _typed(element)
    part.wants_title |= not part.titled


def feed_title(part: Part, element: Element, names: Names) -> None:
    if "title" in part.facts:
        raise UnusualError
    title(part, element, names)


def rights(part: Part, element: Element, _: Names) -> None:
    detail = _detail(part, element)
    part.facts.update(rights=detail["value"], rights_detail=detail)


def summary(part: Part, element: Element, _: Names) -> None:
    """Read a description; a second one, where no content has come yet, is the content."""
    text, _type = _typed(element)
    if "summary" in part.facts and not part.has_content:
        part.has_content = True
        part.facts.setdefault("content", []).append({"value": text})
    else:
        part.facts.update(summary=text, summary_detail={"language": part.language})


def media_summary(part: Part, element: Element, names: Names) -> None:
    if "summary" in part.facts and part.has_content:
        raise UnusualError
    summary(part, element, names)


def feed_summary(part: Part, element: Element, _: Names) -> None:
    """Read over a feed's description, but for what it does to the first entry's."""
    _typed(element)
    part.has_content |= "summary" in part.facts


def feed_itunes_summary(part: Part, element: Element, _: Names) -> None:
    """Keep a podcast's summary only for what a description after it does to the first entry."""
    if "summary" in part.facts:
        raise UnusualError
    part.facts["summary"] = _typed(element)[0]


def content(part: Part, element: Element, _: Names) -> None:
    """Read the full text, which is the summary too until one comes."""
    text, _type = _typed(element)
    part.has_content = True
    part.facts.setdefault("content", []).append({"value": text})
    part.facts.setdefault("summary", text)


def link(part: Part, element: Element, _: Names) -> None:
    """Read a link of RSS, whose address is its text, or of Atom, where it is an attribute."""
    attributes = attributes_of(element)
    links = part.facts.setdefault("links", [])
    if not attributes:
        href = _mended(_address(_raw(element)))
        href = _QUERY_NAME.sub(r"&\1", href.replace("&amp;", "&") if part.is_entry else href)
        part.facts["link"] = href
        links.append({"rel": "alternate", "type": "text/html", **({"href": href} if href else {})})
        return
    if not attributes.get("href") or "url" in attributes or "uri" in attributes or _raw(element):
        raise UnusualError
    _address(attributes["href"])
    attributes.setdefault("rel", "alternate")
    attributes.setdefault("type", "application/atom+xml" if attributes["rel"] == "self" else "text/html")
    links.append(attributes)
    if attributes["rel"] == "alternate" and attributes["type"] in _PAGE_TYPES:
        part.facts["link"] = attributes["href"]


def identity(part: Part, element: Element, _: Names) -> None:
    """Read a guid or id, which is the link too where there is none and it does not say otherwise."""
    is_link = attributes_of(element, ("ispermalink",)).get("ispermalink", "true") == "true"
    text = _raw(element)
    part.facts["id"] = _mended(_address(text) if is_link else text)
    if is_link:
        part.facts.setdefault("link", part.facts["id"])


def kept(name: str) -> Reader:
    """Return what keeps an element's text under a name; of several the last."""

    def keep(part: Part, element: Element, _: Names) -> None:
        part.facts[name] = _text(element)

    return keep


def category(part: Part, element: Element, _: Names) -> None:
    attributes = attributes_of(element)
    term, label, text = attributes.get("term", ""), attributes.get("label", ""), _mended(_raw(element))
    if text and (term or label):
        raise UnusualError
    if text or term or label:
        part.facts.setdefault("tags", []).append({"term": text or term, "label": label})


def keywords(part: Part, element: Element, _: Names) -> None:
    words = (word.strip() for word in _text(element).split(","))
    part.facts.setdefault("tags", []).extend({"term": word} for word in words if word)


def author(part: Part, element: Element, names: Names) -> None:
    """Read an author: a text of RSS, or a person of Atom with name and mail address; feedparser confuses a mixture."""
    attributes_of(element, ())
    authors = part.facts.setdefault("authors", [])
    is_person = len(element) > 0
    if authors and is_person != part.has_person:
        raise UnusualError
    part.has_person = is_person
    if is_person:
        person = _person(element, names)
        name, email = person.get("name", ""), person.get("email", "")
        if authors and not name:
            raise UnusualError
        whole = f"{name} ({email})" if name and email else name or email
    else:
        whole = _mended(_raw(element))
        person = {"name": whole} if whole else {}
    authors.append(person)
    part.facts["author"] = whole


def _person(element: Element, names: Names) -> dict[str, str]:
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise UnusualError
    person: dict[str, str] = {}
    for child in element:
        attributes_of(child, ())
        match names[child.tag]:
            case "name" | "email" as name if name not in person:
                person[name] = _raw(child)
            case "uri":
                _raw(child)
            case _:
                pass_over_unread(child, names)
    return person


def enclosure(part: Part, element: Element, _: Names) -> None:
    attributes = attributes_of(element)
    if not attributes.get("url") or "uri" in attributes or "href" in attributes or _raw(element):
        raise UnusualError
    attributes["href"] = attributes.pop("url")
    attributes["rel"] = "enclosure"
    part.facts.setdefault("links", []).append(attributes)


def source(part: Part, element: Element, _: Names) -> None:
    """Read over the feed that RSS names as an entry's source; a title after it counts again."""
    _text(element, ("url",))
    part.titled = False


def thumbnail(part: Part, element: Element, _: Names) -> None:
    attributes = attributes_of(element)
    if not attributes.get("url") or _raw(element):
        raise UnusualError
    part.facts.setdefault("media_thumbnail", []).append(attributes)


def itunes_image(part: Part, element: Element, _: Names) -> None:
    href = attributes_of(element, ("href",)).get("href")
    if not href or _raw(element):
        raise UnusualError
    part.facts["image"] = {"href": href}


def licence(part: Part, element: Element, _: Names) -> None:
    href = _text(element)
    part.facts.setdefault("links", []).append({"rel": "license", **({"href": href} if href else {})})


def pass_over(_: Part, element: Element, _names: Names) -> None:
    """Read over an element that feedparser reads, but that says nothing Octavo asks for."""
    attributes_of(element)
    _raw(element)


def pass_over_with(*inner: str) -> Reader:
    """Return what reads over an element that may hold some others, which mean nothing in it."""

    def pass_over(_: Part, element: Element, names: Names) -> None:
        attributes_of(element)
        for child in element:
            if names[child.tag] not in inner or any(names[one.tag] not in inner for one in child.iter()):
                raise UnusualError
            for one in child.iter():
                attributes_of(one)

    return pass_over


def pass_over_unread(element: Element, names: Names) -> None:
    """Read over an element that feedparser knows nothing about, with all that it holds."""
    for one in element.iter():
        if means_something(names[one.tag].replace(":", "_")):
            raise UnusualError
        attributes_of(one)

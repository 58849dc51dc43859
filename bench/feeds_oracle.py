"""What a feed file holds by another reading: strict lxml and XPath over well-formed XML, and the suites' own comments.

Nothing of the product is imported here: an oracle that shares code with what it judges agrees with its mistakes.
"""

import ast
import base64
import binascii
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
from lxml import etree

_DC: Final = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
_BASE: Final = "{http://www.w3.org/XML/1998/namespace}base"
_NOISE: Final = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Item:
    """One item or entry element; what may be written in more than one right way is a set."""

    titles: frozenset[str]
    link: str | None
    date: datetime | None
    """None: the oracle has no opinion."""


def items(body: bytes, *, address: str) -> list[Item] | None:
    """Return the items of a well-formed feed; None where the document is not well-formed."""
    parser = etree.XMLParser(no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return None
    found = root.xpath("//*[local-name()='item' or local-name()='entry']")
    return [_item(element, address=address) for element in found]


def count_broken(body: bytes) -> int:
    """Return how many items a document that is not well-formed begins."""
    text = re.sub(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>", b"", body, flags=re.DOTALL)
    return len(re.findall(rb"<(?:\w+:)?(?:item|entry)[\s>]", text))


def _item(element: etree._Element, *, address: str) -> Item:
    return Item(titles=_titles(element), link=_link(element, address=address), date=_date(element))


def _is_atom(element: etree._Element) -> bool:
    return str(etree.QName(element).localname) == "entry"


def _own(element: etree._Element, *names: str) -> list[etree._Element]:
    """Return the children with one of the names, in the order of the names, in the namespace of the element itself."""
    space = etree.QName(element).namespace
    return [
        child
        for name in names
        for child in element
        if isinstance(child.tag, str)
        and etree.QName(child).localname.lower() == name
        and etree.QName(child).namespace == space
    ]


def _text(element: etree._Element) -> str:
    return "".join(element.itertext()).strip()


def plain(text: str) -> str:
    """Return text as titles are compared: one line, nothing invisible."""
    return " ".join(_NOISE.sub("", text).split())


def _stripped(markup: str) -> str:
    if not markup.strip():
        return ""
    if "<" not in markup:
        return html.unescape(markup)
    try:
        tree = lxml.html.fragment_fromstring(f"<div>{markup}</div>")
    except (etree.ParserError, ValueError):
        return markup
    for element in tree.xpath("//script|//style|//comment()"):
        element.drop_tree()
    for element in tree.xpath("//br|//p|//div|//li"):
        element.tail = " " + (element.tail or "")
    return str(tree.text_content())


def _titles(element: etree._Element) -> frozenset[str]:
    found = _own(element, "title")
    if not found:
        return frozenset()
    title, text = found[0], _text(found[0])
    if not _is_atom(element):
        return readings(text)
    kind, mode = title.get("type", "text").lower(), title.get("mode", "xml").lower()
    if mode == "base64":
        try:
            text = base64.b64decode(text).decode("utf-8", "replace")
        except binascii.Error:
            return frozenset()
    if "/" in kind and kind not in ("text/plain", "text/html", "application/xhtml+xml"):
        return frozenset()
    if kind == "html" or ("html" in kind and mode in ("escaped", "base64")):
        return frozenset((plain(_stripped(text)),))
    return frozenset((plain(text),))


def _link(element: etree._Element, *, address: str) -> str | None:
    links = _own(element, "link")
    if _is_atom(element):
        pages = [one for one in links if one.get("rel", "alternate").lower() == "alternate"]
        pages.sort(key=lambda one: "html" not in one.get("type", "text/html"))
        return next(
            (url for one in pages if (url := _absolute(one, one.get("href", ""), address=address))), None
        )
    if links and (_text(links[0]) or len(links) > 1):
        return next((url for one in links if (url := _absolute(one, _text(one), address=address))), None)
    guids = [one for one in _own(element, "guid") if one.get("isPermaLink", "true").lower() == "true"]
    return _absolute(guids[0], _text(guids[0]), address=address) if guids else None


def _absolute(element: etree._Element, href: str, *, address: str) -> str | None:
    """Resolve an address against the bases around it."""
    if not href.strip():
        return None
    bases = [one.get(_BASE) for one in (element, *element.iterancestors()) if one.get(_BASE)]
    try:
        for base in reversed(bases):
            address = urljoin(address, base.strip())
    except ValueError:
        return None
    return web_address(href, address=address)


def same_address(one: str | None, other: str | None) -> bool:
    """Return whether two addresses differ at most in the spelling that a browser does not keep."""
    return (one and _spelling(one)) == (other and _spelling(other))


def _spelling(url: str) -> tuple[str, str, str, str, str]:
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().encode("idna").decode().removesuffix(":80").removesuffix(":443")
    return parts.scheme, host, unquote(parts.path) or "/", unquote(parts.query), unquote(parts.fragment)


def _date(element: etree._Element) -> datetime | None:
    if _is_atom(element):
        found = _own(element, "published", "issued", "created", "updated", "modified")
    else:
        found = _own(element, "pubdate")
        found = found or [
            one for one in element if isinstance(one.tag, str) and one.tag in {f"{{{s}}}date" for s in _DC}
        ]
    dates = [date for one in found if (date := strict_date(_text(one)))]
    return dates[0] if dates and strict_date(_text(found[0])) else None


def strict_date(text: str) -> datetime | None:
    """Return a date in exact RFC 822 or ISO 8601 between 1990 and 2100; None: no opinion."""
    try:
        if re.match(r"\d{4}-\d\d-\d\d", text):
            found = datetime.fromisoformat(text)
        elif re.fullmatch(
            r"(\w{3},\s+)?\d{1,2}\s+\w{3}\s+(\d{2}){1,2}\s+\d\d?:\d\d(:\d\d)?\s+(UT|GMT|Z|[ECMP][SD]T|[+-]\d{4})",
            text,
        ):
            found = parsedate_to_datetime(text)
        else:
            return None
        found = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if 1990 <= found.year < 2100 else None


def same_date(one: datetime | None, expected: datetime | None) -> bool:
    """Return whether a date is right to the second; no opinion is no objection."""
    return expected is None or (one is not None and abs(one - expected) < timedelta(seconds=1))


def web_address(text: str, *, address: str) -> str | None:
    """Return *text* against *address* where it is a web address, or None."""
    try:
        url = urljoin(address, text.strip())
        return url if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname else None
    except ValueError:
        return None


def readings(text: str) -> frozenset[str]:
    """Return what a title that may or may not be html reads as."""
    return frozenset(map(plain, (text, _stripped(text))))


_EXPECT: Final = re.compile(r"Expect:\s*(?:not bozo and\s+)?(.*?)\s*(?:-->|$)", re.MULTILINE)
_CLAIM: Final = re.compile(r"entries\[0\](?:\[['\"]|\.)(title|link)(?:['\"]\])?\s*==\s*(u?(['\"]).*\3)")

_SERVED: Final = re.compile(rb"Content-Location:|://127\.0\.0\.1:")
"""Such a file speaks of the server and the headers that it is served with."""


def claims(body: bytes) -> Iterable[tuple[str, str]]:
    """Yield what a file's hand-written `Expect:` comment says of its first entry's title and link."""
    expected = _EXPECT.search(body[:3000].decode("utf-8", "replace"))
    claim = _CLAIM.fullmatch(expected[1]) if expected else None
    if claim and not _SERVED.search(body[:3000]):
        try:
            yield claim[1], str(ast.literal_eval(claim[2]))
        except (ValueError, SyntaxError):
            return

"""OPML, the lists of feeds that readers exchange: read whatever they write, write what they all read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Final

from lxml import etree

from octavo.core.errors import BadInput
from octavo.core.feeds.charset import decode
from octavo.core.feeds.feed_scheme import web_address
from octavo.core.feeds.markup import tame
from octavo.core.feeds.plain import one_line
from octavo.core.feeds.xml_text import legal
from octavo.core.urls import Url, parse_url, without_secrets

ROOT: Final = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?opml(?=[\s/>])", re.IGNORECASE)

LARGEST: Final = 20 * 1024 * 1024
MOST: Final = 10_000
"""A longer list is refused; it would be a list of everything."""

_DEEPEST: Final = 20


@dataclass(frozen=True, slots=True)
class Outline:
    """One feed of a list."""

    url: Url
    title: str = ""
    home: Url | None = None
    category: tuple[str, ...] = ()
    """The names of the folders around it, outermost first."""


def read_opml(body: bytes) -> tuple[Outline, ...]:
    """Return the feeds that an OPML file lists, each address once; raises BadInput where it cannot be read or lists none."""
    if len(body) > LARGEST:
        raise BadInput(
            f"The file is larger than {LARGEST // 1024 // 1024} MB; split the list of feeds and import its parts."
        )
    tamed, _ = tame(decode(body), root=ROOT)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    root = etree.fromstring(tamed.encode(), parser) if tamed else None
    if root is None:
        raise BadInput(
            "The file is no OPML; export the list of feeds as OPML from the other reader and give that file."
        )
    found: dict[Url, Outline] = {}
    for outline in _outlines(root):
        found.setdefault(outline.url, outline)
        if len(found) > MOST:
            raise BadInput(
                f"The file lists more than {MOST} feeds; split it and import the parts that you want."
            )
    if not found:
        raise BadInput(
            "The file lists no feed: none of its outlines has an xmlUrl with an http or https address."
        )
    return tuple(found.values())


def write_opml(outlines: Sequence[Outline], *, title: str, created: datetime) -> bytes:
    """Return an OPML 2.0 file of the feeds, in their folders; user names and passwords in addresses are left out."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = legal(title)
    etree.SubElement(head, "dateCreated").text = format_datetime(created)
    body = etree.SubElement(root, "body")
    folders: dict[tuple[str, ...], etree._Element] = {(): body}
    for outline in outlines:
        _write(outline, into=_folder(outline.category, folders))
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _outlines(root: etree._Element) -> Iterable[Outline]:
    """Yield the outlines that name a feed, in the order of the file; those deeper than any reader makes them, flat."""
    path: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str) or etree.QName(element).localname.lower() != "outline":
            continue
        if event == "end":
            path.pop()
            continue
        facts = {etree.QName(name).localname.lower(): str(value) for name, value in element.attrib.items()}
        label = one_line(facts.get("title") or facts.get("text") or "", longest=300)
        outline = _outline(facts, label=label, folders=tuple(name for name in path[:_DEEPEST] if name))
        if outline:
            yield outline
        path.append("" if outline else label)


def _outline(facts: dict[str, str], *, label: str, folders: tuple[str, ...]) -> Outline | None:
    address = facts.get("xmlurl") or (
        facts.get("url", "") if facts.get("type", "").lower() in ("rss", "atom") else ""
    )
    url = parse_url(web_address(address))
    if url is None:
        return None
    return Outline(
        url=url,
        title=label,
        home=parse_url(facts.get("htmlurl", "")),
        category=folders or _category(facts.get("category", "")),
    )


def _category(stated: str) -> tuple[str, ...]:
    """Return the first category of OPML 2.0's attribute, a list of slash-delimited paths."""
    first = stated.partition(",")[0]
    names = (one_line(name, longest=300) for name in first.split("/"))
    return tuple(name for name in names if name)[:_DEEPEST]


def _folder(category: tuple[str, ...], folders: dict[tuple[str, ...], etree._Element]) -> etree._Element:
    """Return the outline of a folder, made with those around it when it is first asked for."""
    if category not in folders:
        around = _folder(category[:-1], folders)
        folders[category] = etree.SubElement(
            around, "outline", text=legal(category[-1]), title=legal(category[-1])
        )
    return folders[category]


def _write(outline: Outline, *, into: etree._Element) -> None:
    facts = {
        "type": "rss",
        "text": legal(outline.title or outline.url),
        "title": legal(outline.title or outline.url),
    }
    facts["xmlUrl"] = without_secrets(outline.url)
    if outline.home:
        facts["htmlUrl"] = without_secrets(outline.home)
    etree.SubElement(into, "outline", facts)

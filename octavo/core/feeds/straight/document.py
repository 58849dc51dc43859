"""Whole documents: which are plain enough to be read from the tree, and how they are walked."""

import re
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from octavo.core.feeds.markup import MOST_ATTRIBUTES, MOST_ENTRIES, MOST_REFERENCES, MOST_TAGS
from octavo.core.feeds.straight.elements import Facts, Part, attributes_of
from octavo.core.feeds.straight.names import Names, UnusualError
from octavo.core.feeds.straight.tables import OF_ENTRY, OF_FEED, take

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"

_CROWDED: Final = re.compile(
    rf"[^\s<>/]++(?:\s++[^\s=<>\"'/]++\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+')){{{MOST_ATTRIBUTES + 1}}}"
)
"""What follows the `<` of a tag with more attributes than a parser should be given."""

_ODD_CHARACTER: Final = re.compile("[\x7f-\x9f]")
_ODD_REFERENCE: Final = re.compile(r"&#(?:0*1(?:2[789]|[345]\d)|[xX]0*(?:7[fF]|[89][0-9a-fA-F]));")
"""What feedparser, or the mending before it, takes for another character."""


def read(text: str) -> Facts | None:
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
        return _read(etree.fromstring(text.encode(), parser), Names(text))
    except (etree.XMLSyntaxError, UnicodeEncodeError, UnusualError):
        return None


def _is_plain(text: str) -> bool:
    """Return whether *text* has nothing that has to be mended or bounded before a parser may see it."""
    if text.count("<") > MOST_TAGS or text.count("&") > MOST_REFERENCES or "xml:base" in text:
        return False
    if text.find("w3.org/1999/xlink", text.find(">")) >= 0:  # feedparser would count it as an attribute
        return False
    if ("\x7f" in text) if text.isascii() else _ODD_CHARACTER.search(text):
        return False
    if "&#" in text and _ODD_REFERENCE.search(text):
        return False
    return not any(part.count("=") > MOST_ATTRIBUTES and _CROWDED.match(part) for part in text.split("<"))


def _read(root: Element, names: Names) -> Facts:
    language = _root_language(root)
    if root.tag == f"{{{_ATOM}}}feed":
        feed, entries = _feed(root, names, Part(language, guesses_html=False))
        version = "atom10"
    elif root.tag == "rss" and len(root) == 1 and root[0].tag == "channel":
        attributes_of(root[0], ())
        feed, entries = _feed(root[0], names, Part(language, guesses_html=True))
        version = "rss"
    else:
        raise UnusualError
    return {"version": version, "bozo": False, "feed": feed.facts, "entries": entries}


def _root_language(root: Element) -> str:
    """Return the language that the root states, in feedparser's spelling."""
    for name in root.keys():  # noqa: SIM118  # an element is no mapping: iterated, it yields its children
        if name != _XML_LANG and name.lower().endswith(("lang", "base")):
            raise UnusualError
    return str(root.get(_XML_LANG, "")).replace("_", "-")


def _feed(element: Element, names: Names, feed: Part) -> tuple[Part, list[Facts]]:
    """Return the feed's own facts and those of its entries."""
    entry_name = "item" if feed.guesses_html else "entry"
    entries: list[Facts] = []
    if feed.language:
        feed.facts["language"] = feed.language
    for child in element:
        name = names[child.tag]
        if name != entry_name:
            take(OF_FEED, child, name, names, feed)
            continue
        if len(entries) == MOST_ENTRIES:
            raise UnusualError
        # feedparser carries what it has seen in the feed's own description over into the first entry.
        entry = Part(feed.language, feed.guesses_html, is_entry=True, has_content=feed.has_content)
        entries.append(_entry(child, names, entry))
        feed.has_content = False
    return feed, entries


def _entry(element: Element, names: Names, entry: Part) -> Facts:
    attributes_of(element, ())
    for child in element:
        take(OF_ENTRY, child, names[child.tag], names, entry)
    authors = entry.facts.get("authors", ())
    if len(authors) > 1 and any("@" in text for author in authors for text in author.values()):
        raise UnusualError
    if entry.wants_title and not entry.titled:
        raise UnusualError
    return entry.facts

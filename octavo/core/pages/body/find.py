"""The body of a page by trafilatura."""

import unicodedata
from collections.abc import Iterator
from typing import Final

import trafilatura
from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura.settings import Document

from octavo.core.pages.article import Body, Paragraph, ParagraphKind
from octavo.core.pages.body.hidden import drop_hidden
from octavo.core.pages.cleaning import tidy
from octavo.core.urls import Url

LONGEST_PARAGRAPH: Final = 20_000

_KINDS: Final[dict[str, ParagraphKind]] = {"head": "heading", "quote": "quote", "item": "item", "row": "item"}


def find_body(tree: HtmlElement, *, address: Url) -> Body:
    """Return the text of the page at *address*; *tree* is used up."""
    drop_hidden(tree)
    document = trafilatura.bare_extraction(
        tree, url=address, favor_precision=True, include_comments=False, with_metadata=False
    )
    if not isinstance(document, Document):
        return Body()
    return Body(tuple(_from_body(document.body)), method="trafilatura")


def _from_body(body: _Element) -> Iterator[Paragraph]:
    """Walk trafilatura's own tags: p, head, quote, list of item, table of row, and text between them."""
    for element in body.iterchildren():
        if element.tag in ("list", "table"):
            for part in element.iter("item", "row"):
                yield from _paragraph("item", " ".join(part.itertext()))
        elif element.tag == "quote":
            for piece in element.iterchildren("p") if element.find("p") is not None else [element]:
                yield from _paragraph("quote", "".join(piece.itertext()))
        else:
            yield from _paragraph(_KINDS.get(str(element.tag), "text"), _with_breaks(element))
        yield from _paragraph("text", element.tail or "")


def _with_breaks(element: _Element) -> str:
    """Return the text of *element*; a line break in it parts words."""
    for line_break in element.iter("lb"):
        line_break.text = "\n"
    return "".join(element.itertext())


def _paragraph(kind: ParagraphKind, text: str) -> Iterator[Paragraph]:
    line = unicodedata.normalize("NFC", tidy(text[:LONGEST_PARAGRAPH]))
    if line:
        yield Paragraph(kind, line)

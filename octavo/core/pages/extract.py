"""Pages to text: one parse, what the page states about itself, and its body by trafilatura."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

import trafilatura
from htmldate import find_date
from lxml.etree import XPath, _Element
from lxml.html import HtmlElement
from trafilatura.metadata import extract_title
from trafilatura.settings import Document
from trafilatura.utils import load_html

from octavo.core.errors import NotAPage, PageError, PageMalformed, PageTooLarge
from octavo.core.pages import shape
from octavo.core.pages.byline import find_byline
from octavo.core.pages.cleaning import blocks, tidy
from octavo.core.pages.decoding import decode
from octavo.core.pages.stated import Moment, Picture, Stated, read_moment, read_stated
from octavo.core.urls import Url

ParagraphKind = Literal["text", "heading", "quote", "item"]
SEPARATOR: Final = "\n\n"

_LONGEST_PARAGRAPH: Final = 20_000
_FOREIGN_TYPES: Final = re.compile(
    r"\s*(image|audio|video|font)/|\s*application/(pdf|zip|gzip|msword|vnd\.|json)"
)
_FOREIGN_STARTS: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
)
_MAY_HIDE: Final = XPath("//template | //noscript | //dialog | //*[@hidden] | //*[@style]")
_HIDING: Final = re.compile(r"display:none|visibility:hidden|font-size:0(?:px)?(?:;|$)")
_FAR_OFF: Final = "-9999"
_KINDS: Final[dict[str, ParagraphKind]] = {"head": "heading", "quote": "quote", "item": "item", "row": "item"}
_KINDS_OF_BLOCKS: Final[dict[str, ParagraphKind]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "td", "th"), "item"),
    "blockquote": "quote",
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article's text, in one line."""

    kind: ParagraphKind
    text: str


@dataclass(frozen=True, slots=True)
class Extract:
    """An article as its page tells it; what the page does not tell is empty or None."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    """In UTC."""
    published_day_only: bool = False
    """The page states only the day; `published` is its midnight UTC."""
    modified: datetime | None = None
    image: Picture | None = None
    language: str = ""
    """BCP 47 tag as the page states it, or empty."""
    site_name: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    canonical: Url | None = None
    """The address that the page calls its own, if it lies on the same outlet."""
    licence: str = ""
    """Address of the licence that the page states, or empty."""
    description: str = ""

    @property
    def text(self) -> str:
        """The paragraphs, joined; spans point into this."""
        return SEPARATOR.join(paragraph.text for paragraph in self.paragraphs)


def extract(body: bytes, *, content_type: str, address: Url) -> Extract:
    """Return the article in the page *body*; raise PageError when the bytes are no page that can be read.

    Html that is too large, or nested beyond all sense, is refused before it is parsed. What the page
    hides from its readers is not text. The result may be without text, a wall or an index: the gate judges that.
    """
    if _FOREIGN_TYPES.match(content_type) or body.lstrip()[:8].startswith(_FOREIGN_STARTS):
        raise NotAPage("The link leads to a file that is no page.")
    html = decode(body[: shape.LARGEST * 4 + 1], content_type=content_type)
    if len(html) > shape.LARGEST:
        raise PageTooLarge("The page is larger than the 5 million characters that Octavo reads.")
    if "\0" in html[:4096]:
        raise NotAPage("The link leads to a file that is no page.")
    if content_type.strip().lower().startswith("text/plain"):
        return _of_paragraphs(Stated(), _from_blocks(html))
    if not shape.is_sane(html):
        raise PageMalformed("The page's html is nested or attributed beyond what can be read.")
    return _read(html, address)


def extract_feed_text(html: str, *, title: str = "") -> Extract:
    """Return the article as a feed's own html tells it, for feeds whose pages are not to be fetched."""
    return _of_paragraphs(Stated(title=title), _from_blocks(html))


def _read(html: str, address: Url) -> Extract:
    tree = load_html(html)
    if tree is None:
        raise PageError("The page has no text.")
    stated = _complete(read_stated(tree, address=address), tree, address)
    for element in _MAY_HIDE(tree):
        if element.getparent() is not None and _is_hidden(element):
            element.drop_tree()
    document = trafilatura.bare_extraction(
        tree, url=address, favor_precision=True, include_comments=False, with_metadata=False
    )
    paragraphs = tuple(_from_body(document.body)) if isinstance(document, Document) else ()
    return _of_paragraphs(stated, paragraphs)


def _is_hidden(element: HtmlElement) -> bool:
    """Say whether readers do not see an element: by its tag, by an attribute, or by a style of its own."""
    if "hidden" in element.attrib or element.tag in ("template", "noscript", "dialog"):
        return True
    style = element.get("style").replace(" ", "").lower()
    far_off = element.get("aria-hidden") == "true" and _FAR_OFF in style
    return far_off or _HIDING.search(style) is not None


def _complete(stated: Stated, tree: HtmlElement, address: Url) -> Stated:
    """Find in the page's body what its head does not state."""
    published = stated.published or _dated(tree, address)
    return replace(
        stated,
        title=stated.title or tidy(extract_title(tree) or ""),
        byline=stated.byline or find_byline(tree),
        published=published,
    )


def _dated(tree: HtmlElement, address: Url) -> Moment | None:
    # A page that could be dated tomorrow by mistake is the caller's matter: here is no clock.
    found = find_date(tree, url=address, original_date=True, extensive_search=False, max_date="2999-12-31")
    return read_moment(found or "")


def without_title(extract: Extract, title: str) -> Extract:
    """Return *extract* without a first line that only repeats *title*; a text of one line keeps it."""
    lines, letters = extract.paragraphs, letters_of(title)
    if len(lines) < 2 or not letters or letters_of(lines[0].text) != letters:
        return extract
    return replace(extract, paragraphs=lines[1:])


def _of_paragraphs(stated: Stated, paragraphs: tuple[Paragraph, ...]) -> Extract:
    read = Extract(
        title=stated.title,
        paragraphs=paragraphs,
        byline=stated.byline,
        published=stated.published.at if stated.published else None,
        published_day_only=stated.published is not None and stated.published.day_only,
        modified=stated.modified.at if stated.modified else None,
        image=stated.image,
        language=stated.language,
        site_name=stated.site_name,
        section=stated.section,
        keywords=stated.keywords,
        canonical=stated.canonical,
        licence=stated.licence,
        description=stated.description,
    )
    return without_title(read, stated.title)


def _from_blocks(html: str) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(_KINDS_OF_BLOCKS.get(tag, "text"), unicodedata.normalize("NFC", text[:_LONGEST_PARAGRAPH]))
        for tag, text in blocks(html)
    )


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
    line = unicodedata.normalize("NFC", tidy(text[:_LONGEST_PARAGRAPH]))
    if line:
        yield Paragraph(kind, line)


def letters_of(text: str) -> str:
    """Return only the letters and digits of *text*, case folded: what is left when two lines say the same."""
    return "".join(filter(str.isalnum, text.casefold()))

"""Pages to text: bytes to one parsed tree, from it the fields and the body."""

import re
from dataclasses import replace
from typing import Final

from octavo.core.errors import NotAPage, PageMalformed, PageTooLarge
from octavo.core.pages import shape
from octavo.core.pages.article import Body, Extract, Fields, Paragraph, Reader
from octavo.core.pages.body.feed import FULLER_STATED, body_of_feed, fuller
from octavo.core.pages.body.find import find_body
from octavo.core.pages.body.plain import paragraphs_of
from octavo.core.pages.body.statement import ENOUGH, body_of, stated, words_of
from octavo.core.pages.cleaning import letters_of as letters_of
from octavo.core.pages.cleaning import plain_text
from octavo.core.pages.decoding import decode
from octavo.core.pages.fields.find import find_fields
from octavo.core.pages.tree import parse
from octavo.core.urls import Url

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


def extract(
    body: bytes, *, content_type: str, address: Url, feed_text: str = "", reader: Reader | None = None
) -> Extract:
    """Return the article in the page *body*; raise PageError when the bytes are no page that can be read.

    Html that is too large, or nested beyond all sense, is refused before it is parsed. What the page
    hides from its readers is not text. *feed_text* is the feed's own html of the article, if it has any: it
    bears witness which part of the page is the article, and is taken where the page has only a part of it.
    *reader* names the reader of the body; without it the cheap one reads, and the other one where that is in doubt.
    The result may be without text, a wall or an index: the gate judges that.
    """
    if _FOREIGN_TYPES.match(content_type) or body[:64].lstrip().startswith(_FOREIGN_STARTS):
        raise NotAPage("The link leads to a file that is no page.")
    html = decode(body[: shape.LARGEST * 4 + 1], content_type=content_type)
    if len(html) > shape.LARGEST:
        raise PageTooLarge("The page is larger than the 5 million characters that Octavo reads.")
    if "\0" in html[:4096]:
        raise NotAPage("The link leads to a file that is no page.")
    if content_type.strip().lower().startswith("text/plain"):
        return Extract(Fields(), Body(paragraphs_of(html), method="plain"))
    if not shape.is_sane(html):
        raise PageMalformed("The page's html is nested or attributed beyond what can be read.")
    return _read(html, address, feed_text, reader)


def extract_feed_text(html: str, *, title: str = "") -> Extract:
    """Return the article as a feed's own html tells it, for feeds whose pages are not to be fetched."""
    return without_title(Extract(Fields(title=title), body_of_feed(html)), title)


def _read(html: str, address: Url, feed_text: str, reader: Reader | None) -> Extract:
    tree = parse(html)
    fields = find_fields(tree, address=address)
    statement, said = stated(tree), plain_text(feed_text) if feed_text else ""
    witness = words_of(statement) if statement else said if len(said) >= ENOUGH else ""
    body = find_body(tree, address=address, title=fields.title, statement=witness, reader=reader)
    # What is for subscribers only is not taken from where machines may see it.
    if statement and not fields.walled:
        body = fuller(body, body_of(statement), times=FULLER_STATED)
    if said:
        body = fuller(body, body_of_feed(feed_text))
    return without_title(Extract(fields, body), fields.title)


def without_title(extract: Extract, title: str) -> Extract:
    """Return *extract* without a first line that only repeats *title*, with its kicker too; a text of one line keeps it."""
    lines, letters = extract.paragraphs, letters_of(title)
    if len(lines) < 2 or not letters or not _says_again(lines[0], letters):
        return extract
    return replace(extract, body=replace(extract.body, paragraphs=lines[1:]))


def _says_again(line: Paragraph, title: str) -> bool:
    """Say whether *line* is the title, or a heading that is the title behind words fewer than its own."""
    own = letters_of(line.text)
    return own == title or (line.kind == "heading" and own.endswith(title) and len(own) < 2 * len(title))

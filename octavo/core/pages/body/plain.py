"""Text in html without a page around it: what a feed gives, and plain files."""

import unicodedata
from typing import Final

from octavo.core.pages.article import Paragraph, ParagraphKind
from octavo.core.pages.body.render import LONGEST_PARAGRAPH
from octavo.core.pages.cleaning import blocks

_KINDS: Final[dict[str, ParagraphKind]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd", "td", "th"), "item"),
    "blockquote": "quote",
}


def paragraphs_of(html: str) -> tuple[Paragraph, ...]:
    """Return the blocks of *html* as paragraphs."""
    return tuple(
        Paragraph(_KINDS.get(tag, "text"), unicodedata.normalize("NFC", text[:LONGEST_PARAGRAPH]))
        for tag, text in blocks(html)
    )

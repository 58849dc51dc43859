"""The feed's own text of an article beside its page's: the fuller one, if both tell the same."""

from typing import Final

from octavo.core.pages.article import Body, Paragraph
from octavo.core.pages.body.plain import paragraphs_of
from octavo.core.pages.cleaning import letters_of

_FULLER: Final = 1.3
"""How many times the page's text the feed's must be before it is taken in its stead."""
_SHARED: Final = 0.5
"""The share of the page's text that must stand in the feed's for both to tell the same."""


def body_of_feed(html: str) -> Body:
    """Return the text that a feed gives as html."""
    return Body(paragraphs_of(html), method="feed")


def fuller(page: Body, feed: Body) -> Body:
    """Return the feed's text where the page has only a part of it (a stub before a wall, a fold), else the page's."""
    in_page, in_feed = (letters_of(_text(body.paragraphs)) for body in (page, feed))
    if len(in_feed) < _FULLER * len(in_page) or not in_feed:
        return page
    shared = sum(len(own) for paragraph in page.paragraphs if (own := letters_of(paragraph.text)) in in_feed)
    return feed if shared >= _SHARED * len(in_page) else page


def _text(paragraphs: tuple[Paragraph, ...]) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs)

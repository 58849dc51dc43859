"""The text of an article from elsewhere beside its page's: the fuller one, if both tell the same."""

from typing import Final

from octavo.core.pages.article import Body, Paragraph
from octavo.core.pages.body.plain import paragraphs_of
from octavo.core.pages.cleaning import letters_of

FULLER: Final = 1.3
"""How many times the page's text the feed's must be before it is taken in its stead."""
FULLER_STATED: Final = 4.0
"""The same for what a page states to machines alone: it often adds what is no part of the article."""
_SHARED: Final = 0.5
"""The share of the page's text that must stand in the other for both to tell the same."""


def body_of_feed(html: str) -> Body:
    """Return the text that a feed gives as html."""
    return Body(paragraphs_of(html), method="feed")


def fuller(page: Body, other: Body, *, times: float = FULLER) -> Body:
    """Return *other* where the page has only a part of it (a stub before a wall, a fold), else the page's own text."""
    in_page, in_other = (letters_of(_text(body.paragraphs)) for body in (page, other))
    if len(in_other) < times * len(in_page) or not in_other:
        return page
    shared = sum(len(own) for one in page.paragraphs if (own := letters_of(one.text)) in in_other)
    return other if shared >= _SHARED * len(in_page) else page


def _text(paragraphs: tuple[Paragraph, ...]) -> str:
    return " ".join(paragraph.text for paragraph in paragraphs)

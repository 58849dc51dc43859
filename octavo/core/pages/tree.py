"""Html to the one tree that all of reading works on."""

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from octavo.core.errors import PageError


def parse(html: str) -> HtmlElement:
    """Return the tree of *html*, without comments; raise PageError when nothing is in it."""
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(html.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise PageError("The page has no text.") from error

"""The fields of a page: first what its head states, then what its body shows."""

from dataclasses import replace

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura.metadata import extract_title

from octavo.core.pages.article import Fields, Moment
from octavo.core.pages.cleaning import tidy
from octavo.core.pages.fields.byline import find_byline
from octavo.core.pages.fields.stated import read_moment, read_stated
from octavo.core.urls import Url


def find_fields(tree: HtmlElement, *, address: Url) -> Fields:
    """Return what the page at *address* says about its article; *tree* is left as it is."""
    stated = read_stated(tree, address=address)
    return replace(
        stated,
        title=stated.title or tidy(extract_title(tree) or ""),
        byline=stated.byline or find_byline(tree),
        published=stated.published or _dated(tree, address),
    )


def _dated(tree: HtmlElement, address: Url) -> Moment | None:
    # A page that could be dated tomorrow by mistake is the caller's matter: here is no clock.
    found = find_date(tree, url=address, original_date=True, extensive_search=False, max_date="2999-12-31")
    return read_moment(found or "")

"""Heads and bodies of pages, read as the fields' finders are given them."""

import json

from lxml.html import HtmlElement, fromstring

from octavo.core.pages.article import Fields
from octavo.core.pages.fields.find import find_fields
from octavo.core.pages.fields.marks import Marks, read_marks
from octavo.core.urls import Url
from tests.core.pages.making import ADDRESS


def marks(head: str = "", body: str = "", *, lang: str = "en", address: Url = ADDRESS) -> Marks:
    """Return the marks of a page with *head* and *body*."""
    return read_marks(_tree(head, body, lang), address=address)


def fields(head: str = "", body: str = "", *, lang: str = "en", address: Url = ADDRESS) -> Fields:
    """Return the fields of a page with *head* and *body*."""
    return find_fields(_tree(head, body, lang), address=address)


def linked(**article: object) -> str:
    """Return a script that states an article as linked data."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "H", **article}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def meta(name: str, content: str) -> str:
    """Return a meta tag."""
    return f'<meta property="{name}" content="{content}">'


def _tree(head: str, body: str, lang: str) -> HtmlElement:
    return fromstring(f"<html lang={lang}><head>{head}</head><body>{body}</body></html>")

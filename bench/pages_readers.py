"""The readers of pages that are measured: Octavo's own, step by step, and the libraries that happen to be installed."""

import importlib
import importlib.util
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Final

import trafilatura
from lxml.html import fromstring
from trafilatura.settings import Document

from bench.pages_set import LabelledPage
from octavo.core.errors import PageError
from octavo.core.pages import shape
from octavo.core.pages.article import Extract, Moment
from octavo.core.pages.body.find import find_body
from octavo.core.pages.decoding import decode
from octavo.core.pages.extract import extract
from octavo.core.pages.fields.find import find_fields
from octavo.core.pages.gate import judge
from octavo.core.pages.tree import parse

CONTENT_TYPE: Final = "text/html"
STEPS: Final = ("decode", "parse", "fields", "body", "gate")
_TIMES: Final = re.compile(r"<meta[^>]{0,300}(?:time|date)[^>]{0,300}>", re.IGNORECASE)

Prediction = Mapping[str, Any]
Reader = Callable[[str, str], Prediction]


def read_page(page: LabelledPage) -> Prediction:
    """Return what the product takes of a page, as predictions are written; a page that is refused is empty."""
    try:
        made = extract(page.html, content_type=CONTENT_TYPE, address=page.address)
    except PageError:
        return {"id": page.id, "text": "", "title": "", "author": [], "date": ""}
    fields = made.fields
    return {
        "id": page.id,
        "text": made.text,
        "title": fields.title,
        "author": list(fields.signed or fields.byline),
        "date": _day(fields.published),
    }


def _day(moment: Moment | None) -> str:
    """Return the day as the page states it."""
    return moment.day.isoformat() if moment else ""


def time_steps(page: LabelledPage, spent: dict[str, float]) -> None:
    """Read a page step by step as the product does, and add the CPU seconds of each to *spent*."""
    with _timing("decode", spent):
        html = decode(page.html, content_type=CONTENT_TYPE)
        sane = shape.is_sane(html)
    if not sane:
        return
    try:
        with _timing("parse", spent):
            tree = parse(html)
    except PageError:
        return
    with _timing("fields", spent):
        fields = find_fields(tree, address=page.address)
    with _timing("body", spent):
        body = find_body(tree, address=page.address, title=fields.title)
    with _timing("gate", spent):
        judge(Extract(fields, body), feed_title=fields.title, feed_summary="")


@contextmanager
def _timing(step: str, spent: dict[str, float]) -> Iterator[None]:
    started = time.process_time()
    yield
    spent[step] = spent.get(step, 0.0) + time.process_time() - started


def libraries() -> dict[str, Reader]:
    """Return the libraries that can be measured here, by name; those beside trafilatura only if they are installed."""
    found: dict[str, Reader] = {
        "trafilatura precision": lambda html, url: _trafilatura(html, url, careful=True),
        "trafilatura default": lambda html, url: _trafilatura(html, url, careful=False),
    }
    if importlib.util.find_spec("readability"):
        found["readability-lxml"] = _readability
    if importlib.util.find_spec("pygoreadability"):
        found["go-readability"] = _go_readability
    return found


def _trafilatura(html: str, url: str, *, careful: bool) -> Prediction:
    made = trafilatura.bare_extraction(
        html, url=url, favor_precision=careful, include_comments=False, with_metadata=True
    )
    if not isinstance(made, Document):
        return {}
    return {"text": made.text, "title": made.title, "author": made.author, "date": made.date}


def _readability(html: str, url: str) -> Prediction:
    document = importlib.import_module("readability").Document(html, url=url)
    summary = fromstring(document.summary())
    for element in summary.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "td", "blockquote"):
        element.tail = f"\n{element.tail or ''}"
    return {"text": summary.text_content(), "title": document.title()}


def _go_readability(html: str, url: str) -> Prediction:
    pygoreadability = importlib.import_module("pygoreadability")
    try:
        made = pygoreadability.from_string(html, url)
    except Exception:
        # It raises on publishing times that it cannot read, and reads the page without them.
        made = pygoreadability.from_string(_TIMES.sub("", html), url)
    return {
        "text": made.content_text,
        "title": made.title,
        "author": made.byline,
        "date": made.published_time,
    }

"""Good pages for the gate's bench, from a folder of labelled pages or made of the demo world; and other texts put into them."""

import hashlib
import io
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any, Final

import zstandard
from lxml import html as markup
from lxml.html import HtmlElement

from octavo.core.errors import PageError
from octavo.core.pages.article import Extract
from octavo.core.pages.cleaning import letters_of
from octavo.core.pages.extract import extract
from octavo.core.pages.gate import Passed, judge
from octavo.core.urls import parse_url
from octavo.demo.world import Row, load_world

_NEARLY_ALL: Final = 0.8
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class GoodPage:
    """A page that is an article, with its text as it is labelled."""

    id: str
    set: str
    host: str
    language: str
    url: str
    html: bytes
    charset: str
    text: tuple[str, ...]
    """Paragraphs; empty where none are labelled."""
    feed_title: str = ""
    feed_summary: str = ""

    @property
    def is_reported(self) -> bool:
        """Its host belongs to the half on which no rule was developed."""
        return hashlib.sha256(self.host.encode()).digest()[0] % 2 == 1


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate said of a page."""

    code: str
    """Empty where the page passed."""
    reason: str
    title: str = ""
    is_mended: bool = False
    """The text that was read is the labelled one, whatever was done to the page: there is no fault left to refuse."""


def labelled(folder: Path) -> Iterator[GoodPage]:
    """Yield the pages of a folder with pages.jsonl.zst and html.tar.zst."""
    rows = {row["id"]: row for row in _rows(folder / "pages.jsonl.zst")}
    for name, body in _members(folder / "html.tar.zst"):
        row = rows.get(name)
        if row is not None:
            yield _of_row(row, body)


def of_the_demo() -> Iterator[GoodPage]:
    """Yield a page of each article of the demo world."""
    for row in load_world().rows:
        yield _of_demo(row)


def judged(page: GoodPage) -> Judged:
    """Read the page as the product does, and return what the gate says of it."""
    address = parse_url(page.url)
    assert address is not None, page.url
    try:
        found = extract(page.html, content_type=f"text/html; charset={page.charset}", address=address)
    except PageError as error:
        return Judged(error.code, str(error))
    verdict = judged_extract(found, page.feed_title, page.feed_summary)
    return replace(verdict, is_mended=not verdict.code and _has(found, page.text))


def judged_extract(found: Extract, feed_title: str, feed_summary: str) -> Judged:
    """Return what the gate says of an extract; without a feed's title the page's own stands for it."""
    title = feed_title or found.fields.title
    verdict = judge(found, feed_title=title, feed_summary=feed_summary)
    if isinstance(verdict, Passed):
        return Judged("", "", title)
    return Judged(verdict.code, verdict.reason, title)


class UnfitPageError(Exception):
    """No such fault can be made of the page: its text stands in more than one place, or would hardly change."""


def with_text(page: GoodPage, inner: str) -> bytes:
    """Return the page with *inner* where its labelled text stands: head, menus and footer stay, its data for machines goes.

    Raises UnfitPageError where some of the labelled text would stay.
    """
    tree = markup.document_fromstring(
        page.html.decode(page.charset, errors="replace").encode(), parser=_parser()
    )
    for script in tree.xpath("//script | //style | //noscript | //template"):
        script.drop_tree()
    holder = _holder(tree, page.text)
    tail = holder.tail
    for child in list(holder):
        holder.remove(child)
    holder.text, holder.tail = None, tail
    left = letters_of(holder.getroottree().find(".//body").text_content())
    if any(start in left or end in left for start, end in map(_ends, filter(_is_long, page.text))):
        raise UnfitPageError(page.id)
    for part in markup.fragments_fromstring(f"<div>{inner}</div>", parser=_parser()):
        holder.append(part)
    return bytes(markup.tostring(tree, encoding="utf-8", doctype="<!doctype html>"))


def paragraphs(texts: Sequence[str]) -> str:
    """Return *texts* as html paragraphs."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _parser() -> markup.HTMLParser:
    return markup.HTMLParser(encoding="utf-8")


def _holder(tree: HtmlElement, text: Sequence[str]) -> HtmlElement:
    """Return the smallest element that holds most of the lines of *text*, or the body."""
    wanted = {_plain(line)[:60] for line in text if len(line) > 30}
    body = tree.find(".//body")
    body = body if body is not None else tree
    lines: list[HtmlElement] = []
    for element in body.iter("p", "div", "td", "li", "span", "h2", "h3", "blockquote", "font"):
        start = _plain(element.text_content()[:400])[:60] if element.text and element.text.strip() else ""
        if start and start in wanted:
            lines.append(element)
    counts: Counter[HtmlElement] = Counter()
    for element in lines:
        counts.update([element, *element.iterancestors()])
    most = [element for element, count in counts.items() if count * 10 >= len(lines) * 7]
    best = max(most, key=lambda element: len(list(element.iterancestors())), default=body)
    if best.tag in ("p", "span", "font") and best.getparent() is not None:
        best = best.getparent()
    return body if best.tag == "html" else best


def _is_long(line: str) -> bool:
    return len(line) > 30


def _ends(line: str) -> tuple[str, str]:
    letters = letters_of(line)
    return letters[:50], letters[-50:]


def _has(found: Extract, labelled_text: Sequence[str]) -> bool:
    """Say whether nearly all lines of *labelled_text* are paragraphs of what was found, with nothing in them beside."""
    read = {letters_of(paragraph.text) for paragraph in found.paragraphs}
    lines = [letters_of(line) for line in labelled_text if _is_long(line)]
    return bool(lines) and sum(map(read.__contains__, lines)) >= _NEARLY_ALL * len(lines)


def _plain(text: str) -> str:
    return _SPACE.sub("", text)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as packed:
        stream = zstandard.ZstdDecompressor().stream_reader(packed)
        for line in io.TextIOWrapper(stream, encoding="utf-8"):
            yield json.loads(line)


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    with (
        path.open("rb") as packed,
        zstandard.ZstdDecompressor().stream_reader(packed) as stream,
        tarfile.open(fileobj=stream, mode="r|") as archive,
    ):
        for member in archive:
            content = archive.extractfile(member) if member.isfile() else None
            if content:
                yield Path(member.name).stem if member.name.endswith(".html") else member.name, content.read()


def _of_row(row: dict[str, Any], body: bytes) -> GoodPage:
    host = row.get("host") or "outlet.test"
    return GoodPage(
        id=row["id"],
        set=row.get("set", ""),
        host=host,
        language=row.get("lang", ""),
        url=row.get("url") or f"https://{host}/{row['id']}",
        html=body,
        charset=row.get("charset") or "utf-8",
        text=tuple(line for line in (row.get("text") or "").splitlines() if line.strip()),
        feed_title=row.get("feed_title") or "",
        feed_summary=row.get("summary") or row.get("feed_summary") or "",
    )


def _of_demo(row: Row) -> GoodPage:
    version = row.version(0)
    host = parse_url(row.url)
    head = f'<!doctype html><html lang="{row.language}"><head><meta charset="utf-8"><title>{escape(version.title)}</title></head>'
    nav = "<nav><a href=/>Home</a> <a href=/world>World</a> <a href=/sport>Sport</a></nav>"
    article = (
        f"<article><h1>{escape(version.title)}</h1><div>{paragraphs(version.paragraphs)}</div></article>"
    )
    return GoodPage(
        id=row.url,
        set="demo",
        host=str(host).split("/")[2],
        language=row.language,
        url=row.url,
        html=f"{head}<body>{nav}{article}<footer>© 2026</footer></body></html>".encode(),
        charset="utf-8",
        text=tuple(version.paragraphs),
    )

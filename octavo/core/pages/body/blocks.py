"""A page's text as blocks: one walk over the parsed tree gives each run of words with the place where it stands.

Nothing is judged here beyond what no reader of the page would see as text. White space is as a browser shows it, so that a
link, a line break or an element inside a word neither joins nor parts words.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from octavo.core.pages.body.furniture import is_furniture
from octavo.core.pages.body.hidden import hides
from octavo.core.pages.body.hints import hints_of
from octavo.core.pages.body.mending import mend
from octavo.core.pages.cleaning import tidy
from octavo.core.words import word_set

MOST_BLOCKS: Final = 6_000
"""Blocks of a page that are looked at; what comes after is no article."""

# How the walk treats an element by its tag; what is not listed holds blocks.
_BLOCK, _INLINE, _LINK, _BREAK, _TIME, _EMBED, _SKIPPED = range(7)
_SORTS: Final[dict[object, int]] = {
    **dict.fromkeys(
        word_set(
            "script style template noscript object applet noembed noframes svg math title textarea select option",
            "button audio video canvas head dialog datalist map progress meter rt rp",
        ),
        _SKIPPED,
    ),
    **dict.fromkeys(
        word_set(
            "abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby s samp",
            "small span strike strong sub sup tt u var wbr picture source input link meta rb area param track amp-img",
        ),
        _INLINE,
    ),
    "a": _LINK,
    "br": _BREAK,
    "time": _TIME,
    "iframe": _EMBED,
    "embed": _EMBED,
}
_SENTENCE_END: Final = re.compile(r"[.!?…。！？؟۔।][\"'”’»」)\]]*$")
_DENSE: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
)
_CLINGS: Final = re.compile(r"[,.;:!?)\]»”،؛؟。，]|['’]s\b")
"""What is written without a blank before it."""
_LINE: Final = 60
"""Letters from which a line that ends as a sentence does is a paragraph, though only one line break follows."""


@dataclass(slots=True, eq=False)
class Place:
    """An element that holds blocks, with what its own names and those around it say."""

    element: HtmlElement
    tag: str
    parent: "Place | None"
    depth: int
    own: int
    """The bits of `Hint` that the element itself gives."""
    around: int
    """The hints of all that it stands in, its own among them."""
    number: int
    """Its place in `Page.places`: after its holder's."""
    named: str
    """Its class."""


@dataclass(slots=True, eq=False)
class Block:
    """A run of words that a page shows as one piece."""

    text: str
    links: tuple[tuple[int, int, str], ...]
    place: Place
    letters: int
    """How much it says: letters and digits, those of scripts that need fewer of them counted threefold."""
    linked: int
    """Letters that stand in links."""
    level: int = 0
    """1 to 6 for a heading."""


@dataclass(slots=True)
class Page:
    """The blocks of a page in their order, and what it shows from elsewhere."""

    blocks: list[Block] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    embeds: list[tuple[int, str]] = field(default_factory=list)
    """(number of blocks before it, address as written)."""
    times: list[tuple[int, str, Place]] = field(default_factory=list)
    """(number of blocks before it, the machine's form of a time, where it stands)."""


def weigh(text: str) -> int:
    """Return how much *text* says, in letters."""
    size = len(text) - text.count(" ")
    return size if text.isascii() else size + 2 * len(_DENSE.findall(text))


def read_blocks(tree: HtmlElement) -> Page:
    """Return the blocks of *tree*, which is left as it is."""
    return _Walk().over(tree)


class _Walk:
    """The state of one walk: the open places and links, and the pieces of the block that is being read."""

    def __init__(self) -> None:
        self.page = Page()
        self.place: Place | None = None
        self.pieces: list[tuple[str, str]] = []
        self.hrefs: list[str] = []
        self.breaks = 0
        self.line = 0
        """Characters since the last line break."""
        self.hints: dict[tuple[str, str, str], int] = {}

    def over(self, tree: HtmlElement) -> Page:
        """Walk *tree*; an element's end comes even where its content is passed over."""
        body = tree.find("body") if tree.tag == "html" else None
        walk = iterwalk(tree if body is None else body, events=("start", "end"))
        passed_over = None
        for event, element in walk:
            sort = _SORTS.get(element.tag, _BLOCK)
            if event == "start":
                if sort == _SKIPPED or hides(element) or self._is_passed_over(element, sort):
                    walk.skip_subtree()
                    passed_over = element
                else:
                    self._open(element, sort)
            else:
                if element is not passed_over:
                    self._close(element, sort)
                passed_over = None
                if element.tail:
                    self._add(element.tail)
                if len(self.page.blocks) >= MOST_BLOCKS:
                    break
        self._flush()
        return self.page

    def _is_passed_over(self, element: HtmlElement, sort: int) -> bool:
        """Say whether an element's content is no text of the page; what it shows from elsewhere is kept apart."""
        if sort == _EMBED:
            address = element.get("src") or element.get("data-src") or ""
            self.page.embeds.append((len(self.page.blocks), address))
            return True
        return sort in (_LINK, _INLINE) and element.tail is not None and self._is_fold(element)

    def _is_fold(self, element: HtmlElement) -> bool:
        """Say whether an element only unfolds the text: a label that stands inside a word."""
        before = self.pieces[-1][0] if self.pieces else ""
        if not (before[-1:].isalnum() and element.tail[0].isalnum()):
            return False
        label = "".join(element.itertext())
        return any(map(str.isalnum, label)) and is_furniture(tidy(label))

    def _open(self, element: HtmlElement, sort: int) -> None:
        if sort == _BLOCK:
            self._flush()
            self._enter(element)
        elif sort == _LINK:
            self.hrefs.append(element.get("href") or "")
        elif sort == _BREAK:
            self._break()
        elif sort == _TIME and self.place is not None:
            self.page.times.append((len(self.page.blocks), element.get("datetime") or "", self.place))
        if element.text:
            self._add(element.text)

    def _close(self, element: HtmlElement, sort: int) -> None:
        if sort == _LINK:
            self.hrefs.pop()
        elif sort == _BLOCK and self.place is not None:
            self._flush()
            self.place = self.place.parent

    def _enter(self, element: HtmlElement) -> None:
        parent = self.place
        named = element.get("class") or ""
        key = (element.tag, named, element.get("id") or "")
        own = self.hints.get(key)
        if own is None:
            own = self.hints[key] = hints_of(element, *key)
        around, depth = (own, 0) if parent is None else (own | parent.around, parent.depth + 1)
        self.place = Place(element, element.tag, parent, depth, own, around, len(self.page.places), named)
        self.page.places.append(self.place)

    def _break(self) -> None:
        """A line break parts paragraphs when another follows, or when a whole sentence of some length ends before it."""
        self.breaks += 1
        if self.breaks > 1:
            self._flush()
        elif self.pieces:
            last = self.pieces[-1][0].rstrip()
            if self.line >= _LINE and _SENTENCE_END.search(last[-8:]):
                self._flush()
            else:
                self.pieces.append(("\n", ""))
        self.line = 0

    def _add(self, text: str) -> None:
        if text.isspace():
            if self.pieces and not self.breaks:
                self.pieces.append((" ", ""))
            return
        self.breaks = 0
        self.line += len(text)
        self.pieces.append((text, self.hrefs[-1] if self.hrefs else ""))

    def _flush(self) -> None:
        self.breaks = self.line = 0
        if not self.pieces:
            return
        pieces, self.pieces = self.pieces, []
        if self.place is None:
            return
        text, links = _joined(pieces)
        if text:
            linked = sum(weigh(text[start:end]) for start, end, _ in links)
            level = int(self.place.tag[1]) if _is_heading(self.place.tag) else 0
            self.page.blocks.append(Block(text, links, self.place, weigh(text), linked, level))


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"


def _joined(pieces: list[tuple[str, str]]) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Return the pieces as one line, white space collapsed, and where in it the links are."""
    if len(pieces) == 1 and not pieces[0][1]:
        return _clean(pieces[0][0]), ()
    parts: list[str] = []
    links: list[tuple[int, int, str]] = []
    size, gap, in_link = 0, "", ""
    for raw, href in pieces:
        text = _clean(raw)
        if raw[:1].isspace():
            gap = " "
        elif in_link and _CLINGS.match(raw):
            gap = ""
        if text:
            text = gap + text if size else text
            start = size + len(gap) if size else 0
            size += len(text)
            parts.append(text)
            if href:
                if links and links[-1][2] == href and links[-1][1] == start - len(gap):
                    start = links.pop()[0]
                links.append((start, size, href))
            gap = ""
        if raw[-1:].isspace():
            # A blank at the end of a link's words is no blank before the comma that follows it.
            gap, in_link = " ", href
    return "".join(parts), tuple(links)


def _clean(raw: str) -> str:
    text = tidy(mend(raw))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def holders(place: Place | None) -> Iterator[Place]:
    """Yield a place and all that it stands in, innermost first."""
    while place is not None:
        yield place
        place = place.parent

"""Foreign html made plain text, through nh3: no page of ours prints a mark that a source wrote."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

import nh3

from octavo.core.pages import shape
from octavo.core.words import word_set

# Their content is no text: it goes with the tag.
_DROPPED: Final = word_set(
    "script style template noscript iframe object embed applet noembed noframes svg math title textarea",
    "select option button audio video canvas head form",
)

_BLOCKS: Final = word_set(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr",
    "li main nav ol p pre section table td th tr ul",
)
_MARK: Final = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
_ANY_TAG: Final = re.compile(r"<[!/?a-zA-Z][^>]*>?")
_NO_LETTERS: Final = re.compile(r"[\W_]+")
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
# Invisible characters that only break words or turn the reading direction of what follows. ZWNJ, ZWJ and
# the plain direction marks stay: Persian, Indic scripts, emoji and mixed lines need them.
_INVISIBLE: Final = dict.fromkeys(
    [0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    + [c for c in range(0x20) if c not in (0x09, 0x0A, 0x0D)]
    + list(range(0x7F, 0xA0))
)


def plain_text(html: str) -> str:
    """Return the text of *html* in one line: no tags, references decoded once, scripts and styles gone."""
    return " ".join(text for _, text in blocks(html))


def blocks(html: str) -> Iterator[tuple[str, str]]:
    """Yield the text of *html* block by block, each in one line with the name of the tag that holds it.

    Text that stands in no block, and the lines of a text without any markup, are yielded as `p`.
    """
    if not shape.is_sane(html):
        yield from _of_plain(unescape(_ANY_TAG.sub(" ", html[: shape.LARGEST])))
        return
    if "<" not in html:
        yield from _of_plain(unescape(html))
        return
    kept = nh3.clean(html, tags=set(_BLOCKS), clean_content_tags=set(_DROPPED), attributes={}, link_rel=None)
    yield from _of_marked(kept)


def tidy(text: str) -> str:
    """Return *text* in one line, without invisible characters."""
    return " ".join(text.translate(_INVISIBLE).split())


def letters_of(text: str) -> str:
    """Return only the letters and digits of *text*, case folded: what is left when two lines say the same."""
    return _NO_LETTERS.sub("", text).casefold()


def _of_plain(text: str) -> Iterator[tuple[str, str]]:
    for part in _BLANK_LINE.split(text):
        if line := tidy(part):
            yield "p", line


def _of_marked(html: str) -> Iterator[tuple[str, str]]:
    """Cut what nh3 wrote: well-formed, every `<` in text escaped, so that a pattern is enough."""
    open_tags: list[str] = []
    at = 0
    for mark in _MARK.finditer(html):
        if line := tidy(unescape(html[at : mark.start()])):
            yield _holder(open_tags), line
        at = mark.end()
        closing, name = mark.groups()
        if closing:
            while open_tags and open_tags.pop() != name:
                pass
        elif name not in ("br", "hr"):
            open_tags.append(name)
    if line := tidy(unescape(html[at:])):
        yield _holder(open_tags), line


def _holder(open_tags: list[str]) -> str:
    """Name the innermost tag; but what stands in a quotation or a list item is that all through."""
    for whole in ("blockquote", "li"):
        if whole in open_tags:
            return whole
    return open_tags[-1] if open_tags else "p"

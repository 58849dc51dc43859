"""Plain text out of what feeds put into titles and names: one line, no markup, nothing that turns a page around."""

import html
import re
from typing import Final

import nh3

LONGEST_TITLE: Final = 1_000
"""Titles of more characters are cut at a word."""

_TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Direction overrides, embeddings and isolates; an unbalanced one turns around what follows it on the page."""

_NOISE: Final = re.compile(
    "[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]"
)
"""Characters without a width or a meaning; the joiners inside words and emoji (U+200C, U+200D) are none of them."""

_PILE: Final = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{8})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
"""More accents on one letter than any language uses."""

_BLOCK: Final = re.compile(r"<(?:br|/?p|/?div|/?li|/?h[1-6]|hr)\b[^<>]*>", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[A-Za-z/!?]")
_SPACE: Final = re.compile(r"\s+")


def one_line(text: str, *, longest: int = LONGEST_TITLE) -> str:
    """Return *text* in one line of at most *longest* characters, without invisible noise and direction controls."""
    text = text[: longest * 8]
    text = _NOISE.sub("", _TURNS.sub("", text)) if not text.isascii() or not text.isprintable() else text
    text = _PILE.sub(r"\1", text) if not text.isascii() else text
    text = _SPACE.sub(" ", text).strip()
    return text if len(text) <= longest else _cut(text, longest)


def from_html(markup: str) -> str:
    """Return the text of a piece of html: tags dropped, with what stands in scripts and styles; references decoded once."""
    if _MARKUP.search(markup):
        markup = nh3.clean(_BLOCK.sub(" ", markup), tags=set())
    return html.unescape(markup)


def _cut(text: str, longest: int) -> str:
    """Cut *text* at the last word that leaves room for the mark that something is missing."""
    head = text[: longest - 1]
    word = head.rfind(" ")
    return (head[:word] if word > longest // 2 else head).rstrip() + "…"

"""Stated words made whole: references that were escaped twice, quotes that a database doubled, slashes before quotes."""

import re
from html import unescape
from typing import Final

from octavo.core.pages.cleaning import tidy

LONGEST: Final = 500
"""Characters of a stated value that are read."""

_REFERENCE: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
_ROUNDS: Final = 3
_ESCAPED_QUOTE: Final = re.compile(r"\\+(?=[\"'’])")
_APOSTROPHE: Final = re.compile(r"(?<=\w)(?:''|’’|‘’)(?=\w)")
_TWICE: Final = re.compile(r"(?<!['’‘])(''|’’|‘‘|\"\")(?!['’‘\"])")
_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


def mend(value: object) -> str:
    """Return a stated *value* as one line of plain text; what is no text is empty.

    References are decoded until none is left, for some pages escape what is escaped already.
    """
    if not isinstance(value, str):
        return ""
    text = value[: LONGEST * 4]
    for _ in range(_ROUNDS):
        if not _REFERENCE.search(text):
            break
        text = unescape(text)
    if "<" in text:
        text = _MARKUP.sub(" ", text)
    return _quotes_mended(tidy(text))[:LONGEST]


def _quotes_mended(text: str) -> str:
    """Undo what databases do to quotes: `Trump''s`, `''here''`, `Trump\\'s`."""
    text = _ESCAPED_QUOTE.sub("", text)
    text = _APOSTROPHE.sub(lambda found: found[0][-1], text)
    return _TWICE.sub('"', text)

"""Words as they were meant: references that were encoded twice, quotation marks that were doubled."""

import re
from html import unescape
from html.entities import html5
from typing import Final

_REFERENCE: Final = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8}[0-9]{0,2});")
_DOUBLED: Final = re.compile(r"(?<=\w)''(?=\w)|(?<=\w)’’(?=\w)")
_DOUBLED_PAIR: Final = re.compile(r"(?<![\"\w])\"\"([^\"\n]{1,400})\"\"(?![\"\w])")


def mend(text: str) -> str:
    """Return *text* with what went wrong between an editor's keyboard and the page put right, where that is certain."""
    if "&" in text:
        text = _REFERENCE.sub(_decoded, text)
    if "''" in text or "’’" in text:
        text = _DOUBLED.sub(lambda found: found[0][0], text)
    if '""' in text:
        text = _DOUBLED_PAIR.sub(r'"\1"', text)
    return text


def _decoded(found: re.Match[str]) -> str:
    """Decode what still looks like a reference after the parser decoded the page; a name that is none stays."""
    reference = found[0]
    return unescape(reference) if reference[1] == "#" or reference[1:] in html5 else reference

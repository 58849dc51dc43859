"""Bytes of a page to text: byte order mark, then the bytes themselves, then what header and page say."""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META: Final = re.compile(rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML: Final = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# Pages mean the larger set by the smaller one's name (the WHATWG encoding labels).
_WIDER: Final = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "tis-620": "cp874",
    "big5": "big5hkscs",
}
# Not for the web: utf-7 hides markup, and a meta tag that was read as ASCII cannot be utf-16.
_NEVER: Final = re.compile(r"utf[-_]?(7|16|32).*|idna|punycode|unicode.escape|raw.unicode.escape|undefined")
_ESCAPED: Final = frozenset({"iso2022_jp", "iso2022_kr", "hz"})
_PRESCAN: Final = 4_096
_SAMPLE: Final = 65_536


def decode(body: bytes, *, content_type: str = "") -> str:
    """Return the text of *body*; never fails, undecodable bytes become U+FFFD."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, errors="replace")
    stated = _stated(body, content_type)
    if stated not in _ESCAPED:
        # Bytes that are valid utf-8 are utf-8, whatever the header says: by chance they hardly ever are.
        try:
            return body.decode("utf-8")
        except UnicodeDecodeError:
            pass
    return body.decode(stated or _guessed(body), errors="replace")


def _stated(body: bytes, content_type: str) -> str:
    """Return Python's name of the encoding that the header, else the page states; empty if none can be used."""
    head = body[:_PRESCAN]
    names = [m[1] for m in [_CHARSET.search(content_type)] if m]
    names += [m[1].decode("ascii", errors="replace") for m in [_XML.match(head), _META.search(head)] if m]
    for name in names:
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        known = _WIDER.get(known, known)
        if not _NEVER.fullmatch(known) and _is_text_encoding(known):
            return known
    return ""


def _is_text_encoding(name: str) -> bool:
    """Codecs such as rot13 or zip turn text into text or bytes into bytes; they have no business here."""
    try:
        # Of no bytes at all Python makes a text whatever the codec.
        return isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeError):
        return False


def _guessed(body: bytes) -> str:
    best = from_bytes(body[:_SAMPLE]).best()
    return best.encoding if best is not None else "cp1252"

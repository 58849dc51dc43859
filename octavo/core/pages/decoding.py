"""Bytes of a page to text: byte order mark, then the bytes themselves, then what header and page say, if the text bears it out."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from octavo.core.pages.alphabets import plausibility
from octavo.core.pages.mojibake import decode_utf_8

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
_ESCAPES: Final = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))
# What pages without a word about it are written in; of equals the first is taken.
_LEGACY: Final = (
    *(
        "cp1252",
        "cp1251",
        "gb18030",
        "cp1256",
        "cp932",
        "euc_jp",
        "big5hkscs",
        "cp949",
        "koi8_r",
        "cp1250",
        "cp1253",
    ),
    *(
        "cp1254",
        "iso8859-2",
        "iso8859-5",
        "iso8859-6",
        "iso8859-7",
        "mac_cyrillic",
        "cp866",
        "cp1255",
        "cp874",
        "cp1257",
    ),
)
_PRESCAN: Final = 4_096
_SAMPLE: Final = 8_192
_HIGH: Final = re.compile("[\x80-\ufffc\U00010000-\U0010ffff]+")
_WITH_HIGH: Final = re.compile(rb"[\x80-\xff][^<>]{0,200}")
_BELIEVED: Final = 0.93
"""The plausibility from which what a page says of itself is not questioned."""
_SURELY_BETTER: Final = 0.05
_GOOD_TO_BAD: Final = 20
"""Good characters for each bad one from which bytes are UTF-8 with a flaw."""


def decode(body: bytes, *, content_type: str = "") -> str:
    """Return the text of *body*; never fails, undecodable bytes become U+FFFD, and what was encoded twice is mended."""
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, errors="replace")
    if body.isascii():
        return body.decode(_escaped(body, content_type) or "ascii", errors="replace")
    # Bytes that are valid utf-8 are utf-8, whatever the header says: by chance they hardly ever are.
    try:
        return decode_utf_8(body)
    except UnicodeDecodeError:
        pass
    if (flawed := _flawed_utf_8(body)) is not None:
        return flawed
    return body.decode(_legacy(body, content_type), errors="replace")


def _escaped(body: bytes, content_type: str) -> str:
    """Return the encoding that writes other scripts in ASCII, if the page says one or has its escapes; else nothing."""
    stated = next(_stated(body, content_type), "")
    if stated in _ESCAPED:
        return stated
    return next((encoding for escape, encoding in _ESCAPES if escape in body), "")


def _flawed_utf_8(body: bytes) -> str | None:
    """Return the text of UTF-8 with a few bad bytes (an advert pasted in, a page cut in the middle), or None if it is none."""
    text = body.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(map(len, _HIGH.findall(text)))
    return text if good >= bad * _GOOD_TO_BAD else None


def _legacy(body: bytes, content_type: str) -> str:
    """Return the encoding that is stated if the text bears it out; else the one that gives the likeliest text."""
    sample = b" ".join(_samples(body))
    stated = list(dict.fromkeys(_stated(body, content_type)))
    worth: dict[str, float] = {}
    for encoding in stated:
        worth[encoding] = _worth(sample, encoding)
        if worth[encoding] >= _BELIEVED:
            return encoding
    for encoding in _LEGACY:
        worth.setdefault(encoding, _worth(sample, encoding))
    best = max(worth, key=lambda encoding: worth[encoding])
    said = max(stated, key=lambda encoding: worth[encoding], default=best)
    return said if worth[said] + _SURELY_BETTER >= worth[best] else best


def _samples(body: bytes) -> Iterator[bytes]:
    """Yield stretches of *body* that begin with more than ASCII and end before a tag, up to some size in all."""
    size = 0
    for found in _WITH_HIGH.finditer(body):
        stretch = found[0]
        yield stretch
        size += len(stretch)
        if size > _SAMPLE:
            return


def _worth(sample: bytes, encoding: str) -> float:
    return plausibility(sample.decode(encoding, errors="replace"))


def _stated(body: bytes, content_type: str) -> Iterator[str]:
    """Yield Python's names of the encodings that the header and then the page state, as far as they can be used."""
    head = body[:_PRESCAN]
    names = [m[1] for m in [_CHARSET.search(content_type)] if m]
    names += [m[1].decode("ascii", errors="replace") for m in [_XML.match(head), _META.search(head)] if m]
    for name in names:
        try:
            known = codecs.lookup(name).name
        except LookupError:
            continue
        known = _WIDER.get(known, known)
        if not _NEVER.fullmatch(known) and known != "utf-8" and _is_text_encoding(known):
            yield known


def _is_text_encoding(name: str) -> bool:
    """Codecs such as rot13 or zip turn text into text or bytes into bytes; they have no business here."""
    try:
        # Of no bytes at all Python makes a text whatever the codec.
        return isinstance(b"a".decode(name), str)
    except (LookupError, UnicodeError):
        return False

"""Bytes to text: which character encoding a feed, sitemap, OPML file or page is really written in.

The bytes are trusted before what is said about them: a byte order mark wins, then text that is valid UTF-8 is UTF-8,
then the declared encoding is tried, if it is one that the web knows. Names of other codecs (`rot13`, `utf-7`,
`unicode_escape`) are treated as unknown. Nothing here fails: a byte that cannot be read costs itself only.
"""

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

_HEAD: Final = 1024
"""A declaration stands within so many bytes."""

_DECLARED_IN_XML: Final = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']\s*([\w.:+-]+)")
_DECLARED_IN_HTML: Final = re.compile(rb"<meta[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_DECLARED_IN_HEADER: Final = re.compile(r"\bcharset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BARE_STARTS: Final = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)

_KNOWN: Final = re.compile(
    r"utf-?8|us-ascii|ascii|latin-?[1-9]|iso-?8859-?\d{1,2}|(windows|cp)-?(125\d|874|932|936|949|950|866)|"
    r"koi8-[rut]|gb2312|gb_2312-80|gbk|gb18030|hz(-gb-2312)?|big5(-?hkscs)?|euc-(jp|kr|tw)|(x-)?(shift[_-]?jis|sjis)|"
    r"iso-2022-(jp|kr)(-\d)?|ks_c_5601-1987|tis-620|mac(intosh|roman|cyrillic)|viscii|ibm\d{3}|johab",
    re.IGNORECASE,
)
_WIDER: Final = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "tis-620": "cp874",
    "macintosh": "mac_roman",
}
"""Names that the web uses for an encoding with more characters than the name says (WHATWG Encoding, 4.2)."""

_SEVEN_BIT: Final = re.compile(r"iso-2022-|hz", re.IGNORECASE)
"""Encodings whose every byte is also ASCII: only the declaration tells them apart."""

_ASCII: Final = bytes(range(128))
_FOREIGN: Final = 0.25
"""With so many bytes beyond ASCII and no declaration the text is in no Latin script, and worth a statistical guess."""


def decode(body: bytes, *, content_type: str = "") -> str:
    """Return the text of *body* without a byte order mark; what cannot be read becomes another character."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return _forgiving(body[len(mark) :], name)
    for start, name in _BARE_STARTS:
        if body.lstrip(b" \t\r\n").startswith(start):
            return body.decode(name, "replace")
    declared = _declared(body, content_type)
    for name in declared:
        if _SEVEN_BIT.match(name):
            return body.decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_otherwise(body, declared)


def _declared(body: bytes, content_type: str) -> list[str]:
    """Return the known encodings that the document, then the header, name; in this order."""
    head = body[:_HEAD]
    said = [found[1].decode("ascii", "replace") for found in [_DECLARED_IN_XML.search(head)] if found]
    said += [found[1].decode("ascii", "replace") for found in [_DECLARED_IN_HTML.search(head)] if found]
    said += [found[1] for found in [_DECLARED_IN_HEADER.search(content_type)] if found]
    names = []
    for name in said:
        name = name.lower()
        if _KNOWN.fullmatch(name):
            name = _WIDER.get(name, name)
            if _exists(name):
                names.append(name)
    return names


def _exists(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _decode_otherwise(body: bytes, declared: list[str]) -> str:
    """Decode what is not valid UTF-8."""
    others = [name for name in declared if codecs.lookup(name).name not in ("utf-8", "cp1252")]
    for name in others:
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    if others and not _mostly_utf8(body):
        return body.decode(others[0], "replace")
    if not declared and len(body.translate(None, _ASCII)) > _FOREIGN * len(body) and not _mostly_utf8(body):
        best = from_bytes(body[:20_000]).best()
        if best is not None:
            return body.decode(best.encoding, "replace")
    return _forgiving(body, "utf-8")


def _mostly_utf8(body: bytes) -> bool:
    """Return whether most of what is beyond ASCII reads as UTF-8, so that the rest are strays."""
    strays = body.decode("utf-8", "replace").count("\ufffd")
    return strays * 10 < len(body.translate(None, _ASCII))


def _forgiving(body: bytes, name: str) -> str:
    """Decode; a byte that is no UTF-8 is read as windows-1252, which is what strays nearly always are."""
    return body.decode(name, _STRAYS if name == "utf-8" else "replace")


def _read_stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_STRAYS: Final = "octavo-strays-are-windows-1252"
codecs.register_error(_STRAYS, _read_stray)

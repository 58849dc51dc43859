"""Text that was encoded as UTF-8, read as Western European, and encoded again: `CafÃ©`, `donâ€™t`, `Ø§Ù„`."""

import re
from typing import Final

_FEWEST: Final = 6
"""Characters from which it is no accident."""
# What the bytes 80 to 9F are in windows-1252; the five that it lacks stand for themselves.
_HIGH: Final = {
    bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte): byte
    for byte in range(0x80, 0xA0)
}
_BYTE: Final = {**_HIGH, **{chr(byte): byte for byte in range(0x80, 0x100)}}
_CLASS: Final = "".join(map(re.escape, _BYTE))
_RUN: Final = re.compile(f"[{_CLASS}]+")
# In bytes: a lead byte's character in UTF-8, and after it one that a byte from 80 to BF became.
_SUSPECT: Final = re.compile(rb"\xc3[\x82-\xb4](?:\xc2[\x80-\xbf]|\xe2[\x80\x82\x84]|[\xc5\xc6\xcb])")
_MEANT: Final = re.compile(
    "[\u00a0-\u017f\u0218-\u021b\u0370-\u052f\u05d0-\u05ea\u0600-\u06ff\u0900-\u097f\u0e00-\u0e5b\u1e00-\u1eff"
    "\u2010-\u2044\u20ac\u2122\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef\U0001f300-\U0001faff]+"
)


def decode_utf_8(body: bytes) -> str:
    """Return the text of *body*, mended where it was encoded twice; raise UnicodeDecodeError if it is no UTF-8."""
    text = body.decode("utf-8")
    return _mended(text) if _SUSPECT.search(body) else text


def _mended(text: str) -> str:
    """Return *text* as it was before it was encoded twice; where that is not certain, as it is."""
    runs = _RUN.findall(text)
    mendable = sum(len(run) for run in runs if _meant(run) is not None)
    if mendable < _FEWEST or mendable * 2 < sum(map(len, runs)):
        return text
    return _RUN.sub(lambda run: _meant(run[0]) or run[0], text)


def _meant(run: str) -> str | None:
    """Return what a run of characters was, if its bytes are UTF-8 of characters that people write."""
    if len(run) < 2:
        return None
    try:
        meant = bytes(_BYTE[character] for character in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return meant if _MEANT.fullmatch(meant) else None

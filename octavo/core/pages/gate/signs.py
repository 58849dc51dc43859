"""Signs that no reader can read: unfilled templates, encoded or broken text, code."""

import re
from typing import Final

_READ: Final = 2_000
_SAMPLE: Final = 1_200
_FEW: Final = 4
_SLOT: Final = re.compile(
    r"\{\{[^{}\n]{0,80}\}\}|\{%[^{}\n]{0,80}%\}|\$\{[^{}\n]{1,80}\}|#\{[^{}\n]{1,80}\}|<%[^\n]{0,80}?%>|\[%[^\n]{0,80}?%\]"
    r"|%%[^%\n]{0,60}%%|%[A-Z_]{4,40}%|\[\[[\w.:| -]{1,60}\]\]|\{[A-Za-z_][\w.]{2,40}\}|__[A-Z][A-Z_]{2,40}__|\[[A-Z_]{4,40}\]"
    r"|\[object \w+\]|\b(?:undefined|NaN|null)\b|(?:@Model|@ViewBag|wp:)[\w.:/-]{1,60}|:[a-z]+_[a-z_]+:",
)
_MAY_BE_SLOTS: Final = ("{", "%", "[", "@", "__", "undefined", "NaN", "null")
_MAY_BE_FILLER: Final = ("orem", "OREM", "psum", "PSUM")
_MAY_BE_MARKUP: Final = ("<", "&", "\\", "=")
_OF_CODE: Final = re.compile(r"[{}<>=;\\|$#^~`_*+\[\]]")
_FILLER: Final = re.compile(
    r"\b(?:lorem|ipsum|dolor|amet|consectetur|adipisc\w*|eiusmod|tempor|incididunt|labore|aliqua|veniam|nostrud|ullamco"
    r"|laboris|commodo|consequat|voluptate|cillum|fugiat|pariatur|excepteur|sint|occaecat|cupidatat|officia|deserunt)\b",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_MARKUP: Final = re.compile(
    r"</?[a-zA-Z][^<>\n]{0,300}>|&(?:amp;)?(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,6});"
    r"|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\[nrt\"/]|=[0-9A-F]{2}(?==[0-9A-F]{2})"
)
_CODE: Final = re.compile(r"[{}<>=;\\|$#^~`_*+\[\]]|\b(?:function|var|const|return|window|document)\b")
_LONGEST: Final = 48
"""Characters that no word has, though an address may."""
_RUN: Final = re.compile(r"[A-Za-z0-9+/=_-]{48,}")
# Utf-8 read as a Western, Central European or Cyrillic code page: a lead byte's letter and what no word has after it.
_AFTER: Final = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_WRONG: Final = re.compile(
    rf"[\u00c2-\u00d9][{_AFTER}]|[\u00e0-\u00ef][{_AFTER}]{{2}}|[ĂĹÄ][\u0080-\u00bf€‚„…†‡‰‹‘’“”•–—™›łŁąĄşŞżŻľĽ˛ˇ˘˙]"
    r"|[a-z]â(?:s|t|re|ve|ll|d|m)\b|\sâ\s|[ÎÏÐÑØÙ](?=[ÎÏÐÑØÙ])|[à-ï][¡-ª¬-º¼-¿]"
    r"|[ВГДЕ][\u00a0-\u00bf\u0402-\u040f\u0452-\u045f‚„…†‡€‰‹‘’“”•–—™›]|вЂ."
    r"|[РС][\u00a0-\u00bf\u0402-\u040f\u0452-\u045f‚„…†‡€‰‹‘’“”•–—™›]|ï¿½|ďż˝|\ufffd|[\ue000-\uf8ff]"
)
# The same by first and second letter alone: quick to count, and where there are few, there is nothing to look for.
_PAIR: Final = re.compile(
    rf"[\u00c2-\u00d9\u00e0-\u00efĂĹÄďВГДЕРСв][{_AFTER}łŁąĄşŞżŻľĽ˛ˇ˘˙ÎÏÐÑØÙ\u00a0-\u00bf\u0402-\u040f\u0452-\u045fЂ\sstrvldm]"
)
_ODD: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def is_unfilled(text: str) -> bool:
    """Say whether a good part of *text* is the names of a template's fields, or filler."""
    seen = text[:_READ]
    if sum(map(seen.count, _MAY_BE_SLOTS)) > 2:
        slots = _SLOT.findall(seen)
        if len(slots) > 2 and _is_share(slots, seen, 0.06):
            return True
    return any(map(seen.__contains__, _MAY_BE_FILLER)) and _is_share(_FILLER.findall(seen), seen, 0.06)


def is_garbled(text: str) -> bool:
    """Say whether a good part of *text* is encoded, decoded wrongly, or code."""
    seen = text[:_READ]
    if seen.count("%") > 8 and _is_share(_PERCENT.findall(seen), seen, 0.1):
        return True
    if max(map(len, seen.split()), default=0) >= _LONGEST and _is_share(_RUN.findall(seen), seen, 0.2):
        return True
    if sum(map(seen.count, _MAY_BE_MARKUP)) > 2 and _is_share(_MARKUP.findall(seen), seen, 0.1):
        return True
    sample = seen[:_SAMPLE]
    if len(_OF_CODE.findall(sample)) > len(sample) * 0.05 and _is_share(_CODE.findall(seen), seen, 0.08):
        return True
    return not seen.isascii() and _is_wrongly_decoded(sample)


def _is_wrongly_decoded(seen: str) -> bool:
    """Say whether there are five such signs or more, in every fifth line at least; a few are slips."""
    odd = len(_ODD.findall(seen))
    if odd + len(_PAIR.findall(seen)) <= _FEW:
        return False
    wrong = len(_WRONG.findall(seen))
    return (wrong > _FEW and wrong * 400 > len(seen)) or (
        odd > 0 and _is_share(_CONTROL.findall(seen), seen, 0.01)
    )


def _is_share(found: list[str], seen: str, share: float) -> bool:
    return sum(map(len, found)) > len(seen) * share

"""Make a feed's markup safe for an XML parser: well-formed where that can be mended, and bounded where it may cost.

Document type declarations are taken out before any parser sees them, so that no entity is ever expanded by one: what
a declaration says of short entities of plain text is put in place here, up to a limit.
"""

import html
import re
from collections.abc import Callable
from html.entities import html5
from itertools import islice
from typing import Final

MOST_ENTRIES: Final = 5_000
"""A feed's further entries are passed over."""

MOST_TAGS: Final = 200_000
MOST_REFERENCES: Final = 1_000_000
"""A document with more tags or references is cut there: each costs a parser microseconds."""

MOST_ATTRIBUTES: Final = 64
"""An element with more attributes loses all of them: parsers need quadratic time for them."""

_LONGEST_ENTITY: Final = 1_000
_MOST_EXPANDED: Final = 200_000

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CDATA: Final = re.compile(r"(<!\[CDATA\[.*?(?:\]\]>|\Z))", re.DOTALL)
_REFERENCE: Final = re.compile(r"&(?:#(?:[xX]([0-9a-fA-F]+)|(\d+))|([A-Za-z_][\w.-]*));|&")
_CROWDED_TAG: Final = re.compile(
    r"<([^\s<>/!?\"'=]++)"
    rf"(?:\s++[^\s=<>\"'/]++\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+')){{{MOST_ATTRIBUTES + 1},}}+"
    r"(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+>"
)
_DOCTYPE: Final = re.compile(
    r"<!DOCTYPE(?:[^\[>\"']|\"[^\"]*+\"|'[^']*+')*+(?:\[((?:<!--.*?-->|\"[^\"]*+\"|'[^']*+'|[^\]\"'])*+)\]\s*+)?>",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"<!ENTITY\s+([A-Za-z_][\w.-]*)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>")
_ESCAPED_TEXT: Final = re.compile(r">([^<>&]*+&[^<>]*+)(?=<)")
_WORTH_PACKING: Final = 8
_PREFIX: Final = re.compile(
    r"</?([A-Za-z_][\w.-]*):[A-Za-z_]|\s([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*\s*=\s*[\"']"
)
_TAG: Final = re.compile(r"<[^<>]+>")
_ITEM_TAG: Final = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)((?:[A-Za-z_][\w.-]*:)?(?:item|entry))(?:\s[^<>]*?)?(/?)>",
    re.DOTALL | re.IGNORECASE,
)
_ITEM_END: Final = re.compile(r"</(?:[A-Za-z_][\w.-]*:)?(?:item|entry|url|sitemap)\s*>", re.IGNORECASE)

_PREDEFINED: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))

_NAMESPACES: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "xlink": "http://www.w3.org/1999/xlink",
}
"""What a prefix means where a feed forgets to say it."""


def tame(
    text: str, *, root: re.Pattern[str], most_entries: int = MOST_ENTRIES, most_tags: int = MOST_TAGS
) -> tuple[str, tuple[str, ...]]:
    """Return *text* from its *root* element on, mended and bounded, and what had to be done, one sentence each.

    No root element, no text: then both are empty.
    """
    start = root.search(text)
    if start is None:
        return "", ()
    problems: list[str] = []
    entities = _entities(text[: start.start()])
    text = text[start.start() :]
    if _ILLEGAL.search(text):
        text = _ILLEGAL.sub("", text)
        problems.append("Control characters were taken out.")
    text = _side_by_side(_fewer_entries(text, most_entries, problems), problems)
    mended = _outside_cdata(text, _mender(entities))
    if mended != text:
        problems.append("Bare ampersands, unknown references or crowded elements were mended.")
    text = _declare_prefixes(mended, problems)
    text = _fewer_tags(_outside_cdata(text, _pack), most_tags, problems)
    return text, tuple(problems)


def _entities(prolog: str) -> dict[str, str]:
    """Return the short entities of plain text that a document type declares."""
    declared = _DOCTYPE.search(prolog)
    if declared is None or not declared[1]:
        return {}
    found = {}
    for name, double, single in _ENTITY.findall(declared[1]):
        value = html.unescape(double or single)
        if len(value) <= _LONGEST_ENTITY and "&" not in value and "<" not in value:
            found[name] = value
    return found


def _mender(entities: dict[str, str]) -> Callable[[str], str]:
    """Return what mends the references and bounds the tags of pieces of markup that hold no CDATA."""
    room = _MOST_EXPANDED

    def reference(found: re.Match[str]) -> str:
        nonlocal room
        hexadecimal, decimal, name = found.groups()
        if hexadecimal or decimal:
            return found[0] if _is_character(hexadecimal or decimal, 16 if hexadecimal else 10) else ""
        if not name:
            return "&amp;"
        if name in _PREDEFINED:
            return found[0]
        value = entities.get(name) or html5.get(f"{name};")
        if value is None or room < len(value):
            return f"&amp;{found[0][1:]}"
        room -= len(value)
        return html.escape(value)

    def mend(part: str) -> str:
        part = _CROWDED_TAG.sub(_without_attributes, part) if len(part) > MOST_ATTRIBUTES * 6 else part
        return _REFERENCE.sub(reference, part) if "&" in part else part

    return mend


def _without_attributes(found: re.Match[str]) -> str:
    return f"<{found[1]}/>" if found[0].endswith("/>") else f"<{found[1]}>"


def _is_character(digits: str, base: int) -> bool:
    """Return whether a numeric reference names a character that XML allows."""
    if len(digits) > 12:
        return False
    code = int(digits, base)
    return (
        code >= 0x20
        and code != 0x7F
        and not 0xD800 <= code <= 0xDFFF
        and code not in (0xFFFE, 0xFFFF)
        and code <= 0x10FFFF
    ) or code in (9, 10, 13)


def _outside_cdata(text: str, change: Callable[[str], str]) -> str:
    parts = _CDATA.split(text)
    return "".join(part if place % 2 else change(part) for place, part in enumerate(parts))


def _pack(part: str) -> str:
    """Put escaped html into CDATA: the same text, for which a parser calls back once a line, not once a reference."""
    return _ESCAPED_TEXT.sub(_packed, part) if part.count("&") >= _WORTH_PACKING else part


def _packed(found: re.Match[str]) -> str:
    text = found[1]
    if text.count("&") < _WORTH_PACKING:
        return found[0]
    return f"><![CDATA[{html.unescape(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def _declare_prefixes(text: str, problems: list[str]) -> str:
    """Declare the prefixes that are used and nowhere declared, on the root element."""
    used = {first or second for first, second in _PREFIX.findall(text)} - {"xml", "xmlns"}
    missing = sorted(p for p in used if f"xmlns:{p}" not in text)[:50]
    if missing:  # texts may speak of prefixes too; the tags are picked out only now, for that costs more
        tags = " ".join(_TAG.findall(_CDATA.sub("", text)))
        used = {first or second for first, second in _PREFIX.findall(tags)}
        missing = [p for p in missing if p in used]
    if not missing:
        return text
    problems.append("Prefixes without a namespace were declared.")
    declared = "".join(f' xmlns:{p}="{_NAMESPACES.get(p, "urn:undeclared:" + p)}"' for p in missing)
    return re.sub(r"^<[^\s<>/]+", lambda found: found[0] + declared, text, count=1)


def _side_by_side(text: str, problems: list[str]) -> str:
    """Put entries that stand inside other entries (versions in conflict, entries in an Atom source) after those.

    A last entry that never ends is cut off: its link may be half of one.
    """
    moves: list[tuple[int, int, int]] = []
    opened: list[tuple[str, int]] = []
    inner: list[tuple[int, int]] = []
    first: int | None = None
    last = 0
    for tag in _ITEM_TAG.finditer(text):
        closing, name, empty = tag.groups()
        if name is None or empty or (opened and name != opened[0][0]):
            continue
        if not closing:
            last = tag.start()
            first = last if first is None else first
            opened.append((name, last))
        elif opened:
            start = opened.pop()[1]
            if len(opened) == 1:
                inner.append((start, tag.end()))
            elif not opened:
                moves += [(*one, tag.end()) for one in inner]
                inner = []
    if len(opened) == 1 and opened[0][1] == last and last != first:
        problems.append("The feed breaks off in its last entry, which was left out.")
        text = text[:last]
    return _moved(text, moves) if moves else text


def _moved(text: str, moves: list[tuple[int, int, int]]) -> str:
    """Return *text* with each piece (start, end) put to its new place, which lies behind it; in order."""
    pieces: list[str] = []
    done = 0
    for place, (start, end, target) in enumerate(moves):
        pieces.append(text[done:start])
        done = end
        if place + 1 == len(moves) or moves[place + 1][2] != target:
            pieces.append(text[done:target])
            pieces += [text[a:b] for a, b, t in moves if t == target]
            done = target
    return "".join(pieces) + text[done:]


def _fewer_entries(text: str, most: int, problems: list[str]) -> str:
    """Take out what stands between the last entry that is kept and the last one of all."""
    ends = [found.end() for found in _ITEM_END.finditer(text)]
    if len(ends) <= most:
        return text
    problems.append(f"Only the first {most} of {len(ends)} entries were read.")
    return text[: ends[most - 1]] + text[ends[-1] :]


def _fewer_tags(text: str, most_tags: int, problems: list[str]) -> str:
    """Cut a document with too many tags or references; those inside CDATA are text and count for nothing."""
    for mark, most in (("<", most_tags), ("&", MOST_REFERENCES)):
        if text.count(mark) <= most:
            continue
        outside = _CDATA.sub(lambda found: " " * len(found[0]), text)
        if outside.count(mark) > most:
            place = next(islice(re.finditer(mark, outside), most, None)).start()
            problems.append(f"Only the first {most} tags or references were read.")
            text = text[:place]
    return text

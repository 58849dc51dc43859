"""Which news agency a text is from: by its dateline, its last line, and the phrases in which outlets give credit."""

import re
from collections.abc import Iterator
from typing import Final

from octavo.core.pages.fields.wires import SIGNS

# In scripts without spaces a sign begins the dateline: `新华社北京3月3日电`.
_UNSPACED: Final = re.compile(
    r"\s*[（【]?("
    + "|".join(sorted((sign for sign in SIGNS if "\u3040" <= sign[0] <= "\u9fff"), key=len, reverse=True))
    + ")"
)
_HEAD: Final = 300
_TAIL: Final = 300
_LONGEST_LINE: Final = 90
"""Characters of a last line that is a credit and no sentence."""
_FOLDED: Final = {sign.casefold(): name for sign, name in SIGNS.items() if len(sign) > 4}
_BRACKETS: Final = re.compile(
    r"\(([^()\n]{2,60})\)|/\s*([^/\n]{2,40}?)\s*/|\[([^\[\]\n]{2,40})\]|【([^【】\n]{2,30})】"
)
_DATELINE: Final = re.compile(
    r"^[^.!?\n]{0,60}?(?:^|[\s,،/:(-])([^\W\d_][^,،/:()–—\n]{1,40}?)\s*(?:[–—:]|\s-|--)\s"
)
_AFTER_PLACE: Final = re.compile(r"^[^\W\d_][^/\n.!?]{1,40}/\s*([^\W\d_][\w '.’-]{1,40}?)(?:\s*[-–—:]|\n|$)")
_PARTS: Final = re.compile(r"[/,،;+&|·•–—-]|\s(?:and|und|et|y|e|with|mit|avec|con|et de|و)\s")
_CREDIT: Final = re.compile(
    r"(?:with (?:inputs?|files|reporting|additional reporting|material|contributions?) (?:from|by)|mit material (?:von|der)"
    r"|avec (?:l['’])?|con informaci[oó]n de|com informações d[aeo]s?|source|quelle|fuente|fonte|bron|kaynak|źródło|källa"
    r"|источник|по материалам|المصدر|نقلا عن|نقلاً عن|来源|來源|copyright(?: \d{4})?|©(?: ?\d{4})?)\s*[:：]?\s*(?:the\s|la\s|die\s)?"
    r"([^.\n()|]{2,60})",
    re.IGNORECASE,
)
_CONTRIBUTED: Final = re.compile(
    r"(?:^|[.\n(*]\s*)(?:the\s)?([^\W\d_][^.\n()]{1,40}?)(?:['’]s?)?(?:\s(?:journalists?|writers?|reporters?)[^.\n]{0,60}?)?"
    r"\scontributed to this (?:report|story|article)",
    re.IGNORECASE,
)
_EDGES: Final = " \t\n.,;:*()[]/–—-|©\"'«»“”‹›【】"


def agency_of(name: str) -> str:
    """Return the agency that signs as *name*, by the name it is shown by, or empty."""
    name = " ".join(name.strip(_EDGES).split())
    return SIGNS.get(name) or _FOLDED.get(name.casefold(), "")


def agencies_in(text: str) -> tuple[str, ...]:
    """Return the agencies that the text of an article credits, in the order of their credits.

    Only a dateline, a last line and phrases of credit count: whom a sentence cites did not write it.
    """
    head = text[:_HEAD].lstrip()
    tail = text[-_TAIL:].rstrip()
    found = (*_of_dateline(head), *_of_end(tail), *_of_phrases(tail))
    return tuple(dict.fromkeys(found))


def _of_dateline(head: str) -> Iterator[str]:
    """Read `KYIV (AP) —`, `MOSCOW, May 3. /TASS/.`, `Berlin/dpa`, `رويترز -`, `(新华社)`."""
    for found in _BRACKETS.finditer(head):
        # A bracket later than this stands in a sentence.
        if found.start() <= 120:
            yield from _agencies(next(group for group in found.groups() if group))
    if sign := _UNSPACED.match(head):
        yield SIGNS[sign[1]]
    for pattern in (_DATELINE, _AFTER_PLACE):
        if line := pattern.search(head):
            yield from _agencies(line[1])


def _of_end(tail: str) -> Iterator[str]:
    """Read a last line that is nothing but a credit: `(dpa/lni)`, `/AFP`, `— Reuters`, `أ ف ب`."""
    last = tail.rpartition("\n")[2]
    brackets = [found for found in _BRACKETS.finditer(last) if found.end() >= len(last.rstrip(" .*"))]
    for found in brackets:
        yield from _agencies(next(group for group in found.groups() if group))
    if len(last) <= _LONGEST_LINE:
        if name := agency_of(last):
            yield name
        elif not brackets:
            yield from _agencies(last, only=True)
    elif (end := re.search(r"[/–—(]\s*([^/–—()\n]{2,40})[).\s]*$", last)) and (name := agency_of(end[1])):
        yield name


def _of_phrases(tail: str) -> Iterator[str]:
    for pattern in (_CREDIT, _CONTRIBUTED):
        for found in pattern.finditer(tail):
            yield from _agencies(found[1])


def _agencies(credit: str, *, only: bool = False) -> Iterator[str]:
    """Yield the agencies among the parts of a credit; with *only*, none unless every longer part is one."""
    if name := agency_of(credit):
        yield name
        return
    parts = [part for part in _PARTS.split(credit) if part and part.strip(_EDGES)]
    names = [agency_of(part) for part in parts]
    if only and not all(name or len(part.strip()) <= 4 for name, part in zip(names, parts, strict=True)):
        return
    yield from (name for name in names if name)

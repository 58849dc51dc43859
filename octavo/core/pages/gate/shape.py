"""What a text looks like, whatever it says: sentences or labels, running text or lists."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from octavo.core.pages.article import Paragraph

_DENSE: Final = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_LETTER: Final = re.compile(r"[\W_]+")
_DIGIT: Final = re.compile(r"\d")
_DIGITS: Final = re.compile(r"\d+")
_STOPS: Final = tuple(".!?…؟۔।॥။។。！？｡")
_CLOSERS: Final = "\"'”’»›)]」』）】》› \u00a0"
_DOTS: Final = ("…", "...")
_SEPARATORS: Final = (",", ";", "|", "•", "·", "/", "،", "؛")
_DASHES: Final = "-–—"
_DENSE_SEPARATORS: Final = ("|", "•", "·", "/", "、", "；")
_MOST, _MUCH = 60, 4_000
"""Paragraphs that are measured, and characters."""
_SENTENCE: Final = 40
"""Letters from which a paragraph that ends as a sentence does is more than a label."""
_CLAUSE: Final = 60
"""Letters from which a paragraph is that ends as one point of several does."""
_GOES_ON: Final = (",", ";", "،", "؛", "，", "；")
_PROSE: Final = 120
"""Letters from which any paragraph is, unless it only counts up."""
_OPEN: Final = 60
"""Characters from which a last line without a stop was not meant to end so."""
_LAST: Final = 3
_SPACES: Final = 6
_LINE_OF_VERSE: Final = 16
_CELL: Final = 14
_ROWS: Final = 6
_VERSE: Final = tuple(",;:—–-،؛，、") + _STOPS
_WEIGHED: Final = 300
"""Characters of a paragraph that are weighed; the rest counts like them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The text's measures, in letters; those of scripts that write a word in one or two count three times."""

    letters: int
    in_prose: int
    """Letters in whole sentences or long running text."""
    fresh: int
    """Those of them that page and feed do not say in the head already."""
    in_rows: int
    """Letters in rows that say the same few things again and again."""
    headings: int
    texts: tuple[str, ...]
    """Paragraphs that are no headings, each text once."""

    ends_open: bool
    """One of the last lines has no end: a sentence without a stop, or dots."""
    trails_off: bool
    """The last line is running text that ends in dots."""

    @property
    def lines(self) -> int:
        """How many paragraphs are no headings, each text counted once."""
        return len(self.texts)

    @property
    def verse(self) -> float:
        """Which part of the lines ends as a line of running text or verse does, a label never."""
        return _part(len(text) >= _LINE_OF_VERSE and text.endswith(_VERSE) for text in self.texts)

    @property
    def with_digits(self) -> float:
        """Which part of the lines has a digit: a table of results has, a list of headlines hardly."""
        return _part(_DIGIT.search(text) is not None for text in self.texts)

    @property
    def is_listed(self) -> bool:
        """Hardly any of the text stands in sentences, or most of it in a table's rows."""
        return self.in_prose * 4 < self.letters or self.in_rows * 2 > self.letters


def weight(text: str) -> int:
    """Count letters and digits of *text*, roughly in a long one; those of dense scripts three times."""
    part = text[:_WEIGHED]
    letters = len(_NO_LETTER.sub("", part)) if len(part) < _PROSE else len(part) - part.count(" ")
    if not part.isascii() and _DENSE.search(part, 0, _PROSE):
        letters += 2 * len(_DENSE.findall(part))
    return letters if len(text) <= _WEIGHED else letters * len(text) // _WEIGHED


def is_sentence(text: str) -> bool:
    """Say whether *text* ends as a sentence does, a closing quotation mark or bracket after it or not."""
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def shape_of(paragraphs: tuple[Paragraph, ...], repeats: frozenset[str] = frozenset()) -> Shape:
    """Measure a text by its paragraphs; those in *repeats* only say again what its page's head says."""
    read = _first(paragraphs)
    titles = {p.text for p in read if p.kind == "heading"}
    weights = {text: weight(text) for text in dict.fromkeys(p.text for p in read)}
    lines = [text for text in weights if text not in titles]
    stencilled = _stencilled([p.text for p in read if p.kind == "item"])
    prose = [text for text in lines if is_prose(text, weights[text]) and text not in stencilled]
    return Shape(
        letters=sum(weights.values()),
        in_prose=sum(weights[text] for text in prose),
        fresh=sum(weights[text] for text in prose if text not in repeats),
        in_rows=sum(weights[text] for text in stencilled),
        headings=len(titles),
        texts=tuple(lines),
        ends_open=_ends_open(paragraphs),
        trails_off=bool(paragraphs) and _trails_off(paragraphs[-1]),
    )


def _first(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return as many paragraphs as are measured: what they do not show, no more of them do."""
    lengths = accumulate(len(p.text) for p in paragraphs[:_MOST])
    return paragraphs[: 1 + sum(length < _MUCH for length in lengths)][:_MOST]


def _stencilled(rows: list[str]) -> frozenset[str]:
    """Return the rows that end alike but for their numbers, as those of tables and of teasers do, if most are such."""
    ends = {row: _DIGITS.sub("", row[-_CELL:]) for row in rows}
    counts = Counter(ends.values())
    found = frozenset(row for row in ends if counts[ends[row]] > 2)
    return found if len(found) >= _ROWS and len(found) * 2 > len(ends) else frozenset()


def _ends_open(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Say whether one of the text's last lines was cut; what stands after it may be an offer of the rest."""
    if paragraphs and paragraphs[-1].kind == "text" and paragraphs[-1].text.endswith(_GOES_ON):
        return _is_running(paragraphs[-1].text)
    return any(p.kind == "text" and _is_open(p.text.strip()) for p in paragraphs[-_LAST:])


def _is_open(text: str) -> bool:
    if text.rstrip(_CLOSERS).endswith(_DOTS):
        return True
    return text[-1:].isalpha() and _is_running(text)


def _is_running(text: str) -> bool:
    return (weight(text) >= _OPEN or text.count(" ") >= _SPACES) and not _counts_up(text)


def _trails_off(last: Paragraph) -> bool:
    text = last.text.rstrip(_CLOSERS)
    return text.endswith(_DOTS) and (len(text) >= _SENTENCE or " " not in text)


def is_prose(text: str, letters: int = 0) -> bool:
    """Say whether a paragraph, of so many *letters* if they were counted, is a sentence or running text."""
    letters = letters or weight(text)
    if letters < _SENTENCE:
        return False
    if is_sentence(text):
        return not _counts_up(text)
    if letters < _PROSE and not (letters >= _CLAUSE and text.endswith(_GOES_ON)):
        return False
    return not _counts_up(text) and not _is_figures(text, letters)


def _is_figures(text: str, letters: int) -> bool:
    return len(_DIGIT.findall(text[:_WEIGHED])) * 4 > min(letters, _WEIGHED)


def _counts_up(text: str) -> bool:
    """Say whether *text* is names, tags or figures in a row: a separator after every second or third word."""
    part = text[:_WEIGHED]
    if not part.isascii() and _DENSE.search(part, 0, _PROSE):
        separators, between = sum(map(part.count, _DENSE_SEPARATORS)), 6
    else:
        separators, between = sum(map(part.count, _SEPARATORS)), 18
        separators += sum(part.count(f" {dash} ") for dash in _DASHES if dash in part)
    return separators > 4 and separators * between > len(part)


def _part(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found) if found else 0.0

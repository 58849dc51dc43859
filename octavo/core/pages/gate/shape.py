"""What a text looks like, whatever it says: sentences or labels, running text or lists."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from octavo.core.pages.article import Paragraph

_DENSE: Final = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_LETTER: Final = re.compile(r"[\W_]+")
_DIGIT: Final = re.compile(r"\d")
_STOPS: Final = tuple(".!?…؟۔।॥။។。！？｡")
_CLOSERS: Final = "\"'”’»›)]」』）】》› \u00a0"
_SEPARATORS: Final = re.compile(r"[,;|•·/،؛]|\s[–—-]\s")
_DENSE_SEPARATORS: Final = re.compile("[|•·/、；]")
_SENTENCE: Final = 40
"""Letters from which a paragraph that ends as a sentence does is more than a label."""
_PROSE: Final = 120
"""Letters from which any paragraph is, unless it only counts up."""
_VERSE: Final = tuple(",;:—–-،؛，、") + _STOPS
_WEIGHED: Final = 600
"""Characters of a paragraph that are weighed; the rest counts like them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The text's measures, in letters; those of scripts that write a word in one or two count three times."""

    letters: int
    in_prose: int
    """Letters in whole sentences or long running text."""
    lines: int
    """Paragraphs that are no headings, each text counted once."""
    repeated: float
    """Which part of the paragraphs only repeats an earlier one."""
    verse: float
    """Which part of the lines ends as a line of running text or verse does, a label never."""
    with_digits: float
    """Which part of the lines has a digit: a table of results has, a list of headlines hardly."""

    @property
    def is_listed(self) -> bool:
        """Hardly any of the text stands in sentences."""
        return self.in_prose * 4 < self.letters


def weight(text: str) -> int:
    """Count letters and digits of *text*; those of dense scripts three times."""
    part = text[:_WEIGHED]
    letters = len(_NO_LETTER.sub("", part))
    if not part.isascii():
        letters += 2 * len(_DENSE.findall(part))
    return letters if len(text) <= _WEIGHED else letters * len(text) // _WEIGHED


def is_sentence(text: str) -> bool:
    """Say whether *text* ends as a sentence does, a closing quotation mark or bracket after it or not."""
    return text.rstrip(_CLOSERS).endswith(_STOPS)


def shape_of(paragraphs: tuple[Paragraph, ...]) -> Shape:
    """Measure a text by its paragraphs."""
    counts = Counter(p.text for p in paragraphs)
    titles = {p.text for p in paragraphs if p.kind == "heading"}
    weights = {text: weight(text) for text in counts}
    lines = [text for text in counts if text not in titles]
    return Shape(
        letters=sum(weights.values()),
        in_prose=sum(weights[text] for text in lines if _is_prose(text, weights[text])),
        lines=len(lines),
        repeated=1 - len(counts) / len(paragraphs) if paragraphs else 0.0,
        verse=_part(text.endswith(_VERSE) for text in lines),
        with_digits=_part(_DIGIT.search(text) is not None for text in lines),
    )


def _is_prose(text: str, letters: int) -> bool:
    if letters < (_SENTENCE if is_sentence(text) else _PROSE):
        return False
    return not _counts_up(text)


def _counts_up(text: str) -> bool:
    """Say whether *text* is names, tags or figures in a row: a separator after every second or third word."""
    part = text[:_WEIGHED]
    if _DENSE.search(part):
        separators, between = len(_DENSE_SEPARATORS.findall(part)), 6
    else:
        separators, between = len(_SEPARATORS.findall(part)), 18
    return separators > 4 and separators * between > len(part)


def _part(flags: Iterable[bool]) -> float:
    found = list(flags)
    return sum(found) / len(found) if found else 0.0

"""Paragraphs of one story share words; decks of many stories hardly do."""

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from octavo.core.pages.article import Paragraph
from octavo.core.pages.gate.promise import Promise, has
from octavo.core.pages.gate.shape import is_prose
from octavo.core.pages.gate.stems import STEM
from octavo.core.text.function_words import function_words

_WORDS: Final = re.compile(r"[^\W\d_]{4,}")
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
_FEWEST: Final = 6
_MOST: Final = 24
_FEWEST_TOLD: Final = 4
_HELD: Final = 0.26
"""What paragraphs of one story reach by their common words and by the share of the title's words that each has."""
_BARELY_HELD: Final = 0.1


def is_scattered(paragraphs: tuple[Paragraph, ...], promise: Promise) -> bool:
    """Say whether the paragraphs have neither one another's words nor those of the title: each is of another story."""
    texts = [p.text.casefold() for p in paragraphs if is_prose(p.text)][:_MOST]
    if len(texts) < _FEWEST:
        return False
    held = _cohesion(texts, promise.language)
    if held >= _HELD:
        return False
    told = promise.told
    if len(told) < _FEWEST_TOLD:
        return held < _BARELY_HELD
    about = sum(has(text, stem) for text in texts for stem in told)
    return held + 1.5 * about / (len(texts) * len(told)) < _HELD


def _cohesion(texts: list[str], language: str) -> float:
    """Return which part of the paragraphs' telling words stands in more than one of them."""
    empty = function_words(language)
    words = [
        {word[:STEM] for word in _WORDS.findall(text) if word not in empty}
        | {one + other for run in _UNSPACED.findall(text) for one, other in pairwise(run)}
        for text in texts
    ]
    counts = Counter(word for of_one in words for word in of_one)
    every = counts.total()
    return sum(count for count in counts.values() if count > 1) / every if every else 0.0

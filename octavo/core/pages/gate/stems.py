"""The beginnings of words, by which a text and what was said of it are compared; a quicker cut than search tokens."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from octavo.core.text.search import fold_word

STEM: Final = 5
"""Letters by which two forms of a word are one in most languages."""

_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD: Final = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+")
_RUN: Final = re.compile(rf"[{_UNSPACED}]{{2}}")
_BEFORE_ARTICLE: Final = "وفبكال"
_ARTICLE: Final = re.compile(r"\A[وف]?(?:[بك]?ال|لل)(?=\w{2})")


def words(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words of *text* in order: as search tokens, and as they stand there without the Arabic article."""
    for word in _parted(text):
        if word.isascii():
            yield word, word
        else:
            yield _folded(word), _ARTICLE.sub("", word) if word[0] in _BEFORE_ARTICLE else word


def folded_words(text: str) -> list[str]:
    """Return the words of *text* as search tokens, in order."""
    return [word if word.isascii() else _folded(word) for word in _parted(text)]


@lru_cache(maxsize=16_384)
def _folded(word: str) -> str:
    """Return the search token of *word*; most words of a text were in the last ones."""
    return fold_word(word)


def _parted(text: str) -> list[str]:
    found = _WORD.findall(text.casefold())
    if text.isascii() or _RUN.search(text) is None:
        return found
    return [
        part for word in found for part in (map("".join, pairwise(word)) if _RUN.match(word) else (word,))
    ]

"""Search text: the one rule by which articles and queries become tokens, so that every database finds the same.

A token is made of letters and digits only, so no engine's own tokenizer can split or alter it further.
Case, diacritics, tatweel, forms of alef and the Arabic article do not count; scripts that do not part words
(Han, kana, Thai, Lao, Khmer, Burmese) become pairs of neighbouring letters; hyphens and addresses are split.
Vowel signs that are no letters (Thai, Indic scripts) are left out.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

Phrase = tuple[str, ...]
"""Tokens that must follow one another; mostly a single one."""

LONGEST_TOKEN: Final = 40
_LONGEST_TEXT: Final = 200_000
_MOST_PHRASES: Final = 16

_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_MARKS: Final = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0981-\u0983\u09bc-\u09cd\u0a3c-\u0a4d\u0abc-\u0acd\u0b82\u0bbe-\u0bcd\u0c3e-\u0c56\u0cbc-\u0cd6\u0d3e-\u0d4d"
    "\u0dca-\u0ddf\u200b-\u200f\u2060\ufeff"
)
# In turn: initials ("U.S."), a run of an unspaced script, a word of any other.
_WORD: Final = re.compile(
    rf"(?<!\w)(?:[^\W\d_]\.){{2,}}|([{_UNSPACED}]+)|(?:[{_MARKS}]|(?![{_UNSPACED}])[^\W_])+"
)
_QUOTED: Final = re.compile(r"[\"“”«»„]([^\"“”«»„]+)[\"“”«»„]|(\S+)")
_STRIPPED: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_ARTICLE: Final = re.compile(r"\A(?:[وف]?[بك]?ال|[وف]?لل)(?=\w{2})")
_SAME: Final = str.maketrans(
    {
        "آ": "ا",
        "أ": "ا",
        "إ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "ہ": "ه",
    }
    | {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
    | {chr(zero + n): str(n) for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50) for n in range(10)}
)


class Token(NamedTuple):
    """A search token and where it stands in the text."""

    text: str
    start: int
    end: int


def search_text(text: str) -> str:
    """Return the tokens of *text*, parted by single spaces: what the databases index."""
    return " ".join(token.text for token in tokenized(text[:_LONGEST_TEXT]))


def query_tokens(query: str) -> tuple[Phrase, ...]:
    """Return the phrases that *query* asks for, all of them: its words, and what stands in quotation marks as one."""
    phrases = (
        tuple(token.text for token in tokens(quoted or word))
        for quoted, word in _QUOTED.findall(query[:1_000])
    )
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))[:_MOST_PHRASES]


@lru_cache(maxsize=4)
def tokenized(text: str) -> tuple[Token, ...]:
    """Return all tokens of *text*: the few texts asked for last are remembered, as each reader of a text needs its tokens."""
    return tuple(tokens(text))


def tokens(text: str) -> Iterator[Token]:
    """Yield the search tokens of *text* in order, each with its place."""
    for word in _WORD.finditer(text):
        if word[1]:
            yield from _pairs(word[1], word.start())
        elif token := fold_word(word[0]):
            yield Token(token, word.start(), word.end())


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> str:
    """Return the token that *word* becomes; empty if nothing of it counts."""
    if word.isascii():
        token = word.lower()
    else:
        # Composed again afterwards, so that Hangul stays syllables.
        bare = _STRIPPED.sub("", unicodedata.normalize("NFKD", word).casefold())
        token = _ARTICLE.sub("", unicodedata.normalize("NFKC", bare).translate(_SAME), count=1)
    return "".join(filter(_counts, token))[:LONGEST_TOKEN]


def snippet(text: str, phrases: Sequence[Phrase], width: int) -> tuple[tuple[str, bool], ...]:
    """Return about *width* characters of *text* where most of *phrases* stand together, cut into (piece, found) pairs.

    The pieces are the text as it is; where something was left out, an ellipsis stands in a piece of its own.
    """
    marks = _found(text[:_LONGEST_TEXT], phrases)
    start, end = _densest(marks, width)
    start, end = _at_words(text, max(0, start), min(len(text), max(end, start + width)))
    pieces: list[tuple[str, bool]] = [("…", False)] if start > 0 else []
    at = start
    for mark_start, mark_end, _ in marks:
        if mark_start >= at and mark_end <= end:
            if at < mark_start:
                pieces.append((text[at:mark_start], False))
            pieces.append((text[mark_start:mark_end], True))
            at = mark_end
    if at < end:
        pieces.append((text[at:end], False))
    if end < len(text):
        pieces.append(("…", False))
    return tuple(pieces)


def _counts(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"


def _pairs(run: str, start: int) -> Iterator[Token]:
    """Yield each two neighbouring letters of an unspaced run; a lone letter stands for itself."""
    folded = ("".join(filter(_counts, unicodedata.normalize("NFKC", c))) for c in run)
    letters = [(letter, start + n) for n, letter in enumerate(folded) if letter]
    if len(letters) == 1:
        yield Token(letters[0][0], start, start + len(run))
    for (one, at), (other, end) in pairwise(letters):
        yield Token(one + other, at, end + 1)


def _found(text: str, phrases: Sequence[Phrase]) -> list[tuple[int, int, int]]:
    """Return (start, end, number of the phrase) of all places where a phrase stands, first to last."""
    stream = tokenized(text)
    found = []
    by_first: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases):
        by_first.setdefault(phrase[0], []).append(number)
    for n, token in enumerate(stream):
        for number in by_first.get(token.text, ()):
            phrase = phrases[number]
            if tuple(t.text for t in stream[n : n + len(phrase)]) == phrase:
                found.append((token.start, stream[n + len(phrase) - 1].end, number))
    return sorted(found)


def _densest(marks: Sequence[tuple[int, int, int]], width: int) -> tuple[int, int]:
    """Return the stretch with the most different phrases, the earliest of them; with a little text before it."""
    best, most, at = 0, 0, 0
    for n, (start, _, _) in enumerate(marks):
        seen = {number for _, end, number in marks[n : n + 64] if end <= start + width}
        if len(seen) > most:
            best, most, at = start, len(seen), n
    lead = width // 4
    return (best - lead, best - lead + width) if marks and marks[at][1] > width else (0, width)


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move both cuts to white space, where there is some near."""
    if start > 0 and (space := text.find(" ", start, start + 30)) >= 0:
        start = space + 1
    if end < len(text) and (space := text.rfind(" ", end - 30, end)) > start:
        end = space
    return start, end

"""Stems: what words of one family share, and what one name shares in all scripts. Crude, quick, and the same every time."""

from functools import lru_cache
from typing import Final

_SHORTEST: Final = 3
_CUT: Final = 6
"""Letters that are kept of a word of a language without rules: most endings are gone, most words are still apart."""
_CUT_BY_RULE: Final = frozenset({"zh", "ja", "th", "ko", "lo", "km", "my"})
# Endings that Arabic words share without meaning another thing, longest first; letters as search tokens fold them.
_ARABIC_ENDINGS: Final = ("تين", "تان", "يات", "ات", "ون", "ين", "ان", "يه", "وا", "ها", "هم", "ه", "ي")
_ENGLISH_ENDINGS: Final = (
    "ations", "ation", "ingly", "edly", "ments", "ment", "ings", "ing", "ions", "ion", "ies", "ied", "ers", "ed", "er",
    "es", "ly", "s", "e", "y",
)  # fmt: skip
_DOUBLING: Final = frozenset({"ing", "ed", "er", "ers"})
_SKELETON_LETTERS: Final = 3


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """Return the part of a search token that its family shares in *language*."""
    if word.isdigit() or len(word) <= _SHORTEST:
        return word
    if language == "en":
        return _english(word)
    if language == "ar":
        return _arabic(word)
    return word if language in _CUT_BY_RULE else word[:_CUT]


def _english(word: str) -> str:
    if word.endswith(("ss", "us")):
        return word
    for ending in _ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            bare = word.removesuffix(ending)
            # "stopped" is "stop": a letter doubled before its ending is one.
            is_doubled = ending in _DOUBLING and bare[-1] == bare[-2] and bare[-1] not in "lsz"
            return bare[:-1] if is_doubled else bare
    return word


def _arabic(word: str) -> str:
    """Return an Arabic word without its conjunction and without an ending, as far as enough of it is left."""
    if len(word) > _SHORTEST + 1 and word[0] == "و":
        word = word[1:].removeprefix("ال")
    for ending in _ARABIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def _table(*pairs: str) -> dict[int, str]:
    return {ord(letter): sound for pair in pairs for letter in pair[1:] for sound in (pair[0],)}


# Sounds that scripts and languages write alike or mistake for one another are one; vowels and breaths are none.
_SOUNDS: Final = _table(
    "Bbp", "Ffvw", "Kkcqgx", "Tt", "Dd", "Sszj", "Ll", "Mm", "Nn", "Rr",
    "Bбп", "Fвф", "Kкгхґ", "Tт", "Dд", "Sсзшжчцщђћџ", "Lл", "Mм", "Nн", "Rр",
    "Bب", "Fفڤ", "Kكقغخگ", "Tتطث", "Dدضذ", "Sسصشزجظچ", "Lل", "Mم", "Nن", "Rر",
    "Bβπ", "Fφ", "Kκγχξ", "Tτθ", "Dδ", "Sσςζψ", "Lλ", "Mμ", "Nν", "Rρ",
    "Bბპფ", "Fვ", "Kკგქყღხ", "Tტთ", "Dდ", "Sსზშჟჩცჭწძჯ", "Lლ", "Mმ", "Nნ", "Rრ",
    "Bבפ", "Fו", "Kכקגח", "Tטת", "Dד", "Sסשזצ", "Lל", "Mמם", "Nנן", "Rר",
)  # fmt: skip


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """Return the consonants of a name as all alphabets have them; empty if too few are left to tell names apart."""
    sounds: list[str] = []
    for letter in word.translate(_SOUNDS):
        if letter.isascii() and letter.isupper() and (not sounds or sounds[-1] != letter):
            sounds.append(letter)
    return "".join(sounds) if len(sounds) >= _SKELETON_LETTERS else ""

"""Is a text in the language in which it was announced? By script, and by the small words of the languages with a list."""

import re
from typing import Final

from octavo.core.text.function_words import function_words
from octavo.core.text.language import base_language

_LISTED: Final = ("en", "ar", "fr", "de", "es", "pt", "it", "nl", "ru", "uk", "pl", "sv", "tr", "id", "eo")
_SCRIPTS: Final = {
    "latin": re.compile("[A-Za-zÀ-ɏ]"),
    "greek": re.compile("[Ͱ-Ͽἀ-῿]"),
    "cyrillic": re.compile("[Ѐ-ԯ]"),
    "hebrew": re.compile("[֐-׿]"),
    "arabic": re.compile("[\u0600-ۿݐ-ݿ]"),
    "indic": re.compile("[ऀ-෿]"),
    "thai": re.compile("[\u0e00-\u0e7f]"),
    "east": re.compile("[぀-ヿ㐀-鿿가-힣]"),
}
_SAMPLE: Final = 1_500
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS: Final = 12
_FEWEST_WORDS: Final = 3


def is_foreign(text: str, *, announced: str, stated: str) -> bool:
    """Say whether *text* is in another script or language than *announced*, which *stated*, the page's word, confirms."""
    seen = text[:_SAMPLE]
    return _is_of_other_script(seen, announced) or _is_of_other_language(
        seen, announced, base_language(stated)
    )


def _is_of_other_script(seen: str, announced: str) -> bool:
    counts = {name: len(letters.findall(announced)) for name, letters in _SCRIPTS.items()}
    script = max(counts, key=counts.__getitem__)
    needed = 4 if script == "east" else _FEWEST_LETTERS
    if counts[script] < needed or (script != "east" and len(announced.split()) < _FEWEST_WORDS):
        return False
    own = len(_SCRIPTS[script].findall(seen))
    if own * 3 > len(seen):
        return False
    others = max(
        len(letters.findall(seen))
        for name, letters in _SCRIPTS.items()
        if name != script and not counts[name]
    )
    return others > own * 2


def _is_of_other_language(seen: str, announced: str, stated: str) -> bool:
    own = function_words(stated)
    if not own:
        return False
    words = _WORD.findall(seen.casefold())
    if sum(map(own.__contains__, words)) * 5 > len(words):
        return False
    hits = {language: sum(map(function_words(language).__contains__, words)) for language in _LISTED}
    best = max(hits, key=hits.__getitem__)
    if best == stated or hits[best] < max(20, 2 * hits[stated], len(words) // 5):
        return False
    said = _WORD.findall(announced.casefold())
    of_own = sum(word in own and word not in function_words(best) for word in said)
    of_best = sum(word in function_words(best) and word not in own for word in said)
    return of_own >= 2 and of_own > 2 * of_best

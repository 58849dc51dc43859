"""How much bytes, read in an encoding, look like what people write: the letters that languages use most, and what no text has.

A wrong encoding gives letters that are rare, of scripts that do not mix, capitals inside words, or signs where letters belong.
"""

import re
import unicodedata
from collections import Counter
from typing import Final

_COMMON: Final = frozenset(
    # Cyrillic, Arabic and Persian, Greek, Hebrew, Thai: the letters of most of a text.
    "оеаинтсрвлкмдпуяыьгзбчйхжіїєґў"
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآئؤپچگکی،؟"
    "αεηιοντσςρκπμλυωάέήίόύώδθγφχ"
    "אבגדהוזחטיכלמנסעפצקרשתםןףךץ"
    "กขคงจชซณดตถทธนบปผพฟมยรลวสหอะาำิีึืุูเแโใไ่้็์ัๆ"
    # Latin letters beyond ASCII.
    "éèàùçâêîôûëïüäößñáíóúåøæãõąćęłńśźżčďěňřšťůžýőűășțţşğıİđļņķģāēīūėįųœÉÄÖÜÅØŁŚŻČŠŽÇİŞ"
    # The most frequent characters of Chinese, Japanese and Korean.
    "的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二"
    "無開問題這個們來時後過國會說對為與於應種從當將現發經學長體無實動產業關進報記者表示公司市場新聞"
    "のにはをたがでてとしれさいるもなかくらりあうっまきすんこよそけえみちつどめせ。、「」ーアイウエオカキクコサシスセタチツテトナニノハフマミムメモラリルレロンパプバブグダデドジ"
    "다이는에의을를가고하지은로서한기사도인있나리자시아대해정어부일과"
)
_PUNCTUATION: Final = frozenset("“”‘’«»–—…€°§·•„‚‹›\u00a0№©®™!?¿¡，。！？：；（）《》、；『』【】・～")
# Letters of one language each; in its neighbours' encodings their bytes are as likely.
_SELDOM: Final = frozenset("þðýÞÐÝ")
_ODD: Final = (
    re.compile(r"[а-яёα-ω][А-ЯЁΑ-Ω]"),  # a capital inside a word
    re.compile(r"[ةى][\u0621-\u064a]|ς[α-ω]|[םןףךץ][א-ת]"),  # a letter that only ends words
    re.compile(r"(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"),
    re.compile(
        r"[a-zA-Z\u00c0-\u024f][\u0370-\u06ff\u0e00-\u0e7f]|[\u0370-\u06ff\u0e00-\u0e7f][a-zA-Z\u00c0-\u024f]"
    ),
)
_LATIN_RUN: Final = re.compile(r"[\u00c0-\u024f]{3,}")


def plausibility(text: str) -> float:
    """Return from -1 to 1 how much what is not ASCII in *text* looks written; a text that is all ASCII has 0."""
    counts = Counter(character for character in text if character > "\x7f")
    total = counts.total()
    if not total:
        return 0.0
    good = sum(_worth(character) * count for character, count in counts.items())
    odd = sum(len(pattern.findall(text)) for pattern in _ODD)
    odd += sum(len(run) for run in _LATIN_RUN.findall(text))
    return max(-1.0, (good - odd) / total)


def _worth(character: str) -> float:
    if character in _COMMON:
        return 1.0
    if character in _PUNCTUATION:
        return 0.5
    if character in _SELDOM:
        return 0.85
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cn", "Co", "Cs") or character == "\ufffd":
        return -2.0
    if kind == "Lo" and character >= "\u3400":
        return 0.6 if character < "\ua000" or "\uac00" <= character <= "\ud7af" else -1.0
    return 0.3 if kind in ("Ll", "Lo", "Mn") else 0.0 if kind == "Lu" else -0.6

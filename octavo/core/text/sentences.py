"""Where sentences begin and end, in any script, by rules alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from octavo.core.words import word_set


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: the characters from *start* up to, not with, *end*."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of *text*."""
        return text[self.start : self.end]


_CLOSERS: Final = "\"'”’»›)\\]}」』）】》〉"
_OPENERS: Final = "\"'“‘«‹([{「『（【《〈„‚¿¡"
# A full stop of a spaced script ends a sentence only before white space; those of unspaced scripts always do.
# French parts its closing guillemet from the stop by a space.
_STOP: Final = re.compile(
    rf"([.!?…؟۔।॥։።]+)((?:[{_CLOSERS}]|[ \u00a0\u202f]»)*)(?=\s|$)|([。！？｡]+)([{_CLOSERS}]*)"
)
_LINE: Final = re.compile(r"[^\n]+")
_WORD_BEFORE: Final = re.compile(r"[^\s\"“«‘„(\[]*$")
_INNER_STOPS: Final = re.compile(r"\w(?:\.\w)+")
_SPACED_ABBREVIATION: Final = re.compile(r"(?<!\w)[^\W\d_]\.[ \u00a0\u202f][^\W\d_]\.")
"""z. B., d. h., т. е.: one letter and one more."""
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_LOOKBACK: Final = 24

_ABBREVIATIONS: Final = {
    "": word_set(
        "mr mrs ms dr prof st no vol vs etc approx fig al ca cf eg ie inc ltd co corp jr sr gen col lt sgt"
    ),
    "en": word_set(
        "mr mrs ms messrs dr prof rev hon pres gov sen rep gen col maj capt cpl cmdr adm lt sgt st mt ft jr sr inc ltd",
        "co corp bros dept est approx vs etc no nos vol jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed",
        "thu fri sat sun ave blvd rd e.g i.e a.m p.m cf al u.s u.k u.n d.c ph.d",
    ),
    "de": word_set(
        "dr prof hr fr frl str nr ca bzw bspw etc evtl ggf inkl max min mio mrd usw vgl z.b d.h u.a o.ä i.d.r s.o s.u",
        "st jh abs art bd hrsg jan feb mär apr jun jul aug sep sept okt nov dez geb gest ehem tel",
    ),
    "fr": word_set(
        "m mm mme mlle dr pr me st ste av bd etc cf env no vol janv févr avr juil sept oct nov déc p.ex"
    ),
    "es": word_set(
        "sr sra srta sres dr dra prof ud uds d dña etc pág núm av avda gral ee uu ee.uu p.ej aprox lic ing"
    ),
    "pt": word_set("sr sra srta dr dra prof eng etc pág núm av gen cel d exmo p.ex aprox ltda"),
    "it": word_set("sig sigg dr dott prof ing avv on etc ecc pag n s art tel gen col"),
    "nl": word_set("dhr mevr mr dr drs prof ir nr blz bijv enz etc ca o.a d.w.z m.b.t st"),
    "ru": word_set(
        "г гг в вв т тыс млн млрд руб коп им ул д стр рис проф акад гл др пр см т.е т.д т.п т.к и.о"
    ),
    "uk": word_set("р рр ст тис млн млрд грн ім вул буд див проф акад ін т.д т.п о"),
    "pl": word_set("dr prof inż mgr ul al nr r w m.in np tzn tj tys mln mld św gen płk godz ok"),
    "sv": word_set("dr prof nr ca kl t.ex bl.a m.m d.v.s s.k"),
    "tr": word_set("dr prof doç av sn vb vs yy cad sok no"),
    "ar": word_set("د أ م ف أ.د ق.م ص ت هـ ج"),
    "hi": word_set("डॉ श्री प्रो पं कु रु"),
}
# These may also end a sentence: they do before a word that mostly begins one.
_MAY_END: Final = word_set("u.s u.k u.n u.s.a e.u d.c inc ltd co corp plc bros jr sr ph.d etc a.m p.m dept")
_TIMES: Final = word_set("a.m p.m")
"""After these any word with a capital begins a sentence, but a day, a month or a zone."""
_AFTER_TIMES: Final = word_set(
    "Mon Tue Wed Thu Fri Sat Sun Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April",
    "May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
    "ET EST EDT PT PST PDT CT CST CDT MT GMT UTC BST CET Eastern Pacific Central Mountain",
)
_STARTERS: Final = word_set(
    "The A An It He She They We I You This That These Those His Her Its Their Our My There Then Here In On At For From",
    "But And So Or Yet Still However Meanwhile Also After Before When While If As Since Although Though Because Despite",
    "Many Most Some Several Two Three What Who Why How Where Police Officials According Both Not No Nobody One Last",
    "Cela Ce Il Elle Ils Elles Le La Les Un Une Mais Et Das Der Die Es Er Sie Wir Ein Eine El Los Las Una Pero Y Esto",
)
_SAID_AFTER: Final = {
    "ar": re.compile(r"(?:و|ف)?(?:قال|سأل|هتف|صرخ|صاح|رد|أجاب|أضاف|تساءل|كتب)(?:ت|وا)?(?!\w)"),
    "zh": re.compile(r"[^，。！？\n]{0,6}?(?:说|說|道|问|問|称|稱|表示|指出|喊)"),
}
"""Words that say who said the quotation before them, in scripts whose capitals do not tell."""
_GOES_ON_AFTER_DOTS: Final = re.compile(r"(?:إن|أن|إنه|أنه|إنها|أنها|بل|حتى|لكن|لكنه)(?!\w)")
_LETTER_BEFORE: Final = re.compile(r"(?<!\w)[^\W\d_]\.[ \u00a0\u202f]?\Z")
# "No." is an abbreviation before a number only.
_NUMBER_WORDS: Final = word_set("no nos nr núm nº pag pág blz s sayı")
# Languages that write ordinal numbers with a full stop: "am 3. März".
_ORDINAL_STOP: Final = word_set("de da no nb nn fi is et lv cs sk sl hr sr bs hu pl tr eu fo")


@lru_cache(maxsize=4)
def sentences(text: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of *text* in order; they never overlap, never cross a line, and leave out only white space.

    Those of the few texts asked for last are remembered, as each reader of a text needs them.
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for end in _ends(text, language, line.start(), line.end()):
            _add(found, text, start, end)
            start = end
        _add(found, text, start, line.end())
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends(text: str, language: str, start: int, end: int) -> Iterator[int]:
    for stop in _STOP.finditer(text, start, end):
        if stop.end() >= end:
            return
        if stop[3]:
            # 「…。」と述べた: a quotation that the sentence goes on after.
            goes_on = bool(stop[4]) and (
                "\u3040" <= text[stop.end()] <= "\u309f" or _is_said_after(text, stop.end(), language)
            )
        else:
            goes_on = _goes_on(text, stop, language, start, end)
        if not goes_on:
            yield stop.end()


def _goes_on(text: str, stop: re.Match[str], language: str, start: int, end: int) -> bool:
    """Say whether the sentence goes on after a full stop that white space follows."""
    at = stop.end()
    while at < end and (text[at].isspace() or text[at] in _OPENERS):
        at += 1
    if at >= end:
        return True
    following = text[at]
    if following.islower() or (following in ",;:)–—" and stop[1] != "…"):
        return True
    if stop[2] and stop[1] != "." and _is_said_after(text, at, language):
        return True
    if stop[1] in ("...", "…"):
        return _GOES_ON_AFTER_DOTS.match(text, at) is not None
    if stop[1] != "." or stop[2]:
        return False
    if _SPACED_ABBREVIATION.match(text, stop.start() - 1, end):
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _LOOKBACK), stop.start())
    if before is None or _begins_anew(before[0], text, at, end):
        return False
    if len(before[0]) == 1 and _LETTER_BEFORE.search(text, max(start, stop.start() - 5), stop.start() - 1):
        return True
    return _is_unfinished(before[0], language, following)


def _is_said_after(text: str, at: int, language: str) -> bool:
    said = _SAID_AFTER.get(language)
    return said is not None and said.match(text, at) is not None


def _begins_anew(word: str, text: str, at: int, end: int) -> bool:
    """Say whether a new sentence begins at *at* after an abbreviation that may end one: "in the U.S. The visit"."""
    bare = word.lower()
    if bare not in _MAY_END:
        return False
    following = _FIRST_WORD.match(text, at, end)
    if following is None:
        return False
    if bare in _TIMES:
        return following[0][0].isupper() and following[0] not in _AFTER_TIMES
    return following[0] in _STARTERS


def _is_unfinished(word: str, language: str, following: str) -> bool:
    """Say whether *word* with its full stop is an abbreviation, an initial or an ordinal number."""
    bare = word.lower().strip("'’-.")
    if not bare:
        return False
    if bare in _NUMBER_WORDS:
        return following.isdigit()
    if bare in _ABBREVIATIONS.get(language, _ABBREVIATIONS[""]):
        return True
    if len(bare) == 1 and bare.isalpha():
        return word[-1:].isupper() or not (word.islower() or word.isupper())
    if _INNER_STOPS.fullmatch(bare) and all(len(part) == 1 and part.isalpha() for part in bare.split(".")):
        return True
    return bare.isdigit() and len(bare) <= 2 and language in _ORDINAL_STOP and following.isalpha()

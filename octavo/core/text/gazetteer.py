"""Countries, cities and a few world organisations by name; their keys need no language.

Names of countries and cities are those of CLDR, in the article's language and in English.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from octavo.core.text.search import tokens
from octavo.core.words import word_set

Words = tuple[str, ...]
Kind = Literal["place", "organisation"]

# CLDR calls these territories too; to news they are organisations.
_UNIONS: Final = frozenset({"EU", "UN"})
_CONTINENTS: Final = frozenset({"Africa", "America", "Asia", "Australia", "Europe"})
# Shorter names than CLDR's.
_SHOWN: Final = {
    "en": {"PS": "Palestine", "HK": "Hong Kong", "MO": "Macao", "MM": "Myanmar"},
    "ar": {
        "PS": "فلسطين",
        "HK": "هونغ كونغ",
        "MM": "ميانمار",
        "SA": "السعودية",
        "AE": "الإمارات",
        "OM": "عمان",
    },
}
_NO_PLACE: Final = word_set("EZ QO XA XB ZZ")
# What newspapers write where CLDR has another name.
_ALIASES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "en": {
        "US": ("USA", "U.S.", "U.S.A.", "United States of America"),
        "GB": ("UK", "U.K.", "Britain", "Great Britain"),
        "AE": ("UAE",), "BA": ("Bosnia",), "CD": ("DR Congo", "Democratic Republic of Congo"), "CI": ("Ivory Coast",),
        "CZ": ("Czech Republic",), "EU": ("E.U.",), "HK": ("Hong Kong",), "MM": ("Burma", "Myanmar"), "PS": ("Palestine",),
        "RU": ("Russian Federation",), "TR": ("Turkey", "Türkiye"), "UN": ("U.N.",), "VA": ("Vatican",),
        "XK": ("Kosovo",),
    },
    "ar": {
        "US": ("الولايات المتحدة الأمريكية", "الولايات المتحدة الأميركية", "أمريكا", "أميركا"),
        "GB": ("بريطانيا",), "SA": ("السعودية",), "AE": ("الإمارات",), "SY": ("سورية",), "PS": ("فلسطين",),
        "BY": ("بيلاروسيا",), "HU": ("المجر",), "HK": ("هونغ كونغ",), "OM": ("سلطنة عمان",), "TR": ("تركيا",),
        "TD": ("التشاد",), "ZA": ("جنوب إفريقيا",), "LY": ("ليبيا",), "MM": ("ميانمار", "بورما"), "CG": ("الكونغو",),
        "CD": ("الكونغو الديمقراطية", "جمهورية الكونغو الديمقراطية"), "DK": ("الدنمارك",), "IE": ("إيرلندا",),
    },
    "fr": {"US": ("USA",), "GB": ("Grande-Bretagne",), "CZ": ("République tchèque",), "PS": ("Palestine",),
           "UN": ("ONU",), "EU": ("UE",), "MM": ("Birmanie",)},
    "de": {"US": ("USA", "Vereinigte Staaten von Amerika"), "GB": ("Großbritannien",), "CZ": ("Tschechische Republik",),
           "PS": ("Palästina",), "UN": ("UNO", "UN"), "EU": ("EU",), "BY": ("Weißrussland",)},
    "es": {"US": ("EE.UU.", "EE. UU.", "EEUU"), "GB": ("Gran Bretaña",), "UN": ("ONU",), "EU": ("UE",), "PS": ("Palestina",)},
    "pt": {"US": ("EUA",), "GB": ("Grã-Bretanha",), "UN": ("ONU",), "EU": ("UE",), "PS": ("Palestina",)},
    "it": {"US": ("USA", "Stati Uniti d'America"), "GB": ("Gran Bretagna",), "UN": ("ONU",), "PS": ("Palestina",)},
    "ru": {"US": ("США",), "GB": ("Британия",), "AE": ("ОАЭ",), "UN": ("ООН",), "EU": ("ЕС",), "PS": ("Палестина",),
           "BY": ("Белоруссия",)},
    "uk": {"US": ("США",), "GB": ("Британія",), "UN": ("ООН",), "EU": ("ЄС",), "PS": ("Палестина",)},
    "nl": {"US": ("VS",), "GB": ("Groot-Brittannië",), "UN": ("VN",), "EU": ("EU",)},
    "tr": {"US": ("ABD",), "GB": ("İngiltere", "Britanya"), "UN": ("BM",), "EU": ("AB",)},
    "id": {"US": ("AS",), "GB": ("Inggris Raya",), "UN": ("PBB",)},
}  # fmt: skip
# Names that mean something else more often, as folded by `fold_word`: "مالي" is "financial", "عمان" both a
# country and a city; one-word English names that are first names or common words.
_AMBIGUOUS: Final = {
    "ar": word_set("مالي عمان نوم سول بنين تونغا"),
    "en": word_set("georgia darwin regina reunion"),
    "fr": word_set("niger sables tours nancy"),
    "it": word_set("aden"),
}
# Zones named after places too small to make news, whose names mean other things more often.
_LITTLE: Final = word_set(
    "Adak Atikokan Boise Creston Dawson Dawson_Creek Eucla Juneau Lindeman Lower_Princes Menominee Metlakatla Miquelon",
    "Nome Oral Regina Resolute Sitka Thule Yakutat Bahia Marigot Oral Currie Cayman Busingen Halifax",
)
# Organisations that CLDR does not name, in whatever language.
_ORGANISATIONS: Final = {
    "AL": ("Arab League", "جامعة الدول العربية", "Ligue arabe", "Arabische Liga", "Liga Árabe"),
    "AU": ("African Union", "الاتحاد الأفريقي", "Union africaine", "Afrikanische Union", "Unión Africana"),
    "FIFA": ("FIFA", "الفيفا", "ФИФА"),
    "HAMAS": ("Hamas", "حماس", "حركة حماس", "ХАМАС"),
    "HEZBOLLAH": ("Hezbollah", "Hizbullah", "حزب الله", "Хезболла"),
    "IAEA": ("IAEA", "International Atomic Energy Agency", "الوكالة الدولية للطاقة الذرية", "AIEA", "МАГАТЭ"),
    "ICC": ("International Criminal Court", "المحكمة الجنائية الدولية", "Cour pénale internationale"),
    "ICJ": ("International Court of Justice", "محكمة العدل الدولية", "Cour internationale de justice"),
    "IMF": ("IMF", "International Monetary Fund", "صندوق النقد الدولي", "FMI", "МВФ"),
    "NASA": ("NASA", "ناسا", "НАСА"),
    "NATO": ("NATO", "Nato", "الناتو", "حلف الناتو", "حلف شمال الأطلسي", "OTAN", "НАТО"),
    "OPEC": ("OPEC", "أوبك", "OPEP", "ОПЕК"),
    "TALIBAN": ("Taliban", "طالبان", "Талибан"),
    "WHO": (
        "World Health Organization",
        "منظمة الصحة العالمية",
        "Organisation mondiale de la santé",
        "ВОЗ",
        "OMS",
    ),
    "WORLDBANK": ("World Bank", "البنك الدولي", "Banque mondiale", "Weltbank", "Banco Mundial"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A country, a union of countries, a city or an organisation that is known by name."""

    key: str
    """`place:ISO`, `city:Continent/City` or `org:SHORT`: the same in every language."""
    name: str
    """As it is shown in the article's language."""
    kind: Kind


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The known names of one language, folded to search tokens."""

    names: Mapping[Words, Known]
    shown: Mapping[str, str]
    """The name of each key."""
    longest: Mapping[str, int]
    """How many tokens the longest name has that begins with this one."""

    def find(self, words: Sequence[str]) -> tuple[Known, int] | None:
        """Return what *words* begin with and of how many of them its name is; the longest name wins."""
        for length in range(min(self.longest.get(words[0], 0), len(words)), 0, -1):
            known = self.names.get(tuple(words[:length]))
            if known is not None:
                return known, length
        return None


@cache
def gazetteer(language: str) -> Gazetteer:
    """Return the names of *language* and of English; of two things with one name the country is meant."""
    names: dict[Words, Known] = {}
    for of in dict.fromkeys((language, "en")):
        try:
            locale = Locale.parse(of)
        except (UnknownLocaleError, ValueError):
            continue
        _add_territories(names, locale, of)
        _add_cities(names, locale, of)
    for code, spellings in _ORGANISATIONS.items():
        for spelling in spellings:
            _add(names, spelling, Known(f"org:{code}", _in_script(spellings, language), "organisation"), "")
    shown: dict[str, str] = {}
    for known in names.values():
        shown.setdefault(known.key, known.name)
    longest: dict[str, int] = {}
    for words in names:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Gazetteer(names, shown, longest)


def known_name(key: str, language: str) -> str:
    """Return what the thing with this *key* is called in *language*, else in English; empty if it is not known by name."""
    return gazetteer(language).shown.get(key, "")


def forms(word: str, language: str) -> tuple[str, ...]:
    """Return what the folded *word* may be: itself and, in Arabic, without the letters that grow onto its front."""
    found = [word]
    if language == "ar":
        for prefixes in ("وف", "بكل"):
            if len(found[-1]) > 3 and found[-1][0] in prefixes:
                found.append(found[-1][1:])
    return tuple(found)


def _add_territories(names: dict[Words, Known], locale: Locale, language: str) -> None:
    for code, stated in locale.territories.items():
        if len(code) == 2 and code.isalpha() and code not in _NO_PLACE:
            known = Known(
                f"org:{code}" if code in _UNIONS else f"place:{code}",
                _SHOWN.get(language, {}).get(code, stated),
                "organisation" if code in _UNIONS else "place",
            )
            for name in (stated.partition("(")[0], *_ALIASES.get(language, {}).get(code, ())):
                _add(names, name, known, language)


def _add_cities(names: dict[Words, Known], locale: Locale, language: str) -> None:
    """Add the cities that give time zones their names: capitals, mostly."""
    stated = cast(Mapping[str, Mapping[str, str]], locale.time_zones)
    for zone in get_global("zone_territories"):
        continent, _, rest = zone.partition("/")
        if continent not in _CONTINENTS or "/" in rest or rest in _LITTLE:
            continue
        # In English CLDR leaves out what the zone's own name says already.
        city = stated.get(zone, {}).get("city") or (rest.replace("_", " ") if language == "en" else "")
        _add(names, city, Known(f"city:{zone}", city, "place"), language)


def _in_script(spellings: Sequence[str], language: str) -> str:
    """Return the first spelling that an article of *language* could use."""
    arabic = language in ("ar", "fa", "ur")
    return next((name for name in spellings if ("\u0600" <= name[0] <= "\u06ff") == arabic), spellings[0])


def _add(names: dict[Words, Known], name: str, known: Known, language: str) -> None:
    words = tuple(token.text for token in tokens(name))
    if len(words) == 1 and (words[0] in _AMBIGUOUS.get(language, frozenset()) or _is_scrap(words[0])):
        return
    if words:
        names.setdefault(words, known)


def _is_scrap(word: str) -> bool:
    """Say whether an Arabic name is so short without its article that it is another word: Palau, "or"."""
    return len(word) < 3 and "\u0600" <= word[0] <= "\u06ff"

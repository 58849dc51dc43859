"""The words of the interface: languages, translations, numbers, times. What a source wrote never comes through here."""

import gettext
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Final

from babel import Locale
from babel.dates import format_datetime, format_timedelta
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from octavo.core.pages.article import Genre
from octavo.core.text.language import base_language

LANGUAGES: Final = {"en": "English", "ar": "العربية"}
"""The languages that the interface speaks, each by its own name."""
DOMAIN: Final = "octavo"

# Day before month, as the dates in the style book are written.
_LOCALES: Final = {"en": Locale("en", "GB"), "ar": Locale("ar")}
_A_DAY: Final = timedelta(days=1)
_A_WEEK: Final = timedelta(days=7)
_QUALITY: Final = re.compile(r"\s*;\s*q\s*=\s*([01](?:\.[0-9]{0,3})?)\s*")


def N_(text: str) -> str:  # the name by which gettext's own tools know it
    """Mark *text* as one that is translated where it is shown."""
    return text


SECTION_NAMES: Final[Mapping[str, str]] = {
    "world": N_("World"),
    "politics": N_("Politics"),
    "business": N_("Business"),
    "technology": N_("Technology"),
    "science": N_("Science"),
    "health": N_("Health"),
    "sport": N_("Sport"),
    "culture": N_("Culture"),
    "disasters": N_("Disasters"),
    "general": N_("Other news"),
}
GENRE_NAMES: Final[Mapping[Genre, str]] = {
    "live_blog": N_("Live blog"),
    "opinion": N_("Opinion"),
    "review": N_("Review"),
    "video": N_("Video"),
    "podcast": N_("Podcast"),
    "gallery": N_("Gallery"),
    "press_release": N_("Press release"),
    "interview": N_("Interview"),
}
"""What an article's page calls a genre; plain news has no word."""


def choose_language(chosen: str, accepted: str) -> str:
    """Return the interface's language: the *chosen* one, else the best of an Accept-Language header, else English."""
    if chosen in LANGUAGES:
        return chosen
    wanted = []
    for place, part in enumerate(accepted[:500].split(",")):
        tag, _, rest = part.partition(";")
        quality = _QUALITY.fullmatch(f";{rest}") if rest else None
        wanted.append((-float(quality[1]) if quality else -1.0, place, base_language(tag.strip())))
    return next((code for weight, _, code in sorted(wanted) if weight < 0 and code in LANGUAGES), "en")


@cache
def translations(language: str) -> gettext.NullTranslations:
    """Return the catalogue of *language*; English is the language of the messages themselves."""
    path = files("octavo.web") / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def number(value: int, language: str) -> str:
    """Return *value* with its thousands parted as *language* writes them."""
    return format_decimal(value, locale=_LOCALES[language])


def percent(share: float, language: str) -> str:
    """Return *share* (of 1) in percent."""
    return format_percent(share, "#,##0 %", locale=_LOCALES[language])


def ago(moment: datetime, *, now: datetime, language: str) -> str:
    """Return *moment* in words: how long ago up to a day, then the weekday and time, then the date."""
    age = now - moment
    if abs(age) < _A_DAY:
        return format_timedelta(-age, add_direction=True, threshold=1, locale=_LOCALES[language])
    if timedelta(0) < age < _A_WEEK:
        return format_datetime(moment.astimezone(UTC), "EEEE HH:mm", locale=_LOCALES[language])
    return day(moment, language)


def short_ago(moment: datetime, *, now: datetime, language: str) -> str:
    """Return how long ago *moment* was, for a narrow column: "4 min"."""
    return format_timedelta(now - moment, format="short", threshold=1, locale=_LOCALES[language])


def day(moment: datetime, language: str) -> str:
    """Return the date of *moment* in full."""
    return format_datetime(moment.astimezone(UTC), "d MMMM y", locale=_LOCALES[language])


def exactly(moment: datetime, language: str) -> str:
    """Return weekday, date and time of *moment*; times are UTC and say so."""
    date = format_datetime(moment.astimezone(UTC), "EEEE d MMMM y HH:mm", locale=_LOCALES[language])
    return f"{date} UTC"


def language_name(code: str, language: str) -> str:
    """Return the name of the language *code* in *language*; the code itself where it has none."""
    return str(_LOCALES[language].languages.get(code, code))


def enumerated(names: Sequence[str], language: str) -> Markup:
    """Return *names*, which may be of any language, as one phrase: "Turkey, Syria and Iran"."""
    frame = format_list(["{}"] * len(names), locale=_LOCALES[language])
    return Markup(frame).format(*(Markup("<bdi>{}</bdi>").format(name) for name in names))


def length(seconds: int) -> str:
    """Return the length of a recording as a clock: "1:02:03"."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

"""Dates as Arabic outlets write them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

_DAYS: Final = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_GULF: Final = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_LEVANT: Final = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
)  # fmt: skip
_MAGHREB: Final = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
_DIGITS: Final = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def gulf(day: datetime) -> str:
    """Write `الأربعاء 3 يناير 2024`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_GULF[day.month - 1]} {day.year}"


def both(day: datetime) -> str:
    """Write `3 كانون الثاني/يناير 2024`."""
    return f"{day.day} {_LEVANT[day.month - 1]}/{_GULF[day.month - 1]} {day.year}"


def levant(day: datetime) -> str:
    """Write `3 كانون الثاني 2024`."""
    return f"{day.day} {_LEVANT[day.month - 1]} {day.year}"


def maghreb(day: datetime) -> str:
    """Write `03 جانفي 2024`."""
    return f"{day.day:02} {_MAGHREB[day.month - 1]} {day.year}"


def eastern_digits(day: datetime) -> str:
    """Write `٠٣/٠١/٢٠٢٤`."""
    return f"{day:%d/%m/%Y}".translate(_DIGITS)


STYLES: Final[Mapping[str, Callable[[datetime], str]]] = {
    "wordpress": gulf,
    "broadcaster": both,
    "agency": gulf,
    "legacy": eastern_digits,
    "amp": levant,
    "live": gulf,
    "opinion": levant,
    "video": maghreb,
    "gallery": gulf,
    "newspaper": both,
}
"""How each design writes a day."""

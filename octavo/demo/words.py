"""The few words that the demo's outlets print around their reports, in their own languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})


@dataclass(frozen=True, slots=True)
class Words:
    """What a page says beside the report itself."""

    home: str
    feed: str
    more: str
    updated: str
    licence: str
    original: str


_ENGLISH: Final = Words("Home", "Feed", "More reports", "Updated", "Licence", "Original")

_WORDS: Final[Mapping[str, Words]] = {
    "ar": Words("الرئيسية", "التغذية", "أخبار أخرى", "حُدّث", "الرخصة", "الأصل"),
    "de": Words("Startseite", "Feed", "Weitere Meldungen", "Aktualisiert", "Lizenz", "Original"),
    "en": _ENGLISH,
    "eo": Words("Ĉefpaĝo", "Fluo", "Pliaj novaĵoj", "Ĝisdatigita", "Permesilo", "Originalo"),
    "es": Words("Inicio", "Canal", "Más noticias", "Actualizado", "Licencia", "Original"),
    "fr": Words("Accueil", "Flux", "Autres nouvelles", "Mis à jour", "Licence", "Original"),
    "id": Words("Beranda", "Umpan", "Berita lain", "Diperbarui", "Lisensi", "Asli"),
    "pt": Words("Início", "Feed", "Mais notícias", "Atualizado", "Licença", "Original"),
    "ru": Words("Главная", "Лента", "Другие новости", "Обновлено", "Лицензия", "Оригинал"),
    "sv": Words("Startsida", "Flöde", "Fler nyheter", "Uppdaterad", "Licens", "Original"),
    "uk": Words("Головна", "Стрічка", "Інші новини", "Оновлено", "Ліцензія", "Оригінал"),
}


def words(language: str) -> Words:
    """Return the words in *language*, in English where there are none."""
    return _WORDS.get(language, _ENGLISH)


def direction(language: str) -> str:
    """Return "rtl" for a language that is written from right to left, else "ltr"."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"

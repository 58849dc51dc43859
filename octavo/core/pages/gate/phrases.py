"""What is shown instead of an article, by whole phrases, folded to search tokens."""

from typing import Final

from octavo.core.pages.gate import verdict
from octavo.core.pages.gate.stems import folded_words
from octavo.core.pages.gate.verdict import Refused
from octavo.core.words import word_set

_WALLS: Final = (
    (
        verdict.SCRIPT_SHELL,
        "enable javascript|turn on javascript|javascript is disabled|requires javascript|activer javascript"
        "|javascript aktivieren|habilitar javascript|activar javascript|включите javascript|تفعيل جافا سكريبت|تفعيل javascript",
    ),
    (
        verdict.BOT_WALL,
        "verify you are human|you are a human|you are not a robot|not a robot|checking your browser|unusual traffic"
        "|complete the captcha|security check|access denied|access to this page has been denied|request blocked"
        "|pardon our interruption|attention required|ray id|لست روبوتا|التحقق من انك",
    ),
    (
        verdict.CONSENT_WALL,
        "value your privacy|use cookies|uses cookies|accept cookies|cookie policy|cookie settings|our partners store"
        "|store and or access information|access information on a device|utilisons des cookies|respectons votre vie privee"
        "|wir verwenden cookies|ihre privatsphare|utilizamos cookies|valoramos tu privacidad|usiamo i cookie"
        "|мы используем файлы cookie|ملفات تعريف الارتباط|نحن نقدر خصوصيتك",
    ),
    (
        verdict.ERROR_PAGE,
        "page not found|page cannot be found|page can t be found|page could not be found|404 error|error 404"
        "|page you requested|page you are looking for|page you look for|no longer available|page introuvable"
        "|seite nicht gefunden|seite wurde nicht gefunden|pagina no encontrada|pagina nao encontrada|pagina non trovata"
        "|страница не найдена|الصفحه غير موجوده|صفحه غير موجوده|الصفحه المطلوبه غير",
    ),
)
_PAY: Final = (
    "subscribe to read|subscribe to continue|subscribe now to|subscribers only|already a subscriber|continue reading"
    "|create a free account to|log in to read|sign in to read|to read the full|read the full article|read the rest"
    "|unlock this article|for subscribers|exclusive to subscribers|reserve aux abonnes|lire la suite|weiterlesen mit"
    "|jetzt weiterlesen|nur fur abonnenten|solo para suscriptores|seguir leyendo|exclusivo para assinantes"
    "|riservato agli abbonati|alleen voor abonnees|только для подписчиков|читать полностью|tylko dla prenumeratorow"
    "|للمشتركين فقط|اشترك لمتابعه|لمتابعه القراءه"
)
_ERROR_TITLES: Final = word_set("404 403 410 500 502 503 forbidden error")


def folded(text: str) -> str:
    """Return the search tokens of *text* in one line, an empty space around each."""
    return f" {' '.join(folded_words(text))} "


def wall(folded_text: str) -> Refused | None:
    """Return what a short text is instead of an article, if it says so."""
    for refused, phrases in _WALL_PHRASES:
        if any(phrase in folded_text for phrase in phrases):
            return refused
    return None


def asks_for_payment(folded_text: str) -> bool:
    """Say whether a text offers its rest to subscribers."""
    return any(phrase in folded_text for phrase in _PAY_PHRASES)


def names_an_error(title: str) -> bool:
    """Say whether a page's title has the number or the word of an error."""
    return not _ERROR_TITLES.isdisjoint(folded(title).split())


def _each(phrases: str) -> tuple[str, ...]:
    return tuple(folded(phrase) for phrase in phrases.split("|"))


_WALL_PHRASES: Final = tuple((refused, _each(phrases)) for refused, phrases in _WALLS)
_PAY_PHRASES: Final = _each(_PAY)

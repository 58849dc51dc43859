"""The gate: is a text that was taken from a page fit to be shown as the article? If not, why not.

It refuses what stands where an article should be: nothing, a wall, an error served as a page, a list of teasers, a text
about something else. It looks at the text alone and at what the feed said, and never repairs anything.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from octavo.core.pages.article import Extract
from octavo.core.pages.cleaning import plain_text
from octavo.core.pages.extract import letters_of
from octavo.core.text.function_words import function_words
from octavo.core.text.language import base_language
from octavo.core.text.search import tokenized, tokens
from octavo.core.text.sentences import sentences
from octavo.core.words import word_set


@dataclass(frozen=True, slots=True)
class Passed:
    """The text may be shown."""

    kind: Literal["article", "brief"]
    """A brief is a short text that its feed bears out word for word."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The text may not be shown; the page is a headline and a link."""

    code: str
    reason: str


ENOUGH: Final = 250
"""Letters from which a text is an article; a text in Han, kana or Hangul says the same in a third of them."""

_WALL_LENGTH: Final = 1_500
"""Letters from which a text is more than a wall or an error, whatever words it has."""
_DENSE: Final = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_READ: Final = 20_000
_FEWEST_TITLE_WORDS: Final = 4
_STEM: Final = 5
_SENTENCE: Final = 40
"""Letters from which a paragraph that ends as a sentence does is more than a label."""
_PROSE: Final = 120
"""Letters from which any paragraph is."""
_STOPS: Final = tuple(".!?…؟۔।。！？\"'”’»」)")

_NO_TEXT: Final = Refused("no_text", "The page has no text.")
_TOO_SHORT: Final = Refused(
    "too_short", "The page has only a few words, and the feed does not have the same."
)
_INDEX: Final = Refused("index_page", "The page is a list of short texts, not an article.")
_OFF_TOPIC: Final = Refused("off_topic", "The page's text has no word of the title that the feed gives it.")

# General marks of what is shown instead of an article, in whole phrases of its first lines, folded to search tokens.
_MARKS: Final = (
    (
        Refused("script_shell", "The page is empty until scripts run, and Octavo runs none."),
        "enable javascript|turn on javascript|javascript is disabled|requires javascript|activer javascript"
        "|javascript aktivieren|habilitar javascript|activar javascript|включите javascript|تفعيل جافا سكريبت|تفعيل javascript",
    ),
    (
        Refused("bot_wall", "The outlet asks whether a human is reading."),
        "verify you are human|you are a human|you are not a robot|not a robot|checking your browser|unusual traffic"
        "|complete the captcha|security check|access denied|access to this page has been denied|request blocked"
        "|pardon our interruption|attention required|ray id|لست روبوتا|التحقق من انك",
    ),
    (
        Refused("consent_wall", "The outlet asks for consent to cookies before it shows the article."),
        "value your privacy|use cookies|uses cookies|accept cookies|cookie policy|cookie settings|our partners store"
        "|store and or access information|access information on a device|utilisons des cookies|respectons votre vie privee"
        "|wir verwenden cookies|ihre privatsphare|utilizamos cookies|valoramos tu privacidad|usiamo i cookie"
        "|мы используем файлы cookie|ملفات تعريف الارتباط|نحن نقدر خصوصيتك",
    ),
    (
        Refused(
            "error_page", "The outlet says that it does not have the page, without saying so to programs."
        ),
        "page not found|page cannot be found|page can t be found|page could not be found|404 error|error 404"
        "|page you requested|page you are looking for|page you look for|no longer available|page introuvable"
        "|seite nicht gefunden|seite wurde nicht gefunden|pagina no encontrada|pagina nao encontrada|pagina non trovata"
        "|страница не найдена|الصفحه غير موجوده|صفحه غير موجوده|الصفحه المطلوبه غير",
    ),
    (
        Refused("paywall", "The outlet shows the article to subscribers only."),
        "subscribe to read|subscribe to continue|subscribe now to|subscribers only|already a subscriber"
        "|create a free account to|log in to read|sign in to read|reserve aux abonnes|weiterlesen mit"
        "|solo para suscriptores|للمشتركين فقط|اشترك لمتابعه",
    ),
)
_TITLES: Final = word_set("404 403 forbidden error")


def judge(extract: Extract, *, feed_title: str, feed_summary: str) -> Passed | Refused:
    """Say whether the text of *extract* may be shown as the article that the feed announced, or why not."""
    letters = _weight(extract.text)
    if not letters:
        return _NO_TEXT
    if wall := _wall(extract, feed_title, letters):
        return wall
    if letters < ENOUGH:
        return Passed("brief") if _agrees(extract, feed_title, feed_summary) else _TOO_SHORT
    if _is_list(extract):
        return _INDEX
    if not _is_about(extract, feed_title):
        return _OFF_TOPIC
    return Passed("article")


def _weight(text: str) -> int:
    """Count letters and digits; those of scripts that write a word in one or two of them count three times."""
    return sum(map(str.isalnum, text)) + 2 * len(_DENSE.findall(text))


def _wall(extract: Extract, feed_title: str, letters: int) -> Refused | None:
    """Return what a short text is instead of an article, by its words.

    A report on walls has their words too; but it has those of its own title, and walls do not.
    """
    if letters >= _WALL_LENGTH or (letters >= ENOUGH and _share_of_title(extract, feed_title) >= 0.5):
        return None
    seen = f" {_folded(f'{extract.fields.title} {extract.text}')} "
    for refused, phrases in _PHRASES:
        if any(f" {phrase} " in seen for phrase in phrases):
            return refused
    if set(_folded(extract.fields.title).split()) & _TITLES and letters < ENOUGH:
        return next(refused for refused, _ in _MARKS if refused.code == "error_page")
    return None


def _agrees(extract: Extract, feed_title: str, feed_summary: str) -> bool:
    """Say whether every sentence of a short text stands whole in what the feed says."""
    said = letters_of(f"{feed_title} {plain_text(feed_summary)}")
    language = base_language(extract.fields.language)
    stated = [letters_of(span.of(extract.text)) for span in sentences(extract.text, language)]
    return bool(said) and all(sentence in said for sentence in stated)


def _is_list(extract: Extract) -> bool:
    """Say whether hardly any of the text stands in whole paragraphs."""
    texts = [p.text for p in extract.paragraphs if p.kind != "heading"]
    prose = sum(_weight(text) for text in texts if _is_prose(text))
    return len(texts) > 5 and prose * 4 < sum(map(_weight, texts))


def _is_prose(text: str) -> bool:
    return _weight(text) >= (_SENTENCE if text.endswith(_STOPS) else _PROSE)


def _is_about(extract: Extract, title: str) -> bool:
    """Say whether the text has any telling word of *title*; a title of few words proves nothing."""
    words = _telling(extract, title)
    return len(words) < _FEWEST_TITLE_WORDS or _share_of_title(extract, title) > 0


def _share_of_title(extract: Extract, title: str) -> float:
    """Return which part of the telling words of *title* the text has; 0 where the title has too few."""
    words = _telling(extract, title)
    if len(words) < _FEWEST_TITLE_WORDS:
        return 0.0
    # Within words too: prefixes and compounds are written together in many languages.
    seen = _folded(extract.text[:_READ])
    return sum(word in seen for word in words) / len(words)


def _telling(extract: Extract, title: str) -> set[str]:
    """Return the beginnings of the words of *title* that carry news."""
    empty = function_words(base_language(extract.fields.language))
    return {
        token.text[:_STEM]
        for token in tokens(title)
        if token.text not in empty and (len(token.text) > 3 or not token.text.isascii())
    }


def _folded(text: str) -> str:
    return " ".join(token.text for token in tokenized(text))


_PHRASES: Final = tuple(
    (refused, tuple(_folded(phrase) for phrase in phrases.split("|"))) for refused, phrases in _MARKS
)

"""The order in which the gate asks: first what cannot be read, then what stands instead of an article, then the article."""

from typing import Final

from octavo.core.pages.article import Extract
from octavo.core.pages.cleaning import plain_text
from octavo.core.pages.extract import letters_of
from octavo.core.pages.gate import phrases, verdict
from octavo.core.pages.gate.promise import Promise, folded, is_scattered, promised
from octavo.core.pages.gate.shape import Shape, shape_of
from octavo.core.pages.gate.signs import is_garbled, is_unfilled
from octavo.core.pages.gate.subject import subject
from octavo.core.pages.gate.verdict import Passed, Refused
from octavo.core.text.language import base_language
from octavo.core.text.sentences import sentences

ENOUGH: Final = 250
"""Letters from which a text is an article; a text in Han, kana or Hangul says the same in a third of them."""

_WALL_LENGTH: Final = 1_500
"""Letters from which a text is more than a wall or an error, whatever words it has."""
_STUB: Final = 1_200
_TAIL: Final = 400
"""Characters at the end of a text in which the rest is offered."""


def judge(extract: Extract, *, feed_title: str, feed_summary: str) -> Passed | Refused:
    """Say whether the text of *extract* may be shown as the article that the feed announced, or why not."""
    shape = shape_of(extract.paragraphs)
    if not shape.letters:
        return verdict.NO_TEXT
    text = extract.text
    if is_unfilled(text):
        return verdict.UNFILLED
    if is_garbled(text):
        return verdict.GARBLED
    seen = folded(text)
    promise = promised(extract, seen, feed_title=feed_title, feed_summary=feed_summary)
    if instead := _instead(extract, text, shape, promise):
        return instead
    if shape.letters < ENOUGH:
        return Passed("brief") if _agrees(extract, feed_title, feed_summary) else verdict.TOO_SHORT
    if shape.is_listed and not _is_fit_list(shape, promise):
        return verdict.INDEX if shape.lines > 5 else verdict.NO_SENTENCES
    if promise.is_broken:
        return verdict.OFF_TOPIC
    if is_scattered(extract, promise):
        return verdict.INDEX
    return Passed("article")


def _instead(extract: Extract, text: str, shape: Shape, promise: Promise) -> Refused | None:
    """Return what a text is instead of an article, by its words.

    A report on walls has their words too; but it has those of its own title, and walls do not.
    """
    about_title = promise.of_title >= 0.5
    if shape.letters < _WALL_LENGTH and (shape.letters < ENOUGH or not about_title):
        words = phrases.folded(f"{extract.fields.title} {text}")
        if wall := phrases.wall(words):
            return wall
        if phrases.asks_for_payment(words):
            return verdict.PAYWALL
        if shape.letters < ENOUGH and phrases.names_an_error(extract.fields.title):
            return verdict.ERROR_PAGE
    if shape.letters < _STUB and (stub := _stub(extract, text)):
        return stub
    if not about_title and (found := subject(text, share=0.16, fewest=4)):
        return found
    return None


def _stub(extract: Extract, text: str) -> Refused | None:
    """Return why a rather short text is only the beginning of one."""
    tail = text[-_TAIL:]
    if extract.fields.walled or phrases.asks_for_payment(phrases.folded(tail)):
        return verdict.PAYWALL
    last = text.rpartition("\n")[2].rstrip(" ]»”\"'")
    is_running = len(last) >= 40 or " " not in last
    return verdict.CUT_OFF if is_running and last.endswith(("…", "...")) else None


def _agrees(extract: Extract, feed_title: str, feed_summary: str) -> bool:
    """Say whether every sentence of a short text stands whole in what the feed says."""
    said = letters_of(f"{feed_title} {plain_text(feed_summary)}")
    language = base_language(extract.fields.language)
    text = extract.text
    stated = [letters_of(span.of(text)) for span in sentences(text, language)]
    return bool(said) and all(sentence in said for sentence in stated)


def _is_fit_list(shape: Shape, promise: Promise) -> bool:
    """Say whether a text without sentences is one all the same: results under their title, or verse."""
    return shape.verse >= 0.5 or (promise.of_title >= 0.5 and shape.with_digits >= 0.0)

"""The order in which the gate asks: first what cannot be read, then what stands instead of an article, then the article."""

from dataclasses import dataclass
from typing import Final

from octavo.core.pages.article import Extract
from octavo.core.pages.cleaning import plain_text
from octavo.core.pages.extract import letters_of
from octavo.core.pages.gate import phrases, verdict
from octavo.core.pages.gate.around import are_captions, are_comments, of_letters_to_a_model
from octavo.core.pages.gate.promise import Promise, promised, repeated, share_of_title
from octavo.core.pages.gate.scatter import is_scattered
from octavo.core.pages.gate.shape import Shape, shape_of, weight
from octavo.core.pages.gate.signs import is_garbled, is_unfilled
from octavo.core.pages.gate.subject import subject
from octavo.core.pages.gate.tongue import is_foreign
from octavo.core.pages.gate.verdict import Passed, Refused
from octavo.core.text.language import base_language
from octavo.core.text.sentences import sentences

ENOUGH: Final = 250
"""Letters from which a text is an article; a text in Han, kana or Hangul says the same in a third of them."""

_FRESH: Final = 200
"""Letters of running text that an article has beyond its title and standfirst."""
_SHORT: Final = 350
"""Letters up to which a text needs three sentences to be more than a teaser."""
_FEWEST_SENTENCES: Final = 3
_WALL_LENGTH: Final = 1_500
"""Letters from which a text is more than a wall or an error, whatever words it has."""
_STUB: Final = 1_200
"""Letters up to which a text that offers its rest is only the beginning of one."""
_WALLED: Final = 900
"""The same for a text that offers nothing, where only the page's data say that it is for subscribers."""
_CUT: Final = 600
"""Letters up to which a text that ends in mid-sentence is."""
_CAPTIONS: Final = 2_500
_HEAD: Final = 700
"""Characters from which the subject of a text is plain, if it has the title's words."""
_PLAINLY: Final = 0.75
"""Share of the title's words from which a text of many matters is the one that was announced: a roundup."""
_RESULTS: Final = 0.9
"""Share of lines with figures from which a text is of results."""
_TAIL: Final = 400
"""Characters at the end of a text in which the rest is offered."""


@dataclass(frozen=True, slots=True)
class _Case:
    """What is judged, as each question needs it."""

    extract: Extract
    title: str
    """The feed's, else the page's."""
    repeats: frozenset[str]
    text: str
    shape: Shape
    promise: Promise


def judge(extract: Extract, *, feed_title: str, feed_summary: str) -> Passed | Refused:
    """Say whether the text of *extract* may be shown as the article that the feed announced, or why not."""
    repeats = repeated(extract, feed_title)
    shape = shape_of(extract.paragraphs, repeats)
    if not shape.letters:
        return verdict.NO_TEXT
    text = extract.text
    if is_unfilled(text):
        return verdict.UNFILLED
    if is_garbled(text):
        return verdict.GARBLED
    promise = promised(extract, repeats, feed_title=feed_title, feed_summary=feed_summary)
    case = _Case(extract, feed_title or extract.fields.title, repeats, text, shape, promise)
    if instead := _wall(case) or _stub(case) or _subject(case) or _around(case):
        return instead
    is_list = shape.is_listed and shape.letters >= ENOUGH
    if is_list and not _is_fit_list(case):
        return verdict.INDEX if shape.lines > 5 else verdict.NO_SENTENCES
    if shape.letters < ENOUGH or (not is_list and _is_teaser(case)):
        return Passed("brief") if _agrees(case, feed_title, feed_summary) else verdict.TOO_SHORT
    return verdict.CUT_OFF if not is_list and _is_cut(case) else _as_article(case)


def _as_article(case: _Case) -> Passed | Refused:
    """Judge a text of sentences, or a list that is fit, by what it is about."""
    stated = case.extract.fields.language
    if not case.promise.is_kept and is_foreign(case.text, announced=case.title, stated=stated):
        return verdict.OTHER_LANGUAGE
    if case.promise.is_broken:
        return verdict.OFF_TOPIC
    if _is_plainly_kept(case) or not is_scattered(case.extract.paragraphs, case.promise):
        return Passed("article")
    return verdict.INDEX


def _is_plainly_kept(case: _Case) -> bool:
    if case.promise.is_borne_out or (case.promise.of_title or 0.0) >= _PLAINLY:
        return True
    # A table of results has figures in its lines; decks of stories have some.
    return case.shape.with_digits >= _RESULTS or _of_title_in_lines(case) >= _PLAINLY


def _is_teaser(case: _Case) -> bool:
    """Say whether a text has little beyond its head, or is short and of a sentence or two."""
    if _fresh(case) < _FRESH:
        return True
    return (
        case.shape.letters < _SHORT and len(sentences(case.text, case.promise.language)) < _FEWEST_SENTENCES
    )


def _fresh(case: _Case) -> int:
    """Return the letters of running text beyond title and standfirst; in a short text, without lines on the outlet itself."""
    if case.shape.letters >= _STUB:
        return case.shape.fresh
    own = (p.text for p in case.extract.paragraphs if subject(p.text, share=0.25, fewest=3))
    return case.shape.fresh - sum(map(weight, own))


def _wall(case: _Case) -> Refused | None:
    """Return what a rather short text is instead of an article, by whole phrases.

    A report on walls has their words too; but it has those of its own title, and walls do not.
    """
    letters = case.shape.letters
    if letters >= _WALL_LENGTH or (letters >= ENOUGH and case.promise.is_kept):
        return None
    title = case.extract.fields.title
    words = phrases.folded(f"{title} {case.text}")
    if wall := phrases.wall(words):
        return wall
    if phrases.asks_for_payment(words):
        return verdict.PAYWALL
    return verdict.ERROR_PAGE if letters < ENOUGH and phrases.names_an_error(title) else None


def _stub(case: _Case) -> Refused | None:
    """Return why a rather short text is only the beginning of one."""
    shape = case.shape
    if shape.letters >= _STUB:
        return None
    tail = phrases.folded(case.text[-_TAIL:])
    if (case.extract.fields.walled and shape.letters < _WALLED) or phrases.asks_for_payment(tail):
        return verdict.PAYWALL
    if any(subject(p.text, share=0.2, fewest=3) == verdict.PAYWALL for p in case.extract.paragraphs[1:]):
        return verdict.PAYWALL
    return None


def _is_cut(case: _Case) -> bool:
    shape = case.shape
    return (shape.trails_off and shape.letters < _STUB) or (shape.ends_open and shape.fresh < _CUT)


def _subject(case: _Case) -> Refused | None:
    """Return what a text speaks of instead of its title; of a short one that has the title's words it takes more."""
    if not case.promise.is_kept:
        return subject(case.text, share=0.16, fewest=4)
    if case.shape.letters >= _WALL_LENGTH:
        return None
    return subject(case.text[:_HEAD], share=0.22, fewest=6)


def _around(case: _Case) -> Refused | None:
    """Return what a text is that stands beside or under an article."""
    paragraphs, is_kept = case.extract.paragraphs, case.promise.is_kept
    if of_letters_to_a_model(paragraphs, case.promise.seen) > (0.25 if is_kept else 0.12):
        return verdict.TO_A_MODEL
    if case.shape.letters < _CAPTIONS and are_captions(paragraphs):
        return verdict.CAPTIONS
    return verdict.COMMENTS if not is_kept and are_comments(paragraphs) else None


def _agrees(case: _Case, feed_title: str, feed_summary: str) -> bool:
    """Say whether every sentence of a short text stands whole in what the feed says, and more of it than the title."""
    title, summary = letters_of(feed_title), letters_of(plain_text(feed_summary))
    language = base_language(case.extract.fields.language)
    stated = [letters_of(span.of(case.text)) for span in sentences(case.text, language)]
    more = [sentence for sentence in stated if sentence not in title]
    return bool(more) and all(sentence in summary for sentence in more)


def _is_fit_list(case: _Case) -> bool:
    """Say whether a text without sentences is one all the same: verse, or results under their title."""
    shape = case.shape
    if shape.verse >= 0.5 and not shape.in_rows:
        return True
    if shape.with_digits >= 0.6 and case.promise.keeps_every_word:
        return True
    # Tags have the title's words too, but neither figures nor headings.
    is_ordered = shape.lines > 5 and (shape.with_digits >= 0.4 or shape.headings > 2)
    return is_ordered and _of_title_in_lines(case) > 0.5


def _of_title_in_lines(case: _Case) -> float:
    """Return which part of the title stands in the text, its headings too, but not in what only repeats the head."""
    lines = "\n".join(p.text for p in case.extract.paragraphs if p.text not in case.repeats)
    return share_of_title(lines, case.title, case.promise.language)

"""What feed and page promise, and how much of it the text keeps."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from octavo.core.pages.article import Extract
from octavo.core.pages.cleaning import plain_text
from octavo.core.text.function_words import function_words
from octavo.core.text.language import base_language
from octavo.core.text.search import tokens

STEM: Final = 5
"""Letters by which two forms of a word are one in most languages."""

_READ: Final = 20_000
_OF_SUMMARY: Final = 400
_FEWEST_OF_TITLE: Final = 4
_FEWEST_OF_ALL: Final = 6
_NOTHING: Final = 0.1
_LITTLE: Final = 0.25
_ARTICLE: Final = re.compile(r"\A[وف]?(?:[بك]?ال|لل)(?=\w{2})")
_STEMS: Final = re.compile(r"[^\W\d_]{4,}")
_PARTS: Final = re.compile(r"\s+[|–—»:/-]+\s+|[|_]+")
"""What parts a headline from the name of its site or section."""
_UNSPACED: Final = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]+")
_PARAGRAPH: Final = 40
"""Characters from which a paragraph can be about something."""
_FEWEST_PARAGRAPHS: Final = 6

Stem = tuple[str, str]
"""The beginning of a word as a search token and as it is written: one of them stands in a text about it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How much of the words that one witness gave stands in the text, from 0 to 1; None where they prove nothing."""

    of_title: float | None
    of_all: float | None

    @property
    def best(self) -> float | None:
        """Return the share that speaks most for the text."""
        return max((share for share in (self.of_title, self.of_all) if share is not None), default=None)


@lru_cache(maxsize=8)
def stems(text: str, language: str) -> frozenset[Stem]:
    """Return the beginnings of the words of *text* that carry news."""
    empty = function_words(language)
    return frozenset(
        (token.text[:STEM], _ARTICLE.sub("", text[token.start : token.end].casefold())[:STEM])
        for token in tokens(text)
        if token.text not in empty and (len(token.text) > 3 or not token.text.isascii())
    )


def kept(seen: str, title: str, more: str, language: str) -> Kept:
    """Compare *title*, and what else the same witness says, with the case-folded text *seen*."""
    parts = {title, *_PARTS.split(title)}
    of_title = [words for part in parts if len(words := stems(part, language)) >= _FEWEST_OF_TITLE]
    of_all = stems(title, language) | stems(more[:_OF_SUMMARY], language)
    return Kept(
        max((_share(words, seen) for words in of_title), default=None),
        _share(of_all, seen) if len(of_all) >= _FEWEST_OF_ALL else None,
    )


def folded(text: str) -> str:
    """Return as much of *text* as is compared, with no difference of case."""
    return text[:_READ].casefold()


def _share(words: frozenset[Stem], seen: str) -> float:
    return sum(token in seen or written in seen for token, written in words) / len(words)


@dataclass(frozen=True, slots=True)
class Promise:
    """What was said of the article before its text was looked at."""

    title: str
    summary: str
    language: str
    by_feed: Kept
    by_page: Kept

    @property
    def is_broken(self) -> bool:
        """The text says nothing of what the feed said, or little of what anybody said."""
        feed, page = self.by_feed.best, self.by_page.best
        if feed is not None and feed <= _NOTHING:
            return True
        known = [share for share in (feed, page) if share is not None]
        # A description alone may be that of the whole site.
        little = _NOTHING if self.by_feed.of_title is self.by_page.of_title is None else _LITTLE
        return bool(known) and max(known) <= little

    @property
    def of_title(self) -> float:
        """Which part of the title's words the text has; 0 where the title has too few to say."""
        return self.by_feed.of_title or 0.0


def promised(extract: Extract, seen: str, *, feed_title: str, feed_summary: str) -> Promise:
    """Weigh what the feed and the page's own head say of the article against its text."""
    fields = extract.fields
    language = base_language(fields.language)
    summary = plain_text(feed_summary) if feed_summary else ""
    by_feed = kept(seen, feed_title, summary, language)
    by_page = kept(seen, fields.title, fields.description, language)
    return Promise(feed_title, summary, language, by_feed, by_page)


def is_scattered(extract: Extract, promise: Promise) -> bool:
    """Say whether the paragraphs have neither one another's words nor those of the title: each is of another story."""
    texts = [p.text.casefold() for p in extract.paragraphs if len(p.text) >= _PARAGRAPH][:60]
    if len(texts) < _FEWEST_PARAGRAPHS:
        return False
    told = stems(f"{promise.title} {extract.fields.description[:_OF_SUMMARY]}", promise.language)
    about = sum(any(token in text or written in text for token, written in told) for text in texts)
    spread = about / len(texts) if len(told) >= _FEWEST_OF_TITLE else 0.3
    return _cohesion(texts, promise.language) < (0.2 if spread < 0.35 else 0.1 if spread < 0.6 else 0.0)


def _cohesion(texts: list[str], language: str) -> float:
    """Return which part of the paragraphs' telling words stands in more than one of them."""
    empty = function_words(language)
    words = [
        {word[:STEM] for word in _STEMS.findall(text) if word not in empty}
        | {a + b for run in _UNSPACED.findall(text) for a, b in pairwise(run)}
        for text in texts
    ]
    counts = Counter(word for of_one in words for word in of_one)
    every = counts.total()
    return sum(count for count in counts.values() if count > 1) / every if every else 0.0

"""What feed and page promise, and how much of it the text keeps."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from octavo.core.pages.article import Extract
from octavo.core.pages.cleaning import plain_text
from octavo.core.pages.gate.shape import weight
from octavo.core.pages.gate.stems import STEM, words
from octavo.core.text.function_words import function_words
from octavo.core.text.language import base_language

HEAD: Final = 400
"""Characters of a teaser or description that are compared; a longer one is the text itself."""

_READ: Final = 20_000
_STANDFIRST: Final = 300
"""Letters up to which a description is no more than a standfirst."""
_REST: Final = 300
_COMPARED: Final = 80
_FEWEST_OF_TITLE: Final = 3
_FEWEST_ALONE: Final = 4
"""Telling words of a title that prove something without a word more."""
_FEWEST_OF_ALL: Final = 6
_NEXT_TO_NOTHING: Final = 0.1
_HARDLY_OF_TITLE: Final = 0.25
_HARDLY_OF_ALL: Final = 0.15
_LITTLE_OF_TITLE: Final = 0.4
_LITTLE_OF_ALL: Final = 0.3
_NO_LETTER: Final = re.compile(r"[\W_]+")
_PARTS: Final = re.compile(r"\s+[|–—»:/-]+\s+|[|_]+")
"""What parts a headline from the name of its site or section."""

Stem = tuple[str, str]
"""The beginning of a word as a search token and as it is written: one of them stands in a text about it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Which part of the words that one witness gave stands in the text, from 0 to 1; None where they prove nothing."""

    of_title: float | None
    of_all: float | None

    @property
    def is_known(self) -> bool:
        """There were enough words to say something."""
        return self.of_title is not None or self.of_all is not None

    @property
    def is_little(self) -> bool:
        """What is known is so little as texts of other stories have by chance."""
        by_title = self.of_title is None or self.of_title <= _LITTLE_OF_TITLE
        # A description without a telling title may be that of the whole site.
        most = _LITTLE_OF_ALL if self.of_title is not None else _NEXT_TO_NOTHING
        return self.is_known and by_title and (self.of_all is None or self.of_all <= most)

    @property
    def is_hardly_any(self) -> bool:
        """What is known is still less: enough where the head stands in the text again and fills it with its words."""
        return (self.of_all is not None and self.of_all <= _HARDLY_OF_ALL) and (
            self.of_title or 0.0
        ) <= _HARDLY_OF_TITLE

    @property
    def is_nothing(self) -> bool:
        """Next to no word stands in the text."""
        known = [share for share in (self.of_title, self.of_all) if share is not None]
        return bool(known) and max(known) <= _NEXT_TO_NOTHING


@dataclass(frozen=True, slots=True)
class Promise:
    """What was said of the article, and how much of it stands in its text."""

    seen: str
    """The text, as much of it as is compared, without difference of case."""
    told: frozenset[Stem]
    """The words of titles and description."""
    language: str
    by_feed: Kept
    by_page: Kept
    beyond: Kept
    """The same for the text without headings and what only repeats the head; of all that was said, if that was much."""
    keeps_every_word: bool
    """The title has two telling words or more, and the text has them all."""

    @property
    def is_broken(self) -> bool:
        """The text says nothing of what the feed said, or little of what anybody said."""
        known = [kept for kept in (self.by_feed, self.by_page) if kept.is_known]
        is_little = bool(known) and all(kept.is_little for kept in known)
        return is_little or self.by_feed.is_nothing or self.beyond.is_hardly_any

    @property
    def is_kept(self) -> bool:
        """The text, beyond repeating the head, has more than half of the title's words."""
        return (self.beyond.of_title or 0.0) > 0.5


@lru_cache(maxsize=32)
def stems(text: str, language: str) -> frozenset[Stem]:
    """Return the beginnings of the words of *text* that carry news."""
    empty = function_words(language)
    return frozenset(
        (word.folded[:STEM], word.written[:STEM])
        for word in words(text)
        if word.folded not in empty
        and not word.folded.isdigit()
        and (len(word.folded) > 3 or not word.folded.isascii())
    )


def has(seen: str, stem: Stem) -> bool:
    """Say whether the case-folded text *seen* has a word that begins so."""
    token, written = stem
    return token in seen or written in seen


def repeated(extract: Extract, feed_title: str) -> frozenset[str]:
    """Return the paragraphs that only say again what the title or a short description says."""
    fields = extract.fields
    about = fields.description if weight(fields.description) <= _STANDFIRST else ""
    said = _bare("\n".join({feed_title, fields.title, about}))
    longest = len(max(feed_title, fields.title, about, key=len)) * 1.6
    return frozenset(
        p.text for p in extract.paragraphs if len(p.text) <= longest and _starts_in(said, p.text)
    )


def promised(extract: Extract, repeats: frozenset[str], *, feed_title: str, feed_summary: str) -> Promise:
    """Weigh what the feed and the page's own head say of the article against its text."""
    fields, language = extract.fields, base_language(extract.fields.language)
    summary = plain_text(feed_summary)[:HEAD] if feed_summary else ""
    about = fields.description[:HEAD]
    seen = extract.text[:_READ].casefold()
    of_title = stems(feed_title or fields.title, language)
    told = of_title | stems(fields.title, language) | stems(about, language) | stems(summary, language)
    found = frozenset(word for word in told if has(seen, word))
    by_page = _kept(found, fields.title, about, language)
    is_one = feed_title == fields.title and not summary
    by_feed = by_page if is_one else _kept(found, feed_title, summary, language)
    return Promise(
        seen=seen,
        told=told,
        language=language,
        by_feed=by_feed,
        by_page=by_page,
        beyond=_beyond(extract, repeats, found, len(told), frozenset((feed_title, fields.title))),
        keeps_every_word=len(of_title) > 1 and of_title <= found,
    )


def share_of_title(text: str, title: str, language: str) -> float:
    """Return which part of the telling words of *title* stands in *text*; 0 where it has too few."""
    seen = text[:_READ].casefold()
    found = frozenset(word for word in stems(title, language) if has(seen, word))
    return _kept(found, title, "", language).of_title or 0.0


def _beyond(
    extract: Extract, repeats: frozenset[str], found: frozenset[Stem], told: int, titles: frozenset[str]
) -> Kept:
    """Look for the words *found* in the text again, without headings and *repeats*; *told* is how many there were."""
    if repeats or any(p.kind == "heading" for p in extract.paragraphs):
        lines = (p.text for p in extract.paragraphs if p.kind != "heading" and p.text not in repeats)
        rest = "\n".join(lines)[:_READ].casefold()
        found = frozenset(word for word in found if has(rest, word))
        is_enough = bool(repeats) and len(rest) >= _REST and told >= _FEWEST_OF_ALL
    else:
        is_enough = False
    language = base_language(extract.fields.language)
    of_title = [_kept(found, title, "", language).of_title for title in titles]
    best = max((share for share in of_title if share is not None), default=None)
    return Kept(best, len(found) / told if is_enough else None)


def _kept(found: frozenset[Stem], title: str, more: str, language: str) -> Kept:
    """Count which words of *title*, in the part of it that is the headline, and of *more* are among those *found*."""
    parts = {title, *_PARTS.split(title)}
    telling = list(filter(_is_telling, (stems(part, language) for part in parts)))
    headline = max(telling, key=lambda part: (_share(part, found), len(part)), default=None)
    of_all = (stems(title, language) if headline is None else headline) | stems(more, language)
    is_much = len(of_all) >= _FEWEST_OF_ALL
    if headline is not None and not is_much and len(headline) < _FEWEST_ALONE:
        headline = None
    return Kept(
        None if headline is None else _share(headline, found),
        _share(of_all, found) if is_much else None,
    )


def _is_telling(part: frozenset[Stem]) -> bool:
    """Say whether there are enough words to prove something; pairs of letters of an unspaced script overlap."""
    pairs = sum(len(token) < 3 for token, _ in part)
    return len(part) - pairs + pairs // 2 >= _FEWEST_OF_TITLE


def _share(part: frozenset[Stem], found: frozenset[Stem]) -> float:
    return len(part & found) / len(part)


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", text.casefold())


def _starts_in(said: str, text: str) -> bool:
    start = _bare(text[:_COMPARED])
    return len(start) > 8 and start[:-4] in said

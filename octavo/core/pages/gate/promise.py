"""What feed and page promise, and how much of it the text keeps."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Final

from octavo.core.pages.article import Extract
from octavo.core.pages.cleaning import plain_text
from octavo.core.pages.gate.shape import weight
from octavo.core.pages.gate.stems import STEM, words
from octavo.core.text.function_words import function_words
from octavo.core.text.language import base_language

_TEASER: Final = 400
"""Characters of a teaser or description that are compared; a longer one is the text itself."""
_READ: Final = 6_000
_HEAD: Final = 1_200
_STANDFIRST: Final = 300
"""Letters up to which a description is no more than a standfirst."""
_REST: Final = 150
"""Characters from which the text beyond what repeats the head can be judged alone."""
_COMPARED: Final = 80
_FIRST: Final = 12
_FEWEST_OF_TITLE: Final = 3
_FEWEST_OF_TEASER: Final = 4
_FEWEST_ALONE: Final = 5
_FEWEST_OF_ALL: Final = 7
_LEAST: Final = 50
_NEXT_TO_NOTHING: Final = 0.1
_NO_LETTER: Final = re.compile(r"[\W_]+")
_PARTS: Final = re.compile(r"\s+[|–—»:/-]+\s+|[|_]+")
"""What parts a headline from the name of its site or section."""

# Points for what was found again, worked out on texts put under the titles of others (half of the hosts; 460 against 1,680).
_OF_TITLE, _OF_TEASER, _OF_BETTER = 2.4, 1.8, 2.2
_TITLE_SPOKE, _TEASER_SPOKE, _PER_LENGTH, _START = -2.0, -0.9, -1.2, 7.1
"""A long text has many words by chance: each e-fold of length must be made up for."""
_BROKEN: Final = -1.8
_BORNE_OUT: Final = 2.0

Stem = tuple[str, str]
"""The beginning of a word as a search token and as it is written: one of them stands in a text about it."""


@dataclass(frozen=True, slots=True)
class Found:
    """Which part of some words, by their letters, stands in a text: anywhere, in its head, and twice."""

    anywhere: float
    early: float
    twice: float
    words: int
    """How many there were; 0 where they were too few to prove anything."""

    @property
    def is_known(self) -> bool:
        """There were enough words to say something."""
        return self.words > 0


_NONE: Final = Found(0.0, 0.0, 0.0, 0)


@dataclass(frozen=True, slots=True)
class Promise:
    """What was said of the article, and how much of it stands in its text."""

    seen: str
    """The text, as much of it as is compared, without difference of case."""
    said: tuple[str, ...]
    """The feed's title or else the page's, then the page's own and what both tell about it."""
    language: str
    of_title: float | None
    """Which part of a title's words stands in the text beyond headings and what only repeats the head; None: unknown."""
    is_borne_out: bool
    """The text has so much of what was said as only texts on that matter have."""
    is_broken: bool
    """The text has so little of what anybody said as texts of other stories have by chance, or nothing of what the feed said."""

    @property
    def told(self) -> frozenset[Stem]:
        """The words of titles and descriptions."""
        return frozenset().union(*(stems(text, self.language) for text in self.said))

    @property
    def keeps_every_word(self) -> bool:
        """The title has two telling words or more, and the text has them all."""
        of_title = stems(self.said[0], self.language)
        return len(of_title) > 1 and all(has(self.seen, stem) for stem in of_title)

    @property
    def is_kept(self) -> bool:
        """The text, beyond repeating the head, has more than half of the title's words."""
        return (self.of_title or 0.0) > 0.5


@lru_cache(maxsize=32)
def stems(text: str, language: str) -> frozenset[Stem]:
    """Return the beginnings of the words of *text* that carry news."""
    empty = function_words(language)
    return frozenset(
        (folded[:STEM], written[:STEM])
        for folded, written in words(text)
        if (len(folded) > 3 or not folded.isascii()) and folded not in empty and not folded.isdigit()
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
    summary = plain_text(feed_summary)[:_TEASER] if feed_summary else ""
    about = fields.description[:_TEASER]
    seen = extract.text[:_READ].casefold()
    rest = _beyond(extract, repeats) or seen
    by_page = _Witness.of(rest, fields.title, about, language)
    is_one = feed_title == fields.title and not summary
    by_feed = by_page if is_one else _Witness.of(rest, feed_title, summary, language)
    return Promise(
        seen=seen,
        said=(feed_title or fields.title, fields.title, about, summary),
        language=language,
        of_title=max((w.title.anywhere for w in (by_page, by_feed) if w.title.is_known), default=None),
        is_borne_out=max(_known(by_page, by_feed), default=0.0) > _BORNE_OUT,
        is_broken=_is_broken(by_page, by_feed),
    )


def _beyond(extract: Extract, repeats: frozenset[str]) -> str:
    """Return the text without headings and *repeats*, without difference of case; nothing where that is the whole or too little."""
    lines = [p.text for p in extract.paragraphs if p.kind != "heading" and p.text not in repeats]
    if len(lines) == len(extract.paragraphs):
        return ""
    rest = "\n".join(lines)[:_READ].casefold()
    return rest if len(rest) >= _REST else ""


def share_of_title(text: str, title: str, language: str) -> float:
    """Return which part of the telling words of *title* stands in *text*; 0 where it has too few."""
    found = _headline(text[:_READ].casefold(), title, language)[1]
    return found.anywhere if found.is_known else 0.0


@dataclass(frozen=True, slots=True)
class _Witness:
    """What feed or page said, as far as the text bears it out."""

    title: Found
    more: Found
    points: float
    """Below nothing where the text is rather of another story."""

    @classmethod
    def of(cls, rest: str, title: str, more: str, language: str) -> "_Witness":
        """Look for the words of *title*, in the part of it that is the headline, and of *more* in *rest*."""
        headline, of_title = _headline(rest, title, language)
        by_title = _points(of_title, _NONE, len(rest))
        if of_title.words >= _FEWEST_ALONE and by_title > _BORNE_OUT - _TEASER_SPOKE:
            return cls(of_title, _NONE, by_title)  # nothing that *more* says could take that away
        others = stems(more, language) - headline
        of_more = _found(rest, others if _telling(others) >= _FEWEST_OF_TEASER else ())
        return cls(of_title, of_more, _points(of_title, of_more, len(rest)))

    @property
    def is_known(self) -> bool:
        """There were words enough: a title of a few may be a pun, or the name of the site."""
        words = self.title.words
        return words >= _FEWEST_ALONE or words + self.more.words >= _FEWEST_OF_ALL

    @property
    def is_nothing(self) -> bool:
        """Next to no word stands in the text."""
        known = [found.anywhere for found in (self.title, self.more) if found.is_known]
        return bool(known) and max(known) <= _NEXT_TO_NOTHING


def _is_broken(by_page: _Witness, by_feed: _Witness) -> bool:
    points = _known(by_page, by_feed)
    return (bool(points) and max(points) < _BROKEN) or by_feed.is_nothing


def _known(*witnesses: _Witness) -> list[float]:
    return [witness.points for witness in witnesses if witness.is_known]


def _points(title: Found, more: Found, length: int) -> float:
    points = _START + _PER_LENGTH * log(max(_LEAST, length))
    if title.is_known:
        points += _TITLE_SPOKE + _OF_TITLE * (title.anywhere + title.early + title.twice)
    if more.is_known:
        points += _TEASER_SPOKE + _OF_TEASER * (more.anywhere + more.early)
    known = [found for found in (title, more) if found.is_known]
    better = max((f.anywhere for f in known), default=0.0) + max((f.early for f in known), default=0.0)
    return points + _OF_BETTER * better


def _headline(rest: str, title: str, language: str) -> tuple[frozenset[Stem], Found]:
    """Return the words of the part of *title* that *rest* bears out best, and how far."""
    parts = [stems(part, language) for part in {title, *_PARTS.split(title)}]
    telling = [part for part in parts if _telling(part) >= _FEWEST_OF_TITLE]
    if not telling:
        return stems(title, language), _found(rest, ())
    return max(
        ((part, _found(rest, part)) for part in telling), key=lambda one: (one[1].anywhere, len(one[0]))
    )


def _found(rest: str, part: Collection[Stem]) -> Found:
    letters = anywhere = early = twice = 0
    for token, written in part:
        letters += (size := len(token))
        at = rest.find(token)
        if at < 0 and written != token:
            token, at = written, rest.find(written)
        if at >= 0:
            anywhere += size
            early += size * (at < _HEAD)
            twice += size * (rest.find(token, at + size) >= 0)
    of = max(1, letters)
    return Found(anywhere / of, early / of, twice / of, _telling(part))


def _telling(part: Collection[Stem]) -> int:
    """Count the words; pairs of letters of an unspaced script overlap."""
    pairs = sum(len(token) < 3 for token, _ in part)
    return len(part) - pairs + pairs // 2


def _bare(text: str) -> str:
    return _NO_LETTER.sub("", text.casefold())


def _starts_in(said: str, text: str) -> bool:
    if "".join(filter(str.isalnum, text[:_FIRST].casefold())) not in said:
        return False
    start = _bare(text[:_COMPARED])
    return len(start) > 8 and start[:-4] in said

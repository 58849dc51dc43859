"""Hashtags: what the source itself files an article under, and what the article names most."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from octavo.core.text.entities import Entity
from octavo.core.text.function_words import function_words
from octavo.core.text.search import tokenized, tokens
from octavo.core.words import word_set

MOST: Final = 8
_MOST_STATED: Final = 4
_READ: Final = 20_000
_LONGEST: Final = 40
_MOST_WORDS: Final = 4

# What outlets file everything under: sections, formats, housekeeping. Folded as search tokens, joined.
_STOP: Final = word_set(
    "news latest latestnews topnews topstories top stories story home homepage frontpage featured feature breaking",
    "breakingnews article articles post posts blog uncategorized uncategorised general all other others misc video",
    "videos photo photos gallery audio podcast podcasts live liveblog opinion editorial comment analysis press",
    "pressrelease pressreleases announcement announcements update updates world international national local today",
    "daily weekly newsletter sponsored advertisement rss feed default main headline headlines reuters ap afp wire",
    "actualites actualite infos international monde une aktuell nachrichten startseite meldungen noticias actualidad",
    "portada mundo noticia ultimas geral notizie nieuws novosti новости новина новини главное",
    "اخبار خبر عاجل رييسيه عام عامه منوعات متفرقات مقالات مقال راي فيديو صور عالم دوليه محليه تقارير تقرير مميز",
)
_SPLIT: Final = re.compile(r"\s*[>|;,،/]\s*")
_WORDS: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hashtag:
    """A hashtag in its one spelling."""

    tag: str
    """Its identity: equal for all spellings; letters, digits and underscores, fit for an address."""
    label: str
    """How it is written, without the hash: `WhiteHouse`, `الولايات_المتحدة`."""


def hashtags(
    title: str, text: str, entities: Sequence[Entity], language: str, *, stated: Sequence[str] = ()
) -> tuple[Hashtag, ...]:
    """Return up to 8 hashtags, the most telling first, each in one spelling; none rather than empty ones.

    A category that the source states counts if it looks like a tag, sooner if title or text has its words too.
    """
    words = {token.text for part in (title, text[:_READ]) for token in tokenized(part)}
    own = list(_stated(stated, words, language))[:_MOST_STATED]
    named = [entity.name for entity in entities if entity.in_title or entity.count > 1]
    found: dict[str, Hashtag] = {}
    for name in (*named[:3], *own, *named[3:]):
        made = hashtag(name)
        if made is not None and not _is_stop(made, language):
            found.setdefault(made.tag, made)
    return tuple(found.values())[:MOST]


def hashtag(name: str) -> Hashtag | None:
    """Return the hashtag that *name* is written as, or None where no good one can be made of it."""
    words = _WORDS.findall(_bare(name))
    if not words or len(words) > _MOST_WORDS or not any(map(str.isalpha, "".join(words))):
        return None
    has_capitals = any(word.lower() != word.upper() for word in words)
    label = (
        "".join(word if word != word.lower() else word.capitalize() for word in words)
        if has_capitals
        else "_".join(words)
    )
    tag = "_".join(token.text for token in tokens(" ".join(words)))
    if has_capitals:
        tag = tag.replace("_", "")
    return Hashtag(tag, label) if len(tag) >= 2 and len(label) <= _LONGEST else None


def _bare(name: str) -> str:
    """Return *name* without what no spelling needs: vowel signs, tatweel, the stops of initials, apostrophes."""
    shown = unicodedata.normalize("NFC", re.sub("[\u0640\u064b-\u0652\u200b-\u200f]", "", name))
    return re.sub(r"['’.](?=\w)|\.(?=\s|$)", "", shown)


def _stated(stated: Sequence[str], words: set[str], language: str) -> Iterator[str]:
    """Yield the categories that look like tags: those that the text bears out first."""
    named = [category for category in stated[:20] if "://" not in category and "@" not in category]
    parts = [part.strip().lstrip("#") for category in named for part in _SPLIT.split(category)]
    good = [part for part in parts if part and len(part) <= _LONGEST]
    yield from (part for part in good if words.issuperset(token.text for token in tokens(part)))
    yield from (part for part in good if not words.issuperset(token.text for token in tokens(part)))


def _is_stop(made: Hashtag, language: str) -> bool:
    plain = made.tag.replace("_", "")
    return plain in _STOP or plain in function_words(language) or plain.isdigit()

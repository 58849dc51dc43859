"""Hashtags: what an article names most and is about, and what its source itself files it under, in one spelling each."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from octavo.core.text.categories import cut_from_sentences, names_outlet, says_title
from octavo.core.text.entities import Entity, EntityKind
from octavo.core.text.function_words import function_words
from octavo.core.text.gazetteer import Gazetteer, Known, forms, gazetteer, is_known_key
from octavo.core.text.hashtag_stops import STOPS
from octavo.core.text.search import tokenized, tokens

MOST: Final = 8
CROWDED: Final = 0.05
"""A tag on more than this part of a desk's articles tells its readers nothing."""
_FEW_USES: Final = 20
"""Uses from which a tag may be crowded: of ten articles three about one event are no crowd."""
_FEWEST: Final = 3
"""So many are given even if only the best of them are good; fewer where there is nothing."""
_MOST_STATED: Final = 4
_MOST_SUBJECTS: Final = 3
_READ: Final = 20_000
_HEAD: Final = 1_500
"""Characters of a text whose subjects count: at its end it may speak of anything."""
_BRIEF: Final = 900
"""A text so short names its subject once."""
_LEAD: Final = 400
_LONGEST: Final = 40
_MOST_WORDS: Final = 4
_GOOD: Final = 3.0
_FAIR: Final = 1.5
# Half of all news names them: a tag only if the article is about little else.
_BROAD: Final = frozenset(
    {f"place:{code}" for code in ("US", "002", "003", "005", "009", "142", "150", "MIDDLEEAST", "US-DC")}
    | {"city:US/Washington", "city:GB/London", "org:TWITTER", "org:FACEBOOK"}
)  # fmt: skip

# Agencies that half of all reports are from, and which few are about.
_NEVER: Final = frozenset({"org:REUTERS", "org:AP", "org:AFP", "org:XINHUA", "org:TASS", "place:001"})
_BY_KIND: Final[Mapping[EntityKind, float]] = {"person": 1.0, "organisation": 0.5, "other": 0.0, "place": 0.0}

# How sections and newsrooms are called in scripts without spaces.
_NEWS: Final = ("新聞", "新闻", "新聞中心", "新闻中心", "ニュース", "频道", "頻道")
_SPLIT: Final = re.compile(r"\s*[>|;,،/]\s*")
_WORDS: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hashtag:
    """A hashtag in its one spelling."""

    tag: str
    """Its identity: equal for all spellings; letters, digits and underscores, fit for an address."""
    label: str
    """How it is written, without the hash: `WhiteHouse`, `الولايات_المتحدة`."""
    key: str = ""
    """Of a thing that the tables know, its key: tags of two languages with one key mean one thing. Else empty."""


class _Candidate(NamedTuple):
    score: float
    name: str
    key: str


def hashtags(
    title: str,
    text: str,
    entities: Sequence[Entity],
    language: str,
    *,
    stated: Sequence[str] = (),
    outlet: str = "",
) -> tuple[Hashtag, ...]:
    """Return up to 8 hashtags, the most telling first, each in one spelling; none rather than empty ones.

    A category that the source states counts if it looks like a tag, sooner if title or text has its words too;
    the name of the *outlet* itself never does.
    """
    table = gazetteer(language)
    is_brief = len(text) < _BRIEF
    candidates = [
        *_of_entities(entities, is_brief=is_brief),
        *_of_stated(title, text, stated, language, table, outlet=outlet),
        *_of_subjects(title, text, language, table, is_brief=is_brief),
    ]
    own = made.tag if (made := hashtag(outlet)) else ""
    found: dict[str, Hashtag] = {}
    keys: set[str] = set()
    for candidate in sorted(candidates, key=lambda one: -one.score):
        if len(found) == MOST or candidate.score < (_GOOD if len(found) >= _FEWEST else _FAIR):
            break
        made = hashtag(candidate.name)
        if made is None or made.tag == own or candidate.key in keys or candidate.key in _NEVER:
            continue
        if not candidate.key and _is_stop(made, language):
            continue
        found.setdefault(made.tag, Hashtag(made.tag, made.label, candidate.key))
        keys.update({candidate.key} - {""})
    return tuple(found.values())


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


def crowded(uses: Mapping[str, int], articles: int) -> frozenset[str]:
    """Return the tags that so many of a desk's latest *articles* carry that to follow them is to follow everything."""
    return frozenset(tag for tag, count in uses.items() if count > max(_FEW_USES, CROWDED * articles))


def without_crowded(made: Sequence[Hashtag], crowded_tags: Collection[str]) -> tuple[Hashtag, ...]:
    """Return what an article shows of its hashtags where some are too crowded to tell anything."""
    return tuple(one for one in made if one.tag not in crowded_tags)


def _bare(name: str) -> str:
    """Return *name* without what no spelling needs: vowel signs, tatweel, the stops of initials, apostrophes."""
    shown = unicodedata.normalize("NFC", re.sub("[\u0640\u064b-\u0652\u200b-\u200f]", "", name))
    return re.sub(r"['’.](?=\w)|\.(?=\s|$)", "", shown)


def _of_entities(entities: Sequence[Entity], *, is_brief: bool) -> Iterator[_Candidate]:
    """Yield what is named often, in the title or at the head; of what no table knows, only what is named twice."""
    for entity in entities:
        is_known = is_known_key(entity.key)
        if not (is_known or entity.in_title or entity.count > 1 or is_brief):
            continue
        if entity.of_people and not (is_brief or entity.in_title or entity.count > 2):
            continue
        if entity.kind == "person" and " " not in entity.name and not is_known:
            continue  # a surname alone
        score = min(entity.count, 6) + 3.0 * entity.in_title + _BY_KIND[entity.kind] + is_known
        if entity.span is not None and entity.span.start < _LEAD:
            score += 1
        if entity.key in _BROAD:
            score = max(score - 4, _FAIR if entity.count > 1 or is_brief else 0)
        if entity.of_people:
            score = max(score / 2, _FAIR if is_brief else 0)
        elif not is_known and entity.count == 1 and not entity.in_title:
            score = min(score, _GOOD if " " in entity.name else _FAIR)
        yield _Candidate(score, entity.name, entity.key if is_known else "")


def _of_stated(
    title: str, text: str, stated: Sequence[str], language: str, table: Gazetteer, *, outlet: str
) -> Iterator[_Candidate]:
    """Yield the categories that look like tags, those that the text bears out first; never the names of sections."""
    words = {token.text for part in (title, text[:_READ]) for token in tokenized(part)}
    good = [
        part for part in _categories(stated) if part and len(part) <= _LONGEST and not says_title(part, title)
    ]
    cut = cut_from_sentences(good, title=title, text=text) if len(good) > 1 else ()
    good = [
        part
        for part in good
        if part not in cut and (made := hashtag(part)) is not None and not _is_stop(made, language)
    ]
    borne_out = [part for part in good if words.issuperset(token.text for token in tokens(part))]
    others = [part for part in good if part not in borne_out and not names_outlet(part, outlet)]
    in_turn = borne_out + others
    for place, part in enumerate(in_turn[:_MOST_STATED]):
        score = (5.0 if part in borne_out else 3.2) - place / 10
        folded = " ".join(token.text for token in tokens(part))
        known = table.names.known.get(folded) or table.topics.known.get(folded)
        if known is not None and known.name and known.key not in _BROAD:
            yield _Candidate(score, known.name, known.key)
        elif known is None:
            yield _Candidate(score, part, "")


def _categories(stated: Sequence[str]) -> list[str]:
    named = [category for category in stated[:20] if "://" not in category and "@" not in category]
    return [part.strip().lstrip("#") for category in named for part in _SPLIT.split(category)]


def _of_subjects(
    title: str, text: str, language: str, table: Gazetteer, *, is_brief: bool
) -> Iterator[_Candidate]:
    """Yield the subjects that the words of the title and of the text's head tell of."""
    if not table.topics.known:
        return
    counts: dict[str, int] = {}
    known: dict[str, Known] = {}
    titled: set[str] = set()
    for part, in_title in ((title, True), (text, False)):
        for topic in _topics(part, language, table):
            known[topic.key] = topic
            counts[topic.key] = counts.get(topic.key, 0) + 1
            if in_title:
                titled.add(topic.key)
    for key in sorted(counts, key=lambda key: (key not in titled, -counts[key], key))[:_MOST_SUBJECTS]:
        if key in titled or counts[key] > 1 or is_brief:
            yield _Candidate(1.2 + 0.7 * min(counts[key], 4) + 1.5 * (key in titled), known[key].name, key)


def _topics(text: str, language: str, table: Gazetteer) -> Iterator[Known]:
    words = [token.text for token in tokenized(text) if token.start < _HEAD]
    longest = table.topics.longest
    end = 0
    for at, word in enumerate(words):
        if at < end or (word not in longest and language != "ar"):
            continue
        for form in forms(word, language):
            words[at] = form
            if form in longest and (found := table.topics.find(words, at)):
                yield found[0]
                end = at + found[1]
                break
        words[at] = word


def _is_stop(made: Hashtag, language: str) -> bool:
    plain, written = made.tag.replace("_", ""), made.label.replace("_", "").casefold()
    if written in STOPS or written.endswith(_NEWS):
        # The tokens of scripts without spaces overlap: only what is written can be compared.
        return True
    return plain in STOPS or plain in function_words(language) or plain.isdigit()

"""Features: what of an article the fold compares. Counts are whole numbers, so that sums of them are exact."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from octavo.core.text.entities import Entity
from octavo.core.text.function_words import function_words
from octavo.core.text.search import tokens

TITLE_WEIGHT: Final = 2
READ: Final = 500
"""Characters of the text that are compared; a report's news stands at its head."""

_FORMAT: Final = 2
_SHORTEST_STEM: Final = 3
# Endings that Arabic words share without meaning another thing, longest first; letters as search tokens fold them.
_ENDINGS: Final = ("تين", "تان", "يات", "ات", "ون", "ين", "ان", "يه", "وا", "ها", "هم", "ه", "ي")


@dataclass(frozen=True, slots=True)
class Features:
    """An article as the fold sees it."""

    language: str
    terms: Mapping[str, int]
    """Words of title (counted twice) and head of the text; comparable within one language only."""
    keys: Mapping[str, int]
    """Keys of what it names and of its numbers; comparable across languages."""
    names: Mapping[str, str] = field(default_factory=dict)
    """How the article writes what it names, by key; numbers have no names."""

    def encode(self) -> str:
        """Return the features as a compact text; equal features give equal texts."""
        return json.dumps(
            [_FORMAT, self.language, *(dict(sorted(m.items())) for m in (self.terms, self.keys, self.names))],
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def decode(cls, encoded: str) -> "Features":
        """Return the features that `encode` wrote; raise ValueError for anything else."""
        match json.loads(encoded):
            case [2, str(language), dict(terms), dict(keys), dict(names)]:
                return cls(language, terms, keys, names)
        raise ValueError("no features")


def represent(title: str, text: str, *, entities: Iterable[Entity], language: str) -> Features:
    """Return what is compared of an article: the words of its title and its head, its entities and its numbers."""
    terms: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    names: dict[str, str] = {}
    empty = function_words(language)
    for part, weight in ((title, TITLE_WEIGHT), (text[:READ], 1)):
        for token in tokens(part):
            if token.text in empty or (len(token.text) == 1 and token.text.isascii()):
                continue
            terms[_stem(token.text) if language == "ar" else token.text] += weight
            if _is_figure(token.text):
                keys[f"number:{int(token.text)}"] += weight
    for entity in entities:
        if entity.in_title or (entity.span is not None and entity.span.start < READ):
            keys[entity.key] += TITLE_WEIGHT if entity.in_title else 1
            names[entity.key] = entity.name
    return Features(language, dict(terms), dict(keys), names)


def _is_figure(token: str) -> bool:
    """Say whether a number may tell one event from another; small ones do not, and years are dates."""
    return token.isascii() and token.isdigit() and 10 <= int(token) < 10**9 and not 1900 <= int(token) <= 2100


def _stem(word: str) -> str:
    """Return an Arabic word without its conjunction and without an ending, as far as enough of it is left."""
    if len(word) > _SHORTEST_STEM + 1 and word[0] == "و":
        word = word[1:].removeprefix("ال")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word

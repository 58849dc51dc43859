"""Features: what of an article the fold compares. Counts are whole numbers, so that sums of them are exact."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from octavo.core.fold.roundups import is_roundup
from octavo.core.fold.stems import skeleton, stem
from octavo.core.text.entities import Entity
from octavo.core.text.function_words import function_words
from octavo.core.text.search import Token, tokens

READ: Final = 600
"""Characters of the text that are compared; a report's news stands at its head."""
MOST_TERMS: Final = 120

_FORMAT: Final = 3
_LONGEST_TITLE: Final = 300
_CASELESS_NAME: Final = 4
"""Letters of a word that may be a name where no capital says so."""


@dataclass(frozen=True, slots=True)
class Features:
    """An article as the fold sees it."""

    language: str
    title: Mapping[str, int]
    """Stems of the headline; comparable within one language only."""
    body: Mapping[str, int]
    """Stems of the head of the text; comparable within one language only."""
    keys: Mapping[str, int] = field(default_factory=dict)
    """Keys of what it names and of its numbers; comparable across languages."""
    sounds: Mapping[str, int] = field(default_factory=dict)
    """Consonants of words that may be names, as all alphabets have them; comparable across languages."""
    names: Mapping[str, str] = field(default_factory=dict)
    """How the article writes what it names, by key; numbers have no names."""
    is_roundup: bool = False
    """Whether it tells of many events or of one that goes on: it joins nothing, and nothing joins it."""

    def encode(self) -> str:
        """Return the features as a compact text; equal features give equal texts."""
        parts = (self.title, self.body, self.keys, self.sounds, self.names)
        return json.dumps(
            [_FORMAT, self.language, *(dict(sorted(part.items())) for part in parts), int(self.is_roundup)],
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def decode(cls, encoded: str) -> "Features":
        """Return the features that `encode` wrote; raise ValueError for anything else."""
        match json.loads(encoded):
            case [
                3,
                str(language),
                dict(title),
                dict(body),
                dict(keys),
                dict(sounds),
                dict(names),
                int(flag),
            ]:
                return cls(language, title, body, keys, sounds, names, bool(flag))
            case [2, str(language), dict(terms), dict(keys), dict(names)]:
                # As the first version wrote them: words as they stood, title and text in one.
                return cls(
                    language, {}, {stem(word, language): n for word, n in terms.items()}, keys, {}, names
                )
        raise ValueError("no features")


def represent(title: str, text: str, *, entities: Iterable[Entity], language: str) -> Features:
    """Return what is compared of an article: the words of its title and its head, its entities and its numbers."""
    head = text[:READ]
    keys: Counter[str] = Counter()
    names: dict[str, str] = {}
    sounds: Counter[str] = Counter()
    parts: list[dict[str, int]] = []
    for part in (title[:_LONGEST_TITLE], head):
        told = list(_telling(part, language))
        counts = Counter(stem(token.text, language) for token in told)
        parts.append(dict(counts.most_common(MOST_TERMS)))
        keys.update(f"number:{int(token.text)}" for token in told if _is_figure(token.text))
        sounds.update(filter(None, (skeleton(t.text) for t in told if _may_be_name(part, t))))
    for entity in entities:
        if entity.in_title or (entity.span is not None and entity.span.start < READ):
            keys[entity.key] += 2 if entity.in_title else 1
            names[entity.key] = entity.name
    return Features(
        language, parts[0], parts[1], dict(keys), dict(sounds), names, is_roundup=is_roundup(title, text)
    )


def _telling(part: str, language: str) -> Iterator[Token]:
    """Yield the tokens that carry news."""
    empty = function_words(language)
    for token in tokens(part):
        if token.text not in empty and (len(token.text) > 1 or not token.text.isascii()):
            yield token


def _may_be_name(part: str, token: Token) -> bool:
    """Say whether a word may be a name: it has a capital within a sentence, or its script knows none."""
    first = part[token.start]
    if not first.isalpha():
        return False
    if first.isupper():
        return part[: token.start].rstrip(" \"'“”«»„(")[-1:] not in ("", ".", "!", "?", ":")
    return first.lower() == first.upper() and len(token.text) >= _CASELESS_NAME


def _is_figure(token: str) -> bool:
    """Say whether a number may tell one event from another; small ones do not, and years are dates."""
    return token.isascii() and token.isdigit() and 10 <= int(token) < 10**9 and not 1900 <= int(token) <= 2100

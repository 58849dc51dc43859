"""What a source files an article under that tells nothing of it: the title, the title cut into words, the outlet's own name."""

from collections.abc import Mapping, Sequence
from typing import Final

from octavo.core.text.search import tokenized

_HEAD: Final = 400
"""Characters of a text whose words programs take for keywords."""
_RUN: Final = 4
_NEAR: Final = 4
"""Words between two keywords that were cut from one sentence."""
_FEWEST: Final = 4
_HALF: Final = 0.5
_SHORT: Final = 2
_SHORTEST_NAME: Final = 4
_WHOLE: Final = 0.7


def cut_from_sentences(categories: Sequence[str], *, title: str, text: str) -> frozenset[str]:
    """Return those *categories* that a program, not a person, took word by word from *title* or the first sentences.

    They are single words that stand there in the same order, or in small letters most of the title.
    """
    titled = [token.text for token in tokenized(title)]
    words = {category: word for category in categories if (word := _word(category))}
    places: dict[str, int] = {}
    for place, word in enumerate([*titled, *(token.text for token in tokenized(text[:_HEAD]))]):
        places.setdefault(word, place)
    return frozenset([*_runs(categories, words, places), *_most_of(titled, words)])


def says_title(category: str, title: str) -> bool:
    """Say whether *category* is the title, or the greater part of it."""
    own, whole = _letters(category), _letters(title)
    return len(own) >= _WHOLE * len(whole) > 0 and own in whole


def names_outlet(category: str, outlet: str) -> bool:
    """Say whether *category* is a part of the outlet's name, or has it in it: `LBCI`, `Sheet newsroom`."""
    own, whole = _letters(category), _letters(outlet)
    is_long = len(own) >= (_SHORTEST_NAME if own.isascii() else _SHORT)
    return is_long and (own in whole or (len(whole) >= _SHORTEST_NAME and whole in own))


def _runs(categories: Sequence[str], words: Mapping[str, str], places: Mapping[str, int]) -> list[str]:
    """Return the categories that follow each other as closely in a sentence as in their list."""
    cut: list[str] = []
    run: list[str] = []
    last = 0
    for category in categories:
        place = places.get(words.get(category, ""))
        if place is None:
            run = []
            continue
        run = [*run, category] if run and 0 < place - last <= _NEAR else [category]
        last = place
        if len(run) >= _RUN and all(map(_is_small, run[1:])):
            cut += run
    return cut


def _most_of(titled: Sequence[str], words: Mapping[str, str]) -> list[str]:
    small = [category for category, word in words.items() if word in titled and _is_small(category)]
    said = {word for word in titled if len(word) > _SHORT}
    return small if len(small) >= max(_FEWEST, _HALF * len(said)) else []


def _word(category: str) -> str:
    """Return the one word that a category is, as search has it; empty where it has several."""
    found = [token.text for token in tokenized(category)]
    return found[0] if len(found) == 1 else ""


def _is_small(category: str) -> bool:
    return category == category.lower() != category.upper()


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))

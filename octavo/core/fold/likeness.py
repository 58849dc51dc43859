"""Likeness: what two reports have in common, told in a few numbers."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

from octavo.core.fold.represent import Features
from octavo.core.fold.words import DAMPED, KEYS, SOUNDS, Weighed, Words, kind_of
from octavo.core.ids import StoryId


@dataclass(frozen=True, slots=True)
class Article:
    """A folded article in the window; its words are numbers."""

    story: StoryId
    language: str
    seconds: int
    terms: array[int]
    """Words of title and text, those of the title first."""
    counts: bytes
    """How often each stands there; in the title counts twice."""
    in_title: int
    """How many of the words are the title's."""
    keys: array[int]
    sounds: array[int]


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article on its way into the window, its words weighed."""

    language: str
    terms: Weighed
    title: Weighed
    body: Weighed
    keys: Weighed
    sounds: Weighed
    names_place: bool
    has_number: bool


class Likeness(NamedTuple):
    """What a new article has in common with one of the window, each the greater the more alike."""

    words: float = 0.0
    """Cosine of all words."""
    titles: float = 0.0
    """Cosine of the titles."""
    texts: float = 0.0
    """Cosine of the new text and all of the other."""
    told: float = 0.0
    """The part of the new title that the other tells somewhere."""
    names: float = 0.0
    """Cosine of names and numbers."""
    sounds: float = 0.0
    """Cosine of what names sound like, which crosses alphabets."""
    places: float = 0.0
    """Weight of the places of both; -1 if both name places, but no place in common."""
    numbers: float = 0.0
    """Numbers of both; -1 if both have numbers, but none in common."""
    mass: float = 0.0
    """Weight of all words of both: many weak ties, or a few strong ones."""
    rarest: float = 0.0
    """Weight of the rarest word of both."""


NOTHING = Likeness()


def merged(features: Features) -> dict[str, int]:
    """Return the words of title and text, those of the title first and counted twice."""
    counts = {word: 2 * count for word, count in features.title.items()}
    for word, count in features.body.items():
        counts[word] = counts.get(word, 0) + count
    return counts


def incoming(features: Features, words: Words) -> Incoming:
    """Return an article as it is compared with those of the window that *words* are of."""
    language = features.language
    return Incoming(
        language,
        words.weigh(language, merged(features)),
        words.weigh(language, features.title),
        words.weigh(language, features.body),
        words.weigh(KEYS, features.keys),
        words.weigh(SOUNDS, features.sounds),
        any(kind_of(key) == "place" for key in features.keys),
        any(kind_of(key) == "number" for key in features.keys),
    )


def likeness(new: Incoming, old: Article, words: Words) -> Likeness:
    """Return what *new* and *old* have in common; words of two languages have nothing."""
    found = _of_words(new, old, words) if new.language == old.language else NOTHING
    names = _cosine(new.keys, old.keys, words)
    sounds = _cosine(new.sounds, old.sounds, words)
    places, numbers = _of_keys(new, old.keys, words)
    return found._replace(names=names, sounds=sounds, places=places, numbers=numbers)


def _of_words(new: Incoming, old: Article, words: Words) -> Likeness:
    height, depths = new.terms.height, words.depths
    weights, in_title, in_body = new.terms.weights, new.title.weights, new.body.weights
    product = square = mass = rarest = told = by_body = 0.0
    for number, count in zip(old.terms, old.counts, strict=True):
        rarity = height - depths[number]
        weight = rarity * DAMPED[count]
        square += weight * weight
        mine = weights.get(number)
        if mine is None:
            continue
        product += weight * mine
        mass += rarity
        rarest = max(rarest, rarity)
        told += in_title.get(number, 0.0)
        by_body += weight * in_body.get(number, 0.0)
    if not product:
        return NOTHING
    titles = _cosine(new.title, old.terms[: old.in_title], words)
    return Likeness(
        words=product / sqrt(square * new.terms.square),
        titles=titles,
        texts=by_body / sqrt(square * new.body.square) if by_body else 0.0,
        told=told / new.title.total if told else 0.0,
        mass=mass,
        rarest=rarest,
    )


def _cosine(new: Weighed, old: array[int], words: Words) -> float:
    """Return how alike two sets of words are, from 0 to 1."""
    if not new.weights or not old:
        return 0.0
    height, depths = new.height, words.depths
    product = square = 0.0
    for number in old:
        weight = height - depths[number]
        square += weight * weight
        mine = new.weights.get(number)
        if mine is not None:
            product += weight * mine
    return product / sqrt(square * new.square) if product else 0.0


def _of_keys(new: Incoming, old: array[int], words: Words) -> tuple[float, float]:
    """Return what places and numbers say: how much is shared, or -1 where each names some and none is shared."""
    height, depths, kinds, mine = new.keys.height, words.depths, words.kinds, new.keys.weights
    places = numbers = 0.0
    names_place = has_number = False
    for number in old:
        kind = kinds[number]
        names_place |= kind == "place"
        has_number |= kind == "number"
        if number in mine and kind == "place":
            places += height - depths[number]
        elif number in mine and kind == "number":
            numbers += 1
    if names_place and new.names_place and not places:
        places = -1.0
    if has_number and new.has_number and not numbers:
        numbers = -1.0
    return places, numbers

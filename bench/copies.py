"""Edited copies: texts cut, joined, reworded and given other heads, and look-alikes that only share a matter or a quotation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

REWORDED: Final = 0.2
KEPT: Final = 0.3
_LEAST_WORDS: Final = 60


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts, and whether the second was made of the first."""

    kind: str
    first: str
    second: str
    is_copy: bool


def pairs(texts: Sequence[Sequence[str]], number: int, *, seed: int = 1) -> list[Pair]:
    """Return *number* copies and as many look-alikes of *texts*, which are rows of paragraphs; the same seed, the same pairs."""
    random = Random(seed)
    long = [text for text in texts if len(" ".join(text).split()) >= _LEAST_WORDS]
    made: list[Pair] = []
    for n in range(number):
        text, other = random.sample(long, 2)
        name, edit = _EDITS[n % len(_EDITS)]
        made.append(Pair(name, _joined(text), edit(text, other, random), True))
        name, alike = _ALIKE[n % len(_ALIKE)]
        text, other = random.sample(long, 2)
        made.append(Pair(name, _joined(text), alike(text, other, random), False))
    return made


def _joined(text: Sequence[str]) -> str:
    return "\n\n".join(text)


def _cut(text: Sequence[str], _other: Sequence[str], _random: Random) -> str:
    words = _joined(text).split(" ")
    return " ".join(words[: max(30, round(len(words) * KEPT))])


def _new_lead(text: Sequence[str], other: Sequence[str], random: Random) -> str:
    """Give a text another first sentence, made of another text's words."""
    words = _joined(text).split(" ")
    lead = " ".join(random.sample(_joined(other).split(), 20))
    return f"{lead}. {' '.join(words[20:])}"


def _reworded(text: Sequence[str], other: Sequence[str], random: Random) -> str:
    words, stock = _joined(text).split(" "), _joined(other).split()
    for at in random.sample(range(len(words)), round(len(words) * REWORDED)):
        words[at] = random.choice(stock)
    return " ".join(words)


def _two_in_one(text: Sequence[str], other: Sequence[str], random: Random) -> str:
    return _joined([*text, *other] if random.random() < 0.5 else [*other, *text])


def _new_byline(text: Sequence[str], other: Sequence[str], random: Random) -> str:
    names = random.sample(_joined(other).split(), 4)
    return f"By {names[0]} {names[1]}\n{names[2].upper()}, {names[3]} — {_joined(text)}"


def _unlike(_text: Sequence[str], other: Sequence[str], _random: Random) -> str:
    return _joined(other)


def _quoting(text: Sequence[str], other: Sequence[str], random: Random) -> str:
    """Put 15 words of one text into another, as a quotation."""
    words = _joined(text).split()
    start = random.randrange(max(1, len(words) - 15))
    return f"{other[0]} “{' '.join(words[start : start + 15])}” {_joined(other[1:])}"


def _own_words(text: Sequence[str], _other: Sequence[str], random: Random) -> str:
    """Tell the same with the same words in another order: the names and figures of a text, none of its sentences."""
    words = _joined(text).split()
    random.shuffle(words)
    return " ".join(words)


_Edit = Callable[[Sequence[str], Sequence[str], Random], str]
_EDITS: Final[Sequence[tuple[str, _Edit]]] = (
    ("cut to 30 %", _cut),
    ("new lead", _new_lead),
    ("20 % of the words changed", _reworded),
    ("two texts joined", _two_in_one),
    ("byline and dateline changed", _new_byline),
)
_ALIKE: Final[Sequence[tuple[str, _Edit]]] = (
    ("another text", _unlike),
    ("quotes 15 words", _quoting),
    ("same words, other sentences", _own_words),
)

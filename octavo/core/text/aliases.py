"""Several names of one thing in one text: surnames, short names, acronyms in brackets."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from octavo.core.text.mentions import EntityKind, Mention
from octavo.core.text.naming import name_key
from octavo.core.text.sentences import Span
from octavo.core.text.titles import FAMILY_FIRST, GIVEN, ORGANISATIONS

_BRACKETS: Final = re.compile(r"\s*\((?:the )?[\"“'‘]?([^\W\d_][\w&.-]{1,9})[\"”'’]?\)")
_SMALL: Final = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "de",
        "la",
        "le",
        "du",
        "des",
        "di",
        "da",
        "del",
        "et",
        "al",
        "a",
        "y",
    ]
)


@dataclass(slots=True)
class Tally:
    """What a text names under one key, as it is counted."""

    name: str
    kind: EntityKind
    count: int = 0
    span: Span | None = None
    in_title: bool = False
    is_sure: bool = False
    people: int = 0
    """How many of the mentions are of the people of a country only."""
    order: int = field(default=0)

    def take(self, other: "Tally") -> None:
        """Count the mentions of *other* as this one's."""
        self.count += other.count
        self.people += other.people
        self.in_title |= other.in_title
        self.is_sure |= other.is_sure
        self.order = min(self.order, other.order)
        if self.span is None or (other.span is not None and other.span < self.span):
            self.span = other.span or self.span


def count(tallies: dict[str, Tally], mention: Mention, *, in_title: bool) -> None:
    """Add a mention to the tally of its key."""
    tally = tallies.get(mention.key)
    if tally is None:
        tally = tallies[mention.key] = Tally(mention.name, mention.kind, order=len(tallies))
    tally.count += 1
    tally.people += mention.of_people
    tally.in_title |= in_title
    if mention.is_sure and not tally.is_sure:
        tally.is_sure, tally.name = True, mention.name
    if tally.kind == "other":
        tally.kind = mention.kind
    if not in_title and tally.span is None:
        tally.span = mention.span


def merge(tallies: dict[str, Tally], text: str) -> None:
    """Count short names as the full one that the text also has, where only one is meant."""
    for short, full in [*_acronyms(tallies, text)]:
        _fold(tallies, short, full)
    by_word = _by_edge_words(tallies)
    for key in sorted((key for key in tallies if _may_be_short(key)), key=len):
        words = _short_words(key, tallies[key])
        found = dict.fromkeys(full for full in by_word.get(words[-1], ()) if full in tallies)
        longer = [
            full
            for full in found
            if full != key and _is_short_for(words, _words(full, tallies[full]), tallies[key])
        ]
        if key.startswith("name:"):
            _fold_into_one(tallies, key, longer)
        elif len(longer) == 1 and tallies[longer[0]].kind == "person":
            _fold(tallies, key, longer[0])  # Jordan, where Michael Jordan is spoken of


def _may_be_short(key: str) -> bool:
    return key.startswith(("name:", "place:", "city:"))


def _short_words(key: str, tally: Tally) -> list[str]:
    return (key if key.startswith("name:") else name_key(tally.name)).removeprefix("name:").split() or [""]


def _fold_into_one(tallies: dict[str, Tally], key: str, longer: list[str]) -> None:
    """Count a short name as the one full name that it can mean; of several, as the one that the text names most."""
    longer = [full for full in longer if tallies[full].is_sure]
    if len(longer) > 1:
        longer.sort(key=lambda full: (-tallies[full].count, -len(full)))
        names = {full: _words(full, tallies[full]) for full in longer}
        if tallies[longer[0]].count > tallies[longer[1]].count:
            del longer[1:]
        elif not (longer := _one_of_a_kind(names)):
            tallies[key].is_sure = False
    if len(longer) == 1:
        _fold(tallies, key, longer[0])


def _fold(tallies: dict[str, Tally], short: str, full: str) -> None:
    if short in tallies and full in tallies and short != full:
        tallies[full].take(tallies.pop(short))


def _acronyms(tallies: dict[str, Tally], text: str) -> Iterator[tuple[str, str]]:
    """Yield (acronym, full) where brackets after a name state its acronym: "World Trade Organization (WTO)"."""
    for key, tally in tallies.items():
        if tally.span is None or " " not in key or tally.kind == "person":
            continue
        if (stated := _BRACKETS.match(text, tally.span.end)) and _fits(stated[1], tally.name):
            yield f"name:{stated[1].lower().replace('.', '')}", key


def _fits(acronym: str, name: str) -> bool:
    initials = "".join(word[0] for word in re.findall(r"\w+", name) if word.lower() not in _SMALL).lower()
    short = acronym.lower().replace(".", "")
    return short[0] == initials[:1] and acronym[1:2].isupper() and len(short) <= len(name) // 2


def _by_edge_words(tallies: dict[str, Tally]) -> dict[str, list[str]]:
    """Return the keys of several words by their last word, and by their first one where that may stand alone."""
    found: dict[str, list[str]] = {}
    for key, tally in tallies.items():
        words = _words(key, tally)
        if len(words) < 2:
            continue
        found.setdefault(words[-1], []).append(key)
        for at in range(len(words) - 1):
            if words[at] != words[-1]:
                found.setdefault(words[at], []).append(key)
    return found


def _words(key: str, tally: Tally) -> list[str]:
    """Return the words of a name that no table knows, or of a known person's name."""
    if key.startswith("person:"):
        key = name_key(tally.name)
    return key.removeprefix("name:").split() if key.startswith("name:") else []


def _is_short_for(words: list[str], whole: list[str], short: Tally) -> bool:
    if len(whole) <= len(words):
        return False
    if whole[-len(words) :] == words:
        return short.kind != "organisation" and ORGANISATIONS.isdisjoint(whole)
    if whole[: len(words)] != words:
        return False
    rest = whole[len(words) :]
    if all(word in ORGANISATIONS for word in rest):
        return True
    return len(words) == 1 and (words[0] in GIVEN or words[0] in FAMILY_FIRST or short.kind == "person")


def _one_of_a_kind(names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the longest of *names* if all others are parts of it, else nothing: two Bidens are told apart by none."""
    longest, *others = sorted(names, key=lambda key: (-len(names[key]), key))
    return [longest] if all(set(names[longest]).issuperset(names[key]) for key in others) else []

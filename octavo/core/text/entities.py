"""Who and what a text names, by simple means: known names, capitals, and in Arabic the words around names.

What only a sentence's first capital or a headline in Title Case would prove counts if the text also names it elsewhere:
rather few than wrong.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from octavo.core.text.aliases import Tally, count, merge
from octavo.core.text.arabic_names import arabic_names
from octavo.core.text.gazetteer import Gazetteer, Known, country_of, forms, gazetteer, is_known_key, stem
from octavo.core.text.mentions import Case, EntityKind, Mention, Part, capitalised, case_of, mention_of
from octavo.core.text.search import Token, tokenized
from octavo.core.text.sentences import Span, sentences
from octavo.core.text.titles import AR_PLACE_WORDS, PLACE_WORDS

__all__ = ["MOST", "Entity", "EntityKind", "entities"]

MOST: Final = 24
_LONGEST_TEXT: Final = 20_000
_TITLE_WEIGHT: Final = 2


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation or other thing that a text names."""

    name: str
    """As it is shown: the known name in the text's language, else as the text writes it."""
    kind: EntityKind
    key: str
    """The same for one thing in every language where it is known (`place:US`), else `name:` and the folded name."""
    count: int
    """How often title and text name it."""
    span: Span | None
    """Where the text names it first; None if only the title does."""
    in_title: bool = False
    of_people: bool = False
    """Whether a country is named by its people only: "German", never "Germany"."""


def entities(text: str, title: str, language: str) -> tuple[Entity, ...]:
    """Return what *title* and *text* name, the most telling first; at most 24."""
    text = text[:_LONGEST_TEXT]
    body, head = _parts((text, title), language)
    tallies: dict[str, Tally] = {}
    for mention in _mentions(body):
        count(tallies, mention, in_title=False)
    for mention in _mentions(head):
        # A word in capitals may be shouted where it stands above a text that never writes it so.
        is_shouted = bool(text) and mention.name.isupper() and not is_known_key(mention.key)
        count(tallies, mention._replace(is_sure=mention.is_sure and not is_shouted), in_title=True)
    if head.case in ("title", "upper"):
        _find_again(tallies, title)
    merge(tallies, text)
    sure = [(key, tally) for key, tally in tallies.items() if tally.is_sure]
    sure.sort(key=lambda item: (-_weight(item[1]), item[1].order))
    return tuple(
        Entity(t.name, t.kind, key, t.count, t.span, t.in_title, t.people == t.count)
        for key, t in sure[:MOST]
    )


def _weight(tally: Tally) -> float:
    """Return how much a text is about a thing; what a people is called tells less than the name of the country."""
    return tally.count - tally.people / 2 + _TITLE_WEIGHT * tally.in_title


def _mentions(part: Part) -> Iterator[Mention]:
    if part.case in ("none", "lower", "upper"):
        for span, known in part.known:
            yield mention_of(known, span, part.text)
    else:
        yield from capitalised(part)
    if part.language == "ar":
        yield from arabic_names(part)


def _find_again(tallies: dict[str, Tally], title: str) -> None:
    """Count what the text names and a title in Title Case has too, whose capitals prove nothing by themselves."""
    words = f" {' '.join(token.text for token in tokenized(title))} "
    for key, tally in tallies.items():
        if key.startswith("name:") and not tally.in_title and f" {key.removeprefix('name:')} " in words:
            tally.in_title = True
            tally.count += 1


def _parts(texts: tuple[str, str], language: str) -> list[Part]:
    """Return text and title with the names known in each; a city that needs its country counts if either names that."""
    cases = [case_of(text, is_title=is_title) for text, is_title in zip(texts, (False, True), strict=True)]
    found = [_known(text, language, case) for text, case in zip(texts, cases, strict=True)]
    countries = {country_of(known.key) for each in found for _, known, is_sure in each if is_sure}
    return [
        Part(
            text,
            language,
            case,
            sentences(text, language),
            [(span, known) for span, known, is_sure in each if is_sure or country_of(known.key) in countries],
        )
        for text, case, each in zip(texts, cases, found, strict=True)
    ]


def _known(text: str, language: str, case: Case) -> list[tuple[Span, Known, bool]]:
    """Return the known names of *text*, first to last, and whether each needs no country beside it."""
    table = gazetteer(language)
    stream = tokenized(text)
    words = [token.text for token in stream]
    found: list[tuple[Span, Known, bool]] = []
    end = 0
    for at in _candidates(stream, text, language, table, is_cased=case not in ("none", "upper")):
        if at < end:
            continue
        for form in (words[at], *_others(words[at], language, table)):
            words[at], written = form, words[at]
            match = table.names.find(words, at) if form in table.names.longest else None
            words[at] = written
            if match is not None:
                break
        else:
            continue
        known, length = match
        span = Span(stream[at].start, stream[at + length - 1].end)
        if " ".join((form, *words[at + 1 : at + length])) in table.capitals and not (
            case != "upper" and span.of(text).isupper()
        ):
            continue
        end = at + length
        before = words[at - 1] if at else ""
        found.append((span, known, not known.needs_country or _says_place(before, language)))
    return found


def _candidates(
    stream: Sequence[Token], text: str, language: str, table: Gazetteer, *, is_cased: bool
) -> Iterable[int]:
    """Return the numbers of the words that a known name may begin with."""
    longest = table.names.longest
    if language == "ar":
        return range(len(stream))
    if not is_cased:
        return [at for at, token in enumerate(stream) if token.text in longest]
    if table.stems:
        return [at for at, token in enumerate(stream) if not text[token.start].islower()]
    return [
        at for at, token in enumerate(stream) if token.text in longest and not text[token.start].islower()
    ]


def _others(word: str, language: str, table: Gazetteer) -> Sequence[str]:
    """Return what else *word* may be: without Arabic prefixes, in the first case of a Slavic name."""
    if language == "ar":
        return forms(word, language)[1:]
    if table.stems and word not in table.names.longest and (form := table.stems.get(stem(word))):
        return (form,)
    return ()


def _says_place(before: str, language: str) -> bool:
    if language == "ar":
        return not AR_PLACE_WORDS.isdisjoint(forms(before, "ar"))
    return before in PLACE_WORDS

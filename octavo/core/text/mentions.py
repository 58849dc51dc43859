"""Where a text names something by its capitals: runs of capitalised words, offices and sentence starts taken off.

A capital at the start of a sentence proves nothing, nor do the capitals of a headline in Title Case.
"""

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from octavo.core.text.function_words import function_words
from octavo.core.text.gazetteer import Known, gazetteer
from octavo.core.text.naming import name_key
from octavo.core.text.sentences import Span
from octavo.core.text.titles import (
    ABBREVIATED,
    COMPLEMENTS,
    DIRECTIONS,
    EVENTS,
    GIVEN,
    HONOURS,
    MEASURES,
    NO_NAMES,
    OFFICE_PARTS,
    OFFICES,
    ORGANISATIONS,
    PEOPLE,
    PLACES,
    REGAL,
)
from octavo.core.words import word_set

EntityKind = Literal["person", "place", "organisation", "other"]
Case = Literal["none", "lower", "upper", "title", "mixed"]

_UPPER: Final = "[" + "".join(chr(c) for c in range(0x41, 0x587) if chr(c).isupper()) + "]"
_LED: Final = "led|born|based|owned|run|held|backed|made|style|wide|like|free|era|year|old|area|only|bound|funded|linked"
_WORD: Final = re.compile(
    rf"(?<!\w)(?:(?:{_UPPER}\.){{2,}}|{_UPPER}\.(?= {_UPPER})"
    rf"|{_UPPER}\w*(?:[-’'&.+]?(?:{_UPPER}|\d)\w*|-(?!(?:{_LED})\b)\w{{1,5}}(?!\w))*)"
)
_PARTICLES: Final = frozenset(
    f" {joint}"
    for joint in (
        *(f"{word} " for word in word_set(
            "de del della delle di da do dos das du des van von der den ter ten zu bin ibn ben bint al el la le abu ud ul",
        )),
        "de la ", "de los ", "de las ", "van der ", "van den ", "von der ", "al-", "el-", "ul-", "ud-", "ur-", "as-", "ash-",
        "an-", "ad-", "wal-", "bin al-", "d'", "d’", "dell'", "dell’", "e-",
    )
)  # fmt: skip
_OF: Final = frozenset({" of ", " of the "})
_FOR: Final = frozenset({" for ", " for the "})
_PLAIN: Final = frozenset({" ", "\u00a0", "\u202f", " & ", "-"})
_POSSESSIVE: Final = frozenset({"'s ", "’s ", "' ", "’ "})
_YEAR_BEFORE: Final = re.compile(r"(?<![\w.,])(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)? \Z")
_KINDS: Final = ORGANISATIONS | EVENTS | PLACES
_QUOTES: Final = "\"'“‘’”«»„([¿¡—–-•· "
_TITLE_CASE: Final = 0.65
"""Share of longer words with capitals from which a headline is in Title Case; a text that names much has more."""
_TEXT_CASE: Final = 0.85
_BEFORE_OPENING: Final = re.compile(r"[:“\"‘«„!?…|]['’\" ]*\Z")
_LONGEST_ACRONYM: Final = 6
_LONGEST_RUN: Final = 9
_LONGEST_NAME: Final = 8
_NOUNS_IN_CAPITALS: Final = frozenset({"de", "lb"})
_NUMERAL: Final = re.compile(r"[IVX]+")
_LETTERS: Final = re.compile(r"[^\W\d_]{4,}")


class Mention(NamedTuple):
    """A place in a text that names something."""

    key: str
    name: str
    kind: EntityKind
    span: Span
    is_sure: bool
    """Whether it names something for certain, or only if the text does so elsewhere."""
    of_people: bool = False
    """Whether it is what the people of a country are called."""


@dataclass(frozen=True, slots=True)
class Part:
    """A title or a text, with what is known of it before its capitals are looked at."""

    text: str
    language: str
    case: Case
    sentences: Sequence[Span]
    known: Sequence[tuple[Span, Known]]
    """Known names, first to last."""


class _Item(NamedTuple):
    start: int
    end: int
    word: str
    """In small letters, without stops."""
    known: Known | None
    gap: str
    """What stands between this and the item before."""


def case_of(text: str, *, is_title: bool = False) -> Case:
    """Say how a text uses capitals: a headline in Title Case or in one case tells nothing by them."""
    words = [word for word in _LETTERS.findall(text[:1_000]) if word.lower() != word.upper()]
    share = _TITLE_CASE if is_title else _TEXT_CASE
    if not words:
        return "none"
    capitals = sum(word[0].isupper() for word in words)
    if capitals == 0:
        return "lower"
    if all(map(str.isupper, words)):
        return "upper"
    return "title" if len(words) > 2 and capitals >= share * len(words) else "mixed"


def capitalised(part: Part) -> Iterator[Mention]:
    """Yield what *part* names by capitals, known names beside them too; nothing where capitals tell nothing."""
    if part.case in ("none", "lower", "upper"):
        return
    for run, opens in _runs(part):
        if part.case == "title":
            yield from _of_heading(part, run)
        else:
            yield from _of_run(part, run, opens=opens)


def _runs(part: Part) -> Iterator[tuple[list[_Item], bool]]:
    """Yield runs of words that may belong to one name, and whether the run opens a sentence."""
    starts = [sentence.start for sentence in part.sentences]
    text = part.text
    longest = len(text) if part.case == "title" else _LONGEST_RUN
    run: list[_Item] = []
    sentence = -1
    opens = False
    for item in _items(part):
        here = bisect_right(starts, item.start) - 1
        gap = text[run[-1].end : item.start] if run else ""
        if run and here == sentence and len(run) < longest and _joins(run, gap, item):
            run.append(item._replace(gap=gap))
            continue
        if run:
            yield run, opens
        opens = here != sentence and not text[starts[here] if here >= 0 else 0 : item.start].strip(_QUOTES)
        opens |= _BEFORE_OPENING.search(text, max(0, item.start - 3), item.start) is not None
        sentence = here
        run = [item]
    if run:
        yield run, opens


def _items(part: Part) -> Iterator[_Item]:
    """Yield capitalised words in order; the words of a known name are one item."""
    known = iter(part.known)
    span, thing = next(known, (None, None))
    for word in _WORD.finditer(part.text):
        start, end = word.span()
        while span is not None and span.end <= start:
            span, thing = next(known, (None, None))
        if span is not None and span.start <= start:
            if thing is not None:
                yield _Item(span.start, span.end, "", thing, "")
                thing = None
        elif span is None or end <= span.start:
            yield _Item(start, end, word[0].lower().rstrip("."), None, "")


def _joins(run: Sequence[_Item], gap: str, item: _Item) -> bool:
    last = run[-1]
    if gap in _PLAIN:
        return True
    if gap in _OF:
        return last.known is None or last.known.kind == "organisation"
    if gap in _PARTICLES:
        return last.known is None and item.known is None
    if gap in _FOR:
        return last.word in ORGANISATIONS or last.word in OFFICES or last.word == "state"
    if gap == " and ":
        return item.known is None and any(
            one.word in ORGANISATIONS and two.gap in _OF for one, two in itertools.pairwise(run)
        )
    if gap == ". ":
        return last.word.capitalize() in ABBREVIATED
    return gap in _POSSESSIVE and last.word in PEOPLE


def _of_run(part: Part, run: list[_Item], *, opens: bool) -> Iterator[Mention]:
    """Yield what the pieces of a run name, that lie between offices and words that name nothing."""
    empty, calendar = function_words(part.language), gazetteer(part.language).calendar
    piece: list[_Item] = []
    after_office = False
    at = 0
    while at < len(run):
        item = run[at]
        if length := _office(run, at):
            if not all(one.word in COMPLEMENTS for one in piece):
                yield from _of_piece(part, piece, opens=opens, is_person=after_office)
            at, piece, opens, after_office = at + length, [], False, True
            if at < len(run) and run[at].gap not in _PLAIN and run[at].gap != ". ":
                after_office = False
                while at < len(run) and run[at].word in COMPLEMENTS:
                    at, after_office = at + 1, True
                if at + 1 < len(run) and run[at].known is not None:
                    yield _known(part, run[at])
                    at, after_office = at + 1, True
            elif _is_regal(run[at - 1 : at + 3]):
                piece = [run[at - 1]]
        elif item.known is None and (
            item.word in calendar or (item.word in empty | MEASURES and item.gap in ("", " "))
        ):
            yield from _of_piece(part, piece, opens=opens, is_person=after_office)
            at, piece, opens, after_office = at + 1, [], False, False
        else:
            piece.append(item)
            at += 1
    yield from _of_piece(part, piece, opens=opens, is_person=after_office)


def _office(run: Sequence[_Item], at: int) -> int:
    """Return how many items from *at* on are words of an office; none if what follows makes them part of a name."""
    end = at
    while (
        end < len(run)
        and run[end].known is None
        and run[end].word in OFFICES
        and (end == at or run[end].gap in _PLAIN or run[end].gap == ". ")
    ):
        end += 1
    if end == at:
        return 0
    following = run[end] if end < len(run) and run[end].gap in _PLAIN else None
    if following is not None and following.known is None and following.word in _KINDS:
        return 0
    if all(item.word in OFFICE_PARTS for item in run[at:end]) and (
        following is None or following.known is not None
    ):
        return 0
    return end - at


def _is_regal(items: Sequence[_Item]) -> bool:
    """Say whether a title and what follows is a name like "Pope Leo XIV"."""
    if len(items) < 2 or items[0].word not in REGAL or items[1].known is not None:
        return False
    return len(items) == 2 or items[2].gap != " " or bool(_NUMERAL.fullmatch(items[2].word.upper()))


def _of_piece(part: Part, piece: list[_Item], *, opens: bool, is_person: bool) -> Iterator[Mention]:
    """Yield what one piece names: itself, the country before it, the known thing at its head."""
    while len(piece) > 1 and piece[-1].known is None and len(piece[-1].word) == 1:
        piece = piece[:-1]
    if (
        opens
        and len(piece) > 1
        and piece[0].known is None
        and (_is_plain_word(part, piece[0].word) or _is_whole(piece))
    ):
        piece, opens = piece[1:], False
    first = piece[0].known if piece else None
    if first is not None and (len(piece) == 1 or not _grows(piece)):
        yield _known(part, piece[0])
        piece, opens = piece[1:], False
    elif first is not None and first.key.startswith("place:"):
        yield _known(part, piece[0])
    elif (
        len(piece) > 1
        and (last := piece[-1]).known is not None
        and _stands_alone(last, is_inflected=bool(gazetteer(part.language).stems))
    ):
        yield _known(part, last)
        piece = piece[:-1] if last.known.kind == "organisation" else []
    if not piece or (first is not None and len(piece) == 1 and piece[0].known is first):
        return
    if len(piece) == 1 and piece[0].known is not None:
        yield _known(part, piece[0])
    elif mention := _named(part, piece, opens=opens, is_person=is_person):
        yield mention


def _is_camel(name: str) -> bool:
    """Say whether a word has capitals inside, which no place in a sentence explains: "QatarEnergy"."""
    return name[1:] != name[1:].lower() and not name.isupper()


def _is_plain_word(part: Part, word: str) -> bool:
    """Say whether the text also writes *word* in small letters."""
    return f" {word} " in part.text or f" {word}," in part.text or f" {word}." in part.text


def _is_whole(piece: Sequence[_Item]) -> bool:
    """Say whether a run that opens a sentence is some word and a known name: "Multiple Trump"."""
    return len(piece) == 2 and piece[1].known is not None and piece[0].word not in _KINDS | DIRECTIONS | GIVEN


def _grows(piece: Sequence[_Item]) -> bool:
    """Say whether a name that begins with a known one is longer than that: "Israel Katz", "French Open"."""
    first, rest = piece[0].known, piece[1:]
    if first is None or rest[0].gap in _OF or any(item.word in _KINDS for item in rest):
        return True
    if rest[0].known is not None:
        return False
    if first.kind == "person" or first.of_people:
        return False
    return len(rest) == 1 or first.kind != "place"


def _stands_alone(item: _Item, *, is_inflected: bool) -> bool:
    """Say whether a known name that ends a run is a thing beside it, or a name whose cases hide its first part."""
    known = item.known
    return (
        known is not None
        and item.gap == " "
        and (known.kind == "organisation" or (is_inflected and known.kind == "person"))
    )


def _known(part: Part, item: _Item) -> Mention:
    known = item.known
    if known is None:
        raise ValueError("not a known name")
    return mention_of(known, Span(item.start, item.end), part.text)


def mention_of(known: Known, span: Span, text: str) -> Mention:
    """Return the mention of a known name that stands at *span* of *text*."""
    kind: EntityKind = "other" if known.kind == "topic" else known.kind
    return Mention(known.key, known.name or span.of(text), kind, span, True, known.of_people)


def _named(part: Part, piece: Sequence[_Item], *, opens: bool, is_person: bool) -> Mention | None:
    """Return the mention of a name that no table knows."""
    span = Span(piece[0].start, piece[-1].end)
    words = [item.word for item in piece]
    is_event = any(word in EVENTS for word in words)
    if is_event and (year := _YEAR_BEFORE.search(part.text, max(0, span.start - 8), span.start)):
        span, opens = Span(year.start(), span.end), False
    name = span.of(part.text)
    key = name_key(name)
    if (
        len(piece) > _LONGEST_NAME
        or len(key) < len("name:") + 2
        or (len(words) == 1 and (words[0] in NO_NAMES or _NUMERAL.fullmatch(name)))
    ):
        return None
    is_acronym = len(words) == 1 and len(name) <= _LONGEST_ACRONYM and name.isupper()
    is_shouted = len(name) > _LONGEST_ACRONYM and name.isupper()
    if len(words) == 1 and not is_person and words[0] in _KINDS:
        return None
    kind = _kind(words, is_person=is_person)
    # German capitalises every noun: one alone names nothing.
    is_noun = len(words) == 1 and part.language in _NOUNS_IN_CAPITALS and not is_acronym
    is_sure = is_person or (
        not is_noun and not is_shouted and (not opens or len(words) > 1 or _is_camel(name))
    )
    return Mention(key, name, kind, span, is_sure)


def _kind(words: Sequence[str], *, is_person: bool) -> EntityKind:
    if not is_person and not ORGANISATIONS.isdisjoint(words):
        return "organisation"
    if is_person or (2 <= len(words) <= 4 and words[0] in GIVEN and EVENTS.isdisjoint(words)):
        return "person"
    return "place" if len(words) > 1 and words[-1] in PLACES else "other"


def _of_heading(part: Part, run: Sequence[_Item]) -> Iterator[Mention]:
    """Yield of a headline in Title Case only what more than its capitals prove: given names, offices, acronyms."""
    empty = function_words(part.language)
    for at, item in enumerate(run):
        if item.known is not None:
            yield _known(part, item)
            continue
        name = part.text[item.start : item.end]
        following = run[at + 1] if at + 1 < len(run) else None
        may_follow = following is not None and following.known is None and following.gap == " "
        if (
            item.word in GIVEN
            and following is not None
            and may_follow
            and following.word not in empty | OFFICES
        ):
            yield _person(part, item.start, following.end)
        elif item.word in HONOURS and following is not None and may_follow and following.word not in GIVEN:
            yield _person(part, following.start, following.end)
        elif name.isupper() and 2 <= len(name) <= 5 and item.word not in NO_NAMES | OFFICES | empty:
            yield Mention(name_key(name), name, "other", Span(item.start, item.end), True)


def _person(part: Part, start: int, end: int) -> Mention:
    name = part.text[start:end]
    return Mention(name_key(name), name, "person", Span(start, end), True)

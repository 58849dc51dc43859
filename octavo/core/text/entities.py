"""Who and what a text names, by simple means: known names, capitals, and the titles before Arabic names.

A capital at the start of a sentence proves nothing, nor do the capitals of a headline in Title Case;
such a word counts only if the text also writes it so elsewhere. Where a script has no capitals, only known names
and repeated names after a title count: rather few than wrong.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal, NamedTuple

from babel import Locale, UnknownLocaleError

from octavo.core.text.function_words import function_words
from octavo.core.text.gazetteer import forms, gazetteer
from octavo.core.text.search import Token, fold_word, tokenized, tokens
from octavo.core.text.sentences import Span, sentences
from octavo.core.words import word_set

EntityKind = Literal["person", "place", "organisation", "other"]
MOST: Final = 24

_LONGEST_TEXT: Final = 20_000
_LONGEST_RUN: Final = 6
_CAPITAL_WORD: Final = re.compile(r"(?:[OD]['’](?=[^\W\d_]))?[^\W_]+(?:[.-][^\W_]+)*")
_INSIDE: Final = word_set(
    "of de del della di da do dos das du des van von der den bin ibn al el la le ten ter"
)
_HONORIFICS: Final = word_set(
    "president vice prime minister premier chancellor king queen prince princess pope senator governor mayor general",
    "colonel captain judge justice secretary chairman chairwoman chief mr mrs ms miss dr prof professor sir lord lady",
    "président présidente ministre premier premiere roi reine pape général presidente ministro ministra rey reina papa",
    "präsident präsidentin bundeskanzler kanzler kanzlerin minister ministerin papst könig königin bundespräsident",
    "президент премьер министр король папа генерал президента premiê rei rainha",
)
_ORGANISATION_WORDS: Final = word_set(
    "agency alliance army assembly association authority bank board bureau college commission committee company congress",
    "corporation council court department federation force forces foundation fund government group guard inc institute",
    "intelligence league ltd ministry museum navy office organisation organization parliament party police senate service",
    "society team union united university airlines airways club fc university université ministère conseil cour parti",
    "banque armée assemblée ministerium universität partei gericht bundestag bundesrat ministerio universidad partido",
    "banco ejército tribunal consejo ministério universidade partito banca università",
)
_ARABIC_TITLES: Final = frozenset(
    fold_word(word)
    for word in word_set(
        "الرئيس رئيس الوزير وزير الملك الأمير الأميرة الدكتور السيد الشيخ اللواء الفريق النائب السفير"
    )
)


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


class _Mention(NamedTuple):
    key: str
    name: str
    kind: EntityKind
    span: Span
    is_sure: bool


@dataclass(slots=True)
class _Tally:
    name: str
    kind: EntityKind
    count: int = 0
    span: Span | None = None
    in_title: bool = False
    is_sure: bool = False
    order: int = field(default=0)


def entities(text: str, title: str, language: str) -> tuple[Entity, ...]:
    """Return what *title* and *text* name, the most telling first; at most 24."""
    text = text[:_LONGEST_TEXT]
    tallies: dict[str, _Tally] = {}
    for part, in_title in ((title, True), (text, False)):
        for mention in _mentions(part, language):
            _count(tallies, mention, in_title=in_title)
    if language == "ar":
        for mention, in_title in _after_titles(title, text):
            _count(tallies, mention, in_title=in_title)
    _join_surnames(tallies)
    sure = {key: tally for key, tally in tallies.items() if tally.is_sure}
    ranked = sorted(sure.items(), key=lambda item: (-item[1].count - 2 * item[1].in_title, item[1].order))
    return tuple(Entity(t.name, t.kind, key, t.count, t.span, t.in_title) for key, t in ranked[:MOST])


def _count(tallies: dict[str, _Tally], mention: _Mention, *, in_title: bool) -> None:
    tally = tallies.setdefault(mention.key, _Tally(mention.name, mention.kind, order=len(tallies)))
    tally.count += 1
    tally.in_title |= in_title
    if mention.is_sure and not tally.is_sure:
        tally.is_sure, tally.name, tally.kind = True, mention.name, mention.kind
    if not in_title and tally.span is None:
        tally.span = mention.span


def _join_surnames(tallies: dict[str, _Tally]) -> None:
    """Count "Biden" as "Joe Biden" where the text names one Biden only."""
    by_surname: dict[str, list[str]] = {}
    for key, tally in tallies.items():
        words = key.removeprefix("name:").split()
        if key.startswith("name:") and len(words) > 1 and tally.is_sure and tally.kind in ("person", "other"):
            by_surname.setdefault(f"name:{words[-1]}", []).append(key)
    for surname, full in by_surname.items():
        if len(full) == 1 and surname in tallies:
            short, long = tallies.pop(surname), tallies[full[0]]
            long.count += short.count
            long.in_title |= short.in_title
            long.order = min(long.order, short.order)
            if long.span is None or (short.span is not None and short.span < long.span):
                long.span = short.span or long.span


def _mentions(text: str, language: str) -> Iterator[_Mention]:
    taken: list[Span] = []
    case = _case(text)
    for mention in _known(text, language, case):
        taken.append(mention.span)
        yield mention
    if case in ("none", "lower"):
        return
    for sentence in sentences(text, language):
        yield from _capitalised(text, sentence, language, taken)


def _case(text: str) -> Literal["none", "lower", "upper", "title", "mixed"]:
    """Say how a text uses capitals: a headline in Title Case or in one case tells nothing by them."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text[:2_000]) if word.lower() != word.upper()]
    if not words:
        return "none"
    capitals = sum(word[0].isupper() for word in words)
    if capitals == 0:
        return "lower"
    if all(map(str.isupper, words)):
        return "upper"
    return "title" if len(words) > 2 and capitals >= 0.7 * len(words) else "mixed"


def _known(text: str, language: str, case: str) -> Iterator[_Mention]:
    names = gazetteer(language)
    stream = tokenized(text)
    words = [token.text for token in stream]
    at = 0
    while at < len(stream):
        found = None
        for form in forms(words[at], language):
            if form in names.longest and (found := names.find([form, *words[at + 1 : at + 8]])):
                break
        if found is None:
            at += 1
            continue
        known, length = found
        span = Span(stream[at].start, stream[at + length - 1].end)
        if _is_written_so(span.of(text), case):
            yield _Mention(known.key, known.name, known.kind, span, is_sure=True)
            at += length
        else:
            at += 1


def _is_written_so(written: str, case: str) -> bool:
    """Tell "US" from "us" and "Turkey" from "turkey"; where a script has no capitals there is nothing to tell."""
    letters = [c for c in written if c.isalpha()]
    if not letters or letters[0].lower() == letters[0].upper():
        return True
    if len(letters) <= 3:
        return case != "upper" and all(map(str.isupper, letters))
    return letters[0].isupper()


def _capitalised(text: str, sentence: Span, language: str, taken: Sequence[Span]) -> Iterator[_Mention]:
    """Yield the runs of capitalised words in a sentence that are no known names."""
    is_heading = _case(sentence.of(text)) in ("title", "upper")
    for run in _runs(text, sentence):
        opens = text[sentence.start : run[0].start()].strip("\"'“”‘’«»„([¿¡—–- ") == ""
        words = list(run)
        while words and (_is_empty_word(words[0][0], language)):
            del words[0]
            opens = False
        is_person = False
        while len(words) > 1 and words[0][0].lower().rstrip(".") in _HONORIFICS:
            del words[0]
            is_person, opens = True, False
        while words and (_is_empty_word(words[-1][0], language) or words[-1][0] in _INSIDE):
            del words[-1]
        if not words or words[0][0].lower() in _HONORIFICS:
            continue
        span = Span(words[0].start(), words[-1].end())
        if any(span.start < other.end and other.start < span.end for other in taken):
            continue
        if mention := _mention(text, span, language, is_person=is_person, is_weak=opens or is_heading):
            yield mention


def _mention(text: str, span: Span, language: str, *, is_person: bool, is_weak: bool) -> _Mention | None:
    name = span.of(text)
    folded = " ".join(token.text for token in tokens(name))
    words = folded.split()
    if len(folded) < 2 or not any(map(str.isalpha, folded)):
        return None
    is_acronym = len(words) == 1 and 2 <= len(folded) <= 6 and name.isupper()
    # German capitalises every noun: one alone names nothing.
    is_plain_noun = len(words) == 1 and language in ("de", "lb") and not is_acronym
    kind: EntityKind = "other"
    if not _ORGANISATION_WORDS.isdisjoint(word.lower() for word in name.split()):
        kind = "organisation"
    elif is_person:
        kind = "person"
    is_sure = (
        is_person or (not is_weak and not is_plain_noun) or (is_weak and len(words) > 1 and not is_plain_noun)
    )
    return _Mention(f"name:{folded}", name, kind, span, is_sure=is_sure)


def _runs(text: str, sentence: Span) -> Iterator[list[re.Match[str]]]:
    """Yield runs of capitalised words with single spaces between them; "of" and the like may join them."""
    run: list[re.Match[str]] = []
    for word in _CAPITAL_WORD.finditer(text, sentence.start, sentence.end):
        joined = bool(run) and text[run[-1].end() : word.start()] in (" ", "\u00a0", ". ")
        joins = word[0][0].isupper() or (joined and (word[0] in _INSIDE or word[0].isdigit()))
        if run and not (joined and joins and len(run) < _LONGEST_RUN):
            yield from _without_loose_end(run)
            run = []
        if joins and (run or word[0][0].isupper()):
            run.append(word)
    yield from _without_loose_end(run)


def _without_loose_end(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    while run and run[-1][0] in _INSIDE:
        run.pop()
    if run:
        yield run


def _is_empty_word(word: str, language: str) -> bool:
    return word.lower() in function_words(language) or word.lower() in _calendar(language)


@cache
def _calendar(language: str) -> frozenset[str]:
    """Return the names of months and days in *language*."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return frozenset()
    names = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    names += [
        *locale.months["stand-alone"]["wide"].values(),
        *locale.months["format"]["abbreviated"].values(),
    ]
    return frozenset(name.lower().strip(".") for name in names)


def _after_titles(title: str, text: str) -> Iterator[tuple[_Mention, bool]]:
    """Yield the Arabic names that follow a title ("الرئيس") and come again by their last word, and whether in *title*."""
    parts = [(part, tokenized(part), part is title) for part in (title, text)]
    often: dict[str, int] = {}
    for _, stream, _ in parts:
        for token in stream:
            often[token.text] = often.get(token.text, 0) + 1
    known = gazetteer("ar").longest
    for part, stream, in_title in parts:
        for n, token in enumerate(stream):
            if _ARABIC_TITLES.isdisjoint(forms(token.text, "ar")):
                continue
            name = _name_from(stream[n + 1 : n + 6], part)
            if not name or often[name[-1].text] < 2 or any(_is_empty_or_known(word, known) for word in name):
                continue
            span = Span(name[0].start, name[-1].end)
            key = "name:" + " ".join(word.text for word in name)
            yield _Mention(key, span.of(part), "person", span, is_sure=True), in_title


def _is_empty_or_known(word: Token, known: Mapping[str, int]) -> bool:
    return word.text in known or _is_empty_word(word.text, "ar")


def _name_from(following: Sequence[Token], text: str) -> list[Token]:
    """Return the two or three words of a name; adjectives with the article before it ("الأمريكي") are passed over."""
    words = list(following)
    while words and Span(words[0].start, words[0].end).of(text).startswith("ال"):
        del words[0]
    if len(words) < 2:
        return []
    is_long = words[0].text == "عبد" and len(words) > 2
    return words[: 3 if is_long else 2]

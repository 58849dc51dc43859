"""Names in Arabic, which has no capitals: what stands after titles, given names, and kinds of organisation."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from octavo.core.text.function_words import function_words
from octavo.core.text.gazetteer import Known, forms
from octavo.core.text.mentions import Mention, Part
from octavo.core.text.search import Token, tokenized
from octavo.core.text.sentences import Span
from octavo.core.text.titles import (
    AR_GIVEN,
    AR_HEADS,
    AR_LINKS,
    AR_OFFICE_PARTS,
    AR_PLAIN_GIVEN,
    AR_SAYING,
    AR_TITLES,
)

_MOST_SKIPPED: Final = 7
_MOST_WORDS: Final = 4
_MOST_OF_KIND: Final = 3
_FAMILY_FIRST: Final = frozenset({"شي", "كيم", "وانغ", "لي", "يون", "تشانغ", "ليو"})
# Kinds of organisation of which one word with the article makes a name; of the others it takes two.
_PROPER_HEADS: Final = frozenset(
    [
        "منظمه",
        "حزب",
        "جامعه",
        "حركه",
        "وزاره",
        "محكمه",
        "وكاله",
        "نادي",
        "صحيفه",
        "قناه",
        "تنظيم",
        "كتايب",
        "جماعه",
    ]
)


def arabic_names(part: Part) -> Iterator[Mention]:
    """Yield the persons and organisations that *part*, a text in Arabic, names by the words around them."""
    reader = _Reader(part)
    persons: dict[str, list[Mention]] = {}
    at = 0
    while at < len(reader.words):
        found = reader.after_title(at) or reader.by_given_name(at) or reader.by_kind(at)
        if found is None:
            at += 1
            continue
        mention, at = found
        if mention.kind == "person":
            persons.setdefault(reader.words[at - 1].text, []).append(mention)
        yield mention
    yield from reader.by_surname(persons)


class _Reader:
    """A text as its words, with what is known of each."""

    def __init__(self, part: Part) -> None:
        self._text = part.text
        self._empty = function_words("ar")
        self.words: Sequence[Token] = tokenized(part.text)
        self._often = Counter(token.text for token in self.words)
        self._known = _known_by_word(part, self.words)

    def after_title(self, at: int) -> tuple[Mention, int] | None:
        """Return the person whose title stands at *at*, and the word to go on from."""
        if at in self._known or AR_TITLES.isdisjoint(forms(self.words[at].text, "ar")):
            return None
        start = at + 1
        while start < len(self.words) and start <= at + _MOST_SKIPPED and self._is_of_title(start):
            start += 1
        end = self._name_end(start)
        if end - start >= 2 and (
            start > at + 1 or self._is_given(start) or self._often[self.words[end - 1].text] > 1
        ):
            return self._person(start, end), end
        is_definite = self._written(at).startswith(("ال", "وال", "بال", "لل", "وا"))
        if end - start == 1 and (start > at + 1 or is_definite) and self._often[self.words[start].text] > 1:
            return self._person(start, end), end
        return None

    def by_given_name(self, at: int) -> tuple[Mention, int] | None:
        """Return the person whose given name stands at *at*."""
        if not self._is_given(at):
            return None
        end = self._name_end(at)
        if end - at < 2:
            return None
        after_verb = at > 0 and not AR_SAYING.isdisjoint(forms(self.words[at - 1].text, "ar"))
        is_plain = self.words[at].text in AR_PLAIN_GIVEN
        if is_plain and not after_verb and self._often[self.words[end - 1].text] < 2:
            return None
        return self._person(at, end), end

    def by_kind(self, at: int) -> tuple[Mention, int] | None:
        """Return the organisation whose kind stands at *at*: "حزب العمال الكردستاني"."""
        if at in self._known:
            return None
        head = next((form for form in forms(self.words[at].text, "ar") if form in AR_HEADS), "")
        if not head or self._written(at).lstrip("وفبك").startswith(("ال", "لل")):
            return None
        end = at + 1
        if (
            end < len(self.words)
            and self._follows(end)
            and not self._has_article(end)
            and self._is_name_word(end)
        ):
            end += 1
        inner = end
        while (
            end < len(self.words)
            and end - inner < _MOST_OF_KIND
            and self._follows(end)
            and self._has_article(end)
        ):
            if self._is_stop(end):
                break
            end += 1
        if end - inner < (1 if head in _PROPER_HEADS or inner > at + 1 else 2):
            return None
        start = self.words[at].start + len(self.words[at].text) - len(head)
        span = Span(start, self.words[end - 1].end)
        key = "name:" + " ".join([head, *(word.text for word in self.words[at + 1 : end])])
        return Mention(key, span.of(self._text), "organisation", span, True), end

    def by_surname(self, persons: Mapping[str, Sequence[Mention]]) -> Iterator[Mention]:
        """Yield the places where the last word of a person's name stands alone, if only one person bears it."""
        bearers = {last: named[0] for last, named in persons.items() if len({one.key for one in named}) == 1}
        if not bearers:
            return
        inside = sorted(one.span for named in persons.values() for one in named)
        for at, word in enumerate(self.words):
            person = next((bearers[form] for form in forms(word.text, "ar") if form in bearers), None)
            span = Span(word.start, word.end)
            if (
                person is None
                or at in self._known
                or any(one.start <= span.start < one.end for one in inside)
            ):
                continue
            yield person._replace(span=span)

    def _person(self, start: int, end: int) -> Mention:
        span = Span(self.words[start].start, self.words[end - 1].end)
        key = "name:" + " ".join(word.text for word in self.words[start:end])
        return Mention(key, span.of(self._text), "person", span, True)

    def _name_end(self, start: int) -> int:
        """Return where the name that begins at *start* ends: two words, more where its words link to others."""
        end, wanted = start, 2
        while end < len(self.words) and end - start < min(wanted, _MOST_WORDS):
            if (end > start and not self._follows(end)) or not self._is_name_word(end):
                break
            if end == start and self._has_article(end) and not self._often[self.words[end].text] > 1:
                break
            text = self.words[end].text
            if text in AR_LINKS or (end == start and text in _FAMILY_FIRST):
                wanted += 1
            end += 1
        while end > start and self.words[end - 1].text in AR_LINKS:
            end -= 1
        if end - start == 2 and self._goes_on(end):
            end += 1
        return end

    def _goes_on(self, at: int) -> bool:
        """Say whether a third word with the article still is of the name: it stands alone as a name elsewhere."""
        return (
            at < len(self.words)
            and self._follows(at)
            and self._has_article(at)
            and self._is_name_word(at)
            and self._often[self.words[at].text] > 1
        )

    def _is_of_title(self, at: int) -> bool:
        if not self._follows(at):
            return False
        text = self.words[at].text
        return (
            (at in self._known and self._known[at].kind != "person")
            or text in AR_OFFICE_PARTS
            or text in AR_TITLES
            or (self._has_article(at) and text.endswith(("ي", "يه")) and not self._often[text] > 2)
        )

    def _is_name_word(self, at: int) -> bool:
        text = self.words[at].text
        return (
            at not in self._known
            and len(text) > 1
            and not self._is_stop(at)
            and not text.isdigit()
            and not text.isascii()
            and AR_TITLES.isdisjoint(forms(text, "ar"))
        )

    def _is_stop(self, at: int) -> bool:
        found = forms(self.words[at].text, "ar")
        text = self._written(at)
        if text.startswith(("و", "ب", "ل", "ف")) and len(found) > 1 and found[-1] in self._empty:
            return True
        return self.words[at].text in self._empty or not AR_SAYING.isdisjoint(found)

    def _is_given(self, at: int) -> bool:
        if at >= len(self.words) or at in self._known or self.words[at].text not in AR_GIVEN:
            return False
        return not self._written(at).endswith("ى") or self.words[at].text != "علي"

    def _follows(self, at: int) -> bool:
        """Say whether only white space parts a word from the one before it."""
        return self._text[self.words[at - 1].end : self.words[at].start].isspace()

    def _has_article(self, at: int) -> bool:
        return self._written(at).startswith("ال")

    def _written(self, at: int) -> str:
        return self._text[self.words[at].start : self.words[at].end]


def _known_by_word(part: Part, words: Sequence[Token]) -> Mapping[int, Known]:
    """Return the known name that each word belongs to, by the number of the word."""
    found: dict[int, Known] = {}
    at = 0
    for span, known in part.known:
        while at < len(words) and words[at].start < span.start:
            at += 1
        while at < len(words) and words[at].start < span.end:
            found[at] = known
            at += 1
    return found

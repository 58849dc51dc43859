"""Who wrote an article: the people, agencies and desks that its page names, by the first source that is believed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from octavo.core.pages.fields.agencies import agency_of
from octavo.core.pages.fields.linked import many
from octavo.core.pages.fields.marks import Marks
from octavo.core.pages.fields.mending import mend
from octavo.core.pages.fields.names import Credits, read_credits
from octavo.core.pages.fields.signers import shown_bylines

_MOST: Final = 60
_META: Final = (
    "article:author", "author", "parsely-author", "dc.creator", "dcterms.creator", "dc.contributor", "sailthru.author",
    "cxenseparse:author", "bc:authors", "byl", "byline", "authors", "article.author", "mediator_author", "og:author",
    "article:author_name", "rbauthors", "citation_author", "article:author:name",
)  # fmt: skip


def find_credits(marks: Marks) -> Credits:
    """Return the people, agencies and desks that the page names as its authors.

    The first source that names people is believed; without one the first that names a desk, else the outlet.
    """
    found = [read_credits(stated, marks) for stated in _stated(marks)]
    agencies = dict.fromkeys(agency for one in found for agency in one.agencies if agency_of(agency))
    if not agencies and not any(credits.people for credits in found):
        shown = (read_credits(stated, marks) for stated in shown_bylines(marks))
        found += islice(_until_people(shown), _MOST)
    best = _first_of_worth(found)
    return replace(best, agencies=tuple(dict.fromkeys((*best.agencies, *agencies))))


def _first_of_worth(found: Sequence[Credits]) -> Credits:
    people = next((credits for credits in found if credits.people), None)
    agencies = next((credits for credits in found if credits.agencies), None)
    return people or agencies or next((credits for credits in found if credits.signed), Credits())


def _until_people(shown: Iterator[Credits]) -> Iterator[Credits]:
    for credits in shown:
        yield credits
        if credits.people:
            return


def _stated(marks: Marks) -> Iterator[Sequence[str]]:
    article = marks.linked.article
    yield list(_linked_names(marks, article.get("author")))
    for name in _META:
        if value := marks.meta.get(name):
            yield [value]
    if "writ" in marks.meta.get("twitter:label1", "").lower():
        yield [marks.meta.get("twitter:data1", "")]
    yield list(_linked_names(marks, article.get("creator")))


def _linked_names(marks: Marks, value: object) -> Iterator[str]:
    for one in many(value)[:30]:
        person: Any = marks.linked.follow(one)
        if isinstance(person, str):
            yield person
        elif isinstance(person, dict):
            yield from [mend(name) for name in many(person.get("name"))] or [_full_name(person)]


def _full_name(person: dict[str, Any]) -> str:
    return f"{mend(person.get('givenName'))} {mend(person.get('familyName'))}".strip()

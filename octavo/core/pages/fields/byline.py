"""Who wrote an article: stated in the head, else shown by what outlets call the element that names the author."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from octavo.core.pages.cleaning import tidy
from octavo.core.pages.fields.agencies import agency_of
from octavo.core.pages.fields.linked import many
from octavo.core.pages.fields.marks import Marks
from octavo.core.pages.fields.mending import mend
from octavo.core.pages.fields.names import Credits, read_credits

_LONGEST: Final = 200
_MOST: Final = 60
_MOST_LINES: Final = 8
_META: Final = (
    "article:author", "author", "parsely-author", "dc.creator", "dcterms.creator", "dc.contributor", "sailthru.author",
    "cxenseparse:author", "bc:authors", "byl", "byline", "authors", "article.author", "mediator_author", "og:author",
    "article:author_name", "rbauthors", "citation_author", "article:author:name",
)  # fmt: skip
# Each step is one pass in C by letters that the words of _SIGN have in common, so that little is left to be looked at.
_STEPS: Final = (
    XPath(
        "//a[@rel='author'] | //author | //*[contains(@class,'ut') or contains(@class,'yline') or @itemprop='author']"
    ),
    XPath("//*[contains(@class,'yLine') or contains(@class,'riter') or @slot='bylineInfo']"),
    XPath("//*[contains(@class,'eporter') or contains(@class,'ournalist') or contains(@class,'kateb')]"),
    XPath(
        "//*[contains(@id,'uthor') or contains(@id,'yline') or contains(@id,'zuozhe') or contains(@data-testid,'uthor')]"
    ),
)
_SIGN: Final = re.compile(
    r"author|byline|writers?\b|autor|auteur|contributor|reporter|journalist|kateb|zuozhe", re.IGNORECASE
)
_NO_BYLINE: Final = frozenset({"body", "html", "article", "main", "meta", "link", "img", "script", "svg"})
_SURE: Final = re.compile(
    r"\bauthor[-_ ]{0,2}name|byline[-_ ]{0,2}(?:name|author)|^author$|^byline$", re.IGNORECASE
)
_SIGNING: Final = ("class", "rel", "itemprop", "slot", "id", "data-testid")
_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|autori|profiles?|profils?|staff|people|person|producers|contributors?|reporters?"
    r"|writers?|journalists?|by|redaktion|redakteure|redazione|penulis|yazar|avtor|kateb|katib|opinion-writers|muallif|team)"
    r"/[^/?#]{2,80}",
    re.IGNORECASE,
)
_LINKS: Final = XPath("//main//a[@href] | //article//a[@href] | //header//a[@href]")
_PARAGRAPHS: Final = XPath(
    "//body//*[self::p or self::div or self::li or self::span or self::em or self::strong][text()[normalize-space()]]"
)
_SIGNED: Final = re.compile(
    r"(?:By|BY|[Vv]on|Par|Por|Di|Door|Av|Text:|Автор:?|بقلم:?|كتب:?|كتبت:?|إعداد:?|تحرير:?)\s+\S"
)
# No more than two or three words behind the lead: a longer line is a sentence.
_FULL_NAME: Final = re.compile(
    r"^\S+\s+[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){1,3}(?:[,\n|/].*|\s+\d.*)?$", re.DOTALL
)
# Names among these sign a comment, a picture or another article.
_ELSEWHERE: Final = re.compile(
    r"comment|sidebar|related|recommend|teaser|most-?read|popular|trending|more-from|read-?more|promo|newsletter|footer"
    r"|caption|figure|photo|image|share|social|widget|card-list|carousel|disqus|follow|bio\b|avatar|nav\b|menu|quote|is-hidden"
    r"|slider|latest",
    re.IGNORECASE,
)
_NO_TEXT: Final = frozenset({"script", "style", "template", "noscript", "svg", "button", "time"})
_ELSEWHERE_TAGS: Final = frozenset({"aside", "nav", "figure", "figcaption", "blockquote", "ul", "form"})


def find_credits(marks: Marks) -> Credits:
    """Return the people, agencies and desks that the page names as its authors.

    The first source that names people is believed; without one the first that names a desk, else the outlet.
    """
    found = [read_credits(stated, marks) for stated in _stated(marks)]
    is_agency_s = any(agency_of(agency) for credits in found for agency in credits.agencies)
    if not is_agency_s and not any(credits.people for credits in found):
        shown = (read_credits(stated, marks) for stated in _shown(marks))
        found += islice(_until_people(shown), _MOST)
    agencies = tuple(
        dict.fromkeys(agency for credits in found for agency in credits.agencies if agency_of(agency))
    )
    for worth in ("people", "agencies", "signed"):
        for credits in found:
            if getattr(credits, worth):
                return replace(credits, agencies=tuple(dict.fromkeys((*credits.agencies, *agencies))))
    return Credits()


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


def _shown(marks: Marks) -> Iterator[Sequence[str]]:
    """Yield what the page shows as its byline, from the surest sign to the last resort."""
    for step in _STEPS:
        signs = [element for element in step(marks.tree) if _is_sign(element)]
        named = [element for element in signs[:_MOST] if not _is_elsewhere(element)]
        sure = [
            e
            for e in named
            if e.get("rel") == "author" or _SURE.search(e.get("class") or e.get("itemprop") or "")
        ]
        for element in (*sure, *named):
            if names := _names_within(element):
                yield names
    for link in islice(_LINKS(marks.tree), 400):
        if _PATH.search(link.get("href")) and not _is_elsewhere(link) and (name := _line(link)):
            yield [name]
    for paragraph in islice(_PARAGRAPHS(marks.tree), 400):
        if (
            _SIGNED.match(line := _line(paragraph))
            and _FULL_NAME.search(line)
            and not _is_elsewhere(paragraph)
        ):
            yield [line]


def _is_sign(element: HtmlElement) -> bool:
    if element.tag in _NO_BYLINE:
        return False
    return element.tag == "author" or any(_SIGN.search(element.get(name) or "") for name in _SIGNING)


def _names_within(element: HtmlElement) -> Sequence[str]:
    """Return the names of the links to authors in *element*, else its text up to the first line break."""
    links = [
        link for link in element.iter("a") if link is not element and _PATH.search(link.get("href") or "")
    ]
    if names := [name for link in links[:20] if (name := _line(link))]:
        return list(dict.fromkeys(names))
    whole = _line(element)
    return [whole] if whole and whole.count("\n") <= _MOST_LINES else []


def _line(element: HtmlElement) -> str:
    """Return the text of *element* with its parts apart, or empty if it is too long for a byline."""
    parts: list[str] = []
    for piece in islice(element.iter(), 40):
        if isinstance(piece.tag, str) and piece.tag not in _NO_TEXT:
            parts.append(tidy(piece.text or ""))
        if piece is not element:
            parts.append(tidy(piece.tail or ""))
    line = "\n".join(part for part in parts if part)
    return line if len(line) < _LONGEST else ""


def _is_elsewhere(element: HtmlElement) -> bool:
    for distance, holder in enumerate((element, *islice(element.iterancestors(), 8))):
        if holder.tag in ("body", "html", "main", "article"):
            return False
        if holder.tag in _ELSEWHERE_TAGS and holder is not element:
            return True
        # Further out such names tell of the page's layout.
        if distance <= 3 and _ELSEWHERE.search(f"{holder.get('class') or ''} {holder.get('id') or ''}"):
            return True
    return False

"""Who is shown as having written a page: by what outlets call the element, by links to authors, by a line that says so."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from octavo.core.pages.fields.marks import Marks
from octavo.core.pages.fields.named import BYLINES, line_of, names_of

_LONGEST: Final = 200
_MOST: Final = 60
_MOST_LINKS: Final = 500
_MOST_LINES: Final = 8
_SURE: Final = re.compile(
    r"\bauthor[-_ ]{0,2}name|byline[-_ ]{0,2}(?:name|author)|(?:^|\s)(?:author|byline)(?:\s|$)", re.IGNORECASE
)
_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:en|es|a)?|auteurs?|autori|profiles?|profils?|staff|people|person|producers|contributors?|reporters?"
    r"|writers?|journalists?|by|redaktion|redakteure|redazione|penulis|yazar|avtor|kateb|katib|opinion-writers|muallif|team)"
    r"/[^/?#]{2,80}",
    re.IGNORECASE,
)
_LINES: Final = ("p", "div", "li", "span", "em", "strong", "td", "address")
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
_SMALL_HEADINGS: Final = frozenset({"h3", "h4", "h5", "h6"})
_ELSEWHERE_TAGS: Final = frozenset({"aside", "nav", "figure", "figcaption", "blockquote", "ul", "form"})


def shown_bylines(marks: Marks) -> Iterator[Sequence[str]]:
    """Yield what the page shows as its byline, from the surest sign to the last resort."""
    signs = [(e, names) for e, names in marks.named.called(BYLINES) if not _is_elsewhere(e)][:_MOST]
    sure = [element for element, names in signs if _SURE.search(names)]
    for element in (*sure, *(element for element, _ in signs), *marks.tree.iter("author")):
        if names_ := _names_within(element):
            yield names_
    yield from _linked(marks.tree)
    yield from _signed(marks.tree)


def _linked(tree: HtmlElement) -> Iterator[Sequence[str]]:
    """Yield the links that lead to the page of an author."""
    for link in islice(tree.iter("a"), _MOST_LINKS):
        is_author = _PATH.search(link.get("href") or "") and next(
            link.iterancestors("main", "article", "header"), None
        )
        if is_author is not None and not _is_elsewhere(link) and (name := line_of(link, longest=_LONGEST)):
            yield [name]


def _signed(tree: HtmlElement) -> Iterator[Sequence[str]]:
    """Yield the lines that say who wrote: `By Anna Berg`."""
    for element in islice(tree.iter(*_LINES), _MOST_LINKS):
        if not _SIGNED.match((element.text or "").lstrip()[:40] + " "):
            continue
        line = line_of(element, longest=_LONGEST)
        if _FULL_NAME.search(line) and not _is_elsewhere(element):
            yield [line]


def _names_within(element: HtmlElement) -> Sequence[str]:
    """Return the names of the links to authors in *element*, else its text line by line."""
    links = [
        link for link in element.iter("a") if link is not element and _PATH.search(link.get("href") or "")
    ]
    if names := [name for link in links[:20] if (name := line_of(link, longest=_LONGEST))]:
        return list(dict.fromkeys(names))
    whole = line_of(element, longest=_LONGEST)
    return [whole] if whole and whole.count("\n") <= _MOST_LINES else []


def _is_elsewhere(element: HtmlElement) -> bool:
    for distance, holder in enumerate((element, *islice(element.iterancestors(), 8))):
        if holder.tag in ("body", "html", "main", "article"):
            return False
        if holder.tag in _ELSEWHERE_TAGS and holder is not element:
            return True
        # Further out such names tell of the page's layout.
        if distance <= 3 and _ELSEWHERE.search(names_of(holder)):
            return True
        if distance <= 1 and _is_under_a_link(holder):
            return True
    return False


def _is_under_a_link(element: HtmlElement) -> bool:
    """Say whether a small heading that leads elsewhere stands before *element*: who signs there wrote what it leads to."""
    before = element.getprevious()
    return before is not None and before.tag in _SMALL_HEADINGS and next(before.iter("a"), None) is not None

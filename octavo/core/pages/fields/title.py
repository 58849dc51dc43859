"""The headline of a page: what its readers see above the text, not what search engines are told."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from octavo.core.pages.fields.marks import Marks, letters_of
from octavo.core.pages.fields.mending import mend
from octavo.core.pages.fields.named import HEADLINES
from octavo.core.words import word_set

_MOST_HEADINGS: Final = 20
_LONGEST: Final = 400
_ALIKE: Final = 0.25
"""Share of words that a heading and a stated title have in common, from which they speak of one thing."""
_NEARLY_SAME: Final = 0.6
_FEWEST_WORDS: Final = 4
_SEPARATOR: Final = re.compile(r"\s+[-–—|»«•·:]+\s+|\s*[|_｜：]\s*|\s+::\s+")
_AFTER_NAME: Final = re.compile(r"\s*(?:[-–—|»«•·:]|::)\s+|\s*[|｜：]\s*")
_TIGHT: Final = re.compile(r"[-–—](?=[^-–—\s]{2,12}$)")
_TAIL: Final = re.compile(
    r"\s*[(\[/|–-]?\s*(?:(?:fot|foto|photo|bild|image|фото|źródło|source|quelle)\b\.?\s*:?|©).{1,60}|.{0,40}\d{1,2}:\d{2}\W*",
    re.IGNORECASE,
)
"""Who took a picture, or a time, in one element with the headline."""
_HEADLINE_TAGS: Final = word_set("h2 h3 div span p")
_LINES: Final = ("h2", "h3", "h4", "b", "strong", "font", "span", "p", "div", "td")
_MOST_LINES: Final = 1_000
_BESIDE: Final = word_set("script style template noscript svg button sup")
_BLOCKS: Final = word_set("br div p h2 h3 h4 span strong em small a")
# A line above the headline, as outlets call it in their mark-up.
_KICKER: Final = re.compile(
    r"kicker|overline|topline|dachzeile|eyebrow|titleheader|pre-?(?:head|title)|su(?:per|b)-?title|spitzmarke|roofline"
    r"|volanta|antetitulo|surtitre|occhiello|flytitle",
    re.IGNORECASE,
)
# A heading that stands there for search engines, or names the page in its trail.
_UNSEEN: Final = re.compile(r"breadcrumb|seo-?title|sr-only|screen-reader|visually-?hidden", re.IGNORECASE)


def find_title(marks: Marks) -> str:
    """Return the page's headline, without the outlet's name, or empty."""
    known = _stated(marks)
    first = list(islice(marks.tree.iter("h1"), _MOST_HEADINGS))
    searched = [_heading(h1, marks, known) for h1 in first if not _is_seen(h1)]
    # Where the h1 is for search engines, what is stated like it is too.
    stated = [title for title in known if not any(_same(title, h1) for h1 in searched)] or known
    seen = _seen_heading(marks, stated, filter(_is_seen, first))
    if not seen:
        return _part_shown(marks, stated[0]) if stated else ""
    headline = without_outlet(mend(marks.linked.article.get("headline")), marks)
    title_element = without_outlet(_element_title(marks.tree), marks)
    if _is_whole(headline, seen) and _same(seen, title_element) and not _same(headline, title_element):
        # The heading was written for search engines, and the linked data has the editors' own.
        return headline
    return _as_stated(seen, stated)


def without_outlet(title: str, marks: Marks) -> str:
    """Return *title* without the outlet's name before or behind it."""
    for _ in range(3):
        cut = _cut_end(title, marks) or _cut_start(title, marks)
        if not cut:
            break
        title = cut
    return title


def _cut_end(title: str, marks: Marks) -> str:
    breaks = [*_SEPARATOR.finditer(title), *_TIGHT.finditer(title)]
    for found in sorted(breaks, key=lambda found: found.start()):
        rest = title[found.end() :]
        if found.start() and marks.is_outlet(rest):
            return title[: found.start()].rstrip()
    if breaks and (last := breaks[-1]).start() and _is_section(title[last.end() :], marks):
        return title[: last.start()].rstrip()
    return ""


def _cut_start(title: str, marks: Marks) -> str:
    found = _AFTER_NAME.search(title)
    if found and found.end() < len(title) and marks.is_outlet(title[: found.start()]):
        return title[found.end() :].lstrip()
    return ""


def _is_section(part: str, marks: Marks) -> bool:
    """Say whether *part* names a folder of the page's own address."""
    folders = marks.address.partition("://")[2].split("/")[1:-1]
    return len(part) > 2 and letters_of(part) in {letters_of(folder) for folder in folders}


def _stated(marks: Marks) -> Sequence[str]:
    """Return the titles that the page states in its head, the likeliest first."""
    article = marks.linked.article
    values = (
        article.get("headline"),
        marks.first("og:title"),
        marks.first("twitter:title"),
        article.get("alternativeHeadline"),
        article.get("name"),
        _element_title(marks.tree),
    )
    return [title for value in values if (title := without_outlet(mend(value), marks))]


def _element_title(tree: HtmlElement) -> str:
    element = next(tree.iter("title"), None)
    return mend(element.text or "") if element is not None else ""


def _seen_heading(marks: Marks, stated: Sequence[str], h1s: Iterable[HtmlElement]) -> str:
    """Return the heading that the stated titles agree with best, or empty where none can be the headline."""
    known = [_words(title) for title in stated]
    first = [heading for h1 in h1s if (heading := _heading(h1, marks, stated))]
    best = max(first, key=lambda heading: _agreement(heading, known), default="")
    if best and (_agreement(best, known) >= _ALIKE or not known):
        return best
    second = [_heading(h, marks, stated) for h in _other_headings(marks)]
    other = max(second, key=lambda heading: _agreement(heading, known), default="")
    if other and _agreement(other, known) >= _NEARLY_SAME:
        return other
    is_whole = len(first) == 1 and len(best.split()) >= _FEWEST_WORDS
    return best if is_whole or any(_begins(title, best) for title in stated) else ""


def _other_headings(marks: Marks) -> Iterator[HtmlElement]:
    """Yield what else may hold the headline: what is called so, then headings of the second rank."""
    called = (element for element, _ in marks.named.called(HEADLINES) if element.tag in _HEADLINE_TAGS)
    yield from islice(called, _MOST_HEADINGS)
    yield from islice(marks.tree.iter("h2"), _MOST_HEADINGS)


def _is_seen(heading: HtmlElement) -> bool:
    holder = heading.getparent()
    classes = f"{heading.get('class') or ''} {holder.get('class') or '' if holder is not None else ''}"
    return not _UNSEEN.search(classes)


def _heading(element: HtmlElement, marks: Marks, stated: Sequence[str]) -> str:
    """Return the words of a heading, or empty if it can be no headline."""
    heading = mend(_text(element, stated)).strip(" |:–—")
    return "" if len(heading) > _LONGEST or marks.is_outlet(heading) else without_outlet(heading, marks)


def _text(element: HtmlElement, stated: Sequence[str]) -> str:
    """Return the words of a heading; without its kicker, unless the page states its title with it."""
    whole = "".join(_pieces(element, without=None))
    alone = "".join(_pieces(element, without=_KICKER))
    # Some outlets call the greater part of their headline so.
    if whole == alone or 2 * len(alone.split()) <= len(whole.split()):
        return whole
    is_stated_so = any(_same(whole, title) for title in stated) and not any(
        _same(alone, title) for title in stated
    )
    return whole if is_stated_so else alone


def _pieces(element: HtmlElement, *, without: re.Pattern[str] | None) -> Iterator[str]:
    yield element.text or ""
    for child in islice(element.iterchildren(), 50):
        tag = child.tag
        gone = tag in _BESIDE or (without is not None and without.search(child.get("class") or ""))
        if isinstance(tag, str) and not gone:
            apart = " " if tag in _BLOCKS else ""
            yield apart
            yield from _pieces(child, without=without)
            yield apart
        yield child.tail or ""


def _agreement(heading: str, known: Sequence[set[str]]) -> float:
    words = _words(heading)
    if not words:
        return 0.0
    return max((len(words & other) / len(words | other) for other in known), default=0.0)


def _words(text: str) -> set[str]:
    words = set(re.findall(r"\w+", text.casefold()))
    return words if len(words) > 3 else words | {text[i : i + 2] for i in range(len(text) - 1)}


def _same(one: str, other: str) -> bool:
    return letters_of(one) == letters_of(other)


def _is_whole(headline: str, seen: str) -> bool:
    """Say whether *headline* is another title than the heading, not a part of it."""
    own = letters_of(headline)
    return bool(own) and own not in letters_of(seen) and not headline.endswith(("...", "…"))


def _begins(title: str, heading: str) -> bool:
    return bool(heading) and letters_of(title).startswith(letters_of(heading))


def _part_shown(marks: Marks, title: str) -> str:
    """Return the part of *title* that the page shows as a line of its own, where just one is; else all of it."""
    parts = {letters_of(part): part.strip() for part in _SEPARATOR.split(title) if len(part.split()) > 1}
    if len(parts) < 2:
        return title
    lines = (
        letters_of(e.text)
        for e in islice(marks.tree.iter(*_LINES), _MOST_LINES)
        if e.text and len(e.text) < _LONGEST
    )
    shown = {parts[line] for line in lines if line in parts}
    return next(iter(shown)) if len(shown) == 1 else title


def _as_stated(seen: str, stated: Sequence[str]) -> str:
    """Return the heading as the page states it where that has the same letters, or all but those of a kicker, date or credit.

    Mark-up inside a heading may part or join words; the stated title has them whole.
    """
    letters = letters_of(seen)
    same = [title for title in stated if letters_of(title) == letters]
    if same:
        # Between a kicker and its headline the stated title has a colon.
        better = (title for title in same if len(title) > len(seen))
        return next(better, seen if any(_split(title) == _split(seen) for title in same) else same[0])
    ends = (
        title
        for title in stated
        if letters.endswith(own := letters_of(title)) and 2 * len(own) >= len(letters)
    )
    starts = (title for title in stated if seen.startswith(title) and _TAIL.fullmatch(seen[len(title) :]))
    return next(ends, next(starts, seen))


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", text)

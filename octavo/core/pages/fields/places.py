"""Where a page belongs: its own address, its section, its language."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from octavo.core.pages.fields.linked import kinds, many
from octavo.core.pages.fields.marks import Marks, letters_of
from octavo.core.pages.fields.mending import mend
from octavo.core.urls import Url, canonical, host_of, parse_url
from octavo.core.words import word_set

_TAG: Final = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
_HOME: Final = re.compile(r"/?(?:index\.\w+|home/?)?")
_LONGEST_SECTION: Final = 60
_MOST_HOLDERS: Final = 500
_TRAIL: Final = re.compile("breadcrumb|crumbs", re.IGNORECASE)
_SECTIONS: Final = (
    "article:section",
    "parsely-section",
    "section",
    "pagesection",
    "cxenseparse:section",
    "articlesection",
    "sailthru.section",
    "category",
)
_NO_SECTION: Final = word_set(
    "home homepage start startseite accueil inicio article articles news all uncategorized allgemein beginn nachrichten top",
    "الرئيسية أخبار الأخبار غير-مصنف главная новости 首页 新闻",
)


def find_canonical(marks: Marks) -> Url | None:
    """Return the address that the page calls its own, or None.

    On the outlet's own host its canonical link is believed. Another host is believed only when og:url or the linked data
    name the same address, for a link alone is easily copied along with a page. A home page is no article's address.
    """
    stated = _canonical_link(marks)
    if stated is None:
        return None
    if _is_home(stated) and not _is_home(marks.address):
        return None
    if same_outlet(stated, marks.address):
        return stated
    return stated if any(canonical(other) == canonical(stated) for other in _other_addresses(marks)) else None


def same_outlet(one: Url, other: Url) -> bool:
    """Say whether one host is the other or lies under it (www, m, amp); the port plays no part."""
    a, b = (host_of(url).removeprefix("www.") for url in (one, other))
    return a == b or a.endswith("." + b) or b.endswith("." + a)


def find_section(marks: Marks) -> str:
    """Return the section as the page calls it, or empty."""
    return next((name for name in _sections(marks) if _names_section(name, marks)), "")


def find_language(marks: Marks) -> str:
    """Return the BCP 47 tag that most of the page's statements agree on, that of the html tag where they differ, or empty."""
    stated = [tag for value in _languages(marks) if (tag := _tag(value))]
    bases = Counter(tag.partition("-")[0].lower() for tag in stated)
    most = max(bases.values(), default=0)
    return next((tag for tag in stated if bases[tag.partition("-")[0].lower()] == most), "")


def _canonical_link(marks: Marks) -> Url | None:
    for link in marks.tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return parse_url(link.get("href") or "", marks.address)
    return None


def _is_home(url: Url) -> bool:
    path = url.partition("://")[2].partition("/")[2].partition("#")[0]
    return bool(_HOME.fullmatch(path))


def _other_addresses(marks: Marks) -> Iterator[Url]:
    article = marks.linked.article
    pages = many(article.get("mainEntityOfPage"))[:3]
    named = [(page.get("@id") or page.get("url")) if isinstance(page, dict) else page for page in pages]
    for value in (marks.meta.get("og:url"), article.get("url"), *named):
        if isinstance(value, str) and (url := parse_url(value, marks.address)):
            yield url


def _sections(marks: Marks) -> Iterator[str]:
    for value in many(marks.linked.article.get("articleSection"))[:5]:
        yield mend(value)
    for name in _SECTIONS:
        yield mend(marks.meta.get(name))
    yield from _trail(marks)
    yield from _shown_trail(marks)


def _trail(marks: Marks) -> Iterator[str]:
    """Yield the steps of the linked data's breadcrumbs after the home page and before the article."""
    for node in marks.linked.nodes:
        if "breadcrumblist" in kinds(node):
            steps = [step for step in many(node.get("itemListElement"))[:10] if isinstance(step, dict)]
            for step in steps[:-1]:
                item = step.get("item")
                yield mend(step.get("name") or (item.get("name") if isinstance(item, dict) else ""))
            return


def _shown_trail(marks: Marks) -> Iterator[str]:
    """Yield the links of the breadcrumbs that the page shows."""
    for holder in islice(marks.tree.iter("nav", "ol", "ul", "div"), _MOST_HOLDERS):
        names = f"{holder.get('class') or ''} {holder.get('id') or ''} {holder.get('aria-label') or ''}"
        if _TRAIL.search(names):
            yield from (mend("".join(islice(link.itertext(), 5))) for link in islice(holder.iter("a"), 5))
            return


def _names_section(name: str, marks: Marks) -> bool:
    plain = name.casefold().strip().replace(" ", "-")
    is_short = 1 < len(name) <= _LONGEST_SECTION and "://" not in name
    return is_short and plain not in _NO_SECTION and letters_of(name) not in marks.outlet


def _languages(marks: Marks) -> Iterator[object]:
    yield marks.tree.get("lang") or marks.tree.get("xml:lang")
    for value in many(marks.linked.article.get("inLanguage"))[:3]:
        yield (value.get("alternateName") or value.get("name")) if isinstance(value, dict) else value
    for name in ("content-language", "language", "dc.language", "og:locale"):
        yield marks.meta.get(name)


def _tag(value: object) -> str:
    if not isinstance(value, str):
        return ""
    tag = value.strip().partition(",")[0].partition(".")[0].replace("_", "-")
    return tag if len(tag) <= 20 and _TAG.fullmatch(tag) else ""

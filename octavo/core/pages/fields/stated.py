"""What a page states about itself in its head: JSON-LD, Open Graph and plain meta tags."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, time
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any, Final

from lxml.html import HtmlElement

from octavo.core.pages.article import Fields, Moment, Picture
from octavo.core.pages.cleaning import tidy
from octavo.core.urls import Url, host_of, parse_url
from octavo.core.words import word_set

_LONGEST: Final = 500
_MOST_NODES: Final = 2_000
_ARTICLE_TYPES: Final = word_set(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle reviewnewsarticle",
    "backgroundnewsarticle askpublicnewsarticle satiricalarticle blogposting liveblogposting socialmediaposting",
    "techarticle report scholarlyarticle webpage",
)


def read_stated(tree: HtmlElement, *, address: Url) -> Fields:
    """Return what the page at *address* states; a canonical address on another publisher's host is not believed."""
    meta = _meta(tree)
    article = _article(tree)
    return Fields(
        title=_text(article.get("headline")) or meta.get("og:title") or meta.get("twitter:title", ""),
        byline=_names(article.get("author")) or _names(meta.get("author") or meta.get("article:author")),
        published=_first_moment(
            article.get("datePublished"),
            *(meta.get(name) for name in ("article:published_time", "date", "pubdate", "dc.date.issued")),
        ),
        modified=_first_moment(
            article.get("dateModified"), meta.get("article:modified_time"), meta.get("last-modified")
        ),
        image=_picture(article.get("image"), meta, address),
        language=_text(article.get("inLanguage")) or _text(tree.get("lang")) or meta.get("og:locale", ""),
        site_name=meta.get("og:site_name", ""),
        section=_text(_first(article.get("articleSection"))) or meta.get("article:section", ""),
        keywords=_keywords(article.get("keywords"))
        or _keywords(meta.get("news_keywords") or meta.get("keywords")),
        canonical=_canonical(tree, address),
        licence=_licence(tree, article, address),
        description=meta.get("og:description")
        or meta.get("description")
        or _text(article.get("description")),
    )


def read_moment(text: str) -> Moment | None:
    """Return the time that *text* means (ISO 8601 or RFC 5322; without zone it is UTC), or None."""
    text = text.strip()
    try:
        stated = datetime.fromisoformat(text)
    except ValueError:
        try:
            stated = parsedate_to_datetime(text)
        except ValueError:
            return None
    try:
        at = stated.replace(tzinfo=UTC) if stated.tzinfo is None else stated.astimezone(UTC)
    except OverflowError:
        return None
    return Moment(at, day_only=len(text) <= len("2026-01-31") and at.time() == time())


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the meta tags by lower-case name or property; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = tidy(tag.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content[: _LONGEST * 4])
    return found


def _article(tree: HtmlElement) -> Mapping[str, Any]:
    """Return the JSON-LD object that describes the article, or an empty one."""
    best: Mapping[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if node.get("headline") and _is_article(node) and not best.get("headline"):
                best = node
    return best


def _nodes(data: object) -> Iterator[Mapping[str, Any]]:
    """Walk JSON breadth-first, as far as a sane page goes."""
    queue: list[object] = [data]
    for node in queue:
        if isinstance(node, dict):
            yield node
            queue.extend(v for v in node.values() if isinstance(v, (dict, list)))
        elif isinstance(node, list):
            queue.extend(node)
        if len(queue) > _MOST_NODES:
            return


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    return any(
        str(kind).lower() in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _text(value: object) -> str:
    """Return a stated value as one line of text; anything that is no text is empty."""
    return tidy(unescape(value))[:_LONGEST] if isinstance(value, str) else ""


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) and value else value


def _names(value: object) -> tuple[str, ...]:
    """Return the names of people in a string, an object with a name, or a list of either."""
    many = value if isinstance(value, list) else [value]
    stated = (_text(one.get("name") if isinstance(one, dict) else one) for one in many[:20])
    return tuple(dict.fromkeys(name for name in stated if name and len(name) <= 100 and "://" not in name))


def _keywords(value: object) -> tuple[str, ...]:
    many = value if isinstance(value, list) else str(value or "").replace("،", ",").split(",")
    return tuple(dict.fromkeys(word for word in map(_text, many[:50]) if word))


def _first_moment(*stated: object) -> Moment | None:
    return next((moment for text in stated if isinstance(text, str) and (moment := read_moment(text))), None)


def _picture(stated: object, meta: Mapping[str, str], address: Url) -> Picture | None:
    about = _first(stated)
    facts: Mapping[str, Any] = about if isinstance(about, dict) else {"url": about}
    url = parse_url(meta.get("og:image", ""), address) or parse_url(
        _text(_first(facts.get("url") or facts.get("contentUrl"))), address
    )
    if url is None:
        return None
    credit = _text(facts.get("creditText")) or " · ".join(_names(facts.get("creator")))
    return Picture(url, meta.get("og:image:alt", ""), _text(facts.get("caption")), credit)


def _canonical(tree: HtmlElement, address: Url) -> Url | None:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            url = parse_url(link.get("href") or "", address)
            return url if url is not None and _same_outlet(url, address) else None
    return None


def _same_outlet(one: Url, other: Url) -> bool:
    """Say whether one host is the other or lies under it (www, m, amp); the port plays no part."""
    a, b = (host_of(url).removeprefix("www.") for url in (one, other))
    return a == b or a.endswith("." + b) or b.endswith("." + a)


def _licence(tree: HtmlElement, article: Mapping[str, Any], address: Url) -> str:
    for link in tree.iter("link", "a"):
        if "license" in (link.get("rel") or "").lower().split():
            return parse_url(link.get("href") or "", address) or ""
    return parse_url(_text(article.get("license")), address) or ""

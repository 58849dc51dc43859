"""The lead picture: the one that the page names as its own or shows first, with its caption and credit."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from octavo.core.pages.article import Picture
from octavo.core.pages.cleaning import tidy
from octavo.core.pages.fields.agencies import agency_of
from octavo.core.pages.fields.linked import many
from octavo.core.pages.fields.marks import Marks
from octavo.core.pages.fields.mending import mend
from octavo.core.urls import Url, parse_url

_SMALLEST: Final = 150
_MOST: Final = 60
_LONGEST: Final = 300
_TELLING: Final = 10
"""Letters from which a file's name is found anywhere in an address."""
_STAND_IN: Final = re.compile(
    r"(?:^|[_.\-/])(?:logos?|icons?|favicon|avatars?|gravatar|placeholder|default|fallback|sprite|pixel|blank|spacer|dummy"
    r"|no-?(?:image|photo|picture|thumb)|(?:og|social|share|fb|facebook|twitter)[_-]?(?:image|share|default|card|logo|img)?"
    r"|site-?image|apple-touch|1x1|transparent|headshot|profile)(?=[_.\-/\d]|$)|\.svg$|\.ico$",
    re.IGNORECASE,
)
_ELSEWHERE_HOSTS: Final = re.compile(
    r"gravatar\.com|doubleclick|facebook\.com/tr|scorecardresearch|/pixel[/.?]|analytics", re.IGNORECASE
)
_CAPTION: Final = XPath(
    ".//figcaption | .//*[contains(@class,'caption') or contains(@class,'Caption') or contains(@itemprop,'caption')"
    " or contains(@class,'bildunterschrift') or contains(@class,'legend')]"
)
_CREDIT: Final = XPath(
    ".//*[contains(@class,'credit') or contains(@class,'Credit') or contains(@class,'copyright') or contains(@class,'Copyright')"
    " or contains(@itemprop,'copyright') or contains(@itemprop,'creditText') or contains(@class,'photographer')"
    " or contains(@class,'source') or contains(@class,'rights')]"
)
_INSIDE: Final = frozenset({"figure", "main", "article"})
_BESIDE: Final = frozenset({"nav", "aside", "footer"})
_FARTHEST: Final = 12
_CONTENT: Final = re.compile(
    r"\b(?:news|article|story|entry|post|content)[-_](?:image|text|body|detail|content|photo)", re.IGNORECASE
)
_CAPTION_LEAD: Final = re.compile(
    r"^(?:image caption|caption|bildunterschrift|légende|تعليق على الصورة|تعليق الصورة|شرح الصورة)\s*[:：,]?\s+",
    re.IGNORECASE,
)
_BRACKET_END: Final = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*$")
_CREDIT_LEAD: Final = re.compile(
    r"^\s*(?:\(?(?:photo|image|picture|foto|bild|photograph|crédit|credit|créditos?|copyright|source|quelle|fuente|fonte|фото"
    r"|صورة|الصورة|مصدر الصورة|المصدر|تصوير|写真|图|©)(?:\s*(?:credits?|by|von|par|source|di|d[ae]))?\s*[:：/©]?|©)\s*",
    re.IGNORECASE,
)
_CREDIT_END: Final = re.compile(
    r"\s*[(\[|–—-]?\s*(?:(?:photo|image|picture|foto|bild|photograph|credit|crédit|quelle|фото|صورة|تصوير|مصدر الصورة)(?:\s+(?:by|credit|courtesy))?\s*[:：/]|©)"
    r"\s*([^()\[\]|]{2,80})[)\]]?\s*$",
    re.IGNORECASE,
)


_COUNT: Final = re.compile(r"^\d{1,3}\s*/\s*\d{1,3}\s+")


def find_picture(marks: Marks) -> Picture | None:
    """Return the page's lead picture; a logo, an avatar, a pixel or a picture that stands in for none is not one."""
    logos = set(_logos(marks))
    shown = list(islice(marks.tree.iter("img", "amp-img"), _MOST))
    for url, facts in _stated(marks):
        if _is_picture(url) and url not in logos:
            return _described(url, facts, _shown_as(url, shown), marks)
    for image in shown:
        shown_url = _source(image, marks) if _is_lead(image) else None
        if shown_url and _is_picture(shown_url) and shown_url not in logos:
            return _described(shown_url, {}, image, marks)
    return None


def _stated(marks: Marks) -> Iterator[tuple[Url, Mapping[str, Any]]]:
    """Yield the pictures that the head names, each with what the linked data says of it."""
    linked = [_facts(marks.linked.follow(value)) for value in many(marks.linked.article.get("image"))[:10]]
    by_url = {url: facts for facts in linked if (url := _url(facts, marks))}
    first = next(iter(by_url.values()), {})
    for name in ("og:image", "og:image:secure_url", "og:image:url"):
        url = parse_url(mend(marks.meta.get(name)), marks.address)
        if url and _stated_size(marks.meta.get("og:image:width")) >= _SMALLEST:
            yield url, by_url.get(url, first if len(by_url) == 1 else {})
    yield from by_url.items()
    for name in ("twitter:image", "twitter:image:src", "thumbnail", "parsely-image-url"):
        if url := parse_url(mend(marks.meta.get(name)), marks.address):
            yield url, by_url.get(url, {})


def _facts(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {"url": value}


def _url(facts: Mapping[str, Any], marks: Marks) -> Url | None:
    for key in ("url", "contentUrl", "@id"):
        for value in many(facts.get(key))[:1]:
            if isinstance(value, str) and (url := parse_url(mend(value), marks.address)):
                return url
    return None


def _logos(marks: Marks) -> Iterator[Url]:
    for node in (marks.linked.article, *marks.linked.nodes[:100]):
        for holder in (node, *many(node.get("publisher"))[:2]):
            followed = marks.linked.follow(holder)
            for logo in many(followed.get("logo"))[:2] if isinstance(followed, dict) else []:
                if url := _url(_facts(marks.linked.follow(logo)), marks):
                    yield url


def _is_picture(url: Url) -> bool:
    path = url.partition("://")[2].partition("?")[0].rstrip("/")
    name = path.rpartition("/")[2]
    return not _STAND_IN.search(name) and not _ELSEWHERE_HOSTS.search(url)


def _stated_size(value: object) -> int:
    """Return a stated width in pixels; where none is stated, one that is large enough."""
    digits = re.match(r"\s*(\d{1,5})", str(value or ""))
    return int(digits[1]) if digits else _SMALLEST


def _is_lead(image: HtmlElement) -> bool:
    """Say whether *image* can lead the article: not small, and in a figure or in the article itself."""
    if min(_stated_size(image.get("width")), _stated_size(image.get("height"))) < _SMALLEST:
        return False
    is_inside = False
    for holder in islice(image.iterancestors(), _FARTHEST):
        if holder.tag in _BESIDE:
            return False
        is_inside |= holder.tag in _INSIDE or _CONTENT.search(holder.get("class") or "") is not None
    return is_inside


def _source(image: HtmlElement, marks: Marks) -> Url | None:
    for name in ("src", "data-src", "data-original", "data-lazy-src"):
        value = image.get(name) or ""
        if value and not value.startswith("data:") and (url := parse_url(value, marks.address)):
            return url
    return None


def _shown_as(url: Url, shown: list[HtmlElement]) -> HtmlElement | None:
    """Return the image of the page that shows the picture at *url*, perhaps in another size, or None."""
    name = _file_name(url)
    for image in shown:
        sources = (image.get("src"), image.get("data-src"), image.get("data-original"), image.get("srcset"))
        if name and any(_shows(source[:2_000], name) for source in sources if source):
            return image
    return None


def _shows(source: str, name: str) -> bool:
    return _file_name(source) == name or (len(name) >= _TELLING and name in source)


def _file_name(url: str) -> str:
    """Return an address's last part, without its ending and the size that many outlets write into it."""
    name = url.partition("?")[0].rstrip("/").rpartition("/")[2]
    return re.sub(r"(?:[-_]\d{2,4}x\d{2,4})?(?:\.\w{3,4})?$", "", name, count=1)


def _described(url: Url, facts: Mapping[str, Any], image: HtmlElement | None, marks: Marks) -> Picture:
    """Describe by the linked data, then by the figure around the image."""
    caption, credit = _of_figure(image) if image is not None else ("", "")
    stated_credit = (
        mend(facts.get("creditText"))
        or " · ".join(_names(facts, marks))
        or mend(facts.get("copyrightNotice"))
    )
    alt = mend(marks.meta.get("og:image:alt")) or (mend(image.get("alt")) if image is not None else "")
    stated = mend(facts.get("caption"))
    if not stated_credit and not credit and (found := _CREDIT_END.search(stated)):
        stated, credit = stated[: found.start()].rstrip(), found[1].strip()
    return Picture(url, alt, stated or caption, stated_credit or credit)


def _names(facts: Mapping[str, Any], marks: Marks) -> list[str]:
    found = (
        marks.linked.follow(one)
        for key in ("creator", "author", "copyrightHolder")
        for one in many(facts.get(key))[:3]
    )
    names = [mend(one.get("name") if isinstance(one, dict) else one) for one in found]
    return [name for name in dict.fromkeys(names) if name and not marks.is_outlet(name)]


def _of_figure(image: HtmlElement) -> tuple[str, str]:
    """Return caption and credit from the figure around *image*, or from the box that holds its caption."""
    for holder in islice(image.iterancestors(), 5):
        if holder.tag in ("article", "main", "body"):
            break
        captions = _CAPTION(holder)
        if captions or holder.tag == "figure":
            return _parted(captions[0] if captions else None, _CREDIT(holder))
    return "", ""


def _parted(caption: HtmlElement | None, credits: list[HtmlElement]) -> tuple[str, str]:
    credit = _text(credits[0]) if credits else ""
    words = _CAPTION_LEAD.sub("", _COUNT.sub("", _text(caption) if caption is not None else ""))
    if credit and credit != words:
        words = words.replace(credit, "").strip(" |–—-")
    elif found := _CREDIT_END.search(words):
        words, credit = words[: found.start()].rstrip(" |–—-"), found[1]
    elif (bracket := _BRACKET_END.search(words)) and any(map(agency_of, re.split(r"[/,،]", bracket[1]))):
        words, credit = words[: bracket.start()], bracket[1]
    return words, _CREDIT_LEAD.sub("", credit).strip(" ()[]")


def _text(element: HtmlElement) -> str:
    return tidy(" ".join(islice(element.itertext(), 40)))[:_LONGEST]

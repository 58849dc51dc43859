"""Whether a page keeps its text for subscribers: as its linked data says, or as a wall in the text shows."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from lxml.html import HtmlElement

from octavo.core.pages.fields.linked import kinds, many
from octavo.core.pages.fields.marks import Marks

_WHOLE: Final = 2_500
"""Letters of paragraphs from which a text is there in whole, where the page does not say how long it is."""
_FLAGGED: Final = 1_200
"""Letters from which it is in whole where only a flag speaks against it."""
_SHARE: Final = 0.7
"""Share of the stated length from which it is."""
_PARAGRAPH: Final = 60
_MOST: Final = 400
_DENSE: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_LONGEST_WALL: Final = 300
_TIERS: Final = (
    "article:content_tier",
    "og:content_tier",
    "content_tier",
    "dc.accessrights",
    "cxenseparse:paywall",
)
_LOCKED: Final = frozenset(["locked", "paid", "premium", "subscriber", "subscription", "true", "hard"])
_SAYS: Final = re.compile(
    r"subscribe (?:now )?to (?:continue|keep|read)|to continue reading|continue reading (?:this|your|with)|subscribers? only"
    r"|exclusive(?:ly)? (?:for|to) (?:our )?subscribers|log in to (?:continue|read)|register to (?:continue|read)"
    r"|(?:weiterlesen|lesen sie) (?:mit|weiter mit)|jetzt weiterlesen|sie möchten weiterlesen|nur für abonnent|artikel mit .{2,20} lesen"
    r"|réservée? (?:aux|à nos) abonnés|la suite est réservée|il vous reste \d+\s*% de cet article|pour lire la suite"
    r"|(?:exclusivo|solo|sólo) para suscriptores|suscríbete para (?:seguir|leer|continuar)|para seguir leyendo"
    r"|riservato agli abbonati|abbonati per (?:continuare|leggere)|exclusivo para assinantes|assine para (?:continuar|ler)"
    r"|alleen voor abonnees|verder lezen|tylko dla (?:prenumeratorów|subskrybentów)|för prenumeranter|kun for abonnenter|for abonnenter"
    r"|только (?:для|по) подпис|доступно (?:только )?(?:для )?подписчик|аboneler|abonelere özel"
    r"|للمشتركين فقط|اشترك (?:الآن )?(?:لمتابعة|لمواصلة|لإكمال|لقراءة)|لإكمال القراءة|لمتابعة القراءة|تسجيل الدخول لمتابعة"
    r"|この記事は有料|この記事は会員限定|有料会員記事|続きを読むには|残り\d+文字|订阅后|付费阅读|会员专享|登录后继续",
    re.IGNORECASE,
)


def is_walled(marks: Marks) -> bool:
    """Say whether the page keeps its text back.

    A flag alone is not enough: outlets with a meter set it on texts that they show. The text counts as kept back when the
    page says so and shows too few letters for an article, or when a wall stands among too few. Where the page says how many
    words its text has, too few are less than seven tenths of them.
    """
    words = _stated_length(marks)
    there = _letters_there(marks, enough=_SHARE * words if words else _WHOLE)
    if there >= (_SHARE * words if words else _WHOLE):
        return False
    if any(_SAYS.search(line) for line in _lines(marks)):
        return True
    return _is_stated(marks) and max(there, _letters_of_boxes(marks)) < (
        _SHARE * words if words else _FLAGGED
    )


def _is_stated(marks: Marks) -> bool:
    if any(marks.meta.get(name, "").strip().lower() in _LOCKED for name in _TIERS):
        return True
    article = marks.linked.article
    parts = [part for part in many(article.get("hasPart"))[:20] if isinstance(part, dict)]
    return any(_is_kept(node) for node in (article, *parts)) or any(
        _is_kept(node) for node in marks.linked.nodes[:50] if "webpage" in kinds(node)
    )


def _is_kept(node: Any) -> bool:
    value = node.get("isAccessibleForFree")
    return value is False or (
        isinstance(value, str) and value.strip().rpartition("/")[2].lower() in ("false", "no", "0")
    )


def _stated_length(marks: Marks) -> int:
    """Return the letters that the page says its text has, or 0."""
    words = marks.linked.article.get("wordCount")
    try:
        return int(words) * 5 if isinstance(words, (int, str)) and 50 <= int(words) <= 50_000 else 0
    except ValueError:
        return 0


def _letters_there(marks: Marks, *, enough: float) -> int:
    """Count the letters of the page's paragraphs, up to what is *enough*."""
    letters = 0
    for paragraph in islice(marks.tree.iter("p"), _MOST):
        text = "".join(islice(paragraph.itertext(), 100))
        # A letter of Han or kana says as much as several of an alphabet.
        length = len(text) * (3 if _DENSE.search(text[:200]) else 1)
        if length >= _PARAGRAPH and not _is_beside(paragraph):
            letters += length
        if letters >= enough:
            break
    return letters


def _letters_of_boxes(marks: Marks) -> int:
    """Count the letters of text that stands in no paragraph, as in live blogs and old pages."""
    boxes = islice(marks.tree.iter("div", "section", "span", "td", "li", "br"), _MOST * 5)
    lines = (text for box in boxes for text in (box.text, box.tail) if text and len(text) >= _PARAGRAPH)
    return sum(len(text.strip()) * (3 if _DENSE.search(text) else 1) for text in lines)


def _is_beside(paragraph: HtmlElement) -> bool:
    return next(paragraph.iterancestors("nav", "aside", "footer"), None) is not None


def _lines(marks: Marks) -> Iterator[str]:
    """Yield the short lines that could be a wall."""
    for element in islice(marks.tree.iter("p", "h2", "h3", "h4", "strong"), _MOST * 2):
        line = " ".join("".join(islice(element.itertext(), 20)).split())
        if 10 < len(line) <= _LONGEST_WALL:
            yield line

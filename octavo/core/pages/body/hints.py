"""What elements say of themselves: the tag, role, class and id that an outlet's template gives them, as a set of hints."""

import re
from enum import IntFlag, auto
from functools import lru_cache
from typing import Final

from lxml.html import HtmlElement


class Hint(IntFlag):
    """What a template calls a part of its page; a part may be several things."""

    ARTICLE = auto()
    MAIN = auto()
    BODY = auto()
    """The article's text itself (`articleBody`, `entry-content`, `story-body`)."""
    TEXT = auto()
    """Some content or text, of whatever sort."""
    HEADER = auto()
    FOOTER = auto()
    NAV = auto()
    ASIDE = auto()
    FIGURE = auto()
    CAPTION = auto()
    QUOTE = auto()
    TABLE = auto()
    LIST = auto()
    FORM = auto()
    COMMENTS = auto()
    RELATED = auto()
    SHARE = auto()
    PROMO = auto()
    APPEAL = auto()
    """To subscribe, to sign up, to give."""
    META = auto()
    """Byline, date, author box."""
    TAGS = auto()
    TEASER = auto()
    TITLE = auto()
    WIDGET = auto()
    PLAYER = auto()
    CONSENT = auto()
    SUMMARY = auto()
    ASIDE_TAG = auto()


_OF_TAG: Final[dict[str, int]] = {
    "article": Hint.ARTICLE,
    "main": Hint.MAIN,
    "header": Hint.HEADER,
    "footer": Hint.FOOTER,
    "nav": Hint.NAV,
    "menu": Hint.NAV,
    "aside": Hint.ASIDE_TAG,
    "figure": Hint.FIGURE,
    "figcaption": Hint.CAPTION | Hint.FIGURE,
    "caption": Hint.CAPTION,
    "blockquote": Hint.QUOTE,
    "table": Hint.TABLE,
    "ul": Hint.LIST,
    "ol": Hint.LIST,
    "dl": Hint.LIST,
    "form": Hint.FORM,
    "fieldset": Hint.FORM,
    "address": Hint.META,
}
_OF_ROLE: Final[dict[str, int]] = {
    "main": Hint.MAIN,
    "article": Hint.ARTICLE,
    "navigation": Hint.NAV,
    "menu": Hint.NAV,
    "banner": Hint.HEADER,
    "contentinfo": Hint.FOOTER,
    "complementary": Hint.ASIDE,
    "search": Hint.FORM,
    "dialog": Hint.CONSENT,
    "alertdialog": Hint.CONSENT,
}
_OF_NAME: Final = (
    (
        Hint.BODY,
        r"article[-_ ]?(?:body|text|content|copy|main)|story[-_ ]?(?:body|text|content)|(?:entry|post|news|body|text|page|main|field)[-_]?(?:content|text|body|copy)|content[-_ ]?(?:body|text|article)|td-post-content|rich-?text|(?:^|[-_ ])(?:fulltext|article__?body|bodytext|paragraph)",
    ),
    (Hint.TEXT, r"content|text|(?:^|[-_ ])body|copy|paragraph|prose|main"),
    (Hint.ARTICLE, r"article|story|(?:^|[-_ ])(?:post|entry|news)(?:$|[-_ ])|hentry"),
    (Hint.HEADER, r"header|masthead|(?:^|[-_ ])(?:top|banner|logo)"),
    (Hint.FOOTER, r"foot|copyright|legal|(?:^|[-_ ])bottom|disclaimer|imprint"),
    (Hint.NAV, r"(?:^|[-_ ])nav|menu|breadcrumb|crumb|pagin|pager|toolbar|(?:^|[-_ ])tabs?(?:$|[-_ ])|skip"),
    (
        Hint.ASIDE,
        r"sidebar|aside|(?:^|[-_ ])(?:side|rail|right|left)(?:$|[-_ ])|rightcol|leftcol|infobox|factbox|info-?box",
    ),
    (Hint.FIGURE, r"figure|image|photo|picture|gallery|slide|carousel|(?:^|[-_ ])(?:img|pic|media|foto)"),
    (Hint.CAPTION, r"caption|credit|legend|cutline|(?:image|photo|img)[-_]?(?:text|desc|source|by)"),
    (Hint.QUOTE, r"quote"),
    (Hint.COMMENTS, r"comment|disqus|discuss|respond|feedback|reaction|forum"),
    (
        Hint.RELATED,
        r"relat|recommend|more[-_ ]|[-_ ]more|read[-_]?(?:also|next)|also|popular|trending|most[-_ ]|latest|recent|similar|suggest|outbrain|taboola|see-?also|next|prev|other",
    ),
    (Hint.SHARE, r"share|sharing|social|facebook|twitter|whatsapp|follow|print|email|bookmark|like"),
    (
        Hint.PROMO,
        r"promo|advert|(?:^|[-_ ])ads?(?:$|[-_ ])|sponsor|paywall|offer|banner|cta|marketing|commercial|partner|piano|register|login",
    ),
    (
        Hint.APPEAL,
        r"newsletter|sign-?up|subscri(?:be(?!r)|ption)|donat|membership|mailing-?list|(?:^|[-_ ])abo(?:$|[-_ ])",
    ),
    (
        Hint.META,
        r"byline|author|meta|(?:^|[-_ ])(?:date|time|info|details|by)(?:$|[-_ ])|timestamp|publish|posted|updated|dateline|bio|profile|source",
    ),
    (
        Hint.TAGS,
        r"(?:^|[-_ ])tags?(?:$|[-_ ])|taglist|keyword|topic|categor|kicker|label|section-?name|rubri",
    ),
    (
        Hint.TEASER,
        r"teaser|card|headline-?list|thumb|(?:^|[-_ ])(?:item|list|feed|river|stream|block|grid|box)(?:$|[-_ ])|listing|excerpt",
    ),
    (Hint.TITLE, r"title|headline|(?:^|[-_ ])hed(?:$|[-_ ])"),
    (
        Hint.SUMMARY,
        r"summary|standfirst|(?:^|[-_ ])(?:lead|lede|dek|deck|intro|chapo|vorspann|sapo|abstract)|subtitle|sub-?head|strap|description|highlights|key-?points",
    ),
    (Hint.WIDGET, r"widget|module|(?:^|[-_ ])box|plugin|component|weather|ticker|poll|quiz|calendar"),
    (Hint.PLAYER, r"player|video|audio|podcast|listen|embed|livestream"),
    (
        Hint.CONSENT,
        r"cookie|consent|gdpr|modal|popup|overlay|lightbox|dialog|tooltip|alert|notice|hidden|sr-only|screen-reader",
    ),
)
_NAMED: Final = tuple((int(hint), re.compile(pattern)) for hint, pattern in _OF_NAME)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIGITS: Final = re.compile(r"\d+")
_LONGEST: Final = 300
_REMEMBERED: Final = 1 << 15


def hints_of(element: HtmlElement, tag: str, class_: str, id_: str) -> int:
    """Return what an element's tag, role, class, id and item property say, as the bits of `Hint`."""
    hint = int(_OF_TAG.get(tag, 0))
    attributes = element.attrib
    if "role" in attributes:
        hint |= _OF_ROLE.get(attributes["role"].lower(), 0)
    if "itemprop" in attributes and (
        "articleBody" in attributes["itemprop"] or "reviewBody" in attributes["itemprop"]
    ):
        hint |= int(Hint.BODY)
    for name in class_[:_LONGEST].split():
        hint |= _of_name(_DIGITS.sub("", name))
    if id_:
        hint |= _of_name(_DIGITS.sub("", id_[:_LONGEST]))
    return hint


@lru_cache(_REMEMBERED)
def _of_name(name: str) -> int:
    """Return what one name says; the names of templates are few and come again."""
    name = _CAMEL.sub("-", name).lower()
    hint = 0
    for one, pattern in _NAMED:
        if pattern.search(name):
            hint |= one
    return hint

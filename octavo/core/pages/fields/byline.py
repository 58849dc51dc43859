"""Who signs an article, where the page's head does not say: by what outlets call the element that names the author.

Trafilatura looks for the same, but copies the page's tree first and walks it three times, at the cost of parsing it again.
"""

import re
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement
from trafilatura.json_metadata import normalize_authors

from octavo.core.pages.cleaning import tidy

_LONGEST: Final = 120
_NAMED: Final = XPath("//*[@class or @id or @itemprop or @rel or @data-component or @data-testid] | //author")
_ATTRIBUTES: Final = ("class", "id", "itemprop", "rel", "data-component", "data-testid")
# From sure to last resort; an element's names stand in one line, each after its attribute and a blank.
_SIGNS: Final = (
    re.compile(
        r"(?:rel|id|class)= (?:author|byline-name)\n|itemprop= author name\n|class=.*(?:author[-_]?name|byline[-_]?name)"
        r"|data-testid= Author(?:Card|URL)\n",
        re.IGNORECASE,
    ),
    re.compile(
        r"class= (?:byline|username|byl|BBL)\n|itemprop=.*author|id=.*(?:author|zuozhe|bianji|xiaobian)"
        r"|class=.*(?:author|channel-name|zuozhe|bianji|xiaobian|submitted-by|posted-by|journalist-name)"
    ),
    re.compile(
        r"data-component=.*Byline|id=.*author|class=.*(?:author|screenname|writer|byline)", re.IGNORECASE
    ),
)
_TAGS: Final = (
    frozenset({"a", "address", "div", "link", "p", "span", "strong", "author"}),
    frozenset({"a", "div", "h3", "h4", "p", "span"}),
    None,
)
_ANY: Final = re.compile(
    "author|byl|username|BBL|zuozhe|bianji|xiaobian|channel-name|-by|journalist-name|screenname|writer",
    re.IGNORECASE,
)
# Names among these sign a comment, a picture or another article.
_ELSEWHERE: Final = re.compile(
    r"(?:class|id)= (?:comments|title|date)\n|id=.*(?:\bcomments|comment-?list|ProductReviews)|data-component=.*Figure"
    r"|class=.*(?:\bcomments|commentlist|sidebar|is-hidden|quote|embedly-instagram|article-(?:share|support)|print"
    r"|category|meta-date|meta-reviewer)",
    re.IGNORECASE,
)


def find_byline(tree: HtmlElement) -> tuple[str, ...]:
    """Return the names that a page shows as its authors', or none."""
    found: tuple[list[HtmlElement], ...] = ([], [], [])
    for element in _NAMED(tree):
        names = _names(element)
        if element.tag == "author":
            found[0].append(element)
        elif _ANY.search(names):
            for elements, sign, tags in zip(found, _SIGNS, _TAGS, strict=True):
                if (tags is None or element.tag in tags) and sign.search(names):
                    elements.append(element)
    for element in (element for elements in found for element in elements):
        name = tidy(" ".join(element.itertext()))
        if 2 < len(name) < _LONGEST and not _is_elsewhere(element):
            return split_names(normalize_authors(None, name))
    return ()


def split_names(joined: str | None) -> tuple[str, ...]:
    """Return the names that stand in one line, parted by semicolons."""
    return tuple(name for part in (joined or "").split(";") if (name := tidy(part)))


def _names(element: HtmlElement) -> str:
    attributes = element.attrib
    return "".join(f"{name}= {attributes[name]}\n" for name in _ATTRIBUTES if name in attributes)


def _is_elsewhere(element: HtmlElement) -> bool:
    holders = (element, *element.iterancestors("a", "div", "section", "span"))
    return any(_ELSEWHERE.search(_names(holder)) for holder in holders)

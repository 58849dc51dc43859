"""The text of an article as the page states it to machines: JSON-LD's `articleBody`.

It is believed about which words belong to the article, and taken as the text only where the page itself shows next to
nothing of it: outlets cut it short, glue its paragraphs together, and put in what the page does not show.
"""

from collections.abc import Iterator
from html import unescape
from typing import Final

import orjson
from lxml.html import HtmlElement

from octavo.core.pages.article import Body
from octavo.core.pages.body.plain import paragraphs_of
from octavo.core.pages.cleaning import plain_text

ENOUGH: Final = 500
"""Characters from which a statement is more than a teaser."""
_MOST_NODES: Final = 2_000
_LARGEST: Final = 2_000_000


def stated(tree: HtmlElement) -> str:
    """Return the longest text that the page states as its article's, as it is written there (plain or html), or nothing."""
    texts = [text for script in tree.iter("script") for text in _bodies(script)]
    longest = max(texts, key=len, default="")
    return longest if len(longest) >= ENOUGH else ""


def words_of(statement: str) -> str:
    """Return the words of a statement in one line."""
    return plain_text(statement) if "<" in statement else unescape(statement)


def body_of(statement: str) -> Body:
    """Return a statement as a body; where it is no html, each of its lines is a paragraph."""
    html = statement if "<" in statement else "\n\n".join(statement.splitlines())
    return Body(paragraphs_of(html), method="statement")


def _bodies(script: HtmlElement) -> Iterator[str]:
    source = script.text or ""
    if "ld+json" not in (script.get("type") or "") or "articleBody" not in source or len(source) > _LARGEST:
        return
    try:
        queue: list[object] = [orjson.loads(source)]
    except orjson.JSONDecodeError:
        return
    for node in queue:
        if isinstance(node, dict):
            if isinstance(body := node.get("articleBody"), str):
                yield body
            queue.extend(value for value in node.values() if isinstance(value, (dict, list)))
        elif isinstance(node, list):
            queue.extend(node)
        if len(queue) > _MOST_NODES:
            return

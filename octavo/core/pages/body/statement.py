"""The text of an article as the page states it to machines: JSON-LD's `articleBody`.

It is believed about which words belong to the article, never as the text itself: outlets cut it short, glue its
paragraphs together, and put in what the page does not show.
"""

from collections.abc import Iterator
from html import unescape
from typing import Final

import orjson
from lxml.html import HtmlElement

from octavo.core.pages.cleaning import plain_text

ENOUGH: Final = 500
"""Characters from which a statement is more than a teaser."""
_MOST_NODES: Final = 2_000
_LARGEST: Final = 2_000_000


def stated_text(tree: HtmlElement) -> str:
    """Return the longest text that the page states as its article's, or nothing."""
    texts = [text for script in tree.iter("script") for text in _bodies(script)]
    longest = max(texts, key=len, default="")
    if len(longest) < ENOUGH:
        return ""
    return plain_text(longest) if "<" in longest else unescape(longest)


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

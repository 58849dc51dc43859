"""Bound the categories and keywords of a feed: feedparser compares each with all that came before it."""

import re
from itertools import zip_longest
from typing import Final

MOST_TERMS: Final = 100
"""Of the feed and of each entry, so many are read."""

_TAG: Final = re.compile(
    r"<(?P<closing>/?)(?P<name>(?:[A-Za-z_][\w.-]*:)?(?:(?P<listing>category|subject|keywords|tags)|item|entry))"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
_LISTS: Final = ("keywords", "tags")
"""Elements that hold many terms, with commas between them."""

_LONGEST_TAG: Final = 10_000
_SURPLUS: Final = "surplus"
"""A name that means nothing in a feed."""


def fewer_terms(text: str, *, most: int = MOST_TERMS) -> str:
    """Return *text* with the elements renamed that hold terms beyond *most*, of the feed itself or of one entry."""
    if text.count("<") + text.count(",") + text.count("&") <= most:
        return text
    tags = list(_TAG.finditer(text))
    pieces: list[str] = []
    done = 0
    of_feed = of_entry = 0
    in_entry = False
    for tag, following in zip_longest(tags, tags[1:]):
        listing = tag["listing"]
        if not listing:
            in_entry, of_entry = not (tag["closing"] or _is_empty(text, tag.end())), 0
            continue
        content = text[tag.end() : following.start() if following else len(text)]
        terms = 0 if tag["closing"] else _most_terms(listing, content)
        of_feed, of_entry = (of_feed, of_entry + terms) if in_entry else (of_feed + terms, of_entry)
        if (of_entry if in_entry else of_feed) > most:
            pieces += [text[done : tag.start("name")], _SURPLUS]
            done = tag.end("name")
    return "".join(pieces) + text[done:] if pieces else text


def _is_empty(text: str, place: int) -> bool:
    """Return whether the tag that goes on at *place* is an element without content."""
    end = text.find(">", place, place + _LONGEST_TAG)
    return end > 0 and text[end - 1] == "/"


def _most_terms(listing: str, content: str) -> int:
    """Return how many terms an element may hold; a comma may be written as a reference."""
    return 1 + (content.count(",") + content.count("&") if listing.lower() in _LISTS else 0)

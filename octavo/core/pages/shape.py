"""The shape of foreign html, looked at in linear time before any parser sees it.

Parsers of html need time that grows with the square of the nesting depth and of the attributes of one tag
(200,000 open tags cost minutes), so whatever is deeper or wider than any page written for people is refused.
"""

import re
from itertools import accumulate
from typing import Final

from octavo.core.words import word_set

LARGEST: Final = 5_000_000
"""Characters of html that are read."""
DEEPEST: Final = 500
"""Open tags inside one another; real pages stay under 100, careless ones that never close a tag under 400."""
WIDEST: Final = 1_000
"""Attributes of one tag."""

_TAG: Final = re.compile(r"<(?:!--|(/?)([a-zA-Z][a-zA-Z0-9:-]*)([^>]*))")
_NAME: Final = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9:-]*)")
_LONG_TAG: Final = re.compile(rf"<[a-zA-Z][^>]{{{WIDEST},}}")
_MOST_NAMES: Final = 2_000
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_RAW: Final = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
# These close by themselves: void elements, and those that a sibling or the parent's end closes.
_SHALLOW: Final = word_set(
    "area base br col embed hr img input link meta param source track wbr",
    "p li td th tr dd dt option optgroup thead tbody tfoot colgroup rp rt html head body",
)
# Parts of drawings, which close themselves by a slash.
_DRAWN: Final = word_set("path circle ellipse line polygon polyline rect stop use image")


class _Steps(dict[str, int]):
    """How many levels a tag, as `div` or `/div`, leads down or up."""

    def __missing__(self, tag: str) -> int:
        name = tag.removeprefix("/").lower()
        step = 0 if name in _SHALLOW or name in _DRAWN else -1 if tag[0] == "/" else 1
        if len(self) < _MOST_NAMES:
            self[tag] = step
        return step


_STEPS: Final = _Steps()


def is_sane(html: str) -> bool:
    """Say whether a parser can take *html*: not too large, not too deep, no tag too wide."""
    if len(html) > LARGEST:
        return False
    return _is_plain(html) or _is_bounded(html)


def _is_plain(html: str) -> bool:
    """Say whether *html* is sane whatever its scripts and comments hold: what nearly all pages are, and quickly seen."""
    if any(_is_wide(tag[0]) for tag in _LONG_TAG.finditer(html)):
        return False
    depths = list(accumulate(map(_STEPS.__getitem__, _NAME.findall(html)), initial=0))
    # No depth is more than the climb from the lowest point; closing tags too many make points below the ground.
    return max(depths) - min(depths) <= DEEPEST


def _is_bounded(html: str) -> bool:
    """Walk *html* tag by tag, past scripts and comments."""
    depth, at = 0, 0
    while tag := _TAG.search(html, at):
        closing, name, rest = tag.groups()
        at = tag.end()
        if name is None:
            at = html.find("-->", at)
        elif closing:
            depth -= depth > 0 and name.lower() not in _SHALLOW
        elif _is_wide(rest):
            return False
        elif (name := name.lower()) in _RAW:
            at = _end_of_raw(html, name, at)
        elif name not in _SHALLOW and not rest.endswith("/"):
            depth += 1
            if depth > DEEPEST:
                return False
        if at < 0:
            break
    return True


def _is_wide(attributes: str) -> bool:
    return len(attributes) > WIDEST and len(_QUOTED.sub("", attributes).split()) > WIDEST


def _end_of_raw(html: str, name: str, start: int) -> int:
    """Return where the raw text of a script or the like ends, or -1 if it never does."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(html, start)
    return end.start() if end else -1

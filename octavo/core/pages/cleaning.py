"""Foreign html made harmless, and made plain text. What comes from here is all that pages may print unescaped."""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Final

import nh3

from octavo.core.pages import shape
from octavo.core.urls import Url, parse_url
from octavo.core.words import word_set

_TAGS: Final = word_set(
    "p br hr h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote q cite em i strong b u s del ins sub sup small",
    "code pre kbd samp var abbr a figure figcaption table caption thead tbody tfoot tr th td",
)
_ATTRIBUTES: Final = {
    "a": {"href"},
    "abbr": {"title"},
    "*": {"dir", "lang"},
    "th": {"colspan"},
    "td": {"colspan"},
}
# Their content is no text: it goes with the tag.
_DROPPED: Final = word_set(
    "script style template noscript iframe object embed applet noembed noframes svg math title textarea",
    "select option button audio video canvas head form",
)
_REL: Final = "noopener noreferrer nofollow"
_SCHEMES: Final = frozenset({"http", "https"})

_BLOCKS: Final = word_set(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr",
    "li main nav ol p pre section table td th tr ul",
)
_MARK: Final = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
_ANY_TAG: Final = re.compile(r"<[!/?a-zA-Z][^>]*>?")
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_IMAGE: Final = re.compile(r"<img src=\"([^\"]*)\"")
# Invisible characters that only break words or turn the reading direction of what follows. ZWNJ, ZWJ and
# the plain direction marks stay: Persian, Indic scripts, emoji and mixed lines need them.
_INVISIBLE: Final = dict.fromkeys(
    [0x00AD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    + [c for c in range(0x20) if c not in (0x09, 0x0A, 0x0D)]
    + list(range(0x7F, 0xA0))
)


def clean_html(html: str, *, base: Url) -> str:
    """Return *html* with harmless marks and http(s) links only, made absolute against *base*; nothing in it loads.

    Pictures are left out; `pictures` names them. Html that no parser can take comes back as its bare text.
    """
    if not shape.is_sane(html):
        return f"<p>{escape(plain_text(html))}</p>"
    return nh3.clean(
        html,
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        link_rel=_REL,
        url_schemes=set(_SCHEMES),
        url_relative=("rewrite_with_base", base),
    )


def pictures(html: str, *, base: Url) -> tuple[Url, ...]:
    """Return the addresses of the pictures in *html*, each once, in order."""
    if not shape.is_sane(html):
        return ()
    kept = nh3.clean(html, tags={"img"}, clean_content_tags=set(_DROPPED), attributes={"img": {"src"}})
    found = (parse_url(unescape(source), base) for source in _IMAGE.findall(kept))
    return tuple(dict.fromkeys(url for url in found if url is not None))


def plain_text(html: str) -> str:
    """Return the text of *html* in one line: no tags, references decoded once, scripts and styles gone."""
    return " ".join(text for _, text in blocks(html))


def blocks(html: str) -> Iterator[tuple[str, str]]:
    """Yield the text of *html* block by block, each in one line with the name of the tag that holds it.

    Text that stands in no block, and the lines of a text without any markup, are yielded as `p`.
    """
    if not shape.is_sane(html):
        yield from _of_plain(unescape(_ANY_TAG.sub(" ", html[: shape.LARGEST])))
        return
    if "<" not in html:
        yield from _of_plain(unescape(html))
        return
    kept = nh3.clean(html, tags=set(_BLOCKS), clean_content_tags=set(_DROPPED), attributes={}, link_rel=None)
    yield from _of_marked(kept)


def tidy(text: str) -> str:
    """Return *text* in one line, without invisible characters."""
    return " ".join(text.translate(_INVISIBLE).split())


def _of_plain(text: str) -> Iterator[tuple[str, str]]:
    for part in _BLANK_LINE.split(text):
        if line := tidy(part):
            yield "p", line


def _of_marked(html: str) -> Iterator[tuple[str, str]]:
    """Cut what nh3 wrote: well-formed, every `<` in text escaped, so that a pattern is enough."""
    open_tags: list[str] = []
    at = 0
    for mark in _MARK.finditer(html):
        if line := tidy(unescape(html[at : mark.start()])):
            yield _holder(open_tags), line
        at = mark.end()
        closing, name = mark.groups()
        if closing:
            while open_tags and open_tags.pop() != name:
                pass
        elif name not in ("br", "hr"):
            open_tags.append(name)
    if line := tidy(unescape(html[at:])):
        yield _holder(open_tags), line


def _holder(open_tags: list[str]) -> str:
    """Name the innermost tag; but what stands in a quotation or a list item is that all through."""
    for whole in ("blockquote", "li"):
        if whole in open_tags:
            return whole
    return open_tags[-1] if open_tags else "p"

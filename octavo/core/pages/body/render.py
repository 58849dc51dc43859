"""Blocks to paragraphs: their kinds and links, without the page's furniture and without saying a thing twice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from octavo.core.pages.article import Link, Paragraph, ParagraphKind
from octavo.core.pages.body.blocks import Block, holders
from octavo.core.pages.body.furniture import is_furniture, is_tag_list
from octavo.core.pages.cleaning import letters_of
from octavo.core.pages.fields.clock import is_only_a_date
from octavo.core.urls import Url, parse_url

LONGEST_PARAGRAPH: Final = 20_000
_REPEATED: Final = 25
"""Letters from which a paragraph that says exactly what an earlier one said is a copy."""
_WHOLLY: Final = 0.9
_SPEAKER: Final = 80
_DASHES: Final = ("-", "–", "—", "―")
_ITEMS: Final = frozenset({"li", "dt", "dd"})
_CELLS: Final = frozenset({"td", "th"})


def render(blocks: Sequence[Block], *, base: Url, posts: Mapping[int, datetime]) -> tuple[Paragraph, ...]:
    """Return the blocks as paragraphs; *posts* says which of them, by their number here, open a post of a live blog."""
    made: list[Paragraph] = []
    said: set[str] = set()
    at: datetime | None = None
    pulled = _pulled(blocks)
    label = False
    for n, block in enumerate(blocks):
        at = posts.get(n, at)
        text = block.text[:LONGEST_PARAGRAPH]
        # What follows a label and is nothing but a link leads to what the label offers.
        label = is_furniture(text) or (label and _share_linked(block) >= _WHOLLY)
        if (
            label
            or n in pulled
            or is_tag_list(text, share_linked=_share_linked(block))
            or (made and text == made[-1].text)
            or (block.letters >= _REPEATED and text in said)
            or (n not in posts and _is_date_above(block, made))
        ):
            continue
        said.add(text)
        made += _opened(Paragraph(_kind(block), text, tuple(_links(block, base))), at)
        at = None
    while made and made[-1].kind == "heading":
        # A heading with nothing under it belongs to what was left out.
        made.pop()
    return tuple(made)


def _share_linked(block: Block) -> float:
    return block.linked / block.letters if block.letters else 0.0


def _is_date_above(block: Block, made: Sequence[Paragraph]) -> bool:
    """Say whether a block is the line above an article that tells when it was published; later a date may head what it tells."""
    return not block.level and all(one.kind == "heading" for one in made) and is_only_a_date(block.text)


def _pulled(blocks: Sequence[Block]) -> set[int]:
    """Return the quotations, by number, that the article has in a paragraph too, and shows apart for the eye; with their speakers."""
    quoted = [n for n, block in enumerate(blocks) if _kind(block) == "quote"]
    if not quoted:
        return set()
    told = "\n".join(letters_of(block.text) for n, block in enumerate(blocks) if n not in set(quoted))
    pulled: set[int] = set()
    for n in quoted:
        letters = letters_of(blocks[n].text)
        is_speaker = n - 1 in pulled and blocks[n].letters <= _SPEAKER and blocks[n].text.startswith(_DASHES)
        if is_speaker or (len(letters) >= _REPEATED and letters in told):
            pulled.add(n)
    return pulled


def _opened(paragraph: Paragraph, at: datetime | None) -> list[Paragraph]:
    """Let a post begin with its headline, else with its time."""
    if at is None:
        return [paragraph]
    if paragraph.kind == "heading":
        return [replace(paragraph, kind="post", at=at)]
    return [Paragraph("post", f"{at:%Y-%m-%d %H:%M} UTC", at=at), paragraph]


def _kind(block: Block) -> ParagraphKind:
    if block.level:
        return "heading"
    for place in holders(block.place):
        if place.tag == "blockquote":
            return "quote"
        if place.tag in _ITEMS:
            return "item"
        if place.tag in _CELLS:
            table = next(place.element.iterancestors("table"), None)
            # Tables without a header cell mostly lay the page out.
            return "item" if table is not None and next(table.iter("th"), None) is not None else "text"
        if place.tag in ("article", "main"):
            break
    return "text"


def _links(block: Block, base: Url) -> Iterator[Link]:
    for start, end, href in block.links:
        if end <= LONGEST_PARAGRAPH and (url := parse_url(href, base)) is not None:
            yield Link(start, end, url)

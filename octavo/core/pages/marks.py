"""What a stored text has in and beside its letters: links, times of posts, what it shows from elsewhere. As JSON, by offsets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import orjson

from octavo.core.pages.article import SEPARATOR, Body, Link, Paragraph, ParagraphKind
from octavo.core.urls import Url

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_LINKS: Final = 1_000
_MOST_EMBEDS: Final = 50


@dataclass(frozen=True, slots=True)
class Stored:
    """A body as a revision keeps it."""

    text: str
    """The paragraphs joined by an empty line; links count its characters."""
    blocks: tuple[ParagraphKind, ...]
    marks: str
    """JSON, empty where there is nothing to mark."""


def stored(body: Body) -> Stored:
    """Return *body* as it is kept; of very many links and embeds the first."""
    links: list[tuple[int, int, str]] = []
    posts: list[tuple[int, int]] = []
    at = 0
    for place, paragraph in enumerate(body.paragraphs):
        links += ((at + one.start, at + one.end, one.url) for one in paragraph.links)
        if paragraph.at is not None:
            posts.append((place, (paragraph.at - _EPOCH) // timedelta(microseconds=1)))
        at += len(paragraph.text) + len(SEPARATOR)
    told: dict[str, Sequence[Any]] = {
        "links": links[:_MOST_LINKS],
        "posts": posts,
        "embeds": body.embeds[:_MOST_EMBEDS],
    }
    marks = {name: value for name, value in told.items() if value}
    return Stored(
        SEPARATOR.join(paragraph.text for paragraph in body.paragraphs),
        tuple(paragraph.kind for paragraph in body.paragraphs),
        orjson.dumps(marks).decode() if marks else "",
    )


def restored(kept: Stored) -> Body:
    """Return the body that was kept; paragraphs without a kind are text."""
    marks = orjson.loads(kept.marks) if kept.marks else {}
    links, posts = marks.get("links", []), dict(marks.get("posts", []))
    paragraphs, at, link = [], 0, 0
    for place, text in enumerate(kept.text.split(SEPARATOR) if kept.text else []):
        end, own = at + len(text), []
        while link < len(links) and links[link][1] <= end:
            start, stop, url = links[link]
            own.append(Link(start - at, stop - at, Url(url)))
            link += 1
        when = posts.get(place)
        paragraphs.append(
            Paragraph(
                kept.blocks[place] if place < len(kept.blocks) else "text",
                text,
                tuple(own),
                None if when is None else _EPOCH + timedelta(microseconds=when),
            )
        )
        at = end + len(SEPARATOR)
    return Body(tuple(paragraphs), tuple(Url(url) for url in marks.get("embeds", [])))


def pieces(paragraph: Paragraph) -> tuple[tuple[str, str], ...]:
    """Return the text of *paragraph* cut at its links: (words, where they lead or empty)."""
    found: list[tuple[str, str]] = []
    at = 0
    for link in paragraph.links:
        if link.start < at or link.end > len(paragraph.text):
            continue
        found += [(paragraph.text[at : link.start], ""), (paragraph.text[link.start : link.end], link.url)]
        at = link.end
    found.append((paragraph.text[at:], ""))
    return tuple(piece for piece in found if piece[0])

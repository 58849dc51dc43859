"""What the read stage gets and gives: one article's page and feed text in, its text and all that describes it out."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from octavo.core.ids import ArticleId
from octavo.core.pages.article import Genre
from octavo.core.text.hashtags import Hashtag

ArticleKind = Literal["headline", "brief", "article"]


@dataclass(frozen=True, slots=True)
class Unread:
    """An article before it is read: what its feed said, and its page where one was fetched."""

    article_id: ArticleId
    url: str
    title: str
    teaser: str
    feed_text: str = ""
    """The feed's own full text as html, or empty."""
    body: bytes | None = field(default=None, repr=False)
    """The page as fetched, or None."""
    content_type: str = ""
    language: str = ""
    """What feed or source say, or empty."""
    outlet: str = ""
    """The source's name."""
    tags: tuple[str, ...] = ()
    """The feed's own categories."""
    section: str = ""
    byline: str = ""
    rights: str = ""
    licence: str = ""
    picture: str = ""
    """Address of a picture that the feed names, or empty."""
    reader: str = ""
    """While the source's pages do not pass: the reader that read most of them before, asked again first; else empty."""


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """The lead image that a page or feed names."""

    url: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class PageRead:
    """How the reading of a page went, whatever its feed gave beside it."""

    passed: bool
    code: str
    """Why it did not pass, or empty."""
    method: str
    """The reader whose text it is; empty where the bytes are no page."""
    letters: int
    has_byline: bool
    has_date: bool
    has_picture: bool


@dataclass(frozen=True, slots=True)
class Read:
    """An article as read. A text that did not pass is not in it: then `text` is the feed's teaser and `refused` says why."""

    article_id: ArticleId
    kind: ArticleKind
    title: str
    text: str
    """Paragraphs joined by an empty line; every span counts its characters."""
    blocks: tuple[str, ...]
    """The kind of each paragraph (`core.pages.article.ParagraphKind`), in order."""
    byline: str
    language: str
    section: str
    entities: str
    """JSON, as `core.text.entities` writes it."""
    sentences: tuple[tuple[int, int], ...]
    hashtags: tuple[Hashtag, ...]
    """Most telling first."""
    features: str
    """What the fold compares, as `core.fold.represent` writes it."""
    origin_key: str
    search_text: str
    digest: str
    """Equal for equal title and text: no new revision is made of it."""
    picture: ReadPicture | None = None
    published: datetime | None = None
    modified: datetime | None = None
    rights: str = ""
    licence: str = ""
    marks: str = ""
    """Links, times and embeds, as `core.pages.marks` writes them."""
    genre: Genre = ""
    agencies: tuple[str, ...] = ()
    walled: bool = False
    page: PageRead | None = None
    """None where there was no page."""
    refused: tuple[str, str] | None = None
    """(code, reason) where the page's text did not pass the gate."""

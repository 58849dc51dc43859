"""What is taken from a page: an article's paragraphs, and all that its page says about it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from octavo.core.urls import Url

ParagraphKind = Literal["text", "heading", "quote", "item", "post"]
"""`post` is the headline or time of one post of a live blog; its text follows until the next."""
Genre = Literal[
    "", "live_blog", "opinion", "review", "video", "podcast", "gallery", "press_release", "interview"
]
"""What sort of piece a page says or shows that it is; empty for plain news."""
SEPARATOR: Final = "\n\n"
Reader = Literal["blocks", "blocks and trafilatura"]
"""How the body of a page can be read: by what its blocks are like, or by trafilatura's opinion of them too."""
READERS: Final[tuple[Reader, ...]] = ("blocks", "blocks and trafilatura")


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a paragraph that lead elsewhere."""

    start: int
    """Offsets count the characters of the paragraph."""
    end: int
    url: Url


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of an article's text, in one line."""

    kind: ParagraphKind
    text: str
    links: tuple[Link, ...] = ()
    at: datetime | None = None
    """When a post of a live blog was written, in UTC."""


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a page, and how it was found."""

    paragraphs: tuple[Paragraph, ...] = ()
    embeds: tuple[Url, ...] = ()
    """What the page shows from elsewhere inside its text (posts, videos, maps); never part of the text."""
    method: str = ""
    """The reader whose answer it is, as extraction health names it."""
    credit: str = ""
    """A line behind the text that names the agency that wrote it (`/AFP/`); never part of the text."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as stated, in UTC."""

    at: datetime
    day_only: bool = False
    """Only the day was stated; `at` is its midnight UTC."""
    local_day: date | None = None
    """The calendar day where it was stated, if that is another than in UTC."""

    @property
    def day(self) -> date:
        """The calendar day as the page states it: no zone moves it."""
        return self.local_day or self.at.date()


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture that a page names as its own."""

    url: Url
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a page says about its article beside the text; what it does not say is empty or None."""

    title: str = ""
    byline: tuple[str, ...] = ()
    """People only."""
    agencies: tuple[str, ...] = ()
    """News agencies and desks that wrote it or are credited for it."""
    signed: tuple[str, ...] = ()
    """The byline as the page has it: people, agencies and desks in its order, or the outlet where it names nobody else."""
    published: Moment | None = None
    modified: Moment | None = None
    image: Picture | None = None
    language: str = ""
    """BCP 47 tag as the page states it, or empty."""
    site_name: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    canonical: Url | None = None
    """The address that the page calls its own, if it can be believed."""
    licence: str = ""
    """Address of the licence that the page states, or empty."""
    description: str = ""
    genre: Genre = ""
    walled: bool = False
    """The page says, or shows, that the whole text is for subscribers."""


@dataclass(frozen=True, slots=True)
class Extract:
    """An article as its page tells it."""

    fields: Fields
    body: Body = Body()

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body."""
        return self.body.paragraphs

    @property
    def text(self) -> str:
        """The paragraphs, joined; spans point into this."""
        return SEPARATOR.join(paragraph.text for paragraph in self.paragraphs)

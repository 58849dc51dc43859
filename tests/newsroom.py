"""Fills a store with reports and stories, by the functions that the line itself uses."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select

from octavo.core.feeds.intake import NewArticle, NewEntry
from octavo.core.fold.memory import Placed
from octavo.core.ids import ArticleId, FeedId, RoundId, SourceId, StoryId
from octavo.core.pages.article import Genre
from octavo.core.pages.outcome import ArticleKind, PageRead, Read, ReadPicture
from octavo.core.text.search import search_text
from octavo.core.urls import Url, canonical
from octavo.store import articles, feeds, pictures, revisions, stories
from octavo.store.database import Database, Tx
from octavo.store.feeds import NewFeed
from octavo.store.pictures import Drawn
from octavo.store.schema import feed
from octavo.store.work import Lease
from tests.moments import NOON

LEASE: Final = Lease("newsroom", timedelta(minutes=3))


@dataclass(frozen=True, slots=True)
class Told:
    """A report to be told: the title says which it is."""

    title: str
    source: str = "Daily"
    text: str = ""
    story: int = 0
    """Reports of one number are one story; 0: a story of its own."""
    copy_of: str = ""
    """The title of the original, where it is a copy."""
    at: datetime = NOON - timedelta(hours=1)
    language: str = "en"
    section: str = "world"
    hashtags: tuple[tuple[str, str], ...] = ()
    kind: ArticleKind = "article"
    blocks: tuple[str, ...] = ()
    refused: tuple[str, str] | None = None
    url: str = ""
    byline: str = ""
    rights: str = ""
    licence: str = ""
    media: str = ""
    picture: str = ""
    caption: str = ""
    marks: str = ""
    genre: Genre = ""
    agencies: tuple[str, ...] = ()
    walled: bool = False
    page: PageRead | None = None


@dataclass(slots=True)
class Newsroom:
    """What was told so far, by title and name."""

    database: Database
    articles: dict[str, ArticleId] = field(default_factory=dict)
    stories: dict[str, StoryId] = field(default_factory=dict)
    sources: dict[str, SourceId] = field(default_factory=dict)
    _feeds: dict[SourceId, FeedId] = field(default_factory=dict)
    _numbers: dict[int, StoryId] = field(default_factory=dict)
    _last: int = 0

    def tell(self, *told: Told, now: datetime = NOON) -> None:
        """Take in, read and fold reports."""
        self.database.write_now(self._tell, told, now)

    def _tell(self, tx: Tx, told: Sequence[Told], now: datetime) -> None:
        for one in told:
            self._follow(tx, one, now)
        self._take_in(tx, told, now)
        self._read(tx, told, now)
        self._fold(tx, told)

    def _follow(self, tx: Tx, one: Told, now: datetime) -> None:
        if one.source not in self.sources:
            host = f"{len(self.sources) + 1}.test"
            new = NewFeed(
                Url(f"https://{host}/rss"),
                source_name=one.source,
                home=f"https://{host}/",
                language=one.language,
            )
            feed_id, _ = feeds.add(tx, new, now=now)
            source_id = SourceId(
                tx.execute(select(feed.c.source_id).where(feed.c.id == feed_id)).scalar_one()
            )
            self.sources[one.source], self._feeds[source_id] = source_id, feed_id

    def _take_in(self, tx: Tx, told: Sequence[Told], now: datetime) -> None:
        new = [self._new(one, now) for one in told]
        entries = [NewEntry(self._feeds[a.source_id], a.key, a.key, a.key, a.title, "", a.key) for a in new]
        articles.add(tx, new, entries, now=now)

    def _new(self, one: Told, now: datetime) -> NewArticle:
        address = Url(one.url or f"https://{self.sources[one.source]}.test/{one.title.replace(' ', '-')}")
        return NewArticle(
            source_id=self.sources[one.source], key=canonical(address), url=address, title=one.title, teaser="",
            byline=one.byline, language=one.language, section=one.section, rights=one.rights, licence=one.licence,
            tags="", media=one.media, published_at=one.at, changed_at=None, round_id=RoundId(1), stage="read",
            next_try_at=now,
        )  # fmt: skip

    def _read(self, tx: Tx, told: Sequence[Told], now: datetime) -> None:
        claimed = {
            c.unread.title: c.claimed for c in revisions.claim_to_read(tx, limit=5000, now=now, lease=LEASE)
        }
        self.articles |= {title: ArticleId(c.id) for title, c in claimed.items()}
        revisions.save(tx, [(claimed[one.title], self._as_read(one)) for one in told], now=now)
        if any(one.picture for one in told):
            due = pictures.claim_due(tx, limit=100, now=now, lease=LEASE)
            pictures.save(tx, [(p.claimed, Drawn("image/webp", 800, 500, b"RIFF")) for p in due], now=now)

    def _as_read(self, one: Told) -> Read:
        text = one.text or f"What {one.title} is about."
        return Read(
            article_id=self.articles[one.title], kind=one.kind, title=one.title, text=text,
            blocks=one.blocks or ("text",) * len(text.split("\n\n")), byline=one.byline, language=one.language,
            section=one.section, entities="[]", sentences=(), hashtags=one.hashtags, features="", origin_key="",
            search_text=search_text(f"{one.title}\n{text}"), digest=f"{one.title}:{text}"[:200], rights=one.rights,
            licence=one.licence, refused=one.refused, picture=ReadPicture(one.picture, "What it shows", one.caption) if one.picture else None,
            marks=one.marks, genre=one.genre, agencies=one.agencies, walled=one.walled, page=one.page,
        )  # fmt: skip

    def _fold(self, tx: Tx, told: Sequence[Told]) -> None:
        placed = []
        for one in told:
            story_id = self._story(one.story)
            self.stories[one.title] = story_id
            own = self.articles[one.title]
            origin = self.articles[one.copy_of] if one.copy_of else own
            placed.append(Placed(own, story_id, origin, one.at, "", ""))
        stories.place(tx, placed, last_story=StoryId(self._last))

    def _story(self, number: int) -> StoryId:
        if number and number in self._numbers:
            return self._numbers[number]
        self._last += 1
        if number:
            self._numbers[number] = StoryId(self._last)
        return StoryId(self._last)

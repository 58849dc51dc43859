"""What readers ask for: the front page and its sections, a story, an article, a hashtag, a source, a search."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from octavo.app.desk import Desk
from octavo.core.errors import NotFound
from octavo.core.ids import ArticleId, PictureId, SourceId, StoryId
from octavo.core.reading.extraction import ExtractionHealth, extraction_health
from octavo.core.reading.rank import Candidate, rank, rank_matches
from octavo.core.reading.reports import Origin, Report, Story, by_origin, languages
from octavo.core.text.hashtags import hashtag
from octavo.core.text.search import Phrase, query_tokens, snippet
from octavo.core.text.section import SECTIONS
from octavo.store import pictures, readings
from octavo.store.database import Tx
from octavo.store.pictures import Drawn
from octavo.store.shown import articles, search, sources, stories
from octavo.store.shown.articles import Article, Hashtag
from octavo.store.shown.sources import FeedHealth, PageCounts, Poll, Refused, Source, SourceLine
from octavo.store.shown.stories import Folded, RelatedStory, Tag

STORIES_A_PAGE: Final = 60
REPORTS_A_PAGE: Final = 40
HITS_A_PAGE: Final = 20
FRESH: Final = 5
RANKED: Final = 200
"""So many of the newest stories, and of the newest with several sources, are ranked; older ones follow by time."""
SHARED_FOR: Final = timedelta(days=7)
SEARCHED: Final = 300
"""A search ranks so many of the newest matches."""
SNIPPET: Final = 240
LOOKED_AT: Final = 4_000
"""Characters of a text that a snippet is first looked for in."""
LAST_PAGE: Final = 10_000
_NO_STORY: Final = Candidate(StoryId(0), datetime.min.replace(tzinfo=UTC), 0)


@dataclass(frozen=True, slots=True)
class StoryList:
    """One page of ranked stories."""

    stories: tuple[Story, ...]
    page: int
    has_next: bool


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The biggest and freshest stories, what came in last, and how much was folded in a day."""

    list: StoryList
    fresh: Sequence[Report]
    folded: Folded


@dataclass(frozen=True, slots=True)
class StoryPage:
    """A story with its reports by origin."""

    story: Story
    origins: tuple[Origin, ...]
    languages: tuple[tuple[str, int], ...]
    tags: Sequence[Tag]
    related: Sequence[RelatedStory]
    left_out: int
    """Reports, the latest, that are not listed: a page has an end."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The story is part of another one now."""

    into: StoryId


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article, its story and what is near."""

    article: Article
    story: Story | None
    related: Sequence[RelatedStory]


@dataclass(frozen=True, slots=True)
class ReportList:
    """One page of reports, and the stories that they are part of."""

    reports: Sequence[Report]
    stories: dict[StoryId, Story]
    page: int
    has_next: bool


@dataclass(frozen=True, slots=True)
class HashtagPage:
    """A hashtag and the last reports that carry it."""

    hashtag: Hashtag
    list: ReportList


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source, its newest reports, and its health."""

    source: Source
    list: ReportList
    feeds: Sequence[FeedHealth]
    polls: Sequence[Poll]
    refused: Sequence[Refused]
    counts: PageCounts
    extraction: ExtractionHealth | None
    """How its pages are read; None where none was."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that a search has found and where in its text the words stand: (piece, is it one of them)."""

    report: Report
    snippet: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of a search's hits."""

    query: str
    hits: tuple[Hit, ...]
    found: int
    is_cut: bool
    """There are more than the newest that were ranked."""
    page: int
    has_next: bool


async def front_page(desk: Desk, *, page: int = 1) -> FrontPage:
    """Return a page of the front page."""
    return await desk.db.read(_front_page, page=page, now=desk.clock())


def _front_page(tx: Tx, *, page: int, now: datetime) -> FrontPage:
    return FrontPage(
        list=_ranked(tx, page=page, now=now),
        fresh=articles.newest(tx, limit=FRESH),
        folded=stories.folded_since(tx, now - timedelta(days=1)),
    )


async def section(desk: Desk, name: str, *, page: int = 1) -> StoryList:
    """Return a page of a section's stories; raise NotFound for a section that there is not."""
    if name not in SECTIONS:
        raise NotFound("There is no such section.")
    return await desk.db.read(_ranked, section=name, page=page, now=desk.clock())


def _ranked(tx: Tx, *, page: int, now: datetime, section: str = "") -> StoryList:
    """Return a page of stories: first the ranked ones, then all others by time; the same statements for any page."""
    newest = stories.newest(tx, limit=RANKED, section=section)
    shared = stories.newest_shared(tx, limit=RANKED, since=now - SHARED_FOR, section=section)
    ranked = rank([*newest, *shared], now=now)
    start = (page - 1) * STORIES_A_PAGE
    wanted = ranked[start : start + STORIES_A_PAGE + 1]
    last = newest[-1] if newest else _NO_STORY
    rest = stories.older(
        tx,
        than=last,
        than_shared=shared[-1] if shared else last,
        limit=STORIES_A_PAGE + 1 - len(wanted),
        offset=max(0, start - len(ranked)),
        section=section,
    )
    ids = [*wanted, *rest]
    if page > 1 and not ids:
        raise NotFound("There are no more stories.")
    return StoryList(stories.load(tx, ids[:STORIES_A_PAGE]), page, len(ids) > STORIES_A_PAGE)


async def story(desk: Desk, story_id: StoryId, *, language: str = "") -> StoryPage | Merged:
    """Return a story, or which one it was merged into; raise NotFound where nothing of it may be shown.

    What related stories share is named in *language*, as far as it is known.
    """
    return await desk.db.read(_story, story_id, language=language)


def _story(tx: Tx, story_id: StoryId, *, language: str) -> StoryPage | Merged:
    shown = stories.load(tx, [story_id])
    if not shown:
        into = stories.merged_into(tx, story_id)
        if into is None:
            raise NotFound("There is no such story, or nothing of it is shown.")
        return Merged(into)
    reports = stories.reports_of(tx, story_id)
    return StoryPage(
        story=shown[0],
        origins=by_origin(reports),
        languages=languages(reports),
        tags=stories.tags_of(tx, story_id),
        related=stories.related_to(tx, story_id, language=language),
        left_out=max(0, shown[0].articles - len(reports)),
    )


async def article(desk: Desk, article_id: ArticleId, *, language: str = "") -> ArticlePage:
    """Return an article; raise NotFound where there is none or it is hidden. *language* as for `story`."""
    return await desk.db.read(_article, article_id, language=language)


def _article(tx: Tx, article_id: ArticleId, *, language: str) -> ArticlePage:
    found = articles.article_of(tx, article_id)
    if found is None:
        raise NotFound("There is no such article, or it is not shown.")
    story_id = found.report.story_id or StoryId(0)
    shown = stories.load(tx, [story_id])
    related = stories.related_to(tx, story_id, language=language)
    return ArticlePage(found, shown[0] if shown else None, related)


async def reports_with(desk: Desk, name: str, *, page: int = 1) -> HashtagPage:
    """Return the last reports that carry the hashtag *name* in any spelling; raise NotFound where it is not shown."""
    made = hashtag(name)
    return await desk.db.read(_reports_with, [name, *([made.tag] if made else [])], page=page)


def _reports_with(tx: Tx, tags: Sequence[str], *, page: int) -> HashtagPage:
    found = articles.hashtag_of(tx, tags)
    if found is None:
        raise NotFound("There is no such hashtag, or it is not shown.")
    start = (page - 1) * REPORTS_A_PAGE
    reports = articles.with_hashtag(tx, found.id, limit=REPORTS_A_PAGE + 1, offset=start)
    return HashtagPage(found, _listed(tx, reports, page))


def _listed(tx: Tx, reports: Sequence[Report], page: int) -> ReportList:
    if page > 1 and not reports:
        raise NotFound("There are no more reports.")
    shown = reports[:REPORTS_A_PAGE]
    ids = dict.fromkeys(report.story_id for report in shown if report.story_id)
    return ReportList(
        shown, {one.id: one for one in stories.load(tx, list(ids))}, page, len(reports) > REPORTS_A_PAGE
    )


async def source(desk: Desk, source_id: SourceId, *, page: int = 1, also_hidden: bool = False) -> SourcePage:
    """Return a source and how it does; raise NotFound where there is none, or it is hidden and that is not asked for."""
    return await desk.db.read(_source, source_id, page=page, also_hidden=also_hidden, now=desk.clock())


def _source(tx: Tx, source_id: SourceId, *, page: int, also_hidden: bool, now: datetime) -> SourcePage:
    found = sources.source_of(tx, source_id, also_hidden=also_hidden)
    if found is None:
        raise NotFound("There is no such source, or it is not shown.")
    start = (page - 1) * REPORTS_A_PAGE
    feeds = sources.health_of(tx, source_id)
    since = now - sources.LOOKED_BACK
    return SourcePage(
        source=found,
        list=_listed(tx, articles.of_source(tx, source_id, limit=REPORTS_A_PAGE + 1, offset=start), page),
        feeds=feeds,
        polls=sources.polls_of(tx, [one.id for one in feeds]),
        refused=sources.refused_of(tx, source_id, since=since),
        counts=sources.counts_of(tx, source_id, since=since),
        extraction=extraction_health(readings.of_sources(tx, [source_id]).get(source_id, ())),
    )


async def all_sources(desk: Desk) -> Sequence[SourceLine]:
    """Return all sources that are not hidden, by name."""
    return await desk.db.read(sources.all_sources)


async def find(desk: Desk, query: str, *, page: int = 1) -> SearchPage:
    """Return the best of the newest reports that hold all words and "phrases" of *query*; a query without a word finds nothing."""
    return await desk.db.read(_find, query, page=page, now=desk.clock())


def _find(tx: Tx, query: str, *, page: int, now: datetime) -> SearchPage:
    phrases = query_tokens(query)
    matches = search.matches(tx, phrases, limit=SEARCHED + 1) if phrases else []
    ids = rank_matches(matches, phrases, now=now)[:SEARCHED]
    start = (page - 1) * HITS_A_PAGE
    if start and start >= len(ids):
        raise NotFound("There are no more reports.")
    hits = [
        Hit(report, _where_it_stands(text, phrases))
        for report, text in search.found(tx, ids[start : start + HITS_A_PAGE])
    ]
    return SearchPage(
        query, tuple(hits), len(ids), len(matches) > SEARCHED, page, len(ids) > start + HITS_A_PAGE
    )


def _where_it_stands(text: str, phrases: Sequence[Phrase]) -> tuple[tuple[str, bool], ...]:
    """Return a snippet with the words that were found; the end of a long text is looked at only where its start has none."""
    start = snippet(text[:LOOKED_AT], phrases, SNIPPET) if text else ()
    if len(text) <= LOOKED_AT or any(is_found for _, is_found in start):
        return start
    return snippet(text, phrases, SNIPPET)


async def picture(desk: Desk, picture_id: PictureId) -> Drawn:
    """Return a picture that a visible article carries; raise NotFound where there is none."""
    found = await desk.db.read(pictures.shown, picture_id)
    if found is None:
        raise NotFound("There is no such picture, or it is not shown.")
    return found

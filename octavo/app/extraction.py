"""Extraction health: watch how the pages of each source are read, tell when that breaks, and mend it by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from octavo.app.compute import Done
from octavo.app.desk import Desk
from octavo.core.errors import BadInput, NotFound, PageError
from octavo.core.ids import ArticleId, SourceId
from octavo.core.pages.article import READERS, Body
from octavo.core.pages.expectation import Expectation, Pair, as_archive, as_toml
from octavo.core.pages.extract import extract
from octavo.core.reading.extraction import ExtractionHealth, extraction_health
from octavo.core.urls import parse_url
from octavo.store import articles, readings
from octavo.store.database import Tx
from octavo.store.readings import KeptPage, Standing
from octavo.store.shown import articles as shown_articles
from octavo.store.shown.articles import Article


async def look_after(desk: Desk, read: Sequence[ArticleId]) -> Sequence[SourceId]:
    """Judge the sources of articles that were just read; return those that are broken since this reading."""
    if not read:
        return ()
    had, found = await desk.db.read(_judged, read)
    changed = [one for one in found if one != had[one.source_id]]
    if changed:
        await desk.db.write(readings.stand, changed)
    return [one.source_id for one in changed if one.broken_at and not had[one.source_id].broken_at]


def _judged(tx: Tx, read: Sequence[ArticleId]) -> tuple[dict[SourceId, Standing], list[Standing]]:
    source_ids = readings.sources_of(tx, read)
    had = {one.source_id: one for one in readings.standing_of(tx, source_ids)}
    told = readings.of_sources(tx, source_ids)
    return had, [_standing(one, extraction_health(told.get(one, ()))) for one in had]


def _standing(source_id: SourceId, health: ExtractionHealth | None) -> Standing:
    broken = health.broken if health else None
    reader = broken.method if broken and broken.method in READERS else ""
    return Standing(source_id, broken.since if broken else None, reader)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A source that is broken: its last page that passed, beside the first that did not."""

    before: Article
    after: Article
    text: Body
    """What is taken from the page of `after` today."""


async def side_by_side(desk: Desk, source_id: SourceId) -> SideBySide | None:
    """Return what a broken source gave before and gives now; None where it is not broken, or the pages are gone."""
    found = await desk.db.read(_before_and_after, source_id)
    if found is None:
        return None
    before, after, page = found
    return SideBySide(before, after, await _taken_from(desk, page) if page else Body())


def _before_and_after(tx: Tx, source_id: SourceId) -> tuple[Article, Article, KeptPage | None] | None:
    health = extraction_health(readings.of_sources(tx, [source_id]).get(source_id, ()))
    if health is None or health.broken is None:
        return None
    broken = health.broken
    before = shown_articles.article_of(tx, broken.before.article_id)
    after = shown_articles.article_of(tx, broken.after.article_id)
    if before is None or after is None:
        return None
    return before, after, readings.page_of(tx, broken.after.article_id)


async def _taken_from(desk: Desk, page: KeptPage) -> Body:
    (outcome,) = await desk.compute(_body, [page])
    return outcome.value if isinstance(outcome, Done) else Body()


def _body(page: KeptPage) -> Body:
    address = parse_url(page.url)
    if address is None:
        return Body()
    try:
        return extract(page.body, content_type=page.content_type, address=address).body
    except PageError:
        return Body()


async def read_again(desk: Desk, article_id: ArticleId) -> None:
    """Fetch one page again and read it; raises NotFound where there is no such article or it has no address."""
    if not await desk.db.write(articles.retry, [article_id], now=desk.clock()):
        raise NotFound("There is no such article, or its feed gives no address for it.")


async def read_again_since_break(desk: Desk, source_id: SourceId) -> int:
    """Fetch all pages again that a source's break has cost; return how many."""
    return await desk.db.write(_since_break, source_id, now=desk.clock())


def _since_break(tx: Tx, source_id: SourceId, *, now: datetime) -> int:
    (standing,) = readings.standing_of(tx, [source_id]) or (None,)
    if standing is None or standing.broken_at is None:
        return 0
    return articles.retry(tx, readings.refused_since(tx, source_id, since=standing.broken_at), now=now)


async def report_wrong_text(desk: Desk, article_id: ArticleId, expectation: Expectation) -> int:
    """Keep a page beside what reading it must give; raises BadInput where that says nothing, NotFound without a page."""
    if not (expectation.refused or expectation.title or expectation.text):
        raise BadInput("Say what the text must be, or that the page is no article.")
    return await desk.db.write(readings.add_wrong_text, article_id, as_toml(expectation), now=desk.clock())


async def pair(desk: Desk, wrong_text_id: int) -> bytes:
    """Return a page and its expectation as a zip, the form in which a fixture pair can be sent in."""
    expected, body = await desk.db.read(readings.wrong_text_pair, wrong_text_id)
    return as_archive(Pair(f"wrong-text-{wrong_text_id}", body, expected))

"""Articles as pages show them: one with its text, and the lists by time, source and hashtag."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import orjson
from sqlalchemy import Label, bindparam, select

from octavo.core.ids import ArticleId, SourceId
from octavo.core.pages.article import Body
from octavo.core.pages.marks import Stored, restored
from octavo.core.reading.reports import Picture, Report
from octavo.store.database import Tx
from octavo.store.schema import article, article_hashtag, hashtag, picture, revision, set_aside, source
from octavo.store.shown.rows import PICTURE, REPORT, REPORTS, SHOWN_PICTURE, picture_of, report_of


@dataclass(frozen=True, slots=True)
class Medium:
    """A recording or film that came with an entry; only its address is ours to give."""

    url: str
    kind: str
    type: str
    seconds: int | None
    title: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """Why a stage did not take an article, and when it is tried again by itself."""

    stage: str
    code: str
    reason: str
    at: datetime
    again_at: datetime | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article with all that its page shows."""

    report: Report
    kind: str
    genre: str
    byline: str
    agencies: str
    walled: bool
    section: str
    source_kind: str
    stage: str
    """What is still to be done with it; empty: nothing."""
    versions: int
    body: Body
    picture: Picture | None
    caption: str
    media: tuple[Medium, ...]
    hashtags: tuple[tuple[str, str], ...]
    """(tag, label)"""
    set_aside: SetAside | None


def article_of(tx: Tx, article_id: ArticleId) -> Article | None:
    """Return an article with its newest text; None where it is not there or hidden."""
    row = tx.execute(_ARTICLE, {"id": article_id}).first()
    if row is None:
        return None
    tags = tx.execute(_HASHTAGS, {"id": article_id}).all()
    refusal = tx.execute(_SET_ASIDE, {"id": article_id}).first()
    return Article(
        report=report_of(row),
        kind=row.kind,
        byline=row.byline,
        section=row.section,
        source_kind=row.source_kind,
        stage=row.stage,
        versions=row.number or 0,
        genre=row.genre,
        agencies=row.agencies,
        walled=row.walled,
        body=restored(
            Stored(row.text or "", orjson.loads(row.blocks) if row.blocks else (), row.marks or "")
        ),
        caption=row.caption or "",
        picture=picture_of(row),
        media=tuple(Medium(**one) for one in orjson.loads(row.media)) if row.media else (),
        hashtags=tuple((tag, label) for tag, label in tags),
        set_aside=SetAside(*refusal) if refusal else None,
    )


_ARTICLE: Final = (
    select(
        *REPORT, *PICTURE, article.c.kind, article.c.genre, article.c.agencies, article.c.walled, article.c.byline, article.c.section, article.c.stage, article.c.media,
        source.c.kind.label("source_kind"), revision.c.number, revision.c.text, revision.c.blocks, revision.c.marks,
        picture.c.caption,
    )
    .select_from(REPORTS.outerjoin(picture, SHOWN_PICTURE))
    .where(article.c.id == bindparam("id"), ~article.c.hidden)
)  # fmt: skip
_HASHTAGS: Final = (
    select(hashtag.c.tag, hashtag.c.label)
    .join(article_hashtag, article_hashtag.c.hashtag_id == hashtag.c.id)
    .where(article_hashtag.c.article_id == bindparam("id"), ~hashtag.c.hidden)
    .order_by(article_hashtag.c.position)
)
_SET_ASIDE: Final = (
    select(set_aside.c.stage, set_aside.c.code, set_aside.c.reason, set_aside.c.at, set_aside.c.again_at)
    .where(set_aside.c.article_id == bindparam("id"))
    .order_by(set_aside.c.at.desc(), set_aside.c.stage.desc())
    .limit(1)
)


def newest(tx: Tx, *, limit: int) -> Sequence[Report]:
    """Return the newest visible reports of all sources."""
    return [report_of(row) for row in tx.execute(_NEWEST, {"limit": limit})]


def of_source(tx: Tx, source_id: SourceId, *, limit: int, offset: int) -> Sequence[Report]:
    """Return the visible reports of a source, newest first."""
    values = {"source": source_id, "limit": limit, "offset": offset}
    return [report_of(row) for row in tx.execute(_OF_SOURCE, values)]


def with_hashtag(tx: Tx, hashtag_id: int, *, limit: int, offset: int) -> Sequence[Report]:
    """Return the visible reports that carry a hashtag, last come first."""
    values = {"hashtag": hashtag_id, "limit": limit, "offset": offset}
    return [report_of(row) for row in tx.execute(_WITH_HASHTAG, values)]


@dataclass(frozen=True, slots=True)
class Hashtag:
    """A hashtag that is not hidden."""

    id: int
    tag: str
    label: str


def hashtag_of(tx: Tx, tags: Sequence[str]) -> Hashtag | None:
    """Return the hashtag that the first known one of *tags* names; None where there is none or it is hidden."""
    rows = {row.tag: row for row in tx.execute(_HASHTAG, {"tags": list(tags)})}
    found = next((rows[tag] for tag in tags if tag in rows), None)
    return Hashtag(found.id, found.tag, found.label) if found and not found.hidden else None


_HASHTAG: Final = select(hashtag.c.id, hashtag.c.tag, hashtag.c.label, hashtag.c.hidden).where(
    hashtag.c.tag.in_(bindparam("tags", expanding=True))
)
_NEWEST_FIRST: Final = (article.c.published_at.desc(), article.c.id.desc())
_PAGE: Final[Label[int]] = article.c.id.label("id")

# The page is chosen by an index alone, in an inner query; only its rows are joined to texts and names.
_NEWEST_IDS: Final = (
    select(_PAGE).where(~article.c.hidden).order_by(*_NEWEST_FIRST).limit(bindparam("limit")).subquery()
)
_NEWEST: Final = (
    select(*REPORT)
    .select_from(REPORTS.join(_NEWEST_IDS, _NEWEST_IDS.c.id == article.c.id))
    .order_by(*_NEWEST_FIRST)
)
_OF_SOURCE_IDS: Final = (
    select(_PAGE)
    .where(article.c.source_id == bindparam("source"), ~article.c.hidden)
    .order_by(*_NEWEST_FIRST)
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
    .subquery()
)
_OF_SOURCE: Final = (
    select(*REPORT)
    .select_from(REPORTS.join(_OF_SOURCE_IDS, _OF_SOURCE_IDS.c.id == article.c.id))
    .order_by(*_NEWEST_FIRST)
)
_WITH_HASHTAG_IDS: Final = (
    select(article_hashtag.c.article_id.label("id"))
    .join(article, article.c.id == article_hashtag.c.article_id)
    .where(article_hashtag.c.hashtag_id == bindparam("hashtag"), ~article.c.hidden)
    .order_by(article_hashtag.c.article_id.desc())
    .limit(bindparam("limit"))
    .offset(bindparam("offset"))
    .subquery()
)
_WITH_HASHTAG: Final = (
    select(*REPORT)
    .select_from(REPORTS.join(_WITH_HASHTAG_IDS, _WITH_HASHTAG_IDS.c.id == article.c.id))
    .order_by(article.c.id.desc())
)

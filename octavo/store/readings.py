"""How reading pages goes, source by source, and the pages whose text is said to be wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, func, insert, select, update

from octavo.core.errors import NotFound
from octavo.core.ids import ArticleId, SourceId
from octavo.core.packing import unpack
from octavo.core.pages.outcome import Read
from octavo.core.reading.extraction import LOOKED_AT, Reading
from octavo.store import dialect
from octavo.store.database import Tx
from octavo.store.schema import article, page, reading, source, wrong_text


def keep(tx: Tx, reads: Sequence[Read], *, now: datetime) -> None:
    """Keep how the pages among *reads* were read, each article's newest reading in the place of its last."""
    told = {read.article_id: read.page for read in reads if read.page is not None}
    if not told:
        return
    of = select(article.c.id, article.c.source_id).where(article.c.id.in_(list(told)))
    rows = []
    for article_id, source_id in tx.execute(of):
        facts = told[ArticleId(article_id)]
        rows.append(
            dict(
                article_id=article_id, source_id=source_id, at=now, passed=facts.passed, code=facts.code, method=facts.method,
                letters=facts.letters, has_byline=facts.has_byline, has_date=facts.has_date, has_picture=facts.has_picture,
            )
        )  # fmt: skip
    tx.execute(dialect.upsert(tx, reading, ["article_id"]), rows)


def of_sources(tx: Tx, source_ids: Sequence[SourceId]) -> dict[SourceId, list[Reading]]:
    """Return the newest readings of some sources, newest first; a source without any is left out."""
    found: dict[SourceId, list[Reading]] = {}
    for row in tx.execute(_NEWEST, {"sources": list(source_ids), "limit": LOOKED_AT}):
        found.setdefault(SourceId(row.source_id), []).append(_reading(row))
    return found


_RANKED: Final = (
    select(
        reading,
        func.row_number()
        .over(
            partition_by=reading.c.source_id,
            order_by=(reading.c.at.desc(), reading.c.article_id.desc()),
        )
        .label("place"),
    )
    .where(reading.c.source_id.in_(bindparam("sources", expanding=True)))
    .subquery()
)
_NEWEST: Final = (
    select(_RANKED)
    .where(_RANKED.c.place <= bindparam("limit"))
    .order_by(_RANKED.c.source_id, _RANKED.c.place)
)


def _reading(row: Any) -> Reading:
    return Reading(
        ArticleId(row.article_id), row.at, row.passed, row.code, row.method, row.letters,
        has_byline=row.has_byline, has_date=row.has_date, has_picture=row.has_picture,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a source's pages can be read, as it is kept."""

    source_id: SourceId
    broken_at: datetime | None
    reader: str


def standing_of(tx: Tx, source_ids: Sequence[SourceId]) -> Sequence[Standing]:
    """Return how some sources stand."""
    rows = tx.execute(
        select(source.c.id, source.c.broken_at, source.c.reader).where(source.c.id.in_(list(source_ids)))
    )
    return [Standing(SourceId(row.id), row.broken_at, row.reader) for row in rows]


def stand(tx: Tx, standings: Sequence[Standing]) -> None:
    """Keep how sources stand from now on."""
    if standings:
        tx.execute(
            update(source)
            .where(source.c.id == bindparam("b_id"))
            .values(broken_at=bindparam("b_at", type_=source.c.broken_at.type), reader=bindparam("b_reader")),
            [{"b_id": one.source_id, "b_at": one.broken_at, "b_reader": one.reader} for one in standings],
        )


def sources_of(tx: Tx, article_ids: Sequence[ArticleId]) -> Sequence[SourceId]:
    """Return the sources of some articles, each once."""
    found = tx.scalars(select(article.c.source_id).where(article.c.id.in_(list(article_ids))).distinct())
    return sorted(SourceId(one) for one in found)


def refused_since(tx: Tx, source_id: SourceId, *, since: datetime, limit: int = 1000) -> Sequence[ArticleId]:
    """Return the articles of a source whose pages were refused *since* then and are still kept."""
    rows = tx.scalars(
        select(reading.c.article_id)
        .join(page, page.c.article_id == reading.c.article_id)
        .where(
            reading.c.source_id == source_id,
            reading.c.at >= since,
            ~reading.c.passed,
            page.c.body.is_not(None),
        )
        .order_by(reading.c.at.desc(), reading.c.article_id.desc())
        .limit(limit)
    )
    return [ArticleId(one) for one in rows]


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was fetched."""

    url: str
    content_type: str
    body: bytes


def page_of(tx: Tx, article_id: ArticleId) -> KeptPage | None:
    """Return an article's page; None where none was fetched or it is not kept any more."""
    row = tx.execute(
        select(page.c.url, page.c.content_type, page.c.body).where(page.c.article_id == article_id)
    ).first()
    return KeptPage(row.url, row.content_type, unpack(row.body)) if row and row.body is not None else None


@dataclass(frozen=True, slots=True)
class WrongText:
    """A page that somebody says is read wrongly, and what reading it must give."""

    id: int
    article_id: ArticleId | None
    at: datetime
    url: str


def add_wrong_text(tx: Tx, article_id: ArticleId, expected: str, *, now: datetime) -> int:
    """Keep the page of an article beside what reading it must give; raise NotFound where the page is not kept."""
    row = tx.execute(
        select(page.c.url, page.c.content_type, page.c.body).where(page.c.article_id == article_id)
    ).first()
    if row is None or row.body is None:
        raise NotFound("The page of this article is not kept any more. Read it again first.")
    added = tx.execute(
        insert(wrong_text).returning(wrong_text.c.id),
        dict(
            article_id=article_id, at=now, url=row.url, content_type=row.content_type, body=row.body, expected=expected
        ),
    )  # fmt: skip
    return int(added.scalar_one())


def wrong_texts(tx: Tx, *, limit: int = 200) -> Sequence[WrongText]:
    """Return the pages that are said to be read wrongly, newest first."""
    rows = tx.execute(
        select(wrong_text.c.id, wrong_text.c.article_id, wrong_text.c.at, wrong_text.c.url)
        .order_by(wrong_text.c.id.desc())
        .limit(limit)
    )
    return [WrongText(row.id, row.article_id, row.at, row.url) for row in rows]


def wrong_text_pair(tx: Tx, wrong_text_id: int) -> tuple[str, bytes]:
    """Return (expectation, page) of one; raise NotFound where there is none."""
    row = tx.execute(
        select(wrong_text.c.expected, wrong_text.c.body).where(wrong_text.c.id == wrong_text_id)
    ).first()
    if row is None:
        raise NotFound("There is no such report of a wrong text.")
    return row.expected, unpack(row.body)

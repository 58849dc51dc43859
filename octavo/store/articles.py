"""Articles and what each stage adds to them: entries, pages, revisions, annotations, what was set aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import and_, bindparam, delete, exists, func, or_, select, update

from octavo.core.document import Document, Validators
from octavo.core.feeds.intake import ChangedEntry, KnownEntry, NewArticle, NewEntry
from octavo.core.ids import ArticleId, FeedId, SourceId
from octavo.core.packing import pack
from octavo.core.urls import Url
from octavo.store import dialect, work
from octavo.store.database import Tx
from octavo.store.schema import article, entry, page, set_aside, source
from octavo.store.work import Claimed, Lease, claim, still_open

IN_ONE_STATEMENT: Final = 500
WAIT: Final = timedelta(seconds=30)
"""When an article is asked for again whose host is busy with others."""


@dataclass(frozen=True, slots=True)
class ToFetch:
    """A claimed article whose page is to be fetched."""

    claimed: Claimed
    id: ArticleId
    url: Url
    validators: Validators
    tries_before: int
    """How often its page could not be had before."""


@dataclass(frozen=True, slots=True)
class PageFailure:
    """Why an article's page could not be had, and when it is tried again."""

    claimed: Claimed
    code: str
    reason: str
    tries: int
    again_at: datetime | None


def known_entries(tx: Tx, wanted: Sequence[tuple[FeedId, str, str]]) -> dict[FeedId, list[KnownEntry]]:
    """Return what is held of the *wanted* (feed, key, url key): what has the same key, or the same address."""
    found: dict[FeedId, dict[str, KnownEntry]] = {}
    for start in range(0, len(wanted), IN_ONE_STATEMENT):
        part = wanted[start : start + IN_ONE_STATEMENT]
        values = {
            "feeds": sorted({feed_id for feed_id, _, _ in part}),
            "keys": [key for _, key, _ in part],
            "url_keys": [url_key for _, _, url_key in part if url_key],
        }
        for row in tx.execute(_KNOWN, values):
            known = KnownEntry(
                row.key, row.url_key, row.digest, row.title, row.first_seen_at,
                ArticleId(row.article_id) if row.article_id else None, row.has_page,
            )  # fmt: skip
            found.setdefault(FeedId(row.feed_id), {})[row.key] = known
    return {feed_id: list(known.values()) for feed_id, known in found.items()}


_KNOWN = (
    select(
        entry.c.feed_id, entry.c.key, entry.c.url_key, entry.c.digest, entry.c.title, entry.c.first_seen_at,
        entry.c.article_id, exists().where(page.c.article_id == entry.c.article_id).label("has_page"),
    )
    .where(
        entry.c.feed_id.in_(bindparam("feeds", expanding=True)),
        or_(
            entry.c.key.in_(bindparam("keys", expanding=True)),
            entry.c.url_key.in_(bindparam("url_keys", expanding=True)),
        ),
    )
    .order_by(entry.c.id)
)  # fmt: skip


def add(tx: Tx, articles: Sequence[NewArticle], entries: Sequence[NewEntry], *, now: datetime) -> int:
    """Keep new articles and entries and return how many articles are new; what is there already stays as it is."""
    if not entries:
        return 0
    before = tx.execute(select(func.coalesce(func.max(article.c.id), 0))).scalar_one()
    if articles:
        tx.execute(dialect.insert_ignoring(tx, article), [_article_row(a, now) for a in articles])
        tx.execute(_HIDE_NEW, {"before": before})
    ids = _ids_by_key(tx, [e.article_key for e in entries if e.article_key])
    rows = [
        dict(
            feed_id=e.feed_id, article_id=ids.get(e.article_key), key=e.key, url_key=e.url_key, digest=e.digest,
            title=e.title, content=pack(e.content), first_seen_at=now,
        )
        for e in entries
    ]  # fmt: skip
    tx.execute(dialect.insert_ignoring(tx, entry), rows)
    return sum(1 for id_ in ids.values() if id_ > before)


_HIDE_NEW = (
    update(article)
    .where(
        article.c.id > bindparam("before"),
        article.c.source_id.in_(select(source.c.id).where(source.c.hidden)),
    )
    .values(hidden=True)
)
"""What a hidden source brings is hidden from the first moment on."""


def _article_row(a: NewArticle, now: datetime) -> dict[str, Any]:
    return dict(
        source_id=a.source_id, key=a.key, url=a.url, title=a.title, teaser=a.teaser, byline=a.byline,
        language=a.language, kind="headline", section=a.section, rights=a.rights, licence=a.licence, tags=a.tags, media=a.media,
        published_at=a.published_at, changed_at=a.changed_at, first_seen_at=now, hidden=False, round_id=a.round_id,
        stage=a.stage, asked=0, next_try_at=a.next_try_at, held_by="", tries=0,
    )  # fmt: skip


def _ids_by_key(tx: Tx, keys: Sequence[str]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for start in range(0, len(keys), IN_ONE_STATEMENT):
        part = keys[start : start + IN_ONE_STATEMENT]
        ids |= {
            row.key: row.id
            for row in tx.execute(select(article.c.key, article.c.id).where(article.c.key.in_(part)))
        }
    return ids


def change(tx: Tx, changes: Sequence[ChangedEntry], *, now: datetime) -> None:
    """Keep what entries say now, and send their articles through the pipeline again from the stage that each names."""
    if not changes:
        return
    tx.execute(
        update(entry)
        .where(entry.c.feed_id == bindparam("b_feed"), entry.c.key == bindparam("b_known"))
        .values(digest=bindparam("b_digest"), title=bindparam("b_title"), content=bindparam("b_content")),
        [
            {
                "b_feed": c.feed_id,
                "b_known": c.key,
                "b_digest": c.digest,
                "b_title": c.title,
                "b_content": pack(c.content),
            }
            for c in changes
        ],
    )
    articled = [c for c in changes if c.article_id is not None]
    if not articled:
        return
    tx.execute(
        update(article)
        .where(article.c.id == bindparam("b_id"))
        .values(
            title=bindparam("b_title"), teaser=bindparam("b_teaser"), changed_at=bindparam("b_changed"),
            stage=bindparam("b_again"), asked=article.c.asked + 1, next_try_at=now, held_by="", tries=0,
        ),
        [
            {"b_id": c.article_id, "b_title": c.title, "b_teaser": c.teaser, "b_changed": c.changed_at, "b_again": c.again}
            for c in articled
        ],
    )  # fmt: skip


def claim_to_fetch(tx: Tx, *, limit: int, now: datetime, lease: Lease) -> Sequence[ToFetch]:
    """Return articles whose page is to be fetched now."""
    claimed = {
        c.id: c
        for c in claim(
            tx, article, article.c.stage == "fetch", limit=limit, now=now, lease=lease, asked=article.c.asked
        )
    }
    if not claimed:
        return []
    rows = tx.execute(
        select(
            article.c.id, article.c.url, page.c.etag, page.c.last_modified, set_aside.c.tries.label("failed")
        )
        .select_from(
            article.outerjoin(page, page.c.article_id == article.c.id).outerjoin(
                set_aside, and_(set_aside.c.article_id == article.c.id, set_aside.c.stage == "fetch")
            )
        )
        .where(article.c.id.in_(list(claimed)))
        .order_by(article.c.id)
    )
    return [
        ToFetch(
            claimed[row.id],
            ArticleId(row.id),
            Url(row.url),
            Validators(row.etag or "", row.last_modified or ""),
            row.failed or 0,
        )
        for row in rows
    ]


def save_pages(
    tx: Tx,
    fetched: Sequence[tuple[Claimed, Document]],
    unchanged: Sequence[Claimed],
    failed: Sequence[PageFailure],
    *,
    now: datetime,
) -> None:
    """Keep pages and set aside what could not be had; all of them go on to be read, with or without a page."""
    everyone = [c for c, _ in fetched] + list(unchanged) + [f.claimed for f in failed]
    mine = still_open(tx, article, everyone, article.c.stage == "fetch", asked=article.c.asked)
    pages = [_page_row(ArticleId(c.id), document, now) for c, document in fetched if c.id in mine]
    if pages:
        tx.execute(dialect.upsert(tx, page, ["article_id"]), pages)
    settled = [c.id for c, _ in fetched if c.id in mine] + [c.id for c in unchanged if c.id in mine]
    if settled:
        tx.execute(delete(set_aside).where(set_aside.c.article_id.in_(settled), set_aside.c.stage == "fetch"))
    put_aside(
        tx,
        [
            (ArticleId(f.claimed.id), "fetch", f.code, f.reason, f.tries, f.again_at)
            for f in failed
            if f.claimed.id in mine
        ],
        now=now,
    )
    _move(tx, [c.id for c in everyone if c.id in mine], "read", now)


def not_yet(tx: Tx, waiting: Sequence[Claimed], *, now: datetime) -> None:
    """Give back articles whose host did not let us ask in time; others may be asked meanwhile."""
    work.release(tx, article, waiting, at=now + WAIT)


def _page_row(article_id: ArticleId, document: Document, now: datetime) -> dict[str, Any]:
    return dict(
        article_id=article_id, url=document.url, content_type=document.content_type[:200], body=pack(document.body),
        etag=document.validators.etag, last_modified=document.validators.last_modified, fetched_at=now,
    )  # fmt: skip


def put_aside(
    tx: Tx, rows: Sequence[tuple[ArticleId, str, str, str, int, datetime | None]], *, now: datetime
) -> None:
    """Note why articles did not pass a stage (article, stage, code, reason, tries, when again); the newest reason stands."""
    if rows:
        tx.execute(
            dialect.upsert(tx, set_aside, ["article_id", "stage"]),
            [
                dict(article_id=a, stage=s, code=c, reason=r[:500], tries=t, again_at=g, at=now)
                for a, s, c, r, t, g in rows
            ],
        )


def _move(tx: Tx, ids: Sequence[int], stage: str, next_try_at: datetime | None) -> None:
    if ids:
        tx.execute(
            update(article)
            .where(article.c.id.in_(list(ids)))
            .values(stage=stage, next_try_at=next_try_at, held_by="", tries=0)
        )


def retry(tx: Tx, article_ids: Sequence[ArticleId], *, now: datetime) -> int:
    """Fetch the pages of *article_ids* again, by hand, and return how many there are."""
    query = update(article).where(article.c.id.in_(list(article_ids)), article.c.url != "")
    return tx.execute(
        query.values(stage="fetch", asked=article.c.asked + 1, next_try_at=now, held_by="", tries=0)
    ).rowcount


def failed_of_source(tx: Tx, source_id: SourceId, *, limit: int = 1000) -> Sequence[ArticleId]:
    """Return the newest articles of a source whose page was set aside."""
    query = (
        select(article.c.id)
        .join(set_aside, set_aside.c.article_id == article.c.id)
        .where(article.c.source_id == source_id)
        .distinct()
        .order_by(article.c.id.desc())
        .limit(limit)
    )
    return [ArticleId(i) for i in tx.scalars(query)]

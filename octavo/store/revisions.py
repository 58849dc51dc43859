"""Texts of articles: what is to be read, and the revisions, annotations, hashtags and search text that reading gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import bindparam, case, delete, func, insert, select, update

from octavo.core.ids import ArticleId, HashtagId, PictureId, StoryId
from octavo.core.pages.outcome import Read, Unread
from octavo.core.pages.packed import Packed
from octavo.core.urls import Url, canonical
from octavo.store import articles, dialect, hiding, readings, stories
from octavo.store.database import Tx
from octavo.store.schema import (
    annotation,
    article,
    article_hashtag,
    entry,
    hashtag,
    page,
    picture,
    placement,
    revision,
    search_text,
    set_aside,
    source,
)
from octavo.store.work import Claimed, Lease, claim, still_open


@dataclass(frozen=True, slots=True)
class ToRead:
    """A claimed article with all that reading needs."""

    claimed: Claimed
    packed: Packed

    @property
    def unread(self) -> Unread:
        """The article without its page and its feed's text."""
        return self.packed.unread


def claim_to_read(tx: Tx, *, limit: int, now: datetime, lease: Lease) -> Sequence[ToRead]:
    """Return articles that are to be read now, with their pages and their feeds' texts."""
    claimed = {
        c.id: c
        for c in claim(
            tx, article, article.c.stage == "read", limit=limit, now=now, lease=lease, asked=article.c.asked
        )
    }
    if not claimed:
        return []
    # The newest entry speaks for the article; an article that two feeds carry has two.
    any_entry = entry.alias()
    newest = select(func.max(any_entry.c.id)).where(any_entry.c.article_id == article.c.id).scalar_subquery()
    rows = tx.execute(
        select(
            article.c.id, article.c.url, article.c.title, article.c.teaser, article.c.section, article.c.tags, article.c.byline,
            article.c.rights, article.c.licence, article.c.media,
            case((article.c.language != "", article.c.language), else_=source.c.language).label("language"), source.c.reader,
            entry.c.content, page.c.body, page.c.content_type, page.c.url.label("page_url"),
        )
        .select_from(
            article.join(source, source.c.id == article.c.source_id)
            .outerjoin(entry, entry.c.id == newest)
            .outerjoin(page, page.c.article_id == article.c.id)
        )
        .where(article.c.id.in_(list(claimed)))
        .order_by(article.c.id)
    )  # fmt: skip
    return [ToRead(claimed[row.id], _packed(row)) for row in rows]


def _packed(row: Any) -> Packed:
    unread = Unread(
        ArticleId(row.id), row.page_url or row.url, row.title, row.teaser, content_type=row.content_type or "",
        language=row.language, tags=tuple(orjson.loads(row.tags)) if row.tags else (), section=row.section, byline=row.byline,
        rights=row.rights, licence=row.licence, picture=_feed_picture(row.media), reader=row.reader,
    )  # fmt: skip
    return Packed(unread, page=row.body, feed_text=row.content)


def _feed_picture(media: str) -> str:
    """Return the address of the first picture that came with the entry, or empty."""
    return next(
        (str(one["url"]) for one in (orjson.loads(media) if media else ()) if one["kind"] == "image"), ""
    )


def save(tx: Tx, outcomes: Sequence[tuple[Claimed, Read]], *, now: datetime) -> None:
    """Keep what was read; a text that is as it was makes no new revision. An article that has no story yet goes on to be folded."""
    mine = still_open(tx, article, [c for c, _ in outcomes], article.c.stage == "read", asked=article.c.asked)
    reads = [read for c, read in outcomes if c.id in mine]
    if not reads:
        return
    ids = [read.article_id for read in reads]
    kept = _add_revisions(tx, reads, now)
    _annotate(tx, reads, kept)
    _tag(tx, reads)
    hiding.veil(tx, ids)
    tx.execute(
        dialect.upsert(tx, search_text, ["article_id"]),
        [dict(article_id=r.article_id, tokens=r.search_text) for r in reads],
    )
    tx.execute(delete(set_aside).where(set_aside.c.article_id.in_(ids), set_aside.c.stage == "read"))
    articles.put_aside(tx, [(r.article_id, "read", *r.refused, 1, None) for r in reads if r.refused], now=now)
    readings.keep(tx, reads, now=now)
    pictures = _picture_ids(tx, reads, now)
    placed = {ArticleId(a): StoryId(s) for a, s in tx.execute(_PLACED, {"ids": ids})}
    tx.execute(
        update(article)
        .where(article.c.id == bindparam("b_id"))
        .values(
            kind=bindparam("b_kind"), title=bindparam("b_title"), byline=bindparam("b_byline"), language=bindparam("b_language"),
            genre=bindparam("b_genre"), agencies=bindparam("b_agencies"), walled=bindparam("b_walled"), section=bindparam("b_section"), rights=bindparam("b_rights"), licence=bindparam("b_licence"),
            revision_id=bindparam("b_revision"), picture_id=func.coalesce(bindparam("b_picture"), article.c.picture_id),
            changed_at=func.coalesce(bindparam("b_changed", type_=article.c.changed_at.type), article.c.changed_at),
            stage=bindparam("b_stage"), next_try_at=None, held_by="", tries=0,
        ),
        [
            {
                "b_id": r.article_id, "b_kind": r.kind, "b_title": r.title, "b_byline": r.byline[:500], "b_language": r.language,
                "b_genre": r.genre, "b_agencies": ", ".join(r.agencies)[:500], "b_walled": r.walled, "b_section": r.section, "b_rights": r.rights, "b_licence": r.licence, "b_revision": kept[r.article_id],
                "b_picture": pictures.get(r.article_id), "b_changed": r.modified,
                "b_stage": "" if r.article_id in placed else "fold",
            }
            for r in reads
        ],
    )  # fmt: skip
    stories.settle(tx, sorted(placed))
    stories.refresh(tx, sorted(set(placed.values())))


_PLACED = select(placement.c.article_id, placement.c.story_id).where(
    placement.c.article_id.in_(bindparam("ids", expanding=True))
)


def _add_revisions(tx: Tx, reads: Sequence[Read], now: datetime) -> dict[ArticleId, int]:
    """Return each article's newest revision, made now where its text is new."""
    ids = [r.article_id for r in reads]
    newest = (
        select(revision.c.article_id, func.max(revision.c.number).label("number"))
        .where(revision.c.article_id.in_(ids))
        .group_by(revision.c.article_id)
        .subquery()
    )
    had = {
        row.article_id: row
        for row in tx.execute(
            select(revision.c.id, revision.c.article_id, revision.c.number, revision.c.digest).join(
                newest,
                (newest.c.article_id == revision.c.article_id) & (newest.c.number == revision.c.number),
            )
        )
    }
    kept = {ArticleId(a): int(row.id) for a, row in had.items()}
    fresh = [r for r in reads if r.article_id not in had or had[r.article_id].digest != r.digest]
    if fresh:
        rows = [
            dict(
                article_id=r.article_id, number=had[r.article_id].number + 1 if r.article_id in had else 1, at=now,
                title=r.title, text=r.text, blocks=orjson.dumps(r.blocks).decode(), marks=r.marks, digest=r.digest,
            )
            for r in fresh
        ]  # fmt: skip
        added = tx.execute(insert(revision).returning(revision.c.id, revision.c.article_id), rows)
        kept |= {ArticleId(row.article_id): int(row.id) for row in added}
    return kept


def _annotate(tx: Tx, reads: Sequence[Read], kept: dict[ArticleId, int]) -> None:
    tx.execute(
        dialect.upsert(tx, annotation, ["revision_id"]),
        [
            dict(
                revision_id=kept[r.article_id], language=r.language, entities=r.entities,
                sentences=orjson.dumps(r.sentences).decode(), features=r.features, origin_key=r.origin_key,
            )
            for r in reads
        ],
    )  # fmt: skip


def _tag(tx: Tx, reads: Sequence[Read]) -> None:
    """Give articles their hashtags."""
    labels = {tag: label for r in reads for tag, label in r.hashtags}
    tx.execute(delete(article_hashtag).where(article_hashtag.c.article_id.in_([r.article_id for r in reads])))
    if labels:
        # Sorted, so that two workers who bring the same tags wait for each other in one order.
        tx.execute(
            dialect.insert_ignoring(tx, hashtag),
            [dict(tag=t, label=labels[t], hidden=False) for t in sorted(labels)],
        )
        known = {row.tag: row for row in tx.execute(select(hashtag).where(hashtag.c.tag.in_(list(labels))))}
        tx.execute(
            insert(article_hashtag),
            [
                dict(article_id=r.article_id, hashtag_id=HashtagId(known[tag].id), position=place)
                for r in reads
                for place, tag in enumerate(dict(r.hashtags))
            ],
        )


def _picture_ids(tx: Tx, reads: Sequence[Read], now: datetime) -> dict[ArticleId, PictureId]:
    """Return the picture of each article that has one; new ones are due to be fetched."""
    named = {r.article_id: (canonical(Url(r.picture.url)), r.picture) for r in reads if r.picture}
    if not named:
        return {}
    rows = {
        key: dict(
            key=key, url=p.url, alt=p.alt[:500], caption=p.caption[:1000], credit=p.credit[:500], state="due", code="", width=0, height=0, type="",
            next_try_at=now, held_by="", tries=0,
        )
        for key, p in named.values()
    }  # fmt: skip
    tx.execute(dialect.insert_ignoring(tx, picture), [rows[key] for key in sorted(rows)])
    ids = {
        row.key: PictureId(row.id)
        for row in tx.execute(select(picture.c.key, picture.c.id).where(picture.c.key.in_(list(rows))))
    }
    return {article_id: ids[key] for article_id, (key, _) in named.items()}

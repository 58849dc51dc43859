"""Stories: what waits to be folded, where articles are placed, and the counts that pages show."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import and_, bindparam, case, delete, exists, func, insert, or_, select, update

from octavo.core.fold.memory import Arrival, Placed
from octavo.core.fold.related import Related
from octavo.core.ids import ArticleId, RoundId, StoryId
from octavo.store import dialect, work
from octavo.store.database import Tx
from octavo.store.schema import annotation, article, feed, placement, related, round_, set_aside, story

FOLD_LOCK: Final = 7_000_003
FOLD_LEASE: Final = "fold"
LAST_STORY: Final = "last_story"
"""Under this name the highest story number is kept: a number is never given twice, even when its story is gone."""
IN_ONE_STATEMENT = 500


def next_round(tx: Tx, *, late: datetime) -> tuple[RoundId, bool] | None:
    """Return the oldest round that is not folded yet and whether it may be folded now; None: there is none.

    It may when each of its feeds is polled and each of its articles read or set aside, or when it was opened before *late*.
    """
    row = tx.execute(
        select(round_.c.id, round_.c.opened_at)
        .where(round_.c.folded_at.is_(None))
        .order_by(round_.c.id)
        .limit(1)
    ).first()
    if row is None:
        return None
    polling = tx.execute(select(exists().where(feed.c.round_id == row.id))).scalar_one()
    reading = exists().where(article.c.round_id == row.id, article.c.stage.in_(("fetch", "read")))
    waits = polling or tx.execute(select(reading)).scalar_one()
    return RoundId(row.id), not waits or row.opened_at < late


def of_round(tx: Tx, round_id: RoundId, *, limit: int) -> Sequence[Arrival]:
    """Return the first *limit* articles of a round that are ready to be folded, in the order of folding: (published, key)."""
    query = (
        select(
            article.c.id,
            article.c.key,
            article.c.published_at,
            annotation.c.features,
            annotation.c.origin_key,
        )
        .join(annotation, annotation.c.revision_id == article.c.revision_id)
        .where(article.c.round_id == round_id, article.c.stage == "fold")
        .order_by(article.c.published_at, article.c.key)
        .limit(limit)
    )
    return [
        Arrival(ArticleId(r.id), r.key, r.published_at, r.features, r.origin_key) for r in tx.execute(query)
    ]


def last_placed(tx: Tx, *, limit: int) -> tuple[Sequence[Placed], StoryId]:
    """Return the articles that were folded last, oldest first, and the story that was founded last: the fold's memory."""
    newest = select(placement).order_by(placement.c.sequence.desc()).limit(limit)
    rows = reversed(tx.execute(newest).all())
    placed = [
        Placed(
            ArticleId(r.article_id),
            StoryId(r.story_id),
            ArticleId(r.origin_id),
            r.at,
            r.features,
            r.origin_key,
        )
        for r in rows
    ]
    return placed, StoryId(int(work.noted(tx, LAST_STORY) or 0))


def place(tx: Tx, placed: Sequence[Placed], *, last_story: StoryId) -> None:
    """Put articles into their stories and found the stories that are new; none of the articles may have a story yet."""
    if placed:
        old = StoryId(int(work.noted(tx, LAST_STORY) or 0))
        firsts: dict[StoryId, Placed] = {}
        for p in placed:
            if p.story_id > old:
                firsts.setdefault(p.story_id, p)
        if firsts:
            tx.execute(insert(story), [_story_row(story_id, p) for story_id, p in firsts.items()])
        sequence = tx.execute(select(func.coalesce(func.max(placement.c.sequence), 0))).scalar_one()
        tx.execute(
            insert(placement),
            [
                dict(
                    article_id=p.article_id, story_id=p.story_id, origin_id=p.origin_id, sequence=sequence + number,
                    at=p.at, features=p.features, origin_key=p.origin_key,
                )
                for number, p in enumerate(placed, start=1)
            ],
        )  # fmt: skip
        work.note(tx, LAST_STORY, str(last_story))
        settle(tx, [p.article_id for p in placed])
        refresh(tx, sorted({p.story_id for p in placed}))


def _story_row(story_id: StoryId, first: Placed) -> dict[str, Any]:
    return dict(
        id=story_id, headline_id=first.article_id, first_at=first.at, updated_at=first.at, articles=0, sources=0,
        origins=0, languages=0, section="general",
    )  # fmt: skip


def settle(tx: Tx, ids: Sequence[ArticleId]) -> None:
    """Mark articles that have a story as done; a page that is to be tried again by itself goes back to be fetched."""
    again = (
        select(set_aside.c.again_at)
        .where(set_aside.c.article_id == article.c.id, set_aside.c.stage == "fetch")
        .scalar_subquery()
    )
    for start in range(0, len(ids), IN_ONE_STATEMENT):
        tx.execute(
            update(article)
            .where(article.c.id.in_(list(ids[start : start + IN_ONE_STATEMENT])))
            .values(
                asked=article.c.asked + 1,
                round_id=None,
                next_try_at=again,
                stage=case((again.is_not(None), "fetch"), else_=""),
                held_by="",
                tries=0,
            )
        )


def close_round(tx: Tx, round_id: RoundId, *, now: datetime) -> None:
    """Note that a round is folded; what is not read yet joins the next one."""
    slow = and_(article.c.round_id == round_id, article.c.stage != "fold")
    if tx.execute(select(exists().where(slow))).scalar_one():
        following = tx.execute(
            select(func.min(round_.c.id)).where(round_.c.folded_at.is_(None), round_.c.id > round_id)
        ).scalar()
        if following is None:
            following = tx.execute(insert(round_).values(opened_at=now).returning(round_.c.id)).scalar_one()
        tx.execute(update(article).where(slow).values(round_id=following))
    left = exists().where(article.c.round_id == round_id)
    tx.execute(update(round_).where(round_.c.id == round_id, ~left).values(folded_at=now))


def refresh(tx: Tx, story_ids: Sequence[StoryId]) -> None:
    """Count anew what is visible of *story_ids*, and choose their headlines: the first report that is not a copy."""
    for start in range(0, len(story_ids), IN_ONE_STATEMENT):
        _refresh(tx, story_ids[start : start + IN_ONE_STATEMENT])


def _refresh(tx: Tx, story_ids: Sequence[StoryId]) -> None:
    which = {"ids": list(story_ids)}
    firsts: dict[int, tuple[int, str]] = {}
    for row in tx.execute(_EARLIEST, which):
        firsts.setdefault(row.story_id, (row.id, row.section))
    rows = [
        {f"b_{name}": getattr(row, name) for name in _COUNTED}
        | {
            "b_id": row.story_id,
            "b_headline_id": firsts[row.story_id][0],
            "b_section": firsts[row.story_id][1],
        }
        for row in tx.execute(_COUNTS, which)
    ]
    tx.execute(_NOTHING_VISIBLE, which)
    if rows:
        tx.execute(_RECOUNTED, rows)


_COUNTED: Final = ("articles", "sources", "origins", "languages", "first_at", "updated_at")
_VISIBLE = placement.join(article, article.c.id == placement.c.article_id)
_OF_STORIES = (placement.c.story_id.in_(bindparam("ids", expanding=True)), ~article.c.hidden)
_COUNTS = (
    select(
        placement.c.story_id,
        func.count().label("articles"),
        func.count(article.c.source_id.distinct()).label("sources"),
        func.count(placement.c.origin_id.distinct()).label("origins"),
        func.count(article.c.language.distinct()).label("languages"),
        func.min(placement.c.at).label("first_at"),
        func.max(placement.c.at).label("updated_at"),
    )
    .select_from(_VISIBLE)
    .where(*_OF_STORIES)
    .group_by(placement.c.story_id)
)
_EARLIEST = (
    select(placement.c.story_id, article.c.id, article.c.section)
    .select_from(_VISIBLE)
    .where(*_OF_STORIES)
    .order_by(
        placement.c.story_id,
        article.c.title == "",
        placement.c.origin_id != placement.c.article_id,
        placement.c.at,
        placement.c.sequence,
    )
)
"""The reports of each story, those first that may give it its headline: the first that is not a copy."""
_NOTHING_VISIBLE = (
    update(story)
    .where(story.c.id.in_(bindparam("ids", expanding=True)))
    .values(headline_id=None, articles=0, sources=0, origins=0, languages=0)
)
_RECOUNTED = (
    update(story)
    .where(story.c.id == bindparam("b_id"))
    .values({n: bindparam(f"b_{n}", type_=story.c[n].type) for n in (*_COUNTED, "headline_id", "section")})
)


def save_related(tx: Tx, found: Sequence[Related], *, of: Sequence[StoryId]) -> None:
    """Replace what is known to be related to the stories *of*; what they share is kept as JSON pairs of key and name."""
    for start in range(0, len(of), IN_ONE_STATEMENT):
        part = list(of[start : start + IN_ONE_STATEMENT])
        tx.execute(delete(related).where(or_(related.c.story_id.in_(part), related.c.other_id.in_(part))))
    rows = {
        (a, b): dict(story_id=a, other_id=b, shared=_pairs(one), weight=one.weight)
        for one in found
        for a, b in ((one.story, one.other), (one.other, one.story))
    }
    if rows:
        tx.execute(dialect.upsert(tx, related, ["story_id", "other_id"]), list(rows.values()))


def _pairs(related_: Related) -> str:
    return orjson.dumps([(shared.key, shared.name) for shared in related_.shared]).decode()

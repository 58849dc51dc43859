"""Blocks bind: an article is hidden when its source or one of its hashtags is, and every count of its story follows."""

from collections.abc import Sequence

from sqlalchemy import exists, or_, select, update

from octavo.core.errors import NotFound
from octavo.core.ids import ArticleId, HashtagId, SourceId, StoryId
from octavo.store import stories
from octavo.store.database import Tx
from octavo.store.schema import article, article_hashtag, hashtag, placement, source

IN_ONE_STATEMENT = 500

_BY_SOURCE = exists().where(source.c.id == article.c.source_id, source.c.hidden)
_BY_HASHTAG = exists().where(
    article_hashtag.c.article_id == article.c.id,
    hashtag.c.id == article_hashtag.c.hashtag_id,
    hashtag.c.hidden,
)


def veil(tx: Tx, article_ids: Sequence[ArticleId]) -> None:
    """Hide those of *article_ids* that their source or a hashtag hides, and show the others."""
    for start in range(0, len(article_ids), IN_ONE_STATEMENT):
        part = article_ids[start : start + IN_ONE_STATEMENT]
        tx.execute(
            update(article).where(article.c.id.in_(list(part))).values(hidden=or_(_BY_SOURCE, _BY_HASHTAG))
        )


def hide_source(tx: Tx, source_id: SourceId, *, hidden: bool) -> None:
    """Hide a source everywhere, or show it again."""
    if not tx.execute(update(source).where(source.c.id == source_id).values(hidden=hidden)).rowcount:
        raise NotFound(f"There is no source {source_id}.")
    follow(tx, list(tx.scalars(select(article.c.id).where(article.c.source_id == source_id))))


def hide_hashtag(tx: Tx, hashtag_id: HashtagId, *, hidden: bool) -> None:
    """Hide a hashtag and all its articles everywhere, or show them again."""
    if not tx.execute(update(hashtag).where(hashtag.c.id == hashtag_id).values(hidden=hidden)).rowcount:
        raise NotFound("There is no such hashtag.")
    follow(
        tx,
        list(
            tx.scalars(select(article_hashtag.c.article_id).where(article_hashtag.c.hashtag_id == hashtag_id))
        ),
    )


def follow(tx: Tx, article_ids: Sequence[ArticleId]) -> None:
    """Let what is hidden, and what stories count, follow a change of sources or hashtags of articles."""
    veil(tx, article_ids)
    touched: set[StoryId] = set()
    for start in range(0, len(article_ids), IN_ONE_STATEMENT):
        part = list(article_ids[start : start + IN_ONE_STATEMENT])
        touched |= {
            StoryId(i)
            for i in tx.scalars(select(placement.c.story_id).where(placement.c.article_id.in_(part)))
        }
    stories.refresh(tx, sorted(touched))

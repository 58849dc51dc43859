"""Keep times: what is old enough goes, in small transactions, and what it was counted in is counted anew."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, exists, select, update

from octavo.core.ids import StoryId
from octavo.store import dialect, stories, work
from octavo.store.database import Tx
from octavo.store.schema import article, login_failure, page, picture, placement, poll, round_, session, story

POLLS_FOR: Final = timedelta(days=30)
AT_ONCE: Final = 500


def drop_pages(tx: Tx, *, before: datetime) -> int:
    """Forget the bytes of raw pages fetched *before*; their validators stay. Return how many; call again until none."""
    old = select(page.c.article_id).where(page.c.fetched_at < before, page.c.body.is_not(None)).limit(AT_ONCE)
    return tx.execute(update(page).where(page.c.article_id.in_(old)).values(body=None)).rowcount


def drop_articles(tx: Tx, *, before: datetime) -> int:
    """Forget articles published *before*, with all that was made of them, and stories that are empty then; as `drop_pages`."""
    ids = list(
        tx.scalars(
            select(article.c.id).where(article.c.published_at < before, article.c.stage == "").limit(AT_ONCE)
        )
    )
    if not ids:
        return 0
    touched = [
        StoryId(i)
        for i in tx.scalars(select(placement.c.story_id).where(placement.c.article_id.in_(ids)).distinct())
    ]
    work.count_on(tx, stories.FOLD_LEASE)  # the folder must not remember what is gone
    tx.execute(delete(article).where(article.c.id.in_(ids)))
    empty = ~exists().where(placement.c.story_id == story.c.id)
    tx.execute(delete(story).where(story.c.id.in_(touched), empty))
    stories.refresh(tx, touched)
    orphans = select(picture.c.id).where(~exists().where(article.c.picture_id == picture.c.id)).limit(AT_ONCE)
    tx.execute(delete(picture).where(picture.c.id.in_(orphans)))
    return len(ids)


def drop_traces(tx: Tx, *, now: datetime) -> None:
    """Forget old polls, closed rounds, ended sessions and failed logins, and renew the planner's statistics."""
    tx.execute(delete(poll).where(poll.c.at < now - POLLS_FOR))
    tx.execute(delete(round_).where(round_.c.folded_at < now - POLLS_FOR))
    tx.execute(delete(session).where(session.c.expires_at < now))
    tx.execute(delete(login_failure).where(login_failure.c.at < now - timedelta(days=1)))
    tx.execute(dialect.analyse(tx))

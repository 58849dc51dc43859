"""The line, top to bottom: poll -> fetch -> read -> fold; pictures and tidying up beside it.

A stage takes a batch: load, one pure call each in the pool, save in one transaction. Running it twice is harmless.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from octavo.app import extraction, folding, polling, tidying
from octavo.app.compute import Done, Failed
from octavo.app.desk import Desk
from octavo.app.engine import Stage
from octavo.app.waves import in_waves
from octavo.core.again import page_again, picture_again
from octavo.core.document import Document, NotModified
from octavo.core.errors import FetchError, OctavoError
from octavo.core.ids import ArticleId
from octavo.core.pages.outcome import Read, Unread
from octavo.core.pages.packed import read_packed
from octavo.core.pictures.draw import Drawing, draw
from octavo.store import articles, pictures, revisions
from octavo.store.articles import PageFailure, ToFetch
from octavo.store.pictures import Drawn, DuePicture, Undrawn
from octavo.store.revisions import ToRead

# fetch: the page of an article


async def claim_to_fetch(desk: Desk) -> Sequence[ToFetch]:
    """Return articles whose page is to be fetched."""
    return await desk.db.write(articles.claim_to_fetch, limit=50, now=desk.clock(), lease=desk.holder())


async def fetch(desk: Desk, batch: Sequence[ToFetch]) -> None:
    """Fetch pages; what cannot be had is set aside with its reason, and its article is read from what the feed said."""
    left = await in_waves(
        partial(_fetch_one, desk), batch, partial(_keep_pages, desk), seconds=desk.lease.total_seconds() / 2
    )
    if left:
        await desk.db.write(articles.not_yet, [article.claimed for article in left], now=desk.clock())


async def _fetch_one(desk: Desk, article: ToFetch) -> tuple[ToFetch, Document | NotModified | FetchError]:
    try:
        return article, await desk.web.get(article.url, kind="page", validators=article.validators)
    except FetchError as error:
        return article, error


async def _keep_pages(
    desk: Desk, answers: Sequence[tuple[ToFetch, Document | NotModified | FetchError]]
) -> None:
    now = desk.clock()
    fetched = [(a.claimed, answer) for a, answer in answers if isinstance(answer, Document)]
    unchanged = [a.claimed for a, answer in answers if isinstance(answer, NotModified)]
    failed = [_page_failure(a, answer, desk) for a, answer in answers if isinstance(answer, OctavoError)]
    await desk.db.write(articles.save_pages, fetched, unchanged, failed, now=now)


def _page_failure(article: ToFetch, error: OctavoError, desk: Desk) -> PageFailure:
    tries = article.tries_before + 1
    again = page_again(error, failures=tries, now=desk.clock())
    return PageFailure(article.claimed, error.code, str(error), tries, again)


async def _no_page(desk: Desk, article: ToFetch, error: OctavoError) -> None:
    await desk.db.write(articles.save_pages, [], [], [_page_failure(article, error, desk)], now=desk.clock())


# read: extract, gate, annotate


async def claim_to_read(desk: Desk) -> Sequence[ToRead]:
    """Return articles that are to be read."""
    return await desk.db.write(revisions.claim_to_read, limit=50, now=desk.clock(), lease=desk.holder())


async def read(desk: Desk, batch: Sequence[ToRead]) -> None:
    """Extract, judge and annotate each article; a text that a library fails on is left out, with the reason."""
    outcomes = await desk.compute(read_packed, [item.packed for item in batch])
    reads = [
        (
            item.claimed,
            outcome.value
            if isinstance(outcome, Done)
            else read_bare(item.unread, outcome.code, outcome.reason),
        )
        for item, outcome in zip(batch, outcomes, strict=True)
    ]
    await desk.db.write(revisions.save, reads, now=desk.clock())
    await extraction.look_after(desk, [one.article_id for _, one in reads if one.page is not None])


def read_bare(unread: Unread, code: str, reason: str) -> Read:
    """Return the article as nothing but its headline, without asking a library for anything."""
    return Read(
        article_id=ArticleId(unread.article_id), kind="headline", title=unread.title, text="", blocks=(),
        byline=unread.byline, language=unread.language, section="general", entities="[]", sentences=(), hashtags=(),
        features=folding.NO_FEATURES, origin_key="", search_text="", digest=code, rights=unread.rights,
        licence=unread.licence, refused=(code, reason),
    )  # fmt: skip


async def _unreadable(desk: Desk, item: ToRead, error: OctavoError) -> None:
    bare = (item.claimed, read_bare(item.unread, error.code, str(error)))
    await desk.db.write(revisions.save, [bare], now=desk.clock())


# pictures


async def claim_pictures(desk: Desk) -> Sequence[DuePicture]:
    """Return pictures that are to be fetched."""
    return await desk.db.write(pictures.claim_due, limit=20, now=desk.clock(), lease=desk.holder())


async def picture(desk: Desk, batch: Sequence[DuePicture]) -> None:
    """Fetch pictures and draw them anew, small."""
    await in_waves(partial(_fetch_picture, desk), batch, partial(_draw, desk))


async def _fetch_picture(desk: Desk, due: DuePicture) -> tuple[DuePicture, Document | FetchError]:
    try:
        answer = await desk.web.get(due.url, kind="picture")
    except FetchError as error:
        return due, error
    assert isinstance(answer, Document)  # nothing conditional was asked
    return due, answer


async def _draw(desk: Desk, answers: Sequence[tuple[DuePicture, Document | FetchError]]) -> None:
    bodies = [a.body for _, a in answers if isinstance(a, Document)]
    drawings = iter(await desk.compute(draw, bodies, weight=len))
    now = desk.clock()
    outcomes = [(due.claimed, _drawn(due, answer, drawings, now=now)) for due, answer in answers]
    await desk.db.write(pictures.save, outcomes, now=now)


def _drawn(
    due: DuePicture,
    answer: Document | FetchError,
    drawings: Iterator[Done[Drawing] | Failed],
    *,
    now: datetime,
) -> Drawn | Undrawn:
    if isinstance(answer, FetchError):
        return Undrawn(answer.code, picture_again(answer, failures=due.claimed.tries, now=now))
    outcome = next(drawings)
    if isinstance(outcome, Done):
        drawing = outcome.value
        return Drawn(drawing.type, drawing.width, drawing.height, drawing.body)
    return Undrawn(outcome.code, None)


async def _no_picture(desk: Desk, due: DuePicture, error: OctavoError) -> None:
    await desk.db.write(pictures.save, [(due.claimed, Undrawn(error.code, None))], now=desk.clock())


def line(desk: Desk) -> tuple[Stage, ...]:
    """Return the stages in the order in which an article goes through them."""
    folder = folding.Folder()
    return (
        Stage("poll", polling.claim, polling.poll, polling.give_up, lambda feed: feed.claimed, slots=2),
        Stage("fetch", claim_to_fetch, fetch, _no_page, lambda article: article.claimed, slots=3),
        Stage("read", claim_to_read, read, _unreadable, lambda item: item.claimed, slots=2),
        Stage("fold", folder.claim, folder.fold, folder.give_up, lambda item: item.claimed),
        Stage("picture", claim_pictures, picture, _no_picture, lambda due: due.claimed),
        Stage("tidy", tidying.claim, tidying.tidy, tidying.give_up, lambda turn: turn),
    )

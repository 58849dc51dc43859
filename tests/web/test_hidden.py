"""Blocks bind: what is hidden is on no page, in no count and in no feed."""

import pytest
from sqlalchemy import select

from octavo.core.ids import HashtagId
from octavo.store import hiding
from octavo.store.database import Database, Tx
from octavo.store.schema import hashtag
from tests.moments import Clock
from tests.newsroom import Newsroom
from tests.web.conftest import Opener
from tests.web.pages.conftest import address_of
from tests.web.pages.news import FLOOD, PAGES, path_of, tell_news
from tests.web.site import Site

GONE = ("River Post", FLOOD, "Water reached the market", "A. Writer", "flood.jpg", 'href="/hashtag/flood"')
FEEDS = [f"{page}/feed.{form}" for page in ("", "/section/disasters") for form in ("atom", "json")]


@pytest.fixture
def newsroom(db: Database) -> Newsroom:
    made = Newsroom(db)
    tell_news(made)
    return made


async def open_public(opened: Opener, db: Database, clock: Clock) -> Site:
    return await opened(database=address_of(db), clock=clock, password="correct horse battery", public=True)


def hide_tag(tx: Tx) -> None:
    found = tx.execute(select(hashtag.c.id).where(hashtag.c.tag == "flood")).scalar_one()
    hiding.hide_hashtag(tx, HashtagId(found), hidden=True)


async def seen(site: Site, newsroom: Newsroom) -> dict[str, str]:
    paths = [*FEEDS, *(path_of(page, newsroom) for page in PAGES), "/search/feed.atom?q=water"]
    story = path_of("story", newsroom)
    found = {}
    for path in [
        *paths,
        f"{story}/feed.atom",
        f"{path_of('source', newsroom)}/feed.json",
        "/hashtag/flood/feed.json",
    ]:
        answer = await site.get(path)
        found[path] = answer.text if answer.status == 200 else ""
    return found


async def test_a_hidden_source_is_on_no_page_and_in_no_feed(
    opened: Opener, db: Database, clock: Clock, newsroom: Newsroom
) -> None:
    site = await open_public(opened, db, clock)
    before = await seen(site, newsroom)
    db.write_now(hiding.hide_source, newsroom.sources["River Post"], hidden=True)

    after = await seen(site, newsroom)

    assert all(before.values())
    for path, text in after.items():
        for gone in GONE:
            assert gone not in text, path
    assert "<b>2</b> sources" in after["/"]
    assert after[path_of("article", newsroom)] == ""
    assert after[path_of("source", newsroom)] == ""


async def test_a_hidden_hashtag_takes_its_reports_from_every_page_and_feed(
    opened: Opener, db: Database, clock: Clock, newsroom: Newsroom
) -> None:
    site = await open_public(opened, db, clock)
    db.write_now(hide_tag)

    after = await seen(site, newsroom)

    for path, text in after.items():
        for gone in (FLOOD, "Water reached the market", "A. Writer", 'href="/hashtag/flood"', "#Flood"):
            assert gone not in text, path
    assert after["/hashtag/flood"] == ""


async def test_the_picture_of_a_hidden_report_is_not_served(
    opened: Opener, db: Database, clock: Clock, newsroom: Newsroom
) -> None:
    site = await open_public(opened, db, clock)
    path = (await site.get(path_of("article", newsroom))).text.partition('<img src="')[2].partition('"')[0]
    assert (await site.get(path)).status == 200

    db.write_now(hiding.hide_source, newsroom.sources["River Post"], hidden=True)

    assert (await site.get(path)).status == 404


async def test_the_owner_still_sees_the_health_of_a_hidden_source_and_can_show_it_again(
    opened: Opener, db: Database, clock: Clock, newsroom: Newsroom
) -> None:
    site = await opened(database=address_of(db), clock=clock)
    db.write_now(hiding.hide_source, newsroom.sources["River Post"], hidden=True)
    path = path_of("source", newsroom)

    page = (await site.get(path)).text
    await site.post(f"/following/sources/{newsroom.sources['River Post']}/show", {"back": path})

    assert "This source is hidden" in page
    assert FLOOD not in page
    assert FLOOD in (await site.get("/")).text

"""Fetching and reading pages on both databases, against a well-behaved web."""

from typing import Any

from sqlalchemy import select

from octavo.app import stages
from octavo.app.desk import Desk
from octavo.app.engine import Stuck
from octavo.core import again
from octavo.store import articles
from octavo.store.database import Tx
from octavo.store.schema import article, set_aside
from tests.app import press
from tests.app.press import drain, follow, html, item, poll_all, rss
from tests.fetch.outlet import Outlet
from tests.moments import NOON, Clock


async def test_a_page_is_fetched_read_and_folded_into_a_story(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise")))
    outlet.put("a.test/1", html("Rivers rise"))
    await follow(desk, "http://a.test/feed")

    await drain(desk)

    assert await desk.db.read(press.kinds) == {"http://a.test/1": "article"}
    assert (await desk.db.read(press.texts))[0][2].split("\n\n") == list(press.SENTENCES)
    assert await desk.db.read(_left) == []


async def test_a_page_that_cannot_be_had_is_set_aside_and_the_feed_speaks(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise", text="The Elbe rose.")))
    outlet.put("a.test/1", b"", status=503)
    await follow(desk, "http://a.test/feed")

    await drain(desk)

    assert await desk.db.read(press.asides) == [("fetch", "server_error", 1)]
    assert await desk.db.read(press.texts) == [("http://a.test/1", 1, "The Elbe rose.")]
    assert await desk.db.read(_again) == [NOON + again.PAGE[0]]


async def test_a_page_that_failed_for_the_moment_is_tried_again_by_itself(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise")))
    outlet.put("a.test/1", b"", status=500)
    await follow(desk, "http://a.test/feed", reads="page")
    await drain(desk)
    outlet.put("a.test/1", html("Rivers rise"))
    clock.advance(minutes=61)

    await drain(desk)

    assert await desk.db.read(press.kinds) == {"http://a.test/1": "article"}
    assert await desk.db.read(press.asides) == []


async def test_a_page_that_fails_again_and_again_is_left_to_the_owner(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise")))
    outlet.put("a.test/1", b"", status=500)
    await follow(desk, "http://a.test/feed", reads="page")
    for _ in range(6):
        await drain(desk)
        clock.advance(days=2)
    asked = outlet.paths().count("a.test/1")
    outlet.put("a.test/1", html("Rivers rise"))
    clock.advance(days=30)
    await drain(desk)
    by_itself = await desk.db.read(press.kinds)

    await desk.db.write(articles.retry, await desk.db.read(_ids), now=clock())
    await drain(desk)

    assert asked == 1 + len(again.PAGE)
    assert by_itself == {"http://a.test/1": "headline"}
    assert await desk.db.read(press.kinds) == {"http://a.test/1": "article"}
    assert await desk.db.read(press.asides) == []


async def test_what_robots_txt_forbids_is_not_asked_for(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/robots.txt", b"User-agent: *\nDisallow: /1\n")
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise")))
    await follow(desk, "http://a.test/feed")

    await drain(desk)

    assert "a.test/1" not in outlet.paths()
    assert await desk.db.read(press.asides) == [("fetch", "forbidden_by_robots", 1)]
    assert await desk.db.read(_again) == [None]


async def test_a_text_that_is_not_the_article_is_a_headline_and_says_why(desk: Desk, outlet: Outlet) -> None:
    wall = (
        b"<html><body><h1>We value your privacy</h1><p>We and our partners store cookies.</p></body></html>"
    )
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise")))
    outlet.put("a.test/1", wall)
    await follow(desk, "http://a.test/feed")

    await drain(desk)

    assert await desk.db.read(press.kinds) == {"http://a.test/1": "headline"}
    ((stage, code, _),) = await desk.db.read(press.asides)
    assert (stage, code) == ("read", "consent_wall")


async def test_one_bad_page_costs_its_batch_nothing(desk: Desk, outlet: Outlet) -> None:
    links = {n: f"http://a.test/{n}" for n in range(4)}
    outlet.put("a.test/feed", rss(*(item(link, f"Rivers rise {n}") for n, link in links.items())))
    outlet.put("a.test/0", html("Rivers rise 0"))
    outlet.put("a.test/1", b"<div>" * 200_000)
    outlet.put("a.test/2", b"%PDF-1.7 \x00\xff" * 50)
    outlet.put("a.test/3", html("Rivers rise 3"))
    await follow(desk, "http://a.test/feed")

    await drain(desk)

    kinds = await desk.db.read(press.kinds)
    assert [kinds[links[n]] for n in range(4)] == ["article", "headline", "headline", "article"]
    assert {code for _, code, _ in await desk.db.read(press.asides)} == {"page_malformed", "not_a_page"}


async def test_an_article_on_which_the_pool_gives_up_is_a_headline_with_its_reason(
    desk: Desk, outlet: Outlet
) -> None:
    outlet.put("a.test/feed", rss(*(item(f"http://a.test/{n}", f"Rivers rise {n}") for n in range(2))))
    for n in range(2):
        outlet.put(f"a.test/{n}", html(f"Rivers rise {n}"))
    await follow(desk, "http://a.test/feed")
    await poll_all(desk)
    await stages.fetch(desk, await stages.claim_to_fetch(desk))

    bad, good = await stages.claim_to_read(desk)
    await stages._unreadable(desk, bad, Stuck("It failed three times."))
    await stages.read(desk, [good])

    assert await desk.db.read(press.kinds) == {"http://a.test/0": "headline", "http://a.test/1": "article"}
    assert await desk.db.read(press.asides) == [("read", "stuck", 1)]


async def test_a_page_is_asked_for_conditionally_when_its_entry_changes(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise")))
    outlet.put("a.test/1", html("Rivers rise"), ETag='"v1"')
    await follow(desk, "http://a.test/feed")
    await drain(desk)
    clock.advance(hours=1)
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise further")))
    outlet.put("a.test/1", b"", status=304)

    await poll_all(desk)
    await drain(desk)

    assert [asked.headers.get("if-none-match") for asked in outlet.asked if asked.path == "/1"] == [
        None,
        '"v1"',
    ]
    assert await desk.db.read(press.titles) == ["Rivers rise further"]
    assert await desk.db.read(press.kinds) == {"http://a.test/1": "article"}


def _left(tx: Tx) -> list[str]:
    """Return what is still to be done at some time."""
    query = select(article.c.url).where((article.c.next_try_at.is_not(None)) | (article.c.stage != ""))
    return list(tx.scalars(query))


def _ids(tx: Tx) -> list[Any]:
    return list(tx.scalars(select(article.c.id)))


def _again(tx: Tx) -> list[Any]:
    return list(tx.scalars(select(set_aside.c.again_at)))

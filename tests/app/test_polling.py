"""The poll stage on both databases, against a well-behaved web."""

from datetime import timedelta

from octavo.app import polling
from octavo.app.desk import Desk
from octavo.core.document import Secret
from octavo.core.feeds.intake import MOST_AT_ONCE
from octavo.store import feeds
from tests.app import press
from tests.app.press import drain, follow, html, item, many, poll_all, rss
from tests.fetch.outlet import Answer, Asked, Outlet
from tests.moments import NOON, Clock


async def test_polling_again_adds_nothing_and_asks_for_no_page_twice(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/feed", rss(*many("a.test", range(3))))
    for n in range(3):
        outlet.put(f"a.test/{n}", html(f"Report {n}"))
    await follow(desk, "http://a.test/feed")
    await drain(desk)

    await poll_all(desk)
    await drain(desk)

    assert await desk.db.read(press.titles) == ["Report 0", "Report 1", "Report 2"]
    assert await desk.db.read(press.outcomes) == ["new", "nothing_new"]
    assert sorted(outlet.paths()) == [
        "a.test/0", "a.test/1", "a.test/2", "a.test/feed", "a.test/feed", "a.test/robots.txt",
    ]  # fmt: skip


async def test_a_batch_that_runs_twice_changes_nothing(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/feed", rss(*many("a.test", range(3))))
    await follow(desk, "http://a.test/feed")
    batch = await polling.claim(desk)
    await polling.poll(desk, batch)
    await polling.poll(desk, batch)

    assert await desk.db.read(press.titles) == ["Report 0", "Report 1", "Report 2"]
    assert await desk.db.read(press.outcomes) == ["new"]


async def test_an_entry_that_says_something_else_makes_a_revision(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Elbe rises, 2 dead")))
    outlet.put("a.test/1", html("Elbe rises, 2 dead", sentences=press.SENTENCES[:3]))
    await follow(desk, "http://a.test/feed")
    await drain(desk)
    clock.advance(hours=2)
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Elbe rises, 3 dead")))
    outlet.put("a.test/1", html("Elbe rises, 3 dead", sentences=press.SENTENCES))

    await poll_all(desk)
    await drain(desk)

    assert await desk.db.read(press.titles) == ["Elbe rises, 3 dead"]
    found = await desk.db.read(press.texts)
    assert [number for _, number, _ in found] == [1, 2]
    assert press.SENTENCES[4] in found[1][2]
    assert press.SENTENCES[4] not in found[0][2]


async def test_what_has_not_changed_is_asked_for_conditionally_and_is_no_failure(
    desk: Desk, outlet: Outlet
) -> None:
    body = rss(*many("a.test", range(2)))

    def answer(asked: Asked) -> Answer:
        if asked.headers.get("if-none-match") == 'W/"odd"':
            return 304, {}, b""
        return 200, {"ETag": 'W/"odd"'}, body

    outlet.answers["a.test/feed"] = answer
    feed_id = await follow(desk, "http://a.test/feed")
    await poll_all(desk)
    await poll_all(desk)
    await poll_all(desk)

    assert await desk.db.read(press.outcomes) == ["new", "not_modified", "not_modified"]
    assert (await desk.db.read(press.state, feed_id))[0] == "well"
    assert len(await desk.db.read(press.entries)) == 2


async def test_a_failure_is_kept_with_its_reason_and_what_was_there_stays(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    outlet.put("a.test/feed", rss(*many("a.test", range(2))))
    feed_id = await follow(desk, "http://a.test/feed")
    await poll_all(desk)
    outlet.put("a.test/feed", b"oops", status=500)

    await poll_all(desk)

    assert await desk.db.read(press.state, feed_id) == ("failing", "http://a.test/feed", "server_error")
    assert await desk.db.read(press.outcomes) == ["new", "failed server_error"]
    assert len(await desk.db.read(press.titles)) == 2
    assert await desk.db.read(press.next_poll, feed_id) > clock()


async def test_one_bad_feed_costs_its_batch_nothing(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/feed", b"<html><body>No feed</body></html>")
    outlet.put("b.test/feed", rss(*many("b.test", range(2))))
    outlet.put("c.test/feed", b"", status=404)
    bad = await follow(desk, "http://a.test/feed")
    await follow(desk, "http://b.test/feed")
    missing = await follow(desk, "http://c.test/feed")

    await poll_all(desk)

    assert len(await desk.db.read(press.titles)) == 2
    assert (await desk.db.read(press.state, bad))[2] == "not_a_feed"
    assert (await desk.db.read(press.state, missing))[2] == "client_error"


async def test_a_feed_moves_only_when_the_redirect_is_seen_again_on_a_later_day(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    outlet.put("a.test/feed", b"", status=301, Location="http://b.test/feed")
    outlet.put("b.test/feed", rss(*many("b.test", range(2))))
    feed_id = await follow(desk, "http://a.test/feed")

    await poll_all(desk)
    clock.advance(hours=3)
    await poll_all(desk)
    same_day = (await desk.db.read(press.state, feed_id))[1]
    clock.advance(days=1)
    await poll_all(desk)

    assert same_day == "http://a.test/feed"
    assert (await desk.db.read(press.state, feed_id))[1] == "http://b.test/feed"
    assert len(await desk.db.read(press.titles)) == 2


async def test_a_redirect_that_is_taken_back_moves_nothing(desk: Desk, outlet: Outlet, clock: Clock) -> None:
    outlet.put("a.test/feed", b"", status=301, Location="http://b.test/login")
    outlet.put("b.test/login", b"<html><body>Log in</body></html>")
    feed_id = await follow(desk, "http://a.test/feed")

    for _ in range(3):
        await poll_all(desk)
        clock.advance(days=1)
    outlet.put("a.test/feed", rss(*many("a.test", range(2))))
    await poll_all(desk)

    assert (await desk.db.read(press.state, feed_id))[:2] == ("well", "http://a.test/feed")


async def test_a_feed_that_is_gone_is_asked_once_a_month_and_may_come_back(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    outlet.put("a.test/feed", b"", status=410)
    feed_id = await follow(desk, "http://a.test/feed")
    await poll_all(desk)
    gone = await desk.db.read(press.state, feed_id)
    due = await desk.db.read(press.next_poll, feed_id)
    outlet.put("a.test/feed", rss(*many("a.test", range(2))))
    clock.advance(days=40)

    await drain(desk)

    assert gone == ("gone", "http://a.test/feed", "gone")
    assert timedelta(days=30) <= due - NOON <= timedelta(days=34)
    assert (await desk.db.read(press.state, feed_id))[0] == "well"


async def test_an_outlet_that_blocks_is_a_state_of_its_own(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/feed", b"Access denied", status=403, Server="cloudflare")
    feed_id = await follow(desk, "http://a.test/feed")

    await poll_all(desk)

    assert await desk.db.read(press.state, feed_id) == ("blocked", "http://a.test/feed", "blocked_by_outlet")


async def test_a_secret_goes_to_the_feed_s_own_host_only(desk: Desk, outlet: Outlet) -> None:
    entries = [item("http://a.test/1", "Report 1"), item("http://b.test/2", "Report 2")]
    outlet.put("a.test/feed", b"", status=302, Location="http://b.test/feed")
    outlet.put("b.test/feed", rss(*entries))
    outlet.put("a.test/1", html("Report 1"))
    outlet.put("b.test/2", html("Report 2"))
    await follow(desk, "http://a.test/feed", secret=Secret("reader", "hidden"))

    await drain(desk)

    told = {asked.host + asked.path for asked in outlet.asked if "authorization" in asked.headers}
    assert told == {"a.test/feed"}
    assert "b.test/feed" in outlet.paths()


async def test_the_sitemaps_of_an_index_get_its_secret_on_its_own_host_only(
    desk: Desk, outlet: Outlet
) -> None:
    def guarded(asked: Asked) -> Answer:
        return (200, {}, _sitemap("a.test")) if "x-key" in asked.headers else (401, {}, b"")

    outlet.put("a.test/index.xml", _index("http://a.test/one.xml", "http://b.test/two.xml"))
    outlet.answers["a.test/one.xml"] = guarded
    outlet.put("b.test/two.xml", _sitemap("b.test"))
    secret = Secret(header_name="X-Key", header_value="hidden")
    await follow(desk, "http://a.test/index.xml", secret=secret)

    await poll_all(desk)

    told = {asked.host + asked.path for asked in outlet.asked if "x-key" in asked.headers}
    assert told == {"a.test/index.xml", "a.test/one.xml"}
    assert len(await desk.db.read(press.titles)) == 4


def _index(*addresses: str) -> bytes:
    rows = "".join(
        f"<sitemap><loc>{address}</loc><lastmod>2026-03-{10 + n:02}</lastmod></sitemap>"
        for n, address in enumerate(addresses)
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<sitemapindex xmlns="{space}">{rows}</sitemapindex>'.encode()


def _sitemap(host: str) -> bytes:
    news = "http://www.google.com/schemas/sitemap-news/0.9"
    rows = "".join(
        f"<url><loc>http://{host}/{n}</loc><news:news><news:title>Report {n}</news:title>"
        f"<news:publication_date>2026-03-14T0{n}:00:00Z</news:publication_date></news:news></url>"
        for n in range(2)
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<urlset xmlns="{space}" xmlns:news="{news}">{rows}</urlset>'.encode()


async def test_of_a_sitemap_index_the_newest_five_sitemaps_are_read(desk: Desk, outlet: Outlet) -> None:
    children = [f"http://a.test/{n}.xml" for n in range(8)]
    outlet.put("a.test/index.xml", _index(*children))
    for n in range(8):
        outlet.put(f"a.test/{n}.xml", _sitemap(f"h{n}.test"))
    await follow(desk, "http://a.test/index.xml")

    await poll_all(desk)

    asked = {path for path in outlet.paths() if path.endswith(".xml")}
    assert asked == {"a.test/index.xml", *(f"a.test/{n}.xml" for n in range(3, 8))}
    assert len(await desk.db.read(press.titles)) == 10


async def test_a_feed_whose_own_text_is_all_that_is_read_has_no_page_asked_for(
    desk: Desk, outlet: Outlet
) -> None:
    text = "".join(f"&lt;p&gt;{sentence}&lt;/p&gt;" for sentence in press.SENTENCES)
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise", text=text)))
    await follow(desk, "http://a.test/feed", reads="feed")

    await drain(desk)

    assert outlet.paths() == ["a.test/feed"]
    assert press.SENTENCES[2] in (await desk.db.read(press.texts))[0][2]
    assert await desk.db.read(press.kinds) == {"http://a.test/1": "article"}


async def test_a_podcast_speaks_through_its_feed_and_keeps_its_sound(desk: Desk, outlet: Outlet) -> None:
    sound = '<enclosure url="http://a.test/1.mp3" type="audio/mpeg" length="1"/>'
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Episode 1", more=sound)))
    await follow(desk, "http://a.test/feed")

    await drain(desk)

    assert outlet.paths() == ["a.test/feed"]
    assert "http://a.test/1.mp3" in (await desk.db.read(press.media))[0]


async def test_a_first_poll_reads_the_newest_twenty_and_keeps_the_rest_as_headlines(
    desk: Desk, outlet: Outlet
) -> None:
    outlet.put("a.test/feed", rss(*many("a.test", reversed(range(30)))))
    await follow(desk, "http://a.test/feed")

    await drain(desk)

    asked = {path for path in outlet.paths() if path not in ("a.test/feed", "a.test/robots.txt")}
    assert asked == {f"a.test/{n}" for n in range(20)}
    assert len(await desk.db.read(press.titles)) == 30


async def test_what_is_older_than_a_week_stays_a_headline(desk: Desk, outlet: Outlet) -> None:
    old = item("http://a.test/old", "Old report", at=NOON - timedelta(days=8))
    outlet.put("a.test/feed", rss(item("http://a.test/new", "New report"), old))
    await follow(desk, "http://a.test/feed")

    await drain(desk)

    assert "a.test/old" not in outlet.paths()
    assert await desk.db.read(press.titles) == ["New report", "Old report"]


async def test_a_flood_of_ten_thousand_entries_is_kept_and_reads_few_pages(
    desk: Desk, outlet: Outlet
) -> None:
    outlet.put("a.test/feed", rss(*many("a.test", range(5000))))
    await follow(desk, "http://a.test/feed")
    await poll_all(desk)
    first = await desk.db.read(press.waiting_for_pages)
    outlet.put("a.test/feed", rss(*many("a.test", range(5000, 10_000))))

    await poll_all(desk)

    assert len(await desk.db.read(press.titles)) == 10_000
    assert first == desk.newest
    assert await desk.db.read(press.waiting_for_pages) == desk.newest + MOST_AT_ONCE


async def test_two_feeds_that_carry_one_article_make_one_article(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/all", rss(item("http://a.test/1?utm_source=all", "Report 1")))
    outlet.put("a.test/sport", rss(item("http://a.test/1?utm_source=sport", "Report 1")))
    await follow(desk, "http://a.test/all")
    await follow(desk, "http://a.test/sport")

    await drain(desk)

    assert await desk.db.read(press.titles) == ["Report 1"]
    assert len(await desk.db.read(press.entries)) == 2


async def test_entries_without_a_title_are_kept_however_old_they_are(desk: Desk, outlet: Outlet) -> None:
    old = item("http://a.test/1", "", at=NOON - timedelta(days=30), text="A note without a title.")
    outlet.put("a.test/feed", rss(old))
    await follow(desk, "http://a.test/feed")

    await poll_all(desk)

    assert await desk.db.read(press.kinds) == {"http://a.test/1": "headline"}


async def test_a_paused_feed_is_not_asked(desk: Desk, outlet: Outlet, clock: Clock) -> None:
    outlet.put("a.test/feed", rss(*many("a.test", range(2))))
    feed_id = await follow(desk, "http://a.test/feed")
    await desk.db.write(feeds.pause, feed_id, paused=True, now=clock())
    clock.advance(days=30)

    await drain(desk)

    assert outlet.asked == []

from collections.abc import AsyncIterator

import aiohttp
import pytest
from sqlalchemy import select

from octavo.store import followed
from octavo.store.schema import feed
from tests.app.test_following import HOME, RSS
from tests.fetch.outlet import Outlet, open_outlet
from tests.web.conftest import Opener
from tests.web.site import PAGE, Site


@pytest.fixture
async def outlet() -> AsyncIterator[Outlet]:
    async with open_outlet() as opened:
        opened.put(
            "a.test/rss", RSS.format(title="The Gazette", host="a.test").encode(), Content_Type="text/xml"
        )
        yield opened


@pytest.fixture
async def town(opened: Opener, outlet: Outlet) -> Site:
    """A site that finds the hosts of the outlet."""
    return await opened(names={"*.test": ("127.0.0.1", outlet.port)})


async def _follow(town: Site, address: str = "http://a.test/rss", **more: str) -> None:
    answer = await town.post("/following/add", {"address": address, **more})
    assert answer.status == 303, answer.text


async def test_a_feed_is_followed_and_shown(town: Site) -> None:
    answer = await town.post("/following/add", {"address": "http://a.test/rss", "category": "World"})

    assert (answer.status, answer.headers["Location"]) == (303, "/following#feed-1")
    page = (await town.get("/following")).text
    assert "http://a.test/rss" in page
    assert "World" in page


async def test_several_feeds_are_shown_with_their_newest_titles(town: Site, outlet: Outlet) -> None:
    more = '<link rel="alternate" type="application/rss+xml" href="/sport.xml">'
    outlet.put("a.test/", HOME.format(more=more).encode(), Content_Type="text/html")
    for name in ("world", "sport"):
        outlet.put(
            f"a.test/{name}.xml", RSS.format(title=name, host="a.test").encode(), Content_Type="text/xml"
        )

    answer = await town.post("/following/add", {"address": "http://a.test/", "category": "Europe"})

    assert answer.status == 200
    assert answer.text.count('<li dir="auto">Newest</li>') == 2
    assert 'value="http://a.test/sport.xml"' in answer.text
    await _follow(town, "http://a.test/sport.xml")


async def test_what_is_wrong_is_a_sentence_on_the_page_which_keeps_what_was_typed(
    town: Site, outlet: Outlet
) -> None:
    outlet.put("a.test/down", b"", status=503)
    for address in (
        "nonsense",
        "http://a.test/down",
        "http://a.test/missing",
        "javascript:alert(1)",
        "http://127.0.0.1/",
    ):
        fields = {"address": address, "category": "World", "user": "ann", "secret": "hush"}
        answer = await town.post("/following/add", fields)

        assert answer.status == 400
        assert 'role="alert"' in answer.text
        assert f'value="{address}"' in answer.text
        assert 'value="World"' in answer.text
        assert "hush" not in answer.text
    assert "Nothing is followed yet" in (await town.get("/following")).text


async def test_bad_wishes_are_told_so(town: Site) -> None:
    for wrong in (
        {"minutes": "-5"}, {"minutes": "0"}, {"minutes": "x"}, {"minutes": "9" * 40}, {"minutes": "999999"},
        {"header_name": "Remote-User", "header_value": "admin"}, {"header_name": "X-Key"}, {"name": "x" * 201},
    ):  # fmt: skip
        assert (await town.post("/following/add", {"address": "http://a.test/rss", **wrong})).status == 400


async def test_a_feed_is_paused_resumed_polled_and_removed(town: Site) -> None:
    await _follow(town)

    assert (await town.post("/following/feeds/1/pause")).status == 303
    assert "paused" in (await town.get("/following")).text
    assert (await town.post("/following/feeds/1/resume")).status == 303
    assert (await town.post("/following/feeds/1/poll")).status == 303
    assert (await town.post("/following/feeds/1/unknown")).status == 404
    assert (await town.get("/following")).text.count("http://a.test/rss") == 1
    assert (await town.post("/following/feeds/1/remove")).status == 303
    assert "Nothing is followed yet" in (await town.get("/following")).text
    assert (await town.post("/following/feeds/1/pause")).status == 404


async def test_a_feed_is_changed_and_its_secret_never_shown(town: Site) -> None:
    await _follow(town, user="ann", secret="hush-hush")
    page = (await town.get("/following/feeds/1")).text
    assert "hush-hush" not in page
    assert "A secret is set." in page

    changed = {"name": "Gazette", "category": "World", "reads": "feed", "minutes": "30"}
    assert (await town.post("/following/feeds/1", changed)).status == 303
    one = await town.desk.db.read(followed.one_feed, 1)  # type: ignore[arg-type]
    assert (one.name, one.category, one.reads, one.has_secret) == ("Gazette", "World", "feed", True)

    assert (await town.post("/following/feeds/1", {**changed, "no_secret": "1"})).status == 303
    kept = await town.desk.db.read(lambda tx: tx.execute(select(feed.c.user, feed.c.password)).one())
    assert tuple(kept) == ("", "")


async def test_a_source_is_hidden_and_shown(town: Site) -> None:
    await _follow(town)

    assert (await town.post("/following/sources/1/hide")).status == 303
    assert "/following/sources/1/show" in (await town.get("/following")).text
    back = await town.post("/following/sources/1/show", {"back": "/source/1"})
    assert back.headers["Location"] == "/source/1"
    assert "/following/sources/1/hide" in (await town.get("/following")).text
    assert (await town.post("/following/sources/1/retry")).status == 303
    assert (await town.post("/following/sources/1/hide", {"back": "//evil.test"})).headers["Location"] == "/"


async def _import(town: Site, body: bytes) -> tuple[int, str, str]:
    form = aiohttp.FormData()
    form.add_field("file", body, filename="feeds.opml", content_type="text/x-opml")
    answer = await town.ask("POST", "/following/opml", data=form(), headers={"Origin": town.address, **PAGE})
    return answer.status, answer.headers.get("Location", ""), answer.text


async def test_a_list_is_imported_and_the_page_says_what_is_left(town: Site) -> None:
    outlines = "".join(f'<outline type="rss" text="{n}" xmlUrl="http://{n}.test/rss"/>' for n in range(3))

    status, location, _ = await _import(town, f"<opml><body>{outlines}</body></opml>".encode())

    assert (status, location) == (303, "/following/progress?new=3&known=0")
    page = (await town.get(location)).text
    assert "3 feeds are new." in page
    assert 'http-equiv="refresh"' in page
    exported = await town.get("/following/opml")
    assert exported.body.count(b"xmlUrl") == 3
    assert "attachment" in exported.headers["Content-Disposition"]


async def test_a_list_that_cannot_be_read_is_told_so(town: Site) -> None:
    for body in (b"no list at all", b""):
        status, _, text = await _import(town, body)

        assert status == 400
        assert 'role="alert"' in text


async def test_what_is_left_ends_when_nothing_is(town: Site) -> None:
    page = (await town.get("/following/progress?new=<b>&known=99999999999")).text

    assert "Nothing is left to do." in page
    assert "refresh" not in page

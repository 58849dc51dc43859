from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from octavo.app import following
from octavo.app.desk import Desk
from octavo.app.discovering import Discovery, discover
from octavo.app.following import Added, Wish
from octavo.app.opening import open_desk
from octavo.core.document import Secret
from octavo.core.errors import BadInput, FetchError, NotFound
from octavo.settings import load
from octavo.store import followed
from octavo.store.schema import feed
from tests.databases import Databases
from tests.fetch.outlet import Outlet, open_outlet

RSS = """<rss version="2.0"><channel><title>{title}</title><link>http://{host}/</link><language>en</language>
<item><title>Second</title><link>http://{host}/2</link><pubDate>Sat, 14 Mar 2026 10:00:00 GMT</pubDate></item>
<item><title>Newest</title><link>http://{host}/3</link><pubDate>Sat, 14 Mar 2026 11:00:00 GMT</pubDate></item>
</channel></rss>"""
HOME = """<html><head><title>Home</title>
<link rel="alternate" type="application/rss+xml" href="/world.xml" title="World">
<link rel="alternate" type="application/rss+xml" href="/gone.xml">
{more}</head><body><script src="/x.js"></script></body></html>"""


@dataclass(frozen=True, slots=True)
class Town:
    """A desk, and the hosts `*.test` that it finds."""

    desk: Desk
    outlet: Outlet

    def feed(self, address: str, title: str = "The Gazette") -> None:
        host = address.partition("/")[0]
        self.outlet.put(
            address, RSS.format(title=title, host=host).encode(), Content_Type="application/rss+xml"
        )

    def page(self, address: str, more: str = "") -> None:
        self.outlet.put(address, HOME.format(more=more).encode(), Content_Type="text/html")


@pytest.fixture
async def town(databases: Databases, tmp_path: Path) -> AsyncIterator[Town]:
    with databases.fresh("sqlite") as url:
        settings = load(
            {"data": tmp_path, "database_url": url, "processes": 1, "url": "http://octavo.test"},
            environment={},
        )
        async with open_outlet() as outlet:
            names = {"*.test": ("127.0.0.1", outlet.port)}
            async with open_desk(settings, names=names) as desk:
                yield Town(desk, outlet)


async def test_a_feed_s_own_address_is_followed_at_once(town: Town) -> None:
    town.feed("a.test/rss")

    added = await following.add_feed(town.desk, "http://a.test/rss", Wish(category="World"))

    assert isinstance(added, Added)
    assert added.is_new
    (one,) = following.list_feeds(town.desk.db)
    assert (one.url, one.source, one.category) == ("http://a.test/rss", "a.test", "World")
    again = await following.add_feed(town.desk, " http://a.test/rss ")
    assert isinstance(again, Added)
    assert (again.id, again.is_new) == (added.id, False)


async def test_a_home_page_with_one_feed_leads_to_it(town: Town) -> None:
    town.page("a.test/")
    town.feed("a.test/world.xml")

    found = await discover(town.desk, "http://a.test/")

    assert not found.is_feed
    assert [(one.url, one.title, one.entries) for one in found.feeds] == [
        ("http://a.test/world.xml", "The Gazette", 2)
    ]
    assert found.feeds[0].newest == ("Newest", "Second")
    assert isinstance(await following.add_feed(town.desk, "http://a.test/"), Added)


async def test_a_home_page_with_several_gives_them_to_choose_from(town: Town) -> None:
    town.page("a.test/", '<link rel="alternate" type="application/rss+xml" href="http://b.test/sport.xml">')
    town.feed("a.test/world.xml")
    town.feed("b.test/sport.xml", "Sport")

    found = await following.add_feed(town.desk, "http://a.test/")

    assert isinstance(found, Discovery)
    assert [one.title for one in found.feeds] == ["The Gazette", "Sport"]
    assert not following.list_feeds(town.desk.db)


async def test_a_page_that_names_none_is_asked_where_feeds_usually_stand(town: Town) -> None:
    town.outlet.put("a.test/", b"<html><body>Nothing here</body></html>", Content_Type="text/html")
    town.feed("a.test/rss.xml")

    found = await discover(town.desk, "http://a.test/")

    assert [one.url for one in found.feeds] == ["http://a.test/rss.xml"]


async def test_where_there_is_none_it_says_so(town: Town) -> None:
    town.outlet.put("a.test/", b"<html><body>Nothing here</body></html>", Content_Type="text/html")

    with pytest.raises(NotFound, match="No feed was found"):
        await following.add_feed(town.desk, "http://a.test/")


async def test_what_cannot_be_had_is_told_and_can_be_followed_unseen(town: Town) -> None:
    town.outlet.put("a.test/rss", b"", status=503)

    with pytest.raises(FetchError):
        await following.add_feed(town.desk, "http://a.test/rss")
    assert not following.list_feeds(town.desk.db)

    assert (await following.add_unseen(town.desk, "http://a.test/rss")).is_new


@pytest.mark.parametrize(
    "text", ["", "nonsense", "ftp://a.test/", "javascript:alert(1)", "file:///etc/passwd", "http://"]
)
async def test_what_is_no_address_is_told_so(town: Town, text: str) -> None:
    for add in (following.add_feed, following.add_unseen):
        with pytest.raises(BadInput):
            await add(town.desk, text)


async def test_octavo_does_not_follow_itself(town: Town) -> None:
    """RSSHub's CVE-2024-27927: it fetched itself, and so multiplied one request."""
    with pytest.raises(BadInput, match="own address"):
        await following.add_feed(town.desk, "http://octavo.test/feed.atom")


async def test_this_machine_is_not_visited(town: Town) -> None:
    with pytest.raises(FetchError, match="OCTAVO_ALLOW_HOSTS"):
        await following.add_feed(town.desk, f"http://127.0.0.1:{town.outlet.port}/rss")
    assert not town.outlet.asked


async def test_a_secret_goes_to_the_feed_s_own_host_and_out_of_its_address(town: Town) -> None:
    town.feed("a.test/rss")

    await following.add_feed(town.desk, "http://ann:hush@a.test/rss")

    assert "authorization" in town.outlet.asked[-1].headers
    (one,) = following.list_feeds(town.desk.db)
    assert (one.url, one.has_secret) == ("http://a.test/rss", True)
    row = town.desk.db.read_now(lambda tx: tx.execute(select(feed.c.user, feed.c.password)).one())
    assert tuple(row) == ("ann", "hush")


async def test_several_channels_of_one_platform_are_several_sources(town: Town) -> None:
    wish = '<opml version="2.0"><body>{}</body></opml>'
    outline = (
        '<outline type="rss" text="{0}" xmlUrl="https://www.youtube.com/feeds/videos.xml?channel_id={0}"/>'
    )
    body = wish.format("".join(outline.format(name) for name in ("One", "Two")))

    await following.import_opml(town.desk, body.encode())

    assert [source.name for source in town.desk.db.read_now(followed.sources)] == ["One", "Two"]


async def test_a_list_comes_in_and_goes_out_without_secrets(town: Town) -> None:
    body = b"""<opml version="1.0"><body><outline text="News"><outline text="Germany">
    <outline type="rss" text="A &amp; B" xmlUrl="https://ann:hush@a.test/rss" htmlUrl="https://a.test/"/></outline></outline>
    <outline type="rss" text="C" xmlUrl="https://c.test/rss"/><outline text="empty"/></body></opml>"""

    first = await following.import_opml(town.desk, body)
    second = await following.import_opml(town.desk, body)
    out = await following.export_opml(town.desk)

    assert (first.new, first.known) == (2, 0)
    assert (second.new, second.known) == (0, 2)
    assert b"hush" not in out
    assert b"ann" not in out
    assert out.count(b"xmlUrl") == 2
    assert b'text="Germany"' in out
    assert [f.category for f in following.list_feeds(town.desk.db)] == ["News/Germany", ""]


@pytest.mark.parametrize(
    "body",
    [b"", b"<html><body>no list</body></html>", b"\x00\xff", b"<opml><body/></opml>",
     b"<!DOCTYPE opml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><opml><body>&b;</body></opml>",
     b"<opml><body>" + b"<outline text='x'>" * 5000 + b"</body></opml>"],
)  # fmt: skip
async def test_a_list_that_cannot_be_read_changes_nothing(town: Town, body: bytes) -> None:
    """CommaFeed's GHSA-83jp-rww3-57rr: a list took the server down."""
    with pytest.raises(BadInput):
        await following.import_opml(town.desk, body)
    assert not following.list_feeds(town.desk.db)


async def test_a_list_of_everything_is_refused(town: Town) -> None:
    outlines = "".join(f'<outline type="rss" xmlUrl="https://a.test/{n}"/>' for n in range(20_000))

    with pytest.raises(BadInput, match="more than"):
        await following.import_opml(town.desk, f"<opml><body>{outlines}</body></opml>".encode())


async def test_a_feed_is_changed(town: Town) -> None:
    added = await following.add_unseen(town.desk, "http://a.test/rss")

    wish = Wish("Name", "World", "feed", timedelta(minutes=30), Secret("ann", "hush"))
    await following.change_feed(town.desk, added.id, wish)

    one = await town.desk.db.read(followed.one_feed, added.id)
    assert (one.name, one.category, one.reads, one.shortest, one.has_secret) == (
        "Name", "World", "feed", timedelta(minutes=30), True,
    )  # fmt: skip


@pytest.mark.parametrize(
    "wish",
    [
        Wish(name="x" * 201),
        Wish(category="x" * 201),
        Wish(shortest=timedelta(0)),
        Wish(shortest=timedelta(days=31)),
    ],
)
async def test_a_wish_beyond_reason_is_refused(town: Town, wish: Wish) -> None:
    with pytest.raises(BadInput):
        await following.add_unseen(town.desk, "http://a.test/rss", wish)

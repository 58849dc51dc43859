from datetime import datetime
from io import BytesIO

import feedparser
import pytest
from aiohttp import ClientSession, TCPConnector
from PIL import Image

from octavo.demo.replay import outlet_facts, replay_facts
from octavo.demo.server import DemoServer
from octavo.demo.site import sites
from octavo.demo.world import World
from tests.demo.conftest import NamesOnly

RUST = "http://blog.rust-lang.org.demo.test"
ENGLISH = "http://en.wikipedia.org.demo.test"


async def body(session: ClientSession, address: str) -> bytes:
    async with session.get(address) as answer:
        assert answer.status == 200
        return await answer.read()


async def test_every_outlet_has_a_home_page_and_its_feed(session: ClientSession, world: World) -> None:
    types = {
        "rss2": "application/rss+xml",
        "rss1": "application/rdf+xml",
        "atom": "application/atom+xml",
        "json": "application/feed+json",
        "sitemap": "application/xml",
    }

    for fact in outlet_facts(world):
        async with session.get(fact.home) as home, session.get(fact.feed) as feed:
            assert (home.status, home.content_type) == (200, "text/html")
            assert (feed.status, feed.content_type) == (200, types[fact.feed_format])


async def test_every_report_is_served_at_the_address_of_its_truth(
    session: ClientSession, world: World
) -> None:
    attributions = {fact.address: fact.attribution for fact in replay_facts(world)}

    for address in list(attributions)[::20]:
        async with session.get(address) as answer:
            assert (answer.status, answer.charset) == (200, "utf-8")
            assert "rights" in await answer.text()


async def test_pictures_are_served_as_such(session: ClientSession, server: DemoServer, world: World) -> None:
    for site in sites(world.outlets):
        for row in site.outlet.rows:
            if row.picture:
                async with session.get(site.address(f"/images/{row.picture.file.name}")) as answer:
                    picture = Image.open(BytesIO(await answer.read()))
                    assert (answer.status, answer.content_type) == (200, "image/jpeg")
                    assert picture.size == (row.picture.width, row.picture.height)


@pytest.mark.parametrize("path", ["/atom.xml", "/", "/robots.txt"])
async def test_what_is_known_is_not_sent_again(session: ClientSession, path: str) -> None:
    async with session.get(RUST + path) as first:
        etag = first.headers["ETag"]

    async with session.get(RUST + path, headers={"If-None-Match": etag}) as known:
        assert (known.status, known.headers["ETag"], await known.read()) == (304, etag, b"")
    async with session.get(RUST + path, headers={"If-None-Match": '"another"'}) as other:
        assert (other.status, other.headers["ETag"]) == (200, etag)


@pytest.mark.parametrize(
    "path", ["/feed/", "/news/nothing", "/images/../NOTICE", "/images/none.jpg", "/search"]
)
async def test_other_paths_are_not_found(session: ClientSession, path: str) -> None:
    async with session.get(RUST + path) as answer:
        assert answer.status == 404


async def test_an_unknown_host_is_not_found(server: DemoServer) -> None:
    async with ClientSession() as session, session.get(f"http://127.0.0.1:{server.port}/") as answer:
        assert answer.status == 404


async def test_one_outlet_does_not_serve_the_pages_of_another(session: ClientSession, world: World) -> None:
    page = next(fact.address for fact in replay_facts(world) if fact.address.startswith(RUST))

    async with session.get(page.replace(RUST, ENGLISH)) as answer:
        assert answer.status == 404


async def test_robots_allow_the_pages_and_name_the_sitemap(session: ClientSession) -> None:
    robots = (await body(session, "http://tehrantimes.com.demo.test/robots.txt")).decode().splitlines()

    assert robots == [
        "User-agent: *",
        "Disallow: /search",
        "Sitemap: http://tehrantimes.com.demo.test/news-sitemap.xml",
    ]


async def test_later_versions_come_out_with_the_step_and_only_then(
    session: ClientSession, server: DemoServer, world: World
) -> None:
    row = max(world.rows, key=lambda row: (len(row.versions), row.url.startswith("https://en.wikipedia")))
    address = next(fact.address for fact in replay_facts(world) if fact.original == row.url)
    feed = f"{ENGLISH}/atom.xml"
    async with session.get(feed) as answer:
        etag = answer.headers["ETag"]

    for step in range(server.last_step + 1):
        server.step = step
        entries = feedparser.parse(BytesIO(await body(session, feed))).entries
        shown = next(entry for entry in entries if entry.link == address)
        page = (await body(session, address)).decode()

        assert shown.summary == row.version(step).paragraphs[0]
        assert f"<p>{row.version(step).paragraphs[0]}</p>" in page
        assert ("article:modified_time" in page) == (step > 0)

    async with session.get(feed, headers={"If-None-Match": etag}) as answer:
        assert answer.status == 200


@pytest.mark.parametrize("step", [-1, 9])
async def test_a_step_that_does_not_exist_is_refused(server: DemoServer, step: int) -> None:
    with pytest.raises(ValueError, match="from 0 to 8"):
        server.step = step

    assert server.step == 0


async def test_another_run_with_the_same_anchor_serves_the_same_bytes(
    session: ClientSession, server: DemoServer, world: World, anchor: datetime
) -> None:
    async with (
        DemoServer(world, anchor=anchor) as again,
        ClientSession(connector=TCPConnector(resolver=NamesOnly(again.names))) as other,
    ):
        assert again.port != server.port
        for path in ("/", "/atom.xml"):
            assert await body(session, ENGLISH + path) == await body(other, ENGLISH + path)

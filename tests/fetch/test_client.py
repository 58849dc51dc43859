import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from octavo.core.document import Document, NotModified, Secret, Validators
from octavo.core.errors import (
    BadInput,
    ClientError,
    ForbiddenByRobots,
    RefusedAddress,
    TimedOut,
    TooLarge,
    TooManyRequests,
    Unreachable,
)
from octavo.core.urls import Url, parse_url
from octavo.fetch.client import Client
from octavo.fetch.guard import AllowList
from octavo.fetch.policy import FetchPolicy
from tests.fetch.outlet import Asked, Outlet, open_outlet

MODIFIED = "Mon, 01 Jun 2026 12:00:00 GMT"


def url(text: str) -> Url:
    parsed = parse_url(text)
    assert parsed is not None
    return parsed


@pytest.fixture
async def outlet() -> AsyncIterator[Outlet]:
    async with open_outlet() as opened:
        yield opened


class Watch:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def client_of(outlet: Outlet, *, watch: Watch | None = None, policy: FetchPolicy | None = None) -> Client:
    watch = watch or Watch()
    return Client(
        policy or FetchPolicy(total_seconds=5, idle_seconds=5),
        names={"*.test": ("127.0.0.1", outlet.port)},
        clock=watch.clock,
        sleep=watch.sleep,
    )


@pytest.fixture
async def client(outlet: Outlet) -> AsyncIterator[Client]:
    async with client_of(outlet) as opened:
        yield opened


async def document(client: Client, address: str, *, secret: Secret | None = None) -> Document:
    found = await client.get(url(address), kind="feed", secret=secret)
    assert isinstance(found, Document)
    return found


async def test_a_document_says_all_that_its_head_says(outlet: Outlet, client: Client) -> None:
    outlet.put(
        "a.test/feed",
        gzip.compress(b"<rss/>"),
        Content_Type="text/xml; charset=utf-8",
        Content_Encoding="gzip",
        ETag='"1"',
        Last_Modified=MODIFIED,
        Cache_Control="max-age=600",
    )

    found = await document(client, "http://a.test/feed")

    assert found == Document(
        url=url("http://a.test/feed"),
        body=b"<rss/>",
        content_type="text/xml; charset=utf-8",
        validators=Validators('"1"', MODIFIED),
        max_age=timedelta(minutes=10),
        moved_to=None,
    )


async def test_given_names_are_served_in_plain_http_for_https_too(outlet: Outlet, client: Client) -> None:
    outlet.put("a.test/feed", b"<rss/>")

    found = await document(client, "https://a.test/feed")

    assert found.url == "https://a.test/feed"


async def test_a_request_says_who_asks_for_what_and_nothing_else(outlet: Outlet, client: Client) -> None:
    outlet.put("a.test/feed", b"<rss/>", Set_Cookie="session=1; Path=/")

    for _ in range(2):
        await document(client, "http://a.test/feed")

    headers = outlet.asked[-1].headers
    assert set(headers) == {"host", "accept", "accept-encoding", "user-agent"}
    assert headers["accept-encoding"] == "gzip, deflate, br, zstd"
    assert headers["user-agent"].startswith("Octavo/")
    assert "application/rss+xml" in headers["accept"]


async def test_addresses_are_asked_for_as_they_are_written(outlet: Outlet, client: Client) -> None:
    path = "/a%20b/%7Ec/;d=e?q=%2Fx&y=[1]|2&z=+%C3%A9"
    outlet.put("a.test" + path, b"<rss/>")

    await document(client, f"http://a.test{path}#top")

    assert outlet.paths() == ["a.test" + path]


async def test_one_line_carries_many_requests(outlet: Outlet, client: Client) -> None:
    outlet.put("a.test/feed", b"<rss/>")
    outlet.put("a.test/same", status=304)

    for _ in range(3):
        await document(client, "http://a.test/feed")
        await client.get(url("http://a.test/same"), kind="feed", validators=Validators('"1"'))

    assert outlet.lines == 1


async def test_not_modified_keeps_the_validators_that_were_sent(outlet: Outlet, client: Client) -> None:
    outlet.put("a.test/feed", status=304, ETag='W/"2"', Cache_Control="max-age=60")

    found = await client.get(url("http://a.test/feed"), kind="feed", validators=Validators('"1"', MODIFIED))

    assert found == NotModified(Validators('W/"2"', MODIFIED), timedelta(minutes=1), None)
    assert outlet.asked[0].headers["if-none-match"] == '"1"'
    assert outlet.asked[0].headers["if-modified-since"] == MODIFIED


async def test_a_permanent_redirect_is_told_and_followed(outlet: Outlet, client: Client) -> None:
    outlet.put("a.test/feed", status=301, Location="http://b.test/feed")
    outlet.put("b.test/feed", status=302, Location="/today")
    outlet.put("b.test/today", b"<rss/>")

    found = await document(client, "http://a.test/feed")

    assert found.url == "http://b.test/today"
    assert found.moved_to == "http://b.test/feed"


@pytest.mark.parametrize(
    "secret",
    [Secret(user="reader", password="pass-word"), Secret(header_name="X-Key", header_value="pass-word")],
)
async def test_a_secret_reaches_its_own_host_and_no_other(
    secret: Secret, outlet: Outlet, client: Client
) -> None:
    outlet.put("a.test/feed", status=302, Location="http://b.test/feed")
    outlet.put("b.test/feed", b"<rss/>")

    await document(client, "http://a.test/feed", secret=secret)

    first, second = outlet.asked
    assert {"authorization", "x-key"} & set(first.headers)
    assert not {"authorization", "x-key"} & set(second.headers)


async def test_a_secret_is_in_no_message(outlet: Outlet, client: Client) -> None:
    with pytest.raises(ClientError) as failed:
        await document(
            client, "http://reader:pass-word@a.test/x", secret=Secret(user="me", password="s3cret")
        )

    assert "pass-word" not in repr(failed.value)
    assert "s3cret" not in repr(failed.value)


async def test_each_kind_has_its_own_limit(outlet: Outlet) -> None:
    policy = FetchPolicy(largest_feed=300, largest_page=200, largest_picture=100)
    outlet.put("a.test/250", bytes(250))
    outlet.put("a.test/150", bytes(150))

    async with client_of(outlet, policy=policy) as client:
        await client.get(url("http://a.test/250"), kind="feed")
        await client.get(url("http://a.test/150"), kind="page")
        with pytest.raises(TooLarge):
            await client.get(url("http://a.test/250"), kind="page")
        with pytest.raises(TooLarge):
            await client.get(url("http://a.test/150"), kind="picture")


async def test_an_empty_page_is_a_page_and_an_empty_picture_a_picture(outlet: Outlet, client: Client) -> None:
    outlet.put("a.test/empty", b"")

    for kind in ("page", "picture"):
        found = await client.get(url("http://a.test/empty"), kind=kind)
        assert isinstance(found, Document)


class TestRobots:
    async def test_only_pages_ask_and_only_once(self, outlet: Outlet, client: Client) -> None:
        outlet.put("a.test/x", b"x")

        for kind in ("feed", "picture", "page", "page"):
            await client.get(url("http://a.test/x"), kind=kind)

        assert outlet.paths() == ["a.test/x", "a.test/x", "a.test/robots.txt", "a.test/x", "a.test/x"]

    async def test_what_is_forbidden_is_not_asked_for(self, outlet: Outlet, client: Client) -> None:
        outlet.put("a.test/robots.txt", b"User-agent: Octavo\nDisallow: /x")

        with pytest.raises(ForbiddenByRobots):
            await client.get(url("http://a.test/x"), kind="page")

        assert outlet.paths() == ["a.test/robots.txt"]

    async def test_a_redirect_asks_the_host_that_it_leads_to(self, outlet: Outlet, client: Client) -> None:
        outlet.put("a.test/x", status=302, Location="http://b.test/x")
        outlet.put("b.test/robots.txt", b"User-agent: *\nDisallow: /")

        with pytest.raises(ForbiddenByRobots):
            await client.get(url("http://a.test/x"), kind="page")

        assert "b.test/x" not in outlet.paths()

    async def test_the_delay_is_kept_between_pages(self, outlet: Outlet) -> None:
        outlet.put("a.test/robots.txt", b"User-agent: *\nCrawl-delay: 7")
        outlet.put("a.test/x", b"x")
        watch = Watch()

        async with client_of(outlet, watch=watch) as client:
            for wanted in (1, 8, 15):
                await client.get(url("http://a.test/x"), kind="page")
                assert watch.now == wanted


class TestPace:
    async def test_waiting_for_a_turn_is_not_counted_as_the_servers_time(self, outlet: Outlet) -> None:
        outlet.put("a.test/feed", b"<rss/>")
        watch = Watch()
        policy = FetchPolicy(total_seconds=2, pace_seconds=100)

        async with client_of(outlet, watch=watch, policy=policy) as client:
            for _ in range(3):
                await document(client, "http://a.test/feed")

        assert watch.now == 200

    async def test_given_names_may_have_a_pace_of_their_own(self, outlet: Outlet) -> None:
        outlet.put("a.test/feed", b"<rss/>")
        watch = Watch()

        async with client_of(outlet, watch=watch, policy=FetchPolicy(named_pace_seconds=0)) as client:
            for _ in range(3):
                await document(client, "http://a.test/feed")

        assert watch.now == 0

    async def test_a_host_that_asks_for_patience_is_asked_more_rarely(self, outlet: Outlet) -> None:
        outlet.put("a.test/busy", status=429, Retry_After="90")
        outlet.put("a.test/feed", b"<rss/>")
        watch = Watch()

        async with client_of(outlet, watch=watch) as client:
            with pytest.raises(TooManyRequests) as failed:
                await document(client, "http://a.test/busy")
            await document(client, "http://a.test/feed")

        assert failed.value.retry_after == timedelta(seconds=90)
        assert watch.now == 10

    async def test_a_path_that_fails_does_not_slow_its_host(self, outlet: Outlet) -> None:
        outlet.put("a.test/broken", status=500)
        outlet.put("a.test/feed", b"<rss/>")
        watch = Watch()

        async with client_of(outlet, watch=watch) as client:
            for broken in ("broken", "missing"):
                with pytest.raises(Exception, match=r"\."):
                    await document(client, f"http://a.test/{broken}")
            await document(client, "http://a.test/feed")

        assert watch.now == 2


class TestUnreachable:
    async def test_a_name_that_does_not_exist(self) -> None:
        async with Client() as client:
            with pytest.raises(Unreachable, match="no host named"):
                await document(client, "https://nowhere.invalid/")

    async def test_a_port_where_nothing_listens(self, outlet: Outlet) -> None:
        closed = await asyncio.start_server(outlet.line, "127.0.0.1", 0)
        port = closed.sockets[0].getsockname()[1]
        closed.close()
        await closed.wait_closed()

        async with Client(FetchPolicy(allow=AllowList.parse([f"127.0.0.1:{port}"]))) as client:
            with pytest.raises(Unreachable, match="cannot be connected to"):
                await document(client, f"http://127.0.0.1:{port}/")

    async def test_a_host_that_speaks_no_tls(self) -> None:
        async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            writer.close()

        server = await asyncio.start_server(plain, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]

        async with Client(FetchPolicy(allow=AllowList.parse([f"127.0.0.1:{port}"]))) as client:
            with pytest.raises(Unreachable, match="speaks no proper TLS"):
                await document(client, f"https://127.0.0.1:{port}/")
        server.close()

    async def test_a_host_whose_certificate_nobody_vouches_for(self, outlet: Outlet) -> None:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(Path(__file__).with_name("self_signed.pem"))
        server = await asyncio.start_server(outlet.line, "127.0.0.1", 0, ssl=tls)
        port = server.sockets[0].getsockname()[1]

        async with Client(FetchPolicy(allow=AllowList.parse([f"localhost:{port}"]))) as client:
            with pytest.raises(Unreachable, match="certificate is not valid"):
                await document(client, f"https://localhost:{port}/")
        server.close()
        assert outlet.asked == []

    async def test_a_server_that_says_nothing_is_given_up_on_before_the_total(self) -> None:
        async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()
            writer.close()

        server = await asyncio.start_server(silent, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        policy = FetchPolicy(idle_seconds=0.2, allow=AllowList.parse([f"127.0.0.1:{port}"]))

        async with Client(policy) as client:
            with pytest.raises(TimedOut, match=r"0\.2 seconds"):
                await document(client, f"http://127.0.0.1:{port}/")
        server.close()


class TestGuard:
    async def test_a_name_that_leads_inside_is_refused(self, outlet: Outlet) -> None:
        async with Client() as client:
            with pytest.raises(RefusedAddress, match="OCTAVO_ALLOW_HOSTS"):
                await document(client, f"http://localhost:{outlet.port}/feed")

        assert outlet.lines == 0

    async def test_a_listed_name_is_open_on_its_port_only(self, outlet: Outlet) -> None:
        outlet.put(f"localhost:{outlet.port}/feed", b"<rss/>")

        policy = FetchPolicy(pace_seconds=0, allow=AllowList.parse([f"localhost:{outlet.port}"]))
        async with Client(policy) as client:
            await document(client, f"http://localhost:{outlet.port}/feed")
            with pytest.raises(RefusedAddress):
                await document(client, f"http://localhost:{outlet.port + 1}/feed")
            with pytest.raises(RefusedAddress):
                await document(client, f"http://127.0.0.1:{outlet.port}/feed")

    async def test_a_given_name_does_not_open_its_address_to_other_names(
        self, outlet: Outlet, client: Client
    ) -> None:
        with pytest.raises(RefusedAddress):
            await document(client, f"http://127.0.0.1:{outlet.port}/feed")

        assert outlet.lines == 0


async def test_hosts_are_asked_at_the_same_time_and_bounded(outlet: Outlet) -> None:
    for n in range(30):
        outlet.put(f"h{n}.test/feed", b"<rss/>")

    async with client_of(outlet, policy=FetchPolicy(at_once=5)) as client:
        found = await asyncio.gather(*(document(client, f"http://h{n}.test/feed") for n in range(30)))

    assert [document_.url for document_ in found] == [f"http://h{n}.test/feed" for n in range(30)]


async def test_what_one_answer_says_depends_on_the_question(outlet: Outlet, client: Client) -> None:
    def once(asked: Asked) -> tuple[int, dict[str, str], bytes]:
        known = asked.headers.get("if-none-match") == '"1"'
        return (304, {}, b"") if known else (200, {"ETag": '"1"'}, b"<rss/>")

    outlet.answers["a.test/feed"] = once
    first = await document(client, "http://a.test/feed")

    second = await client.get(url("http://a.test/feed"), kind="feed", validators=first.validators)

    assert second == NotModified(first.validators)


async def test_a_secret_that_cannot_be_sent_is_bad_input(client: Client) -> None:
    with pytest.raises(BadInput):
        await document(client, "http://a.test/feed", secret=Secret(header_name="a b", header_value="c"))


async def test_closing_twice_is_closing_once(outlet: Outlet) -> None:
    outlet.put("a.test/feed", b"<rss/>")
    client = client_of(outlet)
    await document(client, "http://a.test/feed")

    await client.aclose()
    await client.aclose()

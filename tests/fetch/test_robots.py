import asyncio
from datetime import timedelta

import pytest

from octavo.core.errors import (
    BadTransfer,
    BlockedByOutlet,
    ClientError,
    FetchError,
    ForbiddenByRobots,
    RefusedAddress,
    ServerError,
    TimedOut,
    TooManyRedirects,
    TooManyRequests,
    Unreachable,
)
from octavo.core.urls import Url, parse_url
from octavo.fetch.robots import Robots
from tests.fetch.timeline import Timeline


class Host:
    """A robots.txt, or the failure to get it, and how often it was asked for."""

    def __init__(self, answer: str | FetchError) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.time = Timeline()
        self.robots = Robots(self.read, agent="Octavo/0.1.0 (+https://desk.example)", clock=self.time.clock)

    async def read(self, url: Url) -> bytes:
        self.asked.append(url)
        await asyncio.sleep(0)
        if isinstance(self.answer, FetchError):
            raise self.answer
        return self.answer.encode()

    async def may(self, path: str, origin: str = "https://a.test") -> float:
        url = parse_url(path, origin)
        assert url is not None
        return await self.robots.delay_for(url)


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /news/",
        "\ufeffUser-agent: *\r\nDisallow: /news/",
        "user-agent: octavo\ndisallow: /",
        "User-agent: Otherbot\nDisallow:\n\nUser-agent: Octavo\nDisallow: /*.html$",
    ],
)
async def test_a_page_that_is_not_for_programs_is_not_read(rules: str) -> None:
    with pytest.raises(ForbiddenByRobots):
        await Host(rules).may("/news/1.html")


@pytest.mark.parametrize(
    "rules",
    [
        "",
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: /private/",
        "User-agent: Otherbot\nDisallow: /",
        "User-agent: *\nDisallow: /\n\nUser-agent: Octavo\nAllow: /",
        "<!doctype html><p>Disallow: /</p>",
        "User-agent: *\nDisallow: /" + "*a" * 5000 + "$",
    ],
)
async def test_a_page_that_is_for_everybody_is_read(rules: str) -> None:
    assert await Host(rules).may("/news/1.html") == 0


@pytest.mark.parametrize(
    ("stated", "kept"),
    [("5", 5.0), ("0.5", 0.5), ("1000000000", 30.0), ("inf", 0.0), ("nan", 0.0), ("-3", 0.0), ("soon", 0.0)],
)
async def test_the_delay_is_kept_within_bounds(stated: str, kept: float) -> None:
    assert await Host(f"User-agent: *\nCrawl-delay: {stated}").may("/1") == kept


@pytest.mark.parametrize(
    "failure", [ClientError, BlockedByOutlet, TooManyRedirects, RefusedAddress, BadTransfer]
)
async def test_no_robots_txt_is_no_rules(failure: type[FetchError]) -> None:
    assert await Host(failure("No.")).may("/1") == 0


@pytest.mark.parametrize("failure", [ServerError, TimedOut, Unreachable, TooManyRequests])
async def test_a_host_that_does_not_say_is_left_alone_for_ten_minutes(failure: type[FetchError]) -> None:
    host = Host(failure("Not now."))

    with pytest.raises(Unreachable) as first:
        await host.may("/1")
    host.time.now += 400
    with pytest.raises(Unreachable) as second:
        await host.may("/2")

    assert first.value.retry_after == timedelta(seconds=600)
    assert second.value.retry_after == timedelta(seconds=200)
    assert second.value.temporary
    assert len(host.asked) == 1

    host.answer = "User-agent: *\nDisallow:"
    host.time.now += 201
    assert await host.may("/3") == 0


async def test_rules_are_kept_for_a_day() -> None:
    host = Host("User-agent: *\nDisallow: /private/")
    await host.may("/1")
    host.answer = "User-agent: *\nDisallow: /"

    host.time.now += 24 * 3600 - 1
    await host.may("/2")
    host.time.now += 2
    with pytest.raises(ForbiddenByRobots):
        await host.may("/3")

    assert len(host.asked) == 2


async def test_many_pages_ask_once() -> None:
    host = Host("")

    await asyncio.gather(*(host.may(f"/{n}") for n in range(20)))

    assert host.asked == ["https://a.test/robots.txt"]


async def test_each_origin_speaks_for_itself() -> None:
    host = Host("")

    await host.may("/1", "https://a.test")
    await host.may("/1", "http://a.test")
    await host.may("/1", "https://a.test:8443")

    assert host.asked == [
        "https://a.test/robots.txt",
        "http://a.test/robots.txt",
        "https://a.test:8443/robots.txt",
    ]


async def test_one_who_gives_up_does_not_take_the_answer_along() -> None:
    host = Host("")
    first, second = (asyncio.create_task(host.may(f"/{n}")) for n in (1, 2))
    await asyncio.sleep(0)
    first.cancel()

    assert await second == 0


async def test_long_rules_of_many_hosts_do_not_pile_up() -> None:
    host = Host("User-agent: *\nDisallow: /x\n" + "# padding\n" * 50_000)

    for n in range(12):
        await host.may("/1", f"https://host{n}.test")
    await host.may("/1", "https://host11.test")
    await host.may("/1", "https://host0.test")

    assert len(host.asked) == 13

"""A page on a host with a hostile robots.txt: read or not, but in bounded time, and never through the guard."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from octavo.core.errors import FetchError, ForbiddenByRobots, Unreachable
from octavo.core.urls import parse_url
from octavo.fetch.client import Client
from octavo.fetch.policy import FetchPolicy
from tests.hostile.paths.robots import FORBIDDING, SILENT
from tests.hostile.server import HostileWeb, hostile_web


@pytest.fixture
async def web() -> AsyncIterator[HostileWeb]:
    async with hostile_web() as running:
        yield running


async def test_every_robots_txt_is_asked_and_obeyed_or_passed_over(web: HostileWeb) -> None:
    names = [
        path.name.split("/")[2]
        for path in web.paths.paths.values()
        if path.group == "robots" and not path.heavy
    ]
    policy = FetchPolicy(total_seconds=5, idle_seconds=5, robots_seconds=1, pace_seconds=0)

    async with Client(policy, names={"*.test": ("127.0.0.1", web.port)}) as client:
        ends = await asyncio.gather(*(end(client, web, name) for name in names))

    found = dict(zip(names, ends, strict=True))
    assert found == {name: wanted(name) for name in names}
    assert {ask.path.removeprefix("/robots/") for ask in web.asked if ask.path.startswith("/robots/")} >= set(
        names
    )
    assert web.inner_visits == 0


async def end(client: Client, web: HostileWeb, name: str) -> type[FetchError] | None:
    """Read a page on the host; return the failure, or None if it was read."""
    url = parse_url(web.address("/control/page", host=f"robots-{name}.test"))
    assert url is not None
    try:
        await client.get(url, kind="page")
    except FetchError as failure:
        return type(failure)
    return None


def wanted(name: str) -> type[FetchError] | None:
    if name in FORBIDDING:
        return ForbiddenByRobots
    return Unreachable if name in SILENT else None

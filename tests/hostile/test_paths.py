"""Every light path, twenty at a time, within two seconds each."""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

import pytest

from octavo.core.document import Document, Validators
from octavo.core.errors import FetchError, RefusedAddress
from octavo.core.urls import parse_url
from octavo.fetch.client import Client
from octavo.fetch.guard import AllowList
from octavo.fetch.policy import FetchPolicy
from tests.hostile.kit import Path
from tests.hostile.paths.redirects import TARGETS
from tests.hostile.server import HostileWeb, hostile_web

_SECONDS: Final = 2.0
_AT_ONCE: Final = 20


def client_for(web: HostileWeb) -> Client:
    """Return a client whose guard has a hole for the hostile web's one port, and nothing else."""
    return Client(
        FetchPolicy(
            total_seconds=_SECONDS,
            idle_seconds=_SECONDS,
            pace_seconds=0,
            at_once_per_host=_AT_ONCE,
            allow=AllowList.parse([f"127.0.0.1:{web.port}"]),
        )
    )


@pytest.fixture
async def web() -> AsyncIterator[HostileWeb]:
    async with hostile_web() as running:
        yield running


@pytest.fixture
async def client(web: HostileWeb) -> AsyncIterator[Client]:
    async with client_for(web) as opened:
        yield opened


async def outcome(client: Client, web: HostileWeb, path: Path) -> bytes | FetchError | None:
    """Poll a path as often as it wants; return the last document, None for "not modified", or the failure."""
    url = parse_url(web.address(path.name))
    assert url is not None
    validators = Validators()
    last: bytes | FetchError | None = None
    for _ in range(path.polls):
        try:
            answer = await client.get(url, kind="feed", validators=validators)
        except FetchError as failure:
            last = failure
            continue
        validators = answer.validators
        last = answer.body if isinstance(answer, Document) else None
    return last


def complaint(path: Path, found: bytes | FetchError | None) -> str:
    """Say what is not as the path promises, or nothing."""
    if path.ends_in is not None:
        return (
            "" if isinstance(found, path.ends_in) else f"{path.name}: wanted {path.ends_in}, found {found!r}"
        )
    if isinstance(found, FetchError):
        return f"{path.name}: wanted a document, found {found!r}"
    if path.body is not None and found != path.body:
        return f"{path.name}: another body, {found!r:.100}"
    return ""


async def test_every_light_path_ends_as_it_should(web: HostileWeb, client: Client) -> None:
    places = asyncio.Semaphore(_AT_ONCE)
    loop = asyncio.get_running_loop()

    async def tried(path: Path) -> str:
        async with places:
            started = loop.time()
            found = await outcome(client, web, path)
            took = loop.time() - started
        late = f"{path.name}: took {took:.1f} seconds" if took > path.polls * _SECONDS + 3 else ""
        return complaint(path, found) or late

    light = [path for path in web.paths.paths.values() if not path.heavy and path.group != "robots"]

    complaints = await asyncio.gather(*map(tried, light))

    assert [c for c in complaints if c] == []
    assert len(light) > 150
    assert web.inner_visits == 0


@pytest.mark.parametrize("name", TARGETS)
async def test_redirects_inside_are_refused_at_once(name: str, web: HostileWeb, client: Client) -> None:
    path = web.paths.paths[f"/redirect/to-{name}"]
    started = asyncio.get_running_loop().time()

    found = await outcome(client, web, path)

    assert isinstance(found, RefusedAddress)
    assert asyncio.get_running_loop().time() - started < 1
    assert web.inner_visits == 0
    assert not found.temporary


async def test_the_inner_service_can_be_visited_when_its_port_is_listed(web: HostileWeb) -> None:
    policy = FetchPolicy(
        pace_seconds=0, allow=AllowList.parse([f"127.0.0.1:{web.port}", f"127.0.0.1:{web.inner_port}"])
    )
    async with Client(policy) as careless:
        found = await outcome(careless, web, web.paths.paths["/redirect/to-other-port"])

    assert isinstance(found, bytes)
    assert web.inner_visits == 1


def test_every_behaviour_says_what_is_promised(web: HostileWeb) -> None:
    assert all(path.promise.endswith(".") for path in web.paths.paths.values())

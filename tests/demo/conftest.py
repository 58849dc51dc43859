from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from socket import AddressFamily

import pytest
from aiohttp import ClientSession, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import settings

from octavo.demo.server import DemoServer
from octavo.demo.world import World, load_world

# How long an example takes says something about the machine, nothing about the rule.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


class NamesOnly(AbstractResolver):
    """Sends the names that it was given where they lead, and no other anywhere."""

    def __init__(self, names: Mapping[str, tuple[str, int]]) -> None:
        self._names = names

    async def resolve(
        self, host: str, port: int = 0, family: AddressFamily = AddressFamily.AF_INET
    ) -> list[ResolveResult]:
        address, port = self._names[host]
        return [
            ResolveResult(
                hostname=host, host=address, port=port, family=AddressFamily.AF_INET, proto=0, flags=0
            )
        ]

    async def close(self) -> None:
        pass


@pytest.fixture(scope="session")
def world() -> World:
    return load_world()


@pytest.fixture(scope="session")
def anchor() -> datetime:
    return datetime(2031, 5, 6, 7, 8, 9, 123456, UTC)


@pytest.fixture
async def server(world: World, anchor: datetime) -> AsyncIterator[DemoServer]:
    async with DemoServer(world, anchor=anchor) as server:
        yield server


@pytest.fixture
async def session(server: DemoServer) -> AsyncIterator[ClientSession]:
    async with ClientSession(connector=TCPConnector(resolver=NamesOnly(server.names))) as session:
        yield session

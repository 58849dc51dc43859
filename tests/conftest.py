"""Fixtures for every test: real databases, a web of our own behind the real client, a clock that the test turns."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import hypothesis
import pytest

from octavo.app.compute import Compute
from octavo.app.desk import Desk
from octavo.fetch.client import Client
from octavo.fetch.policy import FetchPolicy
from octavo.settings import load
from octavo.store.database import Database
from tests.databases import KINDS, Databases
from tests.fetch.outlet import Outlet, open_outlet
from tests.moments import Clock

# No test asserts a time, and the machine may be busy.
hypothesis.settings.register_profile("octavo", deadline=None)
hypothesis.settings.load_profile("octavo")


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    made = Databases(tmp_path_factory.mktemp("databases"))
    yield made
    made.close()


@pytest.fixture(params=KINDS)
def db(request: pytest.FixtureRequest, databases: Databases) -> Iterator[Database]:
    """An empty database with the newest schema; each test that asks for it runs on both kinds."""
    with databases.fresh(request.param) as url:
        database = Database(url)
        yield database
        database.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def outlet() -> AsyncIterator[Outlet]:
    """A well-behaved web: every name under `.test` leads to it."""
    async with open_outlet() as running:
        yield running


@pytest.fixture(scope="session")
def compute() -> Iterator[Compute]:
    """One pool for the whole session: starting its process takes longer than most tests."""
    made = Compute(1)
    yield made
    made.close()


@pytest.fixture
async def desk(
    db: Database, outlet: Outlet, compute: Compute, clock: Clock, tmp_path: Path
) -> AsyncIterator[Desk]:
    """A desk on each kind of database that finds *outlet* by the real client and lives by *clock*."""
    names = {"*.test": ("127.0.0.1", outlet.port)}
    settings = load({"data": tmp_path}, environment={})
    async with Client(FetchPolicy(named_pace_seconds=0.0), names=names, now=clock) as web:
        yield Desk(db=db, web=web, compute=compute, settings=settings, clock=clock, worker="test")

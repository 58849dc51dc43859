"""Fixtures for every test: real databases, a clock that the test turns."""

from collections.abc import Iterator

import pytest

from octavo.store.database import Database
from tests.databases import KINDS, Databases


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

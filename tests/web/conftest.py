"""Fixtures for the web's tests: sites on loopback, as many as a test opens."""

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.databases import Databases
from tests.web.site import Site, open_site

Opener = Callable[..., Coroutine[Any, Any, Site]]


@pytest.fixture
async def opened(databases: Databases, tmp_path: Path) -> AsyncIterator[Opener]:
    """A function that opens a site with the settings it is given, on an empty SQLite database (or on the *database* it is given)."""
    async with AsyncExitStack() as stack:

        async def open_(*, database: str = "", **given: Any) -> Site:
            where = database or stack.enter_context(databases.fresh("sqlite"))
            return await stack.enter_async_context(open_site(where, tmp_path, **given))

        yield open_


@pytest.fixture
async def site(opened: Opener) -> Site:
    """A site without a password: whoever asks from this machine is its owner."""
    return await opened()


@pytest.fixture
async def locked(opened: Opener) -> Site:
    """A site with a password, not public."""
    return await opened(password="correct horse battery staple")

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from tests.browser.chromium import open_chromium
from tests.web.conftest import opened, site  # the same sites as for the web's own tests

__all__ = ["opened", "site"]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A headless Chromium."""
    async with open_chromium() as chromium:
        yield chromium

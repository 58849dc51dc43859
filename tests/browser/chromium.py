"""A real Chromium that shows pages and reports what they do."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

import pytest
from playwright.async_api import Browser, BrowserContext, Dialog, Page, Route, async_playwright

NAMES: Final = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS: Final = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@asynccontextmanager
async def open_chromium(*more: str) -> AsyncIterator[Browser]:
    """Give a browser started with *more* flags; a machine without one fails the test, saying what to install."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        pytest.fail("Chromium is missing. Install it: apt-get update && apt-get install -y chromium.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=[*FLAGS, *more])
        try:
            yield browser
        finally:
            await browser.close()


@dataclass
class Watch:
    """What the pages of one browsing context did."""

    ours: str
    """The only address that may be asked."""
    dialogs: list[str] = field(default_factory=list)
    away: list[str] = field(default_factory=list)
    """Requests that were to go elsewhere; they are cut off."""

    async def route(self, route: Route) -> None:
        if route.request.url.startswith(self.ours):
            await route.continue_()
        else:
            self.away.append(route.request.url)
            await route.abort()

    async def dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(f"{dialog.message} on {dialog.page.url if dialog.page else ''}")
        await dialog.dismiss()


@asynccontextmanager
async def watched(
    browser: Browser, ours: str, *, without_policy: bool = False
) -> AsyncIterator[tuple[Page, Watch]]:
    """Give a page whose requests and dialogs are written down; *without_policy* makes the browser ignore the CSP."""
    context: BrowserContext = await browser.new_context(bypass_csp=without_policy)
    watch = Watch(f"{ours}/")
    await context.route("**/*", watch.route)
    context.on("dialog", watch.dialog)
    try:
        yield await context.new_page(), watch
    finally:
        await context.close()

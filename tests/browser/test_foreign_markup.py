"""In a real browser no script of a source runs and nothing leaves, on every page that shows foreign text.

Two locks are tried, each alone: pages are shown as they are, under their policy, and once more in a browser that was
told to ignore it, where only what the pages hold protects their reader.
"""

from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import quote, urldefrag

import pytest
from playwright.async_api import Browser, Error, Page

from octavo.app import engine, following, stages
from tests.browser.chromium import watched
from tests.browser.foreign import FEED, publish
from tests.browser.vectors import VECTORS
from tests.fetch.outlet import open_outlet
from tests.web.conftest import Opener
from tests.web.site import Site

_SUSPECTS: Final = """() => {
  const found = [], here = location.origin;
  const dead = new Set(['script', 'style', 'iframe', 'frame', 'object', 'embed', 'base', 'svg', 'math', 'video', 'audio']);
  const addresses = new Set(['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'background', 'xlink:href', 'data']);
  for (const one of document.querySelectorAll('*')) {
    if (dead.has(one.localName)) found.push(one.localName);
    for (const {name, value} of one.attributes) {
      if (name.startsWith('on') || ['style', 'srcdoc', 'ping', 'autofocus'].includes(name)) found.push(name);
      if (!addresses.has(name)) continue;
      const url = new URL(value, location.href);
      if (!['http:', 'https:'].includes(url.protocol)) found.push(`${name}=${value}`);
      if (!(one.localName === 'a' && name === 'href') && url.origin !== here) found.push(`${name}=${value}`);
      if (one.localName === 'a' && url.origin !== here && !one.relList.contains('noopener')) found.push(`rel of ${value}`);
    }
  }
  return found;
}"""
_LINKS: Final = "() => [...document.querySelectorAll('a[href]')].map(a => a.href)"
_NO_PAGES: Final = ("/source.tar.gz", "/opml", "/feed.atom", "/feed.json")


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a browser went on the site."""

    paths: list[str]

    def count(self, start: str) -> int:
        return sum(path.startswith(start) for path in self.paths)


@pytest.fixture
async def hostile_site(opened: Opener) -> AsyncIterator[Site]:
    """A site that has taken in the hostile outlet through the real line."""
    async with open_outlet() as outlet:
        publish(outlet)
        site = await opened(names={"*.test": ("127.0.0.1", outlet.port)})
        desk = replace(site.desk, newest=1000)
        await following.add_feed(desk, FEED)
        await engine.drain(desk, stages.line(desk))
        yield site


async def _walk(page: Page, site: Site) -> Walk:
    """Visit every page that links lead to, and some that only an address bar reaches."""
    starts = (
        "/",
        "/following",
        "/overview",
        "/keys",
        "/following/feeds/1",
        "/feed.atom",
        "/feed.json",
        *_typed(),
    )
    waiting = [site.address + path for path in starts]
    seen: set[str] = set(waiting)
    visited: list[str] = []
    while waiting:
        address = waiting.pop(0)
        await page.goto(address, wait_until="load")
        visited.append(address.removeprefix(site.address))
        assert await page.evaluate(_SUSPECTS) == [] or "/feed." in address, address
        for link in [urldefrag(link).url for link in await page.evaluate(_LINKS)]:
            if link.startswith(site.address + "/") and link not in seen and not link.endswith(_NO_PAGES):
                seen.add(link)
                waiting.append(link)
    return Walk(visited)


def _typed() -> list[str]:
    """Return addresses that carry markup themselves."""
    chosen = [vector.html for vector in VECTORS[::9]]
    shapes = ("/search?q={}", "/no-{}", "/login?next={}", "/hashtag/{}", "/following?x={}", "/section/{}")
    return [shape.format(quote(html, safe="")) for shape in shapes for html in chosen]


@pytest.mark.parametrize("without_policy", [False, True], ids=["as it is", "without the policy"])
async def test_no_script_runs_and_nothing_leaves(
    browser: Browser, hostile_site: Site, without_policy: bool
) -> None:
    async with watched(browser, hostile_site.address, without_policy=without_policy) as (page, watch):
        walk = await _walk(page, hostile_site)

    assert watch.dialogs == []
    assert watch.away == []
    assert walk.count("/article/") >= len(VECTORS)
    assert walk.count("/story/") >= 1
    assert walk.count("/source/") >= 1
    assert walk.count("/hashtag/") >= 1


async def test_the_text_around_the_markup_is_there(hostile_site: Site) -> None:
    front = (await hostile_site.get("/search?q=council")).text

    assert "of the council" in front


async def test_forms_of_a_source_are_gone(browser: Browser, hostile_site: Site) -> None:
    async with watched(browser, hostile_site.address) as (page, _):
        await page.goto(f"{hostile_site.address}/article/{len(VECTORS)}")

        actions = await page.evaluate("() => [...document.forms].map(form => form.getAttribute('action'))")

    assert set(actions) <= {"/search", "/display", "/logout"} | {
        a for a in actions if a.startswith("/following/")
    }


async def test_the_watch_sees_what_raw_markup_does(browser: Browser) -> None:
    """The set is worth something: given as it is, without a policy, each piece acts or asks elsewhere."""
    acting = [vector for vector in VECTORS if vector.fires]
    silent = []
    async with watched(browser, "http://ours.test") as (page, watch):
        for vector in acting:
            watch.dialogs.clear()
            watch.away.clear()
            one = await page.context.new_page()
            with suppress(Error):  # some lead the page away while it is being written
                await one.set_content(f"<!doctype html><p>x {vector.html}</p>", wait_until="load")
                await one.wait_for_timeout(50)
            await one.close()
            if not watch.dialogs and not watch.away:
                silent.append(vector.html)

    assert len(acting) >= 60
    assert not silent

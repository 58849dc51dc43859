"""What a real browser lets other sites do to an Octavo on its machine, and where a login leads it."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from tests.browser.chromium import open_chromium, watched
from tests.fetch.outlet import Outlet, open_outlet
from tests.web.conftest import Opener
from tests.web.site import PASSWORD, Site

_ATTACK = """<!doctype html><img src="{site}/logout"><iframe name="f" src="{site}/following"></iframe>
<form id="a" method="post" target="f" action="{site}/following/add"><input name="address" value="http://evil.test/rss">
<input name="unseen" value="1"></form>
<form id="b" method="post" enctype="text/plain" target="g" action="{site}/following/poll"><input name="x" value="y"></form>
<iframe name="g"></iframe><script>
document.getElementById('a').submit(); document.getElementById('b').submit();
for (const mode of ['no-cors', 'cors'])
  fetch('{site}/following/add', {{method: 'POST', mode, credentials: 'include',
    body: new URLSearchParams({{address: 'http://evil.test/rss2', unseen: '1'}})}}).catch(() => 0);
fetch('{site}/following/opml').then(r => r.text()).then(t => document.title = 'read: ' + t).catch(() => document.title = 'cut off');
</script>"""


@pytest.fixture
async def outlet() -> AsyncIterator[Outlet]:
    async with open_outlet() as opened:
        yield opened


async def test_another_site_neither_writes_nor_reads_nor_frames(
    browser: Browser, site: Site, outlet: Outlet
) -> None:
    there = f"127.0.0.1:{outlet.port}"
    outlet.put(f"{there}/", _ATTACK.format(site=site.address).encode(), Content_Type="text/html")
    page = await browser.new_page()

    await page.goto(f"http://{there}/", wait_until="load")
    await page.wait_for_function("document.title !== ''")
    await page.wait_for_load_state("networkidle")

    assert await page.title() == "cut off"
    assert "evil.test" not in (await site.get("/following")).text
    frames = [await frame.content() for frame in page.frames if frame != page.main_frame]
    assert not [content for content in frames if "Poll all now" in content]


async def test_a_name_that_was_made_to_lead_here_reads_nothing(site: Site) -> None:
    """DNS rebinding: the attacker's own name resolves to this machine, so that the browser takes both for one site."""
    async with open_chromium("--host-resolver-rules=MAP rebound.test 127.0.0.1") as browser:
        page = await browser.new_page()

        answer = await page.goto(f"http://rebound.test:{site.port}/following")

        assert answer is not None
        assert answer.status == 421
        assert "Poll all now" not in await page.content()


async def test_a_login_ends_up_on_this_site_whatever_the_address_said(
    browser: Browser, opened: Opener
) -> None:
    """Miniflux' CVE-2026-55185: only a browser knows where it ends up."""
    site = await opened(password=PASSWORD)
    for evil in (
        "//evil.test/",
        "/\\evil.test/",
        "https:evil.test",
        "%09//evil.test/",
        "/%09/evil.test/",
        "%2F%2Fevil.test",
    ):
        async with watched(browser, site.address) as (page, watch):
            await page.goto(f"{site.address}/login?next={evil}")
            await page.get_by_label("Password").fill(PASSWORD)
            await page.get_by_role("main").get_by_role("button", name="Log in").click()
            await page.wait_for_url(f"{site.address}/")

            assert watch.away == [], evil


async def test_logging_in_and_out_with_real_forms(browser: Browser, opened: Opener) -> None:
    site = await opened(password=PASSWORD)
    async with watched(browser, site.address) as (page, _):
        await page.goto(f"{site.address}/following")
        await page.get_by_label("Password").fill(PASSWORD)
        await page.get_by_role("main").get_by_role("button", name="Log in").click()
        await page.wait_for_url(f"{site.address}/following")
        assert await page.get_by_role("heading", name="Following", exact=True).is_visible()

        await page.get_by_role("button", name="Log out").click()
        await page.wait_for_url(f"{site.address}/login")
        answer = await page.goto(f"{site.address}/following")

        assert answer is not None
        assert answer.status == 401

"""A reader's way through the real demo: front page, story, article, hashtag, search and back, in English and Arabic."""

import json
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, Page

from tests.browser.chromium import watched
from tests.cli.running import octavo, octavo_running


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo that has read and folded everything."""
    data = tmp_path_factory.mktemp("demo")
    assert octavo("demo", "--port", "0", "--once", data=data).returncode == 0
    with octavo_running("demo", "--port", "0", data=data) as (_, address):
        yield address


async def _has_one_title(page: Page) -> str:
    titles = await page.locator("h1").all_inner_texts()
    assert len(titles) == 1, titles
    return titles[0]


async def _is_in(page: Page, language: str) -> None:
    assert await page.locator("html").get_attribute("lang") == language
    assert await page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    wide, seen = await page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= seen, "the page scrolls sideways"


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1280, 390])
async def test_a_reader_goes_from_the_front_page_to_a_search_and_back(
    browser: Browser, demo: str, language: str, width: int
) -> None:
    async with watched(browser, demo) as (page, watch):
        await page.set_viewport_size({"width": width, "height": 900})
        await page.goto(demo)
        await _is_in(page, "en")
        if language == "ar":
            await page.locator("button[name=lang][value=ar]").first.click()
        await _is_in(page, language)
        assert await page.locator("article.story").count() >= 30

        await page.locator("article.story h2.head a").first.click()
        await _is_in(page, language)
        headline = await _has_one_title(page)
        assert await page.locator("ol.origins > li").count() > 1

        await page.locator("ol.origins .head a").first.click()
        await _is_in(page, language)
        assert await _has_one_title(page) == headline
        assert headline not in await page.locator("main p").all_inner_texts()
        original = await page.locator("p.orig a").get_attribute("href")
        assert original
        assert original.startswith("https://")
        assert ".test" not in original
        assert await page.locator(
            "main a[href*='creativecommons.org'], main a[href*='opensource.org'], main a[href*='licen']"
        ).count()

        await page.locator("ul.tags a").first.click()
        await _is_in(page, language)
        tag = await _has_one_title(page)
        assert tag.startswith("#")

        field = page.locator("input[name=q]")
        if not await field.first.is_visible():
            await page.goto(f"{demo}/search")
        await field.first.fill("earthquake")
        await field.first.press("Enter")
        await page.wait_for_url("**/search?q=earthquake*")
        await _is_in(page, language)
        assert await page.locator("mark").count() > 1

        while "search" in page.url or "hashtag" in page.url or "article" in page.url or "story" in page.url:
            await page.go_back()
        await _is_in(page, language)
        assert await page.locator("article.story").count() >= 30

    assert watch.away == []
    assert watch.dialogs == []


def test_the_front_page_leaves_as_a_feed_with_thirty_stories_and_their_licences(demo: str) -> None:
    with urllib.request.urlopen(demo, timeout=30) as answer:
        html = answer.read().decode()
    assert 'type="application/feed+json"' in html
    with urllib.request.urlopen(f"{demo}/feed.json", timeout=30) as answer:
        feed = json.load(answer)

    assert len(feed["items"]) >= 30
    assert all(item["url"].startswith(demo) for item in feed["items"])
    assert all(
        "creativecommons" in json.dumps(item) or "licen" in json.dumps(item).lower() for item in feed["items"]
    )

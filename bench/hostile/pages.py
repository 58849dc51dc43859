"""The product's own pages in a browser: every page that shows what a hostile feed or page said."""

import asyncio
import shutil
from collections.abc import Sequence
from typing import Final
from urllib.parse import quote, urlencode

from playwright.async_api import Browser, async_playwright
from sqlalchemy import select

from octavo.app.desk import Desk
from octavo.store.database import Tx
from octavo.store.schema import article, article_hashtag, feed, hashtag, source, story
from octavo.web.server import serve

CHROMIUM: Final = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
AT_ONCE: Final = 3
MOST: Final = 600
"""Pages that are opened of one row."""
SETTLE_MS: Final = 500
"""What a page might still begin by itself is waited for so long, once all are open."""
_UNWANTED: Final = """() => [...document.querySelectorAll('[href],[src],[action],[formaction]')]
    .flatMap(e => ['href', 'src', 'action', 'formaction'].map(a => e.getAttribute(a)).filter(Boolean))
    .filter(a => /^[\\s\\u0000-\\u0020]*(javascript|data|vbscript|file):/i.test(a))"""


def pages_of(tx: Tx) -> list[str]:
    """Return the address of every page of the product that shows something of what was kept, feeds for other readers included."""
    articles = [f"/article/{i}" for i in tx.scalars(select(article.c.id).order_by(article.c.id))]
    stories = [f"/story/{i}" for i in tx.scalars(select(story.c.id).order_by(story.c.id))]
    sources = [f"/source/{i}" for i in tx.scalars(select(source.c.id).order_by(source.c.id))]
    feeds = [f"/following/feeds/{i}" for i in tx.scalars(select(feed.c.id).order_by(feed.c.id))]
    shown = (
        select(hashtag.c.tag).join(article_hashtag, article_hashtag.c.hashtag_id == hashtag.c.id).distinct()
    )
    tags = [f"/hashtag/{quote(tag, safe='')}" for tag in tx.scalars(shown.order_by(hashtag.c.tag))]
    first = tx.execute(select(article.c.title).order_by(article.c.id).limit(1)).scalar() or "v"
    lists = ["/", "/sources", "/following", "/overview", f"/search?{urlencode({'q': first[:100]})}"]
    streams = ["/feed.atom", "/feed.json", *(f"{page}/feed.atom" for page in sources)]
    return [*lists, *sources, *feeds, *streams, *articles, *stories, *tags][:MOST]


async def open_all(desk: Desk) -> tuple[int, list[str]]:
    """Open every page of *desk* in a browser; return how many, and what is wrong with them. What ran or leaked, the server knows."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return 0, ["the pages were not opened: Chromium is not installed (Debian: apt-get install chromium)"]
    paths = await desk.db.read(pages_of)
    stop, up = asyncio.Event(), asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(serve(desk, stop=stop, announce=up.set_result))
    try:
        base = await up
        async with async_playwright() as play:
            browser = await play.chromium.launch(executable_path=chromium, args=CHROMIUM)
            found = await _open_all(browser, base, paths)
            await browser.close()
    finally:
        stop.set()
        await serving
    return len(paths), found


async def _open_all(browser: Browser, base: str, paths: Sequence[str]) -> list[str]:
    waiting = list(reversed(paths))
    found: list[str] = []

    async def opener() -> None:
        page = await browser.new_page()
        page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.dismiss()))
        while waiting:
            path = waiting.pop()
            answer = await page.goto(base + path, wait_until="load")
            if answer is None or answer.status >= 400:
                found.append(f"{path} answers {answer.status if answer else 'nothing'}")
            found.extend(f"{path} has {link[:40]!r}" for link in await page.evaluate(_UNWANTED))
        await page.wait_for_timeout(SETTLE_MS)

    await asyncio.gather(*(opener() for _ in range(AT_ONCE)))
    return found

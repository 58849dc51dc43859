"""A source that changes its pages: seen, shown side by side, and mended."""

import io
import zipfile

import pytest

from octavo.app import extraction, reading
from octavo.app.desk import Desk
from octavo.core.errors import BadInput, NotFound
from octavo.core.ids import ArticleId, SourceId
from octavo.core.pages.expectation import Expectation
from octavo.store import readings
from tests.app import press
from tests.app.press import drain, follow, html, item, rss
from tests.fetch.outlet import Outlet
from tests.moments import NOON, Clock

GOOD, NEW = range(1, 16), range(16, 23)
SOURCE = SourceId(1)
WALL = b"<html><body><main><p>We value your privacy. Accept cookies to go on.</p></main></body></html>"


async def breaks(desk: Desk, outlet: Outlet, clock: Clock) -> None:
    """Let an outlet publish fifteen reports as it always did and then seven in pages that cannot be read."""
    for n in GOOD:
        outlet.put(f"a.test/{n}", html(f"Rivers rise {n}"))
    outlet.put("a.test/feed", rss(*(item(f"http://a.test/{n}", f"Rivers rise {n}") for n in GOOD)))
    await follow(desk, "http://a.test/feed")
    await drain(desk)
    clock.advance(hours=30)
    for n in NEW:
        outlet.put(f"a.test/{n}", WALL)
    items = [item(f"http://a.test/{n}", f"Rivers rise {n}", at=clock()) for n in NEW]
    outlet.put("a.test/feed", rss(*items))
    await drain(desk)


async def test_a_source_whose_pages_stop_passing_is_shown_with_before_and_after(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    await breaks(desk, outlet, clock)

    (standing,) = await desk.db.read(readings.standing_of, [SOURCE])
    found = await reading.source(desk, SOURCE)
    beside = await extraction.side_by_side(desk, SOURCE)

    assert standing.broken_at == clock()
    assert standing.reader
    assert found.extraction is not None
    assert found.extraction.before is not None
    assert (found.extraction.before.passing, found.extraction.lately.passing) == (1.0, 0.0)
    assert beside is not None
    assert beside.before.body.paragraphs[0].text == press.SENTENCES[0]
    assert beside.after.set_aside is not None
    assert beside.after.set_aside.code == "consent_wall"


async def test_all_pages_since_the_break_are_read_again_and_the_source_is_well(
    desk: Desk, outlet: Outlet, clock: Clock
) -> None:
    await breaks(desk, outlet, clock)
    for n in NEW:
        outlet.put(f"a.test/{n}", html(f"Rivers rise {n}"))

    again = await extraction.read_again_since_break(desk, SOURCE)
    await drain(desk)

    assert again == len(NEW)
    assert set((await desk.db.read(press.kinds)).values()) == {"article"}
    (standing,) = await desk.db.read(readings.standing_of, [SOURCE])
    assert (standing.broken_at, standing.reader) == (None, "")
    assert await extraction.side_by_side(desk, SOURCE) is None
    assert await extraction.read_again_since_break(desk, SOURCE) == 0


async def test_one_page_is_read_again_by_hand(desk: Desk, outlet: Outlet) -> None:
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise")))
    outlet.put("a.test/1", WALL)
    await follow(desk, "http://a.test/feed")
    await drain(desk)
    outlet.put("a.test/1", html("Rivers rise"))

    await extraction.read_again(desk, ArticleId(1))
    await drain(desk)

    assert await desk.db.read(press.kinds) == {"http://a.test/1": "article"}
    with pytest.raises(NotFound):
        await extraction.read_again(desk, ArticleId(7))


async def test_a_wrong_text_is_kept_with_its_page_as_a_pair(desk: Desk, outlet: Outlet) -> None:
    page = html("Rivers rise")
    outlet.put("a.test/feed", rss(item("http://a.test/1", "Rivers rise")))
    outlet.put("a.test/1", page)
    await follow(desk, "http://a.test/feed")
    await drain(desk)
    expected = Expectation("http://a.test/1", title="Rivers rise", text="One.\n\nTwo.")

    number = await extraction.report_wrong_text(desk, ArticleId(1), expected)

    archive = zipfile.ZipFile(io.BytesIO(await extraction.pair(desk, number)))
    assert archive.read(f"wrong-text-{number}.html") == page
    assert b'title = "Rivers rise"' in archive.read(f"wrong-text-{number}.expected.toml")
    (kept,) = await desk.db.read(readings.wrong_texts)
    assert (kept.id, kept.article_id, kept.at) == (number, 1, NOON)
    with pytest.raises(BadInput):
        await extraction.report_wrong_text(desk, ArticleId(1), Expectation("http://a.test/1"))
    with pytest.raises(NotFound):
        await extraction.report_wrong_text(desk, ArticleId(9), expected)

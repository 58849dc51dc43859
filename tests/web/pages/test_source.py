from datetime import timedelta

from sqlalchemy import update

from octavo.core.ids import SourceId
from octavo.store import feeds
from octavo.store.database import Tx
from octavo.store.feeds import PollRow
from octavo.store.schema import feed
from octavo.store.shown import sources
from tests.moments import NOON
from tests.newsroom import Newsroom
from tests.web.pages.news import FLOOD, WALLED, tell_news
from tests.web.site import Site


def block(tx: Tx, source_id: SourceId) -> None:
    query = update(feed).where(feed.c.source_id == source_id)
    tx.execute(
        query.values(
            status="blocked", error_code="blocked_by_outlet", error_message="It answers 403.", polled_at=NOON,
            next_try_at=NOON + timedelta(hours=5),
        )
    )  # fmt: skip
    for one in sources.health_of(tx, source_id):
        feeds.save_polls(tx, [PollRow(one.id, "failed", "blocked_by_outlet", "It answers 403.")], now=NOON)


async def test_the_health_of_a_source_says_what_fails_and_what_can_be_done(
    paper: Site, newsroom: Newsroom
) -> None:
    tell_news(newsroom)
    paper.desk.db.write_now(block, newsroom.sources["River Post"])

    page = (await paper.get(f"/source/{newsroom.sources['River Post']}")).text

    assert FLOOD in page
    assert "blocked by the outlet" in page
    assert "Octavo never pretends to be a browser." in page
    assert "in 5 hours" in page
    assert "It answers 403." in page
    assert WALLED in page
    assert "The outlet shows the article to subscribers only." in page
    assert "<b>1</b> page could not be read" in page


async def test_a_reader_sees_no_address_of_a_feed_and_nothing_that_its_server_said(
    public: Site, newsroom: Newsroom
) -> None:
    tell_news(newsroom)
    public.desk.db.write_now(block, newsroom.sources["River Post"])

    page = (await public.get(f"/source/{newsroom.sources['River Post']}")).text

    assert "/rss" not in page
    assert "It answers 403." not in page
    assert "The outlet refuses programs such as Octavo." in page


async def test_all_sources_are_listed_with_their_state(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)
    paper.desk.db.write_now(block, newsroom.sources["Ball"])

    page = (await paper.get("/sources")).text

    assert "صحيفة النهر" in page
    assert "5 sources are followed." in page
    assert page.count("blocked by the outlet") == 1

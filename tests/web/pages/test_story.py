from sqlalchemy import update

from octavo.core.ids import StoryId
from octavo.store.database import Tx
from octavo.store.schema import story
from octavo.store.shown.stories import MOST_REPORTS
from tests.newsroom import Newsroom, Told
from tests.web.pages.news import ARABIC, COPY, FLOOD, tell_news
from tests.web.site import Site


async def test_a_story_shows_its_origins_first_first_and_copies_under_them(
    paper: Site, newsroom: Newsroom
) -> None:
    tell_news(newsroom)

    page = (await paper.get(f"/story/{newsroom.stories[FLOOD]}")).text

    assert page.index("First report") < page.index("1 copy") < page.index(ARABIC)
    assert f'href="/article/{newsroom.articles[COPY]}"' in page
    assert "Arabic" in page
    assert 'href="/hashtag/flood"' in page


async def test_a_merged_story_leads_for_good_to_the_one_it_is_part_of(
    paper: Site, newsroom: Newsroom
) -> None:
    newsroom.tell(Told("One"), Told("Two"))
    one, two = newsroom.stories["One"], newsroom.stories["Two"]
    paper.desk.db.write_now(merge, one, two)

    for form in ("", "/feed.json"):
        answer = await paper.get(f"/story/{one}{form}")
        assert (answer.status, answer.headers["Location"]) == (301, f"/story/{two}{form}")


def merge(tx: Tx, one: StoryId, into: StoryId) -> None:
    tx.execute(update(story).where(story.c.id == one).values(merged_into=into, articles=0))


async def test_a_story_that_is_not_there_is_a_page(paper: Site) -> None:
    for number in ("7", "0", "9" * 19, "9" * 40):
        answer = await paper.get(f"/story/{number}")
        assert answer.status == 404
        assert "<h1>" in answer.text


async def test_a_story_of_very_many_reports_says_how_many_it_leaves_out(
    paper: Site, newsroom: Newsroom
) -> None:
    newsroom.tell(*(Told(f"Report {n}", story=1) for n in range(MOST_REPORTS + 3)))

    page = (await paper.get(f"/story/{newsroom.stories['Report 0']}")).text

    assert "3 later reports are not listed here." in page

from tests.newsroom import Newsroom
from tests.web.pages.news import FLOOD, tell_news
from tests.web.site import Site


async def test_a_hashtag_shows_the_reports_that_carry_it(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    page = (await paper.get("/hashtag/Flood")).text

    assert FLOOD in page
    assert "Cup final tonight" not in page
    assert "<b>3</b> sources tell it" in page
    assert 'action="/following/hashtags/hide"' in page


async def test_a_reader_gets_no_button_of_the_owner(public: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    for path in ("/hashtag/flood", f"/source/{newsroom.sources['River Post']}", "/"):
        page = (await public.get(path)).text
        assert "/following" not in page
        assert "/overview" not in page

from tests.newsroom import Newsroom
from tests.web.pages.news import ARABIC, FLOOD, tell_news
from tests.web.site import Site


async def test_the_front_page_tells_how_many_tell_a_story(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    page = (await paper.get("/")).text

    assert page.index(FLOOD) < page.index("Cup final tonight")
    assert "<b>3</b> sources" in page
    assert "<b>2</b> origins" in page
    assert "<b>2</b> languages" in page
    assert "6 reports folded into 4 stories" in page


async def test_a_headline_keeps_its_language_and_direction_on_a_page_of_another(
    paper: Site, newsroom: Newsroom
) -> None:
    tell_news(newsroom)

    page = (await paper.get("/")).text

    assert '<html lang="en" dir="ltr"' in page
    assert f'dir="rtl">{ARABIC}</a></h3>' in page
    assert '<h3 class="head" lang="ar">' in page


async def test_an_empty_desk_says_what_to_do(paper: Site) -> None:
    page = (await paper.get("/")).text

    assert "There is nothing to read yet" in page
    assert 'href="/following"' in page


async def test_a_section_shows_its_own_stories(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    page = (await paper.get("/section/sport")).text

    assert "Cup final tonight" in page
    assert FLOOD not in page
    assert (await paper.get("/section/culture")).status == 200
    assert (await paper.get("/section/gossip")).status == 404


async def test_pages_that_no_list_has_are_not_found(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    for page in ("2", "0", "-1", "x", "1e3", "٢", "99999999999999999999"):
        answer = await paper.get(f"/?page={page}")
        assert answer.status == 404
        assert "<h1>" in answer.text

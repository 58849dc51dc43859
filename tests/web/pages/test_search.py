from tests.newsroom import Newsroom, Told
from tests.web.pages.news import ARABIC, COPY, FLOOD, tell_news
from tests.web.site import Site


async def test_found_words_are_marked_in_the_words_of_the_source(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    page = (await paper.get("/search?q=market+water")).text

    assert "<mark>Water</mark> reached the <mark>market</mark>." in page
    assert FLOOD in page
    assert COPY not in page
    assert "<b>1</b> report, best first" in page


async def test_arabic_is_found_without_its_article(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    page = (await paper.get("/search?q=%D9%85%D8%AF%D9%8A%D9%86%D8%A9")).text

    assert ARABIC in page


async def test_a_search_without_a_hit_says_so_and_shows_the_query_as_text(paper: Site) -> None:
    page = (await paper.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22")).text

    assert "Nothing that is stored has these words." in page
    assert "<script" not in page
    assert (await paper.get("/search")).status == 200
    assert (await paper.get("/search?q=%22%22%22%20AND%20*%20NEAR(")).status == 200


async def test_hits_go_on_over_pages(paper: Site, newsroom: Newsroom) -> None:
    newsroom.tell(*(Told(f"Harvest {n}") for n in range(45)))

    first, last = await paper.get("/search?q=harvest"), await paper.get("/search?q=harvest&page=3")

    assert 'rel="next" href="/search?q=harvest&amp;page=2"' in first.text
    assert last.text.count('<h2 class="head"') == 5
    assert (await paper.get("/search?q=harvest&page=4")).status == 404

from datetime import timedelta

from octavo.core.pages.article import Body, Link, Paragraph
from octavo.core.pages.marks import stored
from octavo.core.urls import Url
from octavo.store import replays
from octavo.store.replays import Replayed
from tests.moments import NOON
from tests.newsroom import Newsroom, Told
from tests.web.conftest import Opener
from tests.web.pages.conftest import address_of
from tests.web.pages.news import FLOOD, MARKUP, ODD, WALLED, tell_news
from tests.web.site import Site


async def test_an_article_leads_to_its_original_before_it_shows_its_text(
    paper: Site, newsroom: Newsroom
) -> None:
    tell_news(newsroom)

    page = (await paper.get(f"/article/{newsroom.articles[FLOOD]}")).text

    assert page.count("<h1") == 1
    assert page.index("Read the original") < page.index("Water reached the market.")
    assert 'rel="noopener noreferrer nofollow">Read the original' in page
    assert "<h2>Boats came.</h2>" in page
    assert "<li>They left.</li>" in page
    assert '<div class="body" lang="en" dir="ltr">' in page
    assert "A. Writer" in page
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in page
    assert "The talk" in page
    assert "1:05" in page
    assert f'href="/story/{newsroom.stories[FLOOD]}"' in page


async def test_an_article_keeps_its_links_and_says_what_sort_of_piece_it_is(
    paper: Site, newsroom: Newsroom
) -> None:
    body = Body(
        (
            Paragraph("post", "The dam breaks", at=NOON),
            Paragraph("text", "The dam broke.", (Link(4, 7, Url("https://1.test/dam?a=1&b=2")),)),
        ),
        (Url("https://video.test/embed/1"),),
    )
    kept = stored(body)
    newsroom.tell(
        Told(
            "Dam", text=kept.text, blocks=kept.blocks, marks=kept.marks, genre="live_blog", agencies=("Reuters", "dpa"),
            walled=True, picture="https://1.test/dam.jpg", caption="The dam on Monday.",
        )
    )  # fmt: skip

    page = (await paper.get(f"/article/{newsroom.articles['Dam']}")).text

    assert (
        'The <a href="https://1.test/dam?a=1&amp;b=2" rel="noopener noreferrer nofollow">dam</a> broke.'
        in page
    )
    assert page.index("<time", page.index('class="post"')) < page.index("The dam breaks")
    assert "The dam on Monday." in page
    assert "With text of <bdi>Reuters, dpa</bdi>" in page
    for kind in ("Live blog", "For subscribers"):
        assert f">{kind}</span>" in page
    assert 'href="https://video.test/embed/1"' in page
    assert "<iframe" not in page


async def test_an_article_without_text_says_why(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    page = (await paper.get(f"/article/{newsroom.articles[WALLED]}")).text

    assert "Headline only" in page
    assert "The outlet shows the article to subscribers only." in page


async def test_what_a_source_writes_is_text_and_never_markup(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    page = (await paper.get(f"/article/{newsroom.articles[ODD]}")).text

    assert MARKUP not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt;") >= 5
    assert 'href="javascript:' not in page


async def test_a_picture_is_ours_and_kept_for_ever(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)
    page = (await paper.get(f"/article/{newsroom.articles[FLOOD]}")).text
    path = page.partition('<img src="')[2].partition('"')[0]

    answer = await paper.get(path)

    assert path.startswith("/picture/")
    assert 'alt="What it shows"' in page
    assert (answer.status, answer.body, answer.headers["Content-Type"]) == (200, b"RIFF", "image/webp")
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert (await paper.get("/picture/99.webp")).status == 404


async def test_a_replayed_report_states_its_true_date_address_and_licence(
    newsroom: Newsroom, opened: Opener
) -> None:
    newsroom.tell(Told("Replayed", url="https://demo.test/a"))
    truth = Replayed(
        Url("https://demo.test/a"),
        Url("https://true.test/a"),
        NOON - timedelta(days=900),
        "By Daily, CC BY.",
        "https://l.test/by",
    )
    newsroom.database.write_now(replays.keep, [truth])
    paper = await opened(database=address_of(newsroom.database))

    page = (await paper.get(f"/article/{newsroom.articles['Replayed']}")).text
    feed = (await paper.get("/feed.json")).text

    assert "Demo: real reports" in page
    assert "26 September 2023" in page
    for shown in ("https://true.test/a", "By Daily, CC BY.", "https://l.test/by"):
        assert shown in page
        assert shown in feed
    assert "https://demo.test/a" not in page + feed
    assert "First published 2023-09-26" in feed

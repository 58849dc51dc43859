import time

import pytest

from octavo.core.pages.body.blocks import MOST_BLOCKS, weigh
from tests.core.pages.body.trees import blocks_of, texts_of


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<div>loose<p>One</p>after</div>", ["loose", "One", "after"]),
        ("<p>One <b>bold</b>word</p>", ["One boldword"]),
        ("<p>a<br>b</p>", ["a b"]),
        ("<p>a<br><br>b</p>", ["a", "b"]),
        ("<p>a<br> \n <br/>b</p>", ["a", "b"]),
        (
            f"<p>{'A whole sentence ends this long line of text right here, surely.'}<br>Next.</p>",
            ["A whole sentence ends this long line of text right here, surely.", "Next."],
        ),
        ("<p>the<a href='/x'> link </a>, then</p>", ["the link, then"]),
        ("<p><a href='/x'>Trump </a>'s plan</p>", ["Trump's plan"]),
        ("<p><a href='/x'>Trump</a> 'quoted' words</p>", ["Trump 'quoted' words"]),
        ("<p>l<span>a</span>unch</p>", ["launch"]),
        ("<p>mor<span class=fold>Read more</span>ning</p>", ["morning"]),
        ("<p>Use the <span>More</span> button</p>", ["Use the More button"]),
        ("<p>a<script>b</script>c<style>d</style></p>", ["ac"]),
        ("<p>a<a hidden href='/x'>b</a>c</p><p>d</p>", ["ac", "d"]),
        ("<p>x&nbsp;&nbsp;y</p>", ["x y"]),
        ("<p>يقول <b>النيل</b>، ثم</p>", ["يقول النيل، ثم"]),
        ("<ruby>東<rp>(</rp><rt>ひがし</rt><rp>)</rp></ruby>", ["東"]),
    ],
)
def test_text_stands_as_a_browser_shows_it(body: str, texts: list[str]) -> None:
    assert texts_of(body) == texts


def test_links_know_which_words_they_are() -> None:
    [block] = blocks_of("<p>See <a href='/a'>the <i>first</i></a> and <a href='/b'>second</a>.</p>").blocks

    assert [(block.text[start:end], href) for start, end, href in block.links] == [
        ("the first", "/a"),
        ("second", "/b"),
    ]
    assert block.linked == len("thefirst") + len("second")


def test_headings_have_levels_and_embeds_and_times_are_kept_apart() -> None:
    page = blocks_of(
        "<h2>Head</h2><iframe src='/v'>no</iframe><p><time datetime='2026-03-01'>today</time></p>"
    )

    assert [(block.text, block.level) for block in page.blocks] == [("Head", 2), ("today", 0)]
    assert page.embeds == [(1, "/v")]
    assert [(at, stated) for at, stated, _ in page.times] == [(1, "2026-03-01")]


def test_scripts_that_need_fewer_letters_weigh_more() -> None:
    assert weigh("ab cd") == 4
    assert weigh("漢字") == 6


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "<a href='/x'>link</a> " * 10_000,
        "<p>" + "word<br>" * 20_000,
        "<div>" * 400 + "<p>x</p>" * 5_000,
        "<p>" + " " * 300_000 + "x",
        "<p>" + "&amp;amp;" * 20_000,
        "<p>" + "''" * 50_000,
    ],
)
def test_odd_pages_cost_no_more_than_their_size(body: str) -> None:
    started = time.process_time()

    assert blocks_of(body).blocks

    assert time.process_time() - started < 5


def test_a_page_without_end_is_cut() -> None:
    assert len(blocks_of("<p>x</p>" * (MOST_BLOCKS + 50)).blocks) == MOST_BLOCKS

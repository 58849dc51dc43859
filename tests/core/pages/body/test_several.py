import pytest

from octavo.core.pages.body.several import keep_the_meant
from octavo.core.urls import Url
from tests.core.pages.body.trees import blocks_of

ADDRESS = Url("https://outlet.test/2026/elbe-floods-dresden")
LONG = "The river rose again on Monday, and the city closed its bridges. " * 4


def article(headline: str, text: str) -> str:
    return f"<article><h2>{headline}</h2><p>{text}{LONG}</p></article>"


def kept(body: str, title: str) -> str:
    page = blocks_of(body)
    numbers = keep_the_meant(page, range(len(page.blocks)), titles=(title,), address=ADDRESS)
    return " ".join(page.blocks[n].text.split()[0] for n in numbers)


def test_the_article_that_the_title_names_is_kept() -> None:
    body = article("Goat on the roof", "Goats") + article("Elbe floods Dresden", "Elbe")

    assert kept(body, "Elbe floods Dresden – Outlet") == "Elbe ElbeThe"


def test_the_article_whose_headline_leads_here_is_kept() -> None:
    body = article("Goat on the roof", "Goats") + article(f'<a href="{ADDRESS}">Water comes</a>', "Elbe")

    assert kept(body, "") == "Water ElbeThe"


@pytest.mark.parametrize(
    "body",
    [
        article("Elbe floods Dresden", "Elbe"),
        article("Goat on the roof", "Goats") + article("Cat in the tree", "Cats"),
        article("Elbe floods Dresden", "Elbe") + "<article><h2>Short</h2><p>Teaser.</p></article>",
        article("Elbe floods Dresden", "Elbe") + article("Elbe floods Dresden", "Again"),
    ],
)
def test_all_stays_where_none_is_meant_more_than_others(body: str) -> None:
    page = blocks_of(body)

    numbers = keep_the_meant(page, range(len(page.blocks)), titles=("Elbe floods Dresden",), address=ADDRESS)

    assert numbers == list(range(len(page.blocks)))

import pytest

from octavo.core.pages.body.vetoes import without_vetoed
from tests.core.pages.body.trees import blocks_of

TITLE = "Elbe floods Dresden"
LONG = "The river rose again on Monday, and the city closed all of its bridges to the other bank. " * 8


def kept(body: str) -> list[str]:
    page = blocks_of(body)
    numbers = without_vetoed(page.blocks, range(len(page.blocks)), title=TITLE)
    return [page.blocks[n].text[:20] for n in numbers]


@pytest.mark.parametrize(
    "aside",
    [
        "<figure><img><figcaption>The Elbe at dusk.</figcaption></figure>",
        '<p class="wp-caption-text">The Elbe at dusk.</p>',
        '<div class="newsletter-signup"><h3>Never miss a flood</h3><p>Get our letter each morning.</p></div>',
        '<p class="byline">Anna Berg</p>',
        '<div class="share-bar"><p>Mail it to a friend.</p></div>',
        "<h2>Elbe floods Dresden</h2>",
    ],
)
def test_what_is_no_part_of_the_text(aside: str) -> None:
    assert kept(f"<p>First words.</p>{aside}<p>Last words.</p>") == ["First words.", "Last words."]


def test_a_part_that_holds_the_article_is_the_article_whatever_it_is_called() -> None:
    assert kept(f'<div class="caption"><p>{LONG}</p><p>Last words.</p></div>') == [LONG[:20], "Last words."]


def test_a_headline_further_down_is_a_quotation_of_it() -> None:
    body = f"<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><p>{TITLE}</p>"

    assert kept(body)[-1] == TITLE

import pytest

from octavo.core.pages.body.gaps import with_gaps_filled
from tests.core.pages.body.trees import blocks_of

LONG = "The river rose again on Monday, and the city closed all of its bridges to the other bank. " * 2


def filled(body: str, *missing: str) -> list[str]:
    """Return the words that were missing and are taken after all."""
    page = blocks_of(body)
    taken = [n for n, block in enumerate(page.blocks) if block.text not in missing]
    return [page.blocks[n].text for n in with_gaps_filled(page.blocks, taken) if n not in taken]


@pytest.mark.parametrize(
    "body",
    [
        "<p>First.</p><h3>Sandbags</h3><p>Last.</p>",
        "<p>First.</p><p>Sandbags</p><p>Last.</p>",
        "<ul><li>Pumps</li><li>Sandbags</li><li>Boats</li></ul>",
        "<ul><li>Pumps</li><li><a href=/s>Sandbags</a></li><li>Boats</li></ul>",
        "<ul><li><p>Pumps</p></li><li><p>Sandbags</p></li><li><p>Boats</p></li></ul>",
    ],
)
def test_short_words_between_their_siblings_are_the_article_s(body: str) -> None:
    assert filled(body, "Sandbags") == ["Sandbags"]


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("<p>First.</p><div><h3>Sandbags</h3></div><p>Last.</p>", "Sandbags"),
        ("<p>First.</p><h3><a href=/s>Sandbags</a></h3><p>Last.</p>", "Sandbags"),
        ("<p>First.</p><p class=caption>Sandbags</p><p>Last.</p>", "Sandbags"),
        ("<p>First.</p><p>Advertisement</p><p>Last.</p>", "Advertisement"),
        ("<p>First.</p><p>-30-</p><p>Last.</p>", "-30-"),
        ("<ul><li>Pumps</li></ul><ul><li>Sandbags</li></ul><ul><li>Boats</li></ul>", "Sandbags"),
        (f"<p>First.</p><p>{LONG}</p><p>Last.</p>", LONG.strip()),
        ("<p>First.</p><p>Sandbags</p>", "Sandbags"),
    ],
)
def test_what_is_no_sibling_or_says_enough_by_itself_stays_out(body: str, missing: str) -> None:
    assert filled(body, missing) == []


def test_a_long_gap_is_filled_in_a_list_only() -> None:
    names = [f"Street {n}" for n in range(6)]
    items = "".join(f"<li>{name}</li>" for name in names)
    lines = "".join(f"<p>{name}</p>" for name in names)

    assert filled(f"<ul><li>First</li>{items}<li>Last</li></ul>", *names) == names
    assert filled(f"<p>First</p>{lines}<p>Last</p>", *names) == []

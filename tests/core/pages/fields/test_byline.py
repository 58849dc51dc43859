import pytest
from lxml.html import fromstring

from octavo.core.pages.fields.byline import find_byline


def found(body: str) -> tuple[str, ...]:
    return find_byline(fromstring(f"<html><body><main>{body}</main></body></html>"))


@pytest.mark.parametrize(
    "body",
    [
        '<a rel="author" href="/anna">Anna Berg</a>',
        '<span class="author-name">Anna Berg</span>',
        '<p class="byline">By Anna Berg</p>',
        '<div id="author">Anna Berg</div>',
        '<div itemprop="author">Anna Berg</div>',
        '<em class="article__writer">Anna Berg</em>',
        "<author>Anna Berg</author>",
    ],
)
def test_who_signs_is_found(body: str) -> None:
    assert found(body) == ("Anna Berg",)


def test_an_arabic_byline_is_found() -> None:
    assert found('<span class="author">أحمد سليمان</span>') == ("أحمد سليمان",)


def test_the_surer_sign_wins() -> None:
    assert found('<em class="writer">Desk</em><a rel="author">Anna Berg</a>') == ("Anna Berg",)


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comments"><span class="author">Troll Berg</span></div>',
        '<div class="sidebar-right"><a class="author">Other Berg</a></div>',
        '<p class="byline"></p>',
        f'<div class="author">{"A long story about the author. " * 10}</div>',
        "<p>Anna Berg</p>",
    ],
)
def test_who_signs_something_else_is_not(body: str) -> None:
    assert found(body) == ()

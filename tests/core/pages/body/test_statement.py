import json

import pytest

from octavo.core.pages.body.statement import ENOUGH, stated, words_of
from octavo.core.pages.tree import parse

TEXT = "The river rose & the dams held. " * 30


def page(data: str) -> str:
    return f'<html><head><script type="application/ld+json">{data}</script></head><body>x</body></html>'


def test_the_text_is_found_anywhere_in_the_data() -> None:
    data = json.dumps({"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "articleBody": TEXT}]})

    assert words_of(stated(parse(page(data)))) == TEXT


def test_marks_and_references_are_taken_out() -> None:
    data = json.dumps({"articleBody": f"<p>{TEXT.replace('&', '&amp;')}</p>"})

    assert words_of(stated(parse(page(data)))) == TEXT.strip()


@pytest.mark.parametrize(
    "data",
    [
        "{",
        '{"articleBody": 7}',
        json.dumps({"articleBody": "x" * (ENOUGH - 1)}),
        '{"articleBody":' + "[" * 5_000,
        "null",
    ],
)
def test_what_states_no_text(data: str) -> None:
    assert words_of(stated(parse(page(data)))) == ""

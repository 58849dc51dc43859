"""Each pair in `pairs/` is a page and what reading it must give: NAME.html beside NAME.expected.toml, no code.

Keys of the expectation, all optional but one of them needed:

    address       where the page stands; without it an address of outlet.test
    content_type  what its server says; without it "text/html; charset=utf-8"
    feed_title    what the feed said, for the gate; without it the page's own title
    feed_summary
    feed_text     the feed's own full text, as html
    title         the title, exactly
    byline        list of names, exactly
    agencies      list of agencies, exactly
    text          the whole text, exactly; paragraphs parted by an empty line
    must          list of passages that are in the text, white space as it should be
    must_not      list of passages that are not
    kinds         list of the paragraphs' kinds
    links         list of [words, address] pairs, in order
    embeds        list of addresses
    refused       true, or the code of the refusal; pages that do not say this must pass the gate
"""

import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from octavo.core.errors import PageError
from octavo.core.pages.article import Extract
from octavo.core.pages.extract import extract
from octavo.core.pages.gate import Passed, judge
from octavo.core.urls import parse_url

PAIRS: Final = Path(__file__).parent / "pairs"
NAMES: Final = sorted(path.stem for path in PAIRS.glob("*.html"))
ASKED: Final = frozenset(("address", "content_type", "feed_title", "feed_summary", "feed_text"))
SAID: Final = frozenset(
    ("title", "byline", "agencies", "text", "must", "must_not", "kinds", "links", "embeds", "refused")
)


def outcome(name: str, expected: dict[str, Any]) -> tuple[Extract | None, str]:
    """Return what the page gives, and why it is refused or an empty word."""
    address = parse_url(expected.get("address", f"https://outlet.test/2026/03/{name}"))
    assert address is not None
    try:
        made = extract(
            (PAIRS / f"{name}.html").read_bytes(),
            content_type=expected.get("content_type", "text/html; charset=utf-8"),
            address=address,
            feed_text=expected.get("feed_text", ""),
        )
    except PageError as error:
        return None, error.code
    verdict = judge(
        made,
        feed_title=expected.get("feed_title", made.fields.title),
        feed_summary=expected.get("feed_summary", ""),
    )
    return made, "" if isinstance(verdict, Passed) else verdict.code


def facts(made: Extract) -> dict[str, object]:
    """Return what an expectation can state exactly."""
    return {
        "title": made.fields.title,
        "byline": list(made.fields.byline),
        "agencies": list(made.fields.agencies),
        "text": made.text,
        "kinds": [p.kind for p in made.paragraphs],
        "links": [[p.text[one.start : one.end], one.url] for p in made.paragraphs for one in p.links],
        "embeds": list(made.body.embeds),
    }


@pytest.mark.parametrize("name", NAMES)
def test_pair(name: str) -> None:
    expected = tomllib.loads((PAIRS / f"{name}.expected.toml").read_text())
    assert expected.keys() & SAID, "the expectation says nothing"
    assert not expected.keys() - SAID - ASKED, "the expectation has a key that is not known"

    made, refused = outcome(name, expected)

    if wanted := expected.get("refused"):
        assert refused
        assert wanted in (True, refused)
        return
    assert not refused
    assert made is not None
    told = facts(made)
    for key in told.keys() & expected.keys():
        assert told[key] == (expected[key].strip() if key == "text" else expected[key])
    for passage in expected.get("must", ()):
        assert passage in made.text
    for passage in expected.get("must_not", ()):
        assert passage not in made.text


def test_no_half_of_a_pair_is_alone() -> None:
    assert {path.name.removesuffix(".expected.toml") for path in PAIRS.glob("*.toml")} == set(NAMES)

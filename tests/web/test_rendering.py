"""Every page in every language: escaped, in the right direction, without anything that the policy would block."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import octavo.web
from octavo.core.text.language import direction
from octavo.store.database import Database
from octavo.web.rendering import environment
from octavo.web.words import LANGUAGES
from tests.moments import Clock
from tests.newsroom import Newsroom
from tests.web.conftest import Opener
from tests.web.pages.conftest import address_of
from tests.web.pages.news import MARKUP, ODD, PAGES, WALLED, path_of, tell_news

TEMPLATES = Path(octavo.web.__file__).parent / "templates"
OF_THE_OWNER = ("/following", "/following/progress", "/keys", "/overview")
VOID = frozenset({"meta", "link", "input", "img", "br", "hr"})


class Reader(HTMLParser):
    """Notes what a page is made of, and whether its tags close in the order in which they open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.problems: list[str] = []
        self.feed(html)
        self.problems += [f"<{tag}> stays open" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):  # type: ignore[union-attr]
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> at {self.getpos()}")

    def attributes(self, name: str) -> Iterator[str]:
        return (attributes[name] for _, attributes in self.tags if name in attributes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.glob("*.html")))
def test_every_template_compiles_in_every_language(name: str, language: str) -> None:
    assert environment(language).get_template(name)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_page_is_sound_in_every_language(
    opened: Opener, db: Database, clock: Clock, language: str
) -> None:
    newsroom = Newsroom(db)
    tell_news(newsroom)
    site = await opened(database=address_of(db), clock=clock)
    await site.post("/display", {"lang": language})
    more = [f"/article/{newsroom.articles[title]}" for title in (WALLED, ODD)]

    for path in [*(path_of(page, newsroom) for page in PAGES), *more, *OF_THE_OWNER, "/nothing"]:
        answer = await site.get(path)
        page = Reader(answer.text)
        head = f'<html lang="{language}" dir="{direction(language)}"'
        assert head in answer.text, path
        assert page.problems == [], path
        assert [tag for tag, _ in page.tags].count("h1") == 1, path
        assert MARKUP not in answer.text
        assert_nothing_foreign_loads_or_runs(page)
        assert_ids_are_unique(page)


def assert_nothing_foreign_loads_or_runs(page: Reader) -> None:
    assert not {"script", "style", "iframe", "object", "base"} & {tag for tag, _ in page.tags}
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")]
        for name in ("src", "srcset", "poster", "action", "formaction"):
            assert re.match(r"/(?!/)|$", attributes.get(name, ""))
        target = attributes.get("href", "")
        assert re.match(r"/(?!/)|#|https?://|$", target), target
        if target.startswith("http"):
            assert tag == "a"
            assert {"noopener", "noreferrer", "nofollow"} <= set(attributes["rel"].split())


def assert_ids_are_unique(page: Reader) -> None:
    ids = list(page.attributes("id"))
    assert len(ids) == len(set(ids))
    assert set(page.attributes("aria-labelledby")) <= set(ids)


async def test_an_arabic_page_has_no_english_word_of_ours(opened: Opener, db: Database, clock: Clock) -> None:
    tell_news(newsroom := Newsroom(db))
    site = await opened(database=address_of(db), clock=clock)
    await site.post("/display", {"lang": "ar"})

    for page in PAGES:
        html = (await site.get(path_of(page, newsroom))).text
        ours = re.sub(
            r'<(bdi|a|h\d|p|div|td)[^>]* dir="ltr".*?</\1>|<bdi.*?</bdi>|<title>.*?</title>',
            "",
            html,
            flags=re.S,
        )
        words = re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>", " ", ours))
        assert set(words) <= {"English", "Atom", "JSON", "UTC", "rss"}, page

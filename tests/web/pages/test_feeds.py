import json
from typing import Any

import feedparser
import pytest

from octavo.store import hiding
from tests.newsroom import Newsroom, Told
from tests.web.pages.news import ARABIC, COPY, FLOOD, MARKUP, PAGES, path_of, tell_news
from tests.web.site import Site

LISTS = [page for page in PAGES if page not in ("article", "sources")]


def feed_of(page: str, newsroom: Newsroom, form: str) -> str:
    path, _, query = path_of(page, newsroom).partition("?")
    return f"{path.rstrip('/')}/feed.{form}" + (f"?{query}" if query else "")


@pytest.mark.parametrize("page", LISTS)
async def test_every_list_is_also_an_atom_and_a_json_feed_that_it_names(
    paper: Site, newsroom: Newsroom, page: str
) -> None:
    tell_news(newsroom)
    html = (await paper.get(path_of(page, newsroom))).text

    atom, as_json = [await paper.get(feed_of(page, newsroom, form)) for form in ("atom", "json")]

    for form, media_type in (("atom", "application/atom+xml"), ("json", "application/feed+json")):
        assert f'<link rel="alternate" type="{media_type}"' in html
        assert f'href="{feed_of(page, newsroom, form)}"' in html
    parsed: Any = feedparser.parse(atom.body)
    told = json.loads(as_json.body)
    assert not parsed.bozo
    assert parsed.entries
    assert [e.title for e in parsed.entries] == [item["title"] for item in told["items"]]
    assert told["feed_url"] == f"{paper.address}{feed_of(page, newsroom, 'json')}"
    assert all(item["url"].startswith(paper.address) for item in told["items"])


async def test_items_carry_origin_attribution_and_licence(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    items = json.loads((await paper.get(f"/story/{newsroom.stories[FLOOD]}/feed.json")).body)["items"]

    assert [item["title"] for item in items] == [ARABIC, COPY, FLOOD]
    flood = items[-1]
    assert flood["_octavo"] == {
        "licence": "https://creativecommons.org/licenses/by/4.0/",
        "rights": "© River Post",
    }
    assert flood["external_url"].startswith("https://1.test/")
    assert flood["summary"] == "Water reached the market."
    assert items[0]["language"] == "ar"


async def test_the_front_pages_feed_holds_a_whole_page(paper: Site, newsroom: Newsroom) -> None:
    newsroom.tell(*(Told(f"Report {n}") for n in range(70)))

    assert len(json.loads((await paper.get("/feed.json")).body)["items"]) == 60


async def test_markup_in_a_title_stays_text(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)

    assert MARKUP not in (await paper.get("/feed.atom")).text


async def test_who_has_it_already_is_told_so(paper: Site, newsroom: Newsroom) -> None:
    tell_news(newsroom)
    first = await paper.get("/feed.atom")

    again = await paper.get("/feed.atom", If_None_Match=first.headers["ETag"])
    paper.desk.db.write_now(hiding.hide_source, newsroom.sources["Ball"], hidden=True)
    later = await paper.get("/feed.atom", If_None_Match=first.headers["ETag"])

    assert (again.status, again.body) == (304, b"")
    assert later.status == 200


async def test_a_feed_key_opens_the_feed_and_is_not_in_it(locked: Site) -> None:
    await locked.log_in()
    page = (await locked.post("/keys", {"name": "reader"})).text
    key = page.partition("?key=")[2].partition("<")[0]
    locked.visitor.cookie_jar.clear()

    opened = await locked.get(f"/feed.json?key={key}")

    assert opened.status == 200
    assert key not in opened.text
    assert (await locked.get("/feed.json?key=wrong")).status == 401


async def test_the_public_address_stands_in_links(opened: Any) -> None:
    site = await opened(url="http://news.example.org", password="correct horse battery staple", public=True)

    answer = await site.get("/feed.json", Host="news.example.org")

    assert json.loads(answer.body)["home_page_url"] == "http://news.example.org/"


async def test_a_form_that_there_is_not_is_not_found(paper: Site) -> None:
    for path in (
        "/feed.rss",
        "/feed.exe",
        "/section/world/feed.xml",
        "/section/gossip/feed.json",
        "/story/9/feed.atom",
    ):
        assert (await paper.get(path)).status == 404

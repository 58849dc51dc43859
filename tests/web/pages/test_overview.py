from octavo import VERSION
from octavo.core.urls import Url
from octavo.store import feeds
from octavo.store.feeds import NewFeed
from tests.web.site import Site


async def test_the_owner_sees_how_the_desk_does(site: Site) -> None:
    now = site.desk.clock()
    await site.desk.db.write(feeds.add, NewFeed(Url("https://a.test/rss")), now=now)
    state = {"id": 1, "error_code": "timed_out", "error_message": "The server took <b>longer</b>."}
    await site.desk.db.write(feeds.save_states, [state])

    page = (await site.get("/overview")).text

    for part in (
        "1 / 1",
        "timed_out",
        "The server took &lt;b&gt;longer&lt;/b&gt;.",
        VERSION,
        "SQLite",
        " MB",
    ):
        assert part in page


async def test_in_arabic_it_reads_from_the_right(site: Site) -> None:
    for path in ("/overview", "/following", "/keys", "/following/progress"):
        page = (await site.get(path, Accept_Language="ar")).text

        assert 'lang="ar" dir="rtl"' in page

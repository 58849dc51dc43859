"""Error pages: what failed, what is safe, what next; never a trace of the inside, and whatever was sent is text."""

from pathlib import Path

from tests.web.conftest import Opener
from tests.web.site import Site

MARKUP = "<script>alert(1)</script>"
ESCAPED_PATH = "/%3Cscript%3Ealert(1)%3C/script%3E"


async def test_an_address_with_markup_is_text_on_every_error_page(site: Site, locked: Site) -> None:
    """RSSHub's CVE-2023-26491, Miniflux' CVE-2023-27592: the address stood on the error page as it was."""
    for answer in (
        await site.get(f"{ESCAPED_PATH}?q={MARKUP}"),
        await site.get(f"/following/feeds/9?x={MARKUP}"),
        await locked.get(f"{ESCAPED_PATH}?q={MARKUP}&%22onfocus=%22alert(1)"),
        await locked.get('/login?next=/"><script>alert(1)</script>'),
        await site.get(f"/following?x={MARKUP}", Host=f"{MARKUP}"),
    ):
        assert answer.status >= 400 or "password" in answer.text
        assert MARKUP not in answer.text
        assert "<script" not in answer.text.lower()


async def test_a_page_that_is_not_there_says_what_next(site: Site) -> None:
    answer = await site.get("/no/such/page")

    assert answer.status == 404
    assert "There is nothing at this address." in answer.text
    assert 'href="/"' in answer.text


async def test_a_method_that_is_not_there(site: Site) -> None:
    assert (await site.post("/overview")).status == 405


async def test_an_id_that_no_database_holds_is_not_found(site: Site) -> None:
    for number in ("0", "99999999", "9223372036854775808", "9" * 400):
        assert (await site.get(f"/following/feeds/{number}")).status == 404
        assert (await site.post(f"/following/feeds/{number}/pause")).status == 404
        assert (await site.post(f"/following/sources/{number}/hide")).status == 404


async def test_a_mistake_of_ours_shows_nothing_of_the_inside(site: Site) -> None:
    site.desk.db.engine.dispose()
    site.desk.db.write_now(lambda tx: tx.exec_driver_sql("drop table feed_key"))

    answer = await site.get("/keys")

    assert answer.status == 500
    assert "What is stored is safe." in answer.text
    for inside in ("Traceback", "sqlalchemy", "feed_key", "File ", ".py"):
        assert inside not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def _ruin(site: Site) -> None:
    """Put something else in the place of the site's database."""
    site.desk.db.close()
    file = Path(str(site.desk.db.engine.url.database))
    for beside in file.parent.glob(f"{file.name}-*"):
        beside.unlink()
    file.write_bytes(b"This was a database once. " * 500)


async def test_a_database_that_does_not_answer_is_told_in_its_own_sentence(site: Site) -> None:
    _ruin(site)

    answer = await site.get("/overview")

    assert answer.status == 503
    assert "not a SQLite database" in answer.text
    assert "What is stored is safe." in answer.text
    assert (await site.get("/healthz")).status == 503


async def test_where_it_stands_is_told_to_its_own_machine_alone(opened: Opener) -> None:
    site = await opened(
        url="https://news.example", password="pw", public=True, trusted_proxies=("127.0.0.1/32",)
    )
    _ruin(site)

    answer = await site.get(
        "/overview",
        Host="news.example",
        X_Forwarded_For="203.0.113.9",
        X_Forwarded_Proto="https",
        Cookie="__Host-octavo=x",
    )

    assert answer.status == 503
    assert "sqlite" not in answer.text.lower()


async def test_errors_are_told_in_the_reader_s_language(site: Site) -> None:
    answer = await site.get("/no/such/page", Accept_Language="ar")

    assert 'lang="ar"' in answer.text
    assert 'dir="rtl"' in answer.text

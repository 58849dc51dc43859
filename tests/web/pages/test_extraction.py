import io
import tomllib
import zipfile
from datetime import timedelta

from sqlalchemy import insert

from octavo.app import extraction
from octavo.core.ids import ArticleId
from octavo.core.packing import pack
from octavo.core.pages.outcome import PageRead
from octavo.store.database import Tx
from octavo.store.schema import page
from tests.moments import NOON
from tests.newsroom import Newsroom, Told
from tests.web.site import Site

PAGE = b"<html><body><article><h1>Sluice</h1><p>One sentence that is all that is left of it.</p></article></body></html>"
READ = PageRead(True, "", "blocks", 900, has_byline=True, has_date=True, has_picture=False)
REFUSED = PageRead(False, "too_short", "blocks", 20, has_byline=False, has_date=True, has_picture=False)
SHORT = ("too_short", "The page has only a few words, and the feed does not have the same.")


def tell_of_a_break(newsroom: Newsroom) -> None:
    for n in range(14):
        newsroom.tell(
            Told(f"Good {n}", text=f"Whole text {n}.", page=READ), now=NOON - timedelta(hours=40 - n)
        )
    for n in range(6):
        newsroom.tell(
            Told(f"Bad {n}", kind="headline", refused=SHORT, page=REFUSED), now=NOON - timedelta(hours=9 - n)
        )
    newsroom.database.write_now(keep_page, newsroom.articles["Bad 0"])


def keep_page(tx: Tx, article_id: ArticleId) -> None:
    tx.execute(
        insert(page).values(
            article_id=article_id, url="https://1.test/bad", content_type="text/html", body=pack(PAGE), etag="",
            last_modified="", fetched_at=NOON,
        )
    )  # fmt: skip


async def test_a_source_that_broke_shows_before_and_after_side_by_side(
    paper: Site, newsroom: Newsroom
) -> None:
    tell_of_a_break(newsroom)
    source = newsroom.sources["Daily"]

    health = (await paper.get(f"/source/{source}")).text
    beside = (await paper.get(f"/following/sources/{source}/reading")).text

    await extraction.look_after(paper.desk, list(newsroom.articles.values()))

    assert "Sources whose pages cannot be read any more" in (await paper.get("/overview")).text
    assert "Its pages cannot be read any more" in health
    assert "100 %" in health
    assert "0 %" in health
    assert f'href="/following/sources/{source}/reading"' in health
    assert (
        beside.index("Whole text 13.") < beside.index("The first page that did not") < beside.index("Bad 0")
    )
    assert "all that is left of it" in beside
    assert f'action="/following/sources/{source}/read-again"' in beside


async def test_a_source_that_is_read_well_says_so_quietly(paper: Site, newsroom: Newsroom) -> None:
    newsroom.tell(Told("Good", page=READ), Told("Never read", source="Other"))

    well = (await paper.get(f"/source/{newsroom.sources['Daily']}")).text
    unread = (await paper.get(f"/following/sources/{newsroom.sources['Other']}/reading")).text

    assert "How its pages are read" in well
    assert "cannot be read any more" not in well
    assert "No page of this source was read yet." in unread


async def test_only_the_owner_sees_what_is_taken_from_pages(public: Site, newsroom: Newsroom) -> None:
    tell_of_a_break(newsroom)
    source, article = newsroom.sources["Daily"], newsroom.articles["Good 1"]

    health = (await public.get(f"/source/{source}")).text

    assert "Its pages cannot be read any more" in health
    assert "/following/" not in health
    for path in (
        f"/following/sources/{source}/reading",
        f"/following/articles/{article}/wrong",
        "/following/wrong-texts",
    ):
        assert (await public.get(path)).status in (303, 401, 403)
    assert (await public.post(f"/following/articles/{article}/read-again")).status in (303, 401, 403)


async def test_a_wrong_text_becomes_a_pair_of_files(paper: Site, newsroom: Newsroom) -> None:
    tell_of_a_break(newsroom)
    article = newsroom.articles["Bad 0"]
    form = (await paper.get(f"/following/articles/{article}/wrong")).text
    text = "One sentence.\r\n\r\n" + "A long one. " * 20_000

    kept = await paper.post(
        "/following/wrong-texts", {"article": str(article), "title": "Sluice", "text": text}
    )
    listed = (await paper.get("/following/wrong-texts")).text
    pair = await paper.get("/following/wrong-texts/1.zip")

    assert "Bad 0" in form
    assert kept.status == 303
    assert 'href="/following/wrong-texts/1.zip"' in listed
    assert pair.headers["Content-Type"] == "application/zip"
    archive = zipfile.ZipFile(io.BytesIO(pair.body))
    assert archive.read("wrong-text-1.html") == PAGE
    expected = tomllib.loads(archive.read("wrong-text-1.expected.toml").decode())
    assert (expected["title"], expected["text"][:20]) == ("Sluice", "One sentence.\n\nA lon")


async def test_a_report_that_says_nothing_is_asked_again(paper: Site, newsroom: Newsroom) -> None:
    tell_of_a_break(newsroom)
    article = newsroom.articles["Bad 0"]

    empty = await paper.post("/following/wrong-texts", {"article": str(article), "title": "", "text": ""})
    gone = await paper.post("/following/wrong-texts", {"article": "999999", "title": "A", "text": "B"})
    odd = await paper.post("/following/wrong-texts", {"article": "9" * 40, "title": "A", "text": "B"})

    assert (empty.status, gone.status, odd.status) == (400, 404, 404)
    assert "Say what the text must be" in empty.text


async def test_a_page_is_read_again_by_a_button(paper: Site, newsroom: Newsroom) -> None:
    newsroom.tell(Told("Good"))
    article = newsroom.articles["Good"]

    answer = await paper.post(f"/following/articles/{article}/read-again", {"back": f"/article/{article}"})

    assert (answer.status, answer.headers["Location"]) == (303, f"/article/{article}")
    assert (await paper.get(f"/article/{article}")).text.count("Read this page again") == 1

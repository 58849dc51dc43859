from octavo.web.assets import address_of
from tests.web.site import Site


async def test_under_its_hash_a_file_is_kept_for_ever(site: Site) -> None:
    answer = await site.get(address_of("octavo.css"))

    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/css")
    assert "immutable" in answer.headers["Cache-Control"]


async def test_under_another_hash_it_is_asked_for_again(site: Site) -> None:
    answer = await site.get("/static/octavo.css?v=old")

    assert answer.headers["Cache-Control"] == "no-cache"
    again = await site.get("/static/octavo.css", If_None_Match=answer.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


async def test_pages_link_the_hash(site: Site) -> None:
    assert address_of("octavo.css") in (await site.get("/following")).text

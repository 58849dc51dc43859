import pytest

from tests.web.site import Site


async def test_the_chosen_language_stays_and_leads_back(site: Site) -> None:
    answer = await site.post("/display", {"lang": "ar", "next": "/sources?x=1"})
    page = (await site.get("/")).text

    assert (answer.status, answer.headers["Location"]) == (303, "/sources?x=1")
    assert '<html lang="ar" dir="rtl"' in page
    assert "الصفحة الأولى" in page


async def test_the_browsers_language_counts_until_one_is_chosen(site: Site) -> None:
    page = await site.get("/", Accept_Language="ar-EG,en;q=0.5")
    assert '<html lang="ar" dir="rtl"' in page.text
    assert "Accept-Language" in page.headers["Vary"]

    await site.post("/display", {"lang": "en"})
    assert '<html lang="en"' in (await site.get("/", Accept_Language="ar")).text


async def test_the_chosen_colours_are_on_every_page(site: Site) -> None:
    await site.post("/display", {"theme": "dark"})
    assert 'data-theme="dark"' in (await site.get("/sources")).text

    await site.post("/display", {"theme": "auto"})
    assert "data-theme" not in (await site.get("/sources")).text


@pytest.mark.parametrize(("name", "value"), [("lang", "xx"), ("lang", '"><script>'), ("theme", "../x")])
async def test_what_is_no_choice_is_not_kept(site: Site, name: str, value: str) -> None:
    answer = await site.post("/display", {name: value})

    assert answer.status == 303
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "next_", ["https://evil.test/", "//evil.test", "/\\evil.test", "javascript:alert(1)", ""]
)
async def test_it_never_leads_elsewhere(site: Site, next_: str) -> None:
    assert (await site.post("/display", {"lang": "en", "next": next_})).headers["Location"] == "/"


async def test_readers_may_choose_too(public: Site) -> None:
    assert (await public.post("/display", {"lang": "ar"})).status == 303

from tests.web.site import Site


async def _make(site: Site, name: str) -> str:
    page = (await site.post("/keys", {"name": name})).text
    return page.split("?key=")[1].split("<")[0]


async def test_a_key_is_shown_once(site: Site) -> None:
    key = await _make(site, "Phone")

    page = (await site.get("/keys")).text
    assert len(key) >= 43
    assert "Phone" in page
    assert key not in page


async def test_a_revoked_key_is_gone(site: Site) -> None:
    await _make(site, "Phone")
    digest = (await site.get("/keys")).text.split('name="digest" value="')[1].split('"')[0]

    assert (await site.post("/keys/revoke", {"digest": digest})).status == 303

    assert "There is no key." in (await site.get("/keys")).text
    assert (await site.post("/keys/revoke", {"digest": digest})).status == 404


async def test_bad_names_are_told_so(site: Site) -> None:
    await _make(site, "Phone")

    for name in ("", "   ", "x" * 101, "Phone"):
        answer = await site.post("/keys", {"name": name})

        assert answer.status == 400
        assert 'role="alert"' in answer.text


async def test_a_name_with_markup_is_text(site: Site) -> None:
    answer = await site.post("/keys", {"name": "<b onclick=alert(1)>%(x)s {{ 7*7 }}"})

    assert answer.status == 200
    assert "&lt;b onclick=alert(1)&gt;%(x)s {{ 7*7 }}" in answer.text


async def test_a_sentence_that_repeats_markup_is_text(site: Site) -> None:
    await _make(site, "<b>%s")

    answer = await site.post("/keys", {"name": "<b>%s"})

    assert answer.status == 400
    assert "&lt;b&gt;%s" in answer.text
    assert "<b>%s" not in answer.text

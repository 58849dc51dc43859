"""Deny by default (FreshRSS' CVE-2025-54591 and others: a route without a check showed what was the owner's)."""

import re
from collections.abc import Sequence

from starlette.routing import BaseRoute, Route
from yarl import URL

from octavo.web.app import DOORS, create_app
from tests.web.conftest import Opener
from tests.web.site import PASSWORD, Site


def _paths(routes: Sequence[BaseRoute]) -> list[tuple[str, str]]:
    """Return each route's methods, with an address of it."""
    found = []
    for route in routes:
        assert isinstance(route, Route)
        path = re.sub(r"\{\w+:int\}", "1", route.path)
        found += [(method, re.sub(r"\{\w+(:\w+)?\}", "x", path)) for method in sorted(route.methods or ())]
    return found


async def _status(site: Site, method: str, path: str) -> int:
    answer = await (site.post(path) if method == "POST" else site.ask(method, path))
    return answer.status


async def test_a_stranger_gets_nothing_but_what_is_everybody_s(locked: Site) -> None:
    everybodys = _paths(DOORS.everybodys)
    for method, path in _paths(create_app(locked.desk).routes):
        if (method, path) not in everybodys:
            assert await _status(locked, method, path) == 401, (method, path)


async def test_what_no_list_names_is_refused_too(locked: Site) -> None:
    for path in (
        "/", "/no/such/page", "/picture/1", "/feed.atom", "/feed.json", "/search?q=x", "/story/1", "/../following",
        "/login/../following", "/%66ollowing", "/following/", "//following", "/FOLLOWING", "/healthz/../following",
    ):  # fmt: skip
        async with locked.visitor.get(URL(locked.address + path, encoded=True)) as answer:
            assert answer.status == 401, path


async def test_no_path_leads_out_of_the_static_files(locked: Site) -> None:
    """Starlette's CVE-2023-29159 and FreshRSS' CVE-2022-23497: files beside the folder were served."""
    for path in (
        "/static/../following", "/static/%2e%2e/following", "/static/../static-secret/x", "/static/..%2f..%2fapp.py",
        "/static//etc/passwd", "/static/%2fetc%2fpasswd", "/static/../pages/login.py", "/static/....//app.py",
    ):  # fmt: skip
        async with locked.visitor.get(URL(locked.address + path, encoded=True)) as answer:
            assert answer.status in (401, 404), path
            assert "import" not in await answer.text()


async def test_the_refusal_of_a_page_is_the_login_form_which_leads_back(locked: Site) -> None:
    answer = await locked.get("/following?x=1")

    assert answer.status == 401
    assert "WWW-Authenticate" in answer.headers
    assert 'action="/login"' in answer.text
    assert 'value="/following?x=1"' in answer.text


async def test_the_refusal_of_a_program_is_one_sentence(locked: Site) -> None:
    answer = await locked.ask("GET", "/feed.json", headers={"Accept": "application/feed+json"})

    assert answer.status == 401
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.text.count("\n") == 1


async def test_the_owner_gets_everything(locked: Site) -> None:
    await locked.log_in()

    for path in ("/following", "/keys", "/overview", "/following/progress"):
        assert (await locked.get(path)).status == 200
    assert (await locked.get("/no/such/page")).status == 404


async def test_a_password_binds_on_this_machine_too(locked: Site) -> None:
    assert (await locked.get("/following")).status == 401


async def test_without_a_password_this_machine_is_the_owner(site: Site) -> None:
    assert (await site.get("/following")).status == 200


async def test_once_public_the_owner_s_pages_stay_the_owner_s(opened: Opener) -> None:
    site = await opened(password=PASSWORD, public=True)

    for method, path in _paths(DOORS.owners):
        assert await _status(site, method, path) == 401, (method, path)
    assert (await site.get("/no/such/page")).status == 404


async def test_a_made_up_cookie_opens_nothing(locked: Site) -> None:
    for value in ("", "x", "null", "0", "' or 1=1 --", "a" * 3000, "é"):
        assert (await locked.get("/following", Cookie=f"octavo={value}")).status == 401


async def _key(site: Site) -> str:
    await site.log_in()
    page = (await site.post("/keys", {"name": "phone"})).text
    site.visitor.cookie_jar.clear()
    return page.split("?key=")[1].split("<")[0]


async def test_a_feed_key_opens_the_feeds_until_it_is_revoked(locked: Site) -> None:
    key = await _key(locked)

    for path in ("/feed.atom", "/feed.json", "/search/feed.atom"):
        assert (await locked.get(path)).status == 401
        assert (await locked.get(f"{path}?key={key}")).status == 200
        for wrong in ("", "x", key[:-1], f"{key}x", f"{key}&key=x"):
            assert (await locked.get(f"{path}?key={wrong}")).status == 401

    await locked.log_in()
    digest = (await locked.get("/keys")).text.split('name="digest" value="')[1].split('"')[0]
    await locked.post("/keys/revoke", {"digest": digest})
    locked.visitor.cookie_jar.clear()
    assert (await locked.get(f"/feed.atom?key={key}")).status == 401


async def test_a_feed_does_not_repeat_its_key(locked: Site) -> None:
    key = await _key(locked)

    assert key not in (await locked.get(f"/feed.atom?key={key}")).text


async def test_a_feed_key_opens_no_page_and_writes_nothing(locked: Site) -> None:
    key = await _key(locked)

    for path in ("/following", "/keys", "/overview", "/", "/search", "/sources"):
        assert (await locked.get(f"{path}?key={key}")).status == 401
    assert (await locked.post(f"/following/poll?key={key}")).status == 401
    assert (await locked.post(f"/feed.atom?key={key}")).status == 401


async def test_once_public_everybody_reads_and_nobody_writes(opened: Opener) -> None:
    site = await opened(password=PASSWORD, public=True)

    for path in ("/", "/sources", "/search?q=x", "/feed.atom", "/feed.json"):
        assert (await site.get(path)).status == 200
    for path in ("/", "/following/poll", "/following/add", "/keys"):
        assert (await site.post(path)).status == 401
    assert "/following" not in (await site.get("/")).text

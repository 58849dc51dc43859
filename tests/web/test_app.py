"""The whole application on both databases, and what must hold for every route."""

import re
from collections.abc import AsyncIterator

import pytest
from starlette.routing import Route

from octavo.core.urls import Url
from octavo.store import feeds
from octavo.store.feeds import NewFeed
from octavo.web.app import DOORS, create_app
from tests.databases import KINDS, Databases
from tests.web.conftest import Opener
from tests.web.site import PASSWORD, Site


@pytest.mark.parametrize("kind", KINDS)
async def test_the_owner_s_way_through_the_site(opened: Opener, databases: Databases, kind: str) -> None:
    with databases.fresh(kind) as url:
        site = await opened(database=url, password=PASSWORD)
        await site.desk.db.write(feeds.add, NewFeed(Url("https://a.test/rss")), now=site.desk.clock())

        assert (await site.get("/")).status == 401
        assert (await site.log_in("wrong")).status == 401
        assert (await site.log_in()).status == 303
        for path in (
            "/",
            "/following",
            "/following/feeds/1",
            "/following/progress",
            "/keys",
            "/overview",
            "/sources",
        ):
            assert (await site.get(path)).status == 200, path
        assert (await site.post("/keys", {"name": "phone"})).status == 200
        assert (await site.post("/following/sources/1/hide")).status == 303
        assert (await site.post("/following/hashtags/hide", {"tag": "climate"})).status == 303
        assert (await site.post("/following/feeds/1/remove")).status == 303
        assert (await site.post("/logout")).status == 303
        assert (await site.get("/")).status == 401


async def test_every_route_stands_in_exactly_one_list(site: Site) -> None:
    listed = [*DOORS.everybodys, *DOORS.readers, *DOORS.feeds, *DOORS.owners]

    assert len({id(route) for route in listed}) == len(listed)
    assert {id(route) for route in create_app(site.desk).routes} == {id(route) for route in listed}


async def test_only_these_routes_are_open_to_everybody() -> None:
    opened = {route.path for route in DOORS.everybodys if isinstance(route, Route)}

    assert opened == {
        "/static/{name:path}", "/display", "/login", "/logout", "/healthz", "/metrics", "/source.tar.gz",
    }  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
async def test_no_route_fails_on_odd_input(opened: Opener, databases: Databases, kind: str) -> None:
    """Whatever stands in an address or a form, the answer is a page, never a failure of ours."""
    with databases.fresh(kind) as url:
        site = await opened(database=url)
        failed = [what async for what, status in _odd_requests(site) if status >= 500]

    assert not failed


async def _odd_requests(site: Site) -> AsyncIterator[tuple[str, int]]:
    odd = ("0", "9" * 30, "%00", "%FF", "%ED%A0%80", "..%2F", "a" * 3000)
    names = (
        "tag",
        "digest",
        "name",
        "lang",
        "theme",
        "next",
        "back",
        "password",
        "address",
        "category",
        "unseen",
    )
    fields = dict.fromkeys(names, "x\x00\ufffe<b>")
    for route in create_app(site.desk).routes:
        assert isinstance(route, Route)
        for value in odd:
            path = re.sub(r"\{[^}]+\}", value, route.path)
            path += f"?q={value}&page={value}&key={value}&next={value}&before={value}&sort={value}"
            way = "GET" if "GET" in (route.methods or ()) else "POST"
            answer = await (site.get(path) if way == "GET" else site.post(path, fields))
            yield f"{way} {path[:100]}", answer.status

import aiohttp
import pytest

from tests.web.site import PAGE, Site

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


FOREIGN: tuple[dict[str, str], ...] = (
    {},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Referer": "https://evil.example/http://127.0.0.1:{port}/"},
)


async def test_no_web_page_drives_an_octavo_on_this_machine(site: Site) -> None:
    for headers in FOREIGN:
        for path in ("/following/poll", "/logout", "/login", "/keys", "/no/such/page"):
            given = {name: value.format(port=site.port) for name, value in headers.items()}

            answer = await site.ask("POST", path, data="x=1", headers={**FORM, **PAGE, **given})

            assert answer.status == 403, (path, headers)


async def test_pages_of_ours_may_send_forms(site: Site) -> None:
    ours: tuple[dict[str, str], ...] = (
        {"Origin": "http://127.0.0.1:{port}"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Referer": "http://127.0.0.1:{port}/keys"},
    )
    for headers in ours:
        given = {name: value.format(port=site.port) for name, value in headers.items()}

        assert (
            await site.ask("POST", "/following/poll", data="", headers={**FORM, **given})
        ).status == 303, headers


async def test_other_methods_write_too(site: Site) -> None:
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"):
        assert (await site.ask(method, "/following")).status == 403


async def test_only_forms_are_taken(site: Site) -> None:
    """FastAPI's CVE-2021-32677: JSON was read from text/plain, which any page may send; CVE-2024-24762: long odd types."""
    for content_type in (
        "application/json", "text/plain", "text/plain; charset=utf-8", "", "application/x-www-form-urlencodedx",
        "multipart/mixed", "application/x-www-form-urlencoded; " + "a" * 300, ";" * 150,
    ):  # fmt: skip
        headers = {"Content-Type": content_type, "Origin": site.address, **PAGE}
        answer = await site.ask("POST", "/keys", data=b'{"name": "x"}', headers=headers)

        assert answer.status == 415, content_type
    assert "There is no key." in (await site.get("/keys")).text


async def test_no_page_opens_a_line_that_stays_open(site: Site) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError):
        await site.visitor.ws_connect(f"{site.address}/following", origin="https://evil.example")


async def test_asking_for_a_page_changes_nothing(site: Site) -> None:
    """FreshRSS' CVE-2025-31482: a picture's address was the way out. No GET writes."""
    await site.post("/following/add", {"address": "https://a.test/rss", "unseen": "1"})
    paths = (
        "/logout", "/following/poll", "/following/add?address=https://b.test/rss&unseen=1", "/following/feeds/1/remove",
        "/following/feeds/1/pause", "/following/sources/1/hide", "/following/hashtags/hide?tag=x", "/keys/revoke",
    )  # fmt: skip

    for path in paths:
        assert (await site.get(path)).status in (404, 405)

    page = (await site.get("/following")).text
    assert "https://a.test/rss" in page
    assert "https://b.test/rss" not in page

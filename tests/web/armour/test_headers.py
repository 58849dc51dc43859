from octavo.web.armour.headers import FILE_POLICY, PAGE_POLICY
from tests.web.site import Answer, Site

ADDRESSES = (
    "/following",
    "/login",
    "/no/such/page",
    "/healthz",
    "/metrics",
    "/source.tar.gz",
    "/static/octavo.css",
    "/static/none",
)


async def test_every_answer_carries_them(site: Site) -> None:
    for path in ADDRESSES:
        _check(await site.get(path))


def _check(answer: Answer) -> None:
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in answer.headers["Permissions-Policy"]
    assert "Server" not in answer.headers


async def test_refusals_carry_them_too(site: Site) -> None:
    for answer in (
        await site.get("/following", Host="evil.example"),
        await site.post("/following/poll", Origin="https://evil.example"),
        await site.ask("DELETE", "/following"),
        await site.ask("GET", "/following", headers={"Content-Length": "9999999999"}),
    ):
        assert answer.status >= 400
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_page_may_use_what_is_ours_and_nothing_inline(site: Site) -> None:
    policy = (await site.get("/following")).headers["Content-Security-Policy"]

    assert policy == PAGE_POLICY
    assert "unsafe" not in policy
    assert "script-src" not in policy  # so that default-src 'none' holds for it
    for rule in ("default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"):
        assert rule in policy


async def test_what_is_no_page_is_a_dead_thing_by_its_own_address(site: Site) -> None:
    for path in ("/static/octavo.css", "/source.tar.gz", "/metrics", "/following/opml"):
        assert (await site.get(path)).headers["Content-Security-Policy"] == FILE_POLICY, path


async def test_pages_are_kept_by_no_shared_cache(site: Site) -> None:
    assert (await site.get("/following")).headers["Cache-Control"] == "no-store"
    assert "private" in (await site.get("/no/such/page")).headers["Cache-Control"]

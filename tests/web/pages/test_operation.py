from tests.web.conftest import Opener
from tests.web.site import Site


async def test_health_says_ok_and_nothing_else(locked: Site) -> None:
    answer = await locked.get("/healthz")

    assert (answer.status, answer.text) == (200, "ok\n")


async def test_metrics_are_for_this_machine(site: Site) -> None:
    await site.get("/healthz")

    answer = await site.get("/metrics")

    assert answer.status == 200
    assert 'octavo_units_total{code="200",outcome="done",unit="request"}' in answer.text


async def test_metrics_are_local_also_where_a_password_is_set(locked: Site) -> None:
    assert (await locked.get("/metrics")).status == 200


async def test_from_elsewhere_metrics_want_the_token(opened: Opener) -> None:
    site = await opened(
        url="https://news.example", password="pw", metrics_token="t0ken", trusted_proxies=("127.0.0.1/32",)
    )
    proxied = {"Host": "news.example", "X_Forwarded_For": "203.0.113.9", "X_Forwarded_Proto": "https"}

    assert (await site.get("/metrics", **proxied)).status == 401
    for wrong in ("t0ken", "Bearer", "Bearer ", "Bearer t0ke", "Bearer t0ken2", "Basic t0ken"):
        assert (await site.get("/metrics", Authorization=wrong, **proxied)).status == 401
    assert (await site.get("/metrics", Authorization="Bearer t0ken", **proxied)).status == 200


async def test_an_empty_token_is_no_token(opened: Opener) -> None:
    site = await opened(password="pw")

    for shown in ("Bearer ", "Bearer", "bearer  "):
        answer = await site.get("/metrics", Authorization=shown, X_Forwarded_For="203.0.113.9")

        assert answer.status in (401, 421)

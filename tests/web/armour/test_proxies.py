"""Forwarded headers, and what they may not do (Miniflux' CVE-2023-27591: /metrics open by a forged X-Forwarded-For)."""

import asyncio
from typing import Any

from octavo.web.armour.proxies import SIGNS
from tests.web.conftest import Opener
from tests.web.site import Site

TRUSTED = ("127.0.0.1/32",)


async def test_a_request_that_was_passed_on_is_not_local(site: Site) -> None:
    for sign in SIGNS:
        for value in ("127.0.0.1", "for=127.0.0.1"):
            answer = await site.ask("GET", "/metrics", headers={sign: value})

            assert answer.status in (401, 421), sign


async def test_metrics_stay_shut_to_a_forged_client(opened: Opener) -> None:
    trust: tuple[tuple[str, ...], ...] = ((), TRUSTED)
    for trusted in trust:
        site = await opened(trusted_proxies=trusted, password="pw", url="https://news.example")
        answer = await site.ask(
            "GET",
            "/metrics",
            headers={"X-Forwarded-For": "127.0.0.1", "Host": "news.example", "X-Forwarded-Proto": "https"},
        )

        assert answer.status in (401, 421)
        assert "octavo_units" not in answer.text


async def test_a_trusted_proxy_that_says_nothing_of_its_client_is_not_local(opened: Opener) -> None:
    site = await opened(trusted_proxies=TRUSTED)

    assert (await site.get("/metrics")).status == 401
    assert (await site.get("/following")).status == 403


async def test_an_owner_is_not_made_by_forwarding(opened: Opener) -> None:
    trust: tuple[tuple[str, ...], ...] = ((), TRUSTED)
    for trusted in trust:
        site = await opened(trusted_proxies=trusted)

        answer = await site.get(
            "/following", X_Forwarded_For="127.0.0.1", X_Forwarded_Host=f"localhost:{site.port}"
        )

        assert answer.status in (403, 421)


async def test_forwarded_scheme_and_host_count_only_from_a_trusted_proxy(opened: Opener) -> None:
    settings: dict[str, Any] = {"url": "https://news.example", "password": "pw"}
    forwarded = {
        "X_Forwarded_Host": "news.example",
        "X_Forwarded_Proto": "https",
        "X_Forwarded_For": "203.0.113.9",
    }
    trusting = await opened(trusted_proxies=TRUSTED, **settings)
    wary = await opened(**settings)

    assert (await trusting.get("/login", **forwarded)).status == 200
    assert (await wary.get("/login", **forwarded)).status == 421


async def test_a_forged_host_does_not_become_ours(opened: Opener) -> None:
    """CommaFeed's GHSA-hp8h-jqfm-v7x5: a forged Host decided links."""
    site = await opened(url="https://news.example", password="pw", trusted_proxies=TRUSTED)

    answer = await site.get(
        "/login", Host="news.example", X_Forwarded_Host="evil.example", X_Forwarded_Proto="https"
    )

    assert answer.status == 421


async def test_an_old_protocol_is_a_proxy_s_and_so_not_local(site: Site) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    writer.write(f"GET /following HTTP/1.0\r\nHost: 127.0.0.1:{site.port}\r\n\r\n".encode())
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()

    assert answer.splitlines()[0].split()[1] in (b"403", b"421")

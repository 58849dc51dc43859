import asyncio

from tests.web.conftest import Opener
from tests.web.site import Site


async def _raw(site: Site, *lines: str) -> bytes:
    """Send a head as it stands and return all that comes back."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.port)
    writer.write("\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1"))
    answer = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    return answer


async def test_the_machine_itself_is_answered(site: Site) -> None:
    for name in ("127.0.0.1", "localhost", "LOCALHOST"):
        assert (await site.get("/following", Host=f"{name}:{site.port}")).status == 200


FOREIGN = (
    "evil.example",
    "evil.example:{port}",
    "127.0.0.1",
    "localhost:1",
    "localhost.evil.example:{port}",
    "127.0.0.1.nip.io:{port}",
    "x/following?:{port}",
    "evil@localhost:{port}",
    "localhost:{port}@evil.example",
    "192.168.1.1:{port}",
    "",
)


async def test_a_name_that_is_not_ours_is_refused_whatever_it_asks_for(site: Site) -> None:
    for host in FOREIGN:
        for path in ("/following", "/login", "/healthz", "/metrics", "/static/octavo.css", "/no/such/page"):
            answer = await site.get(path, Host=host.format(port=site.port))

            assert answer.status in (400, 421), (host, path)
            assert "Poll all now" not in answer.text


async def test_the_refusal_says_what_to_do(site: Site) -> None:
    answer = await site.get("/following", Host="news.example")

    assert answer.status == 421
    assert "OCTAVO_URL" in answer.text


async def test_two_hosts_or_none_are_refused(site: Site) -> None:
    ours = f"Host: 127.0.0.1:{site.port}"

    assert b"200 OK" in (await _raw(site, "GET /healthz HTTP/1.1", ours)).splitlines()[0]
    assert b" 400 " in (await _raw(site, "GET /healthz HTTP/1.1", ours, "Host: evil.example")).splitlines()[0]
    assert b" 400 " in (await _raw(site, "GET /healthz HTTP/1.1")).splitlines()[0]


async def test_a_host_cannot_change_the_path_that_guards_see(opened: Opener) -> None:
    """Starlette's GHSA-86qp-5c8j-p5mr: the Host header became part of `request.url`, and so of its path."""
    site = await opened(password="pw")

    for host in ("x/static/octavo.css?", "127.0.0.1/login?", f"127.0.0.1:{site.port}/login#"):
        answer = await _raw(site, "GET /following HTTP/1.1", f"Host: {host}")

        assert answer.splitlines()[0].split()[1] in (b"400", b"421")


async def test_an_absolute_address_in_the_request_line_opens_nothing(opened: Opener) -> None:
    site = await opened(password="pw")

    answer = await _raw(
        site, "GET http://127.0.0.1/login/../following HTTP/1.1", f"Host: 127.0.0.1:{site.port}"
    )

    assert answer.splitlines()[0].split()[1] in (b"400", b"401", b"404", b"421")


async def test_the_public_address_is_answered_and_others_are_not(opened: Opener) -> None:
    site = await opened(url="https://news.example", password="pw", trusted_proxies=("127.0.0.1/32",))
    proxied = {"X_Forwarded_For": "203.0.113.9", "X_Forwarded_Proto": "https"}

    assert (await site.get("/login", Host="news.example", **proxied)).status == 200
    assert (await site.get("/login", Host="evil.example", **proxied)).status == 421
    assert (await site.get("/login", Host=f"127.0.0.1:{site.port}", **proxied)).status == 421
    assert (await site.get("/healthz")).status == 200

import asyncio
import socket
from pathlib import Path
from typing import Any

import pytest

from octavo.app.opening import open_desk
from octavo.core.errors import BadInput
from octavo.settings import load
from octavo.web.server import address_of, bind, serve
from tests.web.site import Site


async def _start(data: Path, **settings: Any) -> None:
    given = load({"data": data, "port": 0, **settings}, environment={})
    stop = asyncio.Event()
    async with open_desk(given) as desk:
        await serve(desk, stop=stop, announce=lambda _: stop.set())


def test_a_port_in_use_is_one_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(BadInput, match=f"Port {port} is in use. .*--port"):
            bind("127.0.0.1", port)


def test_an_address_of_another_machine_is_one_sentence() -> None:
    for host in ("192.0.2.1", "no-such-host.invalid"):
        with pytest.raises(BadInput, match="no address of this machine"):
            bind(host, 0)


def test_the_address_to_type_is_one_that_a_browser_can_reach() -> None:
    with bind("127.0.0.1", 0) as listener:
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"
    with bind("0.0.0.0", 0) as listener:
        assert address_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.mark.parametrize("settings", [{"host": "0.0.0.0"}, {"url": "https://news.example"}])
async def test_without_a_password_it_does_not_start_where_others_may_come(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    with pytest.raises(BadInput, match="OCTAVO_PASSWORD"):
        await _start(tmp_path, **settings)


async def test_with_a_password_it_does(tmp_path: Path) -> None:
    await asyncio.wait_for(_start(tmp_path, host="0.0.0.0", password="pw"), 30)


async def test_an_answer_under_way_is_finished_when_it_is_told_to_stop(site: Site) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", site.port)
    writer.write(b"GET /healthz HTTP/1.1\r\n")  # a head that never ends must not hold the server up

    assert (await site.get("/healthz")).status == 200
    writer.close()

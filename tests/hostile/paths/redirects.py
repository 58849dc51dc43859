"""Redirects: without end, and to where nobody should go."""

from collections.abc import AsyncIterator
from typing import Final

from octavo.core.errors import BadTransfer, RefusedAddress, TimedOut, TooManyRedirects
from tests.hostile.kit import FEED, Ask, Catalogue, Handler, drip, redirect, reply, served

_TRAP: Final = ":INNER/trap"
TARGETS: Final = {
    "other-port": f"http://127.0.0.1{_TRAP}",
    "localhost": f"http://localhost{_TRAP}",
    "short": f"http://127.1{_TRAP}",
    "zero": f"http://0.0.0.0{_TRAP}",
    "other-loopback": f"http://127.99.88.77{_TRAP}",
    "decimal": f"http://2130706433{_TRAP}",
    "octal": f"http://0177.0.0.1{_TRAP}",
    "hex": f"http://0x7f000001{_TRAP}",
    "mixed": f"http://0x7f.0.1{_TRAP}",
    "ipv6": f"http://[::1]{_TRAP}",
    "ipv6-any": f"http://[::]{_TRAP}",
    "ipv6-mapped": f"http://[::ffff:127.0.0.1]{_TRAP}",
    "ipv6-compatible": f"http://[::127.0.0.1]{_TRAP}",
    "nat64": f"http://[64:ff9b::7f00:1]{_TRAP}",
    "6to4": f"http://[2002:7f00:1::1]{_TRAP}",
    "teredo": f"http://[2001:0:7f00:1::1]{_TRAP}",
    "full-width": f"http://127%E3%80%820%E3%80%820%E3%80%821{_TRAP}",
    "userinfo": f"http://news.example@127.0.0.1{_TRAP}",
    "backslash": f"http:\\\\127.0.0.1{_TRAP}",
    "no-scheme": f"//127.0.0.1{_TRAP}",
    "private-10": "http://10.0.0.1/",
    "private-172": "http://172.16.0.1/",
    "private-192": "http://192.168.1.1/",
    "shared": "http://100.64.0.1/",
    "link-local": "http://169.254.1.1/",
    "link-local-6": "http://[fe80::1]/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "metadata-decimal": "http://2852039166/",
    "metadata-mapped": "http://[::ffff:a9fe:a9fe]/",
    "unique-local": "http://[fd00:ec2::254]/",
    "multicast": "http://224.0.0.1/",
    "broadcast": "http://255.255.255.255/",
    "file": "file:///etc/passwd",
    "data": "data:application/rss+xml,<rss/>",
    "gopher": "gopher://127.0.0.1:INNER/_GET%20/trap",
    "ftp": f"ftp://127.0.0.1{_TRAP}",
    "javascript": "javascript:alert(1)",
}


def plug(paths: Catalogue) -> None:
    """Register the paths of this group."""
    for name, target in TARGETS.items():
        paths.add(f"/redirect/to-{name}", _to(target), f"Refuse to go to {target[:40]}.", RefusedAddress)
    paths.add("/redirect/loop", served(redirect("/redirect/loop")), "Notice a circle.", TooManyRedirects)
    paths.add("/redirect/ten", _chain("/redirect/ten", 10), "Follow ten redirects.", body=FEED)
    paths.add("/redirect/eleven", _chain("/redirect/eleven", 11), "Follow no eleventh.", TooManyRedirects)
    paths.add("/redirect/slow-chain", _slow_chain, "Count the time of all hops together.", TimedOut)
    paths.add("/redirect/nowhere", served(reply(b"", status="302 Found")), "Refuse it.", BadTransfer)
    paths.add("/redirect/no-address", served(redirect("http://")), "Refuse it.", RefusedAddress)
    paths.add(
        "/redirect/long", served(redirect("/control/rss?" + "a" * 50_000)), "Refuse it.", RefusedAddress
    )
    paths.add("/redirect/latin-1", served(redirect("/control/r\xe9")), "Read odd bytes.", body=FEED)
    paths.add("/control/r%C3%A9", served(reply(FEED)), "Be found under an address of odd bytes.", body=FEED)
    paths.add("/redirect/permanent-trap", _permanent_trap, "Find the feed where it was.", polls=2, body=FEED)


def _to(target: str) -> Handler:
    return lambda ask: redirect(target.replace("INNER", str(ask.inner_port)))


def _hop(ask: Ask) -> int:
    return int(ask.query.removeprefix("hop=") or 0)


def _chain(path: str, length: int) -> Handler:
    def handler(ask: Ask) -> bytes:
        hop = _hop(ask)
        return reply(FEED) if hop >= length else redirect(f"{path}?hop={hop + 1}")

    return handler


def _slow_chain(ask: Ask) -> AsyncIterator[bytes]:
    return drip([b"", redirect(f"/redirect/slow-chain?hop={_hop(ask) + 1}")], seconds=0.5)


def _permanent_trap(ask: Ask) -> bytes:
    """Lead to the inner service for good, and think better of it at the second poll."""
    if ask.time > 1:
        return reply(FEED)
    return redirect(f"http://127.0.0.1:{ask.inner_port}/trap", status="301 Moved Permanently")

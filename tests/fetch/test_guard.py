import socket
from ipaddress import ip_address

import pytest
from aiohttp import AddrInfoType
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import BadInput
from octavo.fetch.guard import AllowList, Destination, Guard, RefusedSocket, destination, refusal
from octavo.fetch.names import Names

INSIDE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
]
OUTSIDE = [
    "1.1.1.1",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "128.0.0.1",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "223.255.255.255",
    "2001:200::1",
    "2606:4700::1111",
    "2a00:1450:4001::1",
]


@pytest.mark.parametrize("address", INSIDE)
def test_inner_addresses_are_refused(address: str) -> None:
    assert refusal(ip_address(address))


@pytest.mark.parametrize("address", OUTSIDE)
def test_public_addresses_are_not(address: str) -> None:
    assert not refusal(ip_address(address))


@given(st.ip_addresses(v=4))
def test_no_ipv4_address_hides_in_ipv6(address: object) -> None:
    number = int(ip_address(str(address)))
    for clothed in (
        (0xFFFF << 32) | number,
        number,
        (0x64FF9B << 96) | number,
        (0x2002 << 112) | (number << 80),
        (0x20010000 << 96) | number,
    ):
        assert refusal(ip_address(clothed.to_bytes(16, "big")))


def connect(
    guard: Guard, address: str, port: int, *, host: str = "news.example", asked: int = 0
) -> Destination:
    """Make the socket for a connection to an address, closed again; return what the guard noted."""
    bound_for = Destination(host, asked or port)
    destination.set(bound_for)
    guard.socket(info(address, port)).close()
    return bound_for


def info(address: str, port: int) -> AddrInfoType:
    if ":" in address:
        return socket.AF_INET6, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port, 0, 0)
    return socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (address, port)


def guard(*allowed: str, **names: tuple[str, int]) -> Guard:
    return Guard(
        AllowList.parse(allowed), Names({name.replace("_", "."): where for name, where in names.items()})
    )


def test_a_public_address_gets_a_socket() -> None:
    assert connect(guard(), "1.1.1.1", 443).tried


def test_a_refusal_is_noted_with_its_reason() -> None:
    bound_for = Destination("news.example", 80)
    destination.set(bound_for)

    with pytest.raises(RefusedSocket):
        guard().socket(info("127.0.0.1", 80))

    assert bound_for.refused == "this machine (loopback)"
    assert not bound_for.tried


@pytest.mark.parametrize(
    ("entry", "address", "port"),
    [
        ("127.0.0.1:8080", "127.0.0.1", 8080),
        ("10.0.0.0/8:80", "10.99.1.2", 80),
        ("[::1]:8080", "::1", 8080),
        ("[fd00::/8]:443", "fd12::1", 443),
        ("[fd00::]/8:443", "fd12::1", 443),
    ],
)
def test_listed_networks_are_open_on_their_port_only(entry: str, address: str, port: int) -> None:
    listed = guard(entry)

    assert connect(listed, address, port).tried
    with pytest.raises(RefusedSocket):
        connect(listed, address, port + 1)
    with pytest.raises(RefusedSocket):
        connect(listed, "192.168.7.7", port)


def test_a_listed_name_may_lead_inside_on_its_port_only() -> None:
    listed = guard("intranet.example:443")

    assert connect(listed, "10.0.0.7", 443, host="intranet.example").tried
    for address, port, host in (
        ("10.0.0.7", 80, "intranet.example"),
        ("10.0.0.7", 443, "other.example"),
        ("169.254.169.254", 443, "intranet.example"),
        ("::ffff:127.0.0.1", 443, "intranet.example"),
    ):
        with pytest.raises(RefusedSocket):
            connect(listed, address, port, host=host)


def test_a_listed_name_does_not_open_the_port_that_its_address_names() -> None:
    with pytest.raises(RefusedSocket):
        connect(guard("intranet.example:443"), "10.0.0.7", 443, host="intranet.example", asked=8443)


def test_a_given_name_opens_its_address_and_port_only() -> None:
    given_names = guard(a_test=("127.0.0.1", 9000))

    assert connect(given_names, "127.0.0.1", 9000, host="a.test", asked=80).tried
    for port, host in ((9001, "a.test"), (9000, "b.test")):
        with pytest.raises(RefusedSocket):
            connect(given_names, "127.0.0.1", port, host=host, asked=80)


@pytest.mark.parametrize(
    "entry",
    [
        "127.0.0.1",
        "intranet.example",
        "[::1]",
        "::1:80",
        "64:ff9b::/96:80",
        "127.0.0.1:",
        "127.0.0.1:http",
        "127.0.0.1:0",
        "127.0.0.1:65536",
        "127.0.0.1:\u00b2",
        ":80",
        "*.example:80",
        "http://intranet.example:80",
        "user@intranet.example:80",
        "intranet.example/path:80",
        "10.0.0.0/33:80",
        "127.1:80",
    ],
)
def test_what_is_no_entry_is_refused_in_one_sentence(entry: str) -> None:
    with pytest.raises(BadInput) as refused:
        AllowList.parse([entry])

    assert entry in str(refused.value)
    assert str(refused.value).endswith(".")


def test_names_are_compared_as_the_url_standard_writes_them() -> None:
    listed = AllowList.parse(["Intranet.EXAMPLE.:443", " m\u00fcnchen.example:80 ", ""])

    assert listed.covers_name("intranet.example", 443)
    assert listed.covers_name("intranet.example.", 443)
    assert listed.covers_name("xn--mnchen-3ya.example", 80)
    assert not listed.covers_name("intranet.example", 80)

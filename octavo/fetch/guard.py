"""The guard: judges the very address that a socket is about to connect to, whatever name or spelling led there."""

import errno
import socket
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from aiohttp import AddrInfoType

from octavo.core.errors import BadInput
from octavo.core.urls import host_of, parse_url
from octavo.fetch.names import Names

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

_PRIVATE: Final[tuple[tuple[Network, str], ...]] = tuple(
    (ip_network(network), what)
    for network, what in (
        ("127.0.0.0/8", "this machine (loopback)"),
        ("::1/128", "this machine (loopback)"),
        ("10.0.0.0/8", "a private network"),
        ("172.16.0.0/12", "a private network"),
        ("192.168.0.0/16", "a private network"),
        ("fc00::/7", "a private network (unique local)"),
        ("100.64.0.0/10", "a provider's inner network (CGNAT)"),
    )
)
"""Where an owner's own services live: a name on the allow list may lead here."""

_NEVER_PUBLIC: Final[tuple[tuple[Network, str], ...]] = tuple(
    (ip_network(network), what)
    for network, what in (
        ("0.0.0.0/8", "no host (unspecified)"),
        ("169.254.0.0/16", "a link-local network"),
        ("168.63.129.16/32", "a cloud's host service"),
        ("192.0.0.0/24", "a reserved network"),
        ("192.0.2.0/24", "a network for documentation"),
        ("192.88.99.0/24", "a 6to4 relay"),
        ("198.18.0.0/15", "a network for benchmarks"),
        ("198.51.100.0/24", "a network for documentation"),
        ("203.0.113.0/24", "a network for documentation"),
        ("224.0.0.0/4", "many hosts at once (multicast)"),
        ("240.0.0.0/4", "a reserved network"),
        ("::ffff:0:0/96", "an IPv4 address in IPv6 clothes (mapped)"),
        ("64:ff9b::/96", "an IPv4 address in IPv6 clothes (NAT64)"),
        ("64:ff9b:1::/48", "an IPv4 address in IPv6 clothes (NAT64)"),
        ("2002::/16", "an IPv4 address in IPv6 clothes (6to4)"),
        ("2001::/32", "an IPv4 address in IPv6 clothes (Teredo)"),
        ("2001::/23", "a reserved network"),
        ("2001:db8::/32", "a network for documentation"),
        ("3fff::/20", "a network for documentation"),
        ("fe80::/10", "a link-local network"),
        ("ff00::/8", "many hosts at once (multicast)"),
    )
)

_PUBLIC_V6: Final = IPv6Network("2000::/3")
"""All that is given out as global unicast; the rest of IPv6 has no outlets."""


def private_kind(address: Address) -> str:
    """Return what kind of owner's network *address* belongs to, or nothing."""
    return next((what for network, what in _PRIVATE if address in network), "")


def refusal(address: Address) -> str:
    """Return why *address* is not on the public internet, or nothing if it is."""
    if private := private_kind(address):
        return private
    for network, what in _NEVER_PUBLIC:
        if address in network:
            return what
    if isinstance(address, IPv6Address) and address not in _PUBLIC_V6:
        return "a reserved network"
    return ""


@dataclass(frozen=True, slots=True)
class AllowList:
    """Where the owner lets Octavo go although it is not public, each with its port."""

    networks: tuple[tuple[Network, int], ...] = ()
    names: frozenset[tuple[str, int]] = frozenset()

    @classmethod
    def parse(cls, entries: Iterable[str]) -> "AllowList":
        """Read `host:port` and `network:port` entries (IPv6 in brackets); raise BadInput for one that is neither."""
        networks: list[tuple[Network, int]] = []
        names: set[tuple[str, int]] = set()
        for entry in filter(None, (e.strip() for e in entries)):
            host, port = _split_port(entry)
            network = _network(host)
            if network is not None:
                networks.append((network, port))
            else:
                names.add((_name(host, entry), port))
        return cls(tuple(networks), frozenset(names))

    def covers(self, address: Address, port: int) -> bool:
        """Return whether a network of the list holds exactly this address and port."""
        return any(port == own and address in network for network, own in self.networks)

    def covers_name(self, host: str, port: int) -> bool:
        """Return whether the list holds this host name with this port."""
        return (host.rstrip("."), port) in self.names


def _split_port(entry: str) -> tuple[str, int]:
    host, colon, port = entry.rpartition(":")
    bracketed = host.startswith("[")
    if not colon or not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536 or not host:
        raise BadInput(f"Write {entry!r} with its port, as in 127.0.0.1:8080, 10.0.0.0/8:80 or [::1]:8080.")
    if ":" in host and not bracketed:
        raise BadInput(f"Write the IPv6 address in {entry!r} in brackets, as in [::1]:8080 or [fd00::/8]:80.")
    return host, int(port)


def _network(host: str) -> Network | None:
    inner = host.removeprefix("[").replace("]", "", 1) if host.startswith("[") else host
    try:
        return ip_network(inner, strict=False)
    except ValueError:
        return None


def _name(host: str, entry: str) -> str:
    url = parse_url(f"http://{host}/")
    if url is None or any(c in host for c in "/*@?#[") or _network(host_of(url)) is not None:
        raise BadInput(f"{entry!r} is neither a host name nor a network, each with a port.")
    return host_of(url).rstrip(".")


@dataclass(slots=True)
class Destination:
    """Whom the running request is meant for, and what the guard found while connecting."""

    host: str
    port: int
    refused: str = ""
    tried: bool = False


destination: Final[ContextVar[Destination]] = ContextVar("destination")
"""Set by the client around each hop: the socket factory sees an address only, not the name that led to it."""


class RefusedSocket(OSError):
    """The guard made no socket; an OSError, because the connector then tries the name's other addresses."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Makes sockets for addresses that may be connected to, and refuses all others."""

    allow: AllowList
    names: Names

    def socket(self, info: AddrInfoType) -> socket.socket:
        """Return a socket for the address of *info*; raise RefusedSocket where Octavo does not go."""
        family, kind, protocol, _, sockaddr = info
        bound_for = destination.get()
        address, port = ip_address(sockaddr[0]), int(sockaddr[1])
        why = refusal(address)
        if why and not self._allowed(bound_for, address, port):
            bound_for.refused = bound_for.refused or why
            raise RefusedSocket(errno.EACCES, why)
        bound_for.tried = True
        return socket.socket(family, kind, protocol)

    def _allowed(self, bound_for: Destination, address: Address, port: int) -> bool:
        if self.allow.covers(address, port):
            return True
        own = self.names.find(bound_for.host)
        if own is not None:
            return (address, port) == (ip_address(own[0]), own[1])
        # the name's entry holds for its own port and for the kinds of network that services live in: a name server
        # that turns hostile can lead neither to another port nor to a link-local (metadata) address
        return (
            port == bound_for.port
            and self.allow.covers_name(bound_for.host, port)
            and bool(private_kind(address))
        )

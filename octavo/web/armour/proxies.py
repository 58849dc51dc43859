"""Forwarded headers: believed when a trusted proxy sends them, and otherwise a sign that the request is not local."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from octavo.core.reading.access import is_loopback
from octavo.web.armour.visit import visit

SIGNS: Final = (
    "forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port",
    "x-forwarded-server", "x-forwarded-prefix", "x-forwarded-scheme", "x-real-ip", "x-client-ip", "x-original-host",
    "true-client-ip", "cf-connecting-ip", "cf-ray", "fly-client-ip", "x-cluster-client-ip",
)  # fmt: skip
"""Headers that proxies add and browsers do not."""

Network = IPv4Network | IPv6Network


class Proxies:
    """Puts the true client, scheme and host in the place of a trusted proxy's, and notes whether the peer is near."""

    def __init__(self, app: ASGIApp, *, trusted: Sequence[Network]) -> None:
        self._app = app
        self._trusted = tuple(trusted)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            peer = scope["client"][0] if scope.get("client") else ""
            headers = Headers(scope=scope)
            from_proxy = self._trusts(peer)
            # HTTP/1.0 is what old proxies speak to the servers behind them, and no browser of today.
            passed_on = scope["http_version"] == "1.0" or any(sign in headers for sign in SIGNS)
            facts = visit(scope)
            facts.client = peer
            facts.is_near = is_loopback(peer) and not passed_on
            facts.is_local = facts.is_near and not from_proxy
            if from_proxy:
                self._believe(scope, headers)
        await self._app(scope, receive, send)

    def _trusts(self, address: str) -> bool:
        parsed = _address(address)
        return parsed is not None and any(
            parsed in net for net in self._trusted if net.version == parsed.version
        )

    def _believe(self, scope: Scope, headers: Headers) -> None:
        """Take over what the proxy nearest to us says; what stands further left may be the client's own invention."""
        chain = _parts(headers, "x-forwarded-for")
        client = next((hop for hop in reversed(chain) if not self._trusts(hop)), chain[0] if chain else "")
        if client:
            visit(scope).client = client
            scope["client"] = (client, 0)
        if (scheme := _last(headers, "x-forwarded-proto").lower()) in ("http", "https"):
            scope["scheme"] = scheme
        if host := _last(headers, "x-forwarded-host"):
            MutableHeaders(scope=scope)["host"] = host


def _parts(headers: Headers, name: str) -> list[str]:
    return [part.strip() for line in headers.getlist(name) for part in line.split(",") if part.strip()]


def _last(headers: Headers, name: str) -> str:
    return (_parts(headers, name) or [""])[-1]


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address

"""Who may do what: whether a start is safe, who asks, which address is ours, where a login may lead, how long to wait."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import ip_address
from typing import Final

import ada_url

from octavo.core.urls import Url

_HOST: Final = re.compile(r"(\[[0-9a-fA-F:.]{2,45}\]|[A-Za-z0-9_.-]{1,253})(?::([0-9]{1,5}))?")
_USUAL_PORT: Final = {"http": 80, "https": 443}

FREE_TRIES: Final = 5
TRIES_WITHIN: Final = timedelta(minutes=15)
LONGEST_WAIT: Final = timedelta(minutes=1)
SESSION_LENGTH: Final = timedelta(days=30)

_ELSEWHERE: Final = "http://elsewhere.invalid"
_LONGEST_PATH: Final = 2048


class Who(StrEnum):
    """Who a request comes from."""

    OWNER = "owner"
    READER = "reader"
    """Anybody, where the desk is public."""
    STRANGER = "stranger"


@dataclass(frozen=True, slots=True)
class Host:
    """A host as a request names it: in lower case, an IPv6 address without brackets; port 0: not named."""

    name: str
    port: int


def parse_host(text: str) -> Host | None:
    """Return the host that a Host header or the authority of an address names; None for everything else."""
    found = _HOST.fullmatch(text)
    if found is None or int(found[2] or 0) > 65535:
        return None
    return Host(found[1].strip("[]").lower(), int(found[2] or 0))


def is_loopback(name: str) -> bool:
    """Say whether a host name or address is this machine and nothing else."""
    if name == "localhost":
        return True
    try:
        address = ip_address(name.strip("[]"))
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def is_only_here(*, url: str, listens_on: str) -> bool:
    """Say whether nobody but this machine can mean to reach a server of that public address and socket."""
    return is_loopback(listens_on) and (not url or is_loopback(str(ada_url.URL(url).hostname)))


def start_refusal(*, url: str, listens_on: str, has_password: bool) -> str:
    """Return why such a server must not start, as one sentence; empty: it may."""
    if has_password or is_only_here(url=url, listens_on=listens_on):
        return ""
    exposed = f"OCTAVO_URL is {url}" if is_loopback(listens_on) else f"it would listen on {listens_on}"
    return (
        f"Octavo does not start without a password where others may reach it ({exposed}): set OCTAVO_PASSWORD or "
        "OCTAVO_PASSWORD_FILE, or keep both OCTAVO_HOST and OCTAVO_URL on this machine."
    )


def who(*, is_local: bool, has_password: bool, is_logged_in: bool, is_public: bool) -> Who:
    """Return who asks. Where there is no password (so only on this machine), a local request is the owner."""
    if is_logged_in or (is_local and not has_password):
        return Who.OWNER
    return Who.READER if is_public else Who.STRANGER


def is_our_host(host: Host, *, url: str, scheme: str, port: int, is_near: bool, listens_on: str) -> bool:
    """Say whether a request for *host* is meant for this server, and not for a name that somebody made lead here.

    Ours are the host of the public address, the loopback names with the served port for a peer on this machine
    (*is_near*), and, without a public address, the address of the socket that was reached.
    """
    if url:
        public = ada_url.URL(url)
        ours = Host(str(public.hostname).strip("[]"), int(public.port or _usual_port(str(public.protocol))))
        if Host(host.name, host.port or _usual_port(f"{scheme}:")) == ours:
            return True
    if (host.port or _usual_port(f"{scheme}:")) != port:
        return False
    return (is_near and is_loopback(host.name)) or (not url and host.name == listens_on)


def _usual_port(protocol: str) -> int:
    return _USUAL_PORT.get(protocol.removesuffix(":"), 0)


def origin(text: str) -> str:
    """Return the origin (scheme, host, port) of an address; empty where it has none."""
    try:
        return str(ada_url.URL(text).origin).replace("null", "")
    except ValueError:
        return ""


def may_write(
    *, ours: frozenset[str], origin_header: str | None, fetch_site: str | None, referer: str | None
) -> bool:
    """Say whether a writing request comes from a page of ours: by Origin, else Sec-Fetch-Site, else Referer.

    What a header says must not be contradicted by another; a request that says nothing is refused.
    """
    if fetch_site is not None and fetch_site != "same-origin":
        return False
    if origin_header is not None:
        return origin_header in ours
    if fetch_site is not None:
        return True
    return referer is not None and origin(referer) in ours


def local_path(text: str) -> str:
    """Return *text* if a browser would take it for a path on this server, else `/`."""
    if not text.startswith("/") or len(text) > _LONGEST_PATH or re.search(r"[\\\x00-\x20\x7f]|^//", text):
        return "/"
    try:
        parsed = ada_url.URL(text, base=_ELSEWHERE)
    except ValueError:
        return "/"
    if parsed.origin != _ELSEWHERE or str(parsed.pathname).startswith("//"):
        return "/"
    return f"{parsed.pathname}{parsed.search}"


def wait_to_log_in(failures: Sequence[datetime], *, now: datetime) -> timedelta:
    """Return how long the next try must wait after *failures*: it doubles with each beyond the free ones, up to a minute."""
    recent = [at for at in failures if now - TRIES_WITHIN < at <= now]
    if len(recent) < FREE_TRIES:
        return timedelta(0)
    wait = min(LONGEST_WAIT, timedelta(seconds=2.0 ** min(len(recent) - FREE_TRIES, 6)))
    return max(timedelta(0), max(recent) + wait - now)


def is_secure(*, url: str, scheme: str) -> bool:
    """Say whether browsers reach this server by https, so that its cookie must never travel otherwise."""
    return scheme == "https" or url.startswith("https:")


def public_address(*, url: str, scheme: str, host: str) -> Url:
    """Return the address under which the request's links stand: the public one, else the one that was asked."""
    return Url(url or f"{scheme}://{host}")

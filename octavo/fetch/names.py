"""From host names to addresses: a few given ones first, then the system's resolver in threads of its own."""

import asyncio
import socket
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from aiohttp.abc import AbstractResolver, ResolveResult

_THREADS: Final = 16
_NUMERIC: Final = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV


class Names:
    """Host names whose address and port are given, exact (`a.test`) or by suffix (`*.test`)."""

    def __init__(self, given: Mapping[str, tuple[str, int]]) -> None:
        self._exact = {name.lower(): where for name, where in given.items() if not name.startswith("*.")}
        self._suffixes = {name[1:].lower(): where for name, where in given.items() if name.startswith("*.")}

    def find(self, host: str) -> tuple[str, int] | None:
        """Return the address and port given for *host*, an exact name before a suffix, a long suffix before a short."""
        if host in self._exact:
            return self._exact[host]
        fits = [suffix for suffix in self._suffixes if host.endswith(suffix)]
        return self._suffixes[max(fits, key=len)] if fits else None


class Resolver(AbstractResolver):
    """Looks names up without holding up the threads that the database works in: a lookup may take half a minute."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="lookup")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Return the addresses of *host*; raise OSError if there are none."""
        given = self._names.find(host)
        if given is not None:
            return [_result(host, *given)]
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._threads, _look_up, host, port, family)
        return [_result(host, address, port) for address in found]

    async def close(self) -> None:
        """Forget the lookups that have not begun."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _look_up(host: str, port: int, family: socket.AddressFamily) -> list[str]:
    try:
        found = socket.getaddrinfo(
            host, port, family=family, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG
        )
    except UnicodeError as error:  # a label that is too long or empty
        raise OSError(f"{host} is no host name") from error
    addresses = [str(sockaddr[0]) for _, _, _, _, sockaddr in found]
    if not addresses:
        raise OSError(f"no address for {host}")
    return list(dict.fromkeys(addresses))


def _result(host: str, address: str, port: int) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=_NUMERIC)

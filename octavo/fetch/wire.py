"""The connector: aiohttp's, with our guard at the socket, our resolver, and patience for one common mistake of servers."""

import asyncio
import functools
import re
from typing import Any, Final

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError

from octavo.fetch.guard import Guard
from octavo.fetch.names import Resolver

_KEEP_ALIVE: Final = 4.0
"""Seconds that a connection waits for its host's next turn; longer, and 500 hosts use up the file handles."""
_NAMES_KEPT: Final = 60
_MOST_FRAMING: Final = 1 << 20
"""Bytes of an answer, beside its body and as much again, that may be heads and chunk sizes."""
_HEAD_WITHOUT_BODY: Final = re.compile(rb"HTTP/1\.[01] (?:204|304)\b.*?\r?\n\r?\n", re.DOTALL)


class _Answers(ResponseHandler):
    """Reads answers as aiohttp does, but bounds what is no body, and passes over bodies of 204 and 304.

    Those have none by the standard; where a server sends one, the parser takes it for a broken second response.
    """

    _at_head = False
    _received = 0

    def set_response_params(self, **params: Any) -> None:
        self._at_head, self._received = True, 0
        super().set_response_params(**params)

    def data_received(self, data: bytes) -> None:
        if self._at_head and data:
            self._at_head = False
            head = _HEAD_WITHOUT_BODY.match(data)
            if head is not None and head.end() < len(data):
                self.force_close()  # whatever follows on this line belongs to no request of ours
                data = data[: head.end()]
        self._received += len(data)
        super().data_received(data)
        if self._received > _MOST_FRAMING:
            self._refuse_framing()

    def _refuse_framing(self) -> None:
        """End an answer of chunks of one byte, of `100 Continue` or of white space without end: each costs us most."""
        body = self._payload.total_bytes if self._payload is not None else 0
        if self._received <= _MOST_FRAMING + 2 * body:
            return
        if self._payload is not None:
            self._payload.set_exception(aiohttp.ClientPayloadError("more framing than body"))
        self.set_exception(HttpProcessingError(message="more framing than body"))
        if self.transport is not None:
            self.transport.close()


def _answers(loop: asyncio.AbstractEventLoop) -> ResponseHandler:
    return _Answers(loop)


class Connector(aiohttp.TCPConnector):
    """Connects to guarded addresses only; how many at once is up to the pace."""

    def __init__(self, guard: Guard) -> None:
        self._lookups = Resolver(guard.names)
        super().__init__(
            resolver=self._lookups,
            socket_factory=guard.socket,
            ttl_dns_cache=_NAMES_KEPT,
            keepalive_timeout=_KEEP_ALIVE,
            limit=0,
        )
        self._factory = functools.partial(_answers, asyncio.get_running_loop())

    async def close(self, *, abort_ssl: bool = False) -> None:
        """Close all connections and the resolver, which a connector that was given one leaves open."""
        await super().close(abort_ssl=abort_ssl)
        await self._lookups.close()

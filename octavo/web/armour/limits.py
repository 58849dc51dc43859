"""Limits on what a request may send: bytes of its head and body, and time between two pieces of it."""

import asyncio
from collections.abc import Mapping
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_HEAD: Final = 32 * 1024
LARGEST: Final = 1024 * 1024
DRAINED: Final = 32 * 1024 * 1024
"""Of a body that is too large, so much is read and thrown away: a browser shows no answer before it has sent all."""
PATIENCE_SECONDS: Final = 30.0


class Limits:
    """Refuses heads (431) and bodies (413) that are too large, the latter by their stated length or as they come in, and
    bodies that do not go on (408).
    """

    def __init__(self, app: ASGIApp, *, larger: Mapping[str, int]) -> None:
        """Take what single paths may receive above the usual."""
        self._app = app
        self._larger = dict(larger)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if sum(len(name) + len(value) for name, value in scope["headers"]) > LARGEST_HEAD:
            raise HTTPException(431)
        if (
            "\0" in scope["path"] or b"%00" in scope["query_string"]
        ):  # which PostgreSQL can neither hold nor compare
            raise HTTPException(400)
        most = self._larger.get(scope["path"], LARGEST)
        stated = Headers(scope=scope).get("content-length", "0")
        if not stated.isdecimal() or int(stated) > most:
            await _drain(receive)
            raise _too_large(most)
        await self._app(scope, _counting(receive, most), send)


def _counting(receive: Receive, most: int) -> Receive:
    seen = 0
    is_whole = False

    async def counted() -> Message:
        nonlocal seen, is_whole
        if is_whole:  # what follows is the wait for the client's departure, which may last
            return await receive()
        message = await _next(receive)
        seen += len(message.get("body", b""))
        is_whole = not message.get("more_body", False)
        if seen > most:
            if not is_whole:
                await _drain(receive)
            raise _too_large(most)
        return message

    return counted


async def _next(receive: Receive) -> Message:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            return await receive()
    except TimeoutError as error:
        raise HTTPException(408, headers={"Connection": "close"}) from error


async def _drain(receive: Receive) -> None:
    left, goes_on = DRAINED, True
    while goes_on and left > 0:
        message = await _next(receive)
        left -= len(message.get("body", b""))
        goes_on = message.get("more_body", False)


def _too_large(most: int) -> HTTPException:
    return HTTPException(
        413,
        f"That is more than {most // 1024 // 1024} MB, which is the most that fits here.",
        {"Connection": "close"},
    )

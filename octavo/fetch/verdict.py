"""From a status that is no document to the failure it means, said so that the owner knows what to do."""

from datetime import datetime
from typing import Final

from octavo.core.errors import (
    BadTransfer,
    BlockedByOutlet,
    ClientError,
    FetchError,
    Gone,
    ServerError,
    TooManyRequests,
)
from octavo.fetch.head import Headers, retry_after_in
from octavo.fetch.walls import wall_named

TELLING: Final = frozenset({401, 403, 405, 406, 429, 451, 503})
"""Statuses whose body may show a bot wall; the bodies of other failures are not read at all."""


def failure(status: int, headers: Headers, body: bytes, *, now: datetime, with_secret: bool) -> FetchError:
    """Return what the answer means; *body* is as much of it as was read."""
    wait = retry_after_in(headers, now=now)
    if status in TELLING and (whose := wall_named(headers, body)):
        return walled(whose, status)
    if status == 401:
        if with_secret:
            return BlockedByOutlet(
                "The outlet does not take the password or header that is set for this feed.", status
            )
        return BlockedByOutlet("The outlet asks for a password; set user and password for this feed.", status)
    if status == 403:
        return BlockedByOutlet(
            "The outlet refuses programs here (403) or wants a browser; ask it to let feeds through.", status
        )
    if status == 451:
        return BlockedByOutlet(
            "The outlet may not show this where Octavo runs, for legal reasons (451).", status
        )
    if status == 410:
        return Gone("The outlet says that this is gone for good (410).", status)
    if status == 429 or (status == 503 and wait is not None):
        return TooManyRequests(
            f"The server asks for patience ({status}); Octavo comes back later.", status, wait
        )
    if status == 304:
        return BadTransfer(
            "The server says 'as before' (304) although it was not asked whether anything changed.", status
        )
    if 400 <= status < 500:
        return ClientError(f"The server does not have this ({status}); check the address.", status)
    if 200 <= status < 400:
        return BadTransfer(f"The server answers {status} and sends no document.", status)
    return ServerError(f"The server is not well ({status}); Octavo tries again later.", status, wait)


def walled(whose: str, status: int) -> BlockedByOutlet:
    """Return the failure of a document that a bot wall took the place of."""
    return BlockedByOutlet(
        f"The outlet's bot wall ({whose}) asks for a browser instead of answering; ask the outlet to let feeds through.",
        status,
    )

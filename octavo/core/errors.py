"""What can fail, each with a stable `code` and whether trying again may help.

A message is one sentence that tells the user what happened and what to do; it never carries a secret.
Exceptions take positional arguments only, so that they cross processes.
"""

from datetime import timedelta
from typing import ClassVar


class OctavoError(Exception):
    """Anything that Octavo itself reports as failed."""

    code: ClassVar[str] = "error"
    temporary: ClassVar[bool] = False


class BadInput(OctavoError):
    """What the user gave cannot be used; the message says how to give it right."""

    code = "bad_input"


class NotFound(OctavoError):
    """The thing that was asked for is not there."""

    code = "not_found"


class FetchError(OctavoError):
    """A document could not be had; raised by `octavo.fetch` only.

    Arguments: the sentence for the user, the HTTP status (0: none), how long the server asks to wait (None: it does not say).
    """

    code = "fetch_failed"
    temporary = True

    def __init__(self, message: str = "", status: int = 0, retry_after: timedelta | None = None) -> None:
        super().__init__(message, status, retry_after)
        self.message = message
        self.status = status
        self.retry_after = retry_after

    def __str__(self) -> str:
        return self.message


class RefusedAddress(FetchError):
    """The address leads where Octavo does not go: another scheme, or a loopback, private or link-local network."""

    code = "refused_address"
    temporary = False


class Unreachable(FetchError):
    """No connection: the name does not resolve, nothing listens, TLS fails."""

    code = "unreachable"


class TimedOut(FetchError):
    """The total or the idle time limit ended the transfer."""

    code = "timed_out"


class TooLarge(FetchError):
    """The document is larger, packed or unpacked, than the limit."""

    code = "too_large"
    temporary = False


class BadTransfer(FetchError):
    """The body is cut, its packing is broken or unknown, or the head is no HTTP."""

    code = "bad_transfer"


class TooManyRedirects(FetchError):
    """The redirects loop or are more than ten."""

    code = "too_many_redirects"
    temporary = False


class ForbiddenByRobots(FetchError):
    """The host's robots.txt asks programs not to read this page."""

    code = "forbidden_by_robots"
    temporary = False


class BlockedByOutlet(FetchError):
    """The outlet refuses programs: 401, 403, 451 or a bot wall."""

    code = "blocked_by_outlet"


class Gone(FetchError):
    """The server says that the document is gone for good (410)."""

    code = "gone"
    temporary = False


class ClientError(FetchError):
    """The server says that the request is at fault (another 4xx, such as 404)."""

    code = "client_error"


class ServerError(FetchError):
    """The server says that it is not well (5xx)."""

    code = "server_error"


class TooManyRequests(FetchError):
    """The server asks for patience (429, or 503 with Retry-After)."""

    code = "too_many_requests"


class FeedError(OctavoError):
    """The bytes are no feed that can be read."""

    code = "not_a_feed"


class PageError(OctavoError):
    """A page's text could not be read."""

    code = "no_text"


class PageTooLarge(PageError):
    """The page's text is larger than Octavo reads."""

    code = "page_too_large"


class PageMalformed(PageError):
    """The page is nested or attributed so absurdly that no browser was ever meant to show it."""

    code = "page_malformed"


class NotAPage(PageError):
    """The document is no html and no plain text: a PDF, a picture, a program."""

    code = "not_a_page"

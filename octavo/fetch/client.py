"""The client: documents by address, one session for all, every hop guarded and within its limits."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Final

import aiohttp
from yarl import URL

from octavo.core.document import Document, NotModified, Secret, Validators
from octavo.core.errors import (
    BadInput,
    BadTransfer,
    FetchError,
    RefusedAddress,
    TimedOut,
    TooManyRequests,
    Unreachable,
)
from octavo.core.urls import Url, host_of
from octavo.fetch import robots
from octavo.fetch.guard import Destination, Guard, destination
from octavo.fetch.head import listed, max_age_in, readable, validators_in
from octavo.fetch.journey import REDIRECTS, Journey
from octavo.fetch.names import Names
from octavo.fetch.pace import Pace
from octavo.fetch.policy import FetchPolicy, Kind
from octavo.fetch.robots import Robots
from octavo.fetch.room import Room, Seat
from octavo.fetch.unpack import Unpacker
from octavo.fetch.verdict import TELLING, failure, walled
from octavo.fetch.walls import LONGEST, wall_named
from octavo.fetch.wire import Connector

_NOTHING_KNOWN: Final = Validators()
_LONGEST_LINE: Final = 64 * 1024
_MOST_LINES: Final = 128
"""Of a response's head. A line of 30 kB is seen in the wild (and then forgotten); a head without end is refused."""
_GLANCE_SECONDS: Final = 3.0
"""For how long a failure's body is read, to tell a bot wall from an error."""
_ACCEPT_ENCODING: Final = "gzip, deflate, br, zstd"


@dataclass(frozen=True, slots=True)
class _Errand:
    """What kind of document is wanted, and what it may cost."""

    accept: str
    largest: int
    seconds: float
    asks_robots: bool = False
    sniff_gzip: bool = False
    cut_at: int = 0
    """Where to stop reading and keep the beginning; 0: a document is wanted whole or not at all."""
    empty_is_failure: bool = False


class Client:
    """Fetches documents politely; an async context manager, or to be closed by `aclose`."""

    def __init__(
        self,
        policy: FetchPolicy | None = None,
        *,
        names: Mapping[str, tuple[str, int]] | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Take *names* (exact or `*.suffix`) to an address and port of our own, which speaks plain HTTP for http and https.

        *clock* and *sleep* drive the pace and how long robots.txt is kept; *now* reads dates in response heads.
        """
        self._policy = policy or FetchPolicy()
        self._names = Names(names or {})
        self._now = now
        self._pace = Pace(
            self.gap,
            at_once_per_host=self._policy.at_once_per_host,
            at_once=self._policy.at_once,
            clock=clock,
            sleep=sleep,
        )
        self._robots = Robots(self._read_robots, agent=self._policy.user_agent, clock=clock)
        self._errands = _errands(self._policy)
        self._room = Room()
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> "Client":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections; closing twice is closing once."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def get(
        self,
        url: Url,
        *,
        kind: Kind,
        validators: Validators = _NOTHING_KNOWN,
        secret: Secret | None = None,
    ) -> Document | NotModified:
        """Return the document at *url*, or that it has not changed since *validators*.

        Raises FetchError for all that goes wrong on the web, and BadInput for a secret that cannot be sent.
        The secret goes to the origin of *url* only, the validators to *url* itself. Pages are read only where
        robots.txt lets us. Waits for a turn at each host on the way, however long the queue is.
        """
        return await self._travel(
            Journey(url, validators, secret, self._policy.redirects), self._errands[kind]
        )

    async def _read_robots(self, url: Url) -> bytes:
        journey = Journey(url, _NOTHING_KNOWN, None, robots.REDIRECTS)
        answer = await self._travel(journey, self._errands["robots"])
        assert isinstance(answer, Document)  # nothing conditional was asked
        return answer.body

    def gap(self, host: str) -> float:
        """Return how many seconds lie between the starts of two requests to *host*."""
        named = self._policy.named_pace_seconds
        return self._policy.pace_seconds if named is None or self._names.find(host) is None else named

    async def _travel(self, journey: Journey, errand: _Errand) -> Document | NotModified:
        loop = asyncio.get_running_loop()
        left = errand.seconds
        while True:
            host = host_of(journey.url)
            delay = await self._robots.delay_for(journey.url) if errand.asks_robots else 0.0
            async with self._pace.turn(host, delay=delay):
                started = loop.time()
                try:
                    async with asyncio.timeout(left) as limit:
                        answer = await self._hop(journey, errand, host, limit)
                except TimeoutError as error:
                    raise TimedOut(f"The server took longer than {errand.seconds:g} seconds.") from error
                except FetchError as failed:
                    if isinstance(failed, TooManyRequests) or failed.status == 503:
                        self._pace.slow(
                            host, failed.retry_after.total_seconds() if failed.retry_after else None
                        )
                    raise
            if answer is not None:
                return answer
            left -= loop.time() - started

    async def _hop(
        self, journey: Journey, errand: _Errand, host: str, limit: asyncio.Timeout
    ) -> Document | NotModified | None:
        """Ask where the journey stands; None if that led to another address."""
        response = await self._ask(journey, errand, host)
        try:
            if response.status in REDIRECTS:
                journey.follow(response.status, readable(response.headers.get("Location", "")))
                return None
            if response.status == 304 and journey.conditional:
                return self._not_modified(journey, response)
            if not 200 <= response.status < 300 or response.status in (204, 205, 206):
                body = await _glance(response) if response.status in TELLING else b""
                raise failure(
                    response.status, response.headers, body, now=self._now(), with_secret=journey.with_secret
                )
            return await self._whole(journey, errand, response, Seat(self._room, limit))
        finally:
            response.close()  # does nothing where the body was read to its end

    async def _whole(
        self, journey: Journey, errand: _Errand, response: aiohttp.ClientResponse, seat: Seat
    ) -> Document:
        try:
            document = self._document(journey, errand, response, await _read(response, errand, seat))
            seat.leave_with(document)
        finally:
            seat.leave()  # does nothing where the document took the place
        return document

    async def _ask(self, journey: Journey, errand: _Errand, host: str) -> aiohttp.ClientResponse:
        url = URL(journey.url, encoded=True)  # as the standard wrote it; nothing is requoted on the way
        if self._names.find(host) is not None:
            url = url.with_scheme("http")
        bound_for = Destination(host, url.port or 0)
        destination.set(bound_for)
        headers = {"Accept": errand.accept, **journey.headers()}
        try:
            return await self._open_session().get(url, headers=headers, allow_redirects=False)
        except aiohttp.ClientConnectorError as error:
            if bound_for.refused and not bound_for.tried:
                raise RefusedAddress(
                    f"{host} leads to {bound_for.refused}; if that is meant, list it with its port in OCTAVO_ALLOW_HOSTS."
                ) from error
            raise Unreachable(_why_unreachable(host, error)) from error
        except aiohttp.ServerTimeoutError as error:
            raise TimedOut(f"{host} did not answer for {self._policy.idle_seconds:g} seconds.") from error
        except aiohttp.ClientConnectionError as error:
            raise BadTransfer(f"{host} closed the connection before it answered.") from error
        except aiohttp.ClientResponseError as error:
            raise BadTransfer(f"{host} does not answer in proper HTTP.") from error
        except ValueError as error:
            raise BadInput("The address or its secret cannot be sent in a request; check them.") from error

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            idle = self._policy.idle_seconds
            self._session = aiohttp.ClientSession(
                connector=Connector(Guard(self._policy.allow, self._names)),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self._policy.user_agent, "Accept-Encoding": _ACCEPT_ENCODING},
                timeout=aiohttp.ClientTimeout(total=None, connect=idle, sock_read=idle),
                auto_decompress=False,
                max_line_size=_LONGEST_LINE,
                max_field_size=_LONGEST_LINE,
                max_headers=_MOST_LINES,
            )
        return self._session

    def _not_modified(self, journey: Journey, response: aiohttp.ClientResponse) -> NotModified:
        told = validators_in(response.headers)
        return NotModified(
            validators=Validators(
                told.etag or journey.validators.etag, told.last_modified or journey.validators.last_modified
            ),
            max_age=max_age_in(response.headers, now=self._now()),
            moved_to=journey.moved_to,
        )

    def _document(
        self, journey: Journey, errand: _Errand, response: aiohttp.ClientResponse, body: bytes
    ) -> Document:
        if whose := wall_named(response.headers, body):
            raise walled(whose, response.status)
        if errand.empty_is_failure and not body:
            raise BadTransfer(
                f"The server answers {response.status} and sends an empty document.", response.status
            )
        return Document(
            url=journey.url,
            body=body,
            content_type=readable(response.headers.get("Content-Type", "")),
            validators=validators_in(response.headers),
            max_age=max_age_in(response.headers, now=self._now()),
            moved_to=journey.moved_to,
        )


async def _read(response: aiohttp.ClientResponse, errand: _Errand, seat: Seat) -> bytes:
    """Return the body, unpacked; raise as soon as it is too large, broken, cut or silent."""
    unpacker = Unpacker(
        listed(response.headers, "Content-Encoding"), largest=errand.largest, sniff_gzip=errand.sniff_gzip
    )
    found = bytearray()
    try:
        async for chunk in response.content.iter_any():
            for piece in unpacker.feed(chunk):
                found += piece
                await seat.grown_to(len(found))
                if 0 < errand.cut_at <= len(found):
                    return bytes(found[: errand.cut_at])
        for piece in unpacker.end():
            found += piece
    except aiohttp.ServerTimeoutError as error:
        raise TimedOut("The server stopped in the middle of the document.") from error
    except aiohttp.ClientError as error:
        raise BadTransfer("The document ends before its end; it is asked for again later.") from error
    return bytes(found)


async def _glance(response: aiohttp.ClientResponse) -> bytes:
    """Return the beginning of a failure's body, as far as it comes soon and can be unpacked."""
    found = bytearray()
    try:
        unpacker = Unpacker(listed(response.headers, "Content-Encoding"), largest=4 * LONGEST)
        async with asyncio.timeout(_GLANCE_SECONDS):
            async for chunk in response.content.iter_any():
                for piece in unpacker.feed(chunk):
                    found += piece
                    if len(found) >= LONGEST:
                        return bytes(found[:LONGEST])
    except (TimeoutError, aiohttp.ClientError, FetchError):
        pass  # the status has failed already; its body can only make the reason clearer
    return bytes(found)


def _errands(policy: FetchPolicy) -> dict[str, _Errand]:
    seconds = policy.total_seconds
    return {
        "feed": _Errand(
            "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
            policy.largest_feed,
            seconds,
            sniff_gzip=True,
            empty_is_failure=True,
        ),
        "page": _Errand(
            "text/html, application/xhtml+xml;q=0.9, */*;q=0.5",
            policy.largest_page,
            seconds,
            asks_robots=True,
        ),
        "picture": _Errand(
            "image/webp, image/png, image/jpeg, image/*;q=0.8", policy.largest_picture, seconds
        ),
        "robots": _Errand(
            "text/plain, */*;q=0.5",
            4 * robots.LARGEST,
            min(seconds, policy.robots_seconds),
            cut_at=robots.LARGEST,
        ),
    }


def _why_unreachable(host: str, error: aiohttp.ClientConnectorError) -> str:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return f"There is no host named {host}; check the address."
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return f"{host} cannot prove that it is {host}: its certificate is not valid."
    if isinstance(error, aiohttp.ClientConnectorSSLError):
        return f"{host} speaks no proper TLS; if it has no https, give its address with http."
    return f"{host} cannot be connected to ({error.os_error.strerror or 'no connection'})."

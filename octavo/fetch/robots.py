"""robots.txt: what an outlet asks programs not to read, kept for a day (RFC 9309)."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from weakref import WeakValueDictionary

from protego import Protego

from octavo.core.errors import (
    BadTransfer,
    BlockedByOutlet,
    ClientError,
    FetchError,
    ForbiddenByRobots,
    Gone,
    RefusedAddress,
    TooManyRedirects,
    Unreachable,
)
from octavo.core.urls import Url, origin_of, parse_url

LARGEST: Final = 500 * 1024
"""Bytes that are read; rules after that do not count (RFC 9309, 2.5)."""
REDIRECTS: Final = 5
_KEPT: Final = 24 * 3600.0
_NOT_NOW: Final = 600.0
"""Seconds after which a robots.txt that could not be had is asked for again; until then its pages wait."""
_LONGEST_DELAY: Final = 30.0
_MOST_CHARACTERS: Final = 4_000_000
"""Of rules kept in memory over all hosts."""
_SMALLEST: Final = 400
"""What a host without rules counts for: 10,000 of them are kept."""

_NO_RULES: Final = (BlockedByOutlet, ClientError, Gone, TooManyRedirects, RefusedAddress)
"""Failures that mean "there is no robots.txt here" and allow all; any other but BadTransfer means "not now"."""


@dataclass(frozen=True, slots=True)
class _Rules:
    """What one origin asks for, until when it counts; a `failure` means that nobody knows."""

    parsed: Protego | None
    until: float
    size: int = _SMALLEST
    failure: FetchError | None = None


class Robots:
    """Answers whether a page may be read, asking each origin once a day."""

    def __init__(
        self, read: Callable[[Url], Awaitable[bytes]], *, agent: str, clock: Callable[[], float]
    ) -> None:
        """*read* fetches at most `LARGEST` bytes of an address, in bounded time, raising FetchError."""
        self._read = read
        self._agent = agent
        self._clock = clock
        self._rules: OrderedDict[str, _Rules] = OrderedDict()
        self._size = 0
        self._asking: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def delay_for(self, url: Url) -> float:
        """Return the seconds that the outlet wants between two pages, at most 30.

        Raises ForbiddenByRobots for a page that is not to be read, and Unreachable, with the time to wait,
        while robots.txt cannot be had.
        """
        rules = await self._rules_of(origin_of(url))
        if rules.failure is not None:
            wait = timedelta(seconds=max(rules.until - self._clock(), 1.0))
            raise Unreachable(
                "The host's robots.txt cannot be had now, so its pages wait for some minutes.", 0, wait
            ) from rules.failure
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(url, self._agent):
            raise ForbiddenByRobots("The outlet's robots.txt asks programs not to read this page.")
        return min(rules.parsed.crawl_delay(self._agent) or 0.0, _LONGEST_DELAY)

    async def _rules_of(self, origin: str) -> _Rules:
        if known := self._known(origin):
            return known
        # twenty pages of one host ask once: the first one asks, the others wait for it
        lock = self._asking.setdefault(origin, asyncio.Lock())
        async with lock:
            if known := self._known(origin):
                return known
            rules = await self._ask(origin)
            self._keep(origin, rules)
            return rules

    def _known(self, origin: str) -> _Rules | None:
        rules = self._rules.get(origin)
        if rules is None or rules.until <= self._clock():
            return None
        self._rules.move_to_end(origin)
        return rules

    async def _ask(self, origin: str) -> _Rules:
        url = parse_url("/robots.txt", origin)
        assert url is not None  # an origin is an address, and so is this
        try:
            text = (await self._read(url)).decode("utf-8-sig", "replace")
        except _NO_RULES:
            return _Rules(None, self._clock() + _KEPT)
        except BadTransfer:
            return _Rules(
                None, self._clock() + _NOT_NOW
            )  # noise is no rule, but the next answer may hold some
        except FetchError as failure:
            return _Rules(None, self._clock() + _NOT_NOW, failure=failure)
        # parsed in a thread: half a megabyte of rules takes a good part of a second
        return _Rules(
            await asyncio.to_thread(Protego.parse, text), self._clock() + _KEPT, _SMALLEST + len(text)
        )

    def _keep(self, origin: str, rules: _Rules) -> None:
        if old := self._rules.pop(origin, None):
            self._size -= old.size
        self._rules[origin] = rules
        self._size += rules.size
        while self._size > _MOST_CHARACTERS and len(self._rules) > 1:
            _, oldest = self._rules.popitem(last=False)
            self._size -= oldest.size

import asyncio

import pytest

from octavo.fetch.pace import Pace
from tests.fetch.timeline import Timeline


class Web:
    """Requests made at a pace, with the time at which each of them started."""

    def __init__(self, *, gap: float = 1.0, per_host: int = 2, at_once: int = 50, takes: float = 0.0) -> None:
        self.time = Timeline()
        self.begin = self.time.now
        self.takes = takes
        self.started: list[tuple[str, float]] = []
        self.running = 0
        self.most_running = 0
        self.pace = Pace(
            lambda host: 0.0 if host.startswith("own") else gap,
            at_once_per_host=per_host,
            at_once=at_once,
            clock=self.time.clock,
            sleep=self.time.sleep,
        )

    async def ask(self, what: str, *, delay: float = 0.0) -> None:
        async with self.pace.turn(what.partition("/")[0], delay=delay):
            self.running += 1
            self.most_running = max(self.most_running, self.running)
            self.started.append((what, self.time.now - self.begin))
            if self.takes:
                await self.time.sleep(self.takes)
            self.running -= 1

    async def run(self, *asked: str, delay: float = 0.0) -> None:
        await self.time.run(*(asyncio.create_task(self.ask(what, delay=delay)) for what in asked))

    @property
    def starts(self) -> list[float]:
        return [at for _, at in self.started]


async def test_starts_at_one_host_keep_their_distance() -> None:
    web = Web()

    await web.run("a/1", "a/2", "a/3")

    assert web.starts == [0, 1, 2]


async def test_hosts_do_not_wait_for_each_other() -> None:
    web = Web()

    await web.run("a/1", "b/1", "a/2", "b/2")

    assert sorted(web.starts) == [0, 0, 1, 1]


async def test_first_come_is_first_served() -> None:
    web = Web()

    await web.run(*(f"a/{n}" for n in range(9)))

    assert [what for what, _ in web.started] == [f"a/{n}" for n in range(9)]


async def test_a_long_request_counts_from_its_start() -> None:
    web = Web(takes=5, per_host=2)

    await web.run("a/1", "a/2", "a/3")

    assert web.starts == [0, 1, 5]
    assert web.most_running == 2


async def test_all_hosts_together_are_bounded() -> None:
    web = Web(takes=5, at_once=3)

    await web.run(*(f"host{n}/" for n in range(7)))

    assert web.most_running == 3
    assert sorted(web.starts) == [0, 0, 0, 5, 5, 5, 10]


async def test_a_pace_of_zero_is_no_pace_for_that_host_only() -> None:
    web = Web()

    await web.run("own.test/1", "own.test/2", "a/1", "a/2")

    assert dict(web.started) == {"own.test/1": 0, "own.test/2": 0, "a/1": 0, "a/2": 1}


@pytest.mark.parametrize(("asked_for", "lasts"), [(None, 60), (0.0, 60), (120.0, 120), (1e9, 900)])
async def test_a_host_that_asks_for_patience_gets_it_for_a_bounded_time(
    asked_for: float | None, lasts: float
) -> None:
    web = Web()
    await web.run("a/1")

    web.pace.slow("a", asked_for)
    await web.run(*(f"a/{n}" for n in range(2, 120)))

    assert web.starts[1] == 10
    slow = [
        later - sooner for sooner, later in zip(web.starts, web.starts[1:], strict=False) if later <= lasts
    ]
    assert set(slow) == {10}
    assert web.starts[-1] - web.starts[-2] == 1


async def test_patience_with_one_host_is_none_with_another() -> None:
    web = Web()
    web.pace.slow("a", 100)

    await web.run("b/1", "b/2")

    assert web.starts == [0, 1]


async def test_turns_with_a_delay_are_that_far_apart_and_others_are_not() -> None:
    web = Web()
    await web.run("a/robots.txt")

    await web.run("a/page1", "a/page2", delay=30)
    await web.run("a/feed")

    assert web.starts == [0, 1, 31, 32]


async def test_who_gives_up_waiting_holds_nobody_up() -> None:
    web = Web(per_host=1, takes=5)
    first, second = (asyncio.create_task(web.ask(f"a/{n}")) for n in (1, 2))
    await asyncio.sleep(0)
    second.cancel()

    await web.time.run(first)
    await web.run("a/3")

    assert [what for what, _ in web.started] == ["a/1", "a/3"]


async def test_a_request_that_fails_gives_its_turn_back() -> None:
    web = Web(per_host=1, at_once=1)
    with pytest.raises(ZeroDivisionError):
        async with web.pace.turn("a"):
            raise ZeroDivisionError

    await web.run("a/2", "b/1")

    assert len(web.started) == 2


async def test_hosts_at_rest_are_forgotten_and_start_afresh() -> None:
    web = Web(gap=0)
    for n in range(2000):
        await web.ask(f"host{n}/")
    web.time.now += 1000

    await web.ask("one-more/")

    assert len(web.pace._lanes) == 1

"""The pool, and what odd items do to its processes."""

import asyncio
from collections.abc import Iterator

import pytest

from octavo.app import compute as module
from octavo.app.compute import HEAVIEST, Compute, Done, Failed, chunked
from tests.app.oddities import (
    double,
    odd_ones_fail,
    slow_or_deadly,
    thirteen_kills,
    zero_waits_until_it_is_killed,
)


@pytest.fixture
def pool() -> Iterator[Compute]:
    made = Compute(2)
    yield made
    made.close()


async def test_outcomes_come_in_the_order_of_the_items(pool: Compute) -> None:
    found = await pool(double, range(60))

    assert found == [Done(number * 2) for number in range(60)]


async def test_what_one_item_raises_is_its_own_outcome(pool: Compute) -> None:
    found = await pool(odd_ones_fail, range(4))

    assert found == [Done(0), Failed("no_text", "It is odd."), Done(2), Failed("no_text", "It is odd.")]


async def test_the_item_that_kills_its_process_is_found_and_costs_no_other(pool: Compute) -> None:
    found = await pool(thirteen_kills, range(20))

    assert [type(outcome) for outcome in found] == [Failed if number == 13 else Done for number in range(20)]
    assert found[13].code == "crashed" if isinstance(found[13], Failed) else False


async def test_a_neighbour_of_the_item_that_kills_is_not_blamed(pool: Compute) -> None:
    deadly, innocent = await asyncio.gather(pool(slow_or_deadly, [13]), pool(slow_or_deadly, [1]))

    assert isinstance(deadly[0], Failed)
    assert innocent == [Done(1)]


async def test_the_pool_works_on_after_it_lost_a_process(pool: Compute) -> None:
    await pool(thirteen_kills, [13])

    assert await pool(double, [4]) == [Done(8)]


async def test_an_item_that_never_comes_back_loses_its_process(
    pool: Compute, monkeypatch: pytest.MonkeyPatch
) -> None:
    await pool(double, [1])  # the processes are up
    monkeypatch.setattr(module, "SECONDS_PER_ITEM", 1)

    found = await pool(zero_waits_until_it_is_killed, [0, 1])

    assert isinstance(found[0], Failed)
    assert found[1] == Done(1)


def test_one_pool_serves_one_loop_after_the_other(pool: Compute) -> None:
    async def many() -> list[Done[int] | Failed]:
        return [one for part in await asyncio.gather(*(pool(double, [n]) for n in range(6))) for one in part]

    assert asyncio.run(many()) == asyncio.run(many()) == [Done(n * 2) for n in range(6)]


def test_chunks_hold_so_many_items_and_so_many_bytes_each() -> None:
    assert [len(c) for c in chunked(range(60), most=25, weight=lambda _: 0)] == [25, 25, 10]
    assert chunked([1, HEAVIEST, 1, 2, 3], most=25, weight=lambda n: n) == [[1], [HEAVIEST], [1, 2, 3]]
    assert chunked([HEAVIEST + 1, 5], most=25, weight=lambda n: n) == [[HEAVIEST + 1], [5]]
    assert chunked([], most=25, weight=lambda _: 0) == []

import asyncio
import gc

from octavo.core.document import Document
from octavo.core.urls import Url
from octavo.fetch.client import Client
from octavo.fetch.policy import FetchPolicy
from octavo.fetch.room import LARGE, PLACES, Room, Seat
from tests.fetch.outlet import Outlet, open_outlet

LONG = 60.0


async def test_large_documents_wait_until_others_are_forgotten_and_small_ones_do_not() -> None:
    async with open_outlet() as outlet, client_of(outlet) as client:
        for n in range(PLACES + 1):
            outlet.put(f"h{n}.test/feed", b"x" * (LARGE + 1))
        outlet.put("small.test/feed", b"<rss/>")
        asking = [asyncio.create_task(ask(client, f"http://h{n}.test/feed")) for n in range(PLACES + 1)]
        while sum(task.done() for task in asking) < PLACES:
            await asyncio.sleep(0.01)
        small = await ask(client, "http://small.test/feed")
        (waiting,) = [task for task in asking if not task.done()]

        assert small.body == b"<rss/>"
        asking.clear()  # and with the tasks their documents
        gc.collect()
        async with asyncio.timeout(LONG):
            assert len((await waiting).body) == LARGE + 1


async def test_what_fails_after_it_grew_large_gives_its_place_back() -> None:
    async with open_outlet() as outlet, client_of(outlet, largest=2 * LARGE) as client:
        for n in range(2 * PLACES):
            outlet.put(f"h{n}.test/feed", b"x" * (3 * LARGE))
        outlet.put("whole.test/feed", b"x" * (LARGE + 1))
        asking = [ask(client, f"http://h{n}.test/feed") for n in range(2 * PLACES)]

        async with asyncio.timeout(LONG):
            await asyncio.gather(*asking, return_exceptions=True)
            assert len((await ask(client, "http://whole.test/feed")).body) == LARGE + 1


async def test_waiting_costs_a_document_none_of_its_own_time() -> None:
    room = Room(1)
    async with asyncio.timeout(LONG) as limit:
        first = Seat(room, limit)
        await first.grown_to(LARGE + 1)
    asyncio.get_running_loop().call_later(0.3, first.leave)

    async with asyncio.timeout(0.1) as limit:
        second = Seat(room, limit)
        await second.grown_to(LARGE + 1)

    assert not limit.expired()


async def test_nobody_waits_for_ever() -> None:
    room = Room(1, patience=0.05)
    async with asyncio.timeout(LONG) as limit:
        await Seat(room, limit).grown_to(LARGE + 1)
        await Seat(room, limit).grown_to(LARGE + 1)


def client_of(outlet: Outlet, *, largest: int = 20 * LARGE) -> Client:
    policy = FetchPolicy(pace_seconds=0, largest_feed=largest)
    return Client(policy, names={"*.test": ("127.0.0.1", outlet.port)})


async def ask(client: Client, address: str) -> Document:
    found = await client.get(Url(address), kind="feed")
    assert isinstance(found, Document)
    return found

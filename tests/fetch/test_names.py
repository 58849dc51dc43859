import socket

import pytest

from octavo.fetch.names import Names, Resolver

NAMES = Names({"a.test": ("127.0.0.1", 1), "*.test": ("127.0.0.1", 2), "*.deep.test": ("::1", 3)})


@pytest.mark.parametrize(
    ("host", "port"), [("a.test", 1), ("b.test", 2), ("a.deep.test", 3), ("deep.test", 2)]
)
def test_the_nearest_name_is_found(host: str, port: int) -> None:
    found = NAMES.find(host)

    assert found is not None
    assert found[1] == port


@pytest.mark.parametrize("host", ["test", "a.test.example", "atest", "news.example"])
def test_other_names_are_not(host: str) -> None:
    assert NAMES.find(host) is None


async def test_given_names_are_not_looked_up() -> None:
    resolver = Resolver(NAMES)

    (found,) = await resolver.resolve("x.deep.test", 80)

    assert (found["host"], found["port"], found["family"]) == ("::1", 3, socket.AF_INET6)
    await resolver.close()


@pytest.mark.parametrize("host", ["a" * 70 + ".invalid", "a..b", "nowhere.invalid"])
async def test_what_is_no_host_is_an_os_error(host: str) -> None:
    resolver = Resolver(NAMES)

    with pytest.raises(OSError, match=r"."):
        await resolver.resolve(host, 80)

    await resolver.close()


async def test_an_address_is_found_once() -> None:
    resolver = Resolver(NAMES)

    found = await resolver.resolve("localhost", 80, socket.AF_INET)

    assert [result["host"] for result in found] == ["127.0.0.1"]
    await resolver.close()

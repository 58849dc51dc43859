"""Bombs and endless answers, one by one, each fetched by a process of its own whose peak memory is read."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

import pytest

from tests.hostile.kit import Path
from tests.hostile.server import HostileWeb, catalogue, hostile_web

_HEAVY: Final = [path for path in catalogue().paths.values() if path.heavy and path.group != "robots"]
_MOST_MB: Final = 60
"""Thrice the 20 MB that a feed may have: twice while its buffer grows, and a step of the unpacker."""


@dataclass(frozen=True, slots=True)
class Probed:
    """What the other process says of its one fetch."""

    end: str
    size: int
    grew_mb: float
    seconds: float


@pytest.fixture
async def web() -> AsyncIterator[HostileWeb]:
    async with hostile_web() as running:
        yield running


async def probe(address: str, web: HostileWeb, *, largest_mb: int = 20, kind: str = "feed") -> Probed:
    """Fetch an address in a process of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.hostile.probe",
        address,
        f"127.0.0.1:{web.port}",
        str(largest_mb),
        kind,
        stdout=asyncio.subprocess.PIPE,
    )
    printed, _ = await process.communicate()
    return Probed(**json.loads(printed))


@pytest.mark.parametrize("path", _HEAVY, ids=lambda path: path.name)
async def test_memory_stays_small(path: Path, web: HostileWeb) -> None:
    found = await probe(web.address(path.name), web)

    wanted = path.ends_in if isinstance(path.ends_in, tuple) else (path.ends_in,)
    assert found.end in {"Document" if end is None else end.__name__ for end in wanted}
    assert found.grew_mb < _MOST_MB
    assert path.body is None or found.size == len(path.body)


async def test_the_probe_sees_a_bomb_go_off(web: HostileWeb) -> None:
    found = await probe(web.address("/compression/bomb-gzip"), web, largest_mb=400)

    assert found.end == "Document"
    assert found.grew_mb > 2 * _MOST_MB


@pytest.mark.parametrize("name", ["bomb", "endless"])
async def test_a_heavy_robots_txt_costs_little_and_the_page_is_read(name: str, web: HostileWeb) -> None:
    found = await probe(web.address("/control/page", host=f"robots-{name}.test"), web, kind="page")

    assert found.end == "Document"
    assert found.grew_mb < _MOST_MB

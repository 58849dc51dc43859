"""A process of its own that fetches one address and prints how it ended and what memory that cost.

python -m tests.hostile.probe ADDRESS HOST:PORT LARGEST_MB KIND
"""

import asyncio
import json
import re
import sys
import time
from pathlib import Path
from typing import cast

from octavo.core.document import Document
from octavo.core.errors import FetchError
from octavo.core.urls import parse_url
from octavo.fetch.client import Client
from octavo.fetch.guard import AllowList
from octavo.fetch.policy import FetchPolicy, Kind


def peak_mb() -> float:
    """Return the most memory that this process has used so far."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1]) / 1024


async def fetch(address: str, where: str, *, largest_mb: int, kind: Kind) -> dict[str, object]:
    """Fetch one document; return how that ended, the peak's growth and the seconds."""
    url = parse_url(address)
    assert url is not None
    host, port = where.split(":")
    policy = FetchPolicy(
        total_seconds=10, largest_feed=largest_mb << 20, pace_seconds=0, allow=AllowList.parse([where])
    )
    async with Client(policy, names={"*.test": (host, int(port))}) as client:
        before, started = peak_mb(), time.monotonic()
        try:
            answer = await client.get(url, kind=kind)
            end, size = type(answer).__name__, len(answer.body) if isinstance(answer, Document) else 0
        except FetchError as failure:
            end, size = type(failure).__name__, 0
        return {
            "end": end,
            "size": size,
            "grew_mb": peak_mb() - before,
            "seconds": time.monotonic() - started,
        }


if __name__ == "__main__":
    _, _address, _where, _largest, _kind = sys.argv
    print(json.dumps(asyncio.run(fetch(_address, _where, largest_mb=int(_largest), kind=cast(Kind, _kind)))))

"""The PyPI library `reader` over the feeds of a loopback server, twice; prints what each run cost. A process of its own."""

import json
import sys
import time
from pathlib import Path

import feedparser_sgmllib
from reader import make_reader

from bench.usage import cpu_seconds, peak_mb


def main() -> None:
    """Read port, number of feeds and a folder from the arguments."""
    # The feedparser that reader carries asks for this library by the name it had in Python 2.
    sys.modules["sgmllib"] = feedparser_sgmllib
    port, count, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    reader = make_reader(str(folder / "reader.sqlite"))
    for number in range(count):
        reader.add_feed(f"http://127.0.0.1:{port}/{number}/feed")
    for run in ("cold", "again"):
        cpu, started = cpu_seconds(), time.monotonic()
        reader.update_feeds(workers=2)
        figures = {"wall": time.monotonic() - started, "cpu": cpu_seconds() - cpu}
        print(json.dumps({"run": run, **figures, "peak_mb": peak_mb(), "pool_mb": 0.0}), flush=True)
    reader.close()

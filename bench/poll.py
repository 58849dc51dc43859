"""What polling costs: 50 feeds and 500 feeds of 20 items from a loopback server, cold and again (304), beside two peers.

Every reader runs in a process of its own, into an empty SQLite database, and polls feeds only, no pages. CPU counts the
polls of all its processes; the peak is that of the polling process. fsyncs are counted by strace, in runs of their own,
for it slows what it watches. The feeds are made from the demo world's texts.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from bench.outlets import serving
from bench.peers import newsboat

ITEMS: Final = 20
Command = Callable[[int, int, Path], list[str]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of one reader cost."""

    reader: str
    feeds: int
    run: str
    wall: float
    cpu: float
    peak_mb: float
    pool_mb: float
    fsyncs: int | None


def _module(name: str) -> Command:
    # Not `-m`: pool processes would import the module a second time.
    script = f"from {name} import main; main()"
    return lambda port, feeds, folder: [sys.executable, "-c", script, str(port), str(feeds), str(folder)]


READERS: Final[dict[str, Command]] = {
    "octavo": _module("bench.poll_octavo"),
    "reader": _module("bench.peers.reader_poll"),
    "newsboat": _module("bench.peers.newsboat"),
}


def costs(reader: str, *, feeds: int, items: int, count_fsyncs: bool) -> Iterator[Cost]:
    """Run a reader over so many feeds, cold and again, and give what each run cost."""
    lines = _run(READERS[reader], feeds=feeds, items=items)
    synced = _fsyncs(READERS[reader], feeds=feeds, items=items) if count_fsyncs else None
    for line in lines:
        yield Cost(
            reader, feeds, line["run"], line["wall"], line["cpu"], line["peak_mb"], line["pool_mb"], synced
        )


def _run(command: Command, *, feeds: int, items: int, under: Sequence[str] = ()) -> list[dict[str, Any]]:
    with (
        tempfile.TemporaryDirectory(prefix="octavo-poll-") as folder,
        serving(feeds=feeds, items=items) as port,
    ):
        ended = subprocess.run(
            [*under, *command(port, feeds, Path(folder))], check=True, stdout=subprocess.PIPE, text=True
        )
    return [json.loads(line) for line in ended.stdout.splitlines() if line.startswith("{")]


def _fsyncs(command: Command, *, feeds: int, items: int) -> int:
    """Return how often the reader, in both runs together, waits for the disk."""
    with tempfile.NamedTemporaryFile("r", prefix="octavo-strace-") as report:
        _run(
            command,
            feeds=feeds,
            items=items,
            under=["strace", "-f", "-c", "-e", "trace=fsync,fdatasync", "-o", report.name],
        )
        # % time, seconds, usecs/call, calls, errors, syscall
        rows = re.findall(r"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+).*\b(?:fsync|fdatasync)$", report.read(), re.M)
    return sum(map(int, rows))


def table(found: Sequence[Cost]) -> Table:
    """Return the table of all runs."""
    shown = Table(
        "reader",
        "feeds",
        "run",
        "wall s",
        "CPU s",
        "ms CPU a feed",
        "peak MB",
        "pool MB",
        "fsyncs, both runs",
    )
    for cost in found:
        shown.add_row(
            cost.reader,
            str(cost.feeds),
            cost.run,
            f"{cost.wall:.2f}",
            f"{cost.cpu:.2f}",
            f"{cost.cpu / cost.feeds * 1000:.1f}",
            f"{cost.peak_mb:.0f}",
            f"{cost.pool_mb:.0f}" if cost.pool_mb else "",
            "" if cost.fsyncs is None else str(cost.fsyncs),
        )
    return shown


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench and print its table."""
    parser = argparse.ArgumentParser(prog="bench.poll", description=__doc__)
    parser.add_argument("--feeds", default="50,500", help="numbers of feeds, by commas (50,500)")
    parser.add_argument("--items", type=int, default=ITEMS, help="items of each feed (20)")
    parser.add_argument("--only", default="", help="readers, by commas, such as octavo,reader")
    options = parser.parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 140)
    console.print("The feeds are made from the demo world's texts; there is no other set.")
    wanted = options.only.split(",") if options.only else list(READERS)
    if "newsboat" in wanted and not newsboat.installed():
        wanted.remove("newsboat")
        console.print("newsboat is not installed (Debian: apt-get install newsboat), so it is left out.")
    count_fsyncs = shutil.which("strace") is not None
    if not count_fsyncs:
        console.print("strace is not installed (Debian: apt-get install strace), so fsyncs are not counted.")
    found = [
        cost
        for feeds in map(int, options.feeds.split(","))
        for reader in wanted
        for cost in costs(reader, feeds=feeds, items=options.items, count_fsyncs=count_fsyncs)
    ]
    console.print(table(found))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Every path of a hostile web through the product's own poll, read and pages, at its full limits.

`python -m bench.hostile --server PATH [--extra FILE]` starts the server (PATH is its server.py) and prints a table. Each
row runs in a process of its own, with a hostile server that nobody else asks, so that memory, traps and requests are
the row's own. Rows that only wait run side by side, those about packing and size alone.
"""

import argparse
import asyncio
import contextlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from bench.hostile.judge import Row
from bench.hostile.web import HostileServer, serving
from octavo.store.database import Database

LANES: Final = 8
"""Rows that only wait, at once."""
PATIENCE_SECONDS: Final = 180.0
"""Beyond what a row may take, before its process is ended."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one row gave."""

    row: Row
    seen: dict[str, Any]
    wrong: list[str]


async def run_rows(
    rows: Sequence[Row], servers: Sequence[HostileServer], template: Path, console: Console
) -> list[Outcome]:
    """Run the rows, at most one per server, and tell each that is not as expected."""
    free: asyncio.Queue[HostileServer] = asyncio.Queue()
    for server in servers:
        free.put_nowait(server)

    async def one(row: Row) -> Outcome:
        server = await free.get()
        try:
            outcome = await _in_process(row, server, template)
        finally:
            free.put_nowait(server)
        if outcome.wrong:
            console.print(f"{row.path}: {'; '.join(outcome.wrong)}", markup=False, soft_wrap=True)
        return outcome

    return list(await asyncio.gather(*(one(row) for row in rows)))


async def _in_process(row: Row, server: HostileServer, template: Path) -> Outcome:
    order = json.dumps({"port": server.port, "path": row.path, "template": str(template)}).encode()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "from bench.hostile.row import main; main()",  # as -m the pool would import it again
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    limit = row.max_seconds + PATIENCE_SECONDS
    try:
        printed, complaints = await asyncio.wait_for(process.communicate(order), limit)
    except TimeoutError:
        process.kill()
        await process.wait()
        return Outcome(row, {}, [f"ended after {limit:g} s"])
    if process.returncode:
        last = complaints.decode(errors="replace").strip().rpartition("\n")[2]
        return Outcome(row, {}, [f"its process ended with {process.returncode}: {last[:200]}"])
    seen = json.loads(printed)
    return Outcome(row, seen, seen["wrong"])


async def run_all(
    rows: Sequence[Row], servers: Sequence[HostileServer], template: Path, console: Console
) -> list[Outcome]:
    """Run all rows: those that only wait side by side, those about memory alone, the others one per core."""
    waiting = [row for row in rows if row.waits]
    alone = [row for row in rows if row.costs_memory]
    others = [row for row in rows if not row.waits and not row.costs_memory]
    outcomes = await run_rows(waiting, servers, template, console)
    outcomes += await run_rows(alone, servers[:1], template, console)
    outcomes += await run_rows(others, servers[: os.cpu_count() or 1], template, console)
    by_path = {outcome.row.path: outcome for outcome in outcomes}
    return [by_path[row.path] for row in rows]


def by_path(outcomes: Sequence[Outcome]) -> Table:
    """Return the table of all rows."""
    table = Table("path", "as expected", "kept", "polls, page", "MB", "pool MB", "s", title="By path")
    for outcome in outcomes:
        seen = outcome.seen
        opened = f"{seen['pages']} pages opened" if seen.get("pages") else ""
        how = ", ".join(
            dict.fromkeys([*seen.get("polls", ()), *filter(None, [seen.get("reading", ""), opened])])
        )
        figures = [f"{seen.get(name, 0):.0f}" for name in ("peak_mb", "pool_mb")]
        table.add_row(
            outcome.row.path,
            "; ".join(outcome.wrong) or "yes",
            str(seen.get("kept", "")),
            how,
            *figures,
            f"{seen.get('seconds', 0):.1f}",
            style="red" if outcome.wrong else "",
        )
    return table


def by_group(outcomes: Sequence[Outcome]) -> Table:
    """Return the table of the groups, with the sum at the end."""
    table = Table("group", "as expected", "largest MB", "largest pool MB", "slowest s", title="By group")
    groups = dict.fromkeys(outcome.row.group for outcome in outcomes)
    for name, members in [
        *((group, [o for o in outcomes if o.row.group == group]) for group in groups),
        ("all", list(outcomes)),
    ]:
        right = sum(not outcome.wrong for outcome in members)
        largest = [
            max((o.seen.get(key, 0.0) for o in members), default=0.0)
            for key in ("peak_mb", "pool_mb", "seconds")
        ]
        table.add_row(name, f"{right}/{len(members)}", *(f"{figure:.0f}" for figure in largest))
    return table


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench; 1 if a row is not as expected."""
    parser = argparse.ArgumentParser(prog="bench.hostile", description=__doc__)
    parser.add_argument("--server", type=Path, metavar="PATH", help="the server.py of a hostile web")
    parser.add_argument(
        "--extra", type=Path, action="append", default=[], metavar="FILE", help="further behaviours"
    )
    parser.add_argument(
        "--only",
        default="",
        metavar="PREFIX",
        help="paths that begin so, such as /content/; several by commas",
    )
    parser.add_argument("--lanes", type=int, default=LANES, help=f"rows at once that only wait ({LANES})")
    options = parser.parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 200)
    if options.server is None:
        console.print(
            "Give --server PATH, the server.py of a hostile web (and --extra FILE for more behaviours). "
            "Octavo's own small hostile web runs with the tests: pytest tests/hostile"
        )
        return 2
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="octavo-hostile-"))
        servers = [
            stack.enter_context(serving(options.server, extra=options.extra)) for _ in range(options.lanes)
        ]
        wanted = tuple(options.only.split(","))
        rows = [row for row in servers[0].rows() if row.path.startswith(wanted)]
        outcomes = asyncio.run(run_all(rows, servers, _template(Path(folder)), console))
    console.print(by_path(outcomes), by_group(outcomes))
    return 1 if any(outcome.wrong for outcome in outcomes) else 0


def _template(folder: Path) -> Path:
    """Return a database with the newest schema and nothing in it."""
    path = folder / "template.sqlite3"
    database = Database(f"sqlite:///{path}")
    database.upgrade()
    database.close()
    return path


if __name__ == "__main__":
    raise SystemExit(main())

"""Articles a second through the whole line: each page is fetched from loopback, read, and folded into a story.

`--set FOLDER` takes the pages of `html.tar.zst` in that folder; without it the pages are made of the demo world, and the
first line says so. The line runs on one and on two cores; once more, stage by stage, to tell where the CPU time goes; and
extraction alone (trafilatura with Octavo's options) runs over the same pages to compare with. Pictures are left out.
"""

import argparse
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any, Final

import zstandard
from rich.console import Console
from rich.table import Table

from bench.outlets import serving
from octavo.demo.world import Row, load_world

ITEMS: Final = 20
"""Articles of one outlet."""


@contextmanager
def folder_of_pages(shared: Path | None, *, limit: int) -> Iterator[Path]:
    """Give a folder with up to *limit* html files (0: all), gone after the block."""
    with tempfile.TemporaryDirectory(prefix="octavo-pages-") as name:
        folder = Path(name)
        pages = _packed(shared / "html.tar.zst") if shared else map(_html, load_world().rows)
        for number, body in enumerate(pages):
            if limit and number == limit:
                break
            (folder / f"{number:05}.html").write_bytes(body)
        yield folder


def _packed(archive: Path) -> Iterator[bytes]:
    with (
        archive.open("rb") as packed,
        zstandard.ZstdDecompressor().stream_reader(packed) as stream,
        tarfile.open(fileobj=stream, mode="r|") as members,
    ):
        for member in members:
            content = members.extractfile(member) if member.isfile() else None
            if content:
                yield content.read()


def _html(row: Row) -> bytes:
    version = row.version(0)
    text = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in version.paragraphs)
    head = f'<!doctype html><html lang="{row.language}"><head><meta charset="utf-8"><title>{escape(version.title)}</title></head>'
    return f"{head}<body><article><h1>{escape(version.title)}</h1>{text}</article></body></html>".encode()


def run_line(pages: Path, *, cores: int, how: str) -> dict[str, Any]:
    """Carry all pages through the line in a process that is kept to so many cores, and return what that cost."""
    feeds = -(-len(list(pages.iterdir())) // ITEMS)
    script = "from bench.flow_octavo import main; main()"  # not `-m`: pool processes would import it again
    with (
        tempfile.TemporaryDirectory(prefix="octavo-flow-") as folder,
        serving(feeds=feeds, items=ITEMS, pages=pages) as port,
    ):
        return _child(
            ["taskset", "-c", ",".join(map(str, range(cores))), sys.executable, "-c", script],
            [str(port), str(feeds), folder, str(cores), how],
        )


def run_extraction(pages: Path) -> dict[str, Any]:
    """Extract all pages' texts, and nothing else, and return what that cost."""
    return _child([sys.executable, "-c", "from bench.flow_extraction import main; main()"], [str(pages)])


def _child(command: Sequence[str], arguments: Sequence[str]) -> dict[str, Any]:
    ended = subprocess.run([*command, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(ended.stdout.splitlines()[-1])
    return found


def lines_table(lines: Sequence[tuple[int, dict[str, Any]]], alone: dict[str, Any]) -> Table:
    """Return the table of whole runs beside extraction alone."""
    table = Table(
        "run",
        "articles",
        "read",
        "wall s",
        "articles/s",
        "ms CPU each",
        "to extraction",
        "peak MB",
        "pool MB",
    )
    base = alone["cpu"] / alone["pages"]
    for cores, cost in lines:
        line = cost["stages"]["line"]
        each = line["cpu"] / cost["articles"]
        table.add_row(
            f"line, {cores} core{'s' if cores > 1 else ''}", str(cost["in_stories"]), str(cost["read"]), f"{line['wall']:.1f}",
            f"{cost['articles'] / line['wall']:.1f}", f"{each * 1000:.1f}", f"{each / base:.2f}",
            f"{cost['peak_mb']:.0f}", f"{cost['pool_mb']:.0f}",
        )  # fmt: skip
    table.add_row(
        "extraction alone",
        str(alone["pages"]),
        "",
        "",
        "",
        f"{base * 1000:.1f}",
        "1.00",
        f"{alone['peak_mb']:.0f}",
        "",
    )
    return table


def stages_table(cost: dict[str, Any]) -> Table:
    """Return the table of where the CPU time goes."""
    table = Table("stage", "ms CPU an article", "share", title="Stage by stage")
    total = sum(stage["cpu"] for stage in cost["stages"].values())
    for name, stage in cost["stages"].items():
        table.add_row(name, f"{stage['cpu'] / cost['articles'] * 1000:.2f}", f"{stage['cpu'] / total:.0%}")
    return table


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench and print its tables."""
    parser = argparse.ArgumentParser(prog="bench.flow", description=__doc__)
    parser.add_argument("--set", type=Path, metavar="FOLDER", help="a folder with html.tar.zst")
    parser.add_argument("--limit", type=int, default=0, help="so many pages only (all)")
    parser.add_argument("--cores", default="1,2", help="numbers of cores, by commas (1,2)")
    options = parser.parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 140)
    if options.set is None:
        console.print("No --set was given: these pages are made of the demo world, not real outlets' pages.")
    with folder_of_pages(options.set, limit=options.limit) as pages:
        alone = run_extraction(pages)
        lines = [
            (cores, run_line(pages, cores=cores, how="line")) for cores in map(int, options.cores.split(","))
        ]
        by_stage = run_line(pages, cores=lines[-1][0], how="stages")
    console.print(lines_table(lines, alone), stages_table(by_stage))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

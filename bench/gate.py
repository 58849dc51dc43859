"""What the gate lets through: faults made by rule from good pages, and good pages that it refuses.

`--set FOLDER` takes labelled pages (pages.jsonl.zst, html.tar.zst); without it the good pages are made of the demo world,
and the first line says so. Faults are made on the hosts whose hash is odd; no rule was developed on those, and their
wordings are a half of the lists that no rule was developed on either. `--out FILE` writes {id, passed, code, reason} for
each page of the folder instead, as JSON lines.
"""

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from bench.gate_faults import FAULTS, other_language
from bench.gate_pages import GoodPage, Judged, UnfitPageError, judged, labelled, of_the_demo

OTHER_LANGUAGE: Final = "another language"
_UNSEEN: Final = "Faults on hosts and in words that no rule was developed on"
_DEVELOPED: Final = "Faults on the hosts and in the words that rules were developed on"
_FEWEST_LINES: Final = 4
_FEWEST_LETTERS: Final = 900


@dataclass(frozen=True, slots=True)
class Faulty:
    """A page with a fault, and of which kind."""

    kind: str
    page: GoodPage


def faults(pages: Sequence[GoodPage], *, count: int, seed: int, reported: bool = True) -> Iterator[Faulty]:
    """Yield *count* faults, the kinds in turn, on hosts of the one side or the other."""
    chance = random.Random(f"{seed}")
    whole = [p for p in pages if len(p.text) >= _FEWEST_LINES and sum(map(len, p.text)) >= _FEWEST_LETTERS]
    hosts_of: dict[str, set[str]] = defaultdict(set)
    for page in whole:
        hosts_of[page.language].add(page.host)
    hosts = [p for p in whole if p.is_reported is reported and len(hosts_of[p.language]) > 1]
    kinds = [*FAULTS, OTHER_LANGUAGE]
    for n in range(count):
        kind = kinds[n % len(kinds)]
        for page in chance.sample(hosts, len(hosts)):
            try:
                html = _made(kind, page, whole, chance)
            except UnfitPageError:
                continue
            yield Faulty(kind, replace(page, id=f"{kind}-{n}", html=html, charset="utf-8"))
            break


def _made(kind: str, page: GoodPage, whole: Sequence[GoodPage], chance: random.Random) -> bytes:
    if kind == OTHER_LANGUAGE:
        return other_language(page, chance.choice([p for p in whole if p.language != page.language] or whole))
    others = [p for p in whole if p.language == page.language and p.host != page.host]
    return FAULTS[kind](page, others, chance)


def judge_all(pages: Sequence[GoodPage], *, processes: int) -> list[Judged]:
    """Judge each page, in their order."""
    if processes < 2:
        return list(map(judged, pages))
    with ProcessPoolExecutor(processes) as pool:
        return list(pool.map(judged, pages, chunksize=16))


def faults_table(found: Sequence[tuple[Faulty, Judged]], *, title: str) -> Table:
    """Return the share of faults that are refused, kind by kind; what the reader mended is no fault any more."""
    table = Table(
        "kind",
        "made",
        "mended",
        "refused",
        "share",
        "as",
        title=title,
    )
    kinds: dict[str, list[Judged]] = defaultdict(list)
    for one, verdict in found:
        kinds[one.kind].append(verdict)
    for kind, verdicts in kinds.items():
        codes = Counter(v.code for v in verdicts if v.code)
        said = ", ".join(f"{code} {n}" for code, n in codes.most_common(4))
        table.add_row(kind, *_of_faults(verdicts), said)
    table.add_row("all", *_of_faults([verdict for _, verdict in found]), "", style="bold")
    return table


def _of_faults(verdicts: Sequence[Judged]) -> tuple[str, ...]:
    mended = sum(v.is_mended for v in verdicts)
    refused = sum(bool(v.code) for v in verdicts)
    return str(len(verdicts)), str(mended), str(refused), f"{refused / max(1, len(verdicts) - mended):.1%}"


def _of_good(verdicts: Sequence[Judged]) -> tuple[str, str, str]:
    refused = sum(bool(v.code) for v in verdicts)
    return str(len(verdicts)), str(refused), f"{refused / max(1, len(verdicts)):.1%}"


def good_table(found: Sequence[tuple[GoodPage, Judged]]) -> Table:
    """Return how many good pages are refused, by set and by language."""
    table = Table("good pages", "pages", "refused", "share", "as", title="Good pages that are refused")
    groups: dict[str, list[Judged]] = defaultdict(list)
    for page, verdict in found:
        groups[f"set {page.set}"].append(verdict)
    for page, verdict in sorted(found, key=lambda one: one[0].language):
        groups[f"language {page.language}"].append(verdict)
    for name, verdicts in groups.items():
        codes = Counter(v.code for v in verdicts if v.code)
        table.add_row(name, *_of_good(verdicts), ", ".join(f"{code} {n}" for code, n in codes.most_common()))
    table.add_row("all", *_of_good([verdict for _, verdict in found]), "", style="bold")
    return table


def write(folder: Path, out: Path, *, processes: int) -> None:
    """Write what the gate says of each page of *folder* as JSON lines."""
    pages = list(labelled(folder))
    with out.open("w", encoding="utf-8") as lines:
        for page, verdict in zip(pages, judge_all(pages, processes=processes), strict=True):
            row = {"id": page.id, "passed": not verdict.code, "code": verdict.code, "reason": verdict.reason}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench and print its tables."""
    parser = argparse.ArgumentParser(prog="bench.gate", description=__doc__)
    parser.add_argument(
        "--set", type=Path, metavar="FOLDER", help="a folder with pages.jsonl.zst and html.tar.zst"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="only write what the gate says of each page there"
    )
    parser.add_argument("--faults", type=int, default=210, help="so many faults (210: six of each kind)")
    parser.add_argument("--limit", type=int, default=0, help="so many good pages only (all)")
    parser.add_argument("--seed", type=int, default=1, help="another draw of pages and words (1)")
    parser.add_argument(
        "--developing", action="store_true", help="make the faults on the other half of hosts and words"
    )
    parser.add_argument("--processes", type=int, default=2, help="so many at once (2)")
    parser.add_argument(
        "--verbose", action="store_true", help="list the faults that pass and the good pages that do not"
    )
    options = parser.parse_args(argv)
    if options.out is not None:
        if options.set is None:
            parser.error("--out needs --set")
        write(options.set, options.out, processes=options.processes)
        return 0
    console = Console(width=None if sys.stdout.isatty() else 140)
    if options.set is None:
        console.print("No --set was given: these pages are made of the demo world, not real outlets' pages.")
    pages = list(labelled(options.set) if options.set else of_the_demo())
    made = list(faults(pages, count=options.faults, seed=options.seed, reported=not options.developing))
    bad = list(zip(made, judge_all([one.page for one in made], processes=options.processes), strict=True))
    good_pages = pages[: options.limit or None]
    good = list(zip(good_pages, judge_all(good_pages, processes=options.processes), strict=True))
    console.print(faults_table(bad, title=_DEVELOPED if options.developing else _UNSEEN), good_table(good))
    if options.verbose:
        _list(console, bad, good)
    return 0


def _list(
    console: Console, bad: Sequence[tuple[Faulty, Judged]], good: Sequence[tuple[GoodPage, Judged]]
) -> None:
    for one, verdict in bad:
        if not verdict.code and not verdict.is_mended:
            console.print(f"passed: {one.kind}: {one.page.url} “{verdict.title}”", markup=False)
    for page, verdict in good:
        if verdict.code:
            console.print(f"refused: {page.id}: {verdict.code}: {page.url} “{verdict.title}”", markup=False)


if __name__ == "__main__":
    raise SystemExit(main())

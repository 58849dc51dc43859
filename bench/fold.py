"""Fold labelled reports by the path that the product takes, and say how well: `--rows` and `--out` write what was decided.

Without `--rows` the sets of `--set FOLDER` are folded, or the demo world, and the figures are printed beside those of
published baselines. Each set is folded by itself, one pass, in the file's order.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from bench.fold_rows import arrival, demo_rows, described, rows
from bench.fold_score import Quality, quality
from octavo.core.fold.memory import Memory
from octavo.core.ids import StoryId

FILES: Final = ("stories.jsonl.zst", "stories_ar_nc.jsonl.zst")
# The best single method of the baselines on each set, and the method that is best on average: trees over pairs.
BASELINES: Final[Mapping[str, tuple[float, float]]] = {
    "headlines2014_en": (76.8, 76.6),
    "ecbplus_en": (85.6, 79.6),
    "current2026_en": (88.6, 88.6),
    "blurbs_55_languages": (55.9, 47.7),
    "headlines2020_en": (94.5, 94.5),
    "saudi2015_ar": (86.7, 84.8),
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A set after folding, and what it cost."""

    stories: Mapping[str, str]
    origins: Mapping[str, str]
    gold: Mapping[str, str]
    languages: Mapping[str, str]
    reports: int
    describing: float
    folding: float
    """Seconds of CPU."""


def by_set(found: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return rows by their set, in their order."""
    sets: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        sets[str(row.get("set", ""))].append(row)
    return dict(sets)


def fold(found: Sequence[dict[str, Any]]) -> Folded:
    """Fold rows in their order into an empty memory."""
    start = time.process_time()
    reports = [described(row) for row in found]
    arrivals = [arrival(report, number) for number, report in enumerate(reports, start=1)]
    described_at = time.process_time()
    placed = Memory([], last_story=StoryId(0)).fold(arrivals)
    done = time.process_time()
    ids = {a.id: report.id for a, report in zip(arrivals, reports, strict=True)}
    return Folded(
        {ids[one.article_id]: str(one.story_id) for one in placed},
        {ids[one.article_id]: ids[one.origin_id] for one in placed},
        {report.id: report.event for report in reports if report.event is not None},
        {report.id: report.language for report in reports},
        len(reports), described_at - start, done - described_at,
    )  # fmt: skip


def write(sets: Mapping[str, Sequence[dict[str, Any]]], out: Path) -> None:
    """Fold each set by itself and write a line for each row; stories of two sets never have one name."""
    with out.open("w", encoding="utf-8") as lines:
        for number, found in enumerate(sets.values()):
            folded = fold(found)
            for i, story in folded.stories.items():
                lines.write(
                    json.dumps({"id": i, "story": f"{number}:{story}", "origin": folded.origins[i]}) + "\n"
                )


def table(sets: Mapping[str, Sequence[dict[str, Any]]]) -> Table:
    """Return the figures of all sets, folded one by one."""
    shown = Table(
        "set", "reports", "events", "stories", "BCubed P / R", "F1", "9 in 10", "pairs P / R", "largest", "pure 10+",
        "best, mean best", "ms CPU",
    )  # fmt: skip
    means: list[float] = []
    for name, found in sets.items():
        folded = fold(found)
        if folded.gold:
            measured = quality(folded.gold, folded.stories)
            means.append(100 * measured.bcubed.f1)
            shown.add_row(*_cells(name, measured, folded))
    if means:
        shown.add_row("mean", *[""] * 4, f"{sum(means) / len(means):.1f}", *[""] * 6)
    return shown


def _cells(name: str, q: Quality, folded: Folded) -> list[str]:
    best = BASELINES.get(name)
    each = 1000 / folded.reports
    return [
        name, str(q.reports), str(q.events), str(q.stories),
        f"{100 * q.bcubed.precision:.1f} / {100 * q.bcubed.recall:.1f}", f"{100 * q.bcubed.f1:.1f}",
        f"{100 * q.interval[0]:.1f}-{100 * q.interval[1]:.1f}",
        f"{100 * q.pairwise.precision:.1f} / {100 * q.pairwise.recall:.1f}", str(q.largest),
        "-" if q.purity is None else f"{100 * q.purity:.1f}",
        f"{best[0]:.1f}, {best[1]:.1f}" if best else "-",
        f"{each * folded.describing:.2f} + {each * folded.folding:.2f}",
    ]  # fmt: skip


def across(folded: Folded, one: str = "en", other: str = "ar") -> tuple[int, int]:
    """Return how many events told in two languages have a story with reports in both, and how many such events there are."""
    events: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for i, event in folded.gold.items():
        events[event][folded.languages[i]].add(folded.stories[i])
    both = [told for told in events.values() if told[one] and told[other]]
    return sum(not told[one].isdisjoint(told[other]) for told in both), len(both)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench."""
    parser = argparse.ArgumentParser(prog="bench.fold", description=__doc__)
    parser.add_argument("--rows", type=Path, help="a file of rows: id, time, lang, source, title, text, set")
    parser.add_argument("--out", type=Path, help="where to write each row's story and origin")
    parser.add_argument("--set", type=Path, metavar="FOLDER", help="the folder of the labelled sets")
    parser.add_argument(
        "--no-model", action="store_true",
        help="fold without a model of sentences; there is none yet, so that this changes nothing",
    )  # fmt: skip
    options = parser.parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 160)
    if options.rows is not None:
        sets = by_set(rows(options.rows))
        if options.out is not None:
            write(sets, options.out)
        else:
            console.print(table(sets))
        return 0
    if options.set is not None:
        console.print(table(by_set(row for name in FILES for row in rows(options.set / name))))
    else:
        console.print("No --set was given: these are the reports of the demo world.")
        console.print(table({"demo world": demo_rows()}))
    joined, events = across(fold(demo_rows()))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    console.print(
        f"Demo world: {joined} of {events} events told in English and Arabic have a story with both."
    )
    console.print(f"CPU is told as describing + folding, per report. Peak memory: {peak:.0f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

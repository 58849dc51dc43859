"""How well pages are read, beside the libraries that do the same: body, title, day and byline, and CPU time of each step.

`--set FOLDER` is a folder of labelled pages with its own `score.py`; without one the pages are the demo's, and the first line
says so. `--out FILE` writes what was read, one JSON line a page: {id, text, title, author, date}.
"""

import argparse
import json
import logging
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from bench.pages_readers import CONTENT_TYPE, STEPS, Prediction, Reader, libraries, read_page, time_steps
from bench.pages_set import PageSet, Scores, load_set
from octavo.core.pages.decoding import decode

OURS: Final = "Octavo"
FIELDS: Final = ("title=", "title~", "day", "auth=", "auth+", "has", "lacks")
LEARNED: Final = (
    "Octavo's points may have been worked out from these pages: `python -m bench.pages_fit --set FOLDER` tells how it does"
    " on hosts that it did not learn from."
)
RESAMPLES: Final = 1_000
LEAST: Final = 8
"""Bodies of a set or language from which it has a row of its own."""

ByPage = Mapping[str, Scores]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench, write the predictions and print the tables."""
    parser = argparse.ArgumentParser(prog="bench.pages", description=__doc__)
    parser.add_argument(
        "--set", type=Path, metavar="FOLDER", help="a folder with pages.jsonl.zst, html.tar.zst, score.py"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write what was read")
    parser.add_argument("--limit", type=int, default=0, help="so many pages only (all)")
    parser.add_argument("--alone", action="store_true", help="without the libraries")
    options = parser.parse_args(argv)
    logging.disable(logging.CRITICAL)
    console = Console(width=None if sys.stdout.isatty() else 180)
    pages = load_set(options.set, limit=options.limit)
    console.print(pages.told)
    console.print(LEARNED)
    read = {page.id: read_page(page) for page in pages.pages}
    if options.out:
        options.out.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in read.values()))
    results = {OURS: _scored(pages, read)}
    spent: dict[str, float] = {}
    for page in pages.pages:
        time_steps(page, spent)
    costs: dict[str, float] = {}
    for name, reader in ({} if options.alone else libraries()).items():
        made, costs[name] = _run_library(pages, reader)
        results[name] = _scored(pages, made)
    for table in (
        body_table(pages, results),
        fields_table(results),
        costs_table(spent, costs, len(pages.pages)),
    ):
        console.print(table)
    return 0


def _run_library(pages: PageSet, reader: Reader) -> tuple[dict[str, Prediction], float]:
    """Return what a library reads of each page, and its CPU seconds; decoding is not its work."""
    made: dict[str, Prediction] = {}
    spent = 0.0
    for page in pages.pages:
        html = decode(page.html, content_type=CONTENT_TYPE)
        started = time.process_time()
        try:
            made[page.id] = reader(html, page.address)
        except Exception:
            # Libraries raise on odd pages: that is an empty answer, and part of what is measured.
            made[page.id] = {}
        spent += time.process_time() - started
    return made, spent


def _scored(pages: PageSet, made: Mapping[str, Prediction]) -> ByPage:
    return {page.id: pages.score(page.labels, made[page.id]) for page in pages.pages}


def body_table(pages: PageSet, results: Mapping[str, ByPage]) -> Table:
    """Return body F1 by set and language, and ours against the best library over all pages."""
    others = [name for name in results if name != OURS]
    overall = {name: _mean([s["f1"] for s in results[name].values() if "f1" in s]) for name in others}
    best = max(others, key=lambda name: overall[name], default="")
    table = Table(
        "pages", "bodies", f"{OURS} F1", "95 %", *others, f"lead on {best or 'none'}", "95 %", title="Body"
    )
    for label, ids in _groups(pages, results[OURS]).items():
        ours = [results[OURS][one]["f1"] for one in ids]
        cells = [f"{_mean([results[name][one]['f1'] for one in ids]):.3f}" for name in others]
        lead = [results[OURS][one]["f1"] - results[best][one]["f1"] for one in ids] if best else []
        table.add_row(
            label, str(len(ids)), f"{_mean(ours):.3f}", interval(ours), *cells,
            f"{_mean(lead):+.3f}" if lead else "", interval(lead) if lead else "",
        )  # fmt: skip
    return table


def _groups(pages: PageSet, scores: ByPage) -> dict[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for page in pages.pages:
        if "f1" in scores[page.id]:
            for label in ("all", f"set {page.labels['set']}", f"language {page.labels.get('lang') or '?'}"):
                groups[label].append(page.id)
    return {
        label: ids
        for label, ids in sorted(groups.items(), key=lambda group: (group[0] != "all", group[0]))
        if len(ids) >= LEAST or label == "all"
    }


def fields_table(results: Mapping[str, ByPage]) -> Table:
    """Return each field's measure, for each reader."""
    known = [field for field in FIELDS if any(field in scores for scores in results[OURS].values())]
    table = Table("reader", *known, title="Fields and passages")
    for name, by_page in results.items():
        means = (_mean([scores[field] for scores in by_page.values() if field in scores]) for field in known)
        table.add_row(name, *(f"{mean:.3f}" for mean in means))
    return table


def costs_table(spent: Mapping[str, float], costs: Mapping[str, float], pages: int) -> Table:
    """Return CPU milliseconds a page, of our steps and of the libraries as a whole."""
    table = Table("what", "ms CPU a page", "to trafilatura default", title="Cost")
    base = costs.get("trafilatura default", 0.0)
    rows = [(step, spent.get(step, 0.0)) for step in STEPS]
    rows.append(("parse, fields and body", sum(spent.get(step, 0.0) for step in ("parse", "fields", "body"))))
    for name, seconds in (*rows, *costs.items()):
        table.add_row(name, f"{seconds / pages * 1000:.2f}", f"{seconds / base:.2f}" if base else "")
    return table


def interval(values: Sequence[float]) -> str:
    """Return the 95 % interval of the mean by the bootstrap; the same values give the same interval."""
    draw = random.Random(4)
    means = sorted(_mean(draw.choices(values, k=len(values))) for _ in range(RESAMPLES))
    return f"{means[RESAMPLES * 25 // 1000]:+.3f} to {means[RESAMPLES * 975 // 1000 - 1]:+.3f}"


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


if __name__ == "__main__":
    sys.exit(main())

"""Find the copies among texts by the path that the product takes: `--rows` and `--out` write each text's origin.

Without `--rows` the labelled origins of `--set FOLDER` are measured, if given; always 2,000 edited copies of the demo
world's texts with as many look-alikes.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from bench.copies import pairs
from bench.fold import by_set
from bench.fold_rows import rows
from bench.fold_score import bcubed, pairwise
from octavo.core.fold.origins import Origins, origin_key
from octavo.core.ids import ArticleId
from octavo.demo.world import load_world

FILES: Final = ("origins.jsonl.zst", "origins_ar_nc.jsonl.zst")


def origins_of(found: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Return the first text of the origin of each row, in one pass in their order."""
    origins = Origins()
    ids: dict[ArticleId, str] = {}
    placed: dict[str, str] = {}
    for number, row in enumerate(found):
        article_id = ArticleId(number)
        key = origin_key(row.get("text") or "")
        copy = origins.find(key)
        origin = origins.origin_of(copy) if copy else article_id
        origins.add(article_id, key, origin=origin)
        ids[article_id] = str(row["id"])
        placed[ids[article_id]] = ids[origin]
    return placed


def table(sets: Mapping[str, Sequence[Mapping[str, Any]]]) -> Table:
    """Return the figures of labelled sets, and what a text costs."""
    shown = Table("set", "texts", "origins", "found", "pairs P / R", "BCubed F1", "ms CPU")
    for name, found in sets.items():
        start = time.process_time()
        placed = origins_of(found)
        cost = (time.process_time() - start) * 1000 / len(found)
        gold = {str(row["id"]): str(row["origin"]) for row in found if row.get("origin") is not None}
        pairs_ = pairwise(gold, placed)
        shown.add_row(
            name, str(len(gold)), str(len(set(gold.values()))), str(len({placed[i] for i in gold})),
            f"{100 * pairs_.precision:.1f} / {100 * pairs_.recall:.1f}", f"{100 * bcubed(gold, placed).f1:.1f}",
            f"{cost:.2f}",
        )  # fmt: skip
    return shown


def edited(number: int) -> Table:
    """Return how many edited copies are found, and how many look-alikes are taken for copies."""
    texts = [row.version(0).paragraphs for row in load_world().rows]
    taken: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    copies: set[str] = set()
    for pair in pairs(texts, number):
        origins = Origins()
        origins.add(ArticleId(1), origin_key(pair.first), origin=ArticleId(1))
        asked[pair.kind] += 1
        taken[pair.kind] += origins.find(origin_key(pair.second)) is not None
        if pair.is_copy:
            copies.add(pair.kind)
    shown = Table("made by", "is a copy", "pairs", "taken for one")
    for kind in asked:
        shown.add_row(kind, "yes" if kind in copies else "no", str(asked[kind]), str(taken[kind]))
    right = sum(taken[kind] for kind in copies)
    shown.add_row(
        "all", "", str(asked.total()),
        f"precision {100 * right / max(1, taken.total()):.1f}, recall {100 * right / sum(asked[kind] for kind in copies):.1f}",
    )  # fmt: skip
    return shown


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench."""
    parser = argparse.ArgumentParser(prog="bench.origins", description=__doc__)
    parser.add_argument("--rows", type=Path, help="a file of rows: id, text, set")
    parser.add_argument("--out", type=Path, help="where to write each row's origin")
    parser.add_argument("--set", type=Path, metavar="FOLDER", help="the folder of the labelled origins")
    parser.add_argument("--copies", type=int, default=2_000, help="edited copies to make (2000)")
    options = parser.parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 120)
    if options.rows is not None:
        sets = by_set(rows(options.rows))
        if options.out is None:
            console.print(table(sets))
            return 0
        with options.out.open("w", encoding="utf-8") as lines:
            for found in sets.values():
                for i, origin in origins_of(found).items():
                    lines.write(json.dumps({"id": i, "origin": origin}) + "\n")
        return 0
    if options.set is not None:
        console.print(table(by_set(row for name in FILES for row in rows(options.set / name))))
    console.print(edited(options.copies))
    return 0


if __name__ == "__main__":
    sys.exit(main())

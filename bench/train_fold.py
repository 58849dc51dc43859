"""Train the fold's decision from labelled stories, and print what it reaches where it has not looked.

The folder is run over the sets as it would run on the news, with the stories that it has made itself, right or wrong; each
candidate it meets is a row to learn from. A first rule gives the first rows, each model the next ones. `--nc` adds a set
that may not be shipped, prints its figures and writes nothing.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.boosting import Rows, fit
from bench.fold_rows import Report, demo_rows, described, rows
from bench.fold_score import bcubed
from octavo.core.fold import decision
from octavo.core.fold.decision import Model, parse_model
from octavo.core.fold.window import Candidate, Evidence, Window
from octavo.core.ids import StoryId

TREES: Final = 40
DEPTH: Final = 3
RATE: Final = 0.2
ROUNDS: Final = 3
BAR: Final = 0.5
BAR_OF_SHORT: Final = 0.33

MODEL: Final = Path(decision.__file__).with_name(decision.FILE)
# Likenesses can only speak for a join, silence only against it; what is not named here may do both.
_SIGNS: Final[Mapping[str, int]] = {
    **dict.fromkeys(Evidence._fields, 1),
    "silence": -1,
    "apart": -1,
    "size": 0,
    "same_language": 0,
}
_HARD: Final = 7_000
"""Rows of a set that the last model did not find easy, and"""
_EASY: Final = 2_333
"""rows that it did; more are drawn from, and those drawn count for all."""
_NOT_EASY: Final = 0.05

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "the best of several reports": ("nearest", "near", "lead"),
    "the core of the story": ("core",),
    "titles and texts apart": ("titles", "texts", "told"),
    "names": ("names", "crossing", "crossing_lead"),
    "sounds of names": ("sounds",),
    "places and numbers": ("places", "numbers"),
    "words that point to a story": ("pointing", "pointing_lead", "keyword", "keywords"),
    "how much is shared": ("mass", "rarest"),
    "time": ("silence", "apart"),
    "size": ("size",),
}
"""What is left out in turn to see what it is worth."""

_ABLATED: Final = 4_000
"""Reports of the largest set that takes part in this: a larger one would take an hour."""

Sets = Mapping[str, Sequence[Report]]
Chance = Callable[[Evidence], float]


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate that the folder met."""

    evidence: Evidence
    is_right: bool
    chance: float
    """What the folder's rule gave it then."""
    half: int
    """Which half of the events the article is of."""


def half_of(event: str) -> int:
    """Return 0 or 1, always the same for one event."""
    return zlib.crc32(event.encode()) >> 4 & 1


def first_rule(evidence: Evidence) -> float:
    """Return a chance by words and silence alone: a rule to begin with."""
    words = max((evidence.nearest + evidence.core) / 2, 0.8 * evidence.nearest)
    return min(1.0, (0.85 * words + 0.15 * evidence.names) * exp(-evidence.silence / 200) / 0.54)


def run(
    reports: Sequence[Report], chance: Chance, *, bars: tuple[float, float], met: list[Example] | None = None
) -> dict[str, str]:
    """Fold *reports* by a rule and return their stories; each candidate of a labelled one is added to *met*."""
    window = Window()
    events: defaultdict[StoryId, Counter[str]] = defaultdict(Counter)
    placed: dict[str, str] = {}
    last = 0
    for report in reports:
        candidates = [] if report.features.is_roundup else window.candidates(report.features, at=report.at)
        chances = [chance(one.evidence) for one in candidates]
        story = _best(candidates, chances, bars[not (report.features.title and report.features.body)])
        if story is None:
            story = StoryId(last := last + 1)
        if report.event is not None:
            if met is not None:
                met += _examples(report.event, candidates, chances, events)
            events[story][report.event] += 1
        window.add(story, report.features, at=report.at)
        placed[report.id] = str(story)
    return placed


def _best(candidates: Sequence[Candidate], chances: Sequence[float], bar: float) -> StoryId | None:
    if not candidates:
        return None
    best = max(range(len(chances)), key=lambda n: (chances[n], -n))
    return candidates[best].story if chances[best] >= bar else None


def _examples(
    event: str,
    candidates: Sequence[Candidate],
    chances: Sequence[float],
    events: Mapping[StoryId, Counter[str]],
) -> list[Example]:
    """Return the candidates whose own event is known: that of most of their reports."""
    return [
        Example(one.evidence, events[one.story][event] * 2 > total, chance, half_of(event))
        for one, chance in zip(candidates, chances, strict=True)
        if (total := events[one.story].total())
    ]


def learn(examples: Mapping[str, Sequence[Example]]) -> Model:
    """Return a model of *examples*; each set counts alike, and the same examples give the same model."""
    random = Random(1)
    chosen: list[tuple[Example, float]] = []
    for name in sorted(examples):
        of_set = examples[name]
        hard = [e for e in of_set if e.is_right or e.chance > _NOT_EASY]
        easy = [e for e in of_set if not (e.is_right or e.chance > _NOT_EASY)]
        for part, most in ((hard, _HARD), (easy, _EASY)):
            drawn = random.sample(part, min(len(part), most))
            chosen += [(e, _share(len(of_set)) * len(part) / len(drawn)) for e in drawn]
    start, trees = fit(
        Rows(
            list(zip(*(e.evidence for e, _ in chosen), strict=True)),
            [e.is_right for e, _ in chosen],
            [weight for _, weight in chosen],
        ),
        signs=[_SIGNS[name] for name in Evidence._fields], trees=TREES, depth=DEPTH, rate=RATE,
    )  # fmt: skip
    return Model(start, trees, BAR, BAR_OF_SHORT)


def _share(examples: int) -> float:
    """Return what one of so many examples weighs: sets count alike, but a small one is not worth as much as a large one."""
    return 5_000 / (examples + 1_000)


def gather(sets: Sets) -> dict[str, list[Example]]:
    """Return what the folder meets in *sets*: by the first rule, and by what it then learns."""
    met: dict[str, list[Example]] = {name: [] for name in sets}
    chance, bars = first_rule, (0.5, 0.5)
    for _ in range(ROUNDS):
        for name, reports in sets.items():
            run(reports, chance, bars=bars, met=met[name])
        model = learn(met)
        chance, bars = model.chance, (model.bar, model.bar_of_short)
    return met


def figure(reports: Sequence[Report], model: Model, *, half: int | None = None) -> float:
    """Return BCubed F1 of a set, or of one half of its events; the folder sees all reports."""
    placed = run(reports, model.chance, bars=(model.bar, model.bar_of_short))
    return _f1(reports, placed, half)


def _f1(reports: Sequence[Report], placed: Mapping[str, str], half: int | None) -> float:
    gold = {r.id: r.event for r in reports if r.event is not None}
    return bcubed(gold, placed, of={event for event in gold.values() if half in (None, half_of(event))}).f1


def unseen(sets: Sets, met: Mapping[str, Sequence[Example]]) -> dict[str, tuple[float, float]]:
    """Return for each set its figure by models of the other half of all events, and by a model of the other sets."""
    halves = [learn({n: [e for e in ex if e.half == half] for n, ex in met.items()}) for half in (0, 1)]
    found: dict[str, tuple[float, float]] = {}
    for name, reports in sets.items():
        by_half = sum(figure(reports, halves[1 - half], half=half) for half in (0, 1)) / 2
        others = learn({other: examples for other, examples in met.items() if other != name})
        found[name] = (by_half, figure(reports, others))
    return found


def ablated(sets: Sets, met: Mapping[str, Sequence[Example]]) -> dict[str, float]:
    """Return the mean figure on the other half of the events, with all features and without each group of them in turn."""
    return {name: _without(sets, met, GROUPS.get(name, ())) for name in ("nothing", *GROUPS)}


def _without(sets: Sets, met: Mapping[str, Sequence[Example]], names: Sequence[str]) -> float:
    blank = dict.fromkeys(names, 0.0)
    total = 0.0
    for half in (0, 1):
        model = learn(
            {
                name: [replace(e, evidence=e.evidence._replace(**blank)) for e in examples if e.half == half]
                for name, examples in met.items()
            }
        )
        for reports in sets.values():
            placed = run(reports, _blind(model, blank), bars=(model.bar, model.bar_of_short))
            total += _f1(reports, placed, 1 - half)
    return total / (2 * len(sets))


def _blind(model: Model, blank: Mapping[str, float]) -> Chance:
    return lambda evidence: model.chance(evidence._replace(**blank))


def load(paths: Sequence[Path], *, without: tuple[Collection[str], Collection[str]]) -> tuple[Sets, int]:
    """Return the reports of labelled files by set, and how many were dropped for their text or their event."""
    sets: defaultdict[str, list[Report]] = defaultdict(list)
    dropped = 0
    for row in (row for path in paths for row in rows(path)):
        if _text(row) in without[0] or row.get("event") in without[1]:
            dropped += 1
        else:
            sets[row["set"]].append(described(row))
    return sets, dropped


def _text(row: Mapping[str, Any]) -> str:
    return " ".join((row.get("text") or row.get("title") or "").split()).casefold()


def write(model: Model, reached: Mapping[str, float], path: Path) -> None:
    """Write a model with the figures that it reached; the same model gives the same bytes."""
    stored = {
        "features": Evidence._fields, "bar": model.bar, "bar_of_short": model.bar_of_short, "start": model.start,
        "reached": {name: round(100 * f1, 1) for name, f1 in reached.items()},
    }  # fmt: skip
    lines = [f" {json.dumps(name)}: {json.dumps(value)}," for name, value in stored.items()]
    trees = ",\n".join(f"  {json.dumps(tree)}" for tree in model.trees)
    path.write_text("{\n" + "\n".join(lines) + f'\n "trees": [\n{trees}\n ]\n}}\n', encoding="utf-8")
    parse_model(json.loads(path.read_text(encoding="utf-8")))


def main(argv: Sequence[str] | None = None) -> int:
    """Train, print and write."""
    parser = argparse.ArgumentParser(prog="bench.train_fold", description=__doc__)
    parser.add_argument(
        "--set", type=Path, required=True, metavar="FOLDER", help="the folder of the labelled stories"
    )
    parser.add_argument(
        "--nc", action="store_true", help="learn from the set that may not be shipped too; write nothing"
    )
    parser.add_argument("--unseen", action="store_true", help="print the figures by half and by set too")
    parser.add_argument(
        "--ablate", action="store_true", help="print what each group of features is worth in the smaller sets"
    )
    parser.add_argument("--out", type=Path, default=MODEL)
    options = parser.parse_args(argv)
    demo = demo_rows()
    paths = [
        options.set / "stories.jsonl.zst",
        *([options.set / "stories_ar_nc.jsonl.zst"] if options.nc else []),
    ]
    without = ({_text(row) for row in demo}, {row["event"] for row in demo if row["event"]})
    sets, dropped = load(paths, without=without)
    print(f"{dropped} rows dropped: their text or event is in the demo world", flush=True)
    met = gather(sets)
    print("examples:", {name: len(examples) for name, examples in met.items()}, flush=True)
    model = learn(met)
    reached = {name: figure(reports, model) for name, reports in sets.items()}
    for name, f1 in reached.items():
        print(f"{name:22} {100 * f1:5.1f} where it has learned", flush=True)
    if not options.nc:
        write(model, reached, options.out)
    if options.unseen:
        for name, (by_half, by_set) in unseen(sets, met).items():
            print(f"{name:22} {100 * by_half:5.1f} other events {100 * by_set:5.1f} other sets", flush=True)
    if options.ablate:
        small = {name: reports for name, reports in sets.items() if len(reports) <= _ABLATED}
        for name, f1 in ablated(small, {name: met[name] for name in small}).items():
            print(f"without {name:30} {100 * f1:5.1f} other events", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

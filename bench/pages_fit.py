"""Work out the points of the scorecards that tell which blocks of a page are its article, from pages whose text is known.

`--set FOLDER` is a folder of labelled pages with its own `score.py`. What is printed is measured on hosts that the points were
not worked out on: the hosts fall into five parts, and each part is judged by points from the four others. `--out FILE` then
writes `octavo/core/pages/body/points.py`, worked out from all parts. The same pages give the same points.
"""

import argparse
import hashlib
import random
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from pathlib import Path
from typing import Any, Final

from bench.pages_set import LabelledPage, load_set
from octavo.core.errors import PageError
from octavo.core.pages.body import context, evidence, second
from octavo.core.pages.body.blocks import Block, Page, read_blocks
from octavo.core.pages.body.scorecard import HUNDREDTHS, LIKELY_ENOUGH, Sheet, likelihood, write_points
from octavo.core.pages.body.statement import stated, words_of
from octavo.core.pages.cleaning import letters_of
from octavo.core.pages.decoding import decode
from octavo.core.pages.tree import parse

PARTS: Final = 5
ROUNDS: Final = 6
STEP: Final = 0.15
RIDGE: Final = 3e-4
"""How strongly points are drawn to nothing: the share of blocks, of average weight, that ask for none."""
RUN: Final = 24
"""Letters in a row that a block must share with the labelled text, over most of its length, to belong to it."""
SURE: Final = 0.05
"""Open letters for each letter of the article from which a page teaches how to use a second opinion."""

HEADER: Final = (
    '"""The points of the scorecards, as `python -m bench.pages_fit` writes them. Not edited by hand."""\n\n'
    "from typing import Final\n\n"
)


@dataclass(slots=True)
class Lesson:
    """One page: its blocks, which of them are the article's, and how much each counts."""

    labels: Any
    page: Page
    seen: list[list[int]]
    statement: str
    opinions: tuple[str, str]
    part: int
    wanted: list[bool]
    weight: list[float]
    marks: list[list[int]] = field(default_factory=list)
    likely: list[float] = field(default_factory=list)


def main(argv: Sequence[str] | None = None) -> int:
    """Work out the points, print how they do on unseen hosts, and write them."""
    parser = argparse.ArgumentParser(prog="bench.pages_fit", description=__doc__)
    parser.add_argument("--set", type=Path, metavar="FOLDER", help="a folder of labelled pages (the demo's)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write the points")
    parser.add_argument("--limit", type=int, default=0, help="so many pages only (all)")
    options = parser.parse_args(argv)
    pages = load_set(options.set, limit=options.limit)
    lessons = [lesson for page in pages.pages if (lesson := learn(page)) is not None]
    print(f"{pages.told}; {len(lessons)} have a body")
    tables = [
        _card("EVIDENCE", evidence.SHEET, lessons, _first_marks),
        _card("CONTEXT", context.SHEET, lessons, _second_marks),
        _card("SECOND", second.SHEET, [one for one in lessons if _teaches_doubt(one)], _third_marks),
    ]
    print(f"F1 on hosts that were not learned from: {measure(lessons, pages.score):.4f}")
    if options.out:
        options.out.write_text(HEADER + "\n".join(tables) + "\n")
    return 0


def learn(page: LabelledPage) -> Lesson | None:
    """Return what a page teaches, or None if its text is not known or it cannot be read."""
    if not page.labels.get("text"):
        return None
    try:
        tree = parse(decode(page.html, content_type="text/html"))
    except PageError:
        return None
    blocks = read_blocks(tree)
    if not blocks.blocks:
        return None
    known = letters_of(page.labels["text"])
    optional = letters_of(page.labels.get("optional") or "")
    wanted = [_is_of(block, known) for block in blocks.blocks]
    size = sum(block.letters for block, yes in zip(blocks.blocks, wanted, strict=True) if yes) or 1
    weight = [
        0.0 if not yes and _is_open(block, known + optional) else min(block.letters / size, 0.5) + 0.002
        for block, yes in zip(blocks.blocks, wanted, strict=True)
    ]
    return Lesson(
        labels=page.labels,
        page=blocks,
        seen=evidence.see(blocks, title=tree.findtext(".//title") or ""),
        statement=words_of(stated(tree)),
        opinions=second.ask(tree),
        part=int(hashlib.sha256(str(page.labels["host"]).encode()).hexdigest(), 16) % PARTS,
        wanted=wanted,
        weight=weight,
    )


def _is_of(block: Block, known: str) -> bool:
    """Say whether most of a block stands in the known text; one shorter than a run must stand there whole and not by chance."""
    own = letters_of(block.text)
    if len(own) <= RUN:
        return len(own) > RUN // 2 and own in known
    starts = range(0, len(own) - RUN + 1, RUN // 2)
    return sum(own[start : start + RUN] in known for start in starts) * 2 > len(starts)


def _is_open(block: Block, known: str) -> bool:
    """Say whether nothing can be told: a few words that stand in the text, perhaps by chance, or a part that is optional."""
    own = letters_of(block.text)
    return not own or (own in known)


def _first_marks(lesson: Lesson) -> list[list[int]]:
    return [evidence.mark(block, seen) for block, seen in zip(lesson.page.blocks, lesson.seen, strict=True)]


def _second_marks(lesson: Lesson) -> list[list[int]]:
    # Blocks that are settled teach as well: without them, all that is looked at again is hard, and doubt grows.
    return context.look_again(
        lesson.page, lesson.seen, lesson.likely, statement=lesson.statement, settled=0.0
    )


def _third_marks(lesson: Lesson) -> list[list[int]]:
    return second.weigh_opinions(lesson.page.blocks, lesson.likely, lesson.opinions)


def _teaches_doubt(lesson: Lesson) -> bool:
    taken = sum(p * block.letters for p, block in zip(lesson.likely, lesson.page.blocks, strict=True))
    open_ = sum(min(p, 1 - p) * b.letters for p, b in zip(lesson.likely, lesson.page.blocks, strict=True))
    return open_ > SURE * taken


def _card(
    name: str, sheet: Sheet, lessons: Sequence[Lesson], look: Callable[[Lesson], list[list[int]]]
) -> str:
    """Work out one card; leave in each lesson the likelihoods that points from other hosts give it."""
    for lesson in lessons:
        lesson.marks = look(lesson)
    for part in range(PARTS):
        points = work_out([lesson for lesson in lessons if lesson.part != part], sheet.size)
        for lesson in lessons:
            if lesson.part == part and (sheet is not second.SHEET or _is_doubtful(lesson)):
                lesson.likely = [
                    likelihood(HUNDREDTHS * sum(points[m] for m in marks)) for marks in lesson.marks
                ]
    rounded = [round(HUNDREDTHS * point) for point in work_out(lessons, sheet.size)]
    print(
        f"{name.lower()} worked out from {sum(len(lesson.marks) for lesson in lessons)} blocks",
        file=sys.stderr,
    )
    return f'{name}: Final = """\n' + "\n".join(write_points(rounded, sheet)) + '\n"""'


def judged(lesson: Lesson, points: Sequence[float]) -> list[float]:
    """Return the likelihoods that *points* give; a block without marks has none."""
    return [
        likelihood(HUNDREDTHS * sum(points[m] for m in marks)) if marks else 0.0 for marks in lesson.marks
    ]


def _is_doubtful(lesson: Lesson) -> bool:
    return second.is_doubtful(lesson.page.blocks, lesson.likely)


def work_out(lessons: Sequence[Lesson], size: int) -> list[float]:
    """Return the points that make the known answers likeliest: logistic regression, drawn to small numbers, by Adagrad."""
    rows = [
        (array("i", marks), wanted, weight)
        for lesson in lessons
        for marks, wanted, weight in zip(lesson.marks, lesson.wanted, lesson.weight, strict=True)
        if weight and marks
    ]
    mean = sum(weight for *_, weight in rows) / max(len(rows), 1)
    counts = Counter(mark for marks, *_ in rows for mark in marks)
    pull = [RIDGE * len(rows) / max(counts[mark], 1) for mark in range(size)]
    points, steepness = [0.0] * size, [1.0] * size
    draw = random.Random(4)
    for _ in range(ROUNDS):
        draw.shuffle(rows)
        for marks, wanted, weight in rows:
            miss = (likelihood(HUNDREDTHS * sum([points[m] for m in marks])) - wanted) * weight / mean
            for m in marks:
                slope = miss + pull[m] * points[m]
                steepness[m] += slope * slope
                points[m] -= STEP * slope / sqrt(steepness[m])
    return points


def measure(lessons: Sequence[Lesson], score: Callable[[Any, Any], Any]) -> float:
    """Return the mean F1 of what the likelihoods left in the lessons take."""
    total = 0.0
    for lesson in lessons:
        taken = [b.text for b, p in zip(lesson.page.blocks, lesson.likely, strict=True) if p >= LIKELY_ENOUGH]
        total += score(lesson.labels, {"text": "\n".join(dict.fromkeys(taken))})["f1"]
    return total / max(len(lessons), 1)


if __name__ == "__main__":
    sys.exit(main())

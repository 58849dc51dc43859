"""Count how common words are before the first article comes: in headlines first seen before 1 May 2020, and in no later ones.

Only counts leave this program: how many of 4,000 reports of a language have a word, for words that at least one in 4,000 has.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from bench.corpora import rows
from octavo.core.fold import words
from octavo.core.fold.represent import represent

BEFORE: Final = "2020-05-01"
SCALE: Final = 4_000
STEP: Final = 2
"""Every other row is counted: more change no count by much."""

TABLE: Final = Path(words.__file__).with_name("experience.tsv")


def count(found: Iterable[dict[str, Any]]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """Return how many rows of each language were counted, and how many of them have each word."""
    seen: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    frequency: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in found:
        language = row["lang"]
        seen[language] += row["first_seen"] < BEFORE
        if row["first_seen"] >= BEFORE or seen[language] % STEP:
            continue
        features = represent(row.get("title") or "", row.get("text") or "", entities=(), language=language)
        articles[language] += 1
        frequency[language].update({*features.title, *features.body})
    return articles, dict(frequency)


def table(articles: Counter[str], frequency: dict[str, Counter[str]]) -> str:
    """Return the table that the program comes with: language, count, and the words with that count."""
    lines: list[str] = []
    for language in sorted(articles):
        lines.append(f"{language}\t{SCALE}\t*")
        by_count: defaultdict[int, list[str]] = defaultdict(list)
        for word, times in frequency[language].items():
            by_count[round(times * SCALE / articles[language])].append(word)
        lines += [
            f"{language}\t{n}\t{' '.join(sorted(by_count[n]))}" for n in sorted(by_count, reverse=True) if n
        ]
    return "\n".join(lines) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Count and write."""
    parser = argparse.ArgumentParser(prog="bench.fold_experience", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, default=TABLE)
    options = parser.parse_args(argv)
    articles, frequency = count(rows(options.corpora, "headlines_2020_250k"))
    print(f"rows counted: {dict(articles)}")
    options.out.write_text(table(articles, frequency), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

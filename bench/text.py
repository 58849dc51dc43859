"""How well texts are described: language, sentences, entities, sections; and what a 500-word article costs, step by step.

`--set FOLDER` reads the shared corpora; without it the demo world is read, and the first line says so. Then nothing is
known of linked names, and languages are those that the outlets state. Entities are counted on two halves of the editors'
texts: rules were looked at on the even ones only.
"""

import argparse
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from bench import sentences as written
from bench.corpora import Sample, articles, demo, edited, short_texts
from octavo.core.text.annotate import annotate
from octavo.core.text.entities import entities
from octavo.core.text.language import base_language, detect
from octavo.core.text.search import search_text
from octavo.core.text.section import section_of_text
from octavo.core.text.sentences import sentences

LONGEST: Final = 80
"""Characters of the texts whose language is told."""
MACRO: Final = ["ru", "en", "zh", "pt", "fr", "id", "uk", "pl", "ar", "th", "no", "ko", "fa", "uz", "be", "sv", "fi", "ro", "ur", "ta"]
_TIMED: Final = 150
_WORDS: Final = range(450, 551)
_FOLDERS: Final = {
    "entertainment": {"culture"}, "sports": {"sport"}, "health": {"health"}, "technology": {"technology"},
    "science": {"science"}, "business": {"business"},
}  # fmt: skip
_CATEGORIES: Final = {
    "Sports": {"sport"}, "Disasters and accidents": {"disasters"}, "Politics and elections": {"politics"},
    "Business and economy": {"business"}, "Science and technology": {"science", "technology"},
    "Health and environment": {"health", "climate"}, "Arts and culture": {"culture"},
    "Armed conflicts and attacks": {"world"}, "International relations": {"world", "politics"},
}  # fmt: skip


@dataclass(slots=True)
class Recall:
    """How many linked names were found."""

    texts: int = 0
    wanted: int = 0
    exact: int = 0
    overlap: int = 0
    names: int = 0

    def add(self, sample: Sample) -> None:
        """Count one text: an exact name is written or shown as the link is titled, an overlapping one has it or is in it."""
        found = entities(sample.text, sample.title, sample.language)
        got = {e.name for e in found} | {e.span.of(sample.text) for e in found if e.span is not None}
        self.texts += 1
        self.names += len(found)
        for name in wanted_names(sample):
            self.wanted += 1
            self.exact += name in got
            self.overlap += any(name in one or one in name for one in got)


def wanted_names(sample: Sample) -> list[str]:
    """Return the linked titles that begin with a capital and that the text has word for word."""
    return [
        title
        for title in sample.linked
        if title[:1].isupper() and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", sample.text)
    ]


def entities_table(samples: Sequence[Sample]) -> Table:
    """Return the recall of linked names on both halves."""
    table = Table("entities", "texts", "linked names", "exact", "overlap", "names a text", title="Entities")
    for name, half in (("looked at", samples[::2]), ("not looked at", samples[1::2]), ("both", samples)):
        recall = Recall()
        for sample in half:
            recall.add(sample)
        table.add_row(
            name, str(recall.texts), str(recall.wanted), _ratio(recall.exact, recall.wanted),
            _ratio(recall.overlap, recall.wanted), f"{recall.names / max(1, recall.texts):.2f}",
        )  # fmt: skip
    return table


def language_table(samples: Iterable[Sample]) -> Table:
    """Return how often the language of a short text is told right: for each, and the mean over 20 languages."""
    right: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for sample in samples:
        stated = base_language(sample.language)
        told = detect(sample.text[:LONGEST])
        texts[stated] += 1
        right[stated] += told == stated
        taken[stated][told] += told != stated
    asked = [language for language in MACRO if texts[language]] or sorted(texts)
    table = Table(
        "language", "texts", "right", "mostly taken for", title=f"Languages of texts of {LONGEST} characters"
    )
    mean = sum(right[language] / texts[language] for language in asked) / max(1, len(asked))
    table.add_row(f"mean of {len(asked)}", str(sum(texts[language] for language in asked)), f"{mean:.3f}", "")
    for language in sorted(asked, key=lambda one: (right[one] / texts[one], one))[:8]:
        wrong = taken[language].most_common(1)
        table.add_row(
            language,
            str(texts[language]),
            _ratio(right[language], texts[language]),
            wrong[0][0] if wrong else "",
        )
    return table


def sentences_table() -> Table:
    """Return how many boundaries of the written cases are found, by language."""
    table = Table("language", "cases", "wholly right", "F1", title="Sentences of the written cases")
    for name, path in (("", written.CASES), (", not tuned", written.BLIND)):
        for language, found in written.measure(written.cases(path)).items():
            table.add_row(f"{language}{name}", str(found.cases), str(found.whole), f"{found.f1:.3f}")
    return table


def sections_table(named: Iterable[tuple[str, Iterable[Sample], Mapping[str, set[str]]]]) -> Table:
    """Return how often a text's own words tell the section that its source states."""
    table = Table("set", "texts", "told", "right where told", "mostly wrong", title="Sections by words alone")
    for name, samples, meant in named:
        texts = told = right = 0
        wrong: Counter[str] = Counter()
        for sample in samples:
            wanted = meant.get(sample.section.partition("/")[0])
            if wanted is None:
                continue
            texts += 1
            found = section_of_text(sample.title, sample.text, sample.language)
            told += found != "general"
            right += found in wanted
            if found != "general" and found not in wanted:
                wrong[f"{min(wanted)} as {found}"] += 1
        table.add_row(
            name,
            str(texts),
            _ratio(told, texts),
            _ratio(right, told),
            (wrong.most_common(1) or [("", 0)])[0][0],
        )
    return table


def cost_table(samples: Sequence[Sample]) -> Table:
    """Return the CPU time of each step for an article; later steps find tokens and sentences that earlier ones left."""
    steps: tuple[tuple[str, Callable[[Sample], object]], ...] = (
        ("language", lambda s: detect(f"{s.title}\n{s.text}")),
        ("sentences", lambda s: sentences(s.text, s.language)),
        ("search text", lambda s: (search_text(s.title), search_text(s.text))),
        ("entities", lambda s: entities(s.text, s.title, s.language)),
        ("section", lambda s: section_of_text(s.title, s.text, s.language)),
        ("all annotation", lambda s: annotate(s.title, s.text)),
    )
    table = Table("step", "ms CPU", title=f"Cost of an article of 450 to 550 words ({len(samples)})")
    for sample in samples[:20]:
        annotate(sample.title, sample.text)
    for name, step in steps:
        start = time.process_time()
        for sample in samples:
            step(sample)
        table.add_row(name, f"{(time.process_time() - start) / max(1, len(samples)) * 1000:.2f}")
    return table


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench and print its tables."""
    parser = argparse.ArgumentParser(prog="bench.text", description=__doc__)
    parser.add_argument("--set", type=Path, metavar="FOLDER", help="the folder of the shared corpora")
    parser.add_argument("--limit", type=int, default=6_000, help="headlines whose section is told (6000)")
    options = parser.parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 120)
    if options.set is None:
        console.print(
            "No --set was given: these are the texts of the demo world, of which no linked names are known."
        )
        samples = demo()
        stated = {name: {name.lower()} for name in {sample.section for sample in samples}}
        console.print(
            language_table(samples), sentences_table(), sections_table([("demo world", samples, stated)])
        )
        console.print(
            cost_table([s for s in samples if s.language == "en" and len(s.text.split()) in _WORDS])
        )
        return 0
    editors = edited(options.set)
    headlines = [s for s in articles(options.set, "headlines_2020_250k") if s.language == "en"]
    step = max(1, len(headlines) // options.limit)
    long = [s for s in articles(options.set, "fulltext_2018_en") if len(s.text.split()) in _WORDS]
    console.print(entities_table(editors), language_table(short_texts(options.set)), sentences_table())
    console.print(
        sections_table(
            [("headlines 2020", headlines[::step], _FOLDERS), ("current events 2026", editors, _CATEGORIES)]
        ),
        cost_table(long[:: max(1, len(long) // _TIMED)][:_TIMED]),
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Hashtags of 1,000 articles: are they shared, do they name what the text names, has each thing one spelling?

`--set FOLDER` reads the shared corpora; without it the demo world is read, and the first line says so. Each set is taken
at even distances, so that the same articles are read each time. `--read N` prints the tags of N articles, to be read by a person.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

from bench.corpora import Sample, articles, demo, edited, short_texts
from octavo.core.text.annotate import Annotations, annotate
from octavo.core.text.gazetteer import gazetteer
from octavo.core.text.hashtags import Hashtag, crowded, hashtag, without_crowded
from octavo.core.text.search import search_text

ARTICLES: Final = 1_000
_SHARES: Final = (
    ("current_events_2026", 0.35),
    ("fulltext_2018_en", 0.25),
    ("headlines_2020_250k", 0.2),
    ("week_2016_fulltext", 0.1),
    ("in_the_news_55_languages", 0.1),
)


@dataclass(slots=True)
class Tally:
    """What was counted of one set."""

    articles: int = 0
    uses: Counter[str] = field(default_factory=Counter)
    """Articles by hashtag."""
    per_article: Counter[int] = field(default_factory=Counter)
    naming: int = 0
    """Uses whose words or key the entities of their text have."""
    linked: int = 0
    """Uses in texts with linked names, and of these the ones that match one wholly or in part."""
    exact: int = 0
    partial: int = 0
    spellings: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """The labels of each thing, by language and key (or folded name)."""
    shown: list[tuple[Sample, tuple[Hashtag, ...]]] = field(default_factory=list)

    def add(self, sample: Sample, made: Annotations, tags: tuple[Hashtag, ...]) -> None:
        """Count the hashtags that a text is shown with."""
        self.articles += 1
        self.per_article[len(tags)] += 1
        self.shown.append((sample, tags))
        named = {entity.key for entity in made.entities} | {
            own.tag for entity in made.entities if (own := hashtag(entity.name))
        }
        for tag in tags:
            self.uses[tag.tag] += 1
            self.naming += tag.key in named or tag.tag in named
            self.spellings[made.language, tag.key or tag.tag].add(tag.label)
            if sample.linked:
                self.linked += 1
                is_exact, is_partial = matches(tag, sample.linked)
                self.exact += is_exact
                self.partial += is_exact or is_partial

    def row(self, name: str) -> list[str]:
        """Return the set's line of the table."""
        uses = sum(self.uses.values())
        shared = sum(count for count in self.uses.values() if count > 1)
        top, most = (self.uses.most_common(1) or [("", 0)])[0]
        one = sum(len(labels) == 1 for labels in self.spellings.values())
        few = sum(self.per_article[number] for number in range(3, 9))
        return [
            name, str(self.articles), f"{uses / self.articles:.1f}", _share(few, self.articles), _share(shared, uses),
            _share(sum(count > 1 for count in self.uses.values()), len(self.uses)), _share(self.naming, uses),
            _share(self.exact, self.linked), _share(self.partial, self.linked), _share(one, len(self.spellings)),
            f"{most / self.articles:.1%} {top}",
        ]  # fmt: skip


def matches(tag: Hashtag, linked: Iterable[str]) -> tuple[bool, bool]:
    """Say whether *tag* is one of the *linked* names (or the same thing by another name), and whether it is a part of one."""
    names = gazetteer("en").names.known
    tags = {own.tag for title in linked if (own := hashtag(title))}
    known = {names[form].key for title in linked if (form := search_text(title)) in names}
    is_exact = tag.tag in tags or tag.key in known
    joined = ["".join(search_text(title).split()) for title in linked]
    return is_exact, any(tag.tag in title or title in tag.tag for title in joined if title)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def evenly(samples: Sequence[Sample], wanted: int) -> Iterator[Sample]:
    """Yield *wanted* of the samples at even distances, all if there are no more."""
    step = max(1.0, len(samples) / max(1, wanted))
    yield from (samples[int(n * step)] for n in range(min(wanted, len(samples))))


def sets(folder: Path | None, wanted: int) -> Iterator[tuple[str, list[Sample]]]:
    """Yield the name and the samples of each set, *wanted* in all."""
    if folder is None:
        yield "demo world", list(evenly(demo(), wanted))
        return
    for name, share in _SHARES:
        number = round(wanted * share)
        if name.startswith("current_events"):
            yield name, list(evenly(edited(folder), number))
        elif name.startswith("in_the_news"):
            texts = [
                sample for sample in short_texts(folder) if sample.language in ("en", "ar", "fr", "de", "es")
            ]
            yield name, list(evenly(texts, number))
        else:
            yield name, list(evenly([s for s in articles(folder, name) if s.language == "en"], number))


def measure(named: Iterable[tuple[str, list[Sample]]]) -> tuple[Tally, list[tuple[str, Tally]], list[str]]:
    """Return what was counted over all sets and of each, and the crowded tags with their share, which no article shows."""
    made = [(name, [(sample, _annotated(sample)) for sample in samples]) for name, samples in named]
    uses = Counter(tag.tag for _, pairs in made for _, one in pairs for tag in one.hashtags)
    articles_ = sum(len(pairs) for _, pairs in made)
    too_many = crowded(uses, articles_)
    whole, tallies = Tally(), []
    for name, pairs in made:
        tally = Tally()
        for sample, one in pairs:
            tags = without_crowded(one.hashtags, too_many)
            tally.add(sample, one, tags)
            whole.add(sample, one, tags)
        tallies.append((name, tally))
    return whole, tallies, [f"{tag} {uses[tag] / articles_:.1%}" for tag in sorted(too_many)]


def _annotated(sample: Sample) -> Annotations:
    return annotate(sample.title, sample.text, language_hint=sample.language, outlet=sample.source)


def table_of(tallies: Iterable[tuple[str, Tally]]) -> Table:
    """Return the table of all sets."""
    table = Table(
        "set", "articles", "tags each", "3 to 8", "uses shared", "tags shared", "name an entity", "linked", "in part",
        "one spelling", "most used",
    )  # fmt: skip
    for name, tally in tallies:
        table.add_row(*tally.row(name))
    return table


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench and print its table."""
    parser = argparse.ArgumentParser(prog="bench.tags", description=__doc__)
    parser.add_argument("--set", type=Path, metavar="FOLDER", help="the folder of the shared corpora")
    parser.add_argument("--articles", type=int, default=ARTICLES, help=f"how many are read ({ARTICLES})")
    parser.add_argument("--read", type=int, default=50, help="print the tags of so many articles (50)")
    options = parser.parse_args(argv)
    console = Console(width=None if sys.stdout.isatty() else 180)
    if options.set is None:
        console.print("No --set was given: these are the texts of the demo world.")
    whole, tallies, dropped = measure(sets(options.set, options.articles))
    console.print(table_of([*tallies, ("all", whole)]))
    console.print(f"Left out of all as crowded: {', '.join(dropped) or 'none'}")
    step = max(1, len(whole.shown) // max(1, options.read))
    for sample, made in whole.shown[::step][: options.read]:
        head = (sample.title or sample.text)[:110].replace("\n", " ")
        console.print(
            f"{head}\n    {' '.join('#' + tag.label for tag in made)}", markup=False, highlight=False
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""How many feeds are read right: entries, titles, links and dates by suite, and the time for a real feed.

`python -m bench.feeds --set DIR` reads `suites.tar.zst` and `suites_manifest.jsonl.zst` in DIR; without it the
repository's own fixtures are read, and the first line says so. The judge is `bench.feeds_oracle`.
"""

import argparse
import json
import tarfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import zstandard
from rich.console import Console
from rich.table import Table

from bench import feeds_oracle as oracle
from octavo.core.errors import FeedError
from octavo.core.feeds import rss_atom
from octavo.core.feeds.charset import decode
from octavo.core.feeds.entry import Entry
from octavo.core.feeds.parse import parse_feed
from octavo.core.feeds.plain import LONGEST_TITLE
from octavo.core.feeds.straight import document as straight
from octavo.core.urls import parse_url

FIXTURES: Final = Path(__file__).parent.parent / "tests" / "core" / "feeds" / "fixtures"
_ADDRESS: Final = "http://feed.test/folder/feed.xml"
_FACTS: Final = ("entries", "titles", "links", "dates")


@dataclass(frozen=True, slots=True)
class File:
    """One file of a set."""

    name: str
    suite: str
    body: bytes
    real: bool = False


@dataclass(slots=True)
class Tally:
    """What was counted."""

    suites: dict[str, Counter[str]] = field(default_factory=dict)
    """By suite, for well-formed files with entries: how many, and in how many each fact is right."""
    broken: Counter[str] = field(default_factory=Counter)
    real: Counter[str] = field(default_factory=Counter)
    claims: Counter[str] = field(default_factory=Counter)
    straight: Counter[str] = field(default_factory=Counter)
    """How many are read straight from the tree, and how many of those feedparser reads to the same effect."""
    files: int = 0
    raised: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    real_seconds: float = 0.0


def shared_set(folder: Path) -> Iterator[File]:
    """Yield the files of the shared suites."""
    unpacker = zstandard.ZstdDecompressor()
    with (
        (folder / "suites_manifest.jsonl.zst").open("rb") as packed,
        unpacker.stream_reader(packed) as stream,
    ):
        rows = {row["path"]: row for row in map(json.loads, stream.read().splitlines())}
    with (
        (folder / "suites.tar.zst").open("rb") as packed,
        unpacker.stream_reader(packed) as stream,
        tarfile.open(fileobj=stream, mode="r|") as archive,
    ):
        for member in archive:
            row = rows.get(member.name.removeprefix("./"))
            content = archive.extractfile(member) if row and member.isfile() else None
            if row and content:
                yield File(row["path"], row["suite"], content.read(), real=row["real"])


def own_set() -> Iterator[File]:
    """Yield the repository's own fixtures."""
    for path in sorted(FIXTURES.iterdir()):
        if path.suffix in (".xml", ".rss", ".atom"):
            yield File(path.name, "own", path.read_bytes(), real=path.stem.startswith("whole"))


def count(files: Iterable[File]) -> Tally:
    """Read each file with the product and with the oracle, and count where they agree."""
    tally = Tally()
    for file in files:
        tally.files += 1
        entries = _read(file, tally)
        _count_straight(file, tally)
        expected = oracle.items(file.body, address=_ADDRESS)
        if expected is None:
            _count_broken(file, entries, tally)
        elif expected:
            _count_well_formed(file, entries, expected, tally)
            _count_claims(file, entries, tally)
    return tally


def _read(file: File, tally: Tally) -> tuple[Entry, ...]:
    """Return the product's entries; anything that it raises, other than that this is no feed, is a fault."""
    address = parse_url(_ADDRESS)
    assert address is not None
    began = time.process_time()
    try:
        return parse_feed(file.body, content_type="", address=address).entries
    except FeedError:
        return ()
    except Exception as error:  # the bench counts what must never happen
        tally.raised.append(f"{file.name}: {error!r}")
        return ()
    finally:
        if file.real:
            tally.real_seconds += time.process_time() - began


def _count_straight(file: File, tally: Tally) -> None:
    text = decode(file.body)
    start = rss_atom.ROOT.search(text)
    if start is None or straight.read(text[start.start() :]) is None:
        return
    address = parse_url(_ADDRESS)
    assert address is not None
    same = rss_atom.parse_rss_atom(text, address=address) == rss_atom.parse_any(text, address=address)
    tally.straight.update(["files", *(["same"] if same else [])])
    if not same:
        tally.wrong.append(f"straight {file.name}: not as feedparser reads it")


def _count_broken(file: File, entries: Sequence[Entry], tally: Tally) -> None:
    begun = oracle.count_broken(file.body)
    if not begun:
        return
    tally.broken.update(["files", *(["entries"] if len(entries) == begun else [])])
    if len(entries) != begun:
        tally.wrong.append(f"entries  {file.name}: {len(entries)}, {begun} begun (not well-formed)")
    if file.real:
        tally.real.update(["files", *(["right"] if len(entries) == begun else [])])


def _count_well_formed(
    file: File, entries: Sequence[Entry], expected: Sequence[oracle.Item], tally: Tally
) -> None:
    if len(entries) != len(expected):
        right = []
        tally.wrong.append(f"entries  {file.name}: {len(entries)}, expected {len(expected)}")
    else:
        pairs = list(zip(entries, expected, strict=True))
        right = ["entries"]
        for fact, judge in _JUDGES.items():
            wrong = next((pair for pair in pairs if not judge(*pair)), None)
            if wrong is None:
                right.append(fact)
            else:
                tally.wrong.append(f"{fact:8} {file.name}: {wrong[0].key[:60]}")
    tally.suites.setdefault(file.suite, Counter()).update(["files", *right])
    if file.real:
        tally.real.update(["files", *(["right"] if len(right) == len(_FACTS) else [])])


def _right_title(entry: Entry, expected: oracle.Item) -> bool:
    title = oracle.plain(entry.title)
    if len(title) >= LONGEST_TITLE - 1:
        return any(one.startswith(title.rstrip("…")[:100]) for one in expected.titles)
    return title in expected.titles or not expected.titles


def _right_link(entry: Entry, expected: oracle.Item) -> bool:
    return oracle.same_address(entry.url, expected.link)


def _right_date(entry: Entry, expected: oracle.Item) -> bool:
    return oracle.same_date(entry.published, expected.date)


_JUDGES: Final = {"titles": _right_title, "links": _right_link, "dates": _right_date}


def _count_claims(file: File, entries: Sequence[Entry], tally: Tally) -> None:
    """Count what the suites' authors wrote down by hand about a file's first entry."""
    for fact, value in oracle.claims(file.body):
        first = entries[0] if entries else None
        if fact == "link":
            right = first is not None and oracle.same_address(
                first.url, oracle.web_address(value, address=_ADDRESS)
            )
        else:
            right = first is not None and first.title in oracle.readings(value)
        tally.claims.update([f"{fact} claims", *([f"{fact} right"] if right else [])])
        if not right:
            tally.wrong.append(f"claim    {file.name}: {fact} is not {value[:60]!r}")


def _print(tally: Tally, console: Console, *, wrong: bool) -> None:
    table = Table("suite", "files", *_FACTS, title="Well-formed files with entries, right by the oracle")
    total: Counter[str] = Counter()
    for suite, counted in sorted(tally.suites.items(), key=lambda pair: -pair[1]["files"]):
        total += counted
        table.add_row(suite, str(counted["files"]), *(str(counted[fact]) for fact in _FACTS))
    shares = (f"{total[fact]} = {total[fact] / max(total['files'], 1):.2%}" for fact in _FACTS)
    table.add_row("all", str(total["files"]), *shares, style="bold")
    console.print(table)
    real, broken, claims = tally.real, tally.broken, tally.claims
    console.print(f"real feeds right in all four: {real['right']} of {real['files']}")
    console.print(f"not well-formed, all entries kept: {broken['entries']} of {broken['files']}")
    for fact in ("title", "link"):
        console.print(
            f"written in the files, first {fact}: {claims[f'{fact} right']} of {claims[f'{fact} claims']}"
        )
    console.print(
        f"read straight, the same as feedparser's: {tally.straight['same']} of {tally.straight['files']}"
    )
    console.print(f"exceptions: {len(tally.raised)} in {tally.files} files")
    if tally.real["files"]:
        console.print(f"{tally.real_seconds / tally.real['files'] * 1000:.1f} ms CPU a real feed")
    for line in tally.raised + (tally.wrong if wrong else []):
        console.print(line, markup=False, soft_wrap=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench and print its tables; 1 if anything raised."""
    parser = argparse.ArgumentParser(prog="bench.feeds", description=__doc__)
    parser.add_argument("--set", type=Path, metavar="DIR", help="the folder with the shared suites")
    parser.add_argument(
        "--wrong", action="store_true", help="also name each file in which something is wrong"
    )
    options = parser.parse_args(argv)
    console = Console()
    if options.set is None:
        console.print("No --set was given: these are the repository's own fixtures, not the shared suites.")
    tally = count(shared_set(options.set) if options.set else own_set())
    _print(tally, console, wrong=options.wrong)
    return 1 if tally.raised else 0


if __name__ == "__main__":
    raise SystemExit(main())

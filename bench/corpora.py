"""The texts that the benches of language, names and hashtags read: the shared corpora, or without them the demo world."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import zstandard

from octavo.demo.world import load_world

_DISAMBIGUATED: Final = re.compile(r" \([^)]*\)\Z")
_EDITORS: Final = "current_events_2026"
_NEWS: Final = "in_the_news_55_languages"


@dataclass(frozen=True, slots=True)
class Sample:
    """A text with what its source says of it."""

    title: str
    text: str
    language: str
    source: str = ""
    section: str = ""
    """As its source states it."""
    linked: tuple[str, ...] = ()
    """Titles of the articles that editors linked from the text."""


def rows(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of one corpus, in the file's order."""
    with zstandard.open(folder / f"{name}.jsonl.zst", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def edited(folder: Path) -> list[Sample]:
    """Return each text of the current events once, with the titles that its editors linked."""
    found: dict[str, Sample] = {}
    for row in rows(folder, _EDITORS):
        linked = tuple(dict.fromkeys(map(_linked_title, row.get("wiki_links", ()))))
        found.setdefault(
            row["text"],
            Sample("", row["text"], "en", row["source"], row.get("category", ""), linked),
        )
    return list(found.values())


def _linked_title(address: str) -> str:
    page = unquote(address.rpartition("/wiki/")[2]).partition("#")[0].replace("_", " ")
    return _DISAMBIGUATED.sub("", page)


def short_texts(folder: Path) -> list[Sample]:
    """Return the texts of "In the news" boxes, in many languages."""
    return [Sample("", row["text"], row["lang"], row["source"]) for row in rows(folder, _NEWS)]


def articles(folder: Path, name: str) -> list[Sample]:
    """Return the articles of one corpus that have a title and a text."""
    return [
        Sample(row["title"], row["text"], row["lang"], row["source"], (row.get("feeds") or [""])[0])
        for row in rows(folder, name)
        if row.get("title") and row.get("text")
    ]


def demo() -> list[Sample]:
    """Return the reports of the demo world."""
    return [
        Sample(v.title, "\n\n".join(v.paragraphs), row.language, row.outlet, row.section)
        for row in load_world().rows
        for v in [row.version(0)]
    ]

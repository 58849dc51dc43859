"""Folders of labelled pages, and the demo world's own pages in the same shape.

A folder brings its own `score.py`, which is imported from there: what it calls right is not ours to say. The demo's pages are
scored by the words that octavo.core.text finds in them, which is said where it is printed.
"""

import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Protocol

from octavo.core.text.search import search_text
from octavo.core.urls import Url, parse_url
from octavo.demo.calendar import shown_times
from octavo.demo.pages import write_page
from octavo.demo.site import items, sites
from octavo.demo.world import load_world

_ANCHOR: Final = datetime(2026, 3, 1, tzinfo=UTC)

Labels = Mapping[str, Any]
Scores = Mapping[str, float]


class Scorer(Protocol):
    """Says how right a prediction is."""

    def __call__(self, page: Labels, prediction: Mapping[str, Any], /) -> Scores:
        """Return the measures that the page has labels for."""


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A page's bytes, where it stands, and what is known of it."""

    address: Url
    html: bytes
    labels: Labels

    @property
    def id(self) -> str:
        """The page's name in its set."""
        return str(self.labels["id"])


@dataclass(frozen=True, slots=True)
class PageSet:
    """Labelled pages, and by what they are scored."""

    pages: tuple[LabelledPage, ...]
    score: Scorer
    told: str
    """One line about where pages and measure come from."""


def load_set(folder: Path | None, *, limit: int = 0) -> PageSet:
    """Return the pages of *folder*, or the demo's without one; up to *limit* of them (0: all), the first by name."""
    made = _shared(folder) if folder else _demo()
    kept = sorted(made.pages, key=lambda page: page.id)[: limit or None]
    return PageSet(tuple(kept), made.score, made.told)


def _shared(folder: Path) -> PageSet:
    scorer = _import_from(folder / "score.py")
    rows = {row["id"]: row for row in scorer.read_pages(folder)}
    pages = [
        LabelledPage(_address(rows[name]), html, rows[name])
        for name, html in scorer.read_html(folder)
        if name in rows
    ]
    return PageSet(tuple(pages), scorer.score, f"{len(pages)} pages of {folder}, scored by its own score.py")


def _import_from(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("set_score", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["set_score"] = module
    spec.loader.exec_module(module)
    return module


def _address(row: Labels) -> Url:
    url = parse_url(row.get("url") or "") or parse_url(f"http://{row.get('host') or 'unknown.test'}/")
    if url is None:
        raise ValueError(f"The page {row['id']} has no address.")
    return url


def _demo() -> PageSet:
    pages = tuple(_demo_pages())
    return PageSet(
        pages, score_words, f"{len(pages)} pages of the demo world, scored by the words of octavo.core.text"
    )


def _demo_pages() -> Iterator[LabelledPage]:
    world = load_world()
    shown = shown_times(world.rows, anchor=_ANCHOR)
    for site in sites(world.outlets):
        listed = items(site, shown, step=0)
        for item in listed:
            labels = {
                "id": item.row.id,
                "set": f"demo {site.design}",
                "lang": item.row.language,
                "host": site.host,
                "text": "\n".join(item.version.paragraphs),
                "title": item.version.title,
                "date": item.published.isoformat(),
            }
            yield LabelledPage(item.address, write_page(site, item, listed), labels)


def score_words(page: Labels, prediction: Mapping[str, Any], /) -> Scores:
    """Return F1, precision and recall of the words of the text, and whether title and day are right."""
    ours, theirs = (Counter(search_text(str(row.get("text") or "")).split()) for row in (prediction, page))
    common = (ours & theirs).total()
    precision, recall = common / max(ours.total(), 1), common / max(theirs.total(), 1)
    title = " ".join(str(prediction.get("title") or "").split())
    return {
        "f1": 2 * precision * recall / (precision + recall) if common else 0.0,
        "prec": precision,
        "rec": recall,
        "title=": float(title == " ".join(str(page["title"]).split())),
        "day": float(str(prediction.get("date") or "")[:10] == str(page["date"])[:10]),
    }

"""Labelled reports for the benches of the fold: rows of JSON lines, described as the product describes an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import zstandard

from octavo.core.fold.memory import Arrival
from octavo.core.fold.origins import origin_key
from octavo.core.fold.represent import Features, represent
from octavo.core.ids import ArticleId
from octavo.core.text.entities import entities
from octavo.core.text.language import detect
from octavo.demo.world import load_world


@dataclass(frozen=True, slots=True)
class Report:
    """One row, described; *event* is None where nobody labelled it."""

    id: str
    set: str
    event: str | None
    language: str
    at: datetime
    features: Features
    text: str


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file of JSON lines, plain or packed with zstd, in the file's order."""
    if path.suffix == ".zst":
        with zstandard.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())
    else:
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def described(row: dict[str, Any]) -> Report:
    """Return a row as the fold sees it."""
    title, text = row.get("title") or "", row.get("text") or ""
    language = detect(f"{title}\n{text}", hint=row.get("lang") or "")
    features = represent(title, text, entities=entities(text, title, language), language=language)
    at = datetime.fromisoformat(row["time"])
    return Report(
        str(row["id"]), str(row.get("set", "")), row.get("event"), language,
        at if at.tzinfo else at.replace(tzinfo=UTC), features, text,
    )  # fmt: skip


def arrival(report: Report, number: int) -> Arrival:
    """Return a report as it arrives at the fold."""
    key = origin_key(report.text) if report.text else ""
    return Arrival(ArticleId(number), report.id, report.at, report.features.encode(), key)


def demo_rows() -> list[dict[str, Any]]:
    """Return the first versions of the demo world's reports in the order of their times, as rows; a lone report has its own event."""
    found = [
        {
            "id": row.id, "set": "demo world", "lang": row.language, "source": row.outlet, "time": first.at.isoformat(),
            "title": "" if row.kind == "brief" else first.title, "text": "\n\n".join(first.paragraphs),
            "event": row.event or None,
        }
        for row in load_world().rows
        for first in (row.version(0),)
    ]  # fmt: skip
    return sorted(found, key=lambda row: (row["time"], row["id"]))

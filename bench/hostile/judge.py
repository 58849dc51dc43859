"""What a row of the hostile web expects, what was seen, and where the two differ."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One behaviour, as the server's listing states it."""

    path: str
    group: str
    ask_for: str
    """feed, article or robots."""
    address: str
    promise: str
    entries_kept: int | None
    refused: bool | None
    max_seconds: float
    max_memory_mb: float
    polls: int
    first_title: str | None
    contains: tuple[str, ...]
    lacks: tuple[str, ...]
    traps: tuple[str, ...]
    max_requests: int | None

    @classmethod
    def parse(cls, stated: Mapping[str, Any]) -> "Row":
        """Read one row of the listing; what it does not say is not expected."""
        expected = stated["expected"]
        return cls(
            path=stated["path"],
            group=stated["group"],
            ask_for=stated["ask_for"],
            address=stated["address"],
            promise=stated.get("good_reader", ""),
            entries_kept=expected.get("entries_kept"),
            refused=expected.get("refused"),
            max_seconds=expected.get("max_seconds", 10.0),
            max_memory_mb=expected.get("max_memory_mb", 200),
            polls=expected.get("polls", 1),
            first_title=expected.get("first_title"),
            contains=tuple(expected.get("contains", ())),
            lacks=tuple(expected.get("lacks", ())),
            traps=tuple(expected.get("traps", ())),
            max_requests=expected.get("max_requests"),
        )

    @property
    def waits(self) -> bool:
        """Say whether the row is about time only, so that many may run beside each other."""
        return self.max_seconds >= 60

    @property
    def costs_memory(self) -> bool:
        """Say whether the row is measured alone."""
        return self.group in ("compression", "size") and not self.waits


@dataclass(slots=True)
class Seen:
    """What the product did with a row."""

    polls: list[str] = field(default_factory=list)
    """Outcome of each poll with its code, such as `new` or `failed too_large`."""
    kept: int = 0
    refused: bool = False
    first_title: str = ""
    texts: list[str] = field(default_factory=list)
    """All that `contains` and `lacks` speak of."""
    requests: int = 0
    traps: list[str] = field(default_factory=list)
    fired: list[str] = field(default_factory=list)
    """Script markers that fired in the product's own pages."""
    seconds: float = 0.0
    peak_mb: float = 0.0
    pool_mb: float = 0.0
    reading: str = ""
    """What became of the page that was read."""
    pages: int = 0
    """Pages of the product that were opened in a browser."""
    faults: list[str] = field(default_factory=list)
    """What is wrong whatever the row expects."""


def judge(row: Row, seen: Seen) -> list[str]:
    """Return in what *seen* is not as *row* expects it, each in a few words; empty: all as expected."""
    return [*seen.faults, *_of_entries(row, seen), *_of_texts(row, seen), *_of_costs(row, seen)]


def _of_entries(row: Row, seen: Seen) -> list[str]:
    wrong = []
    if row.entries_kept is not None and seen.kept != row.entries_kept:
        wrong.append(f"{seen.kept} entries kept, not {row.entries_kept}")
    if row.refused is not None and seen.refused != row.refused:
        wrong.append("not refused" if row.refused else f"refused ({seen.reading or ', '.join(seen.polls)})")
    if row.first_title is not None and seen.first_title != row.first_title:
        wrong.append(f"first title is {seen.first_title[:40]!r}")
    return wrong


def _of_texts(row: Row, seen: Seen) -> list[str]:
    missing = [words for words in row.contains if not any(words in text for text in seen.texts)]
    unwanted = [words for words in row.lacks if any(words in text for text in seen.texts)]
    return [f"lacks {words[:40]!r}" for words in missing] + [f"has {words[:40]!r}" for words in unwanted]


def _of_costs(row: Row, seen: Seen) -> list[str]:
    wrong = [f"reached {name}" for name in row.traps if name in seen.traps]
    wrong += [f"script fired: {name}" for name in _few(seen.fired)]
    if row.max_requests is not None and seen.requests > row.max_requests:
        wrong.append(f"{seen.requests} requests, more than {row.max_requests}")
    if seen.seconds > row.max_seconds:
        wrong.append(f"{seen.seconds:.0f} s, more than {row.max_seconds:g}")
    wrong += [
        f"{peak:.0f} MB in {where}, more than {row.max_memory_mb:g}"
        for peak, where in ((seen.peak_mb, "the polling process"), (seen.pool_mb, "the pool"))
        if peak > row.max_memory_mb
    ]
    return wrong


def _few(names: Sequence[str]) -> list[str]:
    return list(names[:5]) + ([f"{len(names) - 5} more"] if len(names) > 5 else [])

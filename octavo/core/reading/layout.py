"""How a ranked list becomes a front page: the lead, what stands beside it, and the sections."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from octavo.core.reading.reports import Story

BESIDE: Final = 4


@dataclass(frozen=True, slots=True)
class Band:
    """The stories of one section, best first."""

    section: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A front page: every story once."""

    lead: Story | None
    beside: tuple[Story, ...]
    bands: tuple[Band, ...]


def lay_out(stories: Sequence[Story]) -> Layout:
    """Return the layout of *stories*, which come best first: sections stand in the order of their best story, `general` last."""
    sections: dict[str, list[Story]] = {}
    for one in stories[1 + BESIDE :]:
        sections.setdefault(one.section, []).append(one)
    order = sorted(sections, key=lambda name: name == "general")
    return Layout(
        lead=stories[0] if stories else None,
        beside=tuple(stories[1 : 1 + BESIDE]),
        bands=tuple(Band(name, tuple(sections[name])) for name in order),
    )

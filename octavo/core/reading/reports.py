"""Reports and stories as lists show them, and how the reports of a story are told by origin."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from octavo.core.ids import ArticleId, PictureId, SourceId, StoryId
from octavo.core.text.sentences import sentences

LONGEST_OPENING = 320


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that Octavo holds and serves itself."""

    id: PictureId
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Report:
    """One article in a list."""

    id: ArticleId
    title: str
    language: str
    source_id: SourceId
    source: str
    source_language: str
    published_at: datetime
    true_date: datetime | None
    """When it truly came out, where it is replayed."""
    opening: str
    """Its first sentence, word for word; empty where it has none that says more than the title."""
    address: str
    """Where the original stands; may be empty."""
    attribution: str
    licence: str
    """The licence or the address of its text; may be empty."""
    story_id: StoryId | None
    origin_id: ArticleId | None
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A story in a list, by its headline's report; all counts are of what is visible."""

    id: StoryId
    headline: Report
    section: str
    first_at: datetime
    updated_at: datetime
    sources: int
    articles: int
    origins: int
    languages: int
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Origin:
    """The reports that carry one text: the first of them, then its copies in the order of their coming."""

    first: Report
    copies: tuple[Report, ...]


def by_origin(reports: Iterable[Report]) -> tuple[Origin, ...]:
    """Return *reports*, which come oldest first, by origin: the origin that came first leads, copies follow their original.

    Where the original itself is not among them, the oldest of its copies stands for it.
    """
    groups: dict[ArticleId, list[Report]] = {}
    for report in reports:
        groups.setdefault(report.origin_id or report.id, []).append(report)
    origins = []
    for origin_id, group in groups.items():
        first = next((r for r in group if r.id == origin_id), group[0])
        origins.append(Origin(first, tuple(r for r in group if r is not first)))
    return tuple(origins)


def leaves(origins: Sequence[Origin], *, most: int = 24) -> tuple[tuple[bool, ...], int]:
    """Return the story's leaves, a tall one (True) for each origin and a short one for each copy, and how many are left out."""
    all_ = [tall for origin in origins for tall in (True, *(False for _ in origin.copies))]
    return tuple(all_[:most]), max(0, len(all_) - most)


def languages(reports: Iterable[Report]) -> tuple[tuple[str, int], ...]:
    """Return the languages of *reports* and how many are in each, most first."""
    counts = Counter(report.language for report in reports)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def opening(title: str, text: str, language: str) -> str:
    """Return the first sentence of *text*, to the letter; empty where it is no more than the title, or longer than a list bears."""
    for span in sentences(text.partition("\n\n")[0], language)[:2]:
        sentence = span.of(text)
        if _plain(sentence) not in _plain(title):
            return sentence if len(sentence) <= LONGEST_OPENING else ""
    return ""


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))

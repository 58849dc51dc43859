"""The demo world: real, freely licensed reports with their outlets, as they lie in `data/`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

import zstandard

from octavo.core.errors import NotFound
from octavo.core.urls import Url, parse_url

DATA: Final = Path(__file__).parent / "data"

ROWS: Final = ("articles.jsonl.zst", "wikinews_ar.jsonl.zst")
"""The files that hold rows. Any of them may be taken out; the others still make a world."""

Kind = Literal["article", "brief"]


@dataclass(frozen=True, slots=True)
class Version:
    """A report as it stood from one moment on."""

    at: datetime
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that belongs to a report, under a licence of its own."""

    file: Path
    width: int
    height: int
    alt: str
    credit: str
    licence: str


@dataclass(frozen=True, slots=True)
class Row:
    """One report by one outlet, with its true address and its true dates."""

    id: str
    outlet: str
    url: Url
    """Where the report truly stands."""
    language: str
    kind: Kind
    """A full article, or a brief of one sentence."""
    versions: tuple[Version, ...]
    """As first published, then each later version in the order in which they came; never empty."""
    precision: str
    """How exactly the first date is known."""
    section: str
    author: str
    """Empty where the outlet names none."""
    hashtags: tuple[str, ...]
    event: str
    """A label shared by all reports of one event, or empty."""
    storyline: str
    """A label shared by reports of events that belong together but are not one, or empty."""
    licence: str
    """An SPDX expression."""
    attribution: str
    notes: tuple[str, ...]
    """What was changed in the text or worked out."""
    picture: Picture | None

    def version(self, step: int) -> Version:
        """Return the version that is out at *step*: the first at 0, the last from the number of later ones on."""
        return self.versions[min(step, len(self.versions) - 1)]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher in the demo world and its reports."""

    name: str
    home: Url
    """Its true home page."""
    type: str
    language: str
    rows: tuple[Row, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class World:
    """All outlets, in the order of their names."""

    outlets: tuple[Outlet, ...]

    @property
    def rows(self) -> Sequence[Row]:
        """All reports, outlet by outlet."""
        return [row for outlet in self.outlets for row in outlet.rows]

    @property
    def last_step(self) -> int:
        """The step at which every later version is out."""
        return max((len(row.versions) - 1 for row in self.rows), default=0)


def load_world(data: Path = DATA) -> World:
    """Read the world from *data*; what has been taken out of it is left out, an empty world raises `NotFound`."""
    stated = [record for name in ROWS for record in _records(data / name)]
    if not stated:
        raise NotFound(f"The demo's articles are not in {data}: install Octavo again, or leave the demo out.")
    rows: dict[str, list[Row]] = {}
    for record in stated:
        rows.setdefault(record["outlet"], []).append(_row(record, data))
    first = {record["outlet"]: record for record in reversed(stated)}
    return World(tuple(_outlet(first[name], tuple(rows[name])) for name in sorted(rows)))


def _records(file: Path) -> Iterator[dict[str, Any]]:
    if not file.exists():
        return
    packed = zstandard.ZstdDecompressor()
    with file.open("rb") as source, packed.stream_reader(source) as unpacked:
        for line in unpacked.read().splitlines():
            yield json.loads(line)


def _outlet(record: Mapping[str, Any], rows: tuple[Row, ...]) -> Outlet:
    return Outlet(
        name=record["outlet"],
        home=_url(record["outlet_home"]),
        type=record["outlet_type"],
        language=record["lang"],
        rows=rows,
    )


def _row(record: Mapping[str, Any], data: Path) -> Row:
    return Row(
        id=record["id"],
        outlet=record["outlet"],
        url=_url(record["url"]),
        language=record["lang"],
        kind=record["kind"],
        versions=_versions(record),
        precision=record["published_precision"],
        section=record["section"],
        author=record["author"] or "",
        hashtags=tuple(record["hashtags"]),
        event=record["event"] or "",
        storyline=record["storyline"] or "",
        licence=record["licence"],
        attribution=record["attribution"],
        notes=tuple(record["notes"]),
        picture=_picture(record["image"], data),
    )


def _versions(record: Mapping[str, Any]) -> tuple[Version, ...]:
    first = Version(_time(record["published"]), record["title"], tuple(record["paragraphs"]))
    later = [(_time(stated["at"]), tuple(stated["paragraphs"])) for stated in record["revisions"]]
    return (first, *(Version(at, _title(record, text), text) for at, text in later))


def _title(record: Mapping[str, Any], paragraphs: tuple[str, ...]) -> str:
    # A brief's headline is its sentence, so that a new sentence is a new headline.
    is_brief: bool = record["kind"] == "brief"
    return paragraphs[0].rstrip(".") if is_brief else str(record["title"])


def _picture(stated: Mapping[str, Any] | None, data: Path) -> Picture | None:
    if stated is None or not (data / stated["file"]).is_file():
        return None
    return Picture(
        file=data / stated["file"],
        width=stated["width"],
        height=stated["height"],
        alt=stated["alt"],
        credit=stated["credit"],
        licence=stated["licence"],
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _url(text: str) -> Url:
    url = parse_url(text)
    if url is None:
        raise ValueError(f"no web address: {text}")
    return url

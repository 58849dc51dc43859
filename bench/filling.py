"""Fill a database with many articles for benches: real headlines where a corpus is given, else headlines of the demo world.

Sources, titles, teasers, times and languages are the corpus's own; search text and hashtags are made by the product's own
functions. Stories are not folded (that would take longer than the bench) but dealt by rule, in arrival order: equal titles
are one origin and one story; of the rest, one in eight joins one of the last forty stories.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

import orjson
import zstandard
from sqlalchemy import insert, select

from octavo.core.ids import StoryId
from octavo.core.text.hashtags import hashtag
from octavo.core.text.search import search_text
from octavo.demo.world import load_world
from octavo.store import stories, work
from octavo.store.database import Database, Tx
from octavo.store.schema import (
    annotation,
    article,
    article_hashtag,
    feed,
    placement,
    revision,
    source,
    story,
)
from octavo.store.schema import hashtag as hashtag_table
from octavo.store.schema import search_text as search_table

NOW: Final = datetime(2026, 3, 14, 12, tzinfo=UTC)
AT_ONCE: Final = 2000


@dataclass(frozen=True, slots=True)
class Headline:
    """One report as a corpus has it."""

    source: str
    language: str
    title: str
    text: str


def headlines(corpus: Path | None) -> Iterator[Headline]:
    """Yield the headlines of *corpus* (rows of the shared shape), or the demo world's over and over, each time numbered."""
    if corpus is None:
        rows = [(r.outlet, r) for r in load_world().rows]
        for number, (outlet, row) in enumerate(cycle(rows)):
            text = row.versions[0].paragraphs[0] if row.versions[0].paragraphs else ""
            yield Headline(
                str(outlet), row.language, f"{row.versions[0].title} ({number // len(rows) + 1})", text
            )
    else:
        with corpus.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as stream:
            rest = b""
            while chunk := stream.read(1 << 20):
                *lines, rest = (rest + chunk).split(b"\n")
                for line in lines:
                    row = orjson.loads(line)
                    if row.get("title"):
                        yield Headline(
                            row["source"], row.get("lang") or "en", row["title"], row.get("text") or ""
                        )


def fill(database: Database, count: int, *, corpus: Path | None = None, days: float = 30.0) -> None:
    """Put *count* articles, spread evenly over the last *days*, into an empty database."""
    drawn = random.Random(20260314)
    sources: dict[str, int] = {}
    state = _Dealt(drawn)
    rows = islice(headlines(corpus), count)
    number = 0
    while batch := list(islice(rows, AT_ONCE)):
        with database.writing() as tx:
            _add_sources(tx, [h for h in batch if h.source not in sources], sources)
            for offset, one in enumerate(batch):
                state.take(
                    number + offset + 1,
                    one,
                    NOW - timedelta(days=days) * (1 - (number + offset) / count),
                    sources,
                )
            state.save(tx)
        number += len(batch)
    with database.writing() as tx:
        work.note(tx, stories.LAST_STORY, str(state.last_story))
    ids = [StoryId(i) for i in range(1, state.last_story + 1)]
    for start in range(0, len(ids), AT_ONCE):
        database.write_now(stories.refresh, ids[start : start + AT_ONCE])


def _add_sources(tx: Tx, fresh: Sequence[Headline], sources: dict[str, int]) -> None:
    for one in fresh:
        if one.source not in sources:
            host = f"s{len(sources) + 1}.test"
            row = dict(
                name=one.source,
                home=f"https://{host}/",
                host=host,
                language=one.language,
                country="",
                kind="",
                hidden=False,
                created_at=NOW,
            )
            sources[one.source] = tx.execute(insert(source).values(row).returning(source.c.id)).scalar_one()


class _Dealt:
    """Rows of articles and all that belongs to them, dealt into stories by rule."""

    def __init__(self, drawn: random.Random) -> None:
        self._drawn = drawn
        self._titles: dict[str, tuple[int, int]] = {}
        self._tags: dict[str, int] = {}
        self._recent: list[int] = []
        self._fresh_tags: list[dict[str, Any]] = []
        self._rows: dict[str, list[dict[str, Any]]] = {}
        self.last_story = 0

    def take(self, number: int, one: Headline, at: datetime, sources: dict[str, int]) -> None:
        """Add one article."""
        key = hashlib.sha256(f"{number} {one.title}".encode()).hexdigest()[:24]
        url = f"https://s{sources[one.source]}.test/{key}"
        text = one.text or one.title
        story_id, origin_id = self._deal(number, one.title, at)
        self._put("article", id=number, source_id=sources[one.source], key=url, url=url, title=one.title, teaser=one.text[:500], byline="",
                  language=one.language, kind="brief", section="world", rights="", licence="", tags="", media="", published_at=at,
                  first_seen_at=at, revision_id=number, hidden=False, stage="", asked=0, held_by="", tries=0)  # fmt: skip
        self._put(
            "revision",
            id=number,
            article_id=number,
            number=1,
            at=at,
            title=one.title,
            text=text,
            blocks='["text"]',
            digest=key,
        )
        self._put(
            "annotation",
            revision_id=number,
            language=one.language,
            entities="[]",
            sentences="[]",
            features="",
            origin_key="",
        )
        self._put("search_text", article_id=number, tokens=search_text(f"{one.title}\n{text}"))
        self._put(
            "placement",
            article_id=number,
            story_id=story_id,
            origin_id=origin_id,
            sequence=number,
            at=at,
            features="",
            origin_key="",
        )
        for place, tag_id in enumerate(self._tag_ids(one.title)):
            self._put("article_hashtag", article_id=number, hashtag_id=tag_id, position=place)

    def _put(self, table: str, **row: Any) -> None:
        self._rows.setdefault(table, []).append(row)

    def _deal(self, number: int, title: str, at: datetime) -> tuple[int, int]:
        if title in self._titles:
            return self._titles[title]
        if self._recent and self._drawn.random() < 0.125:
            story_id = self._drawn.choice(self._recent)
        else:
            story_id = self.last_story = self.last_story + 1
            self._recent = [*self._recent[-39:], story_id]
            self._put(
                "story",
                id=story_id,
                headline_id=number,
                first_at=at,
                updated_at=at,
                articles=0,
                sources=0,
                origins=0,
                languages=0,
                section="world",
            )
        self._titles[title] = (story_id, number)
        return story_id, number

    def _tag_ids(self, title: str) -> list[int]:
        ids = []
        for word in [w for w in title.split()[1:] if w[:1].isupper() and w.isalpha() and len(w) > 3][:4]:
            made = hashtag(word)
            if made is None:
                continue
            if made.tag not in self._tags:
                self._tags[made.tag] = len(self._tags) + 1
                self._fresh_tags.append(
                    dict(id=self._tags[made.tag], tag=made.tag, label=made.label, hidden=False)
                )
            if self._tags[made.tag] not in ids:
                ids.append(self._tags[made.tag])
        return ids

    def save(self, tx: Tx) -> None:
        """Write what has been taken since the last time."""
        if self._fresh_tags:
            tx.execute(insert(hashtag_table), self._fresh_tags)
        for table in (article, revision, annotation, search_table, story, placement, article_hashtag):
            if rows := self._rows.get(table.name):
                tx.execute(insert(table), rows)
        self._rows, self._fresh_tags = {}, []


def is_empty(tx: Tx) -> bool:
    """Say whether nothing has been put into the database."""
    return (
        tx.execute(select(article.c.id).limit(1)).first() is None
        and tx.execute(select(feed.c.id).limit(1)).first() is None
    )

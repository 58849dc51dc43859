"""Stories as pages show them: candidates for a front page, the stories of a list, one story with its reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import orjson
from sqlalchemy import Select, and_, bindparam, func, or_, select

from octavo.core.ids import StoryId
from octavo.core.reading.rank import Candidate
from octavo.core.reading.reports import Report, Story
from octavo.core.text.gazetteer import known_name
from octavo.core.text.hashtags import hashtag as hashtag_for
from octavo.store.database import Tx
from octavo.store.schema import article, article_hashtag, hashtag, placement, related, story
from octavo.store.shown.rows import REPORT, REPORTS, STORIES, VISIBLE_STORY, in_order, report_of, story_of

MOST_REPORTS: Final = 500
"""Reports of one story that its page lists."""
MOST_RELATED: Final = 8


@dataclass(frozen=True, slots=True)
class Tag:
    """A hashtag and how many reports of the list at hand carry it."""

    tag: str
    label: str
    reports: int


@dataclass(frozen=True, slots=True)
class RelatedStory:
    """A story that is about something near, and what both name."""

    story: Story
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """How many reports were folded into how many stories."""

    reports: int
    stories: int


_CANDIDATE: Final = select(story.c.id, story.c.updated_at, story.c.sources).where(*VISIBLE_STORY)
_NEWEST_FIRST: Final = (story.c.updated_at.desc(), story.c.id.desc())
_IN_SECTION: Final = story.c.section == bindparam("section")
_SHARED: Final = (
    story.c.sources > 1,
    story.c.updated_at >= bindparam("since", type_=story.c.updated_at.type),
)
_AT: Final = bindparam("at", type_=story.c.updated_at.type)
_AFTER: Final = or_(story.c.updated_at < _AT, and_(story.c.updated_at == _AT, story.c.id < bindparam("id")))
_SHARED_AT: Final = bindparam("shared_at", type_=story.c.updated_at.type)
_AFTER_SHARED: Final = or_(
    story.c.updated_at < _SHARED_AT,
    and_(story.c.updated_at == _SHARED_AT, story.c.id < bindparam("shared_id")),
)


def newest(tx: Tx, *, limit: int, section: str = "") -> Sequence[Candidate]:
    """Return the stories that were last added to, newest first; of one section, where one is named."""
    query = _CANDIDATE.order_by(*_NEWEST_FIRST).limit(limit)
    return _candidates(tx, query.where(_IN_SECTION) if section else query, {"section": section})


def newest_shared(tx: Tx, *, limit: int, since: datetime, section: str = "") -> Sequence[Candidate]:
    """Return the stories told by more than one source that were last added to *since*, newest first."""
    query = _CANDIDATE.where(*_SHARED).order_by(*_NEWEST_FIRST).limit(limit)
    values = {"since": since, "section": section}
    return _candidates(tx, query.where(_IN_SECTION) if section else query, values)


def older(
    tx: Tx, *, than: Candidate, than_shared: Candidate, limit: int, offset: int, section: str = ""
) -> Sequence[StoryId]:
    """Return the stories that come after *than*, newest first; of those told by several sources only what comes after *than_shared*."""
    query = (
        select(story.c.id)
        .where(*VISIBLE_STORY, story.c.updated_at <= _AT, _AFTER, or_(story.c.sources == 1, _AFTER_SHARED))
        .order_by(*_NEWEST_FIRST)
        .limit(limit)
        .offset(offset)
    )
    values = {
        "at": than.updated_at,
        "id": than.id,
        "shared_at": than_shared.updated_at,
        "shared_id": than_shared.id,
        "section": section,
    }
    rows = tx.scalars(query.where(_IN_SECTION) if section else query, values)
    return [StoryId(i) for i in rows]


def _candidates(tx: Tx, query: Select[*tuple[Any, ...]], values: Mapping[str, object]) -> Sequence[Candidate]:
    rows = tx.execute(query, values)
    return [Candidate(StoryId(r.id), r.updated_at, r.sources) for r in rows]


_BY_IDS: Final = STORIES.where(story.c.id.in_(bindparam("ids", expanding=True)), *VISIBLE_STORY)


def load(tx: Tx, ids: Sequence[StoryId]) -> tuple[Story, ...]:
    """Return the visible ones of the stories *ids*, in that order."""
    return in_order([story_of(row) for row in tx.execute(_BY_IDS, {"ids": list(ids)})], ids)


def merged_into(tx: Tx, story_id: StoryId) -> StoryId | None:
    """Return the story that *story_id* was merged into, however often; None where it stands for itself or is not there."""
    found = tx.execute(_MERGED_INTO, {"id": story_id}).scalar()
    return StoryId(found) if found is not None and found != story_id else None


_LIVES = (
    select(story.c.id, story.c.merged_into).where(story.c.id == bindparam("id")).cte("lives", recursive=True)
)
_LIVES = _LIVES.union(
    select(story.c.id, story.c.merged_into).join(_LIVES, story.c.id == _LIVES.c.merged_into)
)
_MERGED_INTO: Final = select(_LIVES.c.id).where(_LIVES.c.merged_into.is_(None))


def reports_of(tx: Tx, story_id: StoryId) -> Sequence[Report]:
    """Return the visible reports of a story, oldest first."""
    return [report_of(row) for row in tx.execute(_REPORTS_OF, {"id": story_id})]


_REPORTS_OF: Final = (
    select(*REPORT)
    .select_from(REPORTS)
    .where(placement.c.story_id == bindparam("id"), ~article.c.hidden)
    .order_by(placement.c.at, placement.c.sequence)
    .limit(MOST_REPORTS)
)


def tags_of(tx: Tx, story_id: StoryId, *, limit: int = 12) -> Sequence[Tag]:
    """Return the hashtags that most of a story's reports carry."""
    return [Tag(*row) for row in tx.execute(_TAGS_OF, {"id": story_id, "limit": limit})]


_TAGS_OF: Final = (
    select(hashtag.c.tag, hashtag.c.label, func.count())
    .select_from(
        placement.join(article, article.c.id == placement.c.article_id)
        .join(article_hashtag, article_hashtag.c.article_id == article.c.id)
        .join(hashtag, hashtag.c.id == article_hashtag.c.hashtag_id)
    )
    .where(placement.c.story_id == bindparam("id"), ~article.c.hidden, ~hashtag.c.hidden)
    .group_by(hashtag.c.id, hashtag.c.tag, hashtag.c.label)
    .order_by(func.count().desc(), func.min(article_hashtag.c.position), hashtag.c.tag)
    .limit(bindparam("limit"))
)


def related_to(tx: Tx, story_id: StoryId, *, language: str = "") -> Sequence[RelatedStory]:
    """Return the visible stories that are related to a story, nearest first, with the names that both share.

    A thing that is known by name is called as in *language*, any other as a report wrote it.

    A name that is a hidden hashtag is left out, and with its last name the story.
    """
    hidden = frozenset(tx.scalars(_HIDDEN_TAGS))
    rows = tx.execute(_RELATED_TO, {"id": story_id})
    found = [(row, _unhidden(orjson.loads(row.shared), hidden)) for row in rows]
    return [
        RelatedStory(
            story_of(row), tuple((language and known_name(key, language)) or name for key, name in shared)
        )
        for row, shared in found
        if shared
    ]


def _unhidden(shared: Sequence[tuple[str, str]], hidden: frozenset[str]) -> Sequence[tuple[str, str]]:
    """Return of *shared* (key, name) those that are no hidden hashtag."""
    if not hidden:
        return shared
    made = ((key, name, hashtag_for(name)) for key, name in shared)
    return [(key, name) for key, name, tag in made if tag is None or tag.tag not in hidden]


_HIDDEN_TAGS: Final = select(hashtag.c.tag).where(hashtag.c.hidden)


_RELATED_TO: Final = (
    STORIES.add_columns(related.c.shared)
    .join(related, related.c.other_id == story.c.id)
    .where(related.c.story_id == bindparam("id"), *VISIBLE_STORY)
    .order_by(related.c.weight.desc(), story.c.id.desc())
    .limit(MOST_RELATED)
)


def folded_since(tx: Tx, since: datetime) -> Folded:
    """Return how many stories were added to since then, and the reports in them."""
    row = tx.execute(_FOLDED_SINCE, {"since": since}).one()
    return Folded(row.reports or 0, row.stories)


_FOLDED_SINCE: Final = select(
    func.sum(story.c.articles).label("reports"), func.count().label("stories")
).where(story.c.updated_at >= bindparam("since", type_=story.c.updated_at.type), *VISIBLE_STORY)

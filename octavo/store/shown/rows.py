"""The columns that stand for a report, a story or a picture in every list, and what becomes of a row of them."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import FromClause, Row, func, select

from octavo.core.ids import ArticleId, PictureId, SourceId, StoryId
from octavo.core.reading.reports import Picture, Report, Story, opening
from octavo.store.schema import article, picture, placement, replay, revision, source, story

_SAMPLE: Final = 700
"""Characters of a text that its first sentence is looked for in."""
SMALLEST_PICTURE: Final = 300
"""Narrower ones are logos and buttons."""

REPORT: Final = (
    article.c.id.label("article_id"), article.c.title, article.c.url, article.c.language, article.c.teaser,
    article.c.published_at, article.c.changed_at, article.c.rights, article.c.licence, source.c.id.label("source_id"),
    source.c.name.label("source_name"), source.c.language.label("source_language"), replay.c.original,
    replay.c.published_at.label("true_date"), replay.c.attribution, replay.c.licence.label("true_licence"),
    func.substr(revision.c.text, 1, _SAMPLE).label("sample"), placement.c.story_id, placement.c.origin_id,
)  # fmt: skip
REPORTS: Final[FromClause] = (
    article.join(source, source.c.id == article.c.source_id)
    .outerjoin(replay, replay.c.key == article.c.key)
    .outerjoin(revision, revision.c.id == article.c.revision_id)
    .outerjoin(placement, placement.c.article_id == article.c.id)
)
PICTURE: Final = (
    picture.c.id.label("picture_id"), picture.c.width, picture.c.height, picture.c.alt, picture.c.credit,
)  # fmt: skip
SHOWN_PICTURE: Final = (
    (picture.c.id == article.c.picture_id)
    & (picture.c.state == "ready")
    & (picture.c.width >= SMALLEST_PICTURE)
)
STORY: Final = (
    story.c.id, story.c.section, story.c.first_at, story.c.updated_at, story.c.sources, story.c.articles,
    story.c.origins, story.c.languages,
)  # fmt: skip
VISIBLE_STORY: Final = ((story.c.articles > 0), story.c.merged_into.is_(None))
"""A story with no visible article is nowhere; a merged one is what it was merged into."""

STORIES: Final = select(*STORY, *REPORT, *PICTURE).select_from(
    REPORTS.join(story, story.c.headline_id == article.c.id).outerjoin(picture, SHOWN_PICTURE)
)


def report_of(row: Row[Any]) -> Report:
    """Return the report of a row with the columns `REPORT`."""
    text = row.sample or row.teaser
    return Report(
        id=ArticleId(row.article_id),
        title=row.title,
        language=row.language,
        source_id=SourceId(row.source_id),
        source=row.source_name,
        source_language=row.source_language,
        published_at=row.published_at,
        true_date=row.true_date,
        opening=opening(row.title, text, row.language) if text else "",
        address=row.original or row.url,
        attribution=row.attribution or row.rights,
        licence=row.true_licence or row.licence,
        story_id=StoryId(row.story_id) if row.story_id else None,
        origin_id=ArticleId(row.origin_id) if row.origin_id else None,
        changed_at=row.changed_at,
    )


def picture_of(row: Row[Any]) -> Picture | None:
    """Return the picture of a row with the columns `PICTURE`."""
    if row.picture_id is None:
        return None
    return Picture(PictureId(row.picture_id), row.width, row.height, row.alt, row.credit)


def story_of(row: Row[Any]) -> Story:
    """Return the story of a row of `STORIES`."""
    return Story(
        id=StoryId(row.id),
        headline=report_of(row),
        section=row.section,
        first_at=row.first_at,
        updated_at=row.updated_at,
        sources=row.sources,
        articles=row.articles,
        origins=row.origins,
        languages=row.languages,
        picture=picture_of(row),
    )


def in_order(stories: Sequence[Story], ids: Sequence[StoryId]) -> tuple[Story, ...]:
    """Return *stories* in the order of *ids*; an id that has none is passed over."""
    by_id = {one.id: one for one in stories}
    return tuple(by_id[one] for one in ids if one in by_id)

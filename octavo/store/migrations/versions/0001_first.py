"""The first schema: sources, feeds, articles, stories, and what keeps the desk running."""

import sqlalchemy as sa
from alembic import op

from octavo.store import columns
from octavo.store.dialect import SEARCH_DDL

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "feed_key",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_feed_key")),
    )
    op.create_table(
        "hashtag",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hashtag")),
        sa.UniqueConstraint("tag", name=op.f("uq_hashtag_tag")),
    )
    op.create_index(
        "ix_hashtag_hidden",
        "hashtag",
        ["tag"],
        unique=False,
        sqlite_where=sa.text("hidden"),
        postgresql_where=sa.text("hidden"),
    )
    op.create_table(
        "lease",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("held_by", sa.String(), nullable=False),
        sa.Column("until", columns.Moment(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.create_table(
        "login_failure",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_failure")),
    )
    op.create_index(op.f("ix_login_failure_at"), "login_failure", ["at"], unique=False)
    op.create_table(
        "meta",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )
    op.create_table(
        "picture",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("alt", sa.String(), nullable=False),
        sa.Column("credit", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("fetched_at", columns.Moment(), nullable=True),
        sa.Column("next_try_at", columns.Moment(), nullable=True),
        sa.Column("held_by", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_picture")),
        sa.UniqueConstraint("key", name=op.f("uq_picture_key")),
    )
    op.create_index(
        "ix_picture_due",
        "picture",
        ["next_try_at"],
        unique=False,
        sqlite_where=sa.text("next_try_at is not null"),
        postgresql_where=sa.text("next_try_at is not null"),
    )
    op.create_table(
        "replay",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("original", sa.String(), nullable=False),
        sa.Column("published_at", columns.Moment(), nullable=False),
        sa.Column("attribution", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_replay")),
    )
    op.create_table(
        "round",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("opened_at", columns.Moment(), nullable=False),
        sa.Column("folded_at", columns.Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_round")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_round_open",
        "round",
        ["id"],
        unique=False,
        sqlite_where=sa.text("folded_at is null"),
        postgresql_where=sa.text("folded_at is null"),
    )
    op.create_table(
        "session",
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.Column("expires_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_session")),
    )
    op.create_table(
        "source",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("home", sa.String(), nullable=False),
        sa.Column("host", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
    )
    op.create_index(op.f("ix_source_host"), "source", ["host"], unique=False)
    op.create_table(
        "story",
        sa.Column("id", columns.KEY, autoincrement=False, nullable=False),
        sa.Column("merged_into", columns.KEY, nullable=True),
        sa.Column("headline_id", columns.KEY, nullable=True),
        sa.Column("first_at", columns.Moment(), nullable=False),
        sa.Column("updated_at", columns.Moment(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("languages", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_story")),
    )
    op.create_index(
        "ix_story_merged_into",
        "story",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into is not null"),
        postgresql_where=sa.text("merged_into is not null"),
    )
    op.create_index("ix_story_section_updated", "story", ["section", "updated_at", "id"], unique=False)
    op.create_index(
        "ix_story_shared",
        "story",
        ["updated_at", "id"],
        unique=False,
        sqlite_where=sa.text("sources > 1"),
        postgresql_where=sa.text("sources > 1"),
    )
    op.create_index(
        "ix_story_updated", "story", ["updated_at", "id", "articles", "merged_into"], unique=False
    )
    op.create_table(
        "article",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("source_id", columns.KEY, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("teaser", sa.String(), nullable=False),
        sa.Column("byline", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("rights", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.Column("tags", sa.String(), nullable=False),
        sa.Column("media", sa.String(), nullable=False),
        sa.Column("published_at", columns.Moment(), nullable=False),
        sa.Column("changed_at", columns.Moment(), nullable=True),
        sa.Column("first_seen_at", columns.Moment(), nullable=False),
        sa.Column("revision_id", columns.KEY, nullable=True),
        sa.Column("picture_id", columns.KEY, nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("round_id", columns.KEY, nullable=True),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("next_try_at", columns.Moment(), nullable=True),
        sa.Column("held_by", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["picture_id"], ["picture.id"], name=op.f("fk_article_picture_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_article_source_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("key", name=op.f("uq_article_key")),
    )
    op.create_index(
        "ix_article_due",
        "article",
        ["stage", "next_try_at"],
        unique=False,
        sqlite_where=sa.text("next_try_at is not null"),
        postgresql_where=sa.text("next_try_at is not null"),
    )
    op.create_index(op.f("ix_article_picture_id"), "article", ["picture_id"], unique=False)
    op.create_index("ix_article_published", "article", ["published_at", "id"], unique=False)
    op.create_index(
        "ix_article_round",
        "article",
        ["round_id"],
        unique=False,
        sqlite_where=sa.text("round_id is not null"),
        postgresql_where=sa.text("round_id is not null"),
    )
    op.create_index(
        "ix_article_source_published", "article", ["source_id", "published_at", "id"], unique=False
    )
    op.create_table(
        "feed",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("source_id", columns.KEY, nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reads", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("password", sa.String(), nullable=False),
        sa.Column("header_name", sa.String(), nullable=False),
        sa.Column("header_value", sa.String(), nullable=False),
        sa.Column("shortest", columns.Duration(), nullable=True),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("created_at", columns.Moment(), nullable=False),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("last_modified", sa.String(), nullable=False),
        sa.Column("polled_at", columns.Moment(), nullable=True),
        sa.Column("ok_at", columns.Moment(), nullable=True),
        sa.Column("new_at", columns.Moment(), nullable=True),
        sa.Column("interval", columns.Duration(), nullable=True),
        sa.Column("failures", sa.Double(), nullable=False),
        sa.Column("error_code", sa.String(), nullable=False),
        sa.Column("error_message", sa.String(), nullable=False),
        sa.Column("move_to", sa.String(), nullable=False),
        sa.Column("move_seen_at", columns.Moment(), nullable=True),
        sa.Column("round_id", columns.KEY, nullable=True),
        sa.Column("next_try_at", columns.Moment(), nullable=True),
        sa.Column("held_by", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_feed_source_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("url", name=op.f("uq_feed_url")),
    )
    op.create_index(
        "ix_feed_due",
        "feed",
        ["next_try_at"],
        unique=False,
        sqlite_where=sa.text("next_try_at is not null"),
        postgresql_where=sa.text("next_try_at is not null"),
    )
    op.create_index(op.f("ix_feed_source_id"), "feed", ["source_id"], unique=False)
    op.create_table(
        "related",
        sa.Column("story_id", columns.KEY, nullable=False),
        sa.Column("other_id", columns.KEY, nullable=False),
        sa.Column("shared", sa.String(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_id"], ["story.id"], name=op.f("fk_related_other_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["story.id"], name=op.f("fk_related_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("story_id", "other_id", name=op.f("pk_related")),
    )
    op.create_index("ix_related_other", "related", ["other_id"], unique=False)
    op.create_table(
        "article_hashtag",
        sa.Column("article_id", columns.KEY, nullable=False),
        sa.Column("hashtag_id", columns.KEY, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_article_hashtag_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["hashtag_id"], ["hashtag.id"], name=op.f("fk_article_hashtag_hashtag_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "hashtag_id", name=op.f("pk_article_hashtag")),
    )
    op.create_index(
        "ix_article_hashtag_hashtag", "article_hashtag", ["hashtag_id", "article_id"], unique=False
    )
    op.create_table(
        "entry",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("feed_id", columns.KEY, nullable=False),
        sa.Column("article_id", columns.KEY, nullable=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("url_key", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("first_seen_at", columns.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_entry_article_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["feed_id"], ["feed.id"], name=op.f("fk_entry_feed_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
        sa.UniqueConstraint("feed_id", "key", name=op.f("uq_entry_feed_id_key")),
    )
    op.create_index(op.f("ix_entry_article_id"), "entry", ["article_id"], unique=False)
    op.create_index("ix_entry_url_key", "entry", ["feed_id", "url_key"], unique=False)
    op.create_table(
        "page",
        sa.Column("article_id", columns.KEY, nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("content_type", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("last_modified", sa.String(), nullable=False),
        sa.Column("fetched_at", columns.Moment(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_page_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_page")),
    )
    op.create_index(op.f("ix_page_fetched_at"), "page", ["fetched_at"], unique=False)
    op.create_table(
        "placement",
        sa.Column("article_id", columns.KEY, nullable=False),
        sa.Column("story_id", columns.KEY, nullable=False),
        sa.Column("origin_id", columns.KEY, nullable=False),
        sa.Column("sequence", columns.KEY, nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.Column("features", sa.String(), nullable=False),
        sa.Column("origin_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_placement_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["story_id"], ["story.id"], name=op.f("fk_placement_story_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_placement")),
        sa.UniqueConstraint("sequence", name=op.f("uq_placement_sequence")),
    )
    op.create_index(op.f("ix_placement_origin_id"), "placement", ["origin_id"], unique=False)
    op.create_index(op.f("ix_placement_story_id"), "placement", ["story_id"], unique=False)
    op.create_table(
        "poll",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("feed_id", columns.KEY, nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("fresh", sa.Integer(), nullable=False),
        sa.Column("bytes", sa.Integer(), nullable=False),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["feed_id"], ["feed.id"], name=op.f("fk_poll_feed_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
    )
    op.create_index("ix_poll_at", "poll", ["at"], unique=False)
    op.create_index("ix_poll_feed_at", "poll", ["feed_id", "at"], unique=False)
    op.create_table(
        "revision",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("article_id", columns.KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("blocks", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_revision_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revision")),
        sa.UniqueConstraint("article_id", "number", name=op.f("uq_revision_article_id_number")),
    )
    op.create_table(
        "search_text",
        sa.Column("article_id", columns.KEY, nullable=False),
        sa.Column("tokens", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_search_text_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_search_text")),
    )
    op.create_table(
        "set_aside",
        sa.Column("article_id", columns.KEY, nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("again_at", columns.Moment(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_set_aside_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "stage", name=op.f("pk_set_aside")),
    )
    op.create_index(op.f("ix_set_aside_at"), "set_aside", ["at"], unique=False)
    op.create_table(
        "annotation",
        sa.Column("revision_id", columns.KEY, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("entities", sa.String(), nullable=False),
        sa.Column("sentences", sa.String(), nullable=False),
        sa.Column("features", sa.String(), nullable=False),
        sa.Column("origin_key", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revision.id"], name=op.f("fk_annotation_revision_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("revision_id", name=op.f("pk_annotation")),
    )

    for statement in SEARCH_DDL[op.get_bind().dialect.name]:
        op.execute(statement)

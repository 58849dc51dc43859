"""What reading tells beside the text: links, genre, agencies, captions; how it goes; what a hashtag names."""

import sqlalchemy as sa
from alembic import op

from octavo.store import columns

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for table, name in (
        ("source", "reader"),
        ("article", "genre"),
        ("article", "agencies"),
        ("revision", "marks"),
        ("picture", "caption"),
        ("hashtag", "thing"),
    ):
        op.add_column(table, sa.Column(name, sa.String(), nullable=False, server_default=""))
    op.add_column("article", sa.Column("walled", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("source", sa.Column("broken_at", columns.Moment(), nullable=True))
    op.create_index(
        "ix_hashtag_thing",
        "hashtag",
        ["thing"],
        sqlite_where=sa.text("thing <> ''"),
        postgresql_where=sa.text("thing <> ''"),
    )
    op.create_table(
        "reading",
        sa.Column("article_id", columns.KEY, nullable=False),
        sa.Column("source_id", columns.KEY, nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("letters", sa.Integer(), nullable=False),
        sa.Column("has_byline", sa.Boolean(), nullable=False),
        sa.Column("has_date", sa.Boolean(), nullable=False),
        sa.Column("has_picture", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_reading_article_id_article"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_reading_source_id_source"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_reading")),
    )
    op.create_index("ix_reading_source", "reading", ["source_id", "at"])
    op.create_table(
        "wrong_text",
        sa.Column("id", columns.KEY, nullable=False),
        sa.Column("article_id", columns.KEY, nullable=True),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("content_type", sa.String(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("expected", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_wrong_text_article_id_article"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wrong_text")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_wrong_text_article_id"), "wrong_text", ["article_id"])
    op.create_table(
        "hashtag_rule",
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("becomes", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("at", columns.Moment(), nullable=False),
        sa.PrimaryKeyConstraint("tag", name=op.f("pk_hashtag_rule")),
    )

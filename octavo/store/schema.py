"""Every table of Octavo, the same on SQLite and PostgreSQL; `octavo/store/migrations` builds them step by step.

A stage finds its work by two columns of its input row: `stage` (articles only: which output is missing next) and
`next_try_at` (when it may be claimed; NULL: nothing is to be done). A claim moves `next_try_at` into the future: the lease.
"""

from datetime import datetime, timedelta

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    Named,
    String,
    Table,
    TypedColumns,
    UniqueConstraint,
    text,
)

from octavo.store.columns import KEY, Duration, Moment

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _points_to(target: str, *, index: bool = True, nullable: bool = False) -> "Column[int]":
    return Column(KEY, ForeignKey(target, ondelete="CASCADE"), index=index, nullable=nullable)


class SourceColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    name: Named[str]
    home: Named[str]
    """Address of the home page; empty while unknown."""
    host: Named[str] = Column(index=True)
    language: Named[str]
    country: Named[str]
    kind: Named[str]
    """What the source is ("state-affiliated newspaper"), in its own or the owner's words; empty: not said."""
    hidden: Named[bool]
    created_at: Named[datetime] = Column(Moment)
    broken_at: Named[datetime | None] = Column(Moment)
    """Since when its pages do not pass any more; NULL: they do, or never did."""
    reader: Named[str]
    """The reader that read most of its pages before, asked again while they do not pass; empty: none."""


source = Table("source", metadata, SourceColumns)


class FeedColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    source_id: Named[int] = _points_to("source.id")
    url: Named[str] = Column(unique=True)
    name: Named[str]
    category: Named[str]
    kind: Named[str]
    """rss, atom, json, sitemap or sitemap_index; empty before the first good poll."""
    reads: Named[str]
    """`page`: the article's page is read; `feed`: the feed's own text is all that is read."""
    user: Named[str]
    password: Named[str]
    header_name: Named[str]
    header_value: Named[str]
    shortest: Named[timedelta | None] = Column(Duration)
    """The owner's shortest interval between polls."""
    paused: Named[bool]
    status: Named[str]
    """well, failing, blocked or gone: see `core.feeds.rhythm`."""
    created_at: Named[datetime] = Column(Moment)
    etag: Named[str]
    last_modified: Named[str]
    polled_at: Named[datetime | None] = Column(Moment)
    ok_at: Named[datetime | None] = Column(Moment)
    """When it last answered well."""
    new_at: Named[datetime | None] = Column(Moment)
    """When it last had something new."""
    interval: Named[timedelta | None] = Column(Duration)
    failures: Named[float]
    error_code: Named[str]
    error_message: Named[str]
    move_to: Named[str]
    move_seen_at: Named[datetime | None] = Column(Moment)
    round_id: Named[int | None] = Column(KEY)
    """The round that this feed's running poll belongs to; kept by a retry after a kill."""
    next_try_at: Named[datetime | None] = Column(Moment)
    held_by: Named[str]
    tries: Named[int]


feed = Table(
    "feed",
    metadata,
    FeedColumns,
    Index(
        "ix_feed_due",
        "next_try_at",
        sqlite_where=text("next_try_at is not null"),
        postgresql_where=text("next_try_at is not null"),
    ),
)


class PollColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    feed_id: Named[int] = _points_to("feed.id", index=False)
    at: Named[datetime] = Column(Moment)
    outcome: Named[str]
    """new, nothing_new, not_modified or failed."""
    code: Named[str]
    message: Named[str]
    entries: Named[int]
    fresh: Named[int]
    bytes: Named[int]
    milliseconds: Named[int]


poll = Table(
    "poll", metadata, PollColumns, Index("ix_poll_feed_at", "feed_id", "at"), Index("ix_poll_at", "at")
)


class RoundColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    opened_at: Named[datetime] = Column(Moment)
    folded_at: Named[datetime | None] = Column(Moment)


round_ = Table(
    "round",
    metadata,
    RoundColumns,
    Index(
        "ix_round_open",
        "id",
        sqlite_where=text("folded_at is null"),
        postgresql_where=text("folded_at is null"),
    ),
    sqlite_autoincrement=True,
)


class ArticleColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    source_id: Named[int] = _points_to("source.id", index=False)
    key: Named[str] = Column(unique=True)
    """The canonical address, or `entry:` and a digest for an entry without a link."""
    url: Named[str]
    """Where the report stands; empty for an entry without a link."""
    title: Named[str]
    teaser: Named[str]
    """Plain text that the feed gave, at most 500 characters."""
    byline: Named[str]
    language: Named[str]
    kind: Named[str]
    """headline (not read, or set aside: `set_aside` says why), brief or article."""
    genre: Named[str]
    """What sort of piece the page says that it is (`core.pages.article.Genre`); empty: plain news."""
    agencies: Named[str]
    """The news agencies and desks that wrote it or are credited, joined by commas."""
    walled: Named[bool]
    """The page says that the whole text is for subscribers."""
    section: Named[str]
    rights: Named[str]
    licence: Named[str]
    tags: Named[str]
    """The feed's own categories as JSON, empty: none."""
    media: Named[str]
    """Enclosures as JSON, empty: none."""
    published_at: Named[datetime] = Column(Moment)
    """As stated, never later than `first_seen_at`; else `first_seen_at`."""
    changed_at: Named[datetime | None] = Column(Moment)
    first_seen_at: Named[datetime] = Column(Moment)
    revision_id: Named[int | None] = Column(KEY)
    """The newest revision; no foreign key, for revisions point here."""
    picture_id: Named[int | None] = Column(KEY, ForeignKey("picture.id", ondelete="SET NULL"), index=True)
    hidden: Named[bool]
    """The source or one of the hashtags is hidden: kept equal by `octavo.store.hiding`."""
    round_id: Named[int | None] = Column(KEY)
    """The round it is to be folded in; NULL once it is folded."""
    stage: Named[str]
    """The next output that is missing: fetch, read, fold, or empty."""
    asked: Named[int]
    """Counts how often the article was sent through the line: an answer to an older asking is not taken."""
    next_try_at: Named[datetime | None] = Column(Moment)
    held_by: Named[str]
    tries: Named[int]


article = Table(
    "article",
    metadata,
    ArticleColumns,
    Index(
        "ix_article_due",
        "stage",
        "next_try_at",
        sqlite_where=text("next_try_at is not null"),
        postgresql_where=text("next_try_at is not null"),
    ),
    Index(
        "ix_article_round",
        "round_id",
        sqlite_where=text("round_id is not null"),
        postgresql_where=text("round_id is not null"),
    ),
    Index("ix_article_published", "published_at", "id"),
    Index("ix_article_source_published", "source_id", "published_at", "id"),
)


class EntryColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    feed_id: Named[int] = _points_to("feed.id", index=False)
    article_id: Named[int | None] = Column(KEY, ForeignKey("article.id", ondelete="SET NULL"), index=True)
    """NULL: known, but no article was made of it (a sitemap's older addresses), or it is no longer kept."""
    key: Named[str]
    url_key: Named[str]
    digest: Named[str]
    title: Named[str]
    content: Named[bytes | None] = Column(LargeBinary)
    """The feed's own full text (html, zstd), while it is kept."""
    first_seen_at: Named[datetime] = Column(Moment)


entry = Table(
    "entry",
    metadata,
    EntryColumns,
    UniqueConstraint("feed_id", "key"),
    Index("ix_entry_url_key", "feed_id", "url_key"),
)


class PageColumns(TypedColumns):
    article_id = Column(KEY, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    url: Named[str]
    content_type: Named[str]
    body: Named[bytes | None] = Column(LargeBinary)
    """As fetched, zstd; NULL once its keep time is over."""
    etag: Named[str]
    last_modified: Named[str]
    fetched_at: Named[datetime] = Column(Moment, index=True)


page = Table("page", metadata, PageColumns)


class RevisionColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    article_id: Named[int] = _points_to("article.id", index=False)
    number: Named[int]
    at: Named[datetime] = Column(Moment)
    title: Named[str]
    text: Named[str]
    """Paragraphs joined by an empty line; spans count its characters."""
    blocks: Named[str]
    """JSON: the kind of each paragraph, in order."""
    marks: Named[str]
    """JSON, empty: nothing. `links` (start, end, address), `posts` (paragraph, microseconds) and `embeds` (addresses)."""
    digest: Named[str]


revision = Table("revision", metadata, RevisionColumns, UniqueConstraint("article_id", "number"))


class AnnotationColumns(TypedColumns):
    revision_id = Column(KEY, ForeignKey("revision.id", ondelete="CASCADE"), primary_key=True)
    language: Named[str]
    entities: Named[str]
    """JSON: names, kinds, keys, counts."""
    sentences: Named[str]
    """JSON: start and end offsets into the revision's text."""
    features: Named[str]
    """What the fold compares, as `core.fold` writes it."""
    origin_key: Named[str]


annotation = Table("annotation", metadata, AnnotationColumns)


class ReadingColumns(TypedColumns):
    article_id = Column(KEY, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    source_id: Named[int] = _points_to("source.id", index=False)
    at: Named[datetime] = Column(Moment)
    passed: Named[bool]
    code: Named[str]
    """Why the page did not pass, or empty."""
    method: Named[str]
    """The reader whose text it is."""
    letters: Named[int]
    has_byline: Named[bool]
    has_date: Named[bool]
    has_picture: Named[bool]


reading = Table("reading", metadata, ReadingColumns, Index("ix_reading_source", "source_id", "at"))


class WrongTextColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    article_id: Named[int | None] = Column(KEY, ForeignKey("article.id", ondelete="SET NULL"), index=True)
    at: Named[datetime] = Column(Moment)
    url: Named[str]
    content_type: Named[str]
    body: Named[bytes] = Column(LargeBinary)
    """The page as fetched, zstd."""
    expected: Named[str]
    """What reading it must give, as a fixture pair says it (TOML)."""


wrong_text = Table("wrong_text", metadata, WrongTextColumns, sqlite_autoincrement=True)


class HashtagColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    tag: Named[str] = Column(unique=True)
    """Normalised: what makes two spellings one."""
    label: Named[str]
    """As shown, without the sign."""
    thing: Named[str]
    """What it names, the same for its tags in all languages (an entity's key); empty: not known."""
    hidden: Named[bool]


hashtag = Table(
    "hashtag",
    metadata,
    HashtagColumns,
    Index(
        "ix_hashtag_thing", "thing", sqlite_where=text("thing <> ''"), postgresql_where=text("thing <> ''")
    ),
    Index("ix_hashtag_hidden", "tag", sqlite_where=text("hidden"), postgresql_where=text("hidden")),
)


class HashtagRuleColumns(TypedColumns):
    tag = Column(String, primary_key=True)
    """The tag as texts give it."""
    becomes: Named[str]
    """The tag that it is instead, or itself where it is only written otherwise; empty: it is no hashtag."""
    label: Named[str]
    """As `becomes` is shown."""
    at: Named[datetime] = Column(Moment)


hashtag_rule = Table("hashtag_rule", metadata, HashtagRuleColumns)


class ArticleHashtagColumns(TypedColumns):
    article_id = Column(KEY, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    hashtag_id = Column(KEY, ForeignKey("hashtag.id", ondelete="CASCADE"), primary_key=True)
    position: Named[int]


article_hashtag = Table(
    "article_hashtag",
    metadata,
    ArticleHashtagColumns,
    Index("ix_article_hashtag_hashtag", "hashtag_id", "article_id"),
)


class SetAsideColumns(TypedColumns):
    article_id = Column(KEY, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    stage = Column(String, primary_key=True)
    code: Named[str]
    reason: Named[str]
    at: Named[datetime] = Column(Moment, index=True)
    tries: Named[int]
    again_at: Named[datetime | None] = Column(Moment)
    """When it is tried again by itself; NULL: only by hand."""


set_aside = Table("set_aside", metadata, SetAsideColumns)


class StoryColumns(TypedColumns):
    id = Column(KEY, primary_key=True, autoincrement=False)
    """Given by the folder, in the order of founding."""
    merged_into: Named[int | None] = Column(KEY)
    headline_id: Named[int | None] = Column(KEY)
    """The first visible article: its title is the headline; NULL: all articles are hidden."""
    first_at: Named[datetime] = Column(Moment)
    updated_at: Named[datetime] = Column(Moment)
    articles: Named[int]
    """Visible ones, as all counts here."""
    sources: Named[int]
    origins: Named[int]
    languages: Named[int]
    section: Named[str]


story = Table(
    "story",
    metadata,
    StoryColumns,
    # Partial: an index over its many NULLs would tempt SQLite's planner away from the one by time.
    Index(
        "ix_story_merged_into",
        "merged_into",
        sqlite_where=text("merged_into is not null"),
        postgresql_where=text("merged_into is not null"),
    ),
    Index("ix_story_updated", "updated_at", "id", "articles", "merged_into"),
    Index(
        "ix_story_shared",
        "updated_at",
        "id",
        sqlite_where=text("sources > 1"),
        postgresql_where=text("sources > 1"),
    ),
    Index("ix_story_section_updated", "section", "updated_at", "id"),
)


class PlacementColumns(TypedColumns):
    article_id = Column(KEY, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    story_id: Named[int] = _points_to("story.id")
    origin_id: Named[int] = Column(KEY, index=True)
    """The origin's first article."""
    sequence: Named[int] = Column(KEY, unique=True)
    """Place in the order of folding."""
    at: Named[datetime] = Column(Moment)
    """The article's time as the fold saw it."""
    features: Named[str]
    """What the fold compared: that of the revision it saw, whatever came later."""
    origin_key: Named[str]


placement = Table("placement", metadata, PlacementColumns)


class RelatedColumns(TypedColumns):
    story_id = Column(KEY, ForeignKey("story.id", ondelete="CASCADE"), primary_key=True)
    other_id = Column(KEY, ForeignKey("story.id", ondelete="CASCADE"), primary_key=True)
    shared: Named[str]
    """JSON: pairs of key and name of what both name, the rarest first."""
    weight: Named[float]


related = Table("related", metadata, RelatedColumns, Index("ix_related_other", "other_id"))


class PictureColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    key: Named[str] = Column(unique=True)
    url: Named[str]
    alt: Named[str]
    caption: Named[str]
    credit: Named[str]
    state: Named[str]
    """due, ready or failed."""
    code: Named[str]
    width: Named[int]
    height: Named[int]
    type: Named[str]
    body: Named[bytes | None] = Column(LargeBinary)
    fetched_at: Named[datetime | None] = Column(Moment)
    next_try_at: Named[datetime | None] = Column(Moment)
    held_by: Named[str]
    tries: Named[int]


picture = Table(
    "picture",
    metadata,
    PictureColumns,
    Index(
        "ix_picture_due",
        "next_try_at",
        sqlite_where=text("next_try_at is not null"),
        postgresql_where=text("next_try_at is not null"),
    ),
)


class SearchTextColumns(TypedColumns):
    article_id = Column(KEY, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True)
    tokens: Named[str]
    """The token stream of `core.text.search`; what both databases index."""


search_text = Table("search_text", metadata, SearchTextColumns)


class LeaseColumns(TypedColumns):
    name = Column(String, primary_key=True)
    held_by: Named[str]
    until: Named[datetime] = Column(Moment)
    version: Named[int]
    """Counts what was saved under this lease: a holder whose picture is older starts anew."""


lease = Table("lease", metadata, LeaseColumns)


class SessionColumns(TypedColumns):
    digest = Column(String, primary_key=True)
    """SHA-256 of the cookie: the table opens no door."""
    created_at: Named[datetime] = Column(Moment)
    expires_at: Named[datetime] = Column(Moment)


session = Table("session", metadata, SessionColumns)


class FeedKeyColumns(TypedColumns):
    digest = Column(String, primary_key=True)
    name: Named[str]
    created_at: Named[datetime] = Column(Moment)


feed_key = Table("feed_key", metadata, FeedKeyColumns)


class LoginFailureColumns(TypedColumns):
    id = Column(KEY, primary_key=True)
    at: Named[datetime] = Column(Moment, index=True)


login_failure = Table("login_failure", metadata, LoginFailureColumns)


class ReplayColumns(TypedColumns):
    key = Column(String, primary_key=True)
    """The article's key in the demo."""
    original: Named[str]
    published_at: Named[datetime] = Column(Moment)
    attribution: Named[str]
    licence: Named[str]


replay = Table("replay", metadata, ReplayColumns)


class MetaColumns(TypedColumns):
    name = Column(String, primary_key=True)
    value: Named[str]


meta = Table("meta", metadata, MetaColumns)

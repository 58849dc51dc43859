"""All that differs between SQLite and PostgreSQL: engines, locks, claims, upserts, full-text search."""

import sqlite3
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Engine,
    Executable,
    Select,
    Table,
    create_engine,
    event,
    func,
    make_url,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite

READ_ONLY: Final = "octavo_read_only"
"""Execution option of connections that never write: on SQLite they begin without the write lock."""


def connect(url: str) -> Engine:
    """Return the engine for *url* (`sqlite:///path` or `postgresql://...`); nothing is opened yet."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    return create_engine(
        parsed.set(drivername="postgresql+psycopg"),
        pool_size=10,
        max_overflow=20,
        pool_pre_ping=True,
        connect_args={"application_name": "octavo", "connect_timeout": 10},
    )


def is_sqlite(bind: Engine | Connection) -> bool:
    """Say whether *bind* is SQLite, where one process at a time writes."""
    return bind.dialect.name == "sqlite"


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(
        url, connect_args={"timeout": 30, "check_same_thread": False}, pool_size=10, max_overflow=30
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode=wal",
            "synchronous=normal",
            "foreign_keys=on",
            "mmap_size=268435456",
            "cache_size=-16000",
        ):
            connection.execute(f"pragma {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # pysqlite's own BEGIN comes at the first write: reads before it would stand outside the transaction.
        raw: Any = connection.connection.dbapi_connection
        raw.isolation_level = None
        only_reads = connection.get_execution_options().get(READ_ONLY, False)
        connection.exec_driver_sql("begin" if only_reads else "begin immediate")

    return engine


def without_foreign_keys(connection: Connection) -> None:
    """Switch SQLite's foreign keys off for a migration; must run outside a transaction."""
    if is_sqlite(connection):
        connection.exec_driver_sql("pragma foreign_keys=off")


def broken_foreign_keys(connection: Connection) -> Sequence[Any]:
    """Return rows that point nowhere, after a migration on SQLite; PostgreSQL checks by itself."""
    return connection.exec_driver_sql("pragma foreign_key_check").fetchall() if is_sqlite(connection) else ()


def lock(tx: Connection, number: int) -> None:
    """Let one transaction at a time pass from here to its end; on SQLite the transaction itself is that lock."""
    if not is_sqlite(tx):
        tx.execute(text("select pg_advisory_xact_lock(:n)"), {"n": number})


def skip_locked(query: Select[Any], of: Table) -> Select[Any]:
    """Lock the chosen rows of *of* and pass over those that another worker has locked (SQLite ignores this: it has one writer)."""
    return query.with_for_update(skip_locked=True, of=of)


def insert_ignoring(tx: Connection, table: Table) -> Any:
    """Return an insert into *table* that passes over rows whose key is there already."""
    return _insert(tx, table).on_conflict_do_nothing()


def upsert(tx: Connection, table: Table, keys: Sequence[str]) -> Any:
    """Return an insert into *table* that replaces the row with the same *keys*."""
    statement = _insert(tx, table)
    others = {c.name: statement.excluded[c.name] for c in table.c if c.name not in keys}
    return statement.on_conflict_do_update(index_elements=list(keys), set_=others)


def _insert(tx: Connection, table: Table) -> Any:
    return (sqlite if is_sqlite(tx) else postgresql).insert(table)


# full-text search: both index `search_text.tokens`, and nothing else

SEARCH_DDL: Final[dict[str, tuple[str, ...]]] = {
    "sqlite": (
        "create virtual table search_index using fts5(tokens, content='search_text', content_rowid='article_id',"
        " tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")",
        "create trigger search_text_added after insert on search_text begin"
        " insert into search_index(rowid, tokens) values (new.article_id, new.tokens); end",
        "create trigger search_text_removed after delete on search_text begin"
        " insert into search_index(search_index, rowid, tokens) values ('delete', old.article_id, old.tokens); end",
        "create trigger search_text_changed after update on search_text begin"
        " insert into search_index(search_index, rowid, tokens) values ('delete', old.article_id, old.tokens);"
        " insert into search_index(rowid, tokens) values (new.article_id, new.tokens); end",
    ),
    "postgresql": (
        # The stream is split at spaces by us, not by PostgreSQL's parser: both databases must hold the same words.
        "create function octavo_words(tokens text) returns tsvector language sql immutable strict parallel safe as"
        " $$ select coalesce(string_agg(quote_literal(word) || ':' || least(place, 16383), ' ')::tsvector, ''::tsvector)"
        " from unnest(string_to_array(tokens, ' ')) with ordinality as t(word, place) where word <> '' $$",
        "alter table search_text add column words tsvector generated always as (octavo_words(tokens)) stored",
        "create index ix_search_text_words on search_text using gin (words)",
    ),
}


def newest_matches(tx: Connection, phrases: Sequence[Sequence[str]], *, limit: int) -> list[int]:
    """Return the ids of the newest visible articles that hold each of *phrases* (its words adjacent, in order), newest first.

    Words are those of `core.text.search`: letters, digits and marks only.
    """
    if is_sqlite(tx):
        query = " AND ".join('"' + " ".join(words) + '"' for words in phrases)
    else:
        query = " & ".join("(" + " <-> ".join(f"'{word}'" for word in words) + ")" for words in phrases)
    found = tx.execute(_NEWEST_MATCHES[tx.dialect.name], {"query": query, "limit": limit})
    return [int(row[0]) for row in found]


_NEWEST_MATCHES: Final = {
    "sqlite": text(
        "select article.id from search_index cross join article on article.id = search_index.rowid"
        " where search_index match :query and not article.hidden order by search_index.rowid desc limit :limit"
    ),
    "postgresql": text(
        "select article.id from search_text join article on article.id = search_text.article_id"
        " where search_text.words @@ cast(:query as tsquery) and not article.hidden order by article.id desc limit :limit"
    ),
}


def reading(engine: Engine) -> Engine:
    """Return *engine* for transactions that only read: each sees one moment of the database, however many statements it asks."""
    if is_sqlite(engine):
        return engine.execution_options(**{READ_ONLY: True})
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def renew_sequences(tx: Connection, tables: Sequence[Table]) -> None:
    """Let PostgreSQL number new rows after the highest id that was written by hand; SQLite does so by itself."""
    if is_sqlite(tx):
        return
    for table in tables:
        column = table.columns.get("id")
        if column is not None:
            sequence = tx.execute(select(func.pg_get_serial_sequence(table.name, "id"))).scalar()
            if sequence:
                highest = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
                tx.execute(select(func.setval(sequence, highest, False)))


def disk_bytes(tx: Connection) -> int:
    """Return how much disk the database takes."""
    if is_sqlite(tx):
        pages, size = (
            tx.exec_driver_sql("pragma page_count").scalar_one(),
            tx.exec_driver_sql("pragma page_size").scalar_one(),
        )
        return int(pages) * int(size)
    return int(tx.execute(text("select pg_database_size(current_database())")).scalar_one())


def analyse(tx: Connection) -> Executable:
    """Return the statement that renews the planner's statistics."""
    return text("pragma optimize") if is_sqlite(tx) else text("analyze")

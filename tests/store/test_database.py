from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, event, text

from octavo.store import schema, work
from octavo.store.database import Database, DatabaseTooNew, DatabaseTooOld, DatabaseUnavailable


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in schema.metadata.tables


def test_the_migrations_build_what_the_schema_says(db: Database) -> None:
    with db.reading() as tx:
        context = MigrationContext.configure(tx, opts={"include_name": _ours, "compare_type": True})
        differences = compare_metadata(context, schema.metadata)

    assert [d for d in differences if not _is_generated_column(d)] == []


def _is_generated_column(difference: object) -> bool:
    """PostgreSQL's word column and its index belong to `dialect.SEARCH_DDL`, not to the schema."""
    return "words" in str(difference)


def test_upgrading_twice_is_upgrading_once(db: Database) -> None:
    db.upgrade()

    db.check()


def test_a_database_of_a_newer_octavo_is_refused_and_left_alone(db: Database) -> None:
    with db.writing() as tx:
        tx.execute(text("update alembic_version set version_num = '9999'"))

    with pytest.raises(DatabaseTooNew, match="newer Octavo"):
        db.upgrade()
    with pytest.raises(DatabaseTooNew, match="newer Octavo"):
        db.check()

    assert db.version() == "9999"


def test_a_database_without_tables_asks_for_an_upgrade(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'new.sqlite3'}")

    with pytest.raises(DatabaseTooOld, match="octavo db upgrade"):
        database.check()


def test_a_write_that_raises_leaves_nothing(db: Database) -> None:
    def add(name: str) -> None:
        with db.writing() as tx:
            tx.execute(schema.meta.insert().values(name=name, value=""))
            if name == "bad":
                raise ValueError

    add("good")
    with pytest.raises(ValueError):  # noqa: PT011
        add("bad")

    with db.reading() as tx:
        assert [row.name for row in tx.execute(schema.meta.select())] == ["good"]


def test_a_reading_transaction_sees_one_moment(db: Database) -> None:
    db.write_now(work.note, "before", "yes")
    with db.reading() as tx:
        assert work.noted(tx, "before") == "yes"

        db.write_now(work.note, "meanwhile", "yes")

        assert work.noted(tx, "meanwhile") == ""
    assert db.read_now(work.noted, "meanwhile") == "yes"


def test_a_file_that_is_no_database_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "octavo.sqlite3"
    path.write_bytes(b"this is a letter, not a database" * 100)

    with pytest.raises(DatabaseUnavailable, match="not a SQLite database"):
        Database(f"sqlite:///{path}").version()


def test_a_postgres_server_that_does_not_run_is_one_clear_sentence() -> None:
    with pytest.raises(DatabaseUnavailable, match="OCTAVO_DATABASE_URL"):
        Database("postgresql://nobody:secret@127.0.0.1:1/octavo").version()


def test_a_full_disk_is_one_clear_sentence_and_loses_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'octavo.sqlite3'}")
    database.upgrade()
    database.write_now(work.note, "kept", "yes")

    @event.listens_for(database.engine, "begin")
    def _no_more_pages(connection: Connection) -> None:
        connection.exec_driver_sql("pragma max_page_count = 1")  # the file may not grow any further

    with pytest.raises(DatabaseUnavailable, match="disk is full"):
        _write_until_it_fails(database)

    assert database.read_now(work.noted, "kept") == "yes"
    database.close()


def _write_until_it_fails(database: Database) -> None:
    for number in range(10_000):
        database.write_now(work.note, f"note {number}", "a long note " * 100)

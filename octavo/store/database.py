"""The database: one transaction per unit of work, from threads or from async code; schema upgrades."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Concatenate, Final, ParamSpec, TypeVar

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from octavo.core.errors import OctavoError
from octavo.store import dialect

Tx = Connection
"""An open transaction; store functions take it first and never commit."""

P = ParamSpec("P")
T = TypeVar("T")

_UPGRADE_LOCK: Final = 7_000_001


class DatabaseUnavailable(OctavoError):
    """The database cannot be opened, read or written; the message says what to look at."""

    code = "database_unavailable"
    temporary = True


class DatabaseTooNew(OctavoError):
    """The database was written by a newer Octavo than this one."""

    code = "database_too_new"


class DatabaseTooOld(OctavoError):
    """The database must be upgraded first (`octavo db upgrade`)."""

    code = "database_too_old"


class Database:
    """Transactions on one database. Methods without `async` block; the async ones cross to a thread once."""

    def __init__(self, url: str) -> None:
        self.engine: Engine = dialect.connect(url)
        self._reading = dialect.reading(self.engine)
        # SQLite has one writer: threads of this process queue here, fairly, instead of polling for its lock.
        self._writer = threading.Lock() if self.engine.dialect.name == "sqlite" else None

    @contextmanager
    def reading(self) -> Iterator[Tx]:
        """Give a transaction for reading: all its statements see the same moment."""
        with _explained(self.engine), self._reading.begin() as tx:
            yield tx

    @contextmanager
    def writing(self) -> Iterator[Tx]:
        """Give a transaction that is committed at the end of the block, or rolled back when the block raises."""
        with _explained(self.engine):
            if self._writer is None:
                with self.engine.begin() as tx:
                    yield tx
            else:
                with self._writer, self.engine.begin() as tx:
                    yield tx

    def read_now(self, ask: Callable[Concatenate[Tx, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `ask(tx, ...)` from one reading transaction."""
        with self.reading() as tx:
            return ask(tx, *args, **kwargs)

    def write_now(self, do: Callable[Concatenate[Tx, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return `do(tx, ...)` from one writing transaction."""
        with self.writing() as tx:
            return do(tx, *args, **kwargs)

    async def read(self, ask: Callable[Concatenate[Tx, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `read_now`, in a thread."""
        return await asyncio.to_thread(lambda: self.read_now(ask, *args, **kwargs))

    async def write(self, do: Callable[Concatenate[Tx, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """As `write_now`, in a thread; once begun it runs to its end even if the caller is cancelled."""
        return await asyncio.shield(asyncio.to_thread(lambda: self.write_now(do, *args, **kwargs)))

    def version(self) -> str:
        """Return the schema version that the database has; empty: it has no tables."""
        with self.reading() as tx:
            return MigrationContext.configure(tx).get_current_revision() or ""

    def check(self) -> None:
        """Raise `DatabaseTooNew` or `DatabaseTooOld` unless the database has this code's schema."""
        self.refuse_newer()
        if self.version() != newest_version():
            raise DatabaseTooOld(
                "This database has an older schema. Run `octavo db upgrade`; it makes a backup first."
            )

    def refuse_newer(self) -> None:
        """Raise `DatabaseTooNew` for a schema that this code cannot come from."""
        found = self.version()
        if found and found not in known_versions():
            raise DatabaseTooNew(
                f"This database has schema {found}, which this version of Octavo does not know. Install the newer Octavo that wrote it."
            )

    def upgrade(self, *, to: str = "head") -> None:
        """Bring the schema to this code's version (or to the older one *to*), from nothing or from any older one.

        Doing it twice is doing it once.
        """
        self.refuse_newer()
        with _explained(self.engine), self.engine.connect() as connection:
            dialect.without_foreign_keys(connection.execution_options(isolation_level="AUTOCOMMIT"))
            connection.commit()
            with connection.begin():
                dialect.lock(connection, _UPGRADE_LOCK)
                config = _alembic()
                config.attributes["connection"] = connection
                command.upgrade(config, to)
                if broken := dialect.broken_foreign_keys(connection):
                    raise DatabaseUnavailable(
                        f"The upgrade was undone: {len(broken)} rows would point nowhere. Restore a backup and report this."
                    )
            connection.detach()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()


def newest_version() -> str:
    """Return the schema version that this code wants."""
    return ScriptDirectory.from_config(_alembic()).get_current_head() or ""


def known_versions() -> frozenset[str]:
    """Return every schema version that this code can come from."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(_alembic()).walk_revisions())


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", "octavo.store:migrations")
    return config


@contextmanager
def _explained(engine: Engine) -> Iterator[None]:
    """Turn the driver's refusals that an owner can mend into one clear sentence."""
    try:
        yield
    except DBAPIError as error:
        if sentence := explain(error, engine):
            raise DatabaseUnavailable(sentence) from error
        raise


def explain(error: DBAPIError, engine: Engine) -> str:
    """Return what the owner should do about *error*, or an empty text for errors that are ours."""
    said = str(error.orig).lower()
    where = engine.url.render_as_string(hide_password=True)
    for mark, advice in _ADVICE:
        if mark in said:
            return f"{advice} (database: {where})"
    return ""


_ADVICE: Final[tuple[tuple[str, str], ...]] = (
    (
        "database or disk is full",
        "The disk is full. Free some space and start again; nothing that was stored is lost.",
    ),
    ("no space left", "The disk is full. Free some space and start again; nothing that was stored is lost."),
    (
        "could not extend file",
        "The database server's disk is full. Free some space; nothing that was stored is lost.",
    ),
    (
        "readonly database",
        "The database cannot be written. Give the user who runs Octavo write permission on its file and folder.",
    ),
    (
        "unable to open database file",
        "The database file cannot be opened. Check that its folder exists and that this user may write there.",
    ),
    (
        "file is not a database",
        "This file is not a SQLite database. Name another data folder, or restore a backup.",
    ),
    (
        "database disk image is malformed",
        "The database file is damaged. Restore the newest backup into an empty data folder.",
    ),
    ("disk i/o error", "The disk refuses to read or write. Check the disk, then start again."),
    ("database is locked", "Another program holds the database. Stop it and try again."),
    (
        "connection refused",
        "The PostgreSQL server does not answer. Start it, or correct OCTAVO_DATABASE_URL.",
    ),
    (
        "connection failed",
        "The PostgreSQL server cannot be reached. Check OCTAVO_DATABASE_URL and that the server runs.",
    ),
    ("password authentication failed", "PostgreSQL refuses user or password. Correct OCTAVO_DATABASE_URL."),
    (
        "could not translate host name",
        "The PostgreSQL server's name does not resolve. Correct OCTAVO_DATABASE_URL.",
    ),
    ("failed to resolve host", "The PostgreSQL server's name does not resolve. Correct OCTAVO_DATABASE_URL."),
)

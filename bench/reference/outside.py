"""Pages about what an owner touches: settings, commands, addresses, tables."""

import inspect
from collections.abc import Iterator
from typing import Any

import click
from pydantic import SecretStr
from sqlalchemy import Column, LargeBinary, Table
from starlette.routing import Route

from bench.reference.markdown import code, page, table
from bench.reference.source import sentences_under
from bench.reference.tables import PURPOSE
from octavo.cli.main import octavo
from octavo.settings import PREFIX, Settings
from octavo.store import schema
from octavo.store.columns import Duration, Moment
from octavo.web.app import DOORS


def settings() -> str:
    """Return the page of settings."""
    rows = [
        [code(f"{PREFIX}{name.upper()}"), code(_default(field.default)) or "empty", str(field.description)]
        for name, field in Settings.model_fields.items()
    ]
    return page(
        "Settings",
        "Each setting is an environment variable, or a line in a TOML file under its name in small letters without the prefix "
        '(`keep_days = 30`, `trusted_proxies = ["127.0.0.1/32"]`). A command line option goes before a variable, a variable '
        "before the file. An unknown name is refused, so that a slip of the pen is no silent default.",
        "The file is the one that `OCTAVO_CONFIG` names, else `octavo.toml` in the working directory, else `octavo.toml` in "
        "the data folder.",
        "Any setting may be read from a file instead: `OCTAVO_PASSWORD_FILE=/run/secrets/password` gives "
        "`OCTAVO_PASSWORD` the content of that file. This is the way for secrets.",
        "Lists are written with commas in a variable.",
        table(["Setting", "Default", "Meaning"], rows),
        "`OCTAVO_TEST_POSTGRES` is for the tests and changes nothing in Octavo.",
    )


def _default(value: object) -> str:
    match value:
        case SecretStr():
            return value.get_secret_value()
        case bool():
            return str(value).lower()
        case tuple():
            return ",".join(map(str, value))
        case _:
            return str(value)


def commands() -> str:
    """Return the page of commands, each with its arguments and options."""
    return page(
        "Commands",
        "`octavo COMMAND --help` says the same. Exit codes: 0 it is done, 1 it failed (one sentence on standard error says why), "
        "2 it was called wrongly.",
        *(_command(words, command) for words, command in every_command(octavo, "octavo")),
    )


def every_command(command: click.Command, words: str) -> Iterator[tuple[str, click.Command]]:
    """Yield *command* and all below it, each with the words that call it."""
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None, f"{words} lists {name} and does not have it"
            yield from every_command(below, f"{words} {name}")


def _command(words: str, command: click.Command) -> str:
    context = click.Context(command, info_name=words)
    usage = " ".join(command.collect_usage_pieces(context))
    parts = [f"## `{words}`", inspect.cleandoc(command.help or ""), f"```text\n{words} {usage}\n```"]
    options = [
        record
        for p in command.get_params(context)
        if isinstance(p, click.Option) and (record := p.get_help_record(context))
    ]
    if options:
        parts.append(table(["Option", "Meaning"], [[code(name), meaning] for name, meaning in options]))
    return "\n\n".join(parts)


def routes() -> str:
    """Return the page of addresses, by who may ask for them."""
    doors = (
        ("Everybody", "Open without a login, public desk or not.", DOORS.everybodys),
        ("Readers", "Open to the owner, and to everybody where `OCTAVO_PUBLIC` is set.", DOORS.readers),
        ("Feeds", "As the readers', and also open with `?key=SECRET` (see `/keys`).", DOORS.feeds),
        ("The owner", "Open to the owner alone.", DOORS.owners),
    )
    return page(
        "Addresses",
        "Whatever is not listed here does not exist; whatever a later version adds and nobody lists is the owner's. "
        "[Security](../explanation/security.md) says what a request passes before it gets here.",
        *(f"## {title}\n\n{who}\n\n{_routes(list(found))}" for title, who, found in doors if found),
    )


def _routes(found: list[Any]) -> str:
    rows = []
    for route in found:
        assert isinstance(route, Route), "the reference knows plain routes only"
        methods = ", ".join(sorted((route.methods or set()) - {"HEAD"}))
        rows.append([methods, code(route.path), (inspect.getdoc(route.endpoint) or "").partition("\n\n")[0]])
    return table(["Method", "Address", "What it does"], rows)


def tables() -> str:
    """Return the page of tables, in the order of the schema's file."""
    said = sentences_under(schema)
    found = [value for value in vars(schema).values() if isinstance(value, Table)]
    return page(
        "Tables",
        "One schema, the same on SQLite and PostgreSQL; `octavo/store/schema.py` says it and `octavo/store/migrations` builds it. "
        "A *moment* is a whole number of microseconds since 1970 UTC, a *duration* one of microseconds "
        "([why](../decisions/0005-times-as-microseconds.md)). The full-text index over `search_text` (`search_index` on SQLite, "
        "the column `words` on PostgreSQL) is made by the database.",
        *(_table(one, said) for one in found),
    )


def _table(one: Table, said: Any) -> str:
    texts = said[next(name for name in said if name.lower() == f"{one.name.replace('_', '')}columns")]
    rows = [[code(c.name), _type(c), _marks(c), texts.get(c.name, "")] for c in one.columns]
    return f"## `{one.name}`\n\n{PURPOSE[one.name]}\n\n" + table(["Column", "Type", "", "Meaning"], rows)


def _type(column: Column[Any]) -> str:
    match column.type:
        case Moment():
            return "moment"
        case Duration():
            return "duration"
        case LargeBinary():
            return "bytes"
        case other:
            return {"STRING": "text", "VARCHAR": "text", "INTEGER": "number", "BIGINT": "number"}.get(
                type(other).__name__.upper().replace("BIGINTEGER", "BIGINT"), type(other).__name__.lower()
            )


def _marks(column: Column[Any]) -> str:
    marks = ["key"] if column.primary_key else []
    marks += [f"points to `{key.target_fullname}`" for key in column.foreign_keys]
    marks += ["unique"] if column.unique else []
    marks += ["may be NULL"] if column.nullable else []
    return ", ".join(marks)

"""What all commands share: the settings that their options lead to, and errors as one sentence."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, NoReturn, ParamSpec, TypeVar

import click
import orjson
from rich.console import Console
from rich.table import Table

from octavo import logs
from octavo.core.errors import OctavoError
from octavo.settings import Settings, load

P = ParamSpec("P")
T = TypeVar("T")


def fail(message: str) -> NoReturn:
    """Print one sentence on standard error and end with 1."""
    click.echo(f"octavo: {message}", err=True)
    sys.exit(1)


def with_settings(command: Callable[Concatenate[Settings, P], T]) -> Callable[P, T]:
    """Give *command* the settings, with `--data` taken into account; our errors become one sentence and exit code 1."""

    @click.option(
        "--data", type=click.Path(path_type=Path, file_okay=False), help="Data folder (OCTAVO_DATA)."
    )
    @wraps(command)
    def run(data: Path | None, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            settings = load({"data": data} if data else {})
            logs.configure(form=settings.log_format, level=settings.log_level)
            return command(settings, *args, **kwargs)
        except OctavoError as error:
            fail(str(error))

    return run  # type: ignore[return-value]  # click adds `data` to what the command takes


def as_json() -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return the option that every list has."""
    return click.option("--json", "json_", is_flag=True, help="Print JSON instead of a table.")


def show(rows: list[dict[str, Any]], *, columns: dict[str, str], json_: bool, empty: str) -> None:
    """Print *rows* as JSON, whole, or as a table of *columns* (key to heading); *empty* says what to do when there is nothing."""
    if json_:
        click.echo(orjson.dumps(rows, default=str, option=orjson.OPT_INDENT_2))
        return
    if not rows:
        click.echo(empty)
        return
    table = Table(box=None, pad_edge=False)
    for heading in columns.values():
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*("" if row.get(key) is None else str(row[key]) for key in columns))
    Console().print(table)

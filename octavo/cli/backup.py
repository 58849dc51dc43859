"""`octavo backup`, `octavo restore` and `octavo db`: keep what is stored safe."""

from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from octavo.app import backups
from octavo.app.opening import make_folder
from octavo.cli.settled import with_settings
from octavo.settings import Settings
from octavo.store.database import Database, newest_version


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@with_settings
def backup(settings: Settings, file: Path | None) -> None:
    """Write everything to one checked FILE, also while Octavo runs. Without FILE: a dated one in the data folder.

    The file holds the secrets of your feeds: keep it as safe as the database.
    """
    path = file or _dated(settings)
    count = _written(Database(settings.database), path)
    click.echo(f"Wrote {count} lines to {path}.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@with_settings
def restore(settings: Settings, file: Path) -> None:
    """Fill an empty data folder (or an empty PostgreSQL database) from a backup FILE."""
    make_folder(settings.data)
    with Console(stderr=True).status("Checking and restoring"):
        counts = backups.restore(Database(settings.database), file)
    click.echo(f"Restored {sum(counts.values())} rows of {len(counts)} tables.")


@click.group()
def db() -> None:
    """Look after the database's schema."""


@db.command()
@with_settings
def upgrade(settings: Settings) -> None:
    """Bring the database to this version of Octavo; what is there is backed up first."""
    make_folder(settings.data)
    database = Database(settings.database)
    before = database.version()
    if before == newest_version():
        click.echo("The database is up to date.")
        return
    database.refuse_newer()
    if before:
        path = _dated(settings, suffix=f"-schema-{before}")
        _written(database, path)
        click.echo(f"Backed up to {path}.")
    database.upgrade()
    click.echo(f"The database now has schema {newest_version()}.")


def _dated(settings: Settings, suffix: str = "") -> Path:
    folder = settings.data / "backups"
    make_folder(folder)
    return folder / f"octavo-{datetime.now(UTC):%Y%m%d-%H%M%S}{suffix}.jsonl.zst"


def _written(database: Database, path: Path) -> int:
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Backing up", total=None)
        return backups.write(database, path, tell=lambda count: progress.update(task, completed=count))

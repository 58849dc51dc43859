"""Opening the desk: the database, the client, the pool and the worker's name, from the settings; closing them again."""

import fcntl
import os
import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from octavo.app.compute import Compute
from octavo.app.desk import Desk
from octavo.core.errors import BadInput
from octavo.fetch.client import Client
from octavo.fetch.guard import AllowList
from octavo.fetch.policy import FetchPolicy
from octavo.settings import Settings
from octavo.store.database import Database


def open_database(settings: Settings) -> Database:
    """Return the database of *settings*, brought up to date if it is new; an older one is left for `octavo db upgrade`."""
    make_folder(settings.data)
    database = Database(settings.database)
    if not database.version():
        database.upgrade()
    database.check()
    return database


def make_folder(folder: Path) -> None:
    """Make the data folder, for its owner's eyes only; raise BadInput saying what to do when that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise BadInput(
            f"The data folder {folder} cannot be made: {error.strerror}. Name another one with --data, or correct its permissions."
        ) from error
    if not os.access(folder, os.W_OK | os.X_OK):
        raise BadInput(
            f"The data folder {folder} cannot be written. Correct its permissions, or name another one with --data."
        )


@asynccontextmanager
async def open_desk(
    settings: Settings, *, names: Mapping[str, tuple[str, int]] | None = None, worker: str = "web"
) -> AsyncIterator[Desk]:
    """Give a desk; *names* are hosts of our own (the demo's), which are asked without a pace."""
    database = open_database(settings)
    policy = FetchPolicy(
        pace_seconds=settings.pace,
        named_pace_seconds=0.0 if names else None,
        owner=settings.owner,
        allow=AllowList.parse(settings.allow_hosts),
    )
    compute = Compute(settings.processes)
    try:
        async with Client(policy, names=names) as web:
            yield Desk(db=database, web=web, compute=compute, settings=settings, worker=worker)
    finally:
        compute.close()
        database.close()


@contextmanager
def worker_name(settings: Settings) -> Iterator[str]:
    """Give the name under which this process holds work: the first that no living process of this data folder has.

    A worker that is started after one was killed so gets the dead one's name, and gives back what that one held.
    """
    if settings.worker_name:
        yield settings.worker_name
        return
    make_folder(settings.data)
    number = 1
    while True:
        path = settings.data / f"worker-{number}.lock"
        with path.open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                number += 1
                continue
            yield f"{socket.gethostname()}:{settings.data.resolve()}:{number}"[-200:]
            return

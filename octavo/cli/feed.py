"""`octavo feed`: follow feeds, list them, take them over and give them away, poll them now."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeVar, cast

import click
from rich.console import Console
from rich.progress import Progress

from octavo.app import engine, following, stages
from octavo.app.desk import Desk
from octavo.app.discovering import Discovery, address_of, discover
from octavo.app.following import Added, Wish
from octavo.app.opening import open_database, open_desk, worker_name
from octavo.cli.settled import as_json, fail, show, with_settings
from octavo.core.document import Secret
from octavo.core.errors import BadInput
from octavo.core.ids import FeedId
from octavo.settings import Settings
from octavo.store import feeds as stored
from octavo.store import overview

T = TypeVar("T")

COLUMNS = {
    "id": "ID",
    "source": "Source",
    "kind": "Kind",
    "status": "State",
    "ok_at": "Last good poll",
    "url": "Address",
}


@click.group()
def feed() -> None:
    """Follow feeds, list them, import and export them."""


def at_desk(settings: Settings, do: Callable[[Desk], Awaitable[T]], *, worker: str = "command") -> T:
    """Return what *do* gives at a desk of its own."""

    async def run() -> T:
        async with open_desk(settings, worker=worker) as desk:
            return await do(desk)

    return asyncio.run(run())


@feed.command()
@click.argument("address")
@click.option("--name", default="", help="Name to show instead of the feed's own.")
@click.option("--category", default="", help="Category, such as World.")
@click.option(
    "--reads",
    type=click.Choice(["page", "feed"]),
    default="page",
    help="Read each article's page, or the feed's text only.",
)
@click.option(
    "--shortest", type=click.IntRange(1, 43200), help="Shortest interval between polls, in minutes."
)
@click.option("--user", default="", help="User name; the password is asked for, or read from --secret-file.")
@click.option(
    "--header",
    default="",
    help="Name of a header to send; its value is asked for, or read from --secret-file.",
)
@click.option(
    "--secret-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="File with the password or header value.",
)
@click.option("--unseen", is_flag=True, help="Follow the address without asking it first.")
@with_settings
def add(
    settings: Settings, address: str, name: str, category: str, reads: str, shortest: int | None, user: str, header: str,
    secret_file: Path | None, unseen: bool,
) -> None:  # fmt: skip
    """Follow ADDRESS: a feed, or a page or channel that has one."""
    wish = Wish(
        name, category, cast(Literal["page", "feed"], reads), timedelta(minutes=shortest) if shortest else None,
        _secret(user, header, secret_file),
    )  # fmt: skip

    async def follow(desk: Desk) -> Added | Discovery:
        if unseen:
            return await following.add_unseen(desk, address, wish)
        return await following.add_feed(desk, address, wish)

    added = at_desk(settings, follow)
    if isinstance(added, Discovery):
        lines = "\n".join(f"  {found.url}  {found.title}" for found in added.feeds)
        fail(f"{address} names several feeds. Add the one you want by its own address:\n{lines}")
    click.echo(f"{'Following' if added.is_new else 'Already following'} {added.url} (feed {added.id}).")


def _secret(user: str, header: str, file: Path | None) -> Secret | None:
    if user and header:
        raise BadInput("Give --user or --header, not both.")
    if not user and not header:
        return None
    value = (
        file.read_text().strip()
        if file
        else click.prompt("Password" if user else header, hide_input=True, err=True)
    )
    return Secret(user=user, password=value) if user else Secret(header_name=header, header_value=value)


@feed.command(name="list")
@as_json()
@with_settings
def list_(settings: Settings, json_: bool) -> None:
    """List all feeds with how they are."""
    database = open_database(settings)
    rows: list[dict[str, Any]] = [
        {**asdict(one), "status": "paused" if one.paused else one.status}
        for one in following.list_feeds(database)
    ]
    show(
        rows,
        columns=COLUMNS,
        json_=json_,
        empty="Nothing is followed yet. Add something: octavo feed add ADDRESS",
    )


@feed.command(name="import")
@click.argument("file", type=click.File("rb"))
@with_settings
def import_(settings: Settings, file: BinaryIO) -> None:
    """Follow all feeds of an OPML FILE (- for standard input)."""
    body = file.read()
    imported = at_desk(settings, lambda desk: following.import_opml(desk, body))
    click.echo(f"{imported.new} new feeds, {imported.known} were followed already.")


@feed.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default="-")
@with_settings
def export(settings: Settings, file: Path) -> None:
    """Write all feeds as OPML to FILE (standard output without one), without secrets."""
    body = at_desk(settings, following.export_opml)
    if str(file) == "-":
        sys.stdout.buffer.write(body)
    else:
        try:
            file.write_bytes(body)
        except OSError as error:
            raise BadInput(f"{file} cannot be written: {error.strerror}.") from error


@feed.command(name="discover")
@click.argument("address")
@as_json()
@with_settings
def discover_(settings: Settings, address: str, json_: bool) -> None:
    """Show which feeds ADDRESS has, with their newest titles; follows nothing."""
    found = at_desk(settings, lambda desk: discover(desk, address_of(address)))
    rows: list[dict[str, Any]] = [
        asdict(one) | ({} if json_ else {"newest": "\n".join(one.newest)}) for one in found.feeds
    ]
    show(
        rows, columns={"url": "Address", "title": "Title", "kind": "Kind", "newest": "Newest"}, json_=json_,
        empty="No feed was found there.",
    )  # fmt: skip


@feed.command()
@click.argument("ids", nargs=-1, type=int)
@with_settings
def poll(settings: Settings, ids: tuple[int, ...]) -> None:
    """Poll feeds now (all of them without IDS), read what is new and fold it."""
    with worker_name(settings) as name:
        waiting = at_desk(settings, lambda desk: _poll(desk, [FeedId(i) for i in ids] or None), worker=name)
    click.echo(waiting)


async def _poll(desk: Desk, ids: list[FeedId] | None) -> str:
    before = await desk.db.read(overview.progress, now=desk.clock())
    due = await desk.db.write(stored.poll_soon, ids, now=desk.clock())
    if not due:
        raise BadInput("No feed of that number is followed, or it is paused. `octavo feed list` shows all.")
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(f"Polling {due} feeds", total=None)
        line = stages.line(desk)
        waiting = due
        while waiting:
            draining = asyncio.create_task(engine.drain(desk, line))
            while not draining.done():
                await asyncio.wait([draining], timeout=0.3)
                counts = await desk.db.read(overview.progress, now=desk.clock())
                waiting = counts.waiting
                progress.update(
                    task, description=f"{counts.articles - before.articles} new, {waiting} waiting"
                )
            await draining
            if waiting:
                await asyncio.sleep(0.3)  # pages of one host become due one by one
    after = await desk.db.read(overview.progress, now=desk.clock())
    return f"Polled {due} feeds: {after.articles - before.articles} new articles, {after.stories} stories."

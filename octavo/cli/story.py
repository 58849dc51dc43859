"""`octavo story` and `octavo search`: read the desk from the command line."""

from typing import Any

import click

from octavo.app import reading
from octavo.app.reading import Merged, StoryPage
from octavo.cli.feed import at_desk
from octavo.cli.settled import as_json, show, with_settings
from octavo.core.ids import StoryId
from octavo.core.reading.reports import Report, Story
from octavo.settings import Settings

LIST = {
    "id": "ID",
    "sources": "Sources",
    "origins": "Origins",
    "languages": "Languages",
    "updated_at": "Newest",
    "headline": "Headline",
}
REPORTS = {
    "origin": "Origin",
    "published_at": "Published",
    "source": "Source",
    "language": "Language",
    "title": "Title",
}


@click.group()
def story() -> None:
    """List stories and show one with its reports."""


@story.command(name="list")
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, help="Page of the list.")
@as_json()
@with_settings
def list_(settings: Settings, page: int, json_: bool) -> None:
    """List stories as the front page does, biggest and freshest first."""
    found = at_desk(settings, lambda desk: reading.front_page(desk, page=page))
    show(
        [_story(one) for one in found.list.stories],
        columns=LIST,
        json_=json_,
        empty="There is no story yet. Follow something: octavo feed add ADDRESS",
    )


@story.command(name="show")
@click.argument("number", type=int)
@as_json()
@with_settings
def show_(settings: Settings, number: int, json_: bool) -> None:
    """Show the story of NUMBER: its reports by origin, the first one first."""
    page = at_desk(settings, lambda desk: reading.story(desk, StoryId(number)))
    if isinstance(page, Merged):
        into = page.into
        click.echo(f"Story {number} is now part of story {into}.", err=True)
        page = at_desk(settings, lambda desk: reading.story(desk, into))
    assert isinstance(page, StoryPage)  # a merged story leads to one that is not
    rows = [_report(report) for origin in page.origins for report in (origin.first, *origin.copies)]
    if not json_:
        click.echo(page.story.headline.title)
    show(rows, columns=REPORTS, json_=json_, empty="All its reports are hidden.")


@click.command()
@click.argument("query")
@click.option("--page", type=click.IntRange(1, 1_000_000), default=1, help="Page of the list.")
@as_json()
@with_settings
def search(settings: Settings, query: str, page: int, json_: bool) -> None:
    """Search all articles for the words and "phrases" of QUERY."""
    found = at_desk(settings, lambda desk: reading.find(desk, query, page=page))
    rows = [_report(hit.report) for hit in found.hits]
    columns = {"published_at": "Published", "source": "Source", "title": "Title", "address": "Address"}
    show(rows, columns=columns, json_=json_, empty="Nothing was found.")


def _story(one: Story) -> dict[str, Any]:
    return {
        "id": one.id, "headline": one.headline.title, "source": one.headline.source, "sources": one.sources,
        "articles": one.articles, "origins": one.origins, "languages": one.languages, "section": one.section,
        "first_at": one.first_at, "updated_at": one.updated_at,
    }  # fmt: skip


def _report(one: Report) -> dict[str, Any]:
    return {
        "id": one.id, "origin": one.origin_id, "title": one.title, "source": one.source, "language": one.language,
        "published_at": one.published_at, "true_date": one.true_date, "address": one.address, "story": one.story_id,
        "opening": one.opening, "attribution": one.attribution, "licence": one.licence,
    }  # fmt: skip

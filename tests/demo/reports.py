"""Reports made for tests: only what a test states matters in them."""

from collections.abc import Sequence
from datetime import datetime

from octavo.core.urls import Url
from octavo.demo.world import Outlet, Row, Version


def report(
    identity: str,
    times: Sequence[datetime],
    *,
    event: str = "",
    storyline: str = "",
    texts: Sequence[str] = (),
    title: str = "A report",
) -> Row:
    """Return a report with one version for each of *times*."""
    texts = texts or [f"Text {number}." for number, _ in enumerate(times)]
    return Row(
        id=identity,
        outlet="The Outlet",
        url=Url(f"https://outlet.example/{identity}"),
        language="en",
        kind="article",
        versions=tuple(Version(at, title, (text,)) for at, text in zip(times, texts, strict=True)),
        precision="second",
        section="World",
        author="",
        hashtags=(),
        event=event,
        storyline=storyline,
        licence="CC-BY-4.0",
        attribution="The Outlet, CC BY 4.0.",
        notes=(),
        picture=None,
    )


def outlet(home: str, *rows: Row, type: str = "newsroom") -> Outlet:
    """Return an outlet with *rows*, at home at *home*."""
    return Outlet(name="The Outlet", home=Url(home), type=type, language="en", rows=rows)

"""From a demo text and a design to a page and its label."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench.arabic.dates import STYLES
from bench.arabic.outlets import OUTLETS, Outlet, choose
from octavo.demo.world import Row, World

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ZONE: Final = timezone(timedelta(hours=3))
_RELATED: Final = 6
_WRITERS: Final = ("سلمى الخطيب", "عمر بن ناصر", "هدى المصري", "وائل درويش", "ريم الشامي", "كريم بلقاسم")
_DESK: Final = "فريق التحرير"
_AGENCY: Final = "وام"
_CITY: Final = "أبوظبي"
_SECTIONS: Final = {
    "World": "العالم", "Politics": "سياسة", "Business": "اقتصاد", "Technology": "تكنولوجيا", "Culture": "ثقافة",
    "Sport": "رياضة", "Disasters": "حوادث", "Science": "علوم", "Health": "صحة",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page's bytes and its label, a row of the shape that the scorer reads."""

    body: bytes
    label: Mapping[str, Any]


def make_pages(world: World) -> Iterator[Page]:
    """Yield all pages of all designs; the same world gives the same bytes."""
    chosen = choose(world)
    everything = [row for row in world.rows if row.language == "ar" and row.kind == "article"]
    number = 0
    for outlet in OUTLETS:
        for row in chosen[outlet.design]:
            others = _others(everything, row, start=number)
            yield _page(outlet, row, others, number=number)
            number += 1


def _others(everything: Sequence[Row], row: Row, *, start: int) -> Sequence[Row]:
    """Return reports of other events, for the boxes around the text."""
    others = [other for other in everything if other.id != row.id and other.event != (row.event or "-")]
    return [others[(start * _RELATED + n) % len(others)] for n in range(_RELATED)]


def _page(outlet: Outlet, row: Row, others: Sequence[Row], *, number: int) -> Page:
    at = row.versions[0].at.astimezone(_ZONE)
    paragraphs, title = row.versions[-1].paragraphs, row.versions[-1].title
    author = _author(outlet, number)
    address = f"https://{outlet.host}/{outlet.design}/{row.id}"
    dateline = (
        f"{_CITY} في {at.day} {STYLES['agency'](at).split()[2]} / {_AGENCY} / " if outlet.agency else ""
    )
    html = _TEMPLATES.get_template(f"{outlet.design}.html").render(
        outlet=outlet, row=row, others=others, at=at, day=STYLES[outlet.design](at), title=title, author=author,
        paragraphs=paragraphs, dateline=dateline, agency=_AGENCY, address=address,
        section=_SECTIONS.get(row.section, "أخبار"), linked=_linked(outlet, title, at, author, address),
        posts=_posts(paragraphs, at), data=_data(others),
    )  # fmt: skip
    text = (dateline + paragraphs[0], *paragraphs[1:])
    label = {
        "id": f"arabic-{number:02}-{outlet.design}", "set": "arabic", "url": address, "host": outlet.host, "lang": "ar",
        "charset": outlet.charset, "licence": row.licence, "attribution": row.attribution, "source": row.url, "labels": "made",
        "text": "\n".join(text), "title": title, "author": [author] if author else [], "date": at.isoformat(),
        "must": [paragraphs[0], paragraphs[-1]], "must_not": list(outlet.must_not), "genre": outlet.genre,
        "agencies": [outlet.agency] if outlet.agency else [],
    }  # fmt: skip
    return Page(
        html.encode(outlet.charset, "xmlcharrefreplace"),
        {key: value for key, value in label.items() if value},
    )


def _author(outlet: Outlet, number: int) -> str:
    if outlet.author == "person":
        return _WRITERS[number % len(_WRITERS)]
    return _DESK if outlet.author == "desk" else ""


def _linked(outlet: Outlet, title: str, at: datetime, author: str, address: str) -> str:
    """Return the linked data that most of the designs have in their head."""
    kind = {"live_blog": "LiveBlogPosting", "opinion": "OpinionNewsArticle"}.get(outlet.genre, "NewsArticle")
    publisher = {
        "@type": "NewsMediaOrganization",
        "name": outlet.name,
        "logo": {"@type": "ImageObject", "url": "/logo.png"},
    }
    return json.dumps(
        {
            "@context": "https://schema.org", "@type": kind, "headline": title, "mainEntityOfPage": address,
            "datePublished": at.isoformat(), "dateModified": (at + timedelta(hours=2)).isoformat(), "inLanguage": "ar",
            "author": {"@type": "Person", "name": author} if author else publisher, "publisher": publisher,
            "image": {"@type": "ImageObject", "url": "/images/lead.jpg", "width": 1200},
        },
        ensure_ascii=False,
    )  # fmt: skip


def _posts(paragraphs: Sequence[str], at: datetime) -> Sequence[tuple[str, str]]:
    """Return the paragraphs as posts of a live blog, each with its time, in the order of reading."""
    return [(f"{at + timedelta(minutes=7 * n):%H:%M}", paragraph) for n, paragraph in enumerate(paragraphs)]


def _data(others: Sequence[Row]) -> str:
    """Return the state that a page of a framework carries: whole other stories."""
    stories = [{"title": row.versions[-1].title, "body": list(row.versions[-1].paragraphs)} for row in others]
    return json.dumps({"props": {"pageProps": {"related": stories}}}, ensure_ascii=False).replace(
        "</", "<\\/"
    )

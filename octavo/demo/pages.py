"""The html pages of the demo's outlets: a home page each, and a page for each report in one of four designs.

They are what pages of real outlets are: navigation, related links and a footer around the text, and metadata that readers of
pages rely on.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from octavo.demo.feeds import MEDIA_TYPES
from octavo.demo.licences import licence_url, licences
from octavo.demo.site import Item, Site
from octavo.demo.words import direction, words

_RELATED: Final = 4

_TEMPLATES: Final = Environment(
    loader=PackageLoader("octavo.demo"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)


def write_home(site: Site, shown: Sequence[Item]) -> bytes:
    """Return the site's home page, with the way to its feed and all its reports."""
    return _render("home.html", site, items=shown)


def write_page(site: Site, item: Item, shown: Sequence[Item]) -> bytes:
    """Return a report's page; *shown* is what else the site has out."""
    return _render(
        f"{site.design}.html",
        site,
        item=item,
        row=item.row,
        related=_related(item, shown),
        licence_url=licence_url(item.row.licence),
        licence_name=" / ".join(licence.name for licence in licences(item.row.licence)),
        linked_data=_linked_data(site, item),
    )


def _render(template: str, site: Site, **facts: Any) -> bytes:
    language = site.outlet.language
    page = _TEMPLATES.get_template(template).render(
        site=site,
        language=language,
        direction=direction(language),
        words=words(language),
        feed_type=MEDIA_TYPES[site.format],
        readable=_readable,
        **facts,
    )
    return page.encode()


def _readable(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def _related(item: Item, shown: Sequence[Item]) -> Sequence[Item]:
    """Return a few other reports of the site: of the same storyline or event first, then of the same section."""
    others = [other for other in shown if other.row.id != item.row.id]
    return sorted(others, key=lambda other: _distance(item, other))[:_RELATED]


def _distance(item: Item, other: Item) -> int:
    row, candidate = item.row, other.row
    if row.storyline and row.storyline == candidate.storyline:
        return 0
    if row.event and row.event == candidate.event:
        return 0
    return 1 if row.section == candidate.section else 2


def _linked_data(site: Site, item: Item) -> Mapping[str, Any]:
    """Return the report's facts as schema.org's NewsArticle."""
    row = item.row
    outlet = {"@type": "NewsMediaOrganization", "name": site.outlet.name, "url": site.home}
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": item.address,
        "headline": item.version.title,
        "datePublished": item.published.isoformat(),
        "dateModified": item.changed.isoformat(),
        "inLanguage": row.language,
        "articleSection": row.section,
        "keywords": list(row.hashtags),
        "author": {"@type": "Person", "name": row.author} if row.author else outlet,
        "publisher": outlet,
        "image": [item.picture] if item.picture else [],
        "license": licence_url(row.licence),
        "creditText": row.attribution,
    }

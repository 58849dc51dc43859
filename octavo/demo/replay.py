"""What is true behind the replay: for each demo address the report's own address, date, author's line and licence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from octavo.core.urls import Url
from octavo.demo.licences import licence_url
from octavo.demo.site import FeedFormat, Site, sites
from octavo.demo.world import Outlet, Row, World


@dataclass(frozen=True, slots=True)
class ReplayFact:
    """One report's truth."""

    address: Url
    """Where the demo shows it; the same in every run."""
    original: Url
    """Where it truly stands."""
    published: datetime
    """When it truly came out."""
    precision: str
    """How exactly that is known."""
    versions: tuple[datetime, ...]
    """When each version truly came out, the first included."""
    attribution: str
    licence: str
    """An SPDX expression."""
    licence_url: Url
    """Where the text of that licence, or of the first to choose from, stands."""
    outlet: str
    outlet_type: str
    """Such as "newsroom" or "state-affiliated newspaper"."""
    picture_credit: str
    """Empty where there is no picture."""
    picture_licence_url: Url | None
    notes: tuple[str, ...]
    """What was changed in the text or worked out."""


@dataclass(frozen=True, slots=True)
class OutletFact:
    """One outlet that the demo follows."""

    name: str
    home: Url
    """Its home page in the demo; the same in every run."""
    true_home: Url
    language: str
    outlet_type: str
    feed: Url
    feed_format: FeedFormat


def replay_facts(world: World) -> Sequence[ReplayFact]:
    """Return the truth behind each report, outlet by outlet."""
    return [_fact(site, row) for site in sites(world.outlets) for row in site.outlet.rows]


def outlet_facts(world: World) -> Sequence[OutletFact]:
    """Return each outlet with the feed to follow."""
    return [_outlet_fact(site, site.outlet) for site in sites(world.outlets)]


def _fact(site: Site, row: Row) -> ReplayFact:
    return ReplayFact(
        address=site.page(row),
        original=row.url,
        published=row.versions[0].at,
        precision=row.precision,
        versions=tuple(version.at for version in row.versions),
        attribution=row.attribution,
        licence=row.licence,
        licence_url=licence_url(row.licence),
        outlet=site.outlet.name,
        outlet_type=site.outlet.type,
        picture_credit=row.picture.credit if row.picture else "",
        picture_licence_url=licence_url(row.picture.licence) if row.picture else None,
        notes=row.notes,
    )


def _outlet_fact(site: Site, outlet: Outlet) -> OutletFact:
    return OutletFact(
        name=outlet.name,
        home=site.home,
        true_home=outlet.home,
        language=outlet.language,
        outlet_type=outlet.type,
        feed=site.feed,
        feed_format=site.format,
    )

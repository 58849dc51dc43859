"""The sites of the demo: which host name, which kind of feed and which page design each outlet has, and what stands where.

All is worked out from the outlets alone, so that an address means the same report in every run. Addresses carry no port:
the demo's resolver sends each host name to the loopback server, wherever that listens.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from octavo.core.urls import Url, host_of, parse_url
from octavo.demo.world import Outlet, Picture, Row, Version

FeedFormat = Literal["rss2", "rss1", "atom", "json", "sitemap"]
Design = Literal["broadsheet", "blog", "wire", "wiki"]

_ZONE: Final = "demo.test"

_NO_LABELS: Final = frozenset({"wiki", "portal", "index", "html"})
"""Words in a home page's path that say nothing about the outlet."""

_FORMATS: Final[Mapping[str, FeedFormat]] = {
    "tehrantimes.com": "sitemap",
    "en.wikipedia.org": "atom",
    "ar.wikipedia.org": "atom",
    "blog.rust-lang.org": "atom",
    "blog.go.dev": "atom",
    "en.wikinews.org": "json",
    "ru.wikipedia.org": "json",
    "blog.joinmastodon.org": "json",
    "fr.wikipedia.org": "rss1",
    "news-en.debian.org": "rss1",
    "news-de.debian.org": "rss1",
    "news-es.debian.org": "rss1",
    "news-fr.debian.org": "rss1",
}
"""By host; every other outlet has RSS 2.0."""

_FEED_PATHS: Final[Mapping[FeedFormat, str]] = {
    "rss2": "/feed/",
    "rss1": "/news.rdf",
    "atom": "/atom.xml",
    "json": "/feed.json",
    "sitemap": "/news-sitemap.xml",
}

_DESIGNS: Final[Mapping[str, Design]] = {
    "state-affiliated newspaper": "broadsheet",
    "newsroom": "broadsheet",
    "citizen newsroom": "wire",
    "project news": "blog",
    "encyclopedia main page": "wiki",
    "encyclopedia portal": "wiki",
}
"""By the type of the outlet; a type that is not listed has the first design."""


@dataclass(frozen=True, slots=True)
class Site:
    """An outlet's place in the demo's web."""

    outlet: Outlet
    host: str
    format: FeedFormat
    design: Design

    @property
    def home(self) -> Url:
        """The address of the home page."""
        return self.address("/")

    @property
    def feed_path(self) -> str:
        """The path of the one feed."""
        return _FEED_PATHS[self.format]

    @property
    def feed(self) -> Url:
        """The address of the one feed."""
        return self.address(self.feed_path)

    def address(self, path: str) -> Url:
        """Return the address of *path* on this site."""
        url = parse_url(path, f"http://{self.host}/")
        if url is None:
            raise ValueError(f"no path: {path}")
        return url

    def page(self, row: Row) -> Url:
        """Return the address of a report's page."""
        return self.address(page_path(row))


@dataclass(frozen=True, slots=True)
class Item:
    """A report as its site shows it at one step."""

    row: Row
    address: Url
    version: Version
    published: datetime
    """As shown, not as it was in truth."""
    updated: datetime | None
    """As shown; None as long as the first version stands."""
    picture: Url | None

    @property
    def changed(self) -> datetime:
        """When the report was last touched, as shown."""
        return self.updated or self.published

    @property
    def summary(self) -> str:
        """What the feed tells: a brief's sentence; of an article the first paragraph or its beginning."""
        first = self.version.paragraphs[0]
        return first if self.row.kind == "brief" else _beginning(first)


def sites(outlets: Iterable[Outlet]) -> Sequence[Site]:
    """Return the site of each outlet; no two share a host name."""
    made: list[Site] = []
    used: Counter[str] = Counter()
    for outlet in outlets:
        name = _name(outlet)
        used[name] += 1
        if used[name] > 1:
            name = f"{used[name]}.{name}"
        design = _DESIGNS.get(outlet.type, "broadsheet")
        made.append(Site(outlet, f"{name}.{_ZONE}", _FORMATS.get(name, "rss2"), design))
    return made


def items(site: Site, shown: Mapping[str, tuple[datetime, ...]], *, step: int) -> Sequence[Item]:
    """Return what the site has out at *step*, the newest first."""
    found = [_item(site, row, shown[row.id], step) for row in site.outlet.rows]
    return sorted(found, key=lambda item: (item.published, item.row.id), reverse=True)


def page_path(row: Row) -> str:
    """Return the path of a report's page, the same at every step and anchor."""
    words = re.findall(r"[a-z0-9]+", row.versions[0].title.lower()) if row.versions[0].title.isascii() else []
    return "/news/" + "-".join([*words[:8], row.id])


def picture_path(picture: Picture) -> str:
    """Return the path of a picture on its report's site."""
    return f"/images/{picture.file.name}"


def _item(site: Site, row: Row, shown: Sequence[datetime], step: int) -> Item:
    out = min(step, len(shown) - 1)
    return Item(
        row=row,
        address=site.page(row),
        version=row.version(step),
        published=shown[0],
        updated=shown[out] if out else None,
        picture=site.address(picture_path(row.picture)) if row.picture else None,
    )


def _name(outlet: Outlet) -> str:
    """Return the true host name, with what the home page's path adds to it in front: `blog.go.dev` for `go.dev/blog/`."""
    host = host_of(outlet.home).removeprefix("www.")
    path = outlet.home.partition("://")[2].partition("/")[2]
    words = [word for word in re.findall(r"[a-z0-9]+", path.lower()) if word not in _NO_LABELS]
    return ".".join(["-".join(words), host]) if words else host


def _beginning(text: str, limit: int = 300) -> str:
    if len(text) <= limit:
        return text
    return text[:limit].rpartition(" ")[0].rstrip(",;:–—- ") + " …"

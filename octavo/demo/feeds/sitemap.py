"""A news sitemap: no summary, no author, no rights; all that is left for the page to say."""

from collections.abc import Sequence
from typing import Any

from octavo.demo.feeds.elements import add, root, to_bytes
from octavo.demo.site import Item, Site


def write(site: Site, shown: Sequence[Item]) -> bytes:
    """Return the sitemap of *shown*."""
    document = root("sitemap:urlset", "image", "news", default="sitemap")
    for item in shown:
        _add_url(document, site, item)
    return to_bytes(document)


def _add_url(document: Any, site: Site, item: Item) -> None:
    url = add(document, "sitemap:url")
    add(url, "sitemap:loc", item.address)
    add(url, "sitemap:lastmod", item.changed.isoformat())
    news = add(url, "news:news")
    publication = add(news, "news:publication")
    add(publication, "news:name", site.outlet.name)
    add(publication, "news:language", site.outlet.language)
    add(news, "news:publication_date", item.published.isoformat())
    add(news, "news:title", item.version.title)
    if item.row.hashtags:
        add(news, "news:keywords", ", ".join(item.row.hashtags))
    if item.picture:
        add(add(url, "image:image"), "image:loc", item.picture)

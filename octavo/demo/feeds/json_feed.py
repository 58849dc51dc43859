"""JSON Feed 1.1; it knows no rights, so that these stand in an extension object, `_rights`."""

import json
from collections.abc import Sequence
from typing import Any

from octavo.demo.licences import licence_url, licences
from octavo.demo.site import Item, Site


def write(site: Site, shown: Sequence[Item]) -> bytes:
    """Return the feed of *shown*."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.outlet.name,
        "home_page_url": site.home,
        "feed_url": site.feed,
        "language": site.outlet.language,
        "authors": [{"name": site.outlet.name, "url": site.home}],
        "items": [_item(item) for item in shown],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode()


def _item(item: Item) -> dict[str, Any]:
    row = item.row
    stated: dict[str, Any] = {
        "id": item.address,
        "url": item.address,
        "title": item.version.title,
        # The format wants a content; the whole text of an article stands on its page only.
        "content_text": item.summary,
        "summary": item.summary,
        "date_published": item.published.isoformat(),
        "language": row.language,
        "tags": [row.section, *row.hashtags],
        "_rights": {
            "attribution": row.attribution,
            "licence": licence_url(row.licence),
            "name": " / ".join(licence.name for licence in licences(row.licence)),
        },
    }
    if item.updated:
        stated["date_modified"] = item.updated.isoformat()
    if row.author:
        stated["authors"] = [{"name": row.author}]
    if row.picture and item.picture:
        stated["image"] = item.picture
        size = row.picture.file.stat().st_size
        stated["attachments"] = [{"url": item.picture, "mime_type": "image/jpeg", "size_in_bytes": size}]
    return stated

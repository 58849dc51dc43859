"""Sitemaps, news sitemaps and sitemap index files (sitemaps.org 0.9, with the news, image and video extensions)."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from octavo.core.errors import FeedError
from octavo.core.feeds import media
from octavo.core.feeds.dates import parse_date
from octavo.core.feeds.entry import Enclosure, Entry, ParsedFeed
from octavo.core.feeds.identity import key_of
from octavo.core.feeds.languages import language_tag
from octavo.core.feeds.markup import MOST_ENTRIES, tame
from octavo.core.feeds.plain import one_line
from octavo.core.urls import Url, parse_url

ROOT: Final = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?(?:urlset|sitemapindex)(?=[\s/>])", re.IGNORECASE)
"""How the root element of a sitemap begins."""

MOST_PAGES: Final = 50_000
"""The protocol allows so many pages in one sitemap; of those the newest are kept, as many as of any feed."""

MOST_CHILDREN: Final = 1_000
"""An index's further sitemaps are passed over."""

_MOST_TAGS: Final = 2_000_000
_OLDEST: Final = datetime.min.replace(tzinfo=UTC)


def parse_sitemap(text: str, *, address: Url) -> ParsedFeed:
    """Return the sitemap, or the index of sitemaps, that *text* is; raises FeedError where it is none."""
    tamed, problems = tame(text, root=ROOT, most_entries=MOST_PAGES, most_tags=_MOST_TAGS)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False
    )
    root = etree.fromstring(tamed.encode(), parser) if tamed else None
    if root is None:
        raise FeedError("The address answers with XML that is no sitemap.")
    if parser.error_log:
        problems += ("The sitemap is not well-formed XML.",)
    if _name(root) == "sitemapindex":
        return ParsedFeed(
            kind="sitemap_index", entries=(), children=_children(root, address), problems=problems
        )
    pages = _newest([element for element in root.iter() if _name(element) == "url"])
    entries = tuple(entry for page in pages if (entry := _entry(page, address=address)) is not None)
    if len(pages) == MOST_ENTRIES:
        problems += (f"Only the newest {MOST_ENTRIES} pages were read.",)
    return ParsedFeed(
        kind="sitemap",
        entries=entries,
        title=_publication(pages),
        language=_shared(entry.language for entry in entries),
        problems=problems,
    )


def _name(element: etree._Element) -> str:
    """Return the local name in lower case; comments and instructions have none."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _children(root: etree._Element, address: Url) -> tuple[tuple[Url, datetime | None], ...]:
    """Return an index's sitemaps, the lately changed ones first."""
    found: dict[Url, datetime | None] = {}
    for element in root.iter():
        if _name(element) == "sitemap" and (url := parse_url(_text(element, "loc"), address)):
            found.setdefault(url, parse_date(_text(element, "lastmod")))
    return tuple(sorted(found.items(), key=lambda child: child[1] or _OLDEST, reverse=True)[:MOST_CHILDREN])


def _newest(pages: list[etree._Element]) -> list[etree._Element]:
    """Return the pages that were lately changed or published, in their order; a sitemap may list them in any."""
    if len(pages) <= MOST_ENTRIES:
        return pages
    dates = [
        parse_date(_text(_child(page, "news"), "publication_date") or _text(page, "lastmod")) or _OLDEST
        for page in pages
    ]
    kept = sorted(range(len(pages)), key=lambda place: dates[place], reverse=True)[:MOST_ENTRIES]
    return [pages[place] for place in sorted(kept)]


def _entry(element: etree._Element, *, address: Url) -> Entry | None:
    """Return one page of a sitemap; None where it has no usable address, which is all that a sitemap is about."""
    url = parse_url(_text(element, "loc"), address)
    if url is None:
        return None
    news = _child(element, "news")
    published = parse_date(_text(news, "publication_date")) if news is not None else None
    keywords = _text(news, "keywords") if news is not None else ""
    categories = dict.fromkeys(one_line(word, longest=200) for word in keywords.split(","))
    videos = [part for part in element if _name(part) == "video"]
    title = _text(news, "title") if news is not None else _first(videos, "title")
    return Entry(
        key=key_of("", url=url, title="", date=None),
        url=url,
        title=one_line(title),
        summary=_first(videos, "description"),
        published=published or parse_date(_first(videos, "publication_date")),
        updated=parse_date(_text(element, "lastmod")),
        categories=tuple(name for name in categories if name)[:50],
        enclosures=media.distinct(_videos(videos, address=address)),
        image=_image(element, videos, address=address),
        language=language_tag(_text(_child(news, "publication"), "language")) if news is not None else "",
    )


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return next((part for part in element if _name(part) == name), None) if element is not None else None


def _text(element: etree._Element | None, name: str) -> str:
    """Return the text of a child; of two with one name the sitemap's own comes before an extension's."""
    child = _child(element, name)
    return "".join(child.itertext()).strip() if child is not None else ""


def _first(elements: Sequence[etree._Element], name: str) -> str:
    return _text(elements[0], name) if elements else ""


def _image(element: etree._Element, videos: Sequence[etree._Element], *, address: Url) -> Url | None:
    picture = parse_url(_text(_child(element, "image"), "loc"), address)
    return picture or parse_url(_first(videos, "thumbnail_loc"), address)


def _videos(videos: Iterable[etree._Element], *, address: Url) -> Iterable[Enclosure]:
    for video in videos:
        if url := parse_url(_text(video, "content_loc"), address):
            yield Enclosure(
                url=url,
                kind="video",
                seconds=media.seconds_of(_text(video, "duration")),
                title=one_line(_text(video, "title")),
            )


def _publication(pages: Sequence[etree._Element]) -> str:
    """Return the name of the publication, where all the news is of one."""
    return one_line(_shared(_text(_child(_child(page, "news"), "publication"), "name") for page in pages))


def _shared(values: Iterable[str]) -> str:
    """Return the one value that all have, or empty."""
    found = set(values)
    return found.pop() if len(found) == 1 else ""

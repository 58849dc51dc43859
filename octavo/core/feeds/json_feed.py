"""JSON Feed 1.0 and 1.1."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from octavo.core.errors import FeedError
from octavo.core.feeds import media
from octavo.core.feeds.dates import parse_date
from octavo.core.feeds.entry import Enclosure, Entry, ParsedFeed
from octavo.core.feeds.identity import key_of
from octavo.core.feeds.languages import language_tag
from octavo.core.feeds.markup import MOST_ENTRIES
from octavo.core.feeds.plain import one_line
from octavo.core.urls import Url, parse_url

Facts = Mapping[str, Any]


def parse_json_feed(text: str, *, address: Url) -> ParsedFeed:
    """Return the feed that *text* is; raises FeedError where it is none. What has a wrong type is read as missing."""
    facts = _load(text)
    items = facts.get("items") if isinstance(facts, dict) else None
    if not isinstance(facts, dict) or not isinstance(items, list):
        raise FeedError("The address answers with JSON that is not a JSON Feed.")
    language = language_tag(_text(facts, "language"))
    authors = _authors(facts)
    usable = [item for item in items if isinstance(item, dict)]
    problems = ["Items that are no objects were passed over."] if len(usable) < len(items) else []
    if len(usable) > MOST_ENTRIES:
        problems.append(f"Only the first {MOST_ENTRIES} of {len(usable)} entries were read.")
    return ParsedFeed(
        kind="json",
        entries=tuple(
            _entry(item, address=address, language=language, authors=authors)
            for item in usable[:MOST_ENTRIES]
        ),
        title=one_line(_text(facts, "title")),
        home=parse_url(_text(facts, "home_page_url"), address),
        language=language,
        hub=_hub(facts, address=address),
        problems=tuple(problems),
    )


def _load(text: str) -> Any:
    """Load JSON; control characters inside strings, which the standard forbids, are read over."""
    try:
        return orjson.loads(text)
    except (orjson.JSONDecodeError, UnicodeEncodeError):
        pass
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise FeedError("The address answers with JSON that cannot be read.") from error


def _entry(item: Facts, *, address: Url, language: str, authors: tuple[str, ...]) -> Entry:
    url = parse_url(_text(item, "url"), address) or parse_url(_text(item, "external_url"), address)
    title = one_line(_text(item, "title"))
    published = parse_date(_text(item, "date_published"))
    updated = parse_date(_text(item, "date_modified"))
    summary = _text(item, "summary")
    content = _text(item, "content_html")
    picture = parse_url(_text(item, "image"), address) or parse_url(_text(item, "banner_image"), address)
    return Entry(
        key=key_of(_text(item, "id"), url=url, title=title, date=published or updated),
        url=url,
        title=title,
        summary=summary or ("" if content else _text(item, "content_text")),
        content=content or (_text(item, "content_text") if summary else ""),
        authors=_authors(item) or authors,
        published=published or updated,
        updated=updated,
        categories=_categories(item),
        enclosures=media.distinct(_enclosures(item, address=address)),
        image=picture,
        language=language_tag(_text(item, "language")) or language,
        licence=parse_url(_text(_object(item, "_octavo"), "licence")) or "",
        rights=one_line(_text(_object(item, "_octavo"), "rights"), longest=500),
    )


def _text(facts: Facts, name: str) -> str:
    """Return a fact that should be text; numbers, which many use as ids, are written out."""
    value = facts.get(name)
    if isinstance(value, str):
        return value.strip()
    return (
        str(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e18
        else ""
    )


def _object(facts: Facts, name: str) -> Facts:
    value = facts.get(name)
    return value if isinstance(value, dict) else {}


def _objects(facts: Facts, name: str) -> Iterable[Facts]:
    value = facts.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else ()


def _authors(facts: Facts) -> tuple[str, ...]:
    people = [*_objects(facts, "authors"), _object(facts, "author")]
    names = (one_line(_text(person, "name"), longest=200) for person in people)
    return tuple(dict.fromkeys(name for name in names if name))[:20]


def _categories(item: Facts) -> tuple[str, ...]:
    tags = item.get("tags")
    names = (
        (one_line(tag, longest=200) for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else ()
    )
    return tuple(dict.fromkeys(name for name in names if name))[:50]


def _enclosures(item: Facts, *, address: Url) -> Iterable[Enclosure]:
    for part in _objects(item, "attachments"):
        if url := parse_url(_text(part, "url"), address):
            media_type = one_line(_text(part, "mime_type"), longest=100)
            yield Enclosure(
                url=url,
                kind=media.kind_of(url, media_type=media_type),
                type=media_type,
                bytes=media.size_of(_text(part, "size_in_bytes")),
                seconds=media.seconds_of(_text(part, "duration_in_seconds")),
                title=one_line(_text(part, "title")),
            )


def _hub(facts: Facts, *, address: Url) -> Url | None:
    hubs = (part for part in _objects(facts, "hubs") if _text(part, "type").lower() == "websub")
    return next((url for part in hubs if (url := parse_url(_text(part, "url"), address))), None)

"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, by way of feedparser.

feedparser is given a BytesIO and nothing else: it would open a file or an address of the name that it gets. Its
sanitiser and its link resolver are off: markup is cleaned where it is shown, links are judged by `parse_url`.
"""

import re
import warnings
from collections.abc import Iterable
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any, Final

import feedparser

from octavo.core.errors import FeedError
from octavo.core.feeds import media
from octavo.core.feeds.dates import parse_date
from octavo.core.feeds.entry import Enclosure, Entry, FeedKind, ParsedFeed
from octavo.core.feeds.identity import key_of
from octavo.core.feeds.languages import language_tag
from octavo.core.feeds.markup import MOST_ENTRIES, tame
from octavo.core.feeds.plain import from_html, one_line
from octavo.core.feeds.straight import document as straight
from octavo.core.feeds.terms import fewer_terms
from octavo.core.urls import Url, parse_url

ROOT: Final = re.compile(
    r"<(?:[A-Za-z_][\w.-]*:)?(?:rss|feed|rdf|channel|entry|item)(?=[\s/>])", re.IGNORECASE
)
"""How the root element of such a feed begins."""

_HEADERS: Final = {"content-type": "application/xml; charset=utf-8"}
_DECLARATION: Final = '<?xml version="1.0" encoding="utf-8"?>\n'
_ITEM: Final = re.compile(
    r"<((?:[A-Za-z_][\w.-]*:)?(?:item|entry))(?=[\s>]).*?</\1\s*>", re.DOTALL | re.IGNORECASE
)
_LONE_TAG: Final = re.compile(r"<(?:br|img|hr|wbr)\b[^<>]*>", re.IGNORECASE)
_ADDRESS_AND_NAME: Final = re.compile(r"\S+@\S+\s*\((.+)\)|(.+?)\s*(?:<\S+@\S+>|\(\S+@\S+\))")
_HTML: Final = ("text/html", "application/xhtml+xml")
_RAISED: Final = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
)
"""What feedparser has been seen to raise, or may by the look of it, on odd input."""

Parsed = dict[str, Any]


def parse_rss_atom(text: str, *, address: Url) -> ParsedFeed:
    """Return the feed that *text* is; raises FeedError where it is none."""
    start = ROOT.search(text)
    parsed = straight.read(text[start.start() :]) if start else None
    if parsed is None:
        return parse_any(text, address=address)
    return _feed(parsed, kind=_kind(parsed), address=address, problems=())


def parse_any(text: str, *, address: Url) -> ParsedFeed:
    """Return the feed that *text* is by feedparser's reading, however odd it is; raises FeedError where it is none."""
    tamed, problems = tame(text, root=ROOT)
    if not tamed:
        raise FeedError("The address answers with XML that is neither RSS nor Atom.")
    tamed = fewer_terms(tamed)
    try:
        parsed = _run(tamed, address=address)
    except _RAISED:
        parsed = _run_piecemeal(tamed, address=address)
        problems += ("An entry that could not be read was passed over.",)
    if not parsed["version"] and not parsed["entries"]:
        raise FeedError("The address answers with XML that is neither RSS nor Atom.")
    if parsed.get("bozo"):
        problems += ("The feed is not well-formed XML.",)
    return _feed(parsed, kind=_kind(parsed), address=address, problems=problems)


def _kind(parsed: Parsed) -> FeedKind:
    return "atom" if parsed["version"].startswith("atom") else "rss"


def _run(text: str, *, address: Url) -> Parsed:
    """Run feedparser; it is told the address only where the feed has bases of its own, for resolving costs it time."""
    headers = {**_HEADERS, "content-location": address} if "xml:base" in text else _HEADERS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        parsed: Parsed = feedparser.parse(
            BytesIO((_DECLARATION + text).encode()),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    return parsed


def _run_piecemeal(text: str, *, address: Url) -> Parsed:
    """Read the feed without its entries, then each entry by itself; the ones that cannot be read are missing."""
    items = [found[0] for found in _ITEM.finditer(text)]
    shell = _ITEM.sub("", text)
    try:
        parsed = _run(shell, address=address)
    except _RAISED as error:
        raise FeedError("The feed is so broken that nothing of it can be read.") from error
    entries = []
    for item in items:
        head = shell[: shell.find(">") + 1]
        try:
            entries += _run(
                head + ("<channel>" if "rss" in head[:20].lower() else "") + item, address=address
            )["entries"]
        except _RAISED:
            continue
    return {**parsed, "entries": entries}


def _feed(parsed: Parsed, *, kind: FeedKind, address: Url, problems: tuple[str, ...]) -> ParsedFeed:
    facts = parsed["feed"]
    language = language_tag(_text(facts, "language"))
    licence, rights = _licence(facts, address=address), _rights(facts)
    return ParsedFeed(
        kind=kind,
        entries=tuple(
            _entry(one, kind=kind, address=address, language=language, licence=licence, rights=rights)
            for one in parsed["entries"][:MOST_ENTRIES]
        ),
        title=_title(facts, kind=kind),
        home=_link(facts, kind=kind, address=address),
        language=language,
        ttl=_ttl(facts),
        hub=next(iter(_links(facts, rel="hub", address=address)), None),
        problems=problems,
    )


def _entry(one: Parsed, *, kind: FeedKind, address: Url, language: str, licence: str, rights: str) -> Entry:
    url = _link(one, kind=kind, address=address)
    title = _title(one, kind=kind)
    published, updated = _dates(one)
    enclosures = media.with_duration(
        media.distinct(_enclosures(one, address=address)), media.seconds_of(_text(one, "itunes_duration"))
    )
    summary, content = _texts(one)
    return Entry(
        key=key_of(_text(one, "id"), url=url, title=title, date=published),
        url=url,
        title=title,
        summary=summary,
        content=content,
        authors=_authors(one),
        published=published,
        updated=updated,
        categories=_categories(one),
        enclosures=enclosures,
        image=_image(one, enclosures, address=address),
        language=_entry_language(one) or language,
        licence=_licence(one, address=address) or licence,
        rights=_rights(one) or rights,
    )


def _text(facts: Parsed, name: str) -> str:
    """Return a fact that should be text; feedparser has other things in its place when a feed uses a name oddly."""
    value = dict.get(facts, name)  # its own get would translate names
    return value.strip() if isinstance(value, str) else ""


def _parts(facts: Parsed, name: str) -> Iterable[Parsed]:
    """Return the mappings of a fact that should be a list of them."""
    value = dict.get(facts, name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else ()


def _part(facts: Parsed, name: str) -> Parsed:
    value = dict.get(facts, name)
    return value if isinstance(value, dict) else {}


def _title(facts: Parsed, *, kind: FeedKind) -> str:
    title = _text(facts, "title")
    detail = _part(facts, "title_detail")
    said = _text(detail, "type") if _text(detail, "value") == title else ""
    if said in _HTML or (kind == "rss" and _LONE_TAG.search(title)):
        title = from_html(title)
    return one_line(title)


def _texts(one: Parsed) -> tuple[str, str]:
    """Return summary and content; a content that only repeats the summary is one of them, not both."""
    values = [_text(part, "value") for part in _parts(one, "content")]
    content = max(values, key=len, default="")
    summary = _text(one, "summary")
    return ("" if summary == content else summary), content


def _link(facts: Parsed, *, kind: FeedKind, address: Url) -> Url | None:
    """Return the address of the page that an entry or feed speaks of.

    feedparser takes an id for a link where there is no other. In RSS a guid is one, unless it says that it is not; in
    Atom an id is only a name.
    """
    links = [part for part in _parts(facts, "links") if _text(part, "rel") == "alternate"]
    pages = [part for part in links if _text(part, "type") in ("", *_HTML)]
    for part in (*pages, *links):
        if url := parse_url(_text(part, "href"), address):
            return url
    return parse_url(_text(facts, "link"), address) if kind == "rss" else None


def _links(facts: Parsed, *, rel: str, address: Url) -> list[Url]:
    """Return the addresses of the links with a relation."""
    found = (
        parse_url(_text(part, "href"), address)
        for part in _parts(facts, "links")
        if _text(part, "rel") == rel
    )
    return [url for url in found if url]


def _dates(one: Parsed) -> tuple[datetime | None, datetime | None]:
    """Return when an entry was published and updated; an entry with one date was published then."""
    published = parse_date(_text(one, "published")) or parse_date(_text(one, "created"))
    updated = parse_date(_text(one, "updated"))
    return published or updated, updated


def _authors(one: Parsed) -> tuple[str, ...]:
    """Return the authors' names; the last one from the text as it stands, for feedparser cuts mail addresses too short."""
    names = [_text(part, "name") or _text(part, "email") for part in _parts(one, "authors")]
    whole = _text(one, "author")
    if whole:
        names = [*names[:-1], whole]
    return tuple(dict.fromkeys(name for name in map(_name, names) if name))[:20]


def _name(text: str) -> str:
    """Return a person's name without the mail address that RSS wants in front of it."""
    both = _ADDRESS_AND_NAME.fullmatch(text)
    return one_line(from_html((both[1] or both[2]) if both else text), longest=200)


def _categories(one: Parsed) -> tuple[str, ...]:
    labels = (_text(part, "label") or _text(part, "term") for part in _parts(one, "tags"))
    return tuple(
        dict.fromkeys(name for label in labels if (name := one_line(from_html(label), longest=200)))
    )[:50]


def _enclosures(one: Parsed, *, address: Url) -> Iterable[Enclosure]:
    """Yield the enclosures and Media RSS files that have a usable address."""
    stated = [part for part in _parts(one, "links") if _text(part, "rel") == "enclosure"]
    for part in (*stated, *_parts(one, "media_content")):
        url = parse_url(_text(part, "href") or _text(part, "url"), address)
        if url is None:
            continue
        media_type = one_line(_text(part, "type"), longest=100)
        yield Enclosure(
            url=url,
            kind=media.kind_of(url, media_type=media_type, medium=_text(part, "medium")),
            type=media_type,
            bytes=media.size_of(_text(part, "length") or _text(part, "filesize")),
            seconds=media.seconds_of(_text(part, "duration")),
            title=one_line(_text(part, "title")),
        )


def _image(one: Parsed, enclosures: tuple[Enclosure, ...], *, address: Url) -> Url | None:
    """Return the picture of an entry: the widest thumbnail, else a file that is a picture, else the podcast's."""
    thumbnails = sorted(
        _parts(one, "media_thumbnail"), key=lambda part: -(media.size_of(_text(part, "width")) or 0)
    )
    for part in thumbnails:
        if url := parse_url(_text(part, "url"), address):
            return url
    pictures = (enclosure.url for enclosure in enclosures if enclosure.kind == "image")
    return next(pictures, None) or parse_url(_text(_part(one, "image"), "href"), address)


def _licence(facts: Parsed, *, address: Url) -> str:
    stated = _part(facts, "media_license")
    found = _links(facts, rel="license", address=address)
    return next(iter(found), None) or parse_url(_text(stated, "href") or _text(stated, "url"), address) or ""


def _rights(facts: Parsed) -> str:
    detail = _part(facts, "rights_detail")
    text = _text(facts, "rights")
    return one_line(from_html(text) if _text(detail, "type") in _HTML else text, longest=500)


def _entry_language(one: Parsed) -> str:
    stated = (_text(_part(one, name), "language") for name in ("title_detail", "summary_detail"))
    return next((tag for tag in map(language_tag, stated) if tag), "")


def _ttl(facts: Parsed) -> timedelta | None:
    """Return how long the feed asks to be left alone: RSS ttl in minutes, else the syndication module's period."""
    minutes = _text(facts, "ttl")
    if minutes.isascii() and minutes.isdecimal() and len(minutes) < 8:
        return timedelta(minutes=int(minutes)) or None
    period = _PERIODS.get(_text(facts, "sy_updateperiod").lower())
    often = _text(facts, "sy_updatefrequency") or "1"
    if period is None or not (often.isascii() and often.isdecimal() and len(often) < 5 and int(often)):
        return None
    return period / int(often)


_PERIODS: Final = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(days=7),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}

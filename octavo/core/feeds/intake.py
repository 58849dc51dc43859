"""What a poll adds to the desk: new articles and entries, entries that say something else now, and which pages are read."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

import orjson

from octavo.core.feeds.entry import Enclosure, Entry, ParsedFeed
from octavo.core.feeds.first_poll import first_poll
from octavo.core.feeds.identity import Known, digest, sort_out
from octavo.core.feeds.plain import from_html, one_line
from octavo.core.ids import ArticleId, FeedId, RoundId, SourceId
from octavo.core.urls import UrlKey, canonical, host_of

TEASER: Final = 500
MOST_AT_ONCE: Final = 100
"""Pages that a later poll reads at most; what a feed brings beyond that stays headlines."""
CHANGES_FOR: Final = timedelta(days=7)
"""How long after its appearance a changed entry has its page fetched again."""

_ADDRESSES: Final = frozenset({"sitemap", "sitemap_index"})
"""Kinds of feeds that may list bare addresses."""

Again = Literal["fetch", "read"]


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """What the store holds of an entry."""

    key: str
    url_key: str
    digest: str
    title: str
    first_seen_at: datetime
    article_id: ArticleId | None
    has_page: bool


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article as its feed states it, ready to be kept."""

    source_id: SourceId
    key: str
    url: str
    title: str
    teaser: str
    byline: str
    language: str
    section: str
    rights: str
    licence: str
    tags: str
    media: str
    published_at: datetime
    changed_at: datetime | None
    round_id: RoundId
    stage: Again
    next_try_at: datetime


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry that was not there before, with the key of its article; an empty key: it is only remembered."""

    feed_id: FeedId
    key: str
    url_key: str
    digest: str
    title: str
    content: str
    article_key: str


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry that says something else than before, and the stage that its article goes through again."""

    feed_id: FeedId
    key: str
    article_id: ArticleId | None
    digest: str
    title: str
    teaser: str
    content: str
    changed_at: datetime | None
    again: Again


@dataclass(frozen=True, slots=True)
class Polled:
    """The feed that was polled, as far as intake needs it."""

    feed_id: FeedId
    source_id: SourceId
    round_id: RoundId
    language: str
    section: str
    reads_pages: bool
    newest: int
    """How many pages are read at most: few of a first poll."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What a poll adds."""

    articles: tuple[NewArticle, ...] = ()
    entries: tuple[NewEntry, ...] = ()
    changes: tuple[ChangedEntry, ...] = ()


def take_in(
    parsed: ParsedFeed,
    known: Sequence[KnownEntry],
    *,
    polled: Polled,
    now: datetime,
    gaps: Mapping[str, timedelta],
) -> Intake:
    """Return what *parsed* adds to what is *known*. *gaps* is each host's pace: the pages of one host become due one by one."""
    held = {k.key: k for k in known}
    found = sort_out(
        parsed.entries,
        [Known(k.key, UrlKey(k.url_key) if k.url_key else None, k.digest, k.title) for k in known],
    )
    new = list(found.new)
    chosen = first_poll(new, now=now, newest=polled.newest)
    due = _turns([entry for entry in chosen.read if _has_page(entry, polled)], now=now, gaps=gaps)
    read = frozenset(entry.key for entry in chosen.read)
    articles, entries = [], []
    for entry in new:
        # An address without words is nothing to show: the older ones of a sitemap are only remembered.
        wanted = bool(entry.title) or entry.key in read or parsed.kind not in _ADDRESSES
        article = _article(entry, polled=polled, now=now, due=due.get(entry.key)) if wanted else None
        articles += [article] if article else []
        entries.append(_entry(entry, polled.feed_id, article.key if article else ""))
    changes = (_change(entry, held[entry.key], polled=polled, now=now) for entry in found.changed)
    return Intake(tuple(articles), tuple(entries), tuple(changes))


def _has_page(entry: Entry, polled: Polled) -> bool:
    """Say whether the entry's page is to be fetched: podcasts and videos speak through their feed."""
    media = any(enclosure.kind in ("audio", "video") for enclosure in entry.enclosures)
    return polled.reads_pages and entry.url is not None and not media


def _turns(entries: Sequence[Entry], *, now: datetime, gaps: Mapping[str, timedelta]) -> dict[str, datetime]:
    """Return when each entry's page is due: newest first, each host at its pace, so that claims mix the hosts."""
    turns: dict[str, datetime] = {}
    waiting: dict[str, int] = {}
    for entry in entries:
        host = host_of(entry.url) if entry.url else ""
        turns[entry.key] = now + gaps.get(host, timedelta(0)) * waiting.get(host, 0)
        waiting[host] = waiting.get(host, 0) + 1
    return turns


def _article(entry: Entry, *, polled: Polled, now: datetime, due: datetime | None) -> NewArticle:
    published = entry.published or entry.updated or now
    return NewArticle(
        source_id=polled.source_id,
        key=canonical(entry.url) if entry.url else f"entry:{polled.feed_id}:{_short(entry.key)}",
        url=entry.url or "",
        title=entry.title,
        teaser=_teaser(entry),
        byline=", ".join(entry.authors)[:500],
        language=entry.language or polled.language,
        section=polled.section,
        rights=one_line(entry.rights, longest=500),
        licence=entry.licence,
        tags=orjson.dumps(entry.categories[:20]).decode() if entry.categories else "",
        media=_media(entry.enclosures),
        published_at=min(published, now),
        changed_at=min(entry.updated, now) if entry.updated and entry.updated != published else None,
        round_id=polled.round_id,
        stage="fetch" if due else "read",
        next_try_at=due or now,
    )


def _entry(entry: Entry, feed_id: FeedId, article_key: str) -> NewEntry:
    return NewEntry(
        feed_id=feed_id,
        key=entry.key,
        url_key=canonical(entry.url) if entry.url else "",
        digest=digest(entry),
        title=entry.title,
        content=entry.content or entry.summary,
        article_key=article_key,
    )


def _change(entry: Entry, known: KnownEntry, *, polled: Polled, now: datetime) -> ChangedEntry:
    fetch = known.has_page and polled.reads_pages and now - known.first_seen_at < CHANGES_FOR
    return ChangedEntry(
        feed_id=polled.feed_id,
        key=known.key,
        article_id=known.article_id,
        digest=digest(entry),
        title=entry.title or known.title,
        teaser=_teaser(entry),
        content=entry.content or entry.summary,
        changed_at=min(entry.updated, now) if entry.updated else now,
        again="fetch" if fetch else "read",
    )


def _teaser(entry: Entry) -> str:
    """Return the feed's own words about the article as plain text."""
    return one_line(from_html(entry.summary or entry.content), longest=TEASER)


def _media(enclosures: Sequence[Enclosure]) -> str:
    """Return what can be listened to or watched, and pictures, as JSON."""
    kept = [e for e in enclosures if e.kind != "other"][:10]
    rows = [
        {"url": e.url, "kind": e.kind, "type": e.type, "seconds": e.seconds, "title": e.title[:200]}
        for e in kept
    ]
    return orjson.dumps(rows).decode() if rows else ""


def _short(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:24]

"""Which of a feed's entries are known already, and which of those have changed.

An entry is a known item if it has its key, or if it has another key but the canonical link: many feeds make new ids
at each poll, others hang a new tracking parameter on each link. A link identifies only where it is one entry's own:
items that all link to one page are told apart by their keys.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from octavo.core.feeds.entry import Entry
from octavo.core.urls import Url, UrlKey, canonical

_LONGEST_KEY: Final = 500
_TAG: Final = re.compile(r"<[^<>]*>")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Known:
    """What the store holds of one item of the feed."""

    key: str
    url_key: UrlKey | None
    digest: str
    title: str


@dataclass(frozen=True, slots=True)
class Sorted:
    """A poll's entries, each item once; what is known carries the key that it is known by."""

    new: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    same: tuple[Entry, ...] = ()


def key_of(stated: str, *, url: Url | None, title: str, date: datetime | None) -> str:
    """Return an entry's key: its stated id, else its canonical address, else a digest of title and date."""
    stated = " ".join(stated.split())
    if stated:
        return stated if len(stated) <= _LONGEST_KEY else f"{stated[:100]}…{_hash(stated)}"
    if url:
        return canonical(url)
    return _hash(f"{title}\n{date.isoformat() if date else ''}")


def tell_apart(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries with keys that differ where the items do; entries that share id and link keep one key.

    Where an id is shared by entries with other links, the link is added to it; where entries without ids all link to
    one page, their titles tell them apart.
    """
    shared = {key for key, count in Counter(entry.key for entry in entries).items() if count > 1}
    links: dict[str, set[UrlKey | None]] = {key: set() for key in shared}
    for entry in entries:
        if entry.key in shared:
            links[entry.key].add(_link(entry))
    return tuple(
        replace(entry, key=_told_apart(entry, several_links=len(links[entry.key]) > 1))
        if entry.key in shared
        else entry
        for entry in entries
    )


def _told_apart(entry: Entry, *, several_links: bool) -> str:
    link = _link(entry)
    if link == entry.key:
        return f"{entry.key} {_hash(entry.title)}"
    if several_links:
        return f"{entry.key} {link or _hash(entry.title)}"
    return entry.key


def digest(entry: Entry) -> str:
    """Return what changes only when the entry's title, text or time of update changes; markup and spaces do not count."""
    words = _SPACE.sub(" ", _TAG.sub(" ", f"{entry.title}\n{entry.summary}\n{entry.content}")).strip()
    return f"{_hash(words)}{_UPDATED}{entry.updated:%Y%m%d%H%M}" if entry.updated else _hash(words)


def sort_out(entries: Iterable[Entry], known: Iterable[Known]) -> Sorted:
    """Return which entries are new, which are known and changed, and which are known and the same; each in feed order.

    An entry with neither title, link, text nor media is nothing that could be shown, and is in none of the three.
    """
    told_apart = tell_apart([entry for entry in entries if _says_something(entry)])
    entries = tuple({entry.key: entry for entry in reversed(told_apart)}.values())[::-1]
    known = tuple(known)
    by_key = {one.key: one for one in known}
    own_links = _once(_link(entry) for entry in entries)
    known_links = _once(one.url_key for one in known)
    by_link = {one.url_key: one for one in known if one.url_key in known_links}
    stamped = _is_stamped(entries)
    new, changed, same = [], [], []
    for entry in entries:
        link = _link(entry)
        held = by_key.get(entry.key) or (by_link.get(link) if link in own_links else None)
        if held is None:
            new.append(entry)
        elif _differs(digest(entry), held.digest, stamped=stamped):
            changed.append(replace(entry, key=held.key))
        else:
            same.append(replace(entry, key=held.key))
    return Sorted(tuple(new), tuple(changed), tuple(same))


def _says_something(entry: Entry) -> bool:
    return bool(entry.url or entry.title or entry.summary or entry.content or entry.enclosures)


_UPDATED: Final = "@"


def _differs(now: str, before: str, *, stamped: bool) -> bool:
    """Compare two digests; a time that the feed stamps on all its entries says nothing about one of them."""
    if stamped:
        return now.partition(_UPDATED)[0] != before.partition(_UPDATED)[0]
    return now != before


def _is_stamped(entries: Sequence[Entry]) -> bool:
    return len(entries) > 1 and len({entry.updated for entry in entries}) == 1


def _once(links: Iterable[UrlKey | None]) -> frozenset[UrlKey]:
    """Return the links that occur once."""
    return frozenset(link for link, count in Counter(links).items() if count == 1 and link is not None)


def _link(entry: Entry) -> UrlKey | None:
    return canonical(entry.url) if entry.url else None


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:24]

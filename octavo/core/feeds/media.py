"""Media that come with an entry: enclosures, their kind and length, and the picture that stands for the entry."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from octavo.core.feeds.entry import Enclosure, EnclosureKind
from octavo.core.urls import Url

MOST: Final = 50
"""An entry's further enclosures are passed over."""

_BY_ENDING: Final[dict[str, EnclosureKind]] = {
    **dict.fromkeys(("mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac"), "audio"),
    **dict.fromkeys(("mp4", "m4v", "mov", "webm", "ogv", "mkv", "avi", "m3u8"), "video"),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif", "svg"), "image"),
}
_ENDING: Final = re.compile(r"\.([a-z0-9]{2,4})$")
_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:\.\d+)?")
_YEAR: Final = 366 * 24 * 3600


def kind_of(url: Url, *, media_type: str = "", medium: str = "") -> EnclosureKind:
    """Return what sort of file stands at *url*, from what is said about it, else from the ending of its path."""
    said = medium.strip().lower() or media_type.strip().lower().partition("/")[0]
    match said:
        case "audio" | "video" | "image":
            return said
        case _:
            ending = _ENDING.search(url.partition("?")[0].partition("#")[0].lower())
            return _BY_ENDING.get(ending[1], "other") if ending else "other"


def seconds_of(text: str) -> int | None:
    """Return a duration that is written as seconds or as a clock (`1:02:03`); None for anything else."""
    text = text.strip()
    if clock := _CLOCK.fullmatch(text):
        seconds = int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    elif re.fullmatch(r"\d{1,8}(\.\d+)?", text):
        seconds = int(float(text))
    else:
        return None
    return seconds if 0 < seconds < _YEAR else None


def size_of(text: str) -> int | None:
    """Return a number of bytes; None where it is missing or cannot be."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and 0 < len(text) < 16 and int(text) else None


def distinct(enclosures: Iterable[Enclosure]) -> tuple[Enclosure, ...]:
    """Return each address once, in order, with what any mention of it says."""
    found: dict[Url, Enclosure] = {}
    for one in enclosures:
        first = found.get(one.url)
        if first is None:
            if len(found) < MOST:
                found[one.url] = one
            continue
        found[one.url] = Enclosure(
            url=one.url,
            kind=first.kind if first.kind != "other" else one.kind,
            type=first.type or one.type,
            bytes=first.bytes or one.bytes,
            seconds=first.seconds or one.seconds,
            title=first.title or one.title,
        )
    return tuple(found.values())


def with_duration(enclosures: tuple[Enclosure, ...], seconds: int | None) -> tuple[Enclosure, ...]:
    """Return the enclosures with the entry's own duration on its first recording, where that states none."""
    if seconds is None:
        return enclosures
    for place, one in enumerate(enclosures):
        if one.kind in ("audio", "video"):
            timed = replace(one, seconds=one.seconds or seconds)
            return (*enclosures[:place], timed, *enclosures[place + 1 :])
    return enclosures

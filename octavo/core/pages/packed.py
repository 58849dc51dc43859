"""An article on its way to the process that reads it: page and feed text stay packed until they are looked at.

A batch of pages of ten megabytes each is so never in memory at once, neither here nor there.
"""

from dataclasses import dataclass, field, replace

from octavo.core.packing import unpack
from octavo.core.pages.outcome import Read, Unread
from octavo.core.pages.read import read


@dataclass(frozen=True, slots=True)
class Packed:
    """An article before it is read, its large parts as they are kept."""

    unread: Unread
    """All but its page and its feed's text."""
    page: bytes | None = field(default=None, repr=False)
    feed_text: bytes | None = field(default=None, repr=False)


def read_packed(packed: Packed) -> Read:
    """Return the article as `read` does."""
    body = unpack(packed.page) if packed.page is not None else None
    return read(replace(packed.unread, body=body, feed_text=unpack(packed.feed_text).decode()))

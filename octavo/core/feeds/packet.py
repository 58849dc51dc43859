"""A fetched feed on its way to a pool process: this module is all that such a process has to import."""

from dataclasses import dataclass, field

from octavo.core.feeds.entry import ParsedFeed
from octavo.core.feeds.parse import parse_feed
from octavo.core.urls import Url


@dataclass(frozen=True, slots=True)
class Packet:
    """What parsing needs of a document, small enough to cross processes."""

    body: bytes = field(repr=False)
    content_type: str
    address: Url


def parse_packet(packet: Packet) -> ParsedFeed:
    """Return what the feed in *packet* states; raises as `parse_feed` does."""
    return parse_feed(packet.body, content_type=packet.content_type, address=packet.address)

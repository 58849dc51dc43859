import subprocess
import sys

from octavo.core.feeds.packet import Packet, parse_packet
from tests.core.feeds.making import ADDRESS, item, rss


def test_a_packet_is_parsed_as_the_feed_that_it_carries() -> None:
    found = parse_packet(Packet(rss([item("1"), item("2")]).encode(), "text/xml", ADDRESS))

    assert [entry.title for entry in found.entries] == ["Title 1", "Title 2"]


def test_a_process_that_parses_imports_neither_database_nor_client() -> None:
    script = "import sys, octavo.core.feeds.packet; print(*{'sqlalchemy', 'aiohttp', 'trafilatura'} & set(sys.modules))"

    found = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)

    assert found.stdout.strip() == ""

"""A loopback server of many well-behaved outlets, as a process of its own: feeds of the demo world's texts, with ETags.

python -m bench.outlets --feeds 50 --items 20 [--pages FOLDER] prints its port. `/N/feed` is the feed of outlet N, `/N/K`
its Kth article: a page of the folder, in the order of their names, to which the feed says nothing but its address.
"""

import argparse
import asyncio
import hashlib
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

from octavo.demo.world import load_world


class Outlets:
    """Answers for all outlets, each request on its own, on lines that stay open."""

    def __init__(self, pages: Sequence[bytes], *, feeds: int, items: int, now: datetime) -> None:
        self._pages = pages
        self._items = items
        texts = [row.version(0) for row in load_world().rows]
        self._feeds = [
            self._feed(number, items, texts=[(v.title, " ".join(v.paragraphs)) for v in texts], now=now)
            for number in range(feeds)
        ]

    def _feed(self, number: int, items: int, *, texts: Sequence[tuple[str, str]], now: datetime) -> bytes:
        """Write one feed; item K of it stands at `/NUMBER/K` and was published so many minutes ago."""
        rows = []
        for k in range(items):
            title, text = texts[(number * items + k) % len(texts)]
            date = format_datetime(now - timedelta(minutes=k))
            words = f"<title>{escape(title)}</title><description>{escape(text[:400])}</description>"
            rows.append(
                f"<item>{'' if self._pages else words}<link>HERE/{number}/{k}</link>"
                f"<guid isPermaLink='false'>{number}-{k}</guid><pubDate>{date}</pubDate>"
                "</item>"
            )
        head = f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>Outlet {number}</title>"
        return f"{head}<description>d</description>{''.join(rows)}</channel></rss>".encode()

    async def line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request after the other."""
        with suppress(OSError, asyncio.IncompleteReadError, ValueError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                writer.write(self._answer(head))
                await writer.drain()
        writer.close()

    def _answer(self, head: str) -> bytes:
        first, *lines = head.split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        path = first.split(" ")[1]
        outlet, _, name = path.strip("/").partition("/")
        if name == "feed" and int(outlet) < len(self._feeds):
            body = self._feeds[int(outlet)].replace(b"HERE", b"http://" + headers["host"].encode())
            return _reply(body, "application/rss+xml; charset=utf-8", headers)
        place = int(outlet) * self._items + int(name) if name.isdigit() else len(self._pages)
        if place < len(self._pages):
            return _reply(self._pages[place], "text/html", headers)
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def _reply(body: bytes, content_type: str, headers: dict[str, str]) -> bytes:
    etag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    if headers.get("if-none-match") == etag:
        return f"HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n".encode()
    told = f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\nETag: {etag}"
    return f"HTTP/1.1 200 OK\r\n{told}\r\n\r\n".encode() + body


async def serve(outlets: Outlets) -> None:
    """Serve until the process is ended; the port is printed first."""
    server = await asyncio.start_server(outlets.line, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


@contextmanager
def serving(*, feeds: int, items: int, pages: Path | None = None) -> Iterator[int]:
    """Run the server in a process of its own while the block runs; give its port."""
    command = [sys.executable, "-m", "bench.outlets", "--feeds", str(feeds), "--items", str(items)]
    command += ["--pages", str(pages)] if pages else []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def main(argv: Sequence[str] | None = None) -> int:
    """Serve."""
    parser = argparse.ArgumentParser(prog="bench.outlets", description=__doc__)
    parser.add_argument("--feeds", type=int, required=True)
    parser.add_argument("--items", type=int, required=True)
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help="html files to serve as articles")
    options = parser.parse_args(argv)
    pages = [path.read_bytes() for path in sorted(options.pages.glob("*.html"))] if options.pages else []
    now = datetime.now(UTC)
    asyncio.run(serve(Outlets(pages, feeds=options.feeds, items=options.items, now=now)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

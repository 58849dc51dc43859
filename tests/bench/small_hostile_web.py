"""A hostile web of five rows that speaks as `python -m bench.hostile` expects of any: the first line printed is its port."""

import json
from collections import Counter
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

ITEM = "<item><title>Entry {0}</title><link>http://HOST/{1}</link><guid>{0}</guid></item>"
TEXT = "".join(
    f"<p>The river Elbe rose to {n} metres on Monday, and the dam held until dusk.</p>" for n in range(9)
)


def feed(*links: str) -> str:
    items = "".join(ITEM.format(n, link) for n, link in enumerate(links, 1))
    return f"<rss version='2.0'><channel><title>Small</title>{items}</channel></rss>"


PAGES: dict[str, tuple[int, str]] = {
    "/control/rss": (200, feed("a", "b")),
    "/control/wrong": (200, feed("a", "b")),
    "/feed-of/control/article": (200, feed("control/article")),
    "/control/article": (200, f"<html><body><article><h1>Entry 1</h1>{TEXT}</article></body></html>"),
    "/redirect/trap": (302, "/trap/inner"),
    "/trap/inner": (200, feed("inner")),
    "/xss/title": (200, feed("x").replace("Entry 1", "&lt;img src=http://HOST/pwned/title.img&gt;")),
}
ROWS: list[dict[str, Any]] = [
    {
        "path": "/control/rss",
        "ask_for": "feed",
        "expected": {"entries_kept": 2, "first_title": "Entry 1", "polls": 2},
    },
    {"path": "/control/wrong", "ask_for": "feed", "expected": {"entries_kept": 3, "refused": True}},
    {
        "path": "/control/article",
        "ask_for": "article",
        "expected": {"contains": ["The river Elbe"], "refused": False},
    },
    {"path": "/redirect/trap", "ask_for": "feed", "expected": {"traps": ["inner"]}},
    {"path": "/xss/title", "ask_for": "feed", "expected": {"traps": ["pwned"], "lacks": ["<script"]}},
]


class Small(BaseHTTPRequestHandler):
    """Answers for the rows, and for what the bench asks."""

    traps: ClassVar[Counter[str]] = Counter()
    fired: ClassVar[Counter[str]] = Counter()
    journal: ClassVar[list[dict[str, Any]]] = []

    def do_GET(self) -> None:
        own: dict[str, Callable[[], Any]] = {
            "/": self.listing,
            "/traps": lambda: dict(self.traps),
            "/pwned/report": lambda: dict(self.fired),
        }
        own |= {"/journal": lambda: self.journal, "/reset": self.reset}
        if self.path in own:
            return self.say(200, json.dumps(own[self.path]()))
        self.journal.append({"target": self.path, "host": "127.0.0.1"})
        for prefix, counter in (("/trap/", self.traps), ("/pwned/", self.fired)):
            if self.path.startswith(prefix):
                counter[self.path.removeprefix(prefix)] += 1
        status, body = PAGES.get(self.path, (404, ""))
        return self.say(status, body.replace("HOST", self.headers["Host"]))

    def listing(self) -> list[dict[str, Any]]:
        base = f"http://{self.headers['Host']}"
        return [
            {
                **row,
                "group": row["path"].split("/")[1],
                "address": base + ("/feed-of" if row["ask_for"] == "article" else "") + row["path"],
            }
            for row in ROWS
        ]

    def reset(self) -> str:
        self.traps.clear()
        self.fired.clear()
        self.journal.clear()
        return "forgotten"

    def say(self, status: int, body: str) -> None:
        self.send_response(status)
        if status == 302:
            self.send_header("Location", body)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    log_message: Callable[..., None] = lambda *_: None


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Small)
    print(server.server_port, flush=True)
    server.serve_forever()

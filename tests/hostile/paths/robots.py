"""robots.txt; `/robots/NAME` is what the host `robots-NAME.test` says of itself."""

import gzip
from typing import Final

from tests.hostile.kit import Catalogue, Handler, forever, head, packed, redirect, reply, served, silence
from tests.hostile.paths.compression import bomb

_RULES: Final = b"User-agent: *\n"
FORBIDDING: Final = frozenset({"forbids", "bom", "after-redirect", "first-kilobytes", "gzip"})
"""Names whose rules forbid /control/page."""
SILENT: Final = frozenset({"error-500", "too-many", "never-answers"})
"""Names that do not say, for now."""


def path_for(host: str) -> str:
    """Return the path that answers for the robots.txt of *host*."""
    return f"/robots/{host.removeprefix('robots-').removesuffix('.test')}"


def plug(paths: Catalogue) -> None:
    """Register the paths of this group; as documents they are all fetched, or fail, like any other."""
    forbid = _RULES + b"Disallow: /control/\n"
    rows: tuple[tuple[str, Handler], ...] = (
        ("forbids", served(reply(forbid))),
        ("bom", served(reply(b"\xef\xbb\xbf" + forbid))),
        ("after-redirect", served(redirect("/robots/forbids"))),
        ("gzip", served(packed(gzip.compress(forbid), "gzip"))),
        ("first-kilobytes", served(reply(forbid + b"# padding\n" * 300_000))),
        ("allows", served(reply(_RULES + b"Disallow: /other/\n"))),
        ("others", served(reply(b"User-agent: Otherbot\nDisallow: /\n"))),
        ("too-late", served(reply(_RULES + b"# padding\n" * 100_000 + b"Disallow: /control/\n"))),
        ("missing", served(reply(b"", status="404 Not Found"))),
        ("refused", served(reply(b"", status="403 Forbidden"))),
        ("loop", served(redirect("/robots/loop"))),
        (
            "six-redirects",
            lambda ask: redirect(f"/robots/six-redirects?{ask.time}") if ask.time < 8 else reply(forbid),
        ),
        ("inner", lambda ask: redirect(f"http://127.0.0.1:{ask.inner_port}/trap")),
        ("html", served(reply(b"<!doctype html><html><body>Disallow: / they said</body></html>"))),
        ("odd-bytes", served(reply(b"\xff\xfe\x00User-agent: *\r\rDisallow:\r\n\x00"))),
        ("asterisks", served(reply(_RULES + b"Disallow: /" + b"*a" * 5000 + b"$\n"))),
        ("delay-huge", served(reply(_RULES + b"Crawl-delay: 1000000000\n"))),
        ("not-http", served(b"no rules here\r\n")),
        ("error-500", served(reply(b"", status="500 Internal Server Error"))),
        ("too-many", served(reply(b"", status="429 Too Many Requests"))),
        ("never-answers", lambda ask: silence()),
        ("closes", served(b"")),
    )
    for name, handler in rows:
        paths.add(f"/robots/{name}", handler, "Say what programs may read.")
    endless = _RULES + b"Disallow: /x\n" * 5000
    paths.add("/robots/endless", lambda ask: forever(head() + _RULES, endless), "Stop reading.", heavy=True)
    paths.add("/robots/bomb", lambda ask: packed(bomb("gzip"), "gzip"), "Hold the limit.", heavy=True)

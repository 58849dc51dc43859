"""An outlet that puts markup which wants to act into every field of its feed and its pages."""

from html import escape
from typing import Final

from tests.browser.vectors import AWAY, BARE, VECTORS
from tests.fetch.outlet import Outlet

HOST: Final = "evil.test"
_RECORDINGS_PUBLISHED: Final = 5
FEED: Final = f"http://{HOST}/rss"

_CHANNEL: Final = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>Gazette &lt;img src=no onerror={bare}&gt;&lt;script&gt;{bare}&lt;/script&gt;</title><link>http://{host}/</link>
<description>&lt;script&gt;{bare}&lt;/script&gt;</description><language>en</language>
<copyright>&lt;img src=no onerror={bare}&gt;</copyright>{items}</channel></rss>"""

_ITEM: Final = """<item><title>Report {n} of the council {markup}</title><link>http://{host}/{n}</link>
<guid>javascript:{bare}//{n}</guid><dc:creator>Ann {markup}</dc:creator><category>{markup}</category><category>Harbour</category>
<description>{markup} Summary {n}</description><content:encoded>&lt;p&gt;{markup}&lt;/p&gt;&lt;p&gt;{text}&lt;/p&gt;</content:encoded>
<media:content url="{away}/{n}.jpg" medium="image"><media:title>{markup}</media:title></media:content>
<media:credit>{markup}</media:credit>{recordings}</item>"""

_RECORDINGS: Final = """<enclosure url="javascript:{bare}" type="audio/mpeg" length="1"/>
<enclosure url="{away}/{n}.mp3" type="audio/mpeg" length="1"/>
<media:content url="{away}/{n}.mp4" medium="video"><media:title>{markup}</media:title></media:content>"""

_PAGE: Final = """<!doctype html><html lang="en"><head><title>Report {n} of the council {escaped}</title>
<meta name="author" content="Ann {escaped}"><meta property="og:site_name" content="Gazette {escaped}">
<meta property="og:description" content="{escaped}"><meta property="og:image" content="{away}/{n}.jpg">
<meta name="keywords" content="{escaped}"></head>
<body><article><h1>Report {n} of the council {html}</h1><p class="byline">By Ann {html}</p>
<figure><img src="/{n}.jpg" alt="{escaped}"><figcaption>{html}</figcaption></figure>
<p>{text}</p><p>{html} stood in the middle of a paragraph of report {n}, between words that everybody may read.</p>
<blockquote>{html}</blockquote><ul><li>{html}</li></ul><h2>{html}</h2><p>{text} {escaped}</p></article></body></html>"""

_TEXT: Final = (
    "The harbour of the town of Report{n} was closed on Monday after the council number {n} had voted for new rules on ships, "
    "said the mayor of ward {n}. Fishermen of the quarter {n} called it a hard day for their families and for the market."
)


def publish(outlet: Outlet) -> None:
    """Put the feed and its pages onto *outlet*: one report for each vector, and recordings (whose pages nobody reads) with many."""
    reports = [vector.html for vector in VECTORS]
    recordings = [" ".join(reports[start::_RECORDINGS_PUBLISHED]) for start in range(_RECORDINGS_PUBLISHED)]
    items = []
    for n, html in enumerate((*reports, *recordings), 1):
        given = {
            "n": n,
            "host": HOST,
            "bare": BARE,
            "away": AWAY,
            "text": _TEXT.format(n=n),
            "markup": _xml(html),
        }
        media = _RECORDINGS.format(**given) if n > len(reports) else ""
        items.append(_ITEM.format(recordings=media, **given))
        page = _PAGE.format(html=html, escaped=escape(html), **given)
        outlet.put(f"{HOST}/{n}", page.encode("utf-8", "replace"), Content_Type="text/html; charset=utf-8")
    body = _CHANNEL.format(bare=BARE, host=HOST, items="".join(items))
    outlet.put(f"{HOST}/rss", body.encode(), Content_Type="application/rss+xml")


def _xml(html: str) -> str:
    """Return *html* as text of an XML element; what XML cannot hold at all is left out."""
    return escape("".join(c for c in html if c >= " " or c in "\t\n"))

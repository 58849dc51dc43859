import pytest

from octavo.core.feeds.discover import (
    MOST,
    WELL_KNOWN,
    feed_links,
    well_known,
    youtube_channel_feed,
    youtube_feed,
)
from octavo.core.urls import Url
from tests.core.feeds.making import url

PAGE = url("https://site.example/news/")
CHANNEL = "UCabcdefghijklmnopqrstuv"


def found(html: str, *, content_type: str = "text/html") -> list[tuple[str, str]]:
    return [
        (link.url, link.kind) for link in feed_links(html.encode(), content_type=content_type, address=PAGE)
    ]


def test_link_elements_are_found_in_all_their_spellings() -> None:
    html = """<html><head>
      <LINK REL="Alternate" TYPE="application/rss+xml; charset=utf-8" HREF="/rss?a=1&amp;b=2" title="News &amp; more">
      <link rel='alternate' type=application/atom+xml href=atom.xml>
      <link rel="alternate" type="application/feed+json" href="feed.json">
      <link rel="feed" href="/plain">
      <link rel="alternate" type="text/xml" href="/index.xml"><link rel="alternate" type="text/xml" href="/oembed?format=xml">
      <link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="/rss.css">
      <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
    </head>"""

    assert found(html) == [
        ("https://site.example/rss?a=1&b=2", "rss"),
        ("https://site.example/news/atom.xml", "atom"),
        ("https://site.example/news/feed.json", "json"),
        ("https://site.example/plain", "unknown"),
        ("https://site.example/index.xml", "unknown"),
    ]
    assert feed_links(html.encode(), content_type="", address=PAGE)[0].title == "News & more"


def test_feeds_of_comments_come_last() -> None:
    html = """<link rel=alternate type=application/rss+xml href=/comments/feed title=Comments>
              <link rel=alternate type=application/rss+xml href=/feed title=News>"""

    assert [address for address, _ in found(html)] == [
        "https://site.example/feed",
        "https://site.example/comments/feed",
    ]


def test_anchors_are_taken_where_they_plainly_lead_to_a_feed() -> None:
    html = """<a href="/feedback">Feedback</a> <a href="/about/rss">What is RSS?</a> <a href="/rss.xml">RSS</a>
              <a href="/feeds/">Our feeding programme</a> <a href="/x" type="application/rss+xml">x</a>
              <a href="feed:https://site.example/y.rss"></a>"""

    assert [address for address, _ in found(html)] == [
        "https://site.example/about/rss",
        "https://site.example/rss.xml",
        "https://site.example/x",
        "https://site.example/y.rss",
    ]


def test_the_base_of_the_page_counts_and_the_page_itself_does_not() -> None:
    html = '<base href="https://other.example/b/"><link rel=alternate type=application/rss+xml href=f>'
    own = '<link rel=alternate type=application/rss+xml href="/news/">'

    assert found(html) == [("https://other.example/b/f", "rss")]
    assert found(own) == []


@pytest.mark.parametrize(
    "html", ["", "\x00", "<", "just words", "<div>" * 50_000, "<a " * 50_000, "<!--" * 50_000]
)
def test_odd_pages_have_no_feeds(html: str) -> None:
    assert found(html) == []


def test_the_number_of_feeds_is_bounded() -> None:
    html = "".join(f"<link rel=alternate type=application/rss+xml href=/{n}>" for n in range(500))

    assert len(found(html)) == MOST


def test_well_known_paths_are_of_the_site() -> None:
    assert len(well_known(PAGE)) == len(WELL_KNOWN)
    assert well_known(PAGE)[0] == "https://site.example/feed"


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        (f"https://www.youtube.com/channel/{CHANNEL}", f"channel_id={CHANNEL}"),
        (f"https://m.youtube.com/channel/{CHANNEL}/videos?x=1", f"channel_id={CHANNEL}"),
        ("https://youtube.com/user/SomeOne", "user=SomeOne"),
        ("https://www.youtube.com/playlist?list=PLabcdefghijklmnop", "playlist_id=PLabcdefghijklmnop"),
    ],
)
def test_youtube_addresses_that_hold_an_id_have_a_feed(address: str, feed: str) -> None:
    assert youtube_feed(url(address)) == f"https://www.youtube.com/feeds/videos.xml?{feed}"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.youtube.com/@someone",
        "https://www.youtube.com/watch?v=abcdefghijk",
        "https://www.youtube.com/channel/UCshort",
        "https://www.youtube.com/playlist?list=%26x",
        f"https://evil.example/channel/{CHANNEL}",
        f"https://youtube.com.evil.example/channel/{CHANNEL}",
    ],
)
def test_other_addresses_have_none(address: str) -> None:
    assert youtube_feed(url(address)) is None


def test_a_feed_address_of_youtube_is_its_own() -> None:
    address = url(f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}")

    assert youtube_feed(address) == address


@pytest.mark.parametrize(
    "html",
    [
        f'<meta itemprop="channelId" content="{CHANNEL}">',
        f'<script>{{"externalId":"{CHANNEL}"}}</script>',
        f'<link rel="canonical" href="https://www.youtube.com/channel/{CHANNEL}">',
    ],
)
def test_a_channel_page_names_its_channel(html: str) -> None:
    expected: Url = url(f"https://www.youtube.com/feeds/videos.xml?channel_id={CHANNEL}")

    assert youtube_channel_feed(html.encode()) == expected
    assert youtube_channel_feed(b"<html>UC</html>") is None

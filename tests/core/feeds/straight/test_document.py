"""What is read straight from the tree is what feedparser reads; what is not plain is left to feedparser."""

from collections.abc import Callable

import pytest
from hypothesis import event, given, settings

from octavo.core.errors import FeedError
from octavo.core.feeds.entry import ParsedFeed
from octavo.core.feeds.markup import MOST_ENTRIES
from octavo.core.feeds.rss_atom import parse_any, parse_rss_atom
from octavo.core.feeds.straight.document import read
from tests.core.feeds.making import ADDRESS, item, rss
from tests.core.feeds.straight.drawing import feeds

ATOM = "<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>"


def outcome(parse: Callable[..., ParsedFeed], text: str) -> ParsedFeed | str:
    try:
        return parse(text, address=ADDRESS)
    except FeedError as error:
        return str(error)


def channel(more: str, *, version: str = "version='2.0'") -> str:
    return f"<rss {version}><channel><title>Feed</title>{more}</channel></rss>"


@settings(max_examples=400, deadline=None)
@given(feeds())
def test_a_feed_reads_as_feedparser_reads_it(text: str) -> None:
    event("straight" if read(text) else "by feedparser")

    assert outcome(parse_rss_atom, text) == outcome(parse_any, text)


@pytest.mark.parametrize(
    "text",
    [
        rss(
            [item("1", guid="1"), item("2", more="<pubDate>Mon, 01 Jun 2026 12:00:00 GMT</pubDate>")], head=""
        ),
        channel(item(more="<x:y xmlns:x='urn:x' a='1'><x:z>other</x:z></x:y>")),
        channel(
            item(
                title="<![CDATA[Ben & <b>Ada</b>]]>", more="<!-- no --><description>a &#8217; b</description>"
            )
        ),
        channel(item(more="<media:title xmlns:media='urn:other'>not Media RSS</media:title>")),
        channel(item(more=f"<description>{'&lt;a href=/1>' * 1000}</description>")),
        channel("<link>/home?a=1&amp;amp;b=2</link>" + item()),
        channel("<l:link xmlns:l='http://www.w3.org/2005/Atom' rel='self' href='/rss'/>" + item()),
        ATOM.format(
            "<entry><title type='html'>a &amp;amp; b</title><link href='/1'/><author><name>Ann</name></author></entry>"
        ),
    ],
)
def test_a_usual_feed_is_read_straight(text: str) -> None:
    assert read(text) is not None
    assert parse_rss_atom(text, address=ADDRESS) == parse_any(text, address=ADDRESS)


ITUNES = "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
MEDIA = "xmlns:media='http://search.yahoo.com/mrss/'"
CONTENT = "xmlns:content='http://purl.org/rss/1.0/modules/content/'"
TWICE = f"<description>a</description><itunes:summary {ITUNES}>b</itunes:summary>"
PICTURE = f"<media:content url='/1.jpg' {MEDIA}><media:title>Picture</media:title></media:content>"


@pytest.mark.parametrize(
    ("text", "title", "summary", "content", "link"),
    [
        (channel(item(link="/1?a=1&amp;amp;b;=2")), "Title 1", "", "", "/1?a=1&b=2"),
        (channel(item(more=TWICE)), "Title 1", "a", "b", "/1"),
        (channel(item(more=f"<content:encoded {CONTENT}>c</content:encoded>")), "Title 1", "", "c", "/1"),
        (channel(item(more=f"<content:encoded {CONTENT}>c</content:encoded><content:encoded {CONTENT}>long</content:encoded>")), "Title 1", "c", "long", "/1"),
        (channel(item(more=f"<content:encoded {CONTENT}>c</content:encoded>{TWICE}")), "Title 1", "b", "c", "/1"),
        (channel(f"<itunes:summary {ITUNES}>f</itunes:summary><description>g</description>" + item(more=TWICE)), "Title 1", "b", "", "/1"),
        (channel(item(more="<title>Second</title>")), "Title 1", "", "", "/1"),
        (channel(item(more="<source url='/s'>S</source><title>Second</title>")), "Second", "", "", "/1"),
        (channel(item(more=PICTURE)), "Title 1", "", "", "/1"),
        (channel(item(more=f"<media:title {MEDIA}>Other</media:title>")), "Title 1", "", "", "/1"),
        (channel(item(title="Ã©tÃ©")), "été", "", "", "/1"),
        (channel(item(link="", guid="/g")), "Title 1", "", "", "/g"),
    ],
)  # fmt: skip
def test_feedparsers_habits_are_kept(text: str, title: str, summary: str, content: str, link: str) -> None:
    text = text.replace("https://news.example/1<", "/1<")
    parsed = parse_rss_atom(text, address=ADDRESS)
    (entry,) = parsed.entries

    assert read(text) is not None
    assert parsed == parse_any(text, address=ADDRESS)
    assert (entry.title, entry.summary, entry.content) == (title, summary, content)
    assert entry.url == f"https://feed.example{link}"


def test_what_a_feed_says_of_itself_touches_its_first_entry_only() -> None:
    text = channel(
        f"<itunes:summary {ITUNES}>f</itunes:summary><description>g</description>" + item(more=TWICE) * 2
    )

    parsed = parse_rss_atom(text, address=ADDRESS)

    assert read(text) is not None
    assert parsed == parse_any(text, address=ADDRESS)
    assert [entry.content for entry in parsed.entries] == ["", "b"]


@pytest.mark.parametrize(
    "text",
    [
        channel(item(title="Ben & Ada")),
        channel(item(title="Caf&eacute;")),
        channel(item(title="odd \x7f")),
        channel(item(title="odd \x85")),
        channel(item(title="odd &#150;")),
        channel(item(title="<b>bold</b>")),
        channel(item(more=item("2"))),
        channel(item(more="<links>1</links>")),
        channel(item(more="<date>2026-06-01</date>")),
        channel(item(more="<x:y>undeclared</x:y>")),
        channel(item(more="<y xmlns='urn:y'>default</y>")),
        channel(item(more=PICTURE, title="<!-- none -->")),
        channel(item(more="<pubDate zone='GMT'>2026-06-01</pubDate>")),
        channel(item(more="<author>a@news.example (Ann)</author><author>Ben</author>")),
        channel(item(more="<y:z xml:base='/b/' xmlns:y='urn:y'>1</y:z>")),
        channel(item(more="<description><![CDATA[of xml:base]]></description>")),
        "<feed xmlns:r='http://purl.org/rss/1.0/' xmlns='http://www.w3.org/2005/Atom'><entry/></feed>",
        channel(item(more="<author>Ann</author><author><name>Ben</name></author>")),
        channel(item(link="https:///news.example/1")),
        channel(item()) + "more",
        channel(item(), version="version='2.0' xml:base='https://news.example/'"),
        channel("<item xml:lang='de'/>"),
        channel("", version="version='2.0' xmlns='http://purl.org/rss/1.0/'"),
        "<rss version='2.0'><item/></rss>",
        ATOM.format(
            "<entry><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a</div></title></entry>"
        ),
        ATOM.format("<entry><source><title>a</title></source></entry>"),
        ATOM.format("<entry xml:base='/b/'><link href='1'/></entry>"),
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry/></feed>",
    ],
)
def test_what_is_not_plain_is_left_to_feedparser(text: str) -> None:
    assert read(text) is None
    assert outcome(parse_rss_atom, text) == outcome(parse_any, text)


@pytest.mark.parametrize(
    "text",
    [
        channel("<item/>" * (MOST_ENTRIES + 1)),
        channel("<item " + " ".join(f"a{n}='1'" for n in range(100_000)) + "/>"),
        channel("<item>" + "<x>" * 50_000 + "</x>" * 50_000 + "</item>"),
        channel(item(more="<x>&amp;</x>" * 250_000)),
    ],
    ids=["entries", "attributes", "nesting", "tags"],
)
def test_what_would_cost_is_not_read_straight(text: str) -> None:
    assert read(text) is None

import pytest

from tests.core.feeds.making import item, parse, rss


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://[::1",
        "https://a.example:99999999/",
    ],
)
def test_only_web_addresses_are_links(link: str) -> None:
    (entry,) = parse(rss([item(link=link)])).entries

    assert entry.url is None
    assert "javascript" not in repr(entry)


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("/a", "https://feed.example/a"),
        ("b?c", "https://feed.example/b?c"),
        ("//news.example/d", "https://news.example/d"),
        (" \n https://news.example/1 \t", "https://news.example/1"),
        ("https://news.example/?a=1&amp;b=2", "https://news.example/?a=1&b=2"),
        ("https://аррӏе.example/", "https://xn--80ak6aa92e.example/"),
    ],
)
def test_links_are_resolved_against_the_feed(link: str, url: str) -> None:
    assert parse(rss([item(link=link)])).entries[0].url == url


def test_a_permalink_guid_is_the_link_where_there_is_none() -> None:
    permalink = item("1", link="", guid="https://news.example/1")
    name = item("2", link="", more='<guid isPermaLink="false">https://news.example/2</guid>')

    assert [one.url for one in parse(rss([permalink, name])).entries] == ["https://news.example/1", None]


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("<![CDATA[<b>bold</b> <img src=x>]]>", "bold"),
        ("AT&amp;amp;T", "AT&T"),
        ("Ben &amp; Ada", "Ben & Ada"),
        ("Why &lt;blink&gt; died", "Why <blink> died"),
        ("one\n  two", "one two"),
        ("Caf&eacute;&nbsp;au lait", "Café au lait"),
    ],
)
def test_titles_are_plain_text(stated: str, title: str) -> None:
    assert parse(rss([item(title=stated)])).entries[0].title == title


def test_enclosures_without_a_web_address_or_a_size_are_left_out_or_left_open() -> None:
    bad = '<enclosure url="javascript:alert(1)" type="audio/mpeg" length="5"/>'
    good = '<enclosure url="https://news.example/a.mp3" type="audio/mpeg" length="-5"/>'

    first, second = parse(rss([item("1", more=bad), item("2", more=good)])).entries

    assert first.enclosures == ()
    assert [(one.url, one.bytes) for one in second.enclosures] == [("https://news.example/a.mp3", None)]


def test_media_content_and_enclosure_of_one_file_are_one() -> None:
    more = (
        '<enclosure url="https://news.example/a.mp4" type="video/mp4" length="9"/>'
        '<media:content url="https://news.example/a.mp4" duration="12" medium="video"/>'
        '<media:content url="https://news.example/a.jpg" medium="image"/>'
    )

    (entry,) = parse(rss([item(more=more)])).entries

    assert [(one.kind, one.bytes, one.seconds) for one in entry.enclosures] == [
        ("video", 9, 12),
        ("image", None, None),
    ]
    assert entry.image == "https://news.example/a.jpg"


def test_an_entry_that_feedparser_cannot_read_costs_no_other() -> None:
    licence = "<creativeCommons:license>x</creativeCommons:license>"
    odd = item("1", more=f"{licence}<group xmlns='urn:x'>{licence}</group>")

    parsed = parse(rss([odd, item("2")]))

    assert "Title 2" in [one.title for one in parsed.entries]


@pytest.mark.parametrize(
    ("stated", "minutes"), [("60", 60), ("0", None), ("-5", None), ("soon", None), ("9" * 50, None)]
)
def test_a_ttl_that_is_no_number_of_minutes_is_none(stated: str, minutes: int | None) -> None:
    parsed = parse(rss([f"<ttl>{stated}</ttl>"]))

    assert (parsed.ttl and parsed.ttl.total_seconds() / 60) == minutes


def test_a_feed_that_is_cut_keeps_its_whole_entries() -> None:
    whole = rss([item("1"), item("2"), item("3")])

    assert [one.title for one in parse(whole[: whole.rindex("https://news.example/3") + 10]).entries] == [
        "Title 1",
        "Title 2",
    ]


def test_of_very_many_categories_and_keywords_some_are_read() -> None:
    words = ",".join(map(str, range(200_000)))
    keywords = f"<media:keywords xmlns:media='http://search.yahoo.com/mrss/'>{words}</media:keywords>"
    categories = "".join(f"<category>{n}</category>" for n in range(5_000))
    odd = "<title>Ben & Ada</title>"  # for feedparser alone

    parsed = parse(rss([item("1", title="", more=odd + categories), item("2", more=keywords), item("3")]))

    assert [len(entry.categories) for entry in parsed.entries] == [50, 0, 0]
    assert parsed.entries[0].categories[:2] == ("0", "1")

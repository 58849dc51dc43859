import gzip
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.errors import FeedError
from octavo.core.feeds.markup import MOST_ENTRIES
from octavo.core.feeds.parse import MOST_UNPACKED
from tests.core.feeds.making import item, parse, rss

JSON = '{"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [{"id": "1"}]}'
SITEMAP = "<urlset><url><loc>https://a.example/1</loc></url></urlset>"


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (rss([item()]), "rss"),
        ("\n\n  " + rss([item()]), "rss"),
        ("<!-- <html> -->" + rss([item()], head=""), "rss"),
        ("<br />\n<b>Warning</b>: x<br />\n" + rss([item()]), "rss"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id></entry></feed>", "atom"),
        (
            "<html><body><feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id></entry></feed></body></html>",
            "atom",
        ),
        (JSON, "json"),
        (SITEMAP, "sitemap"),
    ],
)
@pytest.mark.parametrize("content_type", ["", "text/html", "application/json", "text/xml; charset=utf-7"])
def test_the_bytes_decide_what_a_document_is(document: str, kind: str, content_type: str) -> None:
    parsed = parse(document, content_type=content_type)

    assert parsed.kind == kind
    assert len(parsed.entries) == 1


@pytest.mark.parametrize(
    ("document", "words"),
    [
        (b"", "empty"),
        (b" \n" * 500, "empty"),
        (b"<!doctype html><html><head><title>x</title></head><body><item>y</item></body></html>", "web page"),
        (b"<opml><body/></opml>", "OPML"),
        (b"just words", "no feed"),
        (b"<kml/>", "no feed"),
        (b"[1, 2]", "JSON Feed"),
        (b"[" * 100_000 + b"]" * 100_000, "JSON"),
        (b'{"items": ', "JSON"),
        (b"\x1f\x8bnot gzip", "unpacked"),
    ],
)
def test_what_is_no_feed_is_refused_in_one_sentence(document: bytes, words: str) -> None:
    with pytest.raises(FeedError, match=words) as raised:
        parse(document)

    assert str(raised.value).endswith(".")
    assert "\n" not in str(raised.value)


def test_a_feed_without_entries_is_a_feed() -> None:
    assert parse(rss([])).entries == ()


def test_gzip_is_unpacked_with_all_its_members() -> None:
    half = len(SITEMAP) // 2
    body = gzip.compress(SITEMAP[:half].encode()) + gzip.compress(SITEMAP[half:].encode())

    assert len(parse(body).entries) == 1


def test_a_gzip_bomb_and_a_cut_stream_are_refused() -> None:
    with pytest.raises(FeedError, match="larger than"):
        parse(gzip.compress(b" " * (MOST_UNPACKED + 1)))
    with pytest.raises(FeedError, match="cut off"):
        parse(gzip.compress(SITEMAP.encode() * 100)[:-20])


def test_entity_bombs_expand_to_nothing() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = rss([item(title="&l9;")], head=f'<!DOCTYPE rss [<!ENTITY l0 "lol">{laughs}]>')
    quadratic = rss([item(title="&a;" * 30_000)], head=f'<!DOCTYPE rss [<!ENTITY a "{"a" * 100_000}">]>')

    assert [one.title for one in parse(bomb).entries] == ["&l9;"]
    assert len(parse(quadratic).entries[0].title) <= 1000


def test_files_are_never_read_for_entities() -> None:
    head = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'

    assert "root:" not in repr(
        parse(rss([item(title="&x;", more="<description>&x;</description>")], head=head))
    )


@pytest.mark.parametrize(
    "more",
    [
        "<x " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>",
        "<a>" * 30_000 + "</a>" * 30_000,
        "<description><![CDATA[" + "<div>" * 100_000 + "]]></description>",
        "<pubDate>" + "Mon, " * 20_000 + "</pubDate>",
    ],
    ids=["attributes", "nesting", "html", "date"],
)
def test_one_monstrous_element_costs_no_entry(more: str) -> None:
    assert len(parse(rss([item("1", more=more), item("2")])).entries) == 2


def test_more_entries_than_the_bound_are_a_stated_problem() -> None:
    parsed = parse(rss(item(str(n)) for n in range(MOST_ENTRIES + 1)))

    assert len(parsed.entries) == MOST_ENTRIES
    assert any(str(MOST_ENTRIES) in problem for problem in parsed.problems)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<rss><channel><item>", b"<feed>", b"<urlset><url>", b"{", b"\x1f\x8b"]),
)
def test_any_bytes_are_a_feed_or_refused(body: bytes, head: bytes) -> None:
    parsed = None
    with suppress(FeedError):
        parsed = parse(head + body)

    assert parsed is None or all(one.key for one in parsed.entries)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="<>&"), max_size=80))
def test_no_title_costs_another_entry(title: str) -> None:
    parsed = parse(rss([item("1", title=title), item("2")]))

    assert len(parsed.entries) == 2
    assert parsed.entries[1].title == "Title 2"

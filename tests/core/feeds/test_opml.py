import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.core.errors import BadInput
from octavo.core.feeds.opml import MOST, Outline, read_opml, write_opml
from tests.core.feeds.making import NOON, url


def opml(body: str, *, head: str = "") -> bytes:
    return f'{head}<opml version="2.0"><head><title>x</title></head><body>{body}</body></opml>'.encode()


def outline(name: str, more: str = "") -> str:
    return f'<outline type="rss" text="{name}" xmlUrl="https://{name}.example/rss" {more}/>'


HOME = 'htmlUrl="https://a.example/"'
CATEGORY = 'category="/News/Local,/Other"'


def test_feeds_are_read_with_their_folders() -> None:
    asia = f'<outline text="Asia">{outline("a", HOME)}</outline>'
    body = opml(f'<outline text="World">{asia}{outline("b")}</outline>{outline("c", CATEGORY)}')

    assert read_opml(body) == (
        Outline(url("https://a.example/rss"), "a", url("https://a.example/"), ("World", "Asia")),
        Outline(url("https://b.example/rss"), "b", None, ("World",)),
        Outline(url("https://c.example/rss"), "c", None, ("News", "Local")),
    )


@pytest.mark.parametrize(
    "line",
    [
        '<outline text="A & B" xmlUrl="https://a.example/rss"/>',
        '<outline title="A &amp; B" XMLURL=" https://a.example/rss "/>',
        '<outline text="A &amp; B" type="rss" url="https://a.example/rss"/>',
        '<outline text="A &amp; B" xmlUrl="feed:https://a.example/rss"/>',
        '<outline text="A &amp; B\x01" xmlUrl="https://a.example/rss">',
        '<outline text="A &amp; B" xmlUrl="https://a.example/rss"/><outline xmlUrl="https://a.example/rss"/>',
        '<outline text="A &amp; B" xmlUrl="https://a.example/rss"/><outline xmlUrl="file:///etc/passwd"/>',
    ],
)
def test_what_readers_write_is_read(line: str) -> None:
    assert read_opml(opml(line)) == (Outline(url("https://a.example/rss"), "A & B"),)


def test_a_wrong_charset_costs_nothing() -> None:
    head = '<?xml version="1.0" encoding="utf-8"?>'

    assert (
        read_opml(opml(outline("a").replace('"a"', '"Größe"'), head=head).decode().encode("cp1252"))[0].title
        == "Größe"
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "no OPML"),
        (b"<html></html>", "no OPML"),
        (b"\x00\xff", "no OPML"),
        (opml(""), "lists no feed"),
        (opml('<outline text="a"/>'), "lists no feed"),
        (opml("".join(outline(f"a{n}") for n in range(MOST + 1))), "more than"),
    ],
    ids=["empty", "html", "bytes", "bare", "folder", "many"],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(body: bytes, words: str) -> None:
    with pytest.raises(BadInput, match=words) as raised:
        read_opml(body)

    assert str(raised.value).endswith(".")


def test_bombs_and_depth_are_bounded() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = opml(outline("a").replace('"a"', '"&l9;"'), head=f'<!DOCTYPE opml [<!ENTITY l0 "lol">{laughs}]>')
    deep = opml('<outline text="f">' * 100_000 + outline("b") + "</outline>" * 100_000)

    assert read_opml(bomb)[0].title == "&l9;"
    with pytest.raises(BadInput):
        read_opml(deep)


def test_what_is_written_is_well_formed_and_names_no_secrets() -> None:
    outlines = [
        Outline(url("https://user:word@a.example/rss"), "A\x00 & <B>", url("https://x:y@a.example/"), ("F",))
    ]

    written = write_opml(outlines, title="Feeds & more", created=NOON)

    root = etree.fromstring(written)
    assert root.findtext("head/title") == "Feeds & more"
    assert root.findtext("head/dateCreated") == "Mon, 01 Jun 2026 12:00:00 +0000"
    assert b"word" not in written
    assert b"x:y" not in written


names = st.text(alphabet="ab &<é\"'", min_size=1, max_size=5).map(str.strip).filter(bool)
outlines = st.builds(
    lambda n, title, folders: Outline(url(f"https://{n}.example/rss?a=1&b=2"), title, None, tuple(folders)),
    st.integers(0, 999),
    names,
    st.lists(names, max_size=3),
)


@given(st.lists(outlines, min_size=1, max_size=20, unique_by=lambda one: one.url))
def test_what_is_written_is_read_back(written: list[Outline]) -> None:
    read = read_opml(write_opml(written, title="x", created=NOON))

    squeezed = [
        Outline(o.url, " ".join(o.title.split()), None, tuple(" ".join(c.split()) for c in o.category))
        for o in written
    ]
    assert sorted(read, key=lambda o: o.url) == sorted(squeezed, key=lambda o: o.url)

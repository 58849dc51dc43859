import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.pages.cleaning import blocks, clean_html, pictures, plain_text, tidy
from octavo.core.urls import Url

BASE = Url("https://outlet.test/a/")
ARMED = re.compile(r"<script|<style|<img|<svg|<iframe|\son\w+\s*=|javascript:|data:|srcdoc", re.IGNORECASE)


def clean(html: str) -> str:
    return clean_html(html, base=BASE)


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<a href=" java\nscript:alert(1)">x</a>',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        "<svg onload=alert(1)><a xlink:href='javascript:alert(1)'>x</a></svg>",
        "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        '<p style="background:url(//evil.test)" onclick="alert(1)">x</p>',
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    ],
)
def test_nothing_that_runs_or_loads_is_left(html: str) -> None:
    assert not ARMED.search(clean(html))


def test_links_are_made_whole_and_give_nothing_away() -> None:
    assert clean('<a href="../b" target="_blank">b</a>') == (
        '<a href="https://outlet.test/b" rel="noopener noreferrer nofollow">b</a>'
    )


def test_arabic_keeps_its_direction() -> None:
    assert clean('<p dir="rtl" lang="ar">مصر</p>') == '<p dir="rtl" lang="ar">مصر</p>'


def test_html_that_no_parser_can_take_comes_back_as_text() -> None:
    cleaned = clean("<b>" * 3_000 + "x & y")

    assert cleaned == "<p>x &amp; y</p>"


@given(st.text(alphabet="<>/\"'= abimgscriptonerror:&;#x3c", max_size=80))
def test_whatever_comes_out_holds_no_element_of_ours_not(html: str) -> None:
    for name in re.findall(r"<([a-z]+)", clean(html)):
        assert name in {"p", "a", "b", "i", "s"} or not ARMED.search(f"<{name}")


def test_pictures_are_named_not_shown() -> None:
    html = '<img src="/1.jpg"><img src="/1.jpg"><p><img src="https://x.test/2.png?a=1&amp;b=2"></p><img src="data:image/png;base64,x">'

    assert pictures(html, base=BASE) == ("https://outlet.test/1.jpg", "https://x.test/2.png?a=1&b=2")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<b>Elbe</b> rises", "Elbe rises"),
        ("Tom &amp; Jerry &lt;3", "Tom & Jerry <3"),
        ("<p>One</p><p>Two</p>", "One Two"),
        ("one<br>two", "one two"),
        ("<script>var a = 1;</script>Text<style>p{}</style>", "Text"),
        ("2 < 3 and 4 > 1", "2 < 3 and 4 > 1"),
        ("<p>نهر&nbsp;<b>النيل</b></p>", "نهر النيل"),
        ("", ""),
    ],
)
def test_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_blocks_have_the_tag_that_holds_them() -> None:
    html = "<h2>A</h2>loose<blockquote><p>B</p></blockquote><ul><li><p>C</p></li></ul>"

    assert list(blocks(html)) == [("h2", "A"), ("p", "loose"), ("blockquote", "B"), ("li", "C")]


def test_text_without_marks_is_cut_at_empty_lines() -> None:
    assert list(blocks("One\nline.\n\nTwo &amp; more.")) == [("p", "One line."), ("p", "Two & more.")]


def test_tidy_keeps_what_scripts_need() -> None:
    assert tidy(" a\u200bb\u202e  c ") == "ab c"
    assert tidy("می\u200cخواهم") == "می\u200cخواهم"

import pytest

from octavo.core.pages.cleaning import blocks, plain_text, tidy


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

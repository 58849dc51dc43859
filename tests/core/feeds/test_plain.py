import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.feeds.plain import LONGEST_TITLE, from_html, one_line


def test_direction_controls_are_taken_out() -> None:
    assert one_line("\u202egnp.exe \u2066\u2067 invoice") == "gnp.exe invoice"


def test_invisible_noise_goes_and_joiners_stay() -> None:
    assert one_line("br\u200bea\ufeffking") == "breaking"
    assert one_line("👩\u200d💻 می\u200cخواهم") == "👩\u200d💻 می\u200cخواهم"
    assert one_line("\u200b\u200b") == ""


def test_accents_pile_up_to_a_bound() -> None:
    assert len(one_line("Z" + "\u0301" * 1000)) < 12
    assert one_line("Việt Nam e\u0301te\u0301") == "Việt Nam e\u0301te\u0301"


def test_a_long_title_is_cut_at_a_word() -> None:
    title = one_line("word " * 100_000)

    assert len(title) <= LONGEST_TITLE
    assert title.endswith("word…")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<b>bold</b> <img src=x>", "bold "),
        ("AT&amp;T &eacute;", "AT&T é"),
        ("<script>alert(1)</script>safe", "safe"),
        ("one<br/>two", "one two"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("&lt;b&gt; is a tag", "<b> is a tag"),
    ],
)
def test_html_becomes_its_text(markup: str, text: str) -> None:
    assert from_html(markup) == text


@given(st.text(max_size=300))
def test_a_line_is_one_line_and_stays_the_same(text: str) -> None:
    line = one_line(text, longest=80)

    assert len(line) <= 80
    assert len(line.splitlines()) <= 1
    assert one_line(line, longest=80) == line

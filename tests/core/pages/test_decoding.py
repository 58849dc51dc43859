import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.pages.decoding import decode

ARABIC = "نهر النيل في أسوان"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (ARABIC.encode(), ""),
        (ARABIC.encode(), "text/html; charset=iso-8859-1"),
        (b"\xef\xbb\xbf" + ARABIC.encode(), "text/html; charset=windows-1256"),
        (b"\xff\xfe" + ARABIC.encode("utf-16-le"), ""),
        (b"\xfe\xff" + ARABIC.encode("utf-16-be"), ""),
        (ARABIC.encode("cp1256"), "text/html; charset=windows-1256"),
        (ARABIC.encode("iso8859-6"), 'text/html; charset="ISO-8859-6"'),
    ],
)
def test_arabic_in_all_its_encodings(body: bytes, content_type: str) -> None:
    assert decode(body, content_type=content_type) == ARABIC


def test_the_page_says_what_the_header_does_not() -> None:
    body = b'<meta charset="windows-1251">' + "река".encode("cp1251")

    assert decode(body, content_type="text/html").endswith("река")


def test_valid_utf_8_wins_over_a_page_that_lies() -> None:
    assert decode(b'<meta charset="utf-7">' + ARABIC.encode()).endswith(ARABIC)


def test_escaped_encodings_are_believed_though_they_are_ascii() -> None:
    assert decode("東京".encode("iso2022_jp"), content_type="text/html; charset=iso-2022-jp") == "東京"


@pytest.mark.parametrize("name", ["rot13", "zip", "nonsense", "utf-7", "unicode_escape", "idna"])
def test_codecs_that_are_none_of_the_web_s_are_ignored(name: str) -> None:
    text = (
        "La ville a annoncé lundi que le fleuve avait dépassé neuf mètres et que les digues tiendraient. " * 5
    )

    assert decode(text.encode("cp1252"), content_type=f"text/html; charset={name}").startswith(
        "La ville a annonc"
    )


def test_quotes_of_the_larger_set_are_read_under_the_smaller_name() -> None:
    assert decode(b"\x93caf\xe9\x94", content_type="text/html; charset=iso-8859-1") == "“café”"


@given(st.binary(max_size=200), st.text(max_size=20))
def test_decoding_never_fails(body: bytes, charset: str) -> None:
    assert isinstance(decode(body, content_type=f"text/html; charset={charset}"), str)

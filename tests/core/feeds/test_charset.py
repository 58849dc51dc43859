import pytest

from octavo.core.feeds.charset import decode

TEXT = "Größe – „Öl“"


def _declared(name: str) -> str:
    return f'<?xml version="1.0" encoding="{name}"?><t>{TEXT}</t>'


def test_valid_utf8_wins_over_what_header_and_document_say() -> None:
    body = _declared("iso-8859-1").encode()

    assert TEXT in decode(body, content_type="text/xml; charset=windows-1251")


@pytest.mark.parametrize("name", ["windows-1252", "iso-8859-1", "ISO-8859-1", "utf-8", "x-klingon"])
def test_windows_1252_bytes_are_read_whatever_latin_or_wrong_name_is_given(name: str) -> None:
    assert TEXT in decode(_declared(name).encode("cp1252"))


@pytest.mark.parametrize("name", ["rot13", "unicode_escape", "utf-7", "idna", "zip", "undefined"])
def test_names_of_other_codecs_are_unknown(name: str) -> None:
    assert TEXT in decode(_declared(name).encode(), content_type=f"text/xml; charset={name}")
    assert "<script" not in decode(f'<?xml encoding="{name}"?>+ADw-script+AD4-'.encode())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("koi8-r", "Новости дня"),
        ("windows-1251", "Новости дня"),
        ("gb2312", "今天的新闻"),
        ("big5", "今天的新聞"),
        ("shift_jis", "今日のニュース"),
        ("euc-jp", "今日のニュース"),
        ("iso-2022-jp", "今日のニュース"),
        ("euc-kr", "오늘의 뉴스"),
        ("windows-1256", "أخبار اليوم"),
        ("iso-8859-8", "חדשות היום"),
    ],
)
def test_declared_encodings_are_read(name: str, text: str) -> None:
    body = f'<?xml version="1.0" encoding="{name}"?><t>{text}</t>'.encode(name)

    assert text in decode(body)
    assert text in decode(f"<t>{text}</t>".encode(name), content_type=f"text/xml; charset={name}")


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-16-le", "utf-32-be"])
def test_marks_and_zero_bytes_tell_the_width(codec: str) -> None:
    decoded = decode(_declared("utf-8").encode(codec))

    assert decoded.startswith("<?xml")
    assert TEXT in decoded


def test_a_stray_byte_costs_itself_only() -> None:
    body = "Москва и Größe ".encode() * 20 + "Größe".encode("latin-1")

    assert decode(body).endswith("Größe")
    assert decode(body).startswith("Москва")


def test_foreign_text_without_a_declaration_is_guessed() -> None:
    text = "Сегодня в городе прошла встреча глав государств, на которой обсуждали новости дня. " * 5

    assert decode(text.encode("windows-1251")) == text


@pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"\x00<", b"\xef\xbb\xbf", b"\xff" * 100])
def test_nothing_fails(body: bytes) -> None:
    assert isinstance(decode(body, content_type="charset=utf-16"), str)

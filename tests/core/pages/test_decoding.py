import time

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


TEXTS = {
    "ru": "Уровень воды в реке поднялся в понедельник до девяти метров, сообщили городские власти. Школы закрыты.",
    "ar": "ارتفع منسوب نهر النيل في أسوان يوم الاثنين إلى تسعة أمتار بحسب ما قالت الوزارة، وملأ المتطوعون الأكياس.",
    "zh": "市政府星期一表示，由于持续降雨，河水水位上升到九米，两岸的学校全部停课，志愿者在旧城区装填沙袋。",
    "zh-TW": "市政府星期一表示，由於持續降雨，河水水位上升到九公尺，兩岸的學校全部停課，志工在舊城區裝填沙包。",
    "ja": "市によると、川の水位は月曜日に九メートルまで上昇した。両岸の学校は休校となり、土のうが積まれた。",
    "ko": "시에 따르면 월요일 강의 수위가 구 미터까지 올라갔고 양쪽 강변의 학교는 휴교했다.",
    "el": "Η στάθμη του ποταμού ανέβηκε τη Δευτέρα στα εννέα μέτρα, ανακοίνωσε ο δήμος.",
    "pl": "Poziom wody w rzece wzrósł w poniedziałek do dziewięciu metrów, poinformowały władze. Szkoły są zamknięte.",
    "he": "מפלס הנהר עלה ביום שני לתשעה מטרים, כך מסרה העירייה. בתי הספר בשתי הגדות סגורים.",
    "th": "ระดับน้ำในแม่น้ำเพิ่มขึ้นเป็นเก้าเมตรเมื่อวันจันทร์ โรงเรียนทั้งสองฝั่งปิดทำการ",
    "fr": "Le niveau du fleuve a dépassé neuf mètres lundi, a annoncé la ville. L’été dernier déjà, les écoles fermaient.",
}
LEGACY = [
    *(("ru", encoding) for encoding in ("cp1251", "koi8_r", "iso8859-5", "mac_cyrillic", "cp866")),
    *(("ar", encoding) for encoding in ("cp1256", "iso8859-6")),
    *(("zh", encoding) for encoding in ("gb18030", "gb2312")),
    *(("zh-TW", encoding) for encoding in ("big5", "big5hkscs", "gb18030")),
    *(("ja", encoding) for encoding in ("shift_jis", "euc_jp", "iso2022_jp")),
    *(("ko", encoding) for encoding in ("euc_kr", "cp949")),
    *(("el", encoding) for encoding in ("cp1253", "iso8859-7")),
    *(("pl", encoding) for encoding in ("cp1250", "iso8859-2")),
    ("he", "cp1255"),
    ("th", "cp874"),
    ("fr", "cp1252"),
]
LIES = ("utf-8", "iso-8859-1", "windows-1251", "windows-1256", "gb2312", "shift_jis", "nonsense")


def legacy_page(language: str, encoding: str, *, meta: str) -> tuple[bytes, str]:
    """Return a page in a legacy encoding, and the text that it has."""
    text = TEXTS[language].encode(encoding, "ignore").decode(encoding)
    head = f'<meta charset="{meta}">' if meta else ""
    html = f'<html><head>{head}<title>News</title></head><body><div class="text"><p>{text}</p></div></body></html>'
    return html.encode(encoding), text


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_legacy_encodings_that_are_stated_rightly(language: str, encoding: str) -> None:
    by_page, text = legacy_page(language, encoding, meta=encoding)
    by_header, _ = legacy_page(language, encoding, meta="")

    assert text in decode(by_page)
    assert text in decode(by_header, content_type=f"text/html; charset={encoding}")


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_legacy_encodings_that_nothing_states(language: str, encoding: str) -> None:
    body, text = legacy_page(language, encoding, meta="")

    assert text in decode(body, content_type="text/html")


@pytest.mark.parametrize("lie", LIES)
@pytest.mark.parametrize(("language", "encoding"), LEGACY)
def test_legacy_encodings_though_header_or_page_lie(language: str, encoding: str, lie: str) -> None:
    by_page, text = legacy_page(language, encoding, meta=lie)
    by_header, _ = legacy_page(language, encoding, meta=encoding)

    assert text in decode(by_page)
    assert text in decode(by_header, content_type=f"text/html; charset={lie}")


@pytest.mark.parametrize("text", TEXTS.values())
@pytest.mark.parametrize("misread", ["cp1252", "latin-1"])
def test_utf_8_that_was_encoded_twice_is_mended(text: str, misread: str) -> None:
    undefined = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
    once = text.encode()
    twice = "".join(
        chr(byte) if misread == "latin-1" or byte in undefined else bytes([byte]).decode("cp1252")
        for byte in once
    )

    assert decode(twice.encode()) == text


@pytest.mark.parametrize(
    "text",
    [
        "«CAFÉ» et «ÉTÉ», «CAFÉ» encore à Paris",
        "NÃO É «NÃO», diz o ministro da Educação",
        "Größe über Äpfel »Ä« »Ü« »Ö«",
        "How ‘CafÃ©’ came to be written for café, naïve, façade and déjà vu",
        *TEXTS.values(),
    ],
)
def test_what_was_written_so_is_not_mended(text: str) -> None:
    assert decode(text.encode()) == text


def test_utf_8_with_a_bad_byte_is_utf_8_with_a_flaw() -> None:
    body = (ARABIC * 5).encode() + b"\xff\xfe" + ARABIC.encode()[:-1]

    made = decode(body, content_type="text/html; charset=windows-1256")

    assert made.startswith(ARABIC * 5 + "\ufffd")


def test_a_page_all_in_ascii_has_nothing_to_guess() -> None:
    assert decode(b"<p>Plain.</p>", content_type="text/html; charset=windows-1256") == "<p>Plain.</p>"


@pytest.mark.parametrize("filling", [b"a", b" ", b"\xff", b"\xc3", b"<", b"\xe9a"])
def test_long_runs_of_anything_cost_no_more_than_their_size(filling: bytes) -> None:
    body = "<p>Le fleuve a dépassé neuf mètres.</p>".encode("cp1252") + filling * 1_000_000
    started = time.process_time()

    decode(body)

    assert time.process_time() - started < 5

import time

import pytest

from octavo.core.errors import PageError
from octavo.core.pages.extract import extract
from tests.core.pages.making import ADDRESS, ARABIC_SENTENCES, SENTENCES, page

CHINESE = (
    "市政府星期一表示，由于持续降雨，易北河水位在德累斯顿上升到九米，两岸的学校全部停课。",
    "志愿者在旧城区装填沙袋，直到黄昏时分水位开始下降，市长感谢了邻近城镇的消防队。",
    "铁路公司晚间宣布，开往布拉格的列车在星期四之前不会运行，商店也被要求清空地下室。",
)
THAI = (
    "ทางการระบุเมื่อวันจันทร์ว่าระดับน้ำในแม่น้ำเอลเบอเพิ่มขึ้นเป็นเก้าเมตรหลังฝนตกต่อเนื่องหลายวัน",
    "อาสาสมัครช่วยกันบรรจุกระสอบทรายตามแนวเมืองเก่าจนกระทั่งน้ำเริ่มลดลงในช่วงค่ำของวันเดียวกัน",
    "โรงเรียนทั้งสองฝั่งแม่น้ำยังคงปิดทำการและร้านค้าต่างๆได้รับการขอให้ขนของออกจากห้องใต้ดิน",
)


@pytest.mark.parametrize("sentences", [SENTENCES, ARABIC_SENTENCES, CHINESE, THAI])
def test_the_article_is_found_in_any_script(sentences: tuple[str, ...]) -> None:
    made = extract(page(*sentences), content_type="text/html; charset=utf-8", address=ADDRESS)

    assert [p.text for p in made.paragraphs] == list(sentences)


def test_a_text_of_one_sentence_that_is_the_title_too_is_found() -> None:
    title = SENTENCES[0].removesuffix(".")
    body = (
        f"<html lang=en><head><title>{title}</title></head><body><div role=main><h1>{title}</h1>"
        f"<div class=body-content><p>{SENTENCES[0]}</p></div></div>"
        f"<aside><h3>More reports</h3><ul><li><a href=/1>{SENTENCES[1]}</a></li></ul></aside></body></html>"
    )

    made = extract(body.encode(), content_type="text/html", address=ADDRESS)

    assert [p.text for p in made.paragraphs] == [SENTENCES[0]]


def test_the_same_page_gives_the_same() -> None:
    body = page(*SENTENCES, "<a href='/x'>One link more</a> in this last sentence of the page.")

    first = extract(body, content_type="text/html", address=ADDRESS)

    assert extract(body, content_type="text/html", address=ADDRESS) == first


def test_addresses_are_relative_to_what_the_page_says() -> None:
    body = page(*SENTENCES[:-1], f"<a href='deep/1'>Link</a> {SENTENCES[-1]}", head="<base href='/base/'>")

    made = extract(body, content_type="text/html; charset=utf-8", address=ADDRESS)

    [link] = made.paragraphs[-1].links
    assert link.url == "https://outlet.test/base/deep/1"


def test_addresses_that_are_none_of_the_web_s_are_no_links() -> None:
    body = page(*SENTENCES[:-1], f"<a href='javascript:alert(1)'>Click</a> {SENTENCES[-1]}")

    made = extract(body, content_type="text/html; charset=utf-8", address=ADDRESS)

    assert made.paragraphs[-1].links == ()
    assert made.paragraphs[-1].text.startswith("Click ")


@pytest.mark.parametrize(
    "body",
    [
        b"<html><body>" + b"<a href=/x>A link of some words</a> " * 10_000,
        b"<html><body>" + b"<div><p>" * 300 + b"text " * 20_000,
        b"<table><tr><td>" * 150 + b"word " * 2_000,
        b"<p>" + b"&" * 50_000 + b"<" * 50_000,
        b"<p>x</p>" * 20_000,
        b"<html><body>" + b"<h1>A title</h1><p>Some words here.</p>" * 5_000,
        bytes(range(1, 256)) * 2_000,
        b"<!-- " * 50_000,
        b" ",
    ],
)
def test_odd_pages_are_bounded(body: bytes) -> None:
    started = time.process_time()

    try:
        made = extract(body, content_type="text/html", address=ADDRESS)
    except PageError:
        pass
    else:
        assert len(made.text) <= len(body) * 4

    assert time.process_time() - started < 10

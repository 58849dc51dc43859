from dataclasses import replace

from octavo.core.ids import ArticleId
from octavo.core.packing import pack
from octavo.core.pages.outcome import Unread
from octavo.core.pages.packed import Packed, read_packed
from octavo.core.pages.read import read

UNREAD = Unread(ArticleId(1), "http://a.test/1", "Rivers rise", "The rivers rise.", content_type="text/html")
TEXT = "".join(
    f"<p>The river number {n} rose, the city said, and its dam held until dusk.</p>" for n in range(9)
)


def test_a_packed_article_is_read_as_the_article_is() -> None:
    page = f"<html><body><article><h1>Rivers rise</h1>{TEXT}</article></body></html>".encode()

    found = read_packed(Packed(UNREAD, page=pack(page), feed_text=pack(TEXT)))

    assert found == read(replace(UNREAD, body=page, feed_text=TEXT))
    assert found.kind == "article"


def test_an_article_without_a_page_is_read_from_its_feed() -> None:
    assert read_packed(Packed(UNREAD, feed_text=pack(TEXT))) == read(replace(UNREAD, feed_text=TEXT))
    assert read_packed(Packed(UNREAD)) == read(UNREAD)

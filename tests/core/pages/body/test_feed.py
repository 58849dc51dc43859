from octavo.core.pages.body.feed import body_of_feed, fuller
from octavo.core.pages.extract import extract
from tests.core.pages.making import ADDRESS, SENTENCES, page

FEED = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def test_the_feed_is_taken_where_the_page_has_only_a_part_of_it() -> None:
    made = extract(
        page(*SENTENCES[:2]), content_type="text/html; charset=utf-8", address=ADDRESS, feed_text=FEED
    )

    assert made.body.method == "feed"
    assert [p.text for p in made.paragraphs] == list(SENTENCES)


def test_the_page_is_taken_where_both_tell_the_same() -> None:
    made = extract(page(*SENTENCES), content_type="text/html; charset=utf-8", address=ADDRESS, feed_text=FEED)

    assert made.body.method == "blocks"


def test_a_page_about_something_else_is_not_what_the_feed_tells() -> None:
    of_page, of_feed = body_of_feed("<p>A goat stood on the roof of the town hall.</p>"), body_of_feed(FEED)

    assert fuller(of_page, of_feed) is of_page
    assert fuller(body_of_feed(""), of_feed) is of_feed
    assert fuller(of_page, body_of_feed("")) is of_page

import pickle
from dataclasses import replace

import pytest

from octavo.core.fold.represent import Features
from octavo.core.pages.outcome import Read
from octavo.core.pages.read import read
from tests.core.pages.making import ARABIC_SENTENCES, SENTENCES, page, unread

TEASER = "Water reached the old town."


def test_a_page_that_passes_is_the_article() -> None:
    made = read(unread(page(*SENTENCES), teaser=TEASER))

    assert (made.kind, made.refused) == ("article", None)
    assert made.text == "\n\n".join(SENTENCES)
    assert made.blocks == ("text",) * len(SENTENCES)
    assert [made.text[start:end] for start, end in made.sentences] == list(SENTENCES)
    assert (made.title, made.language) == ("Elbe floods Dresden", "en")
    assert made.origin_key
    assert "dresden" in Features.decode(made.features).body
    assert made.search_text.startswith("elbe floods dresden the river elbe")


def test_an_arabic_page_is_read() -> None:
    made = read(unread(page(*ARABIC_SENTENCES, title="فيضان النيل", lang="ar"), title="فيضان النيل"))

    assert (made.kind, made.language) == ("article", "ar")
    assert len(made.sentences) == len(ARABIC_SENTENCES)


def test_a_page_that_does_not_pass_is_a_headline_with_the_reason() -> None:
    made = read(unread(page("Subscribe now."), teaser=TEASER))

    assert made.kind == "headline"
    assert made.refused is not None
    assert made.refused[0] == "too_short"
    assert (made.text, made.blocks, made.origin_key) == (TEASER, ("text",), "")


def test_a_page_without_its_text_still_tells_headline_and_section() -> None:
    head = '<meta property="article:section" content="Sport"><meta name="date" content="2026-03-02">'

    made = read(unread(page("Subscribe now.", head=head), title=""))

    assert (made.kind, made.title, made.section) == ("headline", "Elbe floods Dresden", "sport")


def test_a_page_that_does_not_say_when_it_was_published_gives_no_headline() -> None:
    made = read(unread(page("One more step.", title="Just a moment..."), title=""))

    assert (made.kind, made.title) == ("headline", "")


def test_bytes_that_are_no_page_are_a_headline_with_the_reason() -> None:
    made = read(unread(b"%PDF-1.7", teaser=TEASER))

    assert made.refused is not None
    assert made.refused[0] == "not_a_page"


def test_the_feed_s_own_text_serves_where_the_page_does_not() -> None:
    feed_text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)

    made = read(unread(page("Subscribe now."), feed_text=feed_text))

    assert (made.kind, made.refused) == ("article", None)
    assert made.text == "\n\n".join(SENTENCES)


def test_an_entry_without_page_and_text_is_a_headline_for_no_fault() -> None:
    made = read(unread(teaser=TEASER))

    assert (made.kind, made.refused, made.text) == ("headline", None, TEASER)


def test_a_short_page_that_its_feed_bears_out_is_a_brief() -> None:
    made = read(unread(page(SENTENCES[0]), teaser=SENTENCES[0]))

    assert (made.kind, made.text) == ("brief", SENTENCES[0])


def test_the_title_comes_once() -> None:
    article = read(unread(page("Elbe floods Dresden!", *SENTENCES, title="Outlet")))
    headline = read(unread(teaser="Elbe floods Dresden."))

    assert article.text == "\n\n".join(SENTENCES)
    assert headline.text == ""


def test_a_page_names_its_picture_before_its_feed() -> None:
    with_picture = page(*SENTENCES, head='<meta property="og:image" content="https://outlet.test/page.jpg">')

    of_page = read(unread(with_picture, picture="https://outlet.test/feed.jpg")).picture
    of_feed = read(unread(page(*SENTENCES), picture="https://outlet.test/feed.jpg")).picture

    assert of_page is not None
    assert of_page.url == "https://outlet.test/page.jpg"
    assert of_feed is not None
    assert of_feed.url == "https://outlet.test/feed.jpg"


@pytest.mark.parametrize("picture", ["", "javascript:alert(1)"])
def test_what_is_no_address_is_no_picture(picture: str) -> None:
    assert read(unread(page(*SENTENCES), picture=picture)).picture is None


def test_equal_texts_have_equal_digests_and_others_do_not() -> None:
    one, same = read(unread(page(*SENTENCES))), read(unread(page(*SENTENCES), teaser=TEASER))
    other = read(unread(page(*SENTENCES[:4], "Schools open again.")))

    assert one.digest == same.digest != other.digest


def test_reading_crosses_processes_and_always_gives_the_same() -> None:
    given = unread(page(*SENTENCES), teaser=TEASER)

    made: Read = pickle.loads(pickle.dumps(read(pickle.loads(pickle.dumps(given)))))

    assert made == read(given)


def test_what_no_reader_reads_is_refused_for_what_the_usual_one_saw() -> None:
    given = unread(page("Subscribe now."), teaser=TEASER)

    assert read(replace(given, reader="blocks")) == read(given)
    assert read(replace(given, reader="blocks and trafilatura")).refused == read(given).refused

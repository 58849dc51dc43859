from datetime import UTC, datetime

from octavo.core.pages.article import Body, Link, Paragraph
from octavo.core.pages.marks import pieces, restored, stored
from octavo.core.urls import Url

WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
FLOOD, RAMP = Url("https://outlet.test/flood"), Url("https://outlet.test/ramp?a=1&b=2")
BODY = Body(
    (
        Paragraph("post", "09:30", at=WHEN),
        Paragraph("text", "The flood took the ramp.", (Link(4, 9, FLOOD), Link(19, 23, RAMP))),
        Paragraph("quote", "Nothing is left."),
        Paragraph("text", "Flood", (Link(0, 5, FLOOD),)),
    ),
    (Url("https://video.test/embed/1"),),
)


def test_a_body_is_kept_whole() -> None:
    kept = stored(BODY)

    assert kept.text == "09:30\n\nThe flood took the ramp.\n\nNothing is left.\n\nFlood"
    assert restored(kept) == BODY


def test_a_body_without_marks_has_none() -> None:
    body = Body((Paragraph("text", "Plain."),))

    assert stored(body).marks == ""
    assert restored(stored(body)) == body
    assert restored(stored(Body())) == Body()


def test_a_paragraph_is_cut_at_its_links() -> None:
    assert pieces(BODY.paragraphs[1]) == (
        ("The ", ""),
        ("flood", FLOOD),
        (" took the ", ""),
        ("ramp", RAMP),
        (".", ""),
    )
    assert pieces(BODY.paragraphs[3]) == (("Flood", FLOOD),)


def test_links_that_overlap_or_lie_outside_are_left_as_words() -> None:
    paragraph = Paragraph("text", "One two", (Link(0, 3, FLOOD), Link(2, 7, RAMP), Link(4, 90, RAMP)))

    assert pieces(paragraph) == (("One", FLOOD), (" two", ""))

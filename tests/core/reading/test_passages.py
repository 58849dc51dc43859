from octavo.core.pages.article import Paragraph, ParagraphKind
from octavo.core.reading.passages import passages


def test_items_that_follow_one_another_are_one_list_and_paragraphs_stay_single() -> None:
    kinds: list[ParagraphKind] = ["text", "text", "item", "item", "heading", "quote", "quote", "text"]
    given = [Paragraph(kind, str(n)) for n, kind in enumerate(kinds)]

    assert [(one.kind, [p.text for p in one.paragraphs]) for one in passages(given)] == [
        ("text", ["0"]),
        ("text", ["1"]),
        ("item", ["2", "3"]),
        ("heading", ["4"]),
        ("quote", ["5", "6"]),
        ("text", ["7"]),
    ]


def test_no_paragraph_makes_no_passage() -> None:
    assert passages([]) == ()

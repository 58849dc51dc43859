from octavo.core.reading.passages import Paragraph, Passage, passages


def test_items_that_follow_one_another_are_one_list_and_paragraphs_stay_single() -> None:
    given = [
        Paragraph(kind, str(n))
        for n, kind in enumerate(["text", "text", "item", "item", "heading", "quote", "quote", "text"])
    ]

    assert passages(given) == (
        Passage("text", ("0",)),
        Passage("text", ("1",)),
        Passage("item", ("2", "3")),
        Passage("heading", ("4",)),
        Passage("quote", ("5", "6")),
        Passage("text", ("7",)),
    )


def test_no_paragraph_makes_no_passage() -> None:
    assert passages([]) == ()

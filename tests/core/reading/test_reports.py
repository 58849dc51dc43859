from datetime import timedelta

import pytest

from octavo.core.ids import ArticleId, SourceId, StoryId
from octavo.core.reading.reports import Report, by_origin, languages, leaves, opening
from tests.moments import NOON


def report(number: int, origin: int | None = None, language: str = "en") -> Report:
    return Report(
        id=ArticleId(number), title=f"Report {number}", language=language, source_id=SourceId(1), source="Daily",
        source_language="en", published_at=NOON + timedelta(minutes=number), true_date=None, opening="", address="",
        attribution="", licence="", story_id=StoryId(1), origin_id=ArticleId(origin) if origin else None,
    )  # fmt: skip


def test_copies_stand_under_their_original_and_origins_in_the_order_of_coming() -> None:
    found = by_origin([report(1, 1), report(2, 2), report(3, 1), report(4, 1), report(5, 2)])

    assert [(o.first.id, [c.id for c in o.copies]) for o in found] == [(1, [3, 4]), (2, [5])]


def test_the_oldest_copy_stands_for_an_original_that_is_hidden() -> None:
    found = by_origin([report(2, 1), report(3, 1)])

    assert [(o.first.id, [c.id for c in o.copies]) for o in found] == [(2, [3])]


def test_an_original_leads_even_if_a_copy_is_dated_earlier() -> None:
    assert by_origin([report(1, 2), report(2, 2)])[0].first.id == 2


def test_leaves_are_tall_for_origins_and_short_for_copies() -> None:
    origins = by_origin([report(1, 1), report(2, 1), report(3, 3)])

    assert leaves(origins) == ((True, False, True), 0)
    assert leaves(origins, most=2) == ((True, False), 1)


def test_languages_are_counted_most_first() -> None:
    reports = [report(1, language="ar"), report(2), report(3, language="fr"), report(4)]

    assert languages(reports) == (("en", 2), ("ar", 1), ("fr", 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The river rose. It fell again.\n\nLater more.", "The river rose."),
        ("River floods town. The mayor left.", "The mayor left."),
        ("River floods town!", ""),
        ("", ""),
        (f"{'word ' * 90}.", ""),
    ],
)
def test_the_opening_is_the_first_sentence_that_says_more_than_the_title(text: str, expected: str) -> None:
    assert opening("River floods town", text, "en") == expected

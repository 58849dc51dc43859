from dataclasses import replace

from octavo.core.ids import StoryId
from octavo.core.reading.layout import BESIDE, lay_out
from octavo.core.reading.reports import Story
from tests.core.reading.test_reports import report
from tests.moments import NOON

STORY = Story(StoryId(1), report(1), "world", NOON, NOON, 1, 1, 1, 1, None)


def stories(*sections: str) -> list[Story]:
    return [replace(STORY, id=StoryId(n), section=name) for n, name in enumerate(sections, start=1)]


def test_every_story_stands_on_the_page_once() -> None:
    given = stories(*["world", "sport", "general", "health"] * 5)

    found = lay_out(given)

    assert found.lead is not None
    shown = [found.lead, *found.beside, *(story for band in found.bands for story in band.stories)]
    assert sorted(story.id for story in shown) == [story.id for story in given]


def test_sections_stand_in_the_order_of_their_best_story_and_general_last() -> None:
    found = lay_out(stories(*["world"] * (1 + BESIDE), "general", "sport", "health", "sport"))

    assert [band.section for band in found.bands] == ["sport", "health", "general"]


def test_an_empty_page_has_no_lead() -> None:
    assert lay_out([]).lead is None

"""What readers ask for, on both databases: order, pages, merged stories, the number of statements."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, update

from octavo.app import reading
from octavo.app.desk import Desk
from octavo.app.reading import STORIES_A_PAGE, Merged, StoryPage
from octavo.core.errors import NotFound
from octavo.core.ids import ArticleId, StoryId
from octavo.store.database import Database, Tx
from octavo.store.schema import story
from tests.moments import NOON
from tests.newsroom import Newsroom, Told

HOUR = timedelta(hours=1)
QUAKE = [
    Told("First word of the quake", "Agency", story=7, at=NOON - 5 * HOUR, hashtags=(("quake", "Quake"),)),
    Told("Quake, as reprinted", "Paper", story=7, at=NOON - 4 * HOUR, copy_of="First word of the quake"),
    Told("زلزال يضرب المدينة", "صحيفة", story=7, at=NOON - 3 * HOUR, language="ar"),
]


@pytest.fixture
def newsroom(db: Database) -> Newsroom:
    return Newsroom(db)


async def test_the_front_page_has_the_biggest_story_first_then_the_freshest(
    desk: Desk, newsroom: Newsroom
) -> None:
    newsroom.tell(Told("Old", at=NOON - 3 * HOUR), *QUAKE, Told("Fresh", at=NOON))

    found = await reading.front_page(desk)

    assert [s.headline.title for s in found.list.stories] == ["First word of the quake", "Fresh", "Old"]
    quake = found.list.stories[0]
    assert (quake.sources, quake.articles, quake.origins, quake.languages) == (3, 3, 2, 2)
    assert found.fresh[0].title == "Fresh"
    assert (found.folded.reports, found.folded.stories) == (5, 3)


async def test_pages_go_on_as_long_as_there_are_stories_and_show_each_once(
    desk: Desk, newsroom: Newsroom
) -> None:
    number, shared = 430, 240
    newsroom.tell(*(Told(f"Report {n}", f"Source {n % 7}", at=NOON - n // 3 * HOUR) for n in range(number)))
    newsroom.tell(
        *(Told(f"Echo {n}", "Echo", story=n, at=NOON - n // 5 * HOUR) for n in range(1, shared + 1))
    )
    newsroom.tell(
        *(Told(f"Voice {n}", "Voice", story=n, at=NOON - n // 5 * HOUR) for n in range(1, shared + 1))
    )
    number += shared

    shown: list[StoryId] = []
    page = 1
    while True:
        found = (await reading.front_page(desk, page=page)).list
        shown += [one.id for one in found.stories]
        if not found.has_next:
            break
        page += 1

    assert page == -(-number // STORIES_A_PAGE)
    assert len(shown) == len(set(shown)) == number
    with pytest.raises(NotFound):
        await reading.front_page(desk, page=page + 1)


async def test_a_big_story_is_ranked_though_hundreds_of_small_ones_are_newer(
    desk: Desk, newsroom: Newsroom
) -> None:
    minute = timedelta(minutes=1)
    newsroom.tell(*(Told(f"Small {n}", at=NOON - n * minute) for n in range(250)), *QUAKE)

    assert (await reading.front_page(desk)).list.stories[0].sources == 3


async def test_a_section_has_its_own_stories_only(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(Told("Goal", section="sport"), Told("Vote", section="politics"))

    found = await reading.section(desk, "sport")

    assert [s.headline.title for s in found.stories] == ["Goal"]
    with pytest.raises(NotFound):
        await reading.section(desk, "gossip")


async def test_a_story_tells_its_reports_by_origin(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(*QUAKE)

    found = await reading.story(desk, newsroom.stories["First word of the quake"])

    assert isinstance(found, StoryPage)
    assert [(o.first.title, [c.source for c in o.copies]) for o in found.origins] == [
        ("First word of the quake", ["Paper"]),
        ("زلزال يضرب المدينة", []),
    ]
    assert found.languages == (("en", 2), ("ar", 1))
    assert [(tag.label, tag.reports) for tag in found.tags] == [("Quake", 1)]


async def test_a_merged_story_leads_to_what_it_became_part_of(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(Told("One"), Told("Two"), Told("Three"))
    one, two, three = (newsroom.stories[title] for title in ("One", "Two", "Three"))
    desk.db.write_now(merge, one, two)
    desk.db.write_now(merge, two, three)

    assert await reading.story(desk, one) == Merged(three)
    assert [s.id for s in (await reading.front_page(desk)).list.stories] == [three]
    with pytest.raises(NotFound):
        await reading.story(desk, StoryId(999))


def merge(tx: Tx, one: StoryId, into: StoryId) -> None:
    tx.execute(update(story).where(story.c.id == one).values(merged_into=into, articles=0, headline_id=None))


async def test_a_search_finds_all_words_and_phrases_titles_first(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(
        Told("Harvest", text="The white house by the river burned."),
        Told("White House speaks", text="Nothing else.", at=NOON - 90 * HOUR),
        Told("A house painted white", text="And more."),
    )

    found = await reading.find(desk, '"white house"')

    assert [hit.report.title for hit in found.hits] == ["White House speaks", "Harvest"]
    assert ("white house", True) in found.hits[1].snippet
    assert (await reading.find(desk, "white river")).found == 1
    assert (await reading.find(desk, " \"' ")).found == 0


async def test_a_word_far_down_a_long_text_is_still_marked(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(Told("Long", text="word " * 5000 + "zebrafish swim."))

    hit = (await reading.find(desk, "zebrafish")).hits[0]

    assert ("zebrafish", True) in hit.snippet


async def test_a_hashtag_is_found_in_any_spelling(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(*QUAKE)

    for name in ("quake", "Quake", "QUAKE"):
        found = await reading.reports_with(desk, name)
        assert [r.title for r in found.list.reports] == ["First word of the quake"]


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if not statement.startswith("begin"):
            statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


ASKED: dict[str, Callable[[Desk, Newsroom], Any]] = {
    "front": lambda desk, _: reading.front_page(desk),
    "section": lambda desk, _: reading.section(desk, "world"),
    "story": lambda desk, room: reading.story(desk, room.stories["First word of the quake"]),
    "article": lambda desk, room: reading.article(desk, room.articles["First word of the quake"]),
    "hashtag": lambda desk, _: reading.reports_with(desk, "quake"),
    "source": lambda desk, room: reading.source(desk, room.sources["Agency"]),
    "sources": lambda desk, _: reading.all_sources(desk),
    "search": lambda desk, _: reading.find(desk, "quake"),
}


@pytest.mark.parametrize("page", ASKED)
async def test_a_page_needs_as_many_statements_for_many_reports_as_for_few(
    desk: Desk, newsroom: Newsroom, page: str
) -> None:
    newsroom.tell(*QUAKE)
    with counted(desk.db) as few:
        await ASKED[page](desk, newsroom)

    more = (
        Told(f"More of the quake {n}", f"S{n % 9}", story=7, hashtags=(("quake", "Quake"),))
        for n in range(40)
    )
    newsroom.tell(
        *more, *(Told(f"Another quake {n}", "Agency", hashtags=(("quake", "Quake"),)) for n in range(80))
    )
    with counted(desk.db) as many:
        await ASKED[page](desk, newsroom)

    assert len(few) == len(many) <= 8


async def test_what_is_not_there_is_not_found(desk: Desk) -> None:
    for asked in (
        reading.article(desk, ArticleId(5)),
        reading.reports_with(desk, "nothing"),
        reading.reports_with(desk, "???"),
    ):
        with pytest.raises(NotFound):
            await asked

import pytest

from octavo.app import reading, tagging
from octavo.app.desk import Desk
from octavo.core.errors import BadInput, NotFound
from octavo.store import followed, tags
from octavo.store.database import Database
from tests.newsroom import Newsroom, Told

WHITE_HOUSE = ("whitehouse", "WhiteHouse", "org:WHITEHOUSE")
ARABIC = ("البيت_الابيض", "البيت_الأبيض", "org:WHITEHOUSE")


@pytest.fixture
def newsroom(db: Database) -> Newsroom:
    return Newsroom(db)


async def titles(desk: Desk, tag: str) -> set[str]:
    return {report.title for report in (await reading.reports_with(desk, tag)).list.reports}


async def test_hashtags_are_hidden_in_any_spelling(desk: Desk) -> None:
    await tagging.hide_hashtag(desk, "#White House", hidden=True)
    assert [label for _, label in await desk.db.read(followed.hidden_hashtags)] == ["WhiteHouse"]

    await tagging.hide_hashtag(desk, "whitehouse", hidden=False)
    assert not await desk.db.read(followed.hidden_hashtags)

    with pytest.raises(BadInput):
        await tagging.hide_hashtag(desk, "<>", hidden=True)


async def test_a_hashtag_that_stands_for_another_is_that_everywhere_from_now_on(
    desk: Desk, newsroom: Newsroom
) -> None:
    newsroom.tell(
        Told("One", hashtags=(("potus", "POTUS"),)),
        Told("Two", hashtags=(WHITE_HOUSE,)),
        Told("Both", hashtags=(("potus", "POTUS"), WHITE_HOUSE)),
    )

    await tagging.merge_hashtag(desk, "#POTUS", "White House")
    newsroom.tell(Told("Later", hashtags=(("potus", "POTUS"),)))

    assert await titles(desk, "whitehouse") == {"One", "Two", "Both", "Later"}
    assert await titles(desk, "potus") == set()


async def test_merges_follow_one_another_and_never_run_in_a_ring(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(Told("One", hashtags=(("aaa", "Aaa"),)))

    await tagging.merge_hashtag(desk, "Bbb", "Ccc")
    await tagging.merge_hashtag(desk, "Aaa", "Bbb")
    assert await titles(desk, "ccc") == {"One"}

    await tagging.merge_hashtag(desk, "Ccc", "Aaa")
    newsroom.tell(Told("Two", hashtags=(("ccc", "Ccc"),)), Told("Three", hashtags=(("bbb", "Bbb"),)))
    assert {"Two", "Three"} <= (await titles(desk, "aaa"))


async def test_a_hashtag_is_written_as_its_owner_wants(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(Told("One", hashtags=(("g7", "g7"),)))

    await tagging.rename_hashtag(desk, "g7", "G7")
    newsroom.tell(Told("Two", hashtags=(("g7", "g7"),)))

    assert (await reading.reports_with(desk, "g7")).hashtag.label == "G7"
    assert await titles(desk, "g7") == {"One", "Two"}
    with pytest.raises(BadInput):
        await tagging.rename_hashtag(desk, "g7", "G20")
    with pytest.raises(BadInput):
        await tagging.merge_hashtag(desk, "g7", "G7")


async def test_what_is_forbidden_is_no_hashtag_until_that_is_taken_back(
    desk: Desk, newsroom: Newsroom
) -> None:
    newsroom.tell(Told("One", hashtags=(("monday", "Monday"), ("flood", "Flood"))))

    await tagging.forbid_hashtag(desk, "Monday")
    newsroom.tell(Told("Two", hashtags=(("monday", "Monday"), ("flood", "Flood"))))
    assert await titles(desk, "monday") == set()
    assert await titles(desk, "flood") == {"One", "Two"}

    await tagging.undo_hashtag_rule(desk, "monday")
    newsroom.tell(Told("Three", hashtags=(("monday", "Monday"),)))
    assert await titles(desk, "monday") == {"Three"}
    with pytest.raises(NotFound):
        await tagging.undo_hashtag_rule(desk, "monday")
    assert await desk.db.read(tags.rules) == []


async def test_a_report_that_a_merge_gives_a_hidden_hashtag_is_hidden(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(Told("One", hashtags=(("potus", "POTUS"),)), Told("Two", hashtags=(WHITE_HOUSE,)))
    await tagging.hide_hashtag(desk, "WhiteHouse", hidden=True)

    await tagging.merge_hashtag(desk, "POTUS", "WhiteHouse")

    with pytest.raises(NotFound):
        await reading.article(desk, newsroom.articles["One"])


async def test_hashtags_of_one_thing_lead_to_each_other(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(Told("One", hashtags=(WHITE_HOUSE,)), Told("واحد", hashtags=(ARABIC,), language="ar"))

    found = await reading.reports_with(desk, "whitehouse")

    assert found.linked == [(ARABIC[0], ARABIC[1])]


async def test_a_hashtag_on_too_many_reports_is_given_to_no_more(desk: Desk, newsroom: Newsroom) -> None:
    newsroom.tell(*(Told(f"Report {n}", hashtags=(("war", "War"),)) for n in range(30)))

    newsroom.tell(Told("One more", hashtags=(("war", "War"), ("flood", "Flood"))))

    found = await reading.article(desk, newsroom.articles["One more"])
    assert [label for _, label in found.article.hashtags] == ["Flood"]

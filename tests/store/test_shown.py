"""What pages are shown, on both databases: hidden things are nowhere, health tells what a source lacks."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from octavo.core.fold.related import Related, Shared
from octavo.core.ids import HashtagId, StoryId
from octavo.core.urls import Url
from octavo.store import feeds, hiding, replays
from octavo.store import stories as folded
from octavo.store.database import Database, Tx
from octavo.store.feeds import PollRow
from octavo.store.replays import Replayed
from octavo.store.schema import hashtag
from octavo.store.shown import articles, search, sources, stories
from tests.moments import NOON
from tests.newsroom import Newsroom, Told

LONG_AGO = NOON - timedelta(days=30)
TAG = (("flood", "Flood"),)


@pytest.fixture
def newsroom(db: Database) -> Newsroom:
    made = Newsroom(db)
    made.tell(
        Told(
            "Flood in town",
            "River Post",
            "The dam broke.",
            story=1,
            hashtags=TAG,
            picture="https://p.test/a.jpg",
        ),
        Told("Town under water", "Hill Post", "The dam broke at night.", story=1, at=NOON),
        Told("Cup final", "River Post", "A dam of defenders.", hashtags=(("cup", "Cup"),)),
    )
    return made


def hide_tag(tx: Tx, tag: str) -> None:
    hashtag_id = tx.execute(select(hashtag.c.id).where(hashtag.c.tag == tag)).scalar_one()
    hiding.hide_hashtag(tx, HashtagId(hashtag_id), hidden=True)


def everything(tx: Tx, room: Newsroom) -> set[str]:
    """The titles on all lists and pages together."""
    shown = {report.title for report in articles.newest(tx, limit=99)}
    shown |= {s.headline.title for s in stories.load(tx, list(room.stories.values()))}
    for story_id in set(room.stories.values()):
        shown |= {r.title for r in stories.reports_of(tx, story_id)}
        shown |= {one.story.headline.title for one in stories.related_to(tx, story_id)}
    for source_id in room.sources.values():
        shown |= {r.title for r in articles.of_source(tx, source_id, limit=99, offset=0)}
        shown |= {r.title for r in sources.refused_of(tx, source_id, since=LONG_AGO)}
    for tag in ("flood", "cup"):
        if found := articles.hashtag_of(tx, [tag]):
            shown |= {r.title for r in articles.with_hashtag(tx, found.id, limit=99, offset=0)}
    shown |= {m.title for m in search.matches(tx, [("dam",)], limit=99)}
    shown |= {r.title for r, _ in search.found(tx, list(room.articles.values()))}
    return shown | {title for title, id_ in room.articles.items() if articles.article_of(tx, id_)}


def test_everything_is_shown_while_nothing_is_hidden(newsroom: Newsroom, db: Database) -> None:
    assert db.read_now(everything, newsroom) == set(newsroom.articles)


def test_a_hidden_source_is_nowhere(newsroom: Newsroom, db: Database) -> None:
    db.write_now(hiding.hide_source, newsroom.sources["River Post"], hidden=True)

    assert db.read_now(everything, newsroom) == {"Town under water"}
    (left,) = db.read_now(stories.load, [newsroom.stories["Flood in town"]])
    assert (left.headline.title, left.sources, left.articles) == ("Town under water", 1, 1)
    assert [s.name for s in db.read_now(sources.all_sources)] == ["Hill Post"]
    assert db.read_now(sources.source_of, newsroom.sources["River Post"]) is None
    assert db.read_now(sources.source_of, newsroom.sources["River Post"], also_hidden=True) is not None
    assert db.read_now(stories.folded_since, LONG_AGO).reports == 1


def test_a_hidden_hashtag_takes_its_reports_with_it(newsroom: Newsroom, db: Database) -> None:
    db.write_now(hide_tag, "flood")

    assert db.read_now(everything, newsroom) == {"Town under water", "Cup final"}
    assert db.read_now(articles.hashtag_of, ["flood"]) is None
    assert db.read_now(stories.tags_of, newsroom.stories["Flood in town"]) == []


def test_what_is_shown_again_is_as_before(newsroom: Newsroom, db: Database) -> None:
    for hidden in (True, False):
        db.write_now(hiding.hide_source, newsroom.sources["River Post"], hidden=hidden)

    assert db.read_now(everything, newsroom) == set(newsroom.articles)


def relate(tx: Tx, one: StoryId, other: StoryId, *names: str) -> None:
    shared = tuple(Shared(name.casefold(), name) for name in names)
    folded.save_related(tx, [Related(one, other, shared, 1.0)], of=[one, other])


def test_related_stories_know_each_other_by_the_names_that_both_have(
    newsroom: Newsroom, db: Database
) -> None:
    flood, final = newsroom.stories["Flood in town"], newsroom.stories["Cup final"]
    db.write_now(relate, flood, final, "Flood", "Riverside")

    (seen,) = db.read_now(stories.related_to, final)
    (back,) = db.read_now(stories.related_to, flood)

    assert (seen.story.id, seen.shared) == (flood, ("Flood", "Riverside"))
    assert (back.story.id, back.shared) == (final, ("Flood", "Riverside"))


def test_what_both_have_is_named_in_the_language_of_the_page(newsroom: Newsroom, db: Database) -> None:
    flood, final = newsroom.stories["Flood in town"], newsroom.stories["Cup final"]
    shared = (Shared("place:TR", "Turquia"), Shared("name:erika muster", "Erika Muster"))
    db.write_now(folded.save_related, [Related(flood, final, shared, 1.0)], of=[flood, final])

    (arabic,) = db.read_now(stories.related_to, final, language="ar")
    (unsaid,) = db.read_now(stories.related_to, final)

    assert arabic.shared == ("تركيا", "Erika Muster")
    assert unsaid.shared == ("Turquia", "Erika Muster")


def test_a_hidden_name_relates_nothing(newsroom: Newsroom, db: Database) -> None:
    flood, final = newsroom.stories["Flood in town"], newsroom.stories["Cup final"]
    db.write_now(relate, flood, final, "Flood", "Riverside")
    db.write_now(hide_tag, "flood")

    assert [one.shared for one in db.read_now(stories.related_to, final)] == [("Riverside",)]

    db.write_now(relate, flood, final, "Flood")
    assert db.read_now(stories.related_to, final) == []


def test_a_story_of_hidden_reports_only_is_related_to_nothing(newsroom: Newsroom, db: Database) -> None:
    flood, final = newsroom.stories["Flood in town"], newsroom.stories["Cup final"]
    db.write_now(relate, flood, final, "Riverside")
    for name in ("River Post", "Hill Post"):
        db.write_now(hiding.hide_source, newsroom.sources[name], hidden=True)

    assert db.read_now(stories.related_to, final) == []
    assert db.read_now(stories.load, [flood, final]) == ()


def test_an_article_has_all_that_its_page_shows(newsroom: Newsroom, db: Database) -> None:
    media = '[{"url":"https://p.test/a.mp3","kind":"audio","type":"audio/mpeg","seconds":65,"title":"Talk"}]'
    newsroom.tell(
        Told(
            "Talk",
            "Radio",
            "Said.\n\nOne.\n\nTwo.",
            blocks=("text", "item"),
            byline="A. Writer",
            media=media,
            rights="© Radio",
        )
    )

    found = db.read_now(articles.article_of, newsroom.articles["Talk"])
    flood = db.read_now(articles.article_of, newsroom.articles["Flood in town"])

    assert found is not None
    assert [(p.kind, p.text) for p in found.body.paragraphs] == [
        ("text", "Said."),
        ("item", "One."),
        ("text", "Two."),
    ]
    assert (found.byline, found.media[0].seconds, found.report.attribution) == ("A. Writer", 65, "© Radio")
    assert found.report.story_id == newsroom.stories["Talk"]
    assert flood is not None
    assert flood.picture is not None
    assert (flood.picture.width, flood.picture.alt) == (800, "What it shows")
    assert flood.hashtags == (("flood", "Flood"),)


def test_a_replayed_report_tells_its_true_address_and_date(newsroom: Newsroom, db: Database) -> None:
    truth = Replayed(
        Url("https://demo.test/a"), Url("https://true.test/a"), LONG_AGO, "Daily, CC BY", "https://l.test/by"
    )
    newsroom.tell(Told("Replayed", url="https://demo.test/a"))
    db.write_now(replays.keep, [truth])

    (report,) = [r for r in db.read_now(articles.newest, limit=9) if r.title == "Replayed"]

    assert (report.address, report.true_date) == ("https://true.test/a", LONG_AGO)
    assert (report.attribution, report.licence) == ("Daily, CC BY", "https://l.test/by")


def test_the_health_of_a_source_shows_polls_and_what_was_set_aside(newsroom: Newsroom, db: Database) -> None:
    newsroom.tell(
        Told("Walled", "River Post", kind="headline", refused=("paywall", "For subscribers.")),
        Told("Left", "River Post", kind="headline"),
    )
    source_id = newsroom.sources["River Post"]
    (feed,) = db.read_now(sources.health_of, source_id)
    db.write_now(feeds.save_polls, [PollRow(feed.id, "new")], now=NOON)
    db.write_now(feeds.save_polls, [PollRow(feed.id, "failed", "timed_out")], now=NOON + timedelta(minutes=1))

    refused = db.read_now(sources.refused_of, source_id, since=LONG_AGO)
    counts = db.read_now(sources.counts_of, source_id, since=LONG_AGO)
    polls = db.read_now(sources.polls_of, [feed.id])

    assert [(one.title, one.code, one.reason) for one in refused] == [
        ("Walled", "paywall", "For subscribers.")
    ]
    assert (counts.reports, counts.read, counts.set_aside, counts.unread, counts.waiting) == (4, 2, 1, 1, 0)
    assert [(one.outcome, one.code) for one in polls] == [("failed", "timed_out"), ("new", "")]


def test_the_address_of_a_feed_is_shown_without_its_password(db: Database) -> None:
    new = feeds.NewFeed(Url("https://me:secret@p.test/rss"), source_name="P")
    db.write_now(feeds.add, new, now=NOON)

    (line,) = db.read_now(sources.all_sources)
    (feed,) = db.read_now(sources.health_of, line.id)

    assert feed.url == "https://p.test/rss"
    assert (line.feeds, line.well, line.blocked) == (1, 1, 0)

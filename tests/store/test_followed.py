from datetime import timedelta

import pytest
from sqlalchemy import select

from octavo.core.document import Secret
from octavo.core.errors import NotFound
from octavo.core.ids import FeedId
from octavo.core.urls import Url
from octavo.store import feeds, followed, hiding
from octavo.store.database import Database
from octavo.store.feeds import NewFeed
from octavo.store.followed import FeedChange
from octavo.store.schema import feed
from tests.moments import NOON


def _follow(db: Database, url: str, **more: object) -> FeedId:
    return db.write_now(feeds.add, NewFeed(Url(url), **more), now=NOON)[0]  # type: ignore[arg-type]


def test_feeds_are_listed_by_the_names_of_their_sources(db: Database) -> None:
    _follow(db, "https://z.test/rss", name="zebra")
    _follow(db, "https://a.test/rss", name="Aardvark")
    _follow(db, "https://m.test/rss", name="Mole", secret=Secret("ann", "hush"))

    found = db.read_now(followed.feeds)

    assert [one.source for one in found] == ["Aardvark", "Mole", "zebra"]
    assert [one.has_secret for one in found] == [False, True, False]
    assert "hush" not in repr(found)


def test_one_feed_is_shown_as_it_is(db: Database) -> None:
    feed_id = _follow(db, "https://a.test/rss", category="World", reads="feed", shortest=timedelta(hours=2))

    found = db.read_now(followed.one_feed, feed_id)

    assert (found.url, found.category, found.reads) == ("https://a.test/rss", "World", "feed")
    assert found.shortest == timedelta(hours=2)
    assert (found.status, found.paused, found.polled_at, found.next_poll_at) == ("well", False, None, NOON)


def test_a_feed_that_is_not_there_is_said_to_be_missing(db: Database) -> None:
    with pytest.raises(NotFound):
        db.read_now(followed.one_feed, FeedId(9))
    with pytest.raises(NotFound):
        db.write_now(followed.change_feed, FeedId(9), FeedChange("", "", "page", None))


def test_a_change_without_a_secret_leaves_the_one_that_is_there(db: Database) -> None:
    feed_id = _follow(db, "https://a.test/rss", secret=Secret("ann", "hush"))

    db.write_now(followed.change_feed, feed_id, FeedChange("A", "World", "feed", timedelta(minutes=5)))
    assert db.read_now(lambda tx: tx.execute(select(feed.c.password)).scalar_one()) == "hush"
    assert db.read_now(followed.one_feed, feed_id).name == "A"

    db.write_now(followed.change_feed, feed_id, FeedChange("A", "World", "page", None, Secret()))
    assert db.read_now(lambda tx: tx.execute(select(feed.c.password)).scalar_one()) == ""
    assert not db.read_now(followed.one_feed, feed_id).has_secret


def test_sources_count_their_feeds_and_stay_when_these_go(db: Database) -> None:
    first = _follow(db, "https://a.test/rss")
    _follow(db, "https://a.test/sport")
    db.write_now(feeds.remove, first)

    (source,) = db.read_now(followed.sources)

    assert (source.host, source.feeds, source.set_aside, source.hidden) == ("a.test", 1, 0, False)


def test_a_hashtag_can_be_hidden_before_anything_has_it(db: Database) -> None:
    hashtag_id = db.write_now(followed.hashtag_named, "g7", label="G7")
    assert db.write_now(followed.hashtag_named, "g7", label="g7") == hashtag_id

    db.write_now(hiding.hide_hashtag, hashtag_id, hidden=True)

    assert db.read_now(followed.hidden_hashtags) == [(hashtag_id, "G7")]

from datetime import timedelta

from octavo.core.urls import Url
from octavo.store import feeds, overview, work
from octavo.store.database import Database
from octavo.store.feeds import NewFeed, PollRow
from octavo.store.work import Lease
from tests.moments import NOON

LEASE = Lease("worker", timedelta(minutes=3))


def test_an_empty_desk_has_nothing_to_do_and_nothing_fails(db: Database) -> None:
    assert db.read_now(overview.progress, now=NOON).waiting == 0
    assert not db.read_now(overview.failures)
    assert not db.read_now(overview.folds)
    assert not db.read_now(overview.workers, now=NOON)
    assert {hour.polls for hour in db.read_now(overview.hours, now=NOON)} == {0}


def test_hours_count_polls_and_what_was_new(db: Database) -> None:
    feed_id, _ = db.write_now(feeds.add, NewFeed(Url("https://a.test/rss")), now=NOON)
    for minutes, outcome, fresh in ((0, "new", 3), (59, "failed", 0), (61, "new", 4), (60 * 30, "new", 9)):
        row = PollRow(feed_id, outcome, fresh=fresh)  # type: ignore[arg-type]
        db.write_now(feeds.save_polls, [row], now=NOON - timedelta(minutes=minutes))

    hours = db.read_now(overview.hours, now=NOON + timedelta(minutes=10))

    assert len(hours) == 24
    assert (hours[0].begins, hours[0].polls, hours[0].failed_polls, hours[0].fresh) == (NOON, 1, 0, 3)
    assert (hours[1].polls, hours[1].failed_polls, hours[1].fresh) == (1, 1, 0)
    assert (hours[2].polls, hours[2].fresh) == (1, 4)
    assert sum(hour.fresh for hour in hours) == 7


def test_failures_are_counted_by_code_with_an_example(db: Database) -> None:
    for name in "abc":
        db.write_now(feeds.add, NewFeed(Url(f"https://{name}.test/rss")), now=NOON)
    states = [
        {"id": n, "error_code": code, "error_message": f"{code} it is."}
        for n, code in ((1, "timed_out"), (2, "timed_out"), (3, "gone"))
    ]
    db.write_now(feeds.save_states, states)

    found = db.read_now(overview.failures)

    assert [(one.step, one.code, one.number) for one in found] == [
        ("poll", "timed_out", 2),
        ("poll", "gone", 1),
    ]
    assert found[0].example == "timed_out it is."


def test_workers_are_shown_with_what_they_hold_until_their_lease_ends(db: Database) -> None:
    for name in "ab":
        db.write_now(feeds.add, NewFeed(Url(f"https://{name}.test/rss")), now=NOON)
    db.write_now(feeds.claim_due, limit=9, now=NOON, lease=LEASE)
    db.write_now(work.take_lease, "fold", now=NOON, holder=LEASE)

    assert [(w.name, w.rows) for w in db.read_now(overview.workers, now=NOON)] == [("worker", 2)]
    assert not db.read_now(overview.workers, now=NOON + timedelta(minutes=4))
    assert [(h.name, h.held_by) for h in db.read_now(overview.holdings)] == [("fold", "worker")]
    assert [fold.folded_at for fold in db.read_now(overview.folds)] == [None]


def test_the_database_says_what_it_is_and_how_large(db: Database) -> None:
    name, version = db.read_now(overview.database)

    assert name in ("SQLite", "PostgreSQL")
    assert version[0].isdigit()
    assert db.read_now(overview.size) > 10_000

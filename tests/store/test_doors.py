from datetime import timedelta

import pytest

from octavo.core.errors import BadInput, NotFound
from octavo.store import doors
from octavo.store.database import Database
from tests.moments import NOON


def test_a_session_is_open_until_it_ends(db: Database) -> None:
    db.write_now(doors.open_session, "a", now=NOON, until=NOON + timedelta(days=30))

    assert db.read_now(doors.is_session, "a", now=NOON + timedelta(days=29))
    assert not db.read_now(doors.is_session, "a", now=NOON + timedelta(days=30))
    assert not db.read_now(doors.is_session, "b", now=NOON)


def test_ending_one_session_ends_no_other(db: Database) -> None:
    for digest in ("a", "b"):
        db.write_now(doors.open_session, digest, now=NOON, until=NOON + timedelta(days=30))

    db.write_now(doors.end_session, "a")
    db.write_now(doors.end_session, "a")

    assert not db.read_now(doors.is_session, "a", now=NOON)
    assert db.read_now(doors.is_session, "b", now=NOON)


def test_all_sessions_can_be_ended(db: Database) -> None:
    db.write_now(doors.open_session, "a", now=NOON, until=NOON + timedelta(days=30))

    db.write_now(doors.end_sessions)

    assert not db.read_now(doors.is_session, "a", now=NOON)


def test_failures_are_kept_newest_first_and_forgiven_all_at_once(db: Database) -> None:
    for minute in range(4):
        db.write_now(doors.note_failure, now=NOON + timedelta(minutes=minute))

    found = db.read_now(doors.failures, since=NOON, limit=2)
    assert list(found) == [NOON + timedelta(minutes=3), NOON + timedelta(minutes=2)]

    db.write_now(doors.forgive)
    assert not db.read_now(doors.failures, since=NOON - timedelta(days=1), limit=9)


def test_a_key_opens_until_it_is_revoked(db: Database) -> None:
    db.write_now(doors.add_key, "d", name="Phone", now=NOON)

    assert db.read_now(doors.is_key, "d")
    assert [(key.digest, key.name) for key in db.read_now(doors.keys)] == [("d", "Phone")]

    db.write_now(doors.revoke_key, "d")
    assert not db.read_now(doors.is_key, "d")
    with pytest.raises(NotFound):
        db.write_now(doors.revoke_key, "d")


def test_two_keys_of_one_name_are_refused(db: Database) -> None:
    db.write_now(doors.add_key, "d", name="Phone", now=NOON)

    with pytest.raises(BadInput, match="Phone"):
        db.write_now(doors.add_key, "e", name="Phone", now=NOON)

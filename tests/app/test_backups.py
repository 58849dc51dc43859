from pathlib import Path

import pytest
from sqlalchemy import insert, select

from octavo.app import backups
from octavo.app.replaying import begin
from octavo.core.errors import BadInput
from octavo.core.urls import Url
from octavo.demo.world import load_world
from octavo.store import backup, feeds, schema
from octavo.store.database import Database, Tx
from octavo.store.feeds import NewFeed
from tests.databases import KINDS, Databases
from tests.moments import NOON


def _fill(database: Database) -> None:
    begin(database, load_world(), now=NOON)
    with database.writing() as tx:
        tx.execute(
            insert(schema.picture).values(
                key="p", url="http://a.test/p", alt="“ق”", credit="", state="ready", code="", width=3, height=2,
                type="image/webp", body=bytes(range(256)), fetched_at=NOON, next_try_at=None, held_by="", tries=0,
            )
        )  # fmt: skip
        tx.execute(
            insert(schema.search_text).values(article_id=_an_article(tx), tokens="elbe floods dresden")
        )


def _an_article(tx: Tx) -> int:
    source_id = tx.execute(select(schema.source.c.id).limit(1)).scalar_one()
    row = dict(
        source_id=source_id, key="k", url="http://a.test/1", title="Elbe floods", teaser="", byline="", language="en",
        kind="headline", section="", rights="", licence="", tags="", media="", published_at=NOON, first_seen_at=NOON,
        hidden=True, stage="", asked=0, held_by="", tries=0,
    )  # fmt: skip
    return tx.execute(insert(schema.article).values(row).returning(schema.article.c.id)).scalar_one()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("other", KINDS)
def test_a_restored_database_has_every_row_of_every_table(
    databases: Databases, tmp_path: Path, kind: str, other: str
) -> None:
    with databases.fresh(kind) as url, databases.empty(other) as into:
        database, restored = Database(url), Database(into)
        _fill(database)

        backups.write(database, tmp_path / "backup")
        counts = backups.restore(restored, tmp_path / "backup")

        assert list(backup.dump(restored)) == list(backup.dump(database))
        assert counts["picture"] == 1
        assert counts["feed"] == 29
        database.close()
        restored.close()


def test_a_restored_database_can_be_written_on_and_searched(
    db: Database, databases: Databases, tmp_path: Path
) -> None:
    _fill(db)
    backups.write(db, tmp_path / "backup")
    with databases.empty(db.engine.dialect.name) as into:
        restored = Database(into)
        backups.restore(restored, tmp_path / "backup")

        feed_id, is_new = restored.write_now(feeds.add, NewFeed(Url("http://new.test/rss")), now=NOON)

        assert is_new
        assert feed_id > 29
        restored.close()


def test_a_database_with_something_in_it_is_left_alone(db: Database, tmp_path: Path) -> None:
    _fill(db)
    backups.write(db, tmp_path / "backup")
    before = list(backup.dump(db))

    with pytest.raises(BadInput, match="empty"):
        backups.restore(db, tmp_path / "backup")

    assert list(backup.dump(db)) == before


@pytest.mark.parametrize("damage", ["cut", "changed", "letter"])
def test_a_damaged_backup_is_refused_before_anything_is_written(
    db: Database, databases: Databases, tmp_path: Path, damage: str
) -> None:
    _fill(db)
    path = tmp_path / "backup"
    backups.write(db, path)
    whole = path.read_bytes()
    path.write_bytes(
        {
            "cut": whole[: len(whole) // 2],
            "changed": whole[:200] + bytes([whole[200] ^ 1]) + whole[201:],
            "letter": b"Dear Sir or Madam",
        }[damage]
    )

    with databases.empty(db.engine.dialect.name) as into:
        restored = Database(into)
        with pytest.raises(BadInput, match="backup"):
            backups.restore(restored, path)

        assert restored.version() == ""
        restored.close()


def test_a_backup_that_cannot_be_written_leaves_the_old_one(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "backup"

    with pytest.raises(BadInput, match="could not be written"):
        backups.write(db, path)

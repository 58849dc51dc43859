"""The replay: where a demo's reports truly stand and when they truly came out. Empty on every other desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from octavo.core.urls import Url, canonical
from octavo.store import dialect
from octavo.store.database import Tx
from octavo.store.schema import replay


@dataclass(frozen=True, slots=True)
class Replayed:
    """The truth behind one replayed report."""

    address: Url
    original: Url
    published_at: datetime
    attribution: str
    licence: str
    """Address of the licence's text."""


def keep(tx: Tx, facts: Sequence[Replayed]) -> None:
    """Keep the truth behind replayed reports; keeping it twice is keeping it once."""
    tx.execute(
        dialect.upsert(tx, replay, ["key"]),
        [
            dict(
                key=canonical(f.address), original=f.original, published_at=f.published_at, attribution=f.attribution,
                licence=f.licence,
            )
            for f in facts
        ],
    )  # fmt: skip


def is_replay(tx: Tx) -> bool:
    """Say whether this desk replays a demo."""
    return tx.execute(select(replay.c.key).limit(1)).first() is not None

"""Pictures: which are to be fetched, and the small versions that Octavo serves itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from octavo.core.ids import PictureId
from octavo.core.urls import Url
from octavo.store.database import Tx
from octavo.store.schema import article, picture
from octavo.store.work import Claimed, Lease, claim, still_open


@dataclass(frozen=True, slots=True)
class DuePicture:
    """A claimed picture."""

    claimed: Claimed
    id: PictureId
    url: Url


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, decoded and made small."""

    type: str
    width: int
    height: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Why a picture cannot be shown, and when it is tried again."""

    code: str
    again_at: datetime | None


def claim_due(tx: Tx, *, limit: int, now: datetime, lease: Lease) -> Sequence[DuePicture]:
    """Return pictures that are to be fetched now."""
    claimed = {c.id: c for c in claim(tx, picture, limit=limit, now=now, lease=lease)}
    rows = tx.execute(
        select(picture.c.id, picture.c.url).where(picture.c.id.in_(list(claimed))).order_by(picture.c.id)
    )
    return [DuePicture(claimed[row.id], PictureId(row.id), Url(row.url)) for row in rows] if claimed else []


def save(tx: Tx, outcomes: Sequence[tuple[Claimed, Drawn | Undrawn]], *, now: datetime) -> None:
    """Keep pictures, or why they cannot be shown."""
    mine = still_open(tx, picture, [c for c, _ in outcomes], picture.c.state == "due")
    rows = [_row(c, outcome, now) for c, outcome in outcomes if c.id in mine]
    if rows:
        names = [name for name in rows[0] if name != "b_id"]
        values = {
            name.removeprefix("b_"): bindparam(name, type_=picture.c[name.removeprefix("b_")].type)
            for name in names
        }
        tx.execute(
            update(picture).where(picture.c.id == bindparam("b_id")).values({**values, "held_by": ""}), rows
        )


def _row(claimed: Claimed, outcome: Drawn | Undrawn, now: datetime) -> dict[str, object]:
    if isinstance(outcome, Drawn):
        return {
            "b_id": claimed.id, "b_state": "ready", "b_code": "", "b_width": outcome.width, "b_height": outcome.height,
            "b_type": outcome.type, "b_body": outcome.body, "b_fetched_at": now, "b_next_try_at": None, "b_tries": 0,
        }  # fmt: skip
    return {
        "b_id": claimed.id, "b_state": "due" if outcome.again_at else "failed", "b_code": outcome.code, "b_width": 0, "b_height": 0,
        "b_type": "", "b_body": None, "b_fetched_at": now, "b_next_try_at": outcome.again_at, "b_tries": claimed.tries,
    }  # fmt: skip


def shown(tx: Tx, picture_id: PictureId) -> Drawn | None:
    """Return a picture that some visible article carries; None: there is none to show."""
    visible = select(article.c.id).where(article.c.picture_id == picture.c.id, ~article.c.hidden).exists()
    row = tx.execute(
        select(picture.c.type, picture.c.width, picture.c.height, picture.c.body).where(
            picture.c.id == picture_id, picture.c.state == "ready", visible
        )
    ).first()
    return Drawn(row.type, row.width, row.height, row.body) if row and row.body else None

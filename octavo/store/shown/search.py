"""What a search has found: the matches to rank, and the texts of those that are shown."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import bindparam, select

from octavo.core.ids import ArticleId
from octavo.core.reading.rank import Match
from octavo.core.reading.reports import Report
from octavo.core.text.search import Phrase
from octavo.store import dialect
from octavo.store.database import Tx
from octavo.store.schema import article, revision
from octavo.store.shown.rows import REPORT, REPORTS, report_of

LONGEST_TEXT: Final = 20_000


def matches(tx: Tx, phrases: Sequence[Phrase], *, limit: int) -> Sequence[Match]:
    """Return the newest *limit* visible articles that hold all *phrases*."""
    ids = dialect.newest_matches(tx, phrases, limit=limit)
    rows = tx.execute(_MATCHES, {"ids": ids})
    return [Match(ArticleId(r.id), r.title, r.published_at) for r in rows]


_MATCHES: Final = select(article.c.id, article.c.title, article.c.published_at).where(
    article.c.id.in_(bindparam("ids", expanding=True))
)


def found(tx: Tx, ids: Sequence[ArticleId]) -> Sequence[tuple[Report, str]]:
    """Return the reports *ids* in that order, each with the text in which the words stand."""
    rows = {row.article_id: row for row in tx.execute(_FOUND, {"ids": list(ids)})}
    return [(report_of(rows[i]), rows[i].text or rows[i].teaser) for i in ids if i in rows]


_FOUND: Final = (
    select(*REPORT, revision.c.text)
    .select_from(REPORTS)
    .where(article.c.id.in_(bindparam("ids", expanding=True)), ~article.c.hidden)
)

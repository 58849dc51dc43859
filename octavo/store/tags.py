"""Hashtags of articles, as readers' texts give them and as the owner wants them: merged, renamed, forbidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Select, bindparam, delete, func, insert, select, update

from octavo.core.errors import NotFound
from octavo.core.ids import ArticleId, HashtagId
from octavo.core.text.hashtag_rules import TagRules, apply_rules, target
from octavo.core.text.hashtags import Hashtag, crowded, without_crowded
from octavo.store import dialect, hiding
from octavo.store.database import Tx
from octavo.store.schema import article_hashtag, hashtag, hashtag_rule

_LATEST: Final = 2_000
"""Articles by which it is judged whether a hashtag is crowded."""


def give(tx: Tx, made: Sequence[tuple[ArticleId, Sequence[Hashtag]]]) -> None:
    """Give articles their hashtags in the place of those that they had, as the owner's rules want them."""
    rules, full = rules_of(tx), _crowded(tx)
    wanted = [(a, without_crowded(apply_rules(tags, rules), full)) for a, tags in made]
    tx.execute(delete(article_hashtag).where(article_hashtag.c.article_id.in_([a for a, _ in wanted])))
    tags = {one.tag: one for _, tags in wanted for one in tags}
    if not tags:
        return
    # Sorted, so that two workers who bring the same tags wait for each other in one order.
    tx.execute(
        dialect.insert_ignoring(tx, hashtag),
        [dict(tag=t, label=tags[t].label, thing=tags[t].key, hidden=False) for t in sorted(tags)],
    )
    ids = {row.tag: row.id for row in tx.execute(_NAMED, {"tags": list(tags)})}
    tx.execute(
        insert(article_hashtag),
        [
            dict(article_id=a, hashtag_id=ids[one.tag], position=place)
            for a, tags in wanted
            for place, one in enumerate(tags)
        ],
    )


_NAMED: Final = select(hashtag.c.tag, hashtag.c.id).where(
    hashtag.c.tag.in_(bindparam("tags", expanding=True))
)


def _crowded(tx: Tx) -> frozenset[str]:
    """Return the tags that too many of the latest articles carry."""
    newest = tx.execute(select(func.max(article_hashtag.c.article_id))).scalar_one()
    if newest is None:
        return frozenset()
    uses = {row.tag: row.uses for row in tx.execute(_USES, {"after": newest - _LATEST})}
    return crowded(uses, min(newest, _LATEST))


_USES: Final = (
    select(hashtag.c.tag, func.count().label("uses"))
    .join(article_hashtag, article_hashtag.c.hashtag_id == hashtag.c.id)
    .where(article_hashtag.c.article_id > bindparam("after"))
    .group_by(hashtag.c.id, hashtag.c.tag)
    .having(func.count() > 20)
)


def rules_of(tx: Tx) -> TagRules:
    """Return what the owner has decided about hashtags."""
    found = rules(tx)
    # How a tag itself is to be written comes before how another one that became it was.
    renamed = {one.tag: one.label for one in found if one.becomes == one.tag}
    return TagRules(
        merged={one.tag: one.becomes for one in found if one.becomes not in ("", one.tag)},
        labels={**{one.becomes: one.label for one in found if one.becomes}, **renamed},
        forbidden=frozenset(one.tag for one in found if not one.becomes),
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """One decision about a hashtag."""

    tag: str
    becomes: str
    """Empty: it is no hashtag."""
    label: str


def rules(tx: Tx) -> Sequence[Rule]:
    """Return the decisions about hashtags, by tag."""
    rows = tx.execute(
        select(hashtag_rule.c.tag, hashtag_rule.c.becomes, hashtag_rule.c.label).order_by(hashtag_rule.c.tag)
    )
    return [Rule(*row) for row in rows]


def decide(tx: Tx, tag: str, becomes: Hashtag | None, *, now: datetime) -> None:
    """Let *tag* be *becomes* from now on, or no hashtag at all; what articles carry follows at once.

    A tag that becomes itself is only written otherwise. Where tags would stand for each other in a ring, the newest decision counts.
    """
    row = dict(
        tag=tag, becomes=becomes.tag if becomes else "", label=becomes.label if becomes else "", at=now
    )
    if becomes is not None and becomes.tag != tag and target(becomes.tag, rules_of(tx)) == tag:
        tx.execute(delete(hashtag_rule).where(hashtag_rule.c.tag == becomes.tag))
    tx.execute(dialect.upsert(tx, hashtag_rule, ["tag"]), [row])
    if becomes is not None and becomes.tag == tag:
        tx.execute(update(hashtag).where(hashtag.c.tag == tag).values(label=becomes.label))
        return
    carried = [
        ArticleId(one)
        for one in tx.scalars(
            select(article_hashtag.c.article_id).where(article_hashtag.c.hashtag_id.in_(_ids_of(tag)))
        )
    ]
    if becomes is not None:
        _move(tx, tag, Hashtag(target(becomes.tag, rules_of(tx)), becomes.label, becomes.key))
    tx.execute(delete(article_hashtag).where(article_hashtag.c.hashtag_id.in_(_ids_of(tag))))
    hiding.follow(tx, carried)


def undecide(tx: Tx, tag: str) -> None:
    """Take a decision back: what comes in from now on is as if there had been none. Raises NotFound where there is none."""
    if not tx.execute(delete(hashtag_rule).where(hashtag_rule.c.tag == tag)).rowcount:
        raise NotFound("There is no such rule.")


def _ids_of(tag: str) -> Select[int]:
    return select(hashtag.c.id).where(hashtag.c.tag == tag)


def _move(tx: Tx, tag: str, into: Hashtag) -> None:
    """Give the articles of *tag* the hashtag *into* instead, but for those that have it already."""
    tx.execute(
        dialect.insert_ignoring(tx, hashtag),
        [dict(tag=into.tag, label=into.label, thing=into.key, hidden=False)],
    )
    new = HashtagId(tx.execute(_ids_of(into.tag)).scalar_one())
    both = select(article_hashtag.c.article_id).where(article_hashtag.c.hashtag_id == new)
    tx.execute(
        update(article_hashtag)
        .where(
            article_hashtag.c.hashtag_id.in_(_ids_of(tag)),
            article_hashtag.c.article_id.not_in(both.scalar_subquery()),
        )
        .values(hashtag_id=new)
    )


def of_thing(tx: Tx, thing: str, *, other_than: str) -> Sequence[tuple[str, str]]:
    """Return the other hashtags (tag, label) that name the same thing, those of other languages."""
    if not thing:
        return []
    rows = tx.execute(
        select(hashtag.c.tag, hashtag.c.label)
        .where(hashtag.c.thing == thing, hashtag.c.tag != other_than, ~hashtag.c.hidden)
        .order_by(hashtag.c.tag)
        .limit(20)
    )
    return [(row.tag, row.label) for row in rows]

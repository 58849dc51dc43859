"""Tagging: what the owner decides about hashtags. Hidden, merged, written otherwise, or none at all."""

from octavo.app.desk import Desk
from octavo.core.errors import BadInput
from octavo.core.text.hashtags import Hashtag, hashtag
from octavo.store import followed, hiding, tags
from octavo.store.database import Tx


async def hide_hashtag(desk: Desk, text: str, *, hidden: bool) -> None:
    """Hide a hashtag everywhere, also one that no article has yet, or show it again; raises BadInput for what is none."""
    made = _hashtag(text)
    await desk.db.write(_hide_hashtag, made.tag, made.label, hidden=hidden)


async def merge_hashtag(desk: Desk, text: str, into: str) -> Hashtag:
    """Let a hashtag stand for another one from now on, in all that is stored too; return that; raises BadInput."""
    made, other = _hashtag(text), _hashtag(into)
    if made.tag == other.tag:
        raise BadInput("Both are the same hashtag. To write it otherwise, rename it.")
    await desk.db.write(tags.decide, made.tag, other, now=desk.clock())
    return other


async def rename_hashtag(desk: Desk, text: str, label: str) -> Hashtag:
    """Write a hashtag otherwise from now on; raises BadInput where the new spelling is another hashtag."""
    made, other = _hashtag(text), _hashtag(label)
    if made.tag != other.tag:
        raise BadInput(
            "That is another hashtag, not another spelling. To let one stand for the other, merge them."
        )
    await desk.db.write(tags.decide, made.tag, other, now=desk.clock())
    return other


async def forbid_hashtag(desk: Desk, text: str) -> None:
    """Give a hashtag to no article any more, and take it from those that have it; raises BadInput for what is none."""
    await desk.db.write(tags.decide, _hashtag(text).tag, None, now=desk.clock())


async def undo_hashtag_rule(desk: Desk, tag: str) -> None:
    """Forget what was decided about a hashtag, for what is read from now on; raises NotFound where nothing was."""
    await desk.db.write(tags.undecide, tag)


def _hashtag(text: str) -> Hashtag:
    made = hashtag(text.strip().lstrip("#"))
    if made is None:
        raise BadInput("That is no hashtag; give one to four words, such as climate or WhiteHouse.")
    return made


def _hide_hashtag(tx: Tx, tag: str, label: str, *, hidden: bool) -> None:
    hiding.hide_hashtag(tx, followed.hashtag_named(tx, tag, label=label), hidden=hidden)


# lists of feeds

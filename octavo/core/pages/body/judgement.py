"""How likely each block of a page belongs to its article."""

from collections.abc import Callable, Sequence
from typing import Final

from octavo.core.pages.article import Reader
from octavo.core.pages.body import context, evidence, second
from octavo.core.pages.body.blocks import Page
from octavo.core.pages.body.points import CONTEXT, EVIDENCE, SECOND
from octavo.core.pages.body.scorecard import likelihood, read_points

_EVIDENCE: Final = read_points(EVIDENCE, evidence.SHEET)
_CONTEXT: Final = read_points(CONTEXT, context.SHEET)
_SECOND: Final = read_points(SECOND, second.SHEET)


def judge_blocks(
    page: Page,
    *,
    title: str,
    statement: str,
    ask: Callable[[], tuple[str, str]],
    reader: Reader | None = None,
) -> tuple[list[float], Reader]:
    """Return the likelihood of each block, and by which reader: without one given, *ask* is called where there is doubt."""
    seen = evidence.see(page, title=title)
    first = _likely([evidence.mark(b, g) for b, g in zip(page.blocks, seen, strict=True)], _EVIDENCE)
    again = context.look_again(page, seen, first, statement=statement)
    likely = _likely(again, _CONTEXT)
    if reader == "blocks" or (reader is None and not second.is_doubtful(page.blocks, likely)):
        return likely, "blocks"
    opinions = second.weigh_opinions(page.blocks, likely, ask())
    return _likely(opinions, _SECOND), "blocks and trafilatura"


def _likely(marks: Sequence[Sequence[int]], points: Sequence[int]) -> list[float]:
    """Return the likelihood that each block's marks give; a block without marks has none."""
    return [likelihood(sum([points[mark] for mark in one])) if one else 0.0 for one in marks]

"""Trees of small pages."""

from octavo.core.pages.body.blocks import Page, read_blocks
from octavo.core.pages.tree import parse


def blocks_of(body: str) -> Page:
    """Return the blocks of a page with this body."""
    return read_blocks(parse(f"<html><body>{body}</body></html>"))


def texts_of(body: str) -> list[str]:
    """Return the texts of the blocks of a page with this body."""
    return [block.text for block in blocks_of(body).blocks]

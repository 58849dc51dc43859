"""The body of a page: its blocks, judged one by one; those that belong to the article, as paragraphs."""

from typing import Final

from lxml.html import HtmlElement

from octavo.core.pages.article import Body, Reader
from octavo.core.pages.body.blocks import Page, read_blocks
from octavo.core.pages.body.gaps import with_gaps_filled
from octavo.core.pages.body.judgement import judge_blocks
from octavo.core.pages.body.posts import find_posts
from octavo.core.pages.body.render import render
from octavo.core.pages.body.scorecard import LIKELY_ENOUGH
from octavo.core.pages.body.second import ask
from octavo.core.pages.body.several import keep_the_meant
from octavo.core.pages.body.site_rules import apply_rule, rule_for
from octavo.core.pages.body.vetoes import without_vetoed
from octavo.core.pages.fields.agencies import agencies_in
from octavo.core.urls import Url, parse_url

_MOST_EMBEDS: Final = 50
_BEHIND: Final = 3
_LONGEST_CREDIT: Final = 40


def find_body(
    tree: HtmlElement, *, address: Url, title: str = "", statement: str = "", reader: Reader | None = None
) -> Body:
    """Return the text of the page at *address*; *tree* is left as it is.

    *title* is the article's, as far as it is known; *statement* is what page or feed state that the text is.
    Without a *reader* the cheap one reads, and the other is asked where it is in doubt.
    """
    page = read_blocks(tree)
    if not page.blocks:
        return Body()
    stated_title = tree.findtext(".//title") or ""
    likely, method = judge_blocks(
        page,
        title=stated_title,
        statement=statement,
        ask=lambda: ask(tree),
        reader=reader,
    )
    taken = [n for n, chance in enumerate(likely) if chance >= LIKELY_ENOUGH]
    if (rule := rule_for(address)) is not None:
        taken = apply_rule(rule, tree, page.blocks, taken)
    taken = with_gaps_filled(page.blocks, taken)
    taken = keep_the_meant(page, taken, titles=(title, stated_title), address=address)
    # A page of one sentence may have it as its title too.
    taken = without_vetoed(page.blocks, taken, title=title) or without_vetoed(page.blocks, taken, title="")
    chosen = [page.blocks[n] for n in taken]
    return Body(
        render(chosen, base=_base(tree, address), posts=find_posts(page, chosen)),
        _embeds(page, taken, address),
        method=method,
        credit=_credit(page, taken),
    )


def _base(tree: HtmlElement, address: Url) -> Url:
    """Return what the page's relative addresses are relative to."""
    base = tree.find(".//base[@href]")
    return (parse_url(base.get("href") or "", address) if base is not None else None) or address


def _credit(page: Page, taken: list[int]) -> str:
    """Return the line close behind the article that is nothing but an agency's sign, or empty."""
    if not taken:
        return ""
    behind = (block.text for block in page.blocks[taken[-1] + 1 : taken[-1] + 1 + _BEHIND])
    return next((line for line in behind if len(line) <= _LONGEST_CREDIT and agencies_in(line)), "")


def _embeds(page: Page, taken: list[int], address: Url) -> tuple[Url, ...]:
    """Return the addresses of what the page shows from elsewhere between the article's first block and its last."""
    if not taken:
        return ()
    urls = (parse_url(src, address) for at, src in page.embeds if taken[0] < at <= taken[-1] + 1)
    return tuple(dict.fromkeys(url for url in urls if url is not None))[:_MOST_EMBEDS]

"""Rules for single sites, for pages that no general rule reads: a plain table, each row with a day on which it ends.

A rule that has ended fails a test: whoever meets it looks at the site's pages of today, and takes the rule out or renews it.
Each rule names a pair in tests/core/pages/pairs, a page of that site's design and what reading it must give.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from octavo.core.pages.body.blocks import Block
from octavo.core.urls import Url, host_of


@dataclass(frozen=True, slots=True)
class SiteRule:
    """Which elements of a site's pages hold the article."""

    host: str
    """The site's host; hosts under it are meant as well."""
    within: str
    """XPath of what holds the article's blocks, all of them; empty to judge as everywhere."""
    without: str
    """XPath of what is no part of the article; may be empty."""
    ends: date
    pair: str
    """The test page's name."""


RULES: Final[tuple[SiteRule, ...]] = ()
"""None: so far what was wrong on one site was wrong on others too, and was mended for all."""


def rule_for(address: Url, rules: Sequence[SiteRule] = RULES) -> SiteRule | None:
    """Return the rule for the site at *address*, if there is one."""
    if not rules:
        return None
    host = host_of(address)
    return next((rule for rule in rules if host == rule.host or host.endswith(f".{rule.host}")), None)


def apply_rule(rule: SiteRule, tree: HtmlElement, blocks: Sequence[Block], taken: Sequence[int]) -> list[int]:
    """Return the blocks, by number, that *rule* gives instead of the *taken* ones."""
    inside = _held(rule.within, tree) if rule.within else None
    outside = _held(rule.without, tree) if rule.without else frozenset()
    candidates = taken if inside is None else range(len(blocks))
    return [
        n
        for n in candidates
        if (inside is None or blocks[n].place.element in inside) and blocks[n].place.element not in outside
    ]


def _held(path: str, tree: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements that *path* finds, with all that is in them."""
    return frozenset(element for found in XPath(path)(tree) for element in found.iter())

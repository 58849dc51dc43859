from datetime import date
from pathlib import Path

from octavo.core.pages.body.blocks import read_blocks
from octavo.core.pages.body.site_rules import RULES, SiteRule, apply_rule, rule_for
from octavo.core.pages.tree import parse
from octavo.core.urls import Url

PAIRS = Path(__file__).parents[1] / "pairs"
RULE = SiteRule("outlet.test", '//div[@id="text"]', "//h4", date(2999, 1, 1), "plain-report")


def test_no_rule_has_ended() -> None:
    assert [rule.host for rule in RULES if rule.ends < date.today()] == []


def test_each_rule_has_its_test_page() -> None:
    assert [rule.host for rule in RULES if not (PAIRS / f"{rule.pair}.html").exists()] == []


def test_a_rule_is_for_a_site_and_all_under_it() -> None:
    assert rule_for(Url("https://www.outlet.test/1"), [RULE]) is RULE
    assert rule_for(Url("https://notoutlet.test/1"), [RULE]) is None
    assert rule_for(Url("https://outlet.test/1")) is None


def test_a_rule_takes_what_it_says_and_nothing_else() -> None:
    tree = parse('<html><body><p>Menu</p><div id="text"><p>One</p><h4>Not</h4><p>Two</p></div></body></html>')
    blocks = read_blocks(tree).blocks

    taken = apply_rule(RULE, tree, blocks, [0])

    assert [blocks[n].text for n in taken] == ["One", "Two"]

from octavo.core.text.hashtag_rules import TagRules, apply_rules, target
from octavo.core.text.hashtags import Hashtag

FLOOD = Hashtag("flood", "Flood")
FLOODS = Hashtag("floods", "Floods", "topic:FLOODS")
RAIN = Hashtag("rain", "Rain")
MERGED = TagRules(merged={"flood": "floods"}, labels={"floods": "Floods"})


def test_without_rules_nothing_changes() -> None:
    assert apply_rules((FLOOD, RAIN), TagRules()) == (FLOOD, RAIN)


def test_a_merged_tag_stands_for_another_and_is_there_once() -> None:
    assert [made.tag for made in apply_rules((FLOOD, RAIN, FLOODS), MERGED)] == ["floods", "rain"]
    assert apply_rules((FLOOD,), MERGED)[0].label == "Floods"


def test_merges_go_on_and_never_go_round() -> None:
    assert target("flood", TagRules(merged={"flood": "floods", "floods": "rain"})) == "rain"
    assert target("flood", TagRules(merged={"flood": "floods", "floods": "flood"})) in ("flood", "floods")


def test_a_renamed_tag_keeps_its_address() -> None:
    rules = TagRules(labels={"flood": "FloodWatch"})

    assert apply_rules((FLOOD,), rules) == (Hashtag("flood", "FloodWatch"),)


def test_a_forbidden_tag_is_gone_and_so_is_what_stands_for_it() -> None:
    rules = TagRules(MERGED.merged, MERGED.labels, frozenset({"floods"}))

    assert apply_rules((FLOOD, FLOODS, RAIN), rules) == (RAIN,)


def test_applying_twice_is_applying_once() -> None:
    rules = TagRules(MERGED.merged, {**MERGED.labels, "rain": "Downpour"})
    once = apply_rules((FLOOD, RAIN), rules)

    assert apply_rules(once, rules) == once

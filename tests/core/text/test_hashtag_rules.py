from octavo.core.text.hashtag_rules import TagRules, allow, apply_rules, forbid, merge, rename, target
from octavo.core.text.hashtags import Hashtag

FLOOD = Hashtag("flood", "Flood")
FLOODS = Hashtag("floods", "Floods", "topic:FLOODS")
RAIN = Hashtag("rain", "Rain")


def test_without_rules_nothing_changes() -> None:
    assert apply_rules((FLOOD, RAIN), TagRules()) == (FLOOD, RAIN)


def test_a_merged_tag_stands_for_another_and_is_there_once() -> None:
    rules = merge(TagRules(), "flood", FLOODS)

    assert [made.tag for made in apply_rules((FLOOD, RAIN, FLOODS), rules)] == ["floods", "rain"]
    assert apply_rules((FLOOD,), rules)[0].label == "Floods"


def test_merges_go_on_and_never_go_round() -> None:
    rules = merge(merge(TagRules(), "flood", FLOODS), "floods", RAIN)
    round_about = merge(rules, "rain", FLOOD)

    assert target("flood", rules) == "rain"
    assert target("rain", round_about) == "flood"
    assert target("flood", round_about) == "flood"


def test_a_renamed_tag_keeps_its_address() -> None:
    assert apply_rules((FLOOD,), rename(TagRules(), "flood", "FloodWatch")) == (
        Hashtag("flood", "FloodWatch"),
    )


def test_a_forbidden_tag_is_gone_and_so_is_what_stands_for_it() -> None:
    rules = forbid(merge(TagRules(), "flood", FLOODS), "floods")

    assert apply_rules((FLOOD, FLOODS, RAIN), rules) == (RAIN,)


def test_applying_twice_is_applying_once() -> None:
    rules = rename(merge(TagRules(), "flood", FLOODS), "rain", "Downpour")
    once = apply_rules((FLOOD, RAIN), rules)

    assert apply_rules(once, rules) == once


def test_what_is_allowed_again_is_as_it_was() -> None:
    assert allow(forbid(rename(TagRules(), "rain", "Downpour"), "rain"), "rain") == TagRules()

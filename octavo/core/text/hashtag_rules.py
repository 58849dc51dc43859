"""An owner's rules for hashtags: some mean another, some are written otherwise, some are never shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from octavo.core.text.hashtags import Hashtag


@dataclass(frozen=True, slots=True)
class TagRules:
    """What an owner has decided about hashtags; all by their tags."""

    merged: Mapping[str, str] = field(default_factory=dict)
    """The tag that each of these stands for."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """How each of these is written."""
    forbidden: frozenset[str] = frozenset()


def apply_rules(hashtags: Iterable[Hashtag], rules: TagRules) -> tuple[Hashtag, ...]:
    """Return *hashtags* as the owner wants them, in their order, each once; applying twice is applying once."""
    found: dict[str, Hashtag] = {}
    for made in hashtags:
        tag = target(made.tag, rules)
        if tag in rules.forbidden or made.tag in rules.forbidden:
            continue
        label = rules.labels.get(tag, made.label if tag == made.tag else tag)
        found.setdefault(tag, Hashtag(tag, label, made.key if tag == made.tag else ""))
    return tuple(found.values())


def target(tag: str, rules: TagRules) -> str:
    """Return the tag that *tag* stands for in the end, itself if it stands for none."""
    seen = {tag}
    while (following := rules.merged.get(tag)) is not None and following not in seen:
        seen.add(following)
        tag = following
    return tag


def merge(rules: TagRules, tag: str, into: Hashtag) -> TagRules:
    """Return *rules* with *tag* standing for *into*, whose label is kept; a tag never stands for itself."""
    merged = {**rules.merged}
    merged.pop(into.tag, None)
    if tag != into.tag:
        merged[tag] = into.tag
    return replace(rules, merged=merged, labels={into.tag: into.label, **rules.labels})


def rename(rules: TagRules, tag: str, label: str) -> TagRules:
    """Return *rules* with *tag* written as *label*; its address stays."""
    return replace(rules, labels={**rules.labels, tag: label})


def forbid(rules: TagRules, tag: str) -> TagRules:
    """Return *rules* with *tag*, and all that stand for it, shown nowhere."""
    return replace(rules, forbidden=rules.forbidden | {tag})


def allow(rules: TagRules, tag: str) -> TagRules:
    """Return *rules* without any decision about *tag* itself."""
    merged = {one: other for one, other in rules.merged.items() if one != tag}
    labels = {one: label for one, label in rules.labels.items() if one != tag}
    return TagRules(merged, labels, rules.forbidden - {tag})

"""An owner's rules for hashtags: some mean another, some are written otherwise, some are never shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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

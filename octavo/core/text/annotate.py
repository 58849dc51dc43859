"""Annotations: all that is said about one revision of a text, made in one go."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import ada_url

from octavo.core.text.entities import Entity, entities
from octavo.core.text.hashtags import Hashtag, hashtags
from octavo.core.text.language import Direction, detect, direction
from octavo.core.text.search import search_text
from octavo.core.text.section import Section, section, section_of_text
from octavo.core.text.sentences import Span, sentences
from octavo.core.urls import Url

_PATH_PARTS: Final = 3


@dataclass(frozen=True, slots=True)
class Annotations:
    """What is said about one revision; spans point into its text."""

    language: str
    direction: Direction
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    hashtags: tuple[Hashtag, ...]
    section: Section
    search_text: str
    """The search tokens of title and text."""


def annotate(
    title: str,
    text: str,
    *,
    language_hint: str = "",
    stated_tags: Sequence[str] = (),
    stated_section: str = "",
    address: Url | None = None,
    outlet: str = "",
) -> Annotations:
    """Describe an article by its title and text, and by what its source states about it.

    The same arguments always give the same annotations.
    """
    language = detect(f"{title}\n{text}", hint=language_hint)
    named = entities(text, title, language)
    return Annotations(
        language=language,
        direction=direction(language),
        sentences=sentences(text, language),
        entities=named,
        hashtags=hashtags(title, text, named, language, stated=stated_tags, outlet=outlet),
        section=_section(title, text, language, [stated_section, *_folders(address), *stated_tags]),
        search_text=f"{search_text(title)} {search_text(text)}".strip(),
    )


def _section(title: str, text: str, language: str, stated: Sequence[str]) -> Section:
    """Return the section that the source states, else the one that the words of the text speak for."""
    found = section(stated)
    return found if found != "general" else section_of_text(title, text, language)


def _folders(address: Url | None) -> list[str]:
    """Return the first folders of an address's path; its last part is the article's own name."""
    if address is None:
        return []
    return [part for part in ada_url.URL(address).pathname.split("/")[1:-1] if not part.isdigit()][
        :_PATH_PARTS
    ]

"""Several articles in one page: the one that its title and address mean."""

from collections.abc import Sequence
from typing import Final

from octavo.core.pages.body.blocks import Block, Page, Place, holders
from octavo.core.pages.cleaning import letters_of
from octavo.core.urls import Url, UrlKey, canonical, parse_url

_LEAST: Final = 200
"""Letters from which a part with a headline of its own is an article of its own."""
_SHORTEST_HEADLINE: Final = 8


def keep_the_meant(page: Page, chosen: Sequence[int], *, titles: Sequence[str], address: Url) -> list[int]:
    """Return those of the *chosen* blocks, by number, that stand in the article which title or address mean.

    Where the page has one article, or none of several is meant more than the others, all stay.
    """
    parts = _articles(page, chosen)
    if len(parts) < 2:
        return list(chosen)
    named = [letters_of(title) for title in titles if title]
    meant = [part for part, head in parts.items() if _is_meant(page.blocks[head], named, address)]
    if len(meant) != 1:
        return list(chosen)
    others = parts.keys() - set(meant)
    return [n for n in chosen if _article_of(page.blocks[n]) not in others]


def _articles(page: Page, chosen: Sequence[int]) -> dict[int, int]:
    """Return the article elements that hold enough of the chosen text and begin with a headline: number to headline's block."""
    letters: dict[int, int] = {}
    for n in chosen:
        if (part := _article_of(page.blocks[n])) is not None:
            letters[part] = letters.get(part, 0) + page.blocks[n].letters
    heads: dict[int, int] = {}
    for n, block in enumerate(page.blocks):
        if block.level in (1, 2) and (part := _article_of(block)) is not None:
            heads.setdefault(part, n)
    return {part: heads[part] for part, size in letters.items() if size >= _LEAST and part in heads}


def _article_of(block: Block) -> int | None:
    return next((place.number for place in holders(block.place) if _is_article(place)), None)


def _is_article(place: Place) -> bool:
    return place.tag == "article" or (place.element.get("itemtype") or "").endswith("Article")


def _is_meant(headline: Block, named: Sequence[str], address: Url) -> bool:
    own = letters_of(headline.text)
    if len(own) >= _SHORTEST_HEADLINE and any(
        own in title or (title in own and len(title) > 20) for title in named
    ):
        return True
    return any(_key(href, address) == canonical(address) for _, _, href in headline.links)


def _key(href: str, base: Url) -> UrlKey | None:
    url = parse_url(href, base)
    return canonical(url) if url is not None else None

"""A page's marks, gathered once for all fields: meta tags, linked data, and the names of its outlet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from lxml.html import HtmlElement

from octavo.core.pages.fields.linked import Linked, read_linked
from octavo.core.pages.fields.mending import mend
from octavo.core.pages.fields.named import NamedElements
from octavo.core.urls import Url, host_of
from octavo.core.words import word_set

_MOST_TAGS: Final = 2_000
_SEPARATORS: Final = re.compile(r"\s+[-–—|:·•]\s*|\s*[|:,]\s+")
# Parts of host names that name no outlet.
_NO_NAME: Final = word_set(
    "www m amp mobile news blog blogs com net org co gov edu ac info www1 www2 en ar de fr es"
)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page's fields are read from."""

    tree: HtmlElement
    address: Url
    meta: Mapping[str, str]
    """Meta tags by lower-case name or property; the first of a name counts."""
    linked: Linked
    outlet: frozenset[str]
    """Letters of the names of the outlet, its host's included."""
    named: NamedElements
    """The elements of the page by what they are called."""
    outlet_name: str
    """The outlet's name as it writes it, or empty."""

    def first(self, *names: str) -> str:
        """Return the first of the meta tags *names* that states something."""
        return next((value for name in names if (value := self.meta.get(name))), "")

    @property
    def month_first(self) -> bool:
        """Say whether the page writes the month before the day, as in the United States."""
        stated = (self.tree.get("lang") or "").lower().replace("_", "-")
        locale = self.meta.get("og:locale", "").lower().replace("_", "-")
        is_american = "en-us" in (stated, locale) and "en-gb" not in (stated, locale)
        return is_american or (
            stated == "en" and not locale and host_of(self.address).endswith((".com", ".us", ".org"))
        )

    def path_folders(self) -> Iterator[str]:
        """Yield the folders of the page's path, decoded and case folded; the last part is no folder."""
        path = self.address.partition("://")[2].partition("?")[0].partition("#")[0]
        yield from (unquote(folder).casefold() for folder in path.rstrip("/").split("/")[1:-1][:10])

    def is_outlet(self, name: str) -> bool:
        """Say whether *name* is the outlet's own, in whole or in the greater part."""
        letters = letters_of(name)
        if not letters or letters in self.outlet:
            return bool(letters)
        return any(
            min(len(letters), len(own)) >= 4
            and (letters in own or own in letters)
            and 2 * min(len(letters), len(own)) >= max(len(letters), len(own))
            for own in self.outlet
        )


def read_marks(tree: HtmlElement, *, address: Url) -> Marks:
    """Gather the marks of the page at *address*."""
    meta = _meta(tree)
    linked = read_linked(tree, address=address)
    stated = [name for value in linked.outlets() if (name := mend(value))]
    site = mend(meta.get("og:site_name", "")) or mend(meta.get("application-name", ""))
    names = {letters_of(name) for whole in (*stated, site) for name in _names(whole)}
    hosts = {letters_of(part) for part in _host_names(host_of(address))}
    outlet = frozenset(name for name in names | hosts if len(name) > 1)
    return Marks(tree, address, meta, linked, outlet, NamedElements(tree), site or next(iter(stated), ""))


def letters_of(text: str) -> str:
    """Return only the letters and digits of *text*, case folded."""
    return "".join(filter(str.isalnum, text.casefold()))


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for count, tag in enumerate(tree.iter("meta")):
        if count >= _MOST_TAGS:
            break
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _names(whole: str) -> Iterator[str]:
    """Yield a name and its parts: `LN - Lübecker Nachrichten` is known by either."""
    yield whole
    yield from (part for part in _SEPARATORS.split(whole) if len(part) > 1)


def _host_names(host: str) -> Iterator[str]:
    yield host.removeprefix("www.")
    parts = [part for part in host.split(".")[:-1] if part not in _NO_NAME]
    yield from parts
    if len(parts) > 1:
        yield ".".join([*parts[-1:], host.rpartition(".")[2]])

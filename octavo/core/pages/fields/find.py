"""The fields of a page: each from the source that is believed for it."""

import re
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from octavo.core.pages.article import Fields
from octavo.core.pages.fields.byline import find_credits
from octavo.core.pages.fields.genre import find_genre
from octavo.core.pages.fields.linked import many
from octavo.core.pages.fields.marks import Marks, read_marks
from octavo.core.pages.fields.mending import mend
from octavo.core.pages.fields.moments import find_modified, find_published
from octavo.core.pages.fields.picture import find_picture
from octavo.core.pages.fields.places import find_canonical, find_language, find_section
from octavo.core.pages.fields.title import find_title
from octavo.core.pages.fields.walls import is_walled
from octavo.core.urls import Url, parse_url

_COMMAS: Final = re.compile(r"[,;،؛]")
_MOST_KEYWORDS: Final = 50
_MOST_LINKS: Final = 1_000


def find_fields(tree: HtmlElement, *, address: Url) -> Fields:
    """Return what the page at *address* says about its article; *tree* is left as it is."""
    marks = read_marks(tree, address=address)
    title, section = find_title(marks), find_section(marks)
    credits = find_credits(marks)
    published = find_published(marks)
    return Fields(
        title=title,
        byline=credits.people,
        agencies=credits.agencies,
        signed=credits.signed,
        published=published,
        modified=find_modified(marks, published),
        image=find_picture(marks),
        language=find_language(marks),
        site_name=marks.outlet_name,
        section=section,
        keywords=_keywords(marks),
        canonical=find_canonical(marks),
        licence=_licence(marks),
        description=_description(marks),
        genre=find_genre(marks, title=title, section=section, agencies=credits.agencies),
        walled=is_walled(marks),
    )


def _keywords(marks: Marks) -> tuple[str, ...]:
    for stated in (marks.linked.article.get("keywords"), marks.first("news_keywords", "keywords")):
        words = stated if isinstance(stated, list) else _COMMAS.split(str(stated or "")[:5_000])
        if kept := tuple(dict.fromkeys(word for one in words[:_MOST_KEYWORDS] if (word := mend(one)))):
            return kept
    return ()


def _description(marks: Marks) -> str:
    stated = marks.first("og:description", "description", "twitter:description")
    return mend(stated) or mend(marks.linked.article.get("description"))


def _licence(marks: Marks) -> str:
    for link in islice(marks.tree.iter("link", "a"), _MOST_LINKS):
        if "license" in (link.get("rel") or "").lower().split():
            return parse_url(link.get("href") or "", marks.address) or ""
    stated = next(iter(many(marks.linked.article.get("license"))), None)
    return parse_url(mend(stated), marks.address) or ""

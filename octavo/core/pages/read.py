"""Reading: from an article's page and what its feed said to its text and all that describes it. One call, pure."""

import hashlib
from dataclasses import dataclass, replace
from typing import Final

import orjson

from octavo.core.errors import PageError
from octavo.core.fold.origins import origin_key
from octavo.core.fold.represent import represent
from octavo.core.pages.article import READERS, Extract, Fields, Reader
from octavo.core.pages.extract import extract, extract_feed_text, letters_of, without_title
from octavo.core.pages.fields.via import find_via
from octavo.core.pages.gate import Passed, judge
from octavo.core.pages.gate.verdict import CAPTIONS, CUT_OFF, NO_TEXT, PAYWALL, TOO_SHORT
from octavo.core.pages.marks import stored
from octavo.core.pages.outcome import ArticleKind, PageRead, Read, ReadPicture, Unread
from octavo.core.text.annotate import Annotations, annotate
from octavo.core.urls import Url, parse_url

_NOT_READ: Final = Extract(Fields())
_ONLY_TEXT_IS_MISSING: Final = frozenset(
    refusal.code for refusal in (NO_TEXT, TOO_SHORT, CUT_OFF, CAPTIONS, PAYWALL)
)


@dataclass(frozen=True, slots=True)
class _Best:
    """The best text of an article that may be shown; without one, why its page may not."""

    extract: Extract
    kind: ArticleKind
    refused: tuple[str, str] | None = None
    page: PageRead | None = None


def read(unread: Unread) -> Read:
    """Return the article as its page tells it, or as its feed does where no page passes the gate; the same input gives the same."""
    best = _best(unread)
    title = unread.title or best.extract.fields.title
    extracted = without_title(best.extract, title)
    text = extracted.text if best.kind != "headline" else _teaser(unread)
    described = annotate(
        title,
        text,
        language_hint=extracted.fields.language or unread.language,
        stated_tags=(*unread.tags, *extracted.fields.keywords),
        stated_section=unread.section or extracted.fields.section,
        address=parse_url(unread.url),
        outlet=unread.outlet or extracted.fields.site_name,
    )
    return _assemble(unread, replace(best, extract=extracted), described, title=title, text=text)


def _best(unread: Unread) -> _Best:
    """Return what passes: the page, else the feed's own full text; else nothing, and why the page does not."""
    page = _page(unread)
    if page is not None and page.refused is None:
        return page
    if unread.feed_text:
        feed = extract_feed_text(unread.feed_text, title=unread.title)
        verdict = judge(feed, feed_title=unread.title, feed_summary=unread.teaser or unread.feed_text)
        if isinstance(verdict, Passed):
            return _Best(feed, verdict.kind, page=page.page if page else None)
    if page is None:
        return _Best(_NOT_READ, "headline")
    return replace(page, extract=Extract(_beside_a_headline(page)))


def _beside_a_headline(page: _Best) -> Fields:
    """Return what is worth telling of a page beside the headline: what sort of piece it is, and that it is behind a wall.

    Where the page is the article's own and only its text is missing, it tells headline and section as well; a page that
    does not say when it was published may be a wall that nobody has described yet.
    """
    fields = page.extract.fields
    kept = Fields(genre=fields.genre, walled=fields.walled)
    if page.refused is None or page.refused[0] not in _ONLY_TEXT_IS_MISSING or fields.published is None:
        return kept
    return replace(
        kept, title=fields.title, section=fields.section, language=fields.language, keywords=fields.keywords
    )


def _page(unread: Unread) -> _Best | None:
    """Return what the page gives and whether that passes; None where there is no page."""
    address = parse_url(unread.url)
    if unread.body is None or address is None:
        return None
    try:
        found = _extracted(unread, address)
        best = _judged(unread, found)
        if best.refused and unread.reader:
            # The source's pages have changed: what read them before is asked, then whatever else there is.
            others = sorted(READERS, key=lambda reader: reader != unread.reader)
            again = (
                _judged(unread, _extracted(unread, address, reader))
                for reader in others
                if reader != found.body.method
            )
            best = next((one for one in again if not one.refused), best)
    except PageError as error:
        return _Best(_NOT_READ, "headline", (error.code, str(error)), _told(_NOT_READ, error.code))
    return best


def _extracted(unread: Unread, address: Url, reader: Reader | None = None) -> Extract:
    assert unread.body is not None
    return extract(
        unread.body,
        content_type=unread.content_type,
        address=address,
        feed_text=unread.feed_text,
        reader=reader,
    )


def _judged(unread: Unread, found: Extract) -> _Best:
    verdict = judge(found, feed_title=unread.title, feed_summary=unread.teaser)
    if isinstance(verdict, Passed):
        return _Best(found, verdict.kind, page=_told(found))
    return _Best(found, "headline", (verdict.code, verdict.reason), _told(found, verdict.code))


def _told(found: Extract, code: str = "") -> PageRead:
    fields = found.fields
    return PageRead(
        passed=not code,
        code=code,
        method=found.body.method,
        letters=len(letters_of(found.text)),
        has_byline=bool(fields.byline or fields.agencies),
        has_date=fields.published is not None,
        has_picture=fields.image is not None,
    )


def _teaser(unread: Unread) -> str:
    """Return the feed's teaser, unless it only says the title again."""
    return "" if letters_of(unread.teaser) == letters_of(unread.title) else unread.teaser


def _assemble(
    unread: Unread,
    best: _Best,
    described: Annotations,
    *,
    title: str,
    text: str,
) -> Read:
    fields, kept = best.extract.fields, stored(best.extract.body)
    features = represent(title, text, entities=described.entities, language=described.language)
    return Read(
        article_id=unread.article_id,
        kind=best.kind,
        title=title,
        text=text,
        blocks=kept.blocks or ("text",) * bool(text),
        marks=kept.marks,
        genre=fields.genre,
        agencies=find_via(fields, f"{text}\n{best.extract.body.credit}").agencies,
        walled=fields.walled,
        page=best.page,
        byline=", ".join(fields.byline) or unread.byline,
        language=described.language,
        section=described.section,
        entities=_entities(described),
        sentences=tuple((span.start, span.end) for span in described.sentences),
        hashtags=described.hashtags,
        features=features.encode(),
        origin_key=origin_key(text) if best.kind != "headline" else "",
        search_text=described.search_text,
        digest=hashlib.sha256(f"{title}\0{text}".encode("utf-8", "replace")).hexdigest()[:32],
        picture=_picture(unread, fields),
        published=fields.published.at if fields.published else None,
        modified=fields.modified.at if fields.modified else None,
        rights=unread.rights,
        licence=unread.licence or fields.licence,
        refused=best.refused,
    )


def _entities(described: Annotations) -> str:
    return orjson.dumps(
        [{"name": e.name, "kind": e.kind, "key": e.key, "count": e.count} for e in described.entities]
    ).decode()


def _picture(unread: Unread, fields: Fields) -> ReadPicture | None:
    """Return the picture that the page names, else the feed's."""
    if image := fields.image:
        return ReadPicture(image.url, image.alt, image.caption, image.credit)
    url = parse_url(unread.picture)
    return ReadPicture(url) if url else None

"""Reading: from an article's page and what its feed said to its text and all that describes it. One call, pure."""

import hashlib
from typing import Final

import orjson

from octavo.core.errors import PageError
from octavo.core.fold.origins import origin_key
from octavo.core.fold.represent import represent
from octavo.core.pages.extract import Extract, extract, extract_feed_text
from octavo.core.pages.gate import Passed, judge
from octavo.core.pages.outcome import ArticleKind, Read, ReadPicture, Unread
from octavo.core.text.annotate import Annotations, annotate
from octavo.core.urls import parse_url

_NOT_READ: Final = Extract(title="", paragraphs=())


def read(unread: Unread) -> Read:
    """Return the article as its page tells it, or as its feed does where no page passes the gate; the same input gives the same."""
    extracted, refused = _best(unread)
    title = unread.title or extracted.title
    kind, text = _text(unread, extracted, refused)
    blocks = tuple(p.kind for p in extracted.paragraphs) if kind != "headline" else ("text",) * bool(text)
    described = annotate(
        title,
        text,
        language_hint=extracted.language or unread.language,
        stated_tags=(*unread.tags, *extracted.keywords),
        stated_section=unread.section or extracted.section,
        address=parse_url(unread.url),
    )
    return _assemble(
        unread, extracted, described, kind=kind, title=title, text=text, blocks=blocks, refused=refused
    )


def _best(unread: Unread) -> tuple[Extract, tuple[str, str] | None]:
    """Return what passes: the page, else the feed's own full text; else nothing, and why the page does not."""
    refused = None
    address = parse_url(unread.url)
    if unread.body is not None and address is not None:
        try:
            page = extract(unread.body, content_type=unread.content_type, address=address)
            verdict = judge(page, feed_title=unread.title, feed_summary=unread.teaser)
            if isinstance(verdict, Passed):
                return page, None
            refused = (verdict.code, verdict.reason)
        except PageError as error:
            refused = (error.code, str(error))
    if unread.feed_text:
        feed = extract_feed_text(unread.feed_text, title=unread.title)
        if isinstance(judge(feed, feed_title=unread.title, feed_summary=unread.teaser), Passed):
            return feed, None
    return _NOT_READ, refused


def _text(unread: Unread, extracted: Extract, refused: tuple[str, str] | None) -> tuple[ArticleKind, str]:
    if not extracted.paragraphs or refused:
        return "headline", unread.teaser
    verdict = judge(extracted, feed_title=unread.title, feed_summary=unread.teaser)
    return (verdict.kind if isinstance(verdict, Passed) else "headline"), extracted.text


def _assemble(
    unread: Unread,
    extracted: Extract,
    described: Annotations,
    *,
    kind: ArticleKind,
    title: str,
    text: str,
    blocks: tuple[str, ...],
    refused: tuple[str, str] | None,
) -> Read:
    features = represent(title, text, entities=described.entities, language=described.language)
    return Read(
        article_id=unread.article_id,
        kind=kind,
        title=title,
        text=text,
        blocks=blocks,
        byline=", ".join(extracted.byline) or unread.byline,
        language=described.language,
        section=described.section,
        entities=_entities(described),
        sentences=tuple((span.start, span.end) for span in described.sentences),
        hashtags=tuple((h.tag, h.label) for h in described.hashtags),
        features=features.encode(),
        origin_key=origin_key(text) if kind != "headline" else "",
        search_text=described.search_text,
        digest=hashlib.sha256(f"{title}\0{text}".encode("utf-8", "replace")).hexdigest()[:32],
        picture=_picture(extracted),
        published=extracted.published,
        modified=extracted.modified,
        rights=unread.rights,
        licence=unread.licence or extracted.licence,
        refused=refused,
    )


def _entities(described: Annotations) -> str:
    return orjson.dumps(
        [{"name": e.name, "kind": e.kind, "key": e.key, "count": e.count} for e in described.entities]
    ).decode()


def _picture(extracted: Extract) -> ReadPicture | None:
    image = extracted.image
    return ReadPicture(image.url, image.alt or image.caption, image.credit) if image else None

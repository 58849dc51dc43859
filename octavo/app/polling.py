"""Polling: ask feeds whose time has come, keep what is new, decide when to ask again."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Any, Final

from octavo.app.compute import Done, Failed
from octavo.app.desk import Desk
from octavo.app.waves import in_waves
from octavo.core.document import Document, NotModified, Secret, Validators
from octavo.core.errors import FeedError, FetchError, OctavoError
from octavo.core.feeds.entry import Entry, ParsedFeed
from octavo.core.feeds.intake import MOST_AT_ONCE, Intake, Polled, take_in
from octavo.core.feeds.packet import Packet, parse_packet
from octavo.core.feeds.rhythm import Plan, after_failure, after_success
from octavo.core.ids import SourceId
from octavo.core.urls import Url, canonical, host_of, origin_of
from octavo.store import articles, feeds
from octavo.store.database import Tx
from octavo.store.feeds import DueFeed, PollRow

BATCH: Final = 50
SITEMAPS: Final = 5
"""Of a sitemap index, so many of its newest sitemaps are read at a poll."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one poll brought."""

    feed: DueFeed
    milliseconds: int
    document: Document | NotModified | None = None
    """Once it is parsed, without its body."""
    size: int = 0
    parsed: ParsedFeed | None = None
    error: OctavoError | None = None


async def claim(desk: Desk) -> Sequence[DueFeed]:
    """Return feeds whose time has come."""
    return await desk.db.write(feeds.claim_due, limit=BATCH, now=desk.clock(), lease=desk.holder())


async def poll(desk: Desk, batch: Sequence[DueFeed]) -> None:
    """Ask each feed and keep what it says; what fails is kept as its state, with the time of the next try."""
    await in_waves(partial(_ask, desk), batch, partial(_settle, desk))


async def give_up(desk: Desk, feed: DueFeed, error: OctavoError) -> None:
    """Note that a feed cannot be carried, and ask it again later."""
    await _settle(desk, [Answer(feed, 0, error=error)])


async def _ask(desk: Desk, feed: DueFeed) -> Answer:
    started = time.perf_counter()
    try:
        document = await desk.web.get(feed.url, kind="feed", validators=feed.validators, secret=_secret(feed))
    except FetchError as error:
        return Answer(feed, _since(started), error=error)
    return Answer(feed, _since(started), document)


def _secret(feed: DueFeed) -> Secret | None:
    return feed.secret if feed.secret.user or feed.secret.header_name else None


def _since(started: float) -> int:
    return round((time.perf_counter() - started) * 1000)


async def _settle(desk: Desk, answers: Sequence[Answer]) -> None:
    """Parse, decide and save in one transaction."""
    answers = await _parse(desk, answers)  # the bodies go with those that came
    answers = await _with_children(desk, answers)
    wanted = [
        (a.feed.id, e.key, canonical(e.url) if e.url else "")
        for a in answers
        if a.parsed
        for e in a.parsed.entries
    ]
    known = await desk.db.read(articles.known_entries, wanted) if wanted else {}
    now = desk.clock()
    hosts = {host_of(e.url) for a in answers if a.parsed for e in a.parsed.entries if e.url}
    gaps = {host: timedelta(seconds=desk.web.gap(host)) for host in hosts}
    intakes = [
        take_in(a.parsed, known.get(a.feed.id, []), polled=_polled(a.feed, desk), now=now, gaps=gaps)
        if a.parsed
        else Intake()
        for a in answers
    ]
    plans = [_plan(a, intake, now=now) for a, intake in zip(answers, intakes, strict=True)]
    await desk.db.write(_save, answers, intakes, plans, now=now)


async def _parse(desk: Desk, answers: Sequence[Answer]) -> list[Answer]:
    """Read the documents among the answers in the pool; bytes that are no feed are the answer's error."""
    fetched = [(a, a.document) for a in answers if isinstance(a.document, Document)]
    outcomes = await _parse_all(desk, [Packet(d.body, d.content_type, d.url) for _, d in fetched])
    read = [_parsed(a, d, outcome) for (a, d), outcome in zip(fetched, outcomes, strict=True)]
    read += [a for a in answers if not isinstance(a.document, Document)]
    return sorted(read, key=lambda a: a.feed.id)


def _parsed(answer: Answer, document: Document, outcome: Done[ParsedFeed] | Failed) -> Answer:
    read = replace(answer, document=replace(document, body=b""), size=len(document.body))
    if isinstance(outcome, Done):
        return replace(read, parsed=outcome.value)
    return replace(read, error=FeedError(outcome.reason))


async def _parse_all(desk: Desk, packets: Sequence[Packet]) -> Sequence[Done[ParsedFeed] | Failed]:
    """Parse a whole batch in one process where it is light: to start a second one costs more than the parsing."""
    return await desk.compute(parse_packet, packets, chunk=BATCH, weight=lambda packet: len(packet.body))


async def _with_children(desk: Desk, answers: Sequence[Answer]) -> list[Answer]:
    """Read the newest sitemaps of each sitemap index, and give the index their entries."""
    whole = []
    for answer in answers:
        if answer.parsed is None or not answer.parsed.children:
            whole.append(answer)
            continue
        dated = sorted(
            answer.parsed.children, key=lambda child: child[1].timestamp() if child[1] else 0.0, reverse=True
        )
        entries = tuple([e for url, _ in dated[:SITEMAPS] for e in await _entries_of(desk, url, answer.feed)])
        if not entries:
            failed = FeedError("None of the sitemaps that this index names could be read.")
            whole.append(replace(answer, parsed=None, error=failed))
        else:
            whole.append(replace(answer, parsed=replace(answer.parsed, entries=entries)))
    return whole


async def _entries_of(desk: Desk, url: Url, index: DueFeed) -> Sequence[Entry]:
    """Return the entries of one sitemap of an index; none where it cannot be read.

    The index is one feed: what counts is whether any of its sitemaps could be read.
    """
    secret = _secret(index) if origin_of(url) == origin_of(index.url) else None
    try:
        document = await desk.web.get(url, kind="feed", secret=secret)
    except FetchError:
        return ()
    assert isinstance(document, Document)  # nothing conditional was asked
    (outcome,) = await _parse_all(desk, [Packet(document.body, document.content_type, document.url)])
    return outcome.value.entries if isinstance(outcome, Done) else ()


def _polled(feed: DueFeed, desk: Desk) -> Polled:
    return Polled(
        feed_id=feed.id,
        source_id=feed.source_id,
        round_id=feed.round_id,
        language=feed.language,
        section=feed.category,
        reads_pages=feed.reads == "page",
        newest=desk.newest if feed.ok_at is None else MOST_AT_ONCE,
    )


def _plan(answer: Answer, intake: Intake, *, now: Any) -> Plan:
    jitter = random.random()
    if answer.error:
        return after_failure(
            answer.feed.pulse, error=answer.error, now=now, jitter=jitter, shortest=answer.feed.shortest
        )
    document, parsed = answer.document, answer.parsed
    return after_success(
        answer.feed.pulse,
        now=now,
        jitter=jitter,
        dates=[e.published for e in parsed.entries if e.published] if parsed else (),
        fresh=len(intake.articles),
        max_age=document.max_age if document else None,
        ttl=parsed.ttl if parsed else None,
        shortest=answer.feed.shortest,
        moved_to=document.moved_to if document else None,
    )


def _save(
    tx: Tx, answers: Sequence[Answer], intakes: Sequence[Intake], plans: Sequence[Plan], *, now: Any
) -> None:
    mine = feeds.still_open(tx, [a.feed for a in answers])
    held = [(a, i, p) for a, i, p in zip(answers, intakes, plans, strict=True) if a.feed.id in mine]
    articles.add(
        tx, [x for _, i, _ in held for x in i.articles], [x for _, i, _ in held for x in i.entries], now=now
    )
    articles.change(tx, [x for _, i, _ in held for x in i.changes], now=now)
    feeds.save_states(tx, [_state(a, i, p, now) for a, i, p in held])
    feeds.move(tx, [(a.feed.id, p.moves) for a, _, p in held if p.moves])
    feeds.save_polls(tx, [_row(a, i) for a, i, _ in held], now=now)
    feeds.name_sources(tx, [_facts(a.feed.source_id, a.parsed) for a, _, _ in held if a.parsed])


def _facts(source_id: SourceId, parsed: ParsedFeed) -> tuple[SourceId, str, str, str]:
    return source_id, parsed.title, parsed.home or "", parsed.language


def _state(answer: Answer, intake: Intake, plan: Plan, now: Any) -> dict[str, Any]:
    """Return the columns of `feed` that a poll changes; for each answer the same ones."""
    feed, error = answer.feed, answer.error
    validators = answer.document.validators if answer.document and not error else feed.validators
    moved = Validators() if plan.moves else validators
    return {
        "id": feed.id,
        "kind": answer.parsed.kind if answer.parsed else feed.kind,
        "status": plan.status,
        "etag": moved.etag,
        "last_modified": moved.last_modified,
        "polled_at": now,
        "ok_at": feed.ok_at if error else now,
        "new_at": now if intake.articles else feed.new_at,
        "interval": plan.interval,
        "failures": plan.failures,
        "error_code": error.code if error else "",
        "error_message": str(error)[:500] if error else "",
        "move_to": plan.move_to or "",
        "move_seen_at": plan.move_seen_at,
        "round_id": None,
        "next_try_at": plan.next_poll_at,
        "held_by": "",
        "tries": 0,
    }


def _row(answer: Answer, intake: Intake) -> PollRow:
    if answer.error:
        return PollRow(
            answer.feed.id,
            "failed",
            answer.error.code,
            str(answer.error),
            bytes=answer.size,
            milliseconds=answer.milliseconds,
        )
    fresh = len(intake.articles)
    return PollRow(
        answer.feed.id,
        "new" if fresh else "nothing_new" if answer.parsed else "not_modified",
        entries=len(answer.parsed.entries) if answer.parsed else 0,
        fresh=fresh,
        bytes=answer.size,
        milliseconds=answer.milliseconds,
    )

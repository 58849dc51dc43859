"""Polling: ask feeds whose time has come, keep what is new, decide when to ask again."""

import asyncio
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from octavo.app.compute import Done, Failed
from octavo.app.desk import Desk
from octavo.core.document import Document, NotModified, Secret, Validators
from octavo.core.errors import FeedError, FetchError, OctavoError
from octavo.core.feeds.entry import ParsedFeed
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
WAVE_SECONDS: Final = 2.0
"""A batch saves what has arrived so often: one slow feed holds nobody up."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one poll brought."""

    feed: DueFeed
    milliseconds: int
    document: Document | NotModified | None = None
    parsed: ParsedFeed | None = None
    error: OctavoError | None = None


async def claim(desk: Desk) -> Sequence[DueFeed]:
    """Return feeds whose time has come."""
    return await desk.db.write(feeds.claim_due, limit=BATCH, now=desk.clock(), lease=desk.holder())


async def poll(desk: Desk, batch: Sequence[DueFeed]) -> None:
    """Ask each feed and keep what it says; what fails is kept as its state, with the time of the next try."""
    asking = {asyncio.create_task(_ask(desk, feed)) for feed in batch}
    try:
        while asking:
            answered, asking = await asyncio.wait(asking, timeout=WAVE_SECONDS)
            if answered:
                await _settle(desk, [task.result() for task in answered])
    finally:
        for task in asking:
            task.cancel()


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
    answers = await _with_children(desk, await _parse(desk, sorted(answers, key=lambda a: a.feed.id)))
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
    fetched = [a for a in answers if isinstance(a.document, Document)]
    packets = [
        Packet(d.body, d.content_type, d.url) for a in fetched if isinstance(d := a.document, Document)
    ]
    outcomes = dict(zip((a.feed.id for a in fetched), await _parse_all(desk, packets), strict=True))
    read = []
    for answer in answers:
        outcome = outcomes.get(answer.feed.id)
        if outcome is None:
            read.append(answer)
        elif isinstance(outcome, Done):
            read.append(replace(answer, parsed=outcome.value))
        else:
            read.append(replace(answer, error=FeedError(outcome.reason)))
    return read


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
        children = await asyncio.gather(*(_child(desk, url, answer.feed) for url, _ in dated[:SITEMAPS]))
        packets = [Packet(d.body, d.content_type, d.url) for d in children if d]
        outcomes = await _parse_all(desk, packets)
        entries = tuple(e for o in outcomes if isinstance(o, Done) for e in o.value.entries)
        if not entries:
            failed = FeedError("None of the sitemaps that this index names could be read.")
            whole.append(replace(answer, parsed=None, error=failed))
        else:
            whole.append(replace(answer, parsed=replace(answer.parsed, entries=entries)))
    return whole


async def _child(desk: Desk, url: Url, index: DueFeed) -> Document | None:
    secret = _secret(index) if origin_of(url) == origin_of(index.url) else None
    try:
        document = await desk.web.get(url, kind="feed", secret=secret)
    except FetchError:
        # The index is one feed: what counts is whether any of its sitemaps could be read.
        return None
    return document if isinstance(document, Document) else None


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
    size = len(answer.document.body) if isinstance(answer.document, Document) else 0
    if answer.error:
        return PollRow(
            answer.feed.id,
            "failed",
            answer.error.code,
            str(answer.error),
            bytes=size,
            milliseconds=answer.milliseconds,
        )
    fresh = len(intake.articles)
    return PollRow(
        answer.feed.id,
        "new" if fresh else "nothing_new" if answer.parsed else "not_modified",
        entries=len(answer.parsed.entries) if answer.parsed else 0,
        fresh=fresh,
        bytes=size,
        milliseconds=answer.milliseconds,
    )

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.core.feeds.entry import Enclosure, Entry, FeedKind, ParsedFeed
from octavo.core.feeds.identity import digest
from octavo.core.feeds.intake import CHANGES_FOR, TEASER, Intake, KnownEntry, Polled, take_in
from octavo.core.ids import ArticleId, FeedId, RoundId, SourceId
from octavo.core.urls import canonical
from tests.core.feeds.making import NOON, entry, url

POLLED = Polled(
    feed_id=FeedId(1),
    source_id=SourceId(2),
    round_id=RoundId(3),
    language="en",
    section="World",
    reads_pages=True,
    newest=20,
)
AUDIO = Enclosure(url("https://news.example/1.mp3"), "audio", type="audio/mpeg", seconds=60, title="Episode")
PAPER = Enclosure(url("https://news.example/1.pdf"), "other", type="application/pdf")


def known(one: Entry, *, seen_at: datetime = NOON - timedelta(days=1), has_page: bool = True) -> KnownEntry:
    return KnownEntry(
        key=one.key,
        url_key=canonical(one.url) if one.url else "",
        digest=digest(one),
        title=one.title,
        first_seen_at=seen_at,
        article_id=ArticleId(7),
        has_page=has_page,
    )


def poll(
    *entries: Entry,
    held: Sequence[KnownEntry] = (),
    polled: Polled = POLLED,
    gap: timedelta = timedelta(0),
    hosts: Iterable[str] = ("news.example",),
    kind: FeedKind = "rss",
) -> Intake:
    parsed = ParsedFeed(kind=kind, entries=entries)
    return take_in(parsed, held, polled=polled, now=NOON, gaps=dict.fromkeys(hosts, gap))


def test_a_new_entry_is_an_article_as_the_feed_states_it() -> None:
    new = replace(
        entry("1", summary="<p>Rain &amp; wind.</p>", published=NOON - timedelta(hours=2)),
        content="<p>All of it.</p>",
        authors=("Ann", "Ben"),
        categories=("Weather", "Elbe"),
        licence="https://licence.example/by",
        rights="© News\nExample",
    )

    added = poll(new)

    (article,), (remembered,) = added.articles, added.entries
    assert (article.source_id, article.round_id, article.key) == (2, 3, "https://news.example/1")
    assert (article.url, article.title, article.teaser) == (
        "https://news.example/1",
        "Title 1",
        "Rain & wind.",
    )
    assert (article.byline, article.language, article.section) == ("Ann, Ben", "en", "World")
    assert (article.rights, article.licence) == ("© News Example", "https://licence.example/by")
    assert orjson.loads(article.tags) == ["Weather", "Elbe"]
    assert (article.published_at, article.changed_at) == (NOON - timedelta(hours=2), None)
    assert (article.stage, article.next_try_at) == ("fetch", NOON)
    assert (remembered.feed_id, remembered.key, remembered.article_key) == (1, "key-1", article.key)
    assert (remembered.content, remembered.digest) == ("<p>All of it.</p>", digest(new))


def test_polling_again_adds_nothing() -> None:
    entries = (entry("1"), entry("2", link=None), entry("3", title=""))

    assert poll(*entries, held=[known(one) for one in entries]) == Intake()


def test_the_entrys_own_language_comes_before_the_feeds() -> None:
    (article,) = poll(replace(entry(), language="ar")).articles

    assert article.language == "ar"


def test_an_entry_without_a_date_appears_now_and_none_appears_in_the_future() -> None:
    tomorrow = NOON + timedelta(days=1)

    added = poll(entry("1"), entry("2", published=tomorrow, updated=tomorrow + timedelta(hours=1)))

    assert [article.published_at for article in added.articles] == [NOON, NOON]
    assert added.articles[1].changed_at == NOON


def test_an_update_is_a_change_only_if_it_is_not_the_publication() -> None:
    early, late = NOON - timedelta(hours=3), NOON - timedelta(hours=1)

    added = poll(entry("1", published=early, updated=late), entry("2", published=early, updated=early))

    assert [article.changed_at for article in added.articles] == [late, None]


def test_an_entry_without_a_link_is_an_article_with_nothing_to_fetch() -> None:
    (article,) = poll(entry("1", link=None, title="Only words")).articles

    assert article.url == ""
    assert article.key.startswith("entry:1:")
    assert (article.stage, article.next_try_at) == ("read", NOON)


def test_entries_without_a_link_of_two_feeds_are_two_articles() -> None:
    lonely = entry("1", link=None)

    (one,), (other,) = poll(lonely).articles, poll(lonely, polled=replace(POLLED, feed_id=FeedId(9))).articles

    assert one.key != other.key


def test_podcasts_and_videos_speak_through_their_feed() -> None:
    heard = replace(entry("1"), enclosures=(AUDIO, PAPER))
    papers = replace(entry("2"), enclosures=(PAPER,))
    seen = replace(entry("3"), enclosures=(Enclosure(url("https://news.example/3.mp4"), "video"),))

    added = poll(heard, papers, seen)

    assert [article.stage for article in added.articles] == ["read", "fetch", "read"]
    assert orjson.loads(added.articles[0].media) == [
        {"url": AUDIO.url, "kind": "audio", "type": "audio/mpeg", "seconds": 60, "title": "Episode"}
    ]
    assert added.articles[1].media == ""


def test_a_feed_that_is_read_as_text_only_fetches_no_page() -> None:
    old = entry("2")
    text_only = replace(POLLED, reads_pages=False)

    added = poll(entry("1"), replace(old, title="Other"), held=[known(old)], polled=text_only)

    assert [article.stage for article in added.articles] == ["read"]
    assert [change.again for change in added.changes] == ["read"]


def test_of_a_first_poll_the_newest_pages_are_read_and_the_rest_are_headlines() -> None:
    entries = [entry(str(n), published=NOON - timedelta(hours=n)) for n in range(5)]

    added = poll(*reversed(entries), polled=replace(POLLED, newest=2))

    assert [a.title for a in added.articles if a.stage == "fetch"] == ["Title 1", "Title 0"]
    assert len(added.articles) == len(added.entries) == 5


def test_an_untitled_page_of_a_sitemap_that_is_not_read_is_only_remembered() -> None:
    newer = entry("1", title="", published=NOON - timedelta(hours=1))
    older = entry("2", title="", published=NOON - timedelta(days=30))

    added = poll(newer, older, kind="sitemap")

    assert [article.url for article in added.articles] == ["https://news.example/1"]
    assert [(one.key, one.article_key) for one in added.entries] == [
        ("key-1", "https://news.example/1"),
        ("key-2", ""),
    ]


def test_an_old_entry_of_a_feed_is_a_headline_even_without_a_title() -> None:
    (article,) = poll(entry("1", title="", published=NOON - timedelta(days=30))).articles

    assert (article.url, article.stage) == ("https://news.example/1", "read")


def test_the_pages_of_one_host_become_due_one_by_one_the_newest_first() -> None:
    entries = [
        entry("1", published=NOON - timedelta(hours=2)),
        entry("2", published=NOON - timedelta(hours=1)),
        entry("3", link="https://other.example/3", published=NOON - timedelta(hours=3)),
    ]

    added = poll(*entries, gap=timedelta(seconds=5))

    waits = {article.title: article.next_try_at - NOON for article in added.articles}
    assert waits == {"Title 1": timedelta(seconds=5), "Title 2": timedelta(0), "Title 3": timedelta(0)}


def test_a_changed_entry_is_fetched_again_and_says_what_it_says_now() -> None:
    before = entry("1", summary="Three dead.", updated=NOON - timedelta(hours=5))
    now = replace(before, title="Five dead", summary="Five dead.", updated=NOON - timedelta(hours=1))

    added = poll(now, held=[known(before)])

    (change,) = added.changes
    assert (added.articles, added.entries) == ((), ())
    assert (change.feed_id, change.key, change.article_id) == (1, "key-1", 7)
    assert (change.title, change.teaser, change.content) == ("Five dead", "Five dead.", "Five dead.")
    assert (change.changed_at, change.again) == (NOON - timedelta(hours=1), "fetch")
    assert change.digest == digest(now)


@pytest.mark.parametrize(
    ("seen_at", "has_page"),
    [(NOON - CHANGES_FOR, True), (NOON - timedelta(hours=1), False)],
    ids=["it is old", "it has no page"],
)
def test_a_change_is_read_from_the_feed_alone_where(seen_at: datetime, has_page: bool) -> None:
    before = entry("1")

    (change,) = poll(
        replace(before, summary="More."), held=[known(before, seen_at=seen_at, has_page=has_page)]
    ).changes

    assert change.again == "read"


def test_a_change_without_a_title_keeps_the_known_one_and_its_time_is_never_ahead() -> None:
    before = entry("1")
    untitled = replace(before, title="", updated=NOON + timedelta(days=2))

    (change,) = poll(untitled, held=[known(before)]).changes

    assert (change.title, change.changed_at) == ("Title 1", NOON)


def test_a_change_is_kept_under_the_key_that_is_known() -> None:
    before = entry("1", key="old id")
    renamed = replace(before, key="new id", title="Other")

    added = poll(renamed, held=[known(before)])

    assert [change.key for change in added.changes] == ["old id"]
    assert added.entries == ()


def test_of_very_many_categories_the_first_are_kept() -> None:
    (article,) = poll(replace(entry(), categories=tuple(map(str, range(50))))).articles

    assert orjson.loads(article.tags) == [str(n) for n in range(20)]


def test_a_teaser_is_cut_to_plain_text_of_bounded_length() -> None:
    (article,) = poll(entry("1", summary="<script>evil()</script><p>" + "word " * 500 + "</p>")).articles

    assert len(article.teaser) <= TEASER
    assert article.teaser.startswith("word word")


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcdef"), max_size=8), st.lists(st.sampled_from("abcdef"), max_size=8))
def test_what_is_taken_in_once_is_not_taken_in_again(first: list[str], second: list[str]) -> None:
    held = [known(entry(name)) for name in dict.fromkeys(first)]

    added = poll(*(entry(name) for name in second), held=held)

    assert {one.key for one in added.entries} == {f"key-{name}" for name in set(second) - set(first)}
    assert len({article.key for article in added.articles}) == len(added.articles)
    assert {one.article_key for one in added.entries} == {article.key for article in added.articles}
    assert added.changes == ()

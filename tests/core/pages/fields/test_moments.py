from datetime import UTC, date, datetime

import pytest

from octavo.core.pages.article import Moment
from octavo.core.pages.fields.clock import is_only_a_date, read_moment
from octavo.core.pages.fields.moments import find_modified, find_published
from octavo.core.urls import Url
from tests.core.pages.fields.pages import linked, marks, meta


@pytest.mark.parametrize(
    ("text", "at", "day_only"),
    [
        ("2026-03-02T10:00:00+03:00", datetime(2026, 3, 2, 7, tzinfo=UTC), False),
        ("2026-03-02T10:00:00Z", datetime(2026, 3, 2, 10, tzinfo=UTC), False),
        ("2026-03-02T10:00:00.012359519Z", datetime(2026, 3, 2, 10, tzinfo=UTC), False),
        ("2026-03-02 10:00", datetime(2026, 3, 2, 10, tzinfo=UTC), False),
        ("2026-03-02 08:30:10 -0600", datetime(2026, 3, 2, 14, 30, 10, tzinfo=UTC), False),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC), True),
        ("2026-03-02T00:00:00", datetime(2026, 3, 2, tzinfo=UTC), True),
        ("2026-03-02T00:00:00+02:00", datetime(2026, 3, 1, 22, tzinfo=UTC), False),
        ("Mon, 02 Mar 2026 10:00:00 +0100", datetime(2026, 3, 2, 9, tzinfo=UTC), False),
        ("1772445600", datetime(2026, 3, 2, 10, tzinfo=UTC), False),
        ("1772445600000", datetime(2026, 3, 2, 10, tzinfo=UTC), False),
        ("02.03.2026, 11:26 Uhr", datetime(2026, 3, 2, 11, 26, tzinfo=UTC), False),
        ("02/03/2026", datetime(2026, 3, 2, tzinfo=UTC), True),
        ("March 2, 2026", datetime(2026, 3, 2, tzinfo=UTC), True),
        ("2 مارس 2026", datetime(2026, 3, 2, tzinfo=UTC), True),
        ("2026年3月2日", datetime(2026, 3, 2, tzinfo=UTC), True),
    ],
)
def test_moments(text: str, at: datetime, day_only: bool) -> None:
    made = read_moment(text)

    assert made is not None
    assert (made.at, made.day_only) == (at, day_only)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "0001-01-01T00:00:00+14:00", "2026-13-45", "9" * 5_000, "1970-01-01", "5 minutes ago"],
)
def test_what_is_no_moment(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02T00:30:00+03:00", date(2026, 3, 2)),
        ("2026-03-02T23:30:00-05:00", date(2026, 3, 2)),
        ("Mon, 02 Mar 2026 00:04:00 +0200", date(2026, 3, 2)),
        ("April 26, 2023 11:20pm EDT", date(2023, 4, 26)),
    ],
)
def test_no_zone_moves_the_day_that_is_stated(text: str, day: date) -> None:
    made = read_moment(text)

    assert made is not None
    assert made.day == day


def test_the_day_of_a_time_in_utc_is_the_one_that_another_statement_gives_it() -> None:
    head = linked(datePublished="2026-03-01T22:04:00Z") + meta("date", "Mon, 02 Mar 2026 00:04:00 +0200")

    assert find_published(marks(head)) == Moment(
        datetime(2026, 3, 1, 22, 4, tzinfo=UTC), local_day=date(2026, 3, 2)
    )


def test_the_day_of_a_time_in_utc_is_the_one_that_readers_see() -> None:
    head = linked(datePublished="2026-03-02T00:25:00Z")

    found = find_published(marks(head, "<time>1 March 2026</time>"))
    other = find_published(marks(head, "<time>20 February 2026</time>"))

    assert found is not None
    assert found.day == date(2026, 3, 1)
    assert other is not None
    assert other.day == date(2026, 3, 2)


def test_linked_data_is_believed_before_meta_tags_and_both_before_what_is_shown() -> None:
    tags = meta("article:published_time", "2026-03-03T08:00:00Z")
    body = '<time datetime="2026-03-04T08:00:00Z">4 March</time>'

    assert _day(find_published(marks(linked(datePublished="2026-03-02T08:00:00Z") + tags, body))) == 2
    assert _day(find_published(marks(tags, body))) == 3
    assert _day(find_published(marks("", body))) == 4


def test_a_day_is_made_finer_by_a_time_on_it() -> None:
    head = linked(datePublished="2026-03-02") + meta("article:published_time", "2026-03-02T08:00:00Z")

    assert find_published(marks(head)) == Moment(datetime(2026, 3, 2, 8, tzinfo=UTC))


@pytest.mark.parametrize(
    "body",
    [
        '<div class="post-date">March 2, 2026</div>',
        '<span itemprop="datePublished" content="2026-03-02">today</span>',
        '<p class="meta">Anna Berg | 02.03.2026</p>',
        '<time class="updated" datetime="2026-03-05">5 March</time><time class="published" datetime="2026-03-02">2 March</time>',
        '<aside><time datetime="2026-03-09"></time></aside><time datetime="2026-03-02"></time>',
        "<p>القاهرة، 2 مارس 2026</p>",
        "<cite>Berg (2026-03-02)</cite><p>Archive: 2026-01-09</p>",
    ],
)
def test_a_day_is_found_where_only_the_body_shows_it(body: str) -> None:
    assert find_published(marks("", body)) == Moment(datetime(2026, 3, 2, tzinfo=UTC), day_only=True)


@pytest.mark.parametrize(
    "path",
    ["/2026/03/02/flood", "/news/2026-03-02-flood.html", "/a/20260302/flood", "/news/2026/mar/02/flood"],
)
def test_a_day_is_found_in_the_address(path: str) -> None:
    found = find_published(marks(address=Url(f"https://outlet.test{path}")))

    assert found == Moment(datetime(2026, 3, 2, tzinfo=UTC), day_only=True)


def test_an_american_page_writes_the_month_first() -> None:
    body = "<p class=date>03/02/2026</p>"

    assert find_published(marks("", body, lang="en-US")) == Moment(
        datetime(2026, 3, 2, tzinfo=UTC), day_only=True
    )
    assert find_published(marks("", body, lang="en-GB")) == Moment(
        datetime(2026, 2, 3, tzinfo=UTC), day_only=True
    )
    assert find_published(marks("", body, lang="fr")) == Moment(
        datetime(2026, 2, 3, tzinfo=UTC), day_only=True
    )
    assert read_moment("03/25/2026") == Moment(datetime(2026, 3, 25, tzinfo=UTC), day_only=True)
    assert read_moment("03.02.2026", month_first=True) == Moment(
        datetime(2026, 2, 3, tzinfo=UTC), day_only=True
    )


def test_where_the_head_contradicts_itself_the_day_that_readers_see_decides() -> None:
    head = linked(datePublished="2026-02-20T08:00:00Z") + meta(
        "article:published_time", "2026-03-02T08:00:00Z"
    )

    assert _day(find_published(marks(head, '<time datetime="2026-03-02T08:00:00Z">2 March</time>'))) == 2
    assert _day(find_published(marks(head))) == 20


def test_a_page_without_a_date_has_none() -> None:
    assert find_published(marks("", "<p>Text of 30 words, 120 metres and 12/99.</p>")) is None


def test_a_change_before_publication_is_none() -> None:
    head = linked(datePublished="2026-03-02T08:00:00Z", dateModified="2026-03-01T08:00:00Z")
    page = marks(head + meta("article:modified_time", "2026-03-02T09:00:00Z"))

    assert find_modified(page, find_published(page)) == Moment(datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert find_modified(marks(), None) is None


def _day(moment: Moment | None) -> int:
    return moment.day.day if moment else 0


@pytest.mark.parametrize(
    "line",
    [
        "2026-03-02 08:09 UTC",
        "Monday, March 2, 2026",
        "Poniedziałek, 2 marca 2026 (15:07)",
        "segunda-feira, 2 de março de 2026 às 0:13",
        "Stand: 02.03.2026, 06:00 Uhr",
        "2026年03月02日 11:30",
        "الاثنين 2 مارس 2026",
    ],
)
def test_a_line_that_only_states_a_date(line: str) -> None:
    assert is_only_a_date(line)


@pytest.mark.parametrize(
    "line", ["In 2026 the river rose.", "The town burned down on 2 March 2026.", "2 March", "9:30", "Monday"]
)
def test_a_line_that_says_more_than_a_date_or_less(line: str) -> None:
    assert not is_only_a_date(line)

import pytest

from octavo.core.pages.fields.title import find_title
from tests.core.pages.fields.pages import linked, marks, meta

SITE = meta("og:site_name", "The Daily Sheet")


@pytest.mark.parametrize(
    "stated",
    [
        "Elbe floods Dresden | The Daily Sheet",
        "Elbe floods Dresden - The Daily Sheet",
        "Elbe floods Dresden – Outlet",
        "Elbe floods Dresden — outlet.test",
        "Elbe floods Dresden · The Daily Sheet",
        "Elbe floods Dresden | World | The Daily Sheet",
        "The Daily Sheet: Elbe floods Dresden",
        "Elbe floods Dresden",
    ],
)
def test_the_outlet_s_name_is_no_part_of_the_title(stated: str) -> None:
    assert find_title(marks(SITE + f"<title>{stated}</title>")) == "Elbe floods Dresden"


def test_a_name_written_without_blanks_goes_too() -> None:
    assert (
        find_title(marks(meta("og:site_name", "新华网") + "<title>短缺药品保供稳价-新华网</title>"))
        == "短缺药品保供稳价"
    )


def test_a_dash_inside_a_title_stays() -> None:
    title = "Elbe floods Dresden - and the rain goes on"

    assert find_title(marks(SITE + meta("og:title", title))) == title


def test_the_headline_wins_over_the_search_headline() -> None:
    head = (
        SITE
        + meta("og:title", "Dresden flood 2026: all about the Elbe")
        + "<title>Dresden flood 2026: all about it</title>"
    )

    assert find_title(marks(head, "<h1>Elbe floods the old town of Dresden, flood of 2026</h1>")) == (
        "Elbe floods the old town of Dresden, flood of 2026"
    )


def test_the_editors_own_headline_wins_over_a_heading_for_search_engines() -> None:
    head = (
        linked(headline="Dresden holds its breath")
        + "<title>Elbe flood in Dresden: live water levels</title>"
    )

    assert (
        find_title(marks(head, "<h1>Elbe flood in Dresden: live water levels</h1>"))
        == "Dresden holds its breath"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<h1>The Daily Sheet</h1><h1>Elbe floods Dresden</h1>",
        "<h1>Most read</h1><h1>Elbe floods Dresden</h1>",
        '<ol class="breadcrumbs"><li><h1>Elbe flood Dresden water level</h1></li></ol><h2 class="headline">Elbe floods Dresden</h2>',
        "<h1><span class=kicker>Saxony</span><span>Elbe floods Dresden</span></h1>",
        "<h1>Elbe <svg><title>icon</title></svg>floods Dresden</h1>",
        '<h1>Comments</h1><h2 class="entry-title">Elbe floods Dresden</h2>',
    ],
)
def test_the_right_heading_is_found(body: str) -> None:
    assert find_title(marks(SITE + meta("og:title", "Elbe floods Dresden"), body)) == "Elbe floods Dresden"


def test_a_kicker_stays_where_the_page_states_the_title_with_it() -> None:
    body = "<h1><span class=topline>Flood in Saxony</span> <span>Elbe reaches the old town</span></h1>"

    title = find_title(marks(meta("og:title", "Flood in Saxony: Elbe reaches the old town"), body))

    assert title == "Flood in Saxony: Elbe reaches the old town"


def test_words_parted_by_mark_up_are_whole() -> None:
    body = "<h1><span>E</span>lbe floods Dresden</h1>"

    assert find_title(marks(meta("og:title", "Elbe floods Dresden"), body)) == "Elbe floods Dresden"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Trump&#039;&#039;s visit to Dresden", "Trump's visit to Dresden"),
        ("Trump&amp;#8217;s visit to Dresden", "Trump’s visit to Dresden"),
        ("Floods &amp;amp;amp; fire", "Floods & fire"),
        ("&quot;&quot;Enough&quot;&quot;, says mayor", '"Enough", says mayor'),
        (r"Mayor\'s plan for Dresden", "Mayor's plan for Dresden"),
        ("فيضان النيل &amp; أسوان", "فيضان النيل & أسوان"),
    ],
)
def test_references_and_doubled_quotes_are_mended(stated: str, title: str) -> None:
    assert find_title(marks(meta("og:title", stated))) == title


def test_a_page_without_any_title_has_none() -> None:
    assert find_title(marks("", "<p>Text.</p>")) == ""


@pytest.mark.parametrize("tail", [" Photo: Anna Berg", " fot. AKB", " (© Berg/AKB)", " Mar 2, 2026 17:46"])
def test_a_credit_or_a_time_in_the_heading_is_no_part_of_the_title(tail: str) -> None:
    head = meta("og:title", "The river rose to nine metres")

    assert (
        find_title(marks(head, f"<h1>The river rose to nine metres<span>{tail}</span></h1>"))
        == "The river rose to nine metres"
    )


def test_words_that_only_the_heading_has_stay() -> None:
    head = meta("og:title", "The river rose to nine metres")

    title = find_title(marks(head, "<h1>The river rose to nine metres in Dresden</h1>"))

    assert title == "The river rose to nine metres in Dresden"

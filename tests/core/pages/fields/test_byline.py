import pytest

from octavo.core.pages.fields.byline import find_credits
from octavo.core.pages.fields.names import Credits
from tests.core.pages.fields.pages import linked, marks, meta

SITE = meta("og:site_name", "The Daily Sheet")


def shown(body: str) -> Credits:
    return find_credits(marks(SITE, f"<main>{body}</main>"))


def stated(author: object) -> Credits:
    return find_credits(marks(SITE + linked(author=author)))


@pytest.mark.parametrize(
    "body",
    [
        '<a rel="author" href="/anna">Anna Berg</a>',
        '<span class="author-name">Anna Berg</span>',
        '<p class="byline">By Anna Berg</p>',
        '<p class="byline">By Anna Berg<br>2 March 2026</p>',
        '<p class="byline">By Anna Berg in Dresden, 2 March 2026</p>',
        '<div id="author">Anna Berg</div>',
        '<div itemprop="author"><meta itemprop="url" content="/a">Anna Berg</div>',
        '<em class="article__writer">Anna Berg</em>',
        '<div class="meta"><a href="/authors/anna-berg">Anna Berg</a></div>',
        '<div class="by-line"><script>window.x = 1</script>By <a href="/staff/anna">Anna Berg</a> | Reporter</div>',
        "<author>Anna Berg</author>",
        "<p>Von Anna Berg</p>",
    ],
)
def test_who_signs_is_found(body: str) -> None:
    assert shown(body).people in (("Anna Berg",), ("Anna Berg in Dresden",))


@pytest.mark.parametrize(
    "body",
    [
        '<span class="author">أحمد سليمان</span>',
        "<p>بقلم: أحمد سليمان</p>",
        '<p class="byline">كتب أحمد سليمان</p>',
    ],
)
def test_an_arabic_byline_is_found(body: str) -> None:
    assert shown(body).people == ("أحمد سليمان",)


@pytest.mark.parametrize(
    "body",
    [
        '<div class="comments"><span class="author">Troll Berg</span></div>',
        '<div class="sidebar-right"><a class="author">Other Berg</a></div>',
        '<p class="byline"></p>',
        f'<div class="author">{"A long story about the author. " * 10}</div>',
        "<p>Anna Berg</p>",
        "<p>By the river stood a house.</p>",
        '<button class="author-share" id="x">Share article</button>',
        '<span class="author">admin</span>',
        '<span class="author">anna.berg</span>',
        '<span class="author">anna@outlet.test</span>',
        '<span class="author">@annaberg</span>',
        '<span class="author">2 March 2026</span>',
        '<span class="author">Follow</span>',
    ],
)
def test_who_signs_something_else_or_is_nobody_is_not(body: str) -> None:
    assert shown(body).people == ()


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Anna Berg", ("Anna Berg",)),
        ({"name": "Anna Berg"}, ("Anna Berg",)),
        ([{"name": "Anna Berg"}, "أحمد سليمان"], ("Anna Berg", "أحمد سليمان")),
        ({"givenName": "Anna", "familyName": "Berg"}, ("Anna Berg",)),
        ({"@type": ["Person", "Organization"], "name": "Anna Berg"}, ("Anna Berg",)),
        ("By Anna Berg and Tom Lund", ("Anna Berg", "Tom Lund")),
        ("Von Anna Berg und Tom Lund", ("Anna Berg", "Tom Lund")),
        ("Par Anna Berg et Tom Lund", ("Anna Berg", "Tom Lund")),
        ("أحمد سليمان ومنى علي", ("أحمد سليمان", "منى علي")),
        ("وليد سالم ووائل علي", ("وليد سالم", "وائل علي")),
        ("بقلم أحمد سليمان", ("أحمد سليمان",)),
        ("Anna Berg (abe), Dresden", ("Anna Berg",)),
        ("Anna Berg, chief reporter", ("Anna Berg",)),
        ("Anna Berg, The Daily Sheet", ("Anna Berg",)),
        ("Berg, Anna", ("Anna Berg",)),
        ("Our correspondent Anna Berg", ("Anna Berg",)),
        ("Dr. Anna Berg", ("Dr. Anna Berg",)),
        ("Christoph von Ritter", ("Christoph von Ritter",)),
        ("Anna&amp;#39; O&#39;Hara", ("Anna' O'Hara",)),
        ("松岡大地", ("松岡大地",)),
        ("Marine Le Pen", ("Marine Le Pen",)),
        ("Mohamed El Baradei", ("Mohamed El Baradei",)),
        ("John E Smith", ("John E Smith",)),
        ("إبراهيم رئيسي", ("إبراهيم رئيسي",)),
        ("Par Anna Berg le 3 mars 2026", ("Anna Berg",)),
        ("Red Grange", ("Red Grange",)),
        ("BY ANNA BERG AND TOM LUND", ("ANNA BERG", "TOM LUND")),
        ("期货与外汇市场的金融资讯，以及个人理财咨询等服务", ()),
        ("https://outlet.test/anna", ()),
        ("The Daily Sheet", ()),
        ("outlet.test", ()),
        (7, ()),
        ({"name": None}, ()),
    ],
)
def test_people_in_all_the_forms_of_linked_data(author: object, people: tuple[str, ...]) -> None:
    assert stated(author).people == people


def test_an_author_that_is_named_by_id_alone_is_looked_up() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "H", "author": {"@id": "#a"}},'
        ' {"@type": "Person", "@id": "#a", "name": "Anna Berg"}]}</script>'
    )

    assert find_credits(marks(graph)).people == ("Anna Berg",)


@pytest.mark.parametrize(
    ("author", "people", "agencies", "signed"),
    [
        ("Anna Berg, dpa", ("Anna Berg",), ("dpa",), ("Anna Berg", "dpa")),
        ("The Associated Press", (), ("AP",), ("The Associated Press",)),
        ("وكالة فرانس برس", (), ("AFP",), ("وكالة فرانس برس",)),
        ("Sport desk", (), ("Sport desk",), ("Sport desk",)),
        ("هيئة التحرير", (), ("هيئة التحرير",), ("هيئة التحرير",)),
        ("The Daily Sheet", (), (), ("The Daily Sheet",)),
        ("Berg & Söhne Ltd.", (), (), ("Berg & Söhne Ltd.",)),
        ("Lampe Druck GmbH", (), (), ("Lampe Druck GmbH",)),
        ("The Daily Sheet with AFP", (), ("AFP",), ("AFP",)),
    ],
)
def test_agencies_desks_and_the_outlet_are_no_people(
    author: str, people: tuple[str, ...], agencies: tuple[str, ...], signed: tuple[str, ...]
) -> None:
    assert stated(author) == Credits(people, agencies, signed)


def test_a_publisher_typed_as_a_person_is_none() -> None:
    head = linked(author={"@type": "Person", "name": "Tageblatt"}, publisher={"name": "Tageblatt"})

    assert find_credits(marks(head)) == Credits(signed=("Tageblatt",))


def test_who_signs_under_a_small_heading_that_leads_elsewhere_wrote_that() -> None:
    body = '<div><h3><a href="/books/9">Of floods</a></h3><div class="author">Anna Berg</div></div>'

    assert find_credits(marks(body=body)).people == ()
    assert find_credits(
        marks(body=body.replace(' href="/books/9"', "").replace("a>", "b>").replace("<a", "<b"))
    ).people


def test_a_person_who_is_shown_wins_over_the_outlet_that_is_stated() -> None:
    head = SITE + linked(author={"@type": "Organization", "name": "The Daily Sheet"})

    assert find_credits(marks(head, "<main><p class=byline>By Anna Berg</p></main>")).people == ("Anna Berg",)

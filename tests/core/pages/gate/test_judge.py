import pytest

from octavo.core.pages.article import Body, Extract, Fields, Paragraph
from octavo.core.pages.gate import ENOUGH, Passed, Refused, judge
from tests.core.pages.making import ARABIC_SENTENCES, SENTENCES, extracted

TITLE = "River Elbe floods the old town of Dresden"


def verdict(extract: Extract, *, title: str = TITLE, summary: str = "") -> str:
    match judge(extract, feed_title=title, feed_summary=summary):
        case Passed(kind):
            return kind
        case Refused(code, reason):
            assert reason.endswith(".")
            return code


def test_an_article_passes() -> None:
    assert verdict(extracted(*SENTENCES)) == "article"


def test_an_arabic_article_passes() -> None:
    title = "فيضان النيل يغمر المدينة القديمة في أسوان"

    assert verdict(extracted(*ARABIC_SENTENCES, language="ar"), title=title) == "article"


def test_a_chinese_article_says_as_much_in_fewer_letters() -> None:
    text = "易北河水位周一在德累斯顿上涨至九米。" * 6

    assert len(text) < ENOUGH
    assert verdict(extracted(text, language="zh"), title="易北河洪水淹没德累斯顿") == "article"


def test_no_text_is_refused() -> None:
    assert verdict(extracted()) == "no_text"
    assert verdict(extracted("…", "—")) == "no_text"


def test_a_short_text_is_refused() -> None:
    assert verdict(extracted(SENTENCES[0])) == "too_short"


@pytest.mark.parametrize("summary", [SENTENCES[0], f"<p>{SENTENCES[0]}</p> <a href='/x'>More</a>"])
def test_a_short_text_that_its_feed_bears_out_is_a_brief(summary: str) -> None:
    assert verdict(extracted(SENTENCES[0]), summary=summary) == "brief"


def test_a_short_arabic_text_that_its_feed_bears_out_is_a_brief() -> None:
    text = ARABIC_SENTENCES[0]

    assert verdict(extracted(text, language="ar"), summary=text.replace("،", "")) == "brief"


def test_a_short_text_with_one_sentence_more_than_its_feed_is_refused() -> None:
    assert verdict(extracted(SENTENCES[0], "Subscribe and read on."), summary=SENTENCES[0]) == "too_short"


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("script_shell", "Outlet", "You need to enable JavaScript to run this app."),
        ("script_shell", "", "Veuillez activer JavaScript pour continuer."),
        ("bot_wall", "Just a moment...", "Verify you are human by completing the action below."),
        ("bot_wall", "Access Denied", "You don't have permission to access this page. Reference #18.2d"),
        ("consent_wall", "", "We and our 842 partners store and access information on a device."),
        ("consent_wall", "", "Wir verwenden Cookies, um unser Angebot zu verbessern."),
        ("consent_wall", "", "نحن نستخدم ملفات تعريف الارتباط لتحسين تجربتك."),
        ("error_page", "Page not found", "Try the search."),
        ("error_page", "404", "Sorry about that."),
        ("error_page", "", "عذرا، الصفحة غير موجودة."),
        ("paywall", "", "Already a subscriber? Sign in."),
        ("paywall", "", "هذا المحتوى للمشتركين فقط."),
    ],
)
def test_what_stands_instead_of_an_article_is_named(code: str, title: str, text: str) -> None:
    assert verdict(extracted(text, title=title)) == code


def test_a_long_consent_wall_is_refused_too() -> None:
    wall = " ".join(
        ["We value your privacy.", "Our vendors process personal data such as browsing habits."] * 6
    )

    assert verdict(extracted(wall)) == "consent_wall"


def test_a_report_about_cookies_is_no_wall() -> None:
    text = "The court fined the company because it uses cookies without asking readers for consent. " * 5

    assert verdict(extracted(text), title="Court fines company for cookies without consent") == "article"


def test_a_list_of_teasers_is_no_article() -> None:
    teasers = [f"Teaser number {n} about the old town" for n in range(30)]

    assert verdict(extracted(*teasers)) == "index_page"


def test_headings_do_not_make_a_list() -> None:
    mixed = [Paragraph("heading", f"Part {n}") for n in range(30)] + [
        Paragraph("text", text) for text in SENTENCES
    ]

    assert verdict(Extract(Fields(), Body(tuple(mixed)))) == "article"


def test_a_text_about_something_else_is_refused() -> None:
    assert (
        verdict(extracted(*SENTENCES), title="Parliament rejects budget after heated debate") == "off_topic"
    )


def test_a_title_of_few_words_proves_nothing() -> None:
    assert verdict(extracted(*SENTENCES), title="An article") == "article"


def test_inflected_words_of_the_title_count() -> None:
    text = " ".join(ARABIC_SENTENCES)

    assert (
        verdict(extracted(text, language="ar"), title="انحسار مياه للنيل بأسوان وشكر لمتطوعين") == "article"
    )

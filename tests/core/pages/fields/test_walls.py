import pytest

from octavo.core.pages.fields.walls import is_walled
from tests.core.pages.fields.pages import linked, marks, meta

TEASER = "<p>The river Elbe rose to nine metres in Dresden on Monday, the city said, as rain went on.</p>"
WHOLE = TEASER * 40
LOCKED = linked(isAccessibleForFree=False)


@pytest.mark.parametrize("value", [False, "False", "false", "http://schema.org/False"])
def test_a_short_text_under_a_flag_is_walled(value: object) -> None:
    assert is_walled(marks(linked(isAccessibleForFree=value), TEASER))


@pytest.mark.parametrize("value", [True, "True", None, "yes"])
def test_a_short_text_that_is_free_is_not(value: object) -> None:
    assert not is_walled(marks(linked(isAccessibleForFree=value), TEASER))


def test_a_part_that_is_kept_back_walls_the_text() -> None:
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paid"}

    assert is_walled(marks(linked(isAccessibleForFree=True, hasPart=part), TEASER))


def test_a_meter_s_flag_on_a_whole_text_is_no_wall() -> None:
    assert not is_walled(marks(LOCKED, WHOLE))


def test_a_short_article_under_a_flag_without_a_wall_is_whole() -> None:
    assert not is_walled(marks(LOCKED, TEASER * 15))
    assert not is_walled(
        marks(LOCKED, "<div>" + TEASER.replace("<p>", "").replace("</p>", "<br>") * 15 + "</div>")
    )


def test_a_text_far_shorter_than_the_page_says_is_walled() -> None:
    assert is_walled(marks(linked(isAccessibleForFree=False, wordCount=2000), WHOLE))
    assert not is_walled(marks(linked(isAccessibleForFree=False, wordCount=700), WHOLE))


def test_a_tier_says_it_too() -> None:
    assert is_walled(marks(meta("article:content_tier", "locked"), TEASER))
    assert not is_walled(marks(meta("article:content_tier", "metered"), TEASER))


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe to continue reading",
        "Register to read the full story",
        "Jetzt weiterlesen mit unserem Angebot",
        "Cet article est réservé aux abonnés.",
        "Il vous reste 75 % de cet article à lire.",
        "Contenido exclusivo para suscriptores",
        "Contenuto riservato agli abbonati",
        "هذا المحتوى للمشتركين فقط",
        "اشترك لمتابعة القراءة",
        "この記事は有料会員記事です。残り1200文字",
        "Этот текст доступен только для подписчиков",
    ],
)
def test_a_wall_among_the_paragraphs_is_seen(wall: str) -> None:
    assert is_walled(marks("", f"{TEASER}<p>{wall}</p>"))
    assert not is_walled(marks("", f"{WHOLE}<p>{wall}</p>"))


def test_a_brief_without_any_wall_is_none() -> None:
    assert not is_walled(marks("", TEASER + "<p>Subscribe to our newsletter</p>"))

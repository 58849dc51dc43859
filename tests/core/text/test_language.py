import pytest

from octavo.core.text.language import UNKNOWN, base_language, detect, direction

ARABIC = "أعلنت الحكومة المصرية يوم الاثنين خطة جديدة لحماية القرى من فيضان النيل."
ENGLISH = "The city said on Monday that the river had risen to nine metres and that the dams would hold."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (ARABIC, "ar"),
        (
            "La ville a annoncé lundi que le fleuve avait dépassé neuf mètres et que les digues tiendraient.",
            "fr",
        ),
        (
            "Die Stadt teilte am Montag mit, dass der Fluss auf neun Meter gestiegen sei und die Dämme halten.",
            "de",
        ),
        ("Власти сообщили в понедельник, что уровень воды в реке поднялся до девяти метров.", "ru"),
        ("市政府周一表示，河水上涨至九米，堤坝将能够承受住洪水的压力，居民不必撤离自己的住房。", "zh"),
        ("市は月曜日、川の水位が九メートルに達したと発表した。", "ja"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Regjeringen vil ikke øke skattene etter valget, sier statsministeren.", "no"),
        ("Regeringen vill inte höja skatterna efter valet, säger statsministern.", "sv"),
        ("O governo não vai aumentar os impostos depois da eleição.", "pt"),
        ("Урад не будзе павышаць падаткі пасля выбараў, сказаў прэм'ер.", "be"),
    ],
)
def test_neighbours_are_told_apart(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_short_text_goes_by_what_its_source_says() -> None:
    assert detect("Gift", hint="de-AT") == "de"
    assert detect("مصر", hint="fa") == "fa"


def test_a_hint_that_the_letters_forbid_is_not_believed() -> None:
    assert detect("مصر اليوم", hint="en") == "ar"
    assert detect(ARABIC, hint="en-US") == "ar"


def test_a_hint_that_the_text_clearly_contradicts_is_not_believed() -> None:
    assert detect(ENGLISH, hint="fr") == "en"


@pytest.mark.parametrize(
    ("text", "language"), [("کیا ہے ٹرین", "ur"), ("پیروزی", "fa"), ("Їжак", "uk"), ("บาง", "th")]
)
def test_telling_letters_decide_a_short_text(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "   ", "12:30", "…!"])
def test_a_text_without_letters_is_of_no_language(text: str) -> None:
    assert detect(text) == UNKNOWN
    assert detect(text, hint="ar") == "ar"


@pytest.mark.parametrize(
    ("tag", "language"),
    [("ar-EG", "ar"), ("pt_BR", "pt"), ("EN", "en"), ("iw", "he"), ("arz", "ar"), ("x", ""), ("", "")],
)
def test_a_tag_is_reduced_to_its_language(tag: str, language: str) -> None:
    assert base_language(tag) == language


@pytest.mark.parametrize(
    ("language", "expected"), [("ar", "rtl"), ("fa-IR", "rtl"), ("he", "rtl"), ("en", "ltr"), ("und", "ltr")]
)
def test_scripts_run_their_own_way(language: str, expected: str) -> None:
    assert direction(language) == expected

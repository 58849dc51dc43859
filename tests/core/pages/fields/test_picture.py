import pytest

from octavo.core.pages.article import Picture
from octavo.core.pages.fields.picture import find_picture
from octavo.core.urls import Url
from tests.core.pages.fields.pages import linked, marks, meta

ELBE = Url("https://outlet.test/media/elbe-dam.jpg")


def test_a_picture_has_the_words_of_the_linked_data() -> None:
    image = {"@type": "ImageObject", "url": ELBE, "caption": "At dusk", "creditText": "Berg/dpa"}

    made = find_picture(marks(meta("og:image", ELBE) + meta("og:image:alt", "The dam") + linked(image=image)))

    assert made == Picture(ELBE, "The dam", "At dusk", "Berg/dpa")


@pytest.mark.parametrize(
    "figure",
    [
        "<figcaption>The dam at dusk <span class=credit>Photo: Berg/dpa</span></figcaption>",
        "<figcaption>The dam at dusk (Photo: Berg/dpa)</figcaption>",
        "<figcaption>The dam at dusk. © Berg/dpa</figcaption>",
        "<figcaption>The dam at dusk</figcaption><small class=copyright>© Berg/dpa</small>",
        "<div class=image-caption>The dam at dusk</div><div class=image-credit>Foto: Berg/dpa</div>",
        "<figcaption>The dam at dusk (Berg/dpa)</figcaption>",
    ],
)
def test_caption_and_credit_come_from_the_figure_around_it(figure: str) -> None:
    body = f'<figure><img src="/media/elbe-dam-800x600.jpg">{figure}</figure>'

    made = find_picture(marks(meta("og:image", ELBE), body))

    assert made is not None
    assert (made.caption.rstrip("."), made.credit) == ("The dam at dusk", "Berg/dpa")


def test_an_arabic_caption_has_its_credit() -> None:
    body = '<figure><img src="/media/elbe-dam.jpg"><figcaption>تعليق على الصورة: السد مساء (رويترز)</figcaption></figure>'

    made = find_picture(marks(meta("og:image", ELBE), body))

    assert made is not None
    assert (made.caption, made.credit) == ("السد مساء", "رويترز")


@pytest.mark.parametrize(
    "address",
    [
        "/logo.png",
        "/img/site-logo-512.png",
        "/img/default.jpg",
        "/img/og-image.png",
        "/img/share_default.jpg",
        "/img/placeholder-16x9.png",
        "/u/avatar.jpg",
        "/pixel.gif",
        "/favicon.ico",
        "/brand.svg",
        "https://secure.gravatar.com/avatar/7",
        "javascript:alert(1)",
        "data:image/png;base64,AAAA",
    ],
)
def test_what_stands_in_for_a_picture_is_none(address: str) -> None:
    assert find_picture(marks(meta("og:image", address))) is None


@pytest.mark.parametrize(
    "address", ["/sites/default/files/elbe.jpg", "/2026/logistics.jpg", "/shared/elbe.jpg"]
)
def test_a_folder_s_name_takes_no_picture_away(address: str) -> None:
    assert find_picture(marks(meta("og:image", address))) is not None


def test_the_publisher_s_logo_is_no_lead_picture() -> None:
    head = meta("og:image", "/brand.png") + linked(publisher={"name": "S", "logo": {"url": "/brand.png"}})

    assert find_picture(marks(head)) is None


def test_a_stated_picture_that_is_tiny_is_passed_over() -> None:
    body = (
        '<article><img src="/spot.jpg" width=40><img src="/media/elbe-dam.jpg" width=800 alt="Dam"></article>'
    )

    made = find_picture(marks(meta("og:image", "/thumb.jpg") + meta("og:image:width", "80"), body))

    assert made == Picture(ELBE, "Dam")


def test_a_picture_beside_the_article_is_not_its_own() -> None:
    assert (
        find_picture(marks("", '<aside class="article-image"><img src="/x.jpg"></aside><img src="/y.jpg">'))
        is None
    )

import pytest

from octavo.core.pages.article import Genre
from octavo.core.urls import Url
from tests.core.pages.fields.pages import fields, linked, meta


@pytest.mark.parametrize(
    ("kind", "genre"),
    [
        ("LiveBlogPosting", "live_blog"),
        ("OpinionNewsArticle", "opinion"),
        ("ReviewNewsArticle", "review"),
        ("NewsArticle", ""),
        ("Article", ""),
    ],
)
def test_linked_data_tell_the_genre(kind: str, genre: Genre) -> None:
    head = linked().replace('"NewsArticle"', f'"{kind}"')

    assert fields(head).genre == genre


@pytest.mark.parametrize(
    ("path", "genre"),
    [
        ("/opinion/2026/flood", "opinion"),
        ("/world/live/flood", "live_blog"),
        ("/video/flood", "video"),
        ("/bildergalerie/flut-1.html", "gallery"),
        ("/pressemitteilungen/2", "press_release"),
        ("/culture/reviews/film", "review"),
        ("/%D8%B1%D8%A3%D9%8A/1", "opinion"),
        ("/world/opinion", ""),
        ("/politics/live-in-dresden/1", ""),
    ],
)
def test_a_folder_of_the_address_tells_the_genre(path: str, genre: Genre) -> None:
    assert fields(address=Url(f"https://outlet.test{path}")).genre == genre


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("Opinion | The dam will not hold", "opinion"),
        ("Watch: the Elbe reaches the old town", "video"),
        ("Flood in Saxony live: all trains stopped", "live_blog"),
        ("Liveticker: Hochwasser in Sachsen", "live_blog"),
        ("Kommentar: Der Damm hält nicht", "opinion"),
        ("Interview – the mayor on the flood", "interview"),
        ("شاهد.. فيضان النيل يصل أسوان", "video"),
        ("بالصور: فيضان النيل", "gallery"),
        ("رأي | السد لن يصمد", "opinion"),
        ("حوار | المحافظ يتحدث", "interview"),
        ("In pictures: the flood", "gallery"),
        ("Opinion polls: government ahead", ""),
        ("Live concert ends in flood", ""),
        ("Videos of the flood go round", ""),
    ],
)
def test_words_before_the_headline_tell_the_genre(title: str, genre: Genre) -> None:
    assert fields(f"<title>{title}</title>", f"<h1>{title}</h1>").genre == genre


def test_coverage_times_make_a_live_blog() -> None:
    assert fields(linked(coverageStartTime="2026-03-02T08:00:00Z")).genre == "live_blog"


def test_what_a_press_wire_wrote_is_a_press_release() -> None:
    assert fields(linked(author="PR Newswire")).genre == "press_release"


def test_a_section_tells_the_genre() -> None:
    assert fields(meta("article:section", "Meinung")).genre == "opinion"


def test_a_page_of_a_film_is_a_video() -> None:
    assert fields(meta("og:type", "video.other")).genre == "video"

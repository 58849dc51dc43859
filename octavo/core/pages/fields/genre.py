"""What sort of piece a page is: by its linked data, its address and section, and the words before its headline."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from octavo.core.pages.article import Genre
from octavo.core.pages.fields.linked import kinds
from octavo.core.pages.fields.marks import Marks, letters_of
from octavo.core.pages.fields.mending import mend

_TYPES: Final[Mapping[str, Genre]] = {
    "liveblogposting": "live_blog",
    "opinionnewsarticle": "opinion",
    "reviewnewsarticle": "review",
    "review": "review",
    "criticreview": "review",
    "podcastepisode": "podcast",
    "imagegallery": "gallery",
    "mediagallery": "gallery",
}
# Words of an address's folders and of a section's name.
_FOLDER_WORDS: Final[Mapping[Genre, str]] = {
    "live_blog": "live liveblog live-blog live-updates newsticker liveticker live-news en-direct minuto-a-minuto مباشر"
    " تغطية-مباشرة",
    "opinion": "opinion opinions opinión opinion-columns commentisfree commentary comment columnists columns editorial"
    " editorials op-ed oped meinung kommentar kommentare kolumne kolumnen leitartikel opinione opinioni commenti opiniao"
    " opinião tribune tribunes chroniques leserbriefe letters мнения мнение колонки رأي آراء الرأي مقالات مقالات-الرأي مقال رأى"
    " اراء كتاب-وآراء كتاب-وأراء 社説 评论 yazarlar köşe-yazıları ledare meninger opinie",
    "review": "reviews review film-reviews book-reviews restaurant-reviews rezension rezensionen kritik kritiken critiques",
    "video": "video videos watch mediathek vidéo vidéos av видео فيديو فيديوهات مرئيات 视频 動画",
    "podcast": "podcast podcasts audio listen بودكاست подкаст подкасты",
    "gallery": "gallery galleries photos pictures photogallery photo-gallery slideshow bildergalerie bilderstrecke fotos"
    " fotostrecken in-pictures photo-galleries diaporama fotogalerie фото صور بالصور ألبومات معرض-الصور 图片",
    "press_release": "press-release press-releases pressreleases pressemitteilung pressemitteilungen news-releases presseportal"
    " comunicados",
    "interview": "interview interviews entretien entretiens entrevista entrevistas intervista интервью حوار حوارات مقابلات"
    " مقابلة لقاءات 专访",
}
_FOLDERS: Final = {word: genre for genre, words in _FOLDER_WORDS.items() for word in words.split()}
# What stands before a headline, parted from it by a colon, a bar or a dash.
_HEAD_WORDS: Final[Mapping[Genre, str]] = {
    "live_blog": r"(?:[^:|]{0,40}\s)?(?:live(?: updates?| blog)?|liveblog|live-?ticker|news-?ticker|[\w-]{1,30}-ticker|en direct|en vivo|directo"
    r"|ao vivo|diretta|онлайн|трансляция|مباشر|تغطية مباشرة|لحظة بلحظة)",
    "opinion": r"opinion|op-?ed|editorial|commentary|comment|column|meinung|kommentar|gastbeitrag|leitartikel|opinión|tribuna"
    r"|tribune|chronique|éditorial|opinione|opinião|мнение|колонка|رأي|مقال|افتتاحية|社説|评论",
    "review": r"(?:[^:|]{0,30}\s)?review|kritik|rezension|critique|crítica|recensione|recensie|рецензия|مراجعة",
    "video": r"\[?(?:watch|video|vidéo|vídeo|видео|فيديو|شاهد|بالفيديو|视频|動画)",
    "podcast": r"podcast|listen|подкаст|بودكاست|استمع",
    "gallery": r"photos?|in pictures|pictures|gallery|photo gallery|slideshow|in photos|bildergalerie|fotostrecke|en images"
    r"|fotos|fotogalería|galería|фото|фоторепортаж|صور|بالصور|组图|写真",
    "press_release": r"press release|pressemitteilung|communiqué de presse|comunicado de prensa|بيان صحفي",
    "interview": r"interview|q&a|im gespräch|entretien|entrevista|intervista|интервью|حوار|مقابلة|专访",
}
_HEADS: Final = {
    genre: re.compile(rf"\s*(?:{words})\s*(?:[:|：،…]|\.\.|\s[-–—]\s|\])", re.IGNORECASE)
    for genre, words in _HEAD_WORDS.items()
}
_PRESS_WIRES: Final = frozenset(["PR Newswire", "Business Wire", "GlobeNewswire", "CNW", "EIN Presswire"])


def find_genre(marks: Marks, *, title: str, section: str, agencies: tuple[str, ...] = ()) -> Genre:
    """Return what sort of piece the page says that it is; empty for plain news and where nothing is said."""
    if not _PRESS_WIRES.isdisjoint(agencies):
        return "press_release"
    for told in (
        _by_type(marks, title),
        _by_heading(title),
        _by_folder(marks, section),
        _by_heading(marks.first("og:title")),
    ):
        if told:
            return told
    return "video" if marks.meta.get("og:type", "").startswith("video") else ""


def _by_type(marks: Marks, title: str) -> Genre:
    article = marks.linked.article
    types = kinds(article)
    if article.get("coverageStartTime") or article.get("liveBlogUpdate"):
        return "live_blog"
    if "videoobject" in types and letters_of(mend(article.get("name"))) == letters_of(title):
        # A film of another name is one that a text has in it.
        return "video"
    return next((genre for kind, genre in _TYPES.items() if kind in types), "")


def _by_heading(title: str) -> Genre:
    return next((genre for genre, head in _HEADS.items() if head.match(title)), "")


def _by_folder(marks: Marks, section: str) -> Genre:
    return next((genre for word in _words(marks, section) if (genre := _FOLDERS.get(word))), "")


def _words(marks: Marks, section: str) -> Iterator[str]:
    yield section.casefold().replace(" ", "-")
    # The last part of a path is the article's own name.
    yield from marks.path_folders()

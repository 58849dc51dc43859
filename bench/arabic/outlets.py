"""The invented outlets, one for each page design, and which demo texts stand in which."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from octavo.demo.world import Row, World

Genre = Literal["", "live_blog", "opinion", "video", "gallery"]
Author = Literal["person", "desk", "none"]

_FEWEST_LETTERS: Final = 600
_FEWEST_PARAGRAPHS: Final = 3


@dataclass(frozen=True, slots=True)
class Outlet:
    """An invented outlet and how its pages are built."""

    design: str
    name: str
    host: str
    pages: int
    charset: str = "utf-8"
    author: Author = "person"
    genre: Genre = ""
    agency: str = ""
    """The agency's known name, as the label has it."""
    must_not: tuple[str, ...] = ()
    """What stands on each of its pages and is no part of the article."""


OUTLETS: Final = (
    Outlet("wordpress", "صدى المدينة", "sada-almadina.test", 4, must_not=("شاركها عبر فيسبوك", "اترك تعليقا", "مقالات ذات صلة")),
    Outlet("broadcaster", "قناة الأفق", "www.ufuq.test", 3, must_not=("اقرأ أيضا", "تعليق على الصورة", "شاهد الآن البث المباشر")),
    Outlet("agency", "وكالة المشرق للأنباء", "mashriq-news.test", 3, author="none", agency="WAM", must_not=("آخر الأخبار", "طباعة")),
    Outlet("legacy", "جريدة الديار القديمة", "diyar-qadima.test", 3, charset="windows-1256", author="none", must_not=("أرشيف الأعداد", "عاجل")),
    Outlet("amp", "مجلة رؤى", "ruaa.test", 2, must_not=("إعلان", "حمل التطبيق")),
    Outlet("live", "شبكة الساعة", "alsaa.test", 1, author="desk", genre="live_blog", must_not=("تحديث الصفحة تلقائيا",)),
    Outlet("opinion", "منبر الكتاب", "minbar.test", 2, genre="opinion", must_not=("مقالات أخرى للكاتب", "الآراء المنشورة لا تعبر")),
    Outlet("video", "مرئيات اليوم", "marayat.test", 2, author="none", genre="video", must_not=("فيديوهات أخرى", "مدة الفيديو")),
    Outlet("gallery", "عدسة", "adasa.test", 2, genre="gallery", must_not=("الصورة التالية", "تصوير")),
    Outlet("newspaper", "صحيفة الميزان", "almizan.test", 2, must_not=("الأكثر قراءة", "اشترك في نشرتنا", "ملفات تعريف الارتباط")),
)  # fmt: skip


def choose(world: World) -> Mapping[str, Sequence[Row]]:
    """Return the Arabic texts for each design: the longest for the live blog, the shortest for film and pictures."""
    articles = [row for row in world.rows if row.language == "ar" and row.kind == "article"]
    long_enough = [
        row for row in articles if letters(row) >= _FEWEST_LETTERS and len(_text(row)) >= _FEWEST_PARAGRAPHS
    ]
    rows = sorted(long_enough, key=lambda row: (-letters(row), row.id))
    chosen: dict[str, Sequence[Row]] = {"live": rows[:1]}
    short = [outlet for outlet in OUTLETS if outlet.design in ("video", "gallery")]
    end = len(rows)
    for outlet in short:
        chosen[outlet.design], end = rows[end - outlet.pages : end], end - outlet.pages
    middle = sorted(rows[1:end], key=lambda row: row.id)
    for outlet in OUTLETS:
        if outlet.design not in chosen:
            chosen[outlet.design], middle = middle[: outlet.pages], middle[outlet.pages :]
    return chosen


def letters(row: Row) -> int:
    """Return how long a report is."""
    return sum(map(len, _text(row)))


def _text(row: Row) -> tuple[str, ...]:
    return row.versions[-1].paragraphs

"""Pages as outlets write them, small."""

from octavo.core.ids import ArticleId
from octavo.core.pages.article import Body, Extract, Fields, Paragraph
from octavo.core.pages.outcome import Unread
from octavo.core.urls import Url

ADDRESS = Url("https://outlet.test/2026/03/flood")
SENTENCES = (
    "The river Elbe rose to nine metres in Dresden on Monday, the city said, as rain went on.",
    "Volunteers filled sandbags along the old town until the water began to fall at dusk.",
    "The mayor thanked the fire brigades of three neighbouring towns for their help.",
    "Trains to Prague will not run before Thursday, the railway announced in the evening.",
    "Schools on both banks stay closed, and shops were asked to keep their cellars empty.",
)
ARABIC_SENTENCES = (
    "ارتفع منسوب نهر النيل في أسوان يوم الاثنين إلى تسعة أمتار بحسب ما قالت الوزارة.",
    "وملأ المتطوعون أكياس الرمل على امتداد المدينة القديمة حتى بدأت المياه تنحسر مساء.",
    "وشكر المحافظ فرق الإطفاء في ثلاث مدن مجاورة على مساعدتها للسكان.",
    "ولن تسير القطارات قبل يوم الخميس كما أعلنت هيئة السكك الحديدية مساء اليوم.",
    "وتبقى المدارس على الضفتين مغلقة وطلب من أصحاب المتاجر إخلاء الأقبية.",
)


def page(*paragraphs: str, head: str = "", title: str = "Elbe floods Dresden", lang: str = "en") -> bytes:
    """Return the bytes of a page with an article of *paragraphs*."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>'
        f"<nav><a href=/>Home</a><a href=/sport>Sport</a></nav><article><h1>{title}</h1>{body}</article>"
        "<footer><p>© Outlet. All rights reserved.</p></footer></body></html>"
    )
    return html.encode()


def extracted(*paragraphs: str, title: str = "", language: str = "en") -> Extract:
    """Return an extract of plain paragraphs."""
    body = Body(tuple(Paragraph("text", text) for text in paragraphs))
    return Extract(Fields(title=title, language=language), body)


def unread(
    body: bytes | None = None,
    *,
    title: str = "Elbe floods Dresden",
    teaser: str = "",
    feed_text: str = "",
    picture: str = "",
) -> Unread:
    """Return an article whose feed said what is given."""
    return Unread(ArticleId(7), ADDRESS, title, teaser, feed_text, body, "text/html", picture=picture)

"""One article, and the pictures that articles carry."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from octavo.app import reading
from octavo.core.ids import ArticleId, PictureId
from octavo.core.pages.marks import pieces
from octavo.core.reading.passages import passages
from octavo.core.urls import parse_url
from octavo.web.addresses import id_of
from octavo.web.explanations import explain
from octavo.web.rendering import language_of, render


async def article(request: Request) -> Response:
    """Show an article, with the way to the original first."""
    found = await reading.article(
        request.state.desk, ArticleId(id_of(request)), language=language_of(request)
    )
    shown, refusal = found.article, found.article.set_aside
    return render(
        request,
        "article.html",
        found=found,
        article=shown,
        report=shown.report,
        passages=passages(shown.body.paragraphs),
        pieces=pieces,
        embeds=[url for url in shown.body.embeds if parse_url(url)],
        recordings=[one for one in shown.media if one.kind in ("audio", "video") and parse_url(one.url)],
        tags=[(tag, label, 0) for tag, label in shown.hashtags],
        refusal=explain(refusal.code, refusal.reason) if refusal else None,
    )


async def picture(request: Request) -> Response:
    """Give a picture; its bytes never change under its address."""
    found = await reading.picture(request.state.desk, PictureId(id_of(request)))
    settings = request.state.desk.settings
    kept_by = "public" if settings.public else "private"
    return Response(
        found.body,
        media_type=found.type,
        headers={"Cache-Control": f"{kept_by}, max-age=31536000, immutable"},
    )


routes = [Route("/article/{id:int}", article), Route("/picture/{id:int}.webp", picture)]

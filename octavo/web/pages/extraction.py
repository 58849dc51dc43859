"""How pages are read, for the owner: what broke, side by side with before; read again; texts that are wrong."""

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from octavo.app import extraction, reading
from octavo.core.errors import BadInput
from octavo.core.ids import ArticleId, SourceId
from octavo.core.pages.expectation import Expectation
from octavo.core.pages.marks import pieces
from octavo.core.reading.access import local_path
from octavo.core.reading.passages import passages
from octavo.store import readings
from octavo.web.addresses import id_of
from octavo.web.explanations import explain
from octavo.web.failing import told
from octavo.web.forms import form_of, is_ticked, text_of
from octavo.web.owners import render_owners

WRONG_TEXTS: Final = "/following/wrong-texts"
LARGEST_REPORT: Final = 4 * 1024 * 1024
"""Bytes of a report of a wrong text: as long as an article can be."""


async def source(request: Request) -> Response:
    """Show how a source's pages are read, and where that broke its last good page beside its first bad one."""
    desk, source_id = request.state.desk, SourceId(id_of(request))
    found = await reading.source(desk, source_id, also_hidden=True)
    beside = await extraction.side_by_side(desk, source_id)
    refusal = beside.after.set_aside if beside else None
    return render_owners(
        request,
        "extraction.html",
        source=found.source,
        health=found.extraction,
        beside=beside,
        refusal=explain(refusal.code, refusal.reason) if refusal else None,
        passages=passages,
        pieces=pieces,
    )


async def read_again(request: Request) -> Response:
    """Fetch one page again and read it."""
    await extraction.read_again(request.state.desk, ArticleId(id_of(request)))
    return RedirectResponse(local_path(text_of(await form_of(request), "back")) or "/", 303)


async def wrong(request: Request) -> Response:
    """Show the form that says what a text must be."""
    return await _form(request, ArticleId(id_of(request)))


async def report(request: Request) -> Response:
    """Keep a page beside what reading it must give."""
    form = await form_of(request, largest=LARGEST_REPORT)
    desk, number = request.state.desk, text_of(form, "article")
    article_id = ArticleId(int(number) if number.isdecimal() and len(number) < 19 else 0)
    shown = await reading.article(desk, article_id)
    expectation = Expectation(
        address=shown.article.report.address,
        title=text_of(form, "title"),
        text="\n\n".join(text_of(form, "text").split("\r\n\r\n")).replace("\r\n", "\n"),
        refused=is_ticked(form, "refused"),
    )
    try:
        await extraction.report_wrong_text(desk, article_id, expectation)
    except BadInput as error:
        return await _form(request, article_id, error=str(error), status=400)
    return RedirectResponse(WRONG_TEXTS, 303)


async def _form(request: Request, article_id: ArticleId, *, error: str = "", status: int = 200) -> Response:
    found = await reading.article(request.state.desk, article_id)
    return render_owners(
        request, "wrong_text.html", status=status, article=found.article, report=found.article.report, error=told(request, error)
    )  # fmt: skip


async def wrong_texts(request: Request) -> Response:
    """List the pages that are said to be read wrongly."""
    found = await request.state.desk.db.read(readings.wrong_texts)
    return render_owners(request, "wrong_texts.html", wrong=found)


async def pair(request: Request) -> Response:
    """Give a page and its expectation as a zip."""
    number = id_of(request)
    return Response(
        await extraction.pair(request.state.desk, number),
        media_type="application/zip",
        headers={
            "Content-Disposition": f'attachment; filename="wrong-text-{number}.zip"',
            "Cache-Control": "no-store",
        },
    )


routes = [
    Route("/following/sources/{id:int}/reading", source),
    Route("/following/articles/{id:int}/read-again", read_again, methods=["POST"]),
    Route("/following/articles/{id:int}/wrong", wrong),
    Route(WRONG_TEXTS, wrong_texts),
    Route(WRONG_TEXTS, report, methods=["POST"]),
    Route(f"{WRONG_TEXTS}/{{id:int}}.zip", pair),
]

"""The pages of failure: what failed, what is safe, what to do next; never a trace of the inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from octavo.web.rendering import render


@dataclass(frozen=True, slots=True)
class Words:
    """What an error page says, before it is translated."""

    title: str
    failed: str
    next: str
    safe: str = "Nothing that is stored has changed."


_WORDS: Final = {
    400: Words(
        "Not understood", "What was sent could not be used.", "Go back, correct it and send it again."
    ),
    401: Words("Log in", "This page answers to its owner only.", "Log in to see it."),
    403: Words(
        "Not allowed", "This Octavo refuses that request.", "Go back to the front page and start from there."
    ),
    404: Words(
        "Not found",
        "There is nothing at this address.",
        "Go to the front page, or search for what you want to read.",
    ),
    405: Words(
        "Not possible here",
        "This address cannot be used in that way.",
        "Go back and use the page's own forms.",
    ),
    408: Words("Too slow", "The rest of the request did not arrive.", "Send it again."),
    413: Words(
        "Too large", "What was sent is larger than what is accepted here.", "Send a smaller file or text."
    ),
    415: Words(
        "Not a form", "What was sent is in a form that is not accepted here.", "Use the page's own forms."
    ),
    421: Words(
        "Another host", "This Octavo does not answer to that host name.", "Open it by its own address."
    ),
    429: Words("Too many tries", "Too much was asked in too short a time.", "Wait a little and try again."),
    500: Words(
        "Something broke",
        "Octavo made a mistake while it made this page. The log of the server says which.",
        "Try again; if it stays, look into the log or report it.",
        "What is stored is safe.",
    ),
    503: Words(
        "Out of service",
        "Octavo cannot reach its database at the moment.",
        "Try again soon.",
        "What is stored is safe.",
    ),
}


def error_page(
    request: Request, status: int, *, sentence: str = "", headers: Mapping[str, str] | None = None
) -> Response:
    """Return the answer with *status*: a page for browsers, one sentence for programs. *sentence* says more than the status does."""
    words = _WORDS.get(status) or _WORDS[500 if status >= 500 else 400]
    if "text/html" not in request.headers.get("accept", ""):
        text = f"{sentence or words.failed} {words.next}\n"
        return PlainTextResponse(text, status, dict(headers or {}))
    if status == HTTPStatus.UNAUTHORIZED:
        return log_in_page(request, status, headers=headers, sentence=sentence)
    return render(
        request,
        "error.html",
        status=status,
        headers=headers,
        words=words,
        sentence="" if sentence == words.failed else sentence,
    )


def log_in_page(
    request: Request,
    status: int,
    *,
    sentence: str = "",
    next_: str = "",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Return the login form, which leads to *next_* or, by itself, back to what was asked for."""
    if not next_ and request.method == "GET":
        query = request.scope["query_string"].decode("latin-1")
        next_ = request.scope["path"] + (f"?{query}" if query else "")
    return render(request, "login.html", status=status, headers=headers, sentence=sentence, next=next_)

"""The pages of failure: what failed, what is safe, what to do next; never a trace of the inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from octavo.web.rendering import language_of, render
from octavo.web.words import N_, translations


@dataclass(frozen=True, slots=True)
class Words:
    """What an error page says, before it is translated."""

    title: str
    failed: str
    next: str
    safe: str = N_("Nothing that is stored has changed.")


_WORDS: Final = {
    400: Words(
        N_("Not understood"),
        N_("What was sent could not be used."),
        N_("Go back, correct it and send it again."),
    ),
    401: Words(N_("Log in"), N_("This page answers to its owner only."), N_("Log in to see it.")),
    403: Words(
        N_("Not allowed"),
        N_("This Octavo refuses that request."),
        N_("Go back to the front page and start from there."),
    ),
    404: Words(
        N_("Not found"),
        N_("There is nothing at this address."),
        N_("Go to the front page, or search for what you want to read."),
    ),
    405: Words(
        N_("Not possible here"),
        N_("This address cannot be used in that way."),
        N_("Go back and use the page's own forms."),
    ),
    408: Words(N_("Too slow"), N_("The rest of the request did not arrive."), N_("Send it again.")),
    413: Words(
        N_("Too large"),
        N_("What was sent is larger than what is accepted here."),
        N_("Send a smaller file or text."),
    ),
    415: Words(
        N_("Not a form"),
        N_("What was sent is in a form that is not accepted here."),
        N_("Use the page's own forms."),
    ),
    421: Words(
        N_("Another host"),
        N_("This Octavo does not answer to that host name."),
        N_("Open it by its own address."),
    ),
    429: Words(
        N_("Too many tries"),
        N_("Too much was asked in too short a time."),
        N_("Wait a little and try again."),
    ),
    431: Words(
        N_("Too large"),
        N_("The head of the request is larger than what is accepted here."),
        N_("Delete the cookies of this site and try again."),
    ),
    500: Words(
        N_("Something broke"),
        N_("Octavo made a mistake while it made this page. The log of the server says which."),
        N_("Try again; if it stays, look into the log or report it."),
        N_("What is stored is safe."),
    ),
    503: Words(
        N_("Out of service"),
        N_("Octavo cannot reach its database at the moment."),
        N_("Try again soon."),
        N_("What is stored is safe."),
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
        sentence="" if sentence == words.failed else told(request, sentence),
    )


def told(request: Request, sentence: str) -> str:
    """Return *sentence* in the reader's language where there is a translation.

    Templates show what this returns; they never call `_` on a sentence that they are given, for what `_` returns
    is taken for markup, and a sentence may repeat what somebody sent.
    """
    return translations(language_of(request)).gettext(sentence) if sentence else ""


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
    return render(
        request, "login.html", status=status, headers=headers, sentence=told(request, sentence), next=next_
    )

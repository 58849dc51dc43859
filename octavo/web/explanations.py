"""Failures in plain words: what happened and what can be done about it, by the code that the failure carries."""

from dataclasses import dataclass
from typing import Final

from octavo.web.words import N_


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means, before it is translated."""

    what: str
    advice: str = ""
    said: str = ""
    """The failure's own sentence, where the code has no words here."""


_ASKS_AGAIN: Final = N_("Octavo asks again by itself, ever more rarely. There is nothing to do.")
_CHECK_ADDRESS: Final = N_("Check the address in a browser, and follow the right one if it has moved.")
_READ_THERE: Final = N_("Read it at the outlet.")

_BY_CODE: Final = {
    "blocked_by_outlet": Explanation(
        N_("The outlet refuses programs such as Octavo."),
        N_("Octavo never pretends to be a browser. Ask the outlet to let it in, or follow another feed of it."),
    ),
    "forbidden_by_robots": Explanation(
        N_("The outlet’s robots.txt asks programs not to read this page."), _READ_THERE
    ),
    "gone": Explanation(
        N_("The server says that this is gone for good."),
        N_("Octavo still asks once a month. Look for the outlet’s new feed, or remove this one."),
    ),
    "client_error": Explanation(N_("The server does not have this address."), _CHECK_ADDRESS),
    "server_error": Explanation(N_("The server says that it is not well."), _ASKS_AGAIN),
    "too_many_requests": Explanation(N_("The server asks for patience."), _ASKS_AGAIN),
    "timed_out": Explanation(N_("The server did not answer in time."), _ASKS_AGAIN),
    "unreachable": Explanation(
        N_("The server cannot be reached: its name is unknown, nothing listens there, or its certificate is wrong."),
        N_("Octavo asks again by itself. If it stays, check the address."),
    ),
    "refused_address": Explanation(
        N_("The address leads into a private network, where Octavo does not go."),
        N_("If it is yours, list its host and port in OCTAVO_ALLOW_HOSTS."),
    ),
    "too_large": Explanation(N_("The document is larger than Octavo reads."), _READ_THERE),
    "bad_transfer": Explanation(N_("The answer was cut short or garbled on its way."), _ASKS_AGAIN),
    "too_many_redirects": Explanation(N_("The address leads round in circles."), _CHECK_ADDRESS),
    "not_a_feed": Explanation(
        N_("What stands there is no feed that can be read."),
        N_("Open the address in a browser. If it is a page, follow the page: Octavo finds its feeds."),
    ),
    "no_text": Explanation(N_("The page has no text that could be read."), _READ_THERE),
    "too_short": Explanation(
        N_("The page has only a few words, and the feed does not have the same."), _READ_THERE
    ),
    "index_page": Explanation(N_("The page is a list of short texts, not an article."), _READ_THERE),
    "cut_off": Explanation(
        N_("The page breaks off after its first lines."), _READ_THERE
    ),
    "no_sentences": Explanation(
        N_("The page has names, times or buttons, but hardly a whole sentence."), _READ_THERE
    ),
    "captions": Explanation(
        N_("The page has only the captions of its pictures."), _READ_THERE
    ),
    "comments": Explanation(
        N_("The page has only what readers wrote under the article."), _READ_THERE
    ),
    "off_topic": Explanation(
        N_("The page’s text is not about what its title says."), _READ_THERE
    ),
    "other_language": Explanation(
        N_("The page is in another language than its title in the feed."), _READ_THERE
    ),
    "unfilled_template": Explanation(
        N_("The page shows the names of its fields instead of what belongs there."), _READ_THERE
    ),
    "garbled": Explanation(
        N_("The page’s text is code or garbled signs."), _READ_THERE
    ),
    "speaks_to_model": Explanation(
        N_("The page’s text gives orders to a program."), _READ_THERE
    ),
    "advert": Explanation(
        N_("The page advertises something instead of the article."), _READ_THERE
    ),
    "about_outlet": Explanation(
        N_("The page is about the outlet itself: an account, its terms, its authors or its data."), _READ_THERE
    ),
    "script_shell": Explanation(
        N_("The page is empty until scripts run, and Octavo runs none."), _READ_THERE
    ),
    "bot_wall": Explanation(N_("The outlet asks whether a human is reading."), _READ_THERE),
    "consent_wall": Explanation(
        N_("The outlet asks for consent to cookies before it shows the article."), _READ_THERE
    ),
    "error_page": Explanation(
        N_("The outlet says that it does not have the page, without saying so to programs."),
        _CHECK_ADDRESS,
    ),
    "paywall": Explanation(N_("The outlet shows the article to subscribers only."), _READ_THERE),
    "page_too_large": Explanation(N_("The page’s text is larger than Octavo reads."), _READ_THERE),
    "page_malformed": Explanation(N_("The page is built so oddly that it could not be read."), _READ_THERE),
    "not_a_page": Explanation(
        N_("The document is no page: a PDF, a picture or a program."), _READ_THERE
    ),
    "stuck": Explanation(
        N_("Reading this failed several times and was given up."),
        N_("The owner can have it read again from the page Following."),
    ),
}  # fmt: skip


def explain(code: str, said: str = "") -> Explanation:
    """Return what *code* means; of a code without words here, what the failure *said* itself."""
    return _BY_CODE.get(code) or Explanation("", said=said or code)

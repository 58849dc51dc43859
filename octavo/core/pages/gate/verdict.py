"""What the gate may say: the text passes, as what; or it does not, and why."""

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Passed:
    """The text may be shown."""

    kind: Literal["article", "brief"]
    """A brief is a short text that its feed bears out word for word."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The text may not be shown; the page is a headline and a link."""

    code: str
    reason: str


NO_TEXT: Final = Refused("no_text", "The page has no text.")
TOO_SHORT: Final = Refused("too_short", "The page has only a few words, and the feed does not have the same.")
CUT_OFF: Final = Refused("cut_off", "The page breaks off after its first lines.")
NO_SENTENCES: Final = Refused(
    "no_sentences", "The page has names, times or buttons, but hardly a whole sentence."
)
INDEX: Final = Refused("index_page", "The page is a list of short texts, not an article.")
CAPTIONS: Final = Refused("captions", "The page has only the captions of its pictures.")
COMMENTS: Final = Refused("comments", "The page has only what readers wrote under the article.")
OFF_TOPIC: Final = Refused("off_topic", "The page's text is not about what its title says.")
OTHER_LANGUAGE: Final = Refused(
    "other_language", "The page is in another language than its title in the feed."
)
UNFILLED: Final = Refused(
    "unfilled_template", "The page shows the names of its fields instead of what belongs there."
)
GARBLED: Final = Refused("garbled", "The page's text is code or garbled signs.")
TO_A_MODEL: Final = Refused("speaks_to_model", "The page's text gives orders to a program.")
ADVERT: Final = Refused("advert", "The page advertises something instead of the article.")
ABOUT_OUTLET: Final = Refused(
    "about_outlet", "The page is about the outlet itself: an account, its terms, its authors or its data."
)
SCRIPT_SHELL: Final = Refused("script_shell", "The page is empty until scripts run, and Octavo runs none.")
BOT_WALL: Final = Refused("bot_wall", "The outlet asks whether a human is reading.")
CONSENT_WALL: Final = Refused(
    "consent_wall", "The outlet asks for consent to cookies before it shows the article."
)
ERROR_PAGE: Final = Refused(
    "error_page", "The outlet says that it does not have the page, without saying so to programs."
)
PAYWALL: Final = Refused("paywall", "The outlet shows the article to subscribers only.")

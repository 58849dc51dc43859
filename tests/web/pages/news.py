"""A little news for page tests, with everything that a page can show, and markup where none belongs."""

from datetime import timedelta
from typing import Final

from tests.moments import NOON
from tests.newsroom import Newsroom, Told

MARKUP: Final = "<img src=x onerror=alert(1)>"
FLOOD: Final = "River floods the old town"
COPY: Final = "Old town flooded, by agency"
ARABIC: Final = "فيضان يغمر المدينة القديمة"
WALLED: Final = "The mayor speaks out"
ODD: Final = f"Odd {MARKUP} title"
PAGES: Final = ("front", "section", "story", "article", "hashtag", "source", "sources", "search")


def tell_news(newsroom: Newsroom) -> None:
    """Tell four stories by five sources: one of them by three, with a copy, in two languages."""
    hour = timedelta(hours=1)
    media = '[{"url":"https://1.test/talk.mp3","kind":"audio","type":"audio/mpeg","seconds":65,"title":"The talk"}]'
    newsroom.tell(
        Told(
            FLOOD, "River Post", "Water reached the market.\n\nBoats came.\n\nThey left.", story=1, at=NOON - 4 * hour,
            hashtags=(("flood", "Flood"),), section="disasters", byline="A. Writer", rights="© River Post",
            licence="https://creativecommons.org/licenses/by/4.0/", picture="https://1.test/flood.jpg", media=media,
            blocks=("text", "heading", "item"),
        ),
        Told(COPY, "Hill Post", story=1, copy_of=FLOOD, at=NOON - 3 * hour, section="disasters"),
        Told(ARABIC, "صحيفة النهر", "وصلت المياه إلى السوق.", story=1, at=NOON - 2 * hour, language="ar", section="disasters"),
        Told(WALLED, "River Post", "He said something.", kind="headline", refused=("paywall", "For subscribers.")),
        Told(ODD, f"Source {MARKUP}", f"Text {MARKUP} more.", byline=MARKUP, rights=MARKUP, licence="javascript:alert(1)",
             hashtags=(("odd", f"Odd{MARKUP}"),), url="https://odd.test/1"),
        Told("Cup final tonight", "Ball", section="sport"),
    )  # fmt: skip


def path_of(page: str, newsroom: Newsroom) -> str:
    """Return the address of one of `PAGES`."""
    return {
        "front": "/",
        "section": "/section/disasters",
        "story": f"/story/{newsroom.stories[FLOOD]}",
        "article": f"/article/{newsroom.articles[FLOOD]}",
        "hashtag": "/hashtag/flood",
        "source": f"/source/{newsroom.sources['River Post']}",
        "sources": "/sources",
        "search": "/search?q=water",
    }[page]

"""Round-ups: articles that tell of many events, or of one as it goes on; they are shown, but hold no stories together."""

import re
from typing import Final

_LIVE: Final = re.compile(
    r"\b(?:live (?:updates?|blog|coverage|stream|news)|as it happened|minute[- ]by[- ]minute|news live|in real time"
    r"|latest updates|what we know so far|en direct|direct(?:o)?\s*:|liveticker|newsblog|онлайн-трансляция|ao vivo"
    r"|em directo|en vivo|minuto a minuto)\b|^live\s*[:|–-]|[-–|:]\s*live\s*$|بث مباشر|لحظة بلحظة|تغطية مباشرة",
    re.IGNORECASE,
)
_SERIES: Final = re.compile(
    r"\b(?:(?:morning|evening|daily|weekly|news|nightly|breakfast) (?:briefing|digest|wrap|roundup|round-up|bulletin)"
    r"|(?:news|market|weekend|week|weekly|daily|sport) ?(?:round-?up|wrap(?:-?up)?|digest)|things to know"
    r"|\d+ things (?:to|you)|what to (?:watch|know) (?:today|this week|on)|in pictures|photos of the (?:day|week)"
    r"|pictures of the (?:day|week)|photo (?:gallery|essay)|week in (?:review|pictures)|your (?:morning|evening) brief"
    r"|top (?:stories|headlines|news)|today's headlines|newspaper headlines|the papers|horoscopes?|crosswords?|sudoku"
    r"|wordle|quiz of the|news quiz|pub quiz|tv (?:tonight|guide|listings)|letters to the editor|obituaries"
    r"|best (?:deals|of the week)|newsletter|on this day|this day in history|today in history|lottery results"
    r"|winning numbers|five-minute news|news bulletin|la matinale|revue de presse|presseschau|дайджест)\b"
    r"|^\s*\d{4}/\d\d/\d\d \d\d:\d\d gmt\s*$|^(?:podcast|quiz|letters|corrections?)\s*:"
    r"|أبرز عناوين|صحف اليوم|حظك اليوم|برجك اليوم|نشرة الأخبار|بالصور\s*$",
    re.IGNORECASE,
)
_LONGEST: Final = 300


def is_roundup(title: str, text: str) -> bool:
    """Say whether a headline announces a live blog, a digest, a gallery, a quiz or another thing that has no one event."""
    head = title[:_LONGEST] or text[:80]
    return bool(_LIVE.search(head) or _SERIES.search(head))

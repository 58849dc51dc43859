"""Made-up reports for the tests of the fold: few words and names, so that stories meet, join and part often."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from octavo.core.fold.memory import Arrival
from octavo.core.fold.represent import Features
from octavo.core.ids import ArticleId

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
WORDS = ("flood", "dam", "mayor", "strike", "port", "crane", "vote", "recount", "vaccine", "trial")
NAMES = {
    "place:DE": "Germany",
    "place:EG": "مصر",
    "city:Europe/Berlin": "Berlin",
    "name:elbe": "Elbe",
    "name:nil": "النيل",
}


def features(
    *words: str, keys: tuple[str, ...] = (), language: str = "en", names: tuple[str, ...] = ()
) -> Features:
    """Return the features of an article that says each of *words* once, and names *keys* and, shown so, *names*."""
    every = (*keys, *names)
    return Features(
        language,
        {word: words.count(word) for word in words},
        {key: every.count(key) for key in every},
        {key: NAMES.get(key, key) for key in names},
    )


@st.composite
def arrivals(draw: st.DrawFn) -> list[Arrival]:
    """Draw up to 40 arrivals within two weeks, in any order of time."""
    count = draw(st.integers(1, 40))
    return [draw(_arrival(number)) for number in range(1, count + 1)]


@st.composite
def _arrival(draw: st.DrawFn, number: int) -> Arrival:
    words = draw(st.lists(st.sampled_from(WORDS), max_size=5))
    named = draw(st.lists(st.sampled_from(sorted(NAMES)), max_size=4, unique=True))
    written = {key: draw(st.sampled_from((NAMES[key], NAMES[key].upper()))) for key in named}
    made = Features(
        draw(st.sampled_from(("en", "ar"))),
        {word: words.count(word) for word in words},
        {**dict.fromkeys(named, 1), **({"number:37": 1} if draw(st.booleans()) else {})},
        written,
    )
    at = MONDAY + timedelta(hours=draw(st.integers(0, 14 * 24)))
    origin = draw(st.sampled_from(("", "", "one text", "another")))
    return Arrival(ArticleId(number), f"key {number}", at, made.encode(), origin)

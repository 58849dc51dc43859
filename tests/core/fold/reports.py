"""Made-up reports for the tests of the fold: few words and names, so that stories meet, join and part often."""

from datetime import UTC, datetime, timedelta
from random import Random

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


def _made(random: Random) -> str:
    words = random.choices(WORDS, k=random.randint(0, 5))
    named = random.sample(sorted(NAMES), random.randint(0, 4))
    keys = {**dict.fromkeys(named, 1), **({"number:37": 1} if random.random() < 0.5 else {})}
    written = {key: random.choice((NAMES[key], NAMES[key].upper())) for key in named}
    language = random.choice(("en", "ar"))
    return Features(language, {word: words.count(word) for word in words}, keys, written).encode()


_POOL = [_made(Random(number)) for number in range(100)]
_ONE = st.tuples(
    st.sampled_from(_POOL), st.integers(0, 14 * 24), st.sampled_from(("", "", "one text", "another"))
)


def arrivals() -> st.SearchStrategy[list[Arrival]]:
    """Draw up to 40 arrivals within two weeks, in any order of time."""
    return st.lists(_ONE, min_size=1, max_size=40).map(_numbered)


def _numbered(drawn: list[tuple[str, int, str]]) -> list[Arrival]:
    return [
        Arrival(ArticleId(number), f"key {number}", MONDAY + timedelta(hours=hours), made, origin)
        for number, (made, hours, origin) in enumerate(drawn, start=1)
    ]

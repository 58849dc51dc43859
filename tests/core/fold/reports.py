"""Made-up reports for the tests of the fold: few words and names, so that stories meet, join and part often."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import strategies as st

from octavo.core.fold.decision import Model
from octavo.core.fold.memory import Arrival
from octavo.core.fold.origins import origin_key
from octavo.core.fold.represent import Features
from octavo.core.fold.window import Evidence
from octavo.core.ids import ArticleId

MONDAY = datetime(2026, 3, 2, 8, tzinfo=UTC)
TEXTS = (
    "The Elbe rose to nine metres on Monday, the city said, and schools stayed shut while helpers filled sandbags. "
    * 2,
    "Dockers at the port went on strike after talks broke down over pay; ships wait outside until cranes move again. "
    * 2,
)
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
        {},
        {word: words.count(word) for word in words},
        {key: every.count(key) for key in every},
        names={key: NAMES.get(key, key) for key in names},
    )


def simple_model(bar: float = 0.5) -> Model:
    """Return a model that asks one thing: whether a third of the words are the nearest report's."""
    return Model(-5.0, [[[Evidence._fields.index("nearest"), 0.33, 1, 2], [0.0], [9.0]]], bar, bar)


def _made(random: Random) -> str:
    words = random.choices(WORDS, k=random.randint(0, 5))
    named = random.sample(sorted(NAMES), random.randint(0, 4))
    keys = {**dict.fromkeys(named, 1), **({"number:37": 1} if random.random() < 0.5 else {})}
    written = {key: random.choice((NAMES[key], NAMES[key].upper())) for key in named}
    language = random.choice(("en", "ar"))
    title = dict.fromkeys(random.sample(WORDS, random.randint(0, 3)), 1)
    counts = {word: words.count(word) for word in words}
    sounds = dict.fromkeys(random.sample(("BRLN", "DRSDN", "KR"), random.randint(0, 2)), 1)
    return Features(
        language, title, counts, keys, sounds, written, is_roundup=random.random() < 0.05
    ).encode()


_POOL = [_made(Random(number)) for number in range(100)]
_ONE = st.tuples(
    st.sampled_from(_POOL), st.integers(0, 14 * 24), st.sampled_from(("", "", *map(origin_key, TEXTS)))
)


def arrivals() -> st.SearchStrategy[list[Arrival]]:
    """Draw up to 40 arrivals within two weeks, in any order of time."""
    return st.lists(_ONE, min_size=1, max_size=40).map(_numbered)


def _numbered(drawn: list[tuple[str, int, str]]) -> list[Arrival]:
    return [
        Arrival(ArticleId(number), f"key {number}", MONDAY + timedelta(hours=hours), made, origin)
        for number, (made, hours, origin) in enumerate(drawn, start=1)
    ]

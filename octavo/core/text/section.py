"""The section that an article belongs to, by the words that its source files it under."""

from collections.abc import Iterable
from typing import Final, Literal, get_args

from octavo.core.text.search import tokens
from octavo.core.words import word_set

Section = Literal[
    "world",
    "politics",
    "business",
    "technology",
    "science",
    "health",
    "sport",
    "culture",
    "disasters",
    "general",
]
SECTIONS: Final[tuple[Section, ...]] = get_args(Section)

# Folded as search tokens: no diacritics, no Arabic article.
_WORDS: Final[dict[Section, frozenset[str]]] = {
    "sport": word_set(
        "sport sports football soccer tennis cricket rugby basketball olympics fussball futbol deportes esportes sportowe",
        "calcio спорт رياضه رياضي رياضيه كره 体育 スポーツ 스포츠",
    ),
    "technology": word_set(
        "technology tech software linux security technik technologie tecnologia internet hightech digital gadgets",
        "технологии تقنيه تكنولوجيا تقني 科技 テクノロジー",
    ),
    "science": word_set(
        "science sciences space wissenschaft ciencia espace environment climate umwelt klima environnement наука",
        "علوم علم فضاء بييه مناخ 科学",
    ),
    "health": word_set("health sante gesundheit salud saude salute coronavirus covid здоровье صحه طب 健康"),
    "business": word_set(
        "business economy economic economics finance markets money wirtschaft economie economia affaires bourse negocios",
        "boerse экономика бизнес اقتصاد اقتصادي اعمال مال اسواق 经济 財経",
    ),
    "culture": word_set(
        "culture arts art entertainment film movies music books kultur cultura musique cinema celebrity lifestyle",
        "культура ثقافه فن فنون سينما موسيقي ادب 文化 エンタメ",
    ),
    "disasters": word_set(
        "disaster disasters earthquake weather accidents accident wildfire floods hurricane katastrophen catastrophes",
        "desastres происшествия كوارث حوادث زلازل طقس",
    ),
    "politics": word_set(
        "politics political policy election elections government politik politique politica politiek политика سياسه",
        "سياسي سياسيه انتخابات حكومه 政治",
    ),
    "world": word_set(
        "world international global africa europe asia americas mideast ausland welt monde mundo esteri wereld мир",
        "عالم دولي دوليه عرب عربي 国际 国際",
    ),
}  # fmt: skip


def section(stated: Iterable[str]) -> Section:
    """Return the section that the *stated* words (sections, categories, parts of the address) mean, first come first.

    Within one of them a subject wins over a region; words that mean no section at all give `general`.
    """
    for words in stated:
        folded = {token.text for token in tokens(words)}
        for name, telling in _WORDS.items():
            if not telling.isdisjoint(folded):
                return name
    return "general"

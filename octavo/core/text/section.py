"""The section that an article belongs to: by the words that its source files it under, else by its own words."""

from collections.abc import Iterable
from typing import Final, get_args

from octavo.core.text.gazetteer import forms
from octavo.core.text.search import tokenized, tokens
from octavo.core.text.section_words import POINTS, Section
from octavo.core.words import word_set

__all__ = ["SECTIONS", "Section", "section", "section_of_text"]

SECTIONS: Final[tuple[Section, ...]] = get_args(Section)

_READ: Final = 180
"""Words of a text that are looked at; what it is about stands at its head."""
_TITLE_WEIGHT: Final = 2
_ENOUGH: Final = 4
"""Points from which a text's own words are believed."""
_LEAD: Final = 1.5
"""How many times the points of the next section the first one must have."""

# Folded as search tokens: no diacritics, no Arabic article.
_STATED: Final[dict[Section, frozenset[str]]] = {
    "sport": word_set(
        "sport sports football soccer tennis cricket rugby basketball olympics fussball futbol deportes deporte esportes",
        "sportowe calcio olahraga spor nfl nba mlb nhl golf formula1 f1 baseball hockey esporte voetbal championsleague",
        "спорт футбол رياضه رياضي رياضيه كره رياضات ملاعب 体育 スポーツ 스포츠 ספורט ورزشی",
    ),
    "climate": word_set(
        "climate environment environnement umwelt klima klimat clima environnement environmental planete medioambiente",
        "climatechange sustainability ambiente lingkungan экология климат بييه مناخ 环境 環境",
    ),
    "technology": word_set(
        "technology tech software linux security technik technologie tecnologia internet hightech digital gadgets gaming",
        "games cybersecurity netzwelt computing teknologi teknoloji apple google android технологии тех تقنيه تكنولوجيا",
        "تقني علوم_وتكنولوجيا 科技 テクノロジー テック",
    ),
    "science": word_set(
        "science sciences space wissenschaft wissen ciencia ciencias espace scienza astronomy physics archaeology sains bilim",
        "nauka наука علوم علم فضاء 科学 サイエンス",
    ),
    "health": word_set(
        "health sante gesundheit salud saude salute coronavirus covid covid19 medicine wellness sundhed kesehatan saglik",
        "здоровье медицина صحه طب صحي 健康",
    ),
    "business": word_set(
        "business economy economic economics finance markets money wirtschaft economie economia affaires bourse negocios",
        "boerse investing companies energy realestate entreprises ekonomi ekonomia finanzen mercados unternehmen экономика",
        "бизнес финансы اقتصاد اقتصادي اقتصاديه اعمال مال اسواق 经济 財経 経済 ビジネス",
    ),
    "culture": word_set(
        "culture arts art entertainment film movies music books kultur cultura musique cinema celebrity lifestyle tv",
        "television theatre theater fashion style celebrities cine musica feuilleton hiburan magazin showbiz style spettacoli",
        "культура шоу кино ثقافه فن فنون سينما موسيقي ادب مشاهير 文化 エンタメ 娱乐",
    ),
    "disasters": word_set(
        "disaster disasters earthquake weather accidents accident wildfire floods hurricane katastrophen catastrophes",
        "desastres bencana происшествия كوارث حوادث زلازل طقس",
    ),
    "politics": word_set(
        "politics political policy election elections government politik politique politica politiek politiikka polityka",
        "whitehouse congress parliament inland innenpolitik siyaset политика سياسه سياسي سياسيه انتخابات حكومه برلمان 政治",
    ),
    "local": word_set(
        "local regional metro crime city community county regionales regional lokales faits faitsdivers cronaca regiones",
        "محليات محليه محلي",
    ),
    "world": word_set(
        "world international global africa europe asia americas mideast ausland welt monde mundo esteri wereld middleeast",
        "internacional internasional dunya duenya swiat azie aussenpolitik мир عالم دولي دوليه عرب عربي عربيه عالمي 国际 国際",
    ),
}  # fmt: skip


def section(stated: Iterable[str]) -> Section:
    """Return the section that the *stated* words (sections, categories, parts of the address) mean, first come first.

    Within one of them a subject wins over a region; words that mean no section at all give `general`.
    """
    for words in stated:
        folded = [token.text for token in tokens(words)]
        whole = {*folded, "".join(folded)}
        for name, telling in _STATED.items():
            if not telling.isdisjoint(whole):
                return name
    return "general"


def section_of_text(title: str, text: str, language: str) -> Section:
    """Return the section that the words of *title* and the head of *text* speak for; `general` where that is a close call."""
    table = POINTS.get(language)
    if table is None:
        return "general"
    points = dict.fromkeys(SECTIONS, 0)
    for part, weight in ((title, _TITLE_WEIGHT), (text, 1)):
        for word in {token.text for token in tokenized(part)[:_READ]}:
            found = table.get(word)
            if found is None and language == "ar":
                found = next((table[form] for form in forms(word, "ar")[1:] if form in table), None)
            for name, worth in found or ():
                points[name] += worth * weight
    first, second = sorted(points, key=lambda name: (-points[name], name))[:2]
    return first if points[first] >= max(_ENOUGH, _LEAD * points[second]) else "general"

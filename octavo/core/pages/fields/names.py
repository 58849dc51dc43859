"""A byline's words made names: people, agencies and desks, apart from roles, places and the outlet itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from octavo.core.pages.fields.agencies import agency_of
from octavo.core.pages.fields.marks import Marks, letters_of
from octavo.core.pages.fields.mending import mend
from octavo.core.words import word_set

_LONGEST_NAME: Final = 60
_LONGEST_BYLINE: Final = 2_000
_MOST_WORDS: Final = 6
_MOST_NAMES: Final = 20
_BREAKS: Final = re.compile(
    r"[,;|/•·&\n،؛、]|\s[-–—]\s"
    r"|\s(?:and|AND|And|und|UND|et|ET|y|e|og|och|i|и|și|ve|en|και|with|mit|avec|con|from|for|bei|و|مع)\s"
)
_ARABIC_AND: Final = re.compile(r"\sو(?=\w{3,}\s\w)")
# Names that begin with the letter that also means "and".
_ARABIC_W: Final = word_set(
    "ولد وليد وائل وسام وسيم وحيد وفاء وداد وجدي وديع ولاء وضاح وهيب وهبة وهبي وجيه ورد وردة وسن وصفي وعد وفيق وجد وئام وطن وافي واصف واثق وداع",
)
_LEAD: Final = re.compile(
    r"^(?:(?:written|posted|reported|published|edited|produced|reporting|text|words|story|article|author|authors|an? \w+)\s*"
    r"(?:by\b)?\s*:?\s+by|(?:written|posted|reported|published|edited|reporting|story|words|report|exclusive|analysis|opinion) by"
    r"|by|von|par|por|(?:da|di|de|av|af|från|od|door)(?=\s+\S+\s+\S)|autor(?:in|es|a)?|auteurs?|autore|auteur|author|authors|text|texto|texte|testo|redaktion:"
    r"|publié par|erstellt von|verfasst von|geschrieben von|mis à jour par|publicado por|escrito por|a cura di|geschreven door|ein(?:e)? \w+ von|kolumne von|kommentar von"
    r"|от|автор|авторы|текст|беседовала?|γράφει|του|της|yazan|haber|oleh|penulis|tekst|autorzy|pisze"
    r"|بقلم|كتب|كتبت|كتبه|إعداد|اعداد|تحرير|تقرير|حوار|ترجمة|الكاتب|الكاتبة|المحرر|المؤلف|بواسطة|نشر بواسطة|نقله إلى العربية"
    r"|文|作者|记者|記者|撰文|责任编辑|编辑|責任編輯|기자)\s*(?:[:：/]\s*|\s+)",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(
    r"(?:^|\s+)(?:(?:published|updated|posted|veröffentlicht|publié|publicado)\b.*|(?-i:am|on|at|in)\b.*|(?-i:le|el|den)$|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september"
    r"|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|sat)\.?)$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\s*[(\[（【][^)\]）】]{0,80}[)\]）】]")
_NO_NAME: Final = re.compile(r"\S+@\S+|@\w+|https?:\S+|www\.\S+")
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2}|com|net|org|info|news)", re.IGNORECASE)
_FROM_DIGIT: Final = re.compile(r"(?:^|\s)\d.*$|(?<=[^\W\d])\d{1,4}[./:年].*$", re.DOTALL)
_DESK: Final = re.compile(
    r"\b(?:redaktion|redaction|redaccion|redacción|rédaction|redazione|redação|redacao|redactie|redakce|redakcja|redaktionen"
    r"|desk|staff|newsroom|team|editors|editorial|agencies|agencias|agências|agences|agenturen|agentur|agenzie|agency|wires?|online"
    r"|newsdesk|reporters|correspondents|bureau|contributors?|guest|admin|administrator|webdesk|webmaster|network|press release"
    r"|news|newspaper|magazine|media|tv|radio|editor|web|interactive|services?|studio|sport|sports"
    r"|редакция|корреспонденты|отдел|новости|سكاي نيوز|هيئة التحرير|التحرير|وكالات|الوكالات|وكالة|مراسلون|صحيفة|قسم|القسم|غرفة الأخبار|الأخبار|فريق"
    r"|موقع|منوعات|رياضة|اقتصاد|سياسة|محليات|ثقافة)\b|编辑部|編集部|取材班|本报|本报讯|综合|본사|취재팀",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"\b(?:reporter|correspondent|editor|columnist|writer|journalist|producer|expert|experte|expertin|analyst|fellow|professor"
    r"|director|chief|contributor|photographer|redakteur|redakteurin|redaktør|korrespondent|korrespondentin|autorin|volontär"
    r"|volontärin|journaliste|correspondante?|rédacteur|rédactrice|periodista|redactora?|corresponsal|enviad[oa]|giornalista|inviato"
    r"|jornalista|repórter|redacteur|verslaggever|journalista|dziennikarz|корреспондент|журналист|обозреватель|mitarbeiterin?"
    r"|intern|host|anchor|head of|manager|ceo|founder|is an?|covers?|special to|staff"
    r"|مراسل|كاتب|كاتبة|صحفي|صحافي|محرر|باحث|باحثة|رئيس|مدير|أستاذ)\b|记者|記者|特派員|編集委員",
    re.IGNORECASE,
)
_ROLE_BEFORE: Final = re.compile(
    r"^(?:(?:[\w|-]*?(?:redakteur(?:in)?|reporter(?:in)?|korrespondent(?:in)?|experte|expertin|autor(?:in)?|kolumnist(?:in)?"
    r"|correspondent|editor|columnist)|unsere[rm]?|our|notre|nuestro|mr|mrs|ms)\s+)+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_COMPANY: Final = re.compile(
    r"\s(?:gmbh(?: & co\.? kg)?|ltd|limited|inc|llc|plc|corp|pty|s\.?a\.?r\.?l|s\.a|s\.p\.a|srl|s\.l|b\.v|n\.v|a\.ş|a\.s|a/s|oyj|α\.?ε"
    r"|sp\. z o\.?o)\.?$",
    re.IGNORECASE,
)
"""How companies end their names."""
_LOGIN: Final = re.compile(r"[a-z]+[._][a-z0-9._]+|[a-z]*\d[\w]*", re.ASCII)
# What stands where a name should, as the whole of it or as a word of it.
_NOBODY: Final = word_set(
    "name author authors admin autor anonymous unknown none null undefined user editor root na staff guest red share read more",
    "about comment follow administrator",
)
_NO_WORD: Final = word_set(
    "twitter facebook instagram whatsapp linkedin telegram email subscribe follow comments",
    "login logout register anmelden einloggen registrieren connexion zaloguj zarejestruj войти регистрация",
)
_NO_PERSON: Final = re.compile(r"[{}<>=_#$?!：，；！。]|\w\.\w{3,}|:\s")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2}")
_LONGEST_UNSPACED: Final = 6


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is named as having written an article."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    """News agencies by their known names, and desks as they call themselves."""
    signed: tuple[str, ...] = ()
    """All of them in the order of the byline; the outlet itself where it names nobody else."""


def read_credits(stated: Sequence[str], marks: Marks) -> Credits:
    """Sort the names in *stated* bylines; the outlet's own name, roles, places, dates and addresses are left out."""
    people: dict[str, str] = {}
    agencies: dict[str, str] = {}
    outlets: dict[str, str] = {}
    signed: dict[str, str] = {}
    for byline in stated[:_MOST_NAMES]:
        # The name of an outlet or a company may have an "and" or "in" at which bylines are parted.
        is_one = letters_of(byline) in marks.outlet or (_COMPANY.search(byline) and "," not in byline)
        parts = [byline] if is_one else list(_parts(byline))
        for place, whole in enumerate(parts):
            part = _ROLE_BEFORE.sub("", whole)
            letters = letters_of(part)
            if agency := agency_of(part):
                agencies.setdefault(agency, agency)
                signed.setdefault(agency, part)
            elif not letters or letters in people:
                continue
            elif letters in marks.outlet or _HOST.fullmatch(part) or _COMPANY.search(part):
                outlets.setdefault(letters, part)
            elif part.casefold() in _NOBODY or (place and people and _ROLE.search(part)):
                continue
            elif _DESK.search(part) and len(part.split()) <= _MOST_WORDS and len(part) <= _LONGEST_NAME:
                agencies.setdefault(letters, part)
                signed.setdefault(letters, part)
            elif marks.is_outlet(part):
                outlets.setdefault(letters, part)
            elif name := _person(part, is_first=place == 0, alone=len(parts) == 1):
                people.setdefault(letters, name)
                signed.setdefault(letters, name)
    found = (people, agencies, signed or outlets)
    return Credits(*(tuple(names.values())[:_MOST_NAMES] for names in found))


def _parts(byline: str) -> Iterator[str]:
    text = "\n".join(map(mend, byline[:_LONGEST_BYLINE].split("\n")))
    text = _NO_NAME.sub("\n", _BRACKETED.sub("", text))
    for part in _BREAKS.split(_reordered(text)):
        for name in _arabic_parts(part):
            while (lead := _LEAD.match(f"{name} ")) and lead.end() <= len(name) + 1:
                name = name[lead.end() :].strip()
            name = _TRAILING.sub("", _FROM_DIGIT.sub("", name)).strip(" \t.:-–—*'\"“”„|")
            if name:
                yield name


def _reordered(text: str) -> str:
    """Put a first name before its surname where an index has them the other way round: `Berg, Anna`."""
    found = re.fullmatch(r"([^\W\d_][\w'’-]+), ([^\W\d_][\w'’-]+)", text.strip())
    is_name = found and not agency_of(found[1]) and not agency_of(found[2]) and found[2][0].isupper()
    return f"{found[2]} {found[1]}" if found and is_name else text


def _arabic_parts(part: str) -> Iterator[str]:
    start = 0
    for found in _ARABIC_AND.finditer(part):
        word = part[found.start() + 1 :].split(maxsplit=1)[0]
        if word not in _ARABIC_W:
            yield part[start : found.start()].strip()
            start = found.end()
    yield part[start:].strip()


def _person(part: str, *, is_first: bool, alone: bool) -> str:
    """Return *part* as a person's name, or empty if it is none: a role, a place, a login, a sentence."""
    words = part.split()
    if not 2 <= len(part) <= _LONGEST_NAME or len(words) > _MOST_WORDS or _NO_PERSON.search(part):
        return ""
    if _UNSPACED.match(part) and len(part.replace(" ", "")) > _LONGEST_UNSPACED and "·" not in part:
        return ""
    if not _NO_WORD.isdisjoint(part.casefold().split(" ")) or _ROLE.search(part) or _LOGIN.fullmatch(part):
        return ""
    # Behind a name, a single word is a place or a part of a title.
    if not is_first and len(words) == 1 and part.isascii() and len(part) > 2 and not alone:
        return ""
    return "" if part.islower() and len(words) > 1 and part.isascii() else part

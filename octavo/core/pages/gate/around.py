"""What stands around an article and is taken for it: captions of its pictures, readers' comments, words to a model."""

import re
from collections.abc import Iterable
from typing import Final

from octavo.core.pages.article import Paragraph
from octavo.core.pages.gate.shape import weight
from octavo.core.pages.gate.stems import folded_words
from octavo.core.text.search import fold_word
from octavo.core.words import word_set

_EDGE: Final = 70
_READ: Final = 3_000
_CREDIT: Final = re.compile(
    r"\b(?:photo(?:graph)?s?|foto\w*|fot|image|picture|bild(?:er)?|credits?|crédits?|illustration|source|quelle|fuente|zdjęcie"
    r"|фото|снимок|φωτο\w*|φωτογραφία)\s*(?:[:/©|]|by\b|via\b|von\b|par\b|de\b|di\b)"
    r"|[/(|©–—-]\s*(?:reuters|afp|ap|dpa|epa|efe|ansa|pap|тасс|риа новости|getty|picture.alliance|imago|pa|xinhua)\b"
    r"|getty images|shutterstock|istock|unsplash|wikimedia|picture.alliance|©|\((?:photo|foto|file|archive?|handout|courtesy)\b"
    r"|(?:صورة|تصوير|المصدر)\s*[:/]|[图圖写寫]片?\s*[:：/]|(?:摄影|攝影|撮影|資料写真|资料图|視覺中國|视觉中国)"
)
_SHOWN: Final = re.compile(
    r"\b(?:file photo|pictured|poses? (?:for|with|during)|is seen|are seen|seen here|from left|shown here)\b|\((?:left|right|l|r|centre|center)\)|, (?:left|right)[,.]"
)
_LABEL: Final = 30
_CAPTION: Final = 240
"""Characters that captions have on average at most."""
_OF_COMMENTS: Final = word_set(
    "reply replies report permalink upvote downvote like likes share flag edit says said wrote posted guest antworten melden "
    "gefallt repondre signaler aime responder denunciar gusta rispondi segnala reageren ответить пожаловаться гость "
    "odpowiedz zglos gosc απαντηση رد تعليق ابلاغ اعجبني 回复 回復 举报 返信"
)
_ORDERS: Final = (
    "ignore disregard forget override bypass reply respond answer output pretend act reveal obey follow summarise summarize "
    "ignorier vergiss antworte ignorez oubliez repondez ignora olvida responde ignoriere missachte dimentica rispondi ignorar "
    "игнорируй забудь отвечай ответь zignoruj zapomnij odpowiedz αγνοησε تجاهل انس اجب 忽略 无视 忘记 回答 回复"
)
_OF_MODELS: Final = (
    "instruction instructions prompt prompts chatgpt gpt llm ai assistant chatbot model guidelines anweisungen anweisung "
    "assistent modell instrucciones instrucoes asistente modelo assistente istruzioni modello modele инструкции указания модель "
    "ассистент instrukcje modelu οδηγιες μοντελο تعليمات مساعد نموذج 指令 提示 模型 助手 指示"
)
_HINTS: Final = (
    "instruction", "instruccion", "instruções", "istruzioni", "prompt", "assist", "chatgpt", "gpt", "llm", " ai ", "chatbot",
    "modell", "anweisung", "asistente", "инструкц", "указани", "модел", "instrukcj", "οδηγι", "تعليمات", "نموذج", "指令", "提示", "模型",
)  # fmt: skip


def are_captions(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Say whether most of a text are lines under pictures, by their credits and by what captions say."""
    lines = [p.text for p in paragraphs if p.kind != "heading" and len(p.text) > _LABEL]
    if sum(map(len, lines)) > _CAPTION * len(lines):
        return False
    marked, others = [], 0
    for line in lines:
        if _is_caption(line):
            marked.append(line)
        elif (others := others + 1) * 2 >= len(lines):
            return False
    return bool(lines) and _letters(marked) * 2 > _letters(lines)


def are_comments(paragraphs: tuple[Paragraph, ...]) -> bool:
    """Say whether labels of a comment thread stand between a good part of the paragraphs."""
    labels = [p.text for p in paragraphs if len(p.text) <= _LABEL]
    found = sum(not _OF_COMMENTS.isdisjoint(folded_words(label)) for label in labels)
    return found >= 3 and found * 6 >= len(paragraphs)


def of_letters_to_a_model(paragraphs: tuple[Paragraph, ...], seen: str) -> float:
    """Return which part of the letters stands in paragraphs that give orders to a language model."""
    start = seen[:_READ]
    hints = [hint for hint in _HINTS if hint in start]
    if not hints:
        return 0.0
    lines = [p.text for p in paragraphs]
    orders = [
        line for line in lines if any(hint in line.casefold() for hint in hints) and _gives_orders(line)
    ]
    return _letters(orders) / max(1, _letters(lines)) if orders else 0.0


def _is_caption(line: str) -> bool:
    if len(line) > 600:
        return False
    folded = line.casefold()
    edges = f"{folded[:30]} \n {folded[-_EDGE:]}" if len(folded) > _EDGE else folded
    return _CREDIT.search(edges) is not None or _SHOWN.search(folded) is not None


def _gives_orders(line: str) -> bool:
    words = folded_words(line[:1_200])
    near = 12
    orders = [n for n, word in enumerate(words) if word in _ORDER_WORDS]
    return any(not _MODEL_WORDS.isdisjoint(words[max(0, n - near) : n + near]) for n in orders)


def _letters(lines: Iterable[str]) -> int:
    return sum(map(weight, lines))


_ORDER_WORDS: Final = frozenset(map(fold_word, _ORDERS.split()))
_MODEL_WORDS: Final = frozenset(map(fold_word, _OF_MODELS.split()))

"""Lines that outlets put between the paragraphs of their articles and that say nothing of the matter.

Structure tells most of what is no article; these few lines stand where a paragraph would. A line is furniture only as a
whole, compared by its letters alone.
"""

import re
from typing import Final

from octavo.core.pages.cleaning import letters_of

_LONGEST: Final = 60
_MOSTLY: Final = 0.6
_LINES: Final = """
Advertisement | Advertisement - Story continues below | Story continues below advertisement | Article continues below
Article continues after advertisement | Scroll to continue | Continue reading below | Sponsored | Sponsored content | Ad
Listen to this article | Listen to article | Listen to story | Play audio | Audio player | Video player | Watch live
Copy the story link | Copy link | Copy article link | Link copied | Copied | Copy URL | Share this article | Share this story
Share | Share this | Share on Facebook | Share on Twitter | Share on X | Share on WhatsApp | Save | Save article | Print
Print this article | Email this article | Email | Tweet | Pin it | Comments | Leave a comment | Show comments | Follow us
Show more | Show less | Read more | Read less | See more | See less | Load more | View more | Expand | Collapse | More
Read also | Also read | Related | Related articles | Related stories | Related topics | Recommended | Most read | Up next
Related news | Related story | Related content | Related coverage | Related links | Latest comments | More below
Sponsor message | Sponsored message | Message from our sponsor
Sign up | Subscribe | Log in | Sign in | Register | Topics | Tags | Skip to content | Back to top | View gallery
View image in fullscreen | Enlarge image | Toggle caption | Hide caption | Image caption | Image source | Getty Images
Loading | Loading... | Please wait | Video unavailable | Your browser does not support the video tag
Your browser does not support the audio element | JavaScript is required | This content is not available
Anzeige | Werbung | Artikel anhören | Artikel teilen | Teilen | Drucken | Merken | Mehr anzeigen | Weniger anzeigen
Weiterlesen | Lesen Sie auch | Lesen Sie mehr | Mehr zum Thema | Kommentare | Zur Startseite | Link kopieren
Publicité | La suite après cette publicité | Écouter l'article | Partager | Imprimer | Lire la suite | Lire aussi
À lire aussi | Voir plus | Voir moins | Copier le lien | S'abonner | Commentaires
Publicidad | Escuchar artículo | Compartir | Imprimir | Leer más | Lea también | Ver más | Ver menos | Copiar enlace
Publicidade | Compartilhar | Leia mais | Leia também | Ver mais | Continua após a publicidade | Copiar link
Pubblicità | Ascolta l'articolo | Condividi | Stampa | Leggi anche | Leggi di più | Mostra di più | Copia link
Advertentie | Delen | Lees ook | Lees meer | Reklame | Annonce | Del | Les også | Läs också | Läs mer | Annons | Mainos
Reklama | Udostępnij | Czytaj też | Czytaj także | Czytaj więcej | Zobacz także | Drukuj | Pokaż więcej | Komentarze
Реклама | Поделиться | Читайте также | Читать далее | Показать еще | Скопировать ссылку | Комментарии | Распечатать
Реклама на сайте | Реклама: | Слушать | Поділитися | Читайте також
Διαφήμιση | Κοινοποίηση | Διαβάστε επίσης | Διαβάστε περισσότερα | Reklam | Paylaş | Devamını oku | İlgili haberler
إعلان | إعلانات | استمع إلى المقال | استمع للمقال | شارك | مشاركة | شارك المقال | انسخ الرابط | نسخ الرابط | تم نسخ الرابط
اقرأ أيضا | اقرأ أيضاً | اقرأ المزيد | إقرأ أيضا | المزيد | عرض المزيد | عرض أقل | مواضيع ذات صلة | مقالات ذات صلة
أخبار ذات صلة | شاهد أيضا | طباعة | التعليقات | اشترك | تابعنا | الكلمات المفتاحية | وسوم
广告 | 分享 | 分享到 | 阅读更多 | 阅读全文 | 相关新闻 | 相关阅读 | 延伸阅读 | 展开全文 | 收起 | 打印 | 复制链接 | 评论
廣告 | 分享至 | 相關新聞 | 延伸閱讀 | 展開全文 | 複製連結 | 広告 | スポンサーリンク | 続きを読む | 関連記事 | 共有 | シェアする
资料图 | 资料图片 | 资料照片 | 資料圖片 | 資料照片 | 资料图 图片来源 | 图文无关 | 図 | 写真 | 資料写真
광고 | 공유하기 | 더 보기 | 관련 기사 | 기사 듣기 | 링크 복사 | โฆษณา | แชร์ | อ่านเพิ่มเติม
"""
_KNOWN: Final = frozenset(letters_of(line) for row in _LINES.splitlines() for line in row.split("|"))
_TIMES: Final = re.compile(
    r"(?:\W*\d{1,2}:\d{2}(?::\d{2})?)+\W*|(?:\W*(?:\d+(?:\.\d+)?x|HD|SD|CC|LIVE))+\W*", re.IGNORECASE
)
"""The times and speeds of a player."""

_TAG_LIST: Final = re.compile(
    r"\W*(?:tags?|tagged(?: (?:as|with|under))?|filed under|topics|keywords|schlagw[oö]rte(?:r)?|themen|mots[- ]clés|etiquetas|temas"
    r"|palabras clave|palavras-chave|trefwoorden|tagi|słowa kluczowe|теги|тэги|метки|ключевые слова|etiketler|λέξεις κλειδιά"
    r"|الوسوم|وسوم|الكلمات (?:المفتاحية|الدلالية)|كلمات مفتاحية|标签|标签|關鍵字|关键词|タグ)\b\W*[:：]?",
    re.IGNORECASE,
)


def is_tag_list(line: str, *, share_linked: float) -> bool:
    """Say whether a line is the list of the words that the outlet files the article under, each of them a link."""
    return share_linked >= _MOSTLY and _TAG_LIST.match(line) is not None


def is_furniture(line: str) -> bool:
    """Say whether a whole line is a label of the page's machinery; a line without letters or digits is."""
    if len(line) > _LONGEST:
        return False
    return letters_of(line) in _KNOWN or _TIMES.fullmatch(line) is not None

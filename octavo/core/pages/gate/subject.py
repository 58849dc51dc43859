"""What a text speaks of when it is no news: accounts, cookies, terms, errors, offers, by how thick their words stand.

Whole phrases are worded anew by every outlet; the words they are made of are few. A report on such a matter has them
too, but thinly, and in its title.
"""

from typing import Final

from octavo.core.pages.gate import verdict
from octavo.core.pages.gate.stems import STEM, folded_words
from octavo.core.pages.gate.verdict import Refused
from octavo.core.text.search import fold_word

_HEAD_WORDS: Final = 120
READ: Final = 1_600
"""Characters of a text that are looked at."""
_FEWEST_WORDS: Final = 4
_SUBJECTS: Final = (
    (
        verdict.CONSENT_WALL,
        "cookie cookies consent partner partners vendors privacy personal data preferences tracking advertising purposes "
        "legitimate interest device accept reject withdraw store browsing identifiers personalised personalized settings "
        "measurement datenschutz einwilligung zustimmen zustimmung werbung personalisierte partnern speichern gerat "
        "ablehnen akzeptieren daten consentement accepter refuser partenaires traceurs publicite donnees personnelles "
        "stocker appareil consentimiento aceptar rechazar socios publicidad datos personales dispositivo almacenar "
        "consenso accettare rifiutare pubblicita dati dispositivo parceiros consentimento aceitar toestemming accepteren "
        "weigeren gegevens apparaat куки согласие данные персональных принять отклонить реклама устройства партнеры "
        "zgoda zgode danych osobowych partnerzy pliki akceptuje odrzuc reklam προσωπικων δεδομενων συγκαταθεση αποδοχη "
        "موافقه قبول رفض خصوصيه خصوصيتك شركاونا بيانات اعلانات جهازك تخزين 同意 隐私 隐私 接受 拒绝 广告 数据 设备 伙伴",
    ),
    (
        verdict.PAYWALL,
        "subscribe subscriber subscribers subscription trial cancel anytime unlimited premium member membership billed "
        "month monthly week unlock plan offer access account login log sign register registered free newsletter support digital pass join "
        "abonnieren abonnenten abonnement abo kundigen monatlich testen zugang anmelden registrieren kostenlos monat "
        "abonnez abonnes abonne essai resilier illimite mois connectez inscrivez offre suscribete suscriptores "
        "suscripcion prueba cancela ilimitado mes accede registrate gratis abbonati abbonamento prova mese accedi "
        "assine assinante assinatura abonneer abonnees proef maand подписка подписчиков подписаться доступ бесплатно "
        "месяц войти prenumerata prenumeratorow subskrypcja dostep miesiac zaloguj subskrybuj συνδρομη συνδρομητες "
        "اشترك اشتراك مشتركين مشترك مجانا شهريا تسجيل دخول حسابك 订阅 会员 登录 注册 解锁 付费 全文 免费",
    ),
    (
        verdict.BOT_WALL,
        "human robot captcha browser verify verification security javascript enable disabled refresh reload traffic "
        "network blocked request denied automated bot bots challenge checking server reference ddos firewall puzzle "
        "roboter mensch bestatigen uberprufung sicherheitsprufung zugriff verweigert robot humain verifier verification "
        "navigateur securite humano verificar navegador seguridad seguranca acceso denegado umano verifica браузер робот "
        "проверка человек доступ запрещен przegladarka robotem weryfikacja robot روبوت متصفح متصفحك تحقق امان بشري 验证 浏览 "
        "机器 安全 访问 人机",
    ),
    (
        verdict.ERROR_PAGE,
        "page found error link broken moved removed deleted homepage search sorry oops exist exists address typed url "
        "unavailable expired try again seite gefunden fehler leider existiert startseite suche adresse page introuvable "
        "erreur desole existe accueil recherche pagina encontrada encontrado error inicio buscar lo sentimos trovata "
        "errore spiacenti страница найдена ошибка извините удалена адрес поиск strona znaleziona blad przepraszamy "
        "istnieje σελιδα βρεθηκε σφαλμα صفحه موجوده خطا عذرا رابط رييسيه بحث 页面 找到 错误 抱歉 首页 链接 不存",
    ),
    (
        verdict.ABOUT_OUTLET,
        "terms conditions agreement liability copyright rights reserved trademark reproduction permission warranties disclaimer indemnify jurisdiction "
        "governing third parties user users content services privacy policy personal information collect processing "
        "controller retention password username email sign log login account remember forgot create register submit "
        "imprint editorial contact agb nutzungsbedingungen haftung urheberrecht impressum datenschutzerklarung "
        "alle rechte vorbehalten passwort benutzername anmelden konto vergessen angemeldet conditions utilisation mentions legales responsabilite "
        "motdepasse identifiant connexion compte terminos condiciones contrasena usuario cuenta iniciar sesion aviso legal "
        "termini condizioni responsabilita accedi пароль логин вход регистрация аккаунт условия соглашение пользователь права защищены использовании материалов ссылка обязательна "
        "wszelkie prawa zastrzezone regulamin haslo zaloguj konto uzytkownik οροι χρησης κωδικος شروط احكام استخدام حقوق محفوظه كلمه مرور بريد حساب سياسه 密码 用户 条款 "
        "协议 账号 邮箱 版权 转载 授权",
    ),
    (
        verdict.ABOUT_OUTLET,
        "reporter correspondent journalist editor columnist writer author covers covering coverage joined previously "
        "graduated award awards degree journalism reporting follow twitter email contact bio lives writes based beat "
        "redakteur redakteurin autor autorin korrespondent schreibt studierte journalistin journaliste redactrice "
        "correspondante couvre rejoint periodista redactora corresponsal cubre licenciada giornalista redattore inviato "
        "журналист корреспондент автор редактор пишет окончил dziennikarz dziennikarka redaktor pisze ukonczyl "
        "صحفي صحفيه مراسل محرر كاتب يكتب تخرج 记者 作者 编辑 毕业",
    ),
    (
        verdict.ADVERT,
        "casino casinos slots slot bonus bonuses betting bets jackpot poker roulette blackjack spins gambling deposit "
        "wager bookmaker viagra cialis levitra sildenafil tadalafil pharmacy prescription pills dosage cheap discount "
        "coupon promo shipping buy order payday loan loans escort replica backlinks seo kaufen rezeptfrei gunstig "
        "wettbonus gluckspiel casinos acheter pas cher ordonnance comprar barato sin receta apuestas bono scommesse "
        "казино ставки бонус букмекер рулетка купить скидка автоматы zaklady kasyno bonusy kupic tanio كازينو رهان "
        "مراهنات بونص شراء خصم 赌场 博彩 老虎 优惠 投注",
    ),
)


def subject(text: str, *, share: float, fewest: int) -> Refused | None:
    """Return what *text* speaks of, if so much of its words, of *fewest* kinds or more, are of one such subject."""
    found = [_OF_STEM.get(word[:STEM], ()) for word in folded_words(text[:READ])]
    head = found[:_HEAD_WORDS]
    return _of(head, share, fewest) or (_of(found, share, fewest) if len(found) > len(head) else None)


def _of(found: list[tuple[tuple[int, str], ...]], share: float, fewest: int) -> Refused | None:
    hits: dict[int, list[str]] = {}
    for subjects in filter(None, found):
        for number, stem in subjects:
            hits.setdefault(number, []).append(stem)
    if len(found) < _FEWEST_WORDS or not hits:
        return None
    number, stems = max(hits.items(), key=lambda entry: (len(entry[1]), -entry[0]))
    is_thick = len(set(stems)) >= fewest and len(stems) >= share * len(found)
    return _SUBJECTS[number][0] if is_thick else None


def _by_stem() -> dict[str, tuple[tuple[int, str], ...]]:
    """Return, for the beginning of each word as a search token, in which subjects it stands."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for number, (_, listed) in enumerate(_SUBJECTS):
        for stem in dict.fromkeys(fold_word(word)[:STEM] for word in listed.split()):
            found[stem] = (*found.get(stem, ()), (number, stem))
    return found


_OF_STEM: Final = _by_stem()

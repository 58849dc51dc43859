"""The world's news agencies: one name each, with the names and letters that they sign with in several scripts."""

from collections.abc import Mapping
from typing import Final

# One agency a line: the name it is shown by, then how it signs. Signs in capitals count only in capitals.
_TABLE: Final = """
Reuters | Thomson Reuters | Reuters News | REUTERS | رويترز | وكالة رويترز | Рейтер | 路透社 | 路透 | ロイター | ロイター通信 | 로이터 | Ρόιτερς
AP | Associated Press | The Associated Press | AP News | أسوشيتد برس | أسوشييتد برس | اسوشيتد برس | وكالة أسوشيتد برس | الأسوشيتد برس | 美联社 | 美聯社 | AP通信 | Ассошиэйтед Пресс
AFP | Agence France-Presse | Agence France Presse | L'AFP | AFPTV | AFP News | فرانس برس | وكالة فرانس برس | أ ف ب | أ.ف.ب | ا ف ب | 法新社 | AFP通信 | АФП | AFP.com
dpa | Deutsche Presse-Agentur | Deutsche Presse Agentur | dpa-AFX | dpa international | dpa Deutsche Presse-Agentur | د ب أ | د.ب.أ | وكالة الأنباء الألمانية | 德新社
EFE | Agencia EFE | إفي | وكالة إفي
ANSA | Agenzia ANSA | Ansa | آنسا | وكالة أنسا
Adnkronos | أدنكرونوس
AGI | Agenzia Italia
Europa Press | EUROPA PRESS | EP
Lusa | Agência Lusa | LUSA | Agência LUSA
APA | Austria Presse Agentur | APA-OTS
SDA | Keystone-SDA | Keystone-ATS | SDA-ATS | Schweizerische Depeschenagentur | ATS
Belga | Agence Belga | BELGA
ANP | Algemeen Nederlands Persbureau
NTB | Norsk Telegrambyrå | ©NTB | NTB Nyheter
TT | TT Nyhetsbyrån | TT-Ritzau
Ritzau | Ritzaus Bureau | RITZAU
STT | STT-Lehtikuva | Suomen Tietotoimisto
PAP | Polska Agencja Prasowa
ČTK | CTK | Česká tisková kancelář
TASR
MTI | Magyar Távirati Iroda
Agerpres | AGERPRES
BTA | БТА | Bulgarian News Agency
Tanjug | Танјуг
HINA | Hina
AMNA | ΑΠΕ-ΜΠΕ | ANA-MPA | ΑΠΕ
Ukrinform | Укринформ | Укрінформ
UNIAN | УНИАН | УНІАН
TASS | ITAR-TASS | Tass | ТАСС | ИТАР-ТАСС | تاس | وكالة تاس | 塔斯社
Interfax | Интерфакс | إنترفاكس | وكالة إنترفاكس | Interfax-Ukraine
RIA Novosti | РИА Новости | RIA | ريا نوفوستي | نوفوستي
Sputnik | Спутник | سبوتنيك | وكالة سبوتنيك
BELTA | БЕЛТА | BelTA
Anadolu | Anadolu Agency | Anadolu Ajansı | AA | الأناضول | وكالة الأناضول | الاناضول | وكالة الاناضول | Анадолу | وكالة أنباء الأناضول
DHA | Demirören Haber Ajansı
İHA | İhlas Haber Ajansı | IHA
Xinhua | Xinhua News Agency | XINHUA | 新华社 | 新華社 | شينخوا | وكالة شينخوا | وكالة أنباء شينخوا | Синьхуа
China News Service | 中新社 | 中新网 | CNS
CNA Taiwan | 中央社 | Central News Agency
Kyodo | Kyodo News | KYODO | 共同通信 | 共同 | 共同社
Jiji | Jiji Press | 時事通信 | 時事 | 時事通信社
Yonhap | Yonhap News Agency | Yonhap News | 연합뉴스 | 韩联社 | 韓聯社
KCNA | 朝鮮中央通信 | 조선중앙통신
PTI | Press Trust of India
ANI | Asian News International
IANS | Indo-Asian News Service
UNI | United News of India
APP | Associated Press of Pakistan
BSS | Bangladesh Sangbad Sangstha
UNB | United News of Bangladesh
Antara | ANTARA | Antara News
Bernama | BERNAMA
PNA | Philippine News Agency
VNA | Vietnam News Agency | TTXVN
AAP | Australian Associated Press
PA Media | Press Association | PA | PA News Agency
UPI | United Press International
Bloomberg | Bloomberg News | بلومبرغ | بلومبيرغ | بلومبرج | 彭博
CP | The Canadian Press | Canadian Press | La Presse Canadienne | LA PRESSE CANADIENNE
Notimex
Télam | Telam | TELAM
Agência Brasil | Agencia Brasil
Prensa Latina
Estadão Conteúdo
Folhapress | FOLHAPRESS
NAN | News Agency of Nigeria
SAnews | SAnews.gov.za
Ghana News Agency | GNA
Kenya News Agency
Panapress | PANA
APS | Algérie Presse Service | وكالة الأنباء الجزائرية | واج
MAP | Maghreb Arabe Presse | Agence Marocaine de Presse | وكالة المغرب العربي للأنباء | و م ع | وكالة المغرب العربي
TAP | Tunis Afrique Presse | وكالة تونس أفريقيا للأنباء | وات | وكالة تونس إفريقيا للأنباء
LANA | وكالة الأنباء الليبية | Libyan News Agency
MENA | Middle East News Agency | وكالة أنباء الشرق الأوسط | أ ش أ | أ.ش.أ | أش أ
SUNA | Sudan News Agency | سونا | وكالة السودان للأنباء
SPA | Saudi Press Agency | واس | وكالة الأنباء السعودية
WAM | Emirates News Agency | وام | وكالة أنباء الإمارات
QNA | Qatar News Agency | قنا | وكالة الأنباء القطرية
KUNA | Kuwait News Agency | كونا | وكالة الأنباء الكويتية
BNA | Bahrain News Agency | وكالة أنباء البحرين
ONA | Oman News Agency | وكالة الأنباء العمانية | العمانية
Saba | Saba News Agency | سبأ | وكالة سبأ | سبأ نت | وكالة الأنباء اليمنية
INA | Iraqi News Agency | واع | وكالة الأنباء العراقية
SANA | Syrian Arab News Agency | سانا | وكالة سانا | الوكالة العربية السورية للأنباء | وكالة الأنباء السورية
Petra | Jordan News Agency | بترا | وكالة الأنباء الأردنية | وكالة بترا
NNA | National News Agency | الوكالة الوطنية للإعلام | الوكالة الوطنية
WAFA | وفا | وكالة وفا | وكالة الأنباء والمعلومات الفلسطينية | Palestinian News and Information Agency
Ma'an | Ma'an News Agency | وكالة معا
Shehab | وكالة شهاب
IRNA | إرنا | ایرنا | ارنا | Islamic Republic News Agency | وكالة إرنا
ISNA | ایسنا | Iranian Students' News Agency
Tasnim | تسنيم | تسنیم | Tasnim News Agency | وكالة تسنيم
Fars | وكالة فارس | Fars News Agency
Mehr | وكالة مهر | Mehr News Agency
AzerTAc | AZERTAC | АЗЕРТАДЖ | Azertag
Armenpress
Kazinform | Казинформ
Montsame | MONTSAME
Ukrainian News | Українські Новини
epd | Evangelischer Pressedienst
KNA | Katholische Nachrichten-Agentur
SID | Sport-Informations-Dienst
Inter Press Service | IPS
Religion News Service | RNS
States Newsroom
CNW | CNW Group
PR Newswire | PRNewswire
Business Wire | BUSINESS WIRE
GlobeNewswire | GLOBE NEWSWIRE
EIN Presswire
"""


def _signs(line: str) -> tuple[str, list[str]]:
    name, *signs = (part.strip() for part in line.split("|"))
    return name, [name, *signs]


_AGENCIES: Final = [_signs(line) for line in _TABLE.strip().splitlines()]
SIGNS: Final[Mapping[str, str]] = {sign: name for name, signs in reversed(_AGENCIES) for sign in signs}
"""How agencies sign, with the name of each; of two that sign alike the one that stands first."""

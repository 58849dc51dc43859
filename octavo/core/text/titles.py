"""Words that stand around names and tell what they are: offices, honours, kinds of organisation, and given names.

Offices are apart from names: "President Emmanuel Macron" names Emmanuel Macron.
"""

from typing import Final

from octavo.core.text.search import fold_word
from octavo.core.words import word_set

HONOURS: Final = word_set(
    "mr mrs ms miss mx dr sir lord lady dame prof professor sheikh shaikh ayatollah imam rabbi reverend rev father",
    "sister saint st monsieur madame mme mlle m herr frau señor señora sr sra don doña dom signor signora senhor senhora",
    "господин госпожа",
)
"""Words before a person's name only."""

_OFFICES: Final = word_set(
    # English
    "president vice prime minister premier chancellor king queen prince princess pope cardinal bishop archbishop senator",
    "congressman congresswoman representative governor mayor general colonel captain major lieutenant sergeant commander",
    "admiral marshal judge justice secretary chairman chairwoman chair chief deputy acting interim former ex director",
    "ambassador envoy spokesman spokeswoman spokesperson ag da atty minister ministers presidents lawmaker leader speaker whip",
    "attorney prosecutor sheriff officer detective agent ceo cfo cto coo founder cofounder co-founder emperor empress",
    "sultan emir crown duke duchess baron earl count countess taoiseach first foreign defence defense finance interior",
    "commissioner councillor councilman councilwoman alderman treasurer undersecretary republican democrat actor actress",
    "singer author coach manager striker midfielder defender goalkeeper footballer pilot astronaut journalist reporter",
    "economist analyst activist rapper comedian director filmmaker writer novelist poet rep sen gov gen col lt sgt capt maj",
    "adm amb pres sec brig supreme mp mps mep meps msp pm executive editor superintendent constable inspector veteran",
    "presidential dictator strongman opposition newly-elected incoming outgoing retired late billionaire businessman",
    "professor doctor pastor priest nominee candidate incumbent star legend champion quarterback pitcher",
    # French, Spanish, Portuguese, Italian
    "président présidente ministre première roi reine pape général générale maire gouverneur sénateur député ancien",
    "ancienne chef procureur presidente ministra rey reina papa alcalde alcaldesa gobernador expresidente exministro",
    "canciller portavoz primer primera senador diputado rei rainha prefeito governador primeiro primeira premier premiê",
    "re regina sindaco procuratore capo vescovo vicepresidente segretario secretario secretário",
    # German, Dutch, Swedish
    "präsident präsidenten präsidentin bundeskanzler bundeskanzlerin kanzler kanzlerin ministerin papst könig königin fürst prinz",
    "prinzessin bundespräsident außenminister außenministerin innenminister innenministerin finanzminister",
    "verteidigungsminister verteidigungsministerin gesundheitsminister wirtschaftsminister regierungschef regierungschefin",
    "staatschef ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin vizepräsident generalsekretär trainer",
    "sprecher sprecherin us-präsident ex-präsident ministerpresident koning koningin statsminister kung drottning",
    # Russian, Ukrainian, Turkish, Indonesian
    "президент президента президенту премьер премьер-министр министр министра глава главы король королева губернатор",
    "генерал мэр секретарь прем’єр міністр голова cumhurbaşkanı başbakan bakanı başkanı presiden menteri perdana gubernur",
)
OFFICES: Final = _OFFICES | HONOURS
"""Words of offices and callings: what stands beside them is a name, they are none."""

OFFICE_PARTS: Final = word_set(
    "vice deputy acting interim former ex crown first foreign defence defense finance interior supreme executive late prime",
    "retired incoming outgoing dictator opposition star presidential chief general justice major capitain premier primer",
    "première primera primeiro primeira ancien ancienne perdana speaker chair legend champion",
)
"""Words that are part of an office beside another such word, or before a person's name, and else are what they are."""
REGAL: Final = word_set(
    "pope king queen prince princess emperor empress sultan saint papst könig königin papa rey reina roi reine"
)
"""Titles that stand for the family name: "Pope Francis", "King Charles"."""
COMPLEMENTS: Final = word_set(
    "state defence defense health staff homeland security foreign affairs commerce treasury energy labor labour justice",
    "education agriculture transport transportation interior war parliament exchequer finance trade climate culture economy",
    "environment housing immigration industry information infrastructure intelligence religious sports tourism science",
    "veterans national prime general budget police fire human resources research home shadow cabinet assistant senior",
)
"""What offices are of: no part of a name beside one."""

ORGANISATIONS: Final = word_set(
    "academy administration agency airlines airline airport airways alliance army assembly association authority bank",
    "board brigade brigades broadcasting bureau capital center centre chamber church club coalition college command",
    "commission committee companies company conference confederation congress consortium cooperative corporation corp corps",
    "council court department directorate division embassy enterprises exchange faculty federation fleet force forces",
    "foundation front fund gazette government group guard guards herald holdings hospital house inc industries institute",
    "institution intelligence international journal laboratories laboratory league legion library limited llc lobby ltd",
    "magazine military militia ministry mission mosque movement museum navy network news newspaper observatory office",
    "opera orchestra organisation organization palace panel parliament partners partnership party patrol plc police post",
    "prison productions radio regiment reserve resistance rovers school secretariat senate service services society staff",
    "studios summit symphony syndicate systems tabernacle task team technologies telegraph television temple theater",
    "theatre times tribunal tribune trust union united universities university watch workers works",
    "fc cf sc afc bc université ministère conseil cour parti banque armée assemblée syndicat fédération agence",
    "ministerium universität partei gericht bundesamt landtag bundesrat verband verein gesellschaft polizei",
    "ministerio universidad partido banco ejército tribunal consejo congreso asamblea federación corte policía",
    "ministério universidade partido conselho supremo câmara senado banca università partito corte governo tribunale",
    "ministerstwo uniwersytet министерство университет партия банк суд совет комитет",
)
"""Words of which a name of an organisation has one, mostly as its last."""

EVENTS: Final = word_set(
    "cup championship championships games olympics open prix tournament series war wars battle treaty accord accords",
    "agreement act bill amendment conference summit festival awards award prize election elections referendum masters",
    "marathon rally revolution uprising massacre movement day week expo derby final finals trophy bowl classic hurricane",
    "typhoon cyclone storm operation ramadan christmas easter mondial coupe copa mundial open",
)
"""Words of which a name of an event has one; a year may stand before such a name."""

PLACES: Final = word_set(
    "province state county district region oblast governorate prefecture island islands peninsula river lake sea bay gulf",
    "strait ocean mountain mountains mount valley desert canal bridge airport port street avenue square park beach city",
    "town village border basin coast hills heights creek forest stadium arena canyon cape crossing dam falls fort glacier",
    "harbor harbour highway expressway isle pass plateau reef road square territory tower volcano",
)
"""Words of which a name of a place has one."""

PEOPLE: Final = word_set(
    "people men women children workers farmers teachers students magistrates veterans writers king"
)
"""Words that may stand in a name with the sign of possession: "Tigray People's Liberation Front"."""

FAMILY_FIRST: Final = word_set(
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang",
    "feng yu dong xiao cheng cao yuan deng xu fu shen zeng peng lu su jiang cai jia ding wei xue ye yan pan kim lee park",
    "choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn moon nguyen tran pham phan vo dang bui tsai lai",
)
"""Family names that stand before the given name."""

GIVEN: Final = word_set(
    "aaron abdel abdul abdullah adam adrian ahmad ahmed alain alan albert alejandro aleksandr alex alexander alexandra",
    "alexei alexey ali alice amanda amir amy ana andre andrea andreas andrei andrew andrey andrzej andy angela anna anne",
    "annalena anthony antonio antony anwar ariel arthur ashley asif barack barbara bashar ben benjamin bernard bernie bill",
    "bob boris brad brian bruce bruno carlos carol caroline catherine cesar charles charlie chris christian christine",
    "christopher chuck claire claudia craig cristiano cristina cyril daniel darren dave david deborah denis diana diego",
    "dmitri dmitry dmytro donald douglas edward elena elizabeth ellen elon emily emma emmanuel eric erik eva evgeny fatima",
    "felipe felix fernando fiona francis francisco franck francois frank fred friedrich gabriel gary gavin george georgia",
    "gianni giorgia giovanni giuseppe gordon graham grant greg gregory guillermo gustavo hannah hans harry hassan heather",
    "helen henri henry hillary hugo ian ibrahim igor imran ingrid isaac isabel ismail ivan jack jacob jair jake james jamal",
    "jamie jane janet jason javier jay jean jeff jeffrey jens jennifer jeremy jerome jessica jim jimmy joan joe joel johann",
    "john johnny jon jonathan jorge jose joseph josep joshua juan julia julian julie justin kamala karen karim karl kate",
    "katherine kathy keir keith kelly ken kenneth kevin khaled khalid kirill kyle kylian lars laura lauren lawrence leo",
    "leon lewis liam linda lionel lisa liz louis louise luca lucas lucy luis luiz lula magnus mahmoud malcolm manuel marc",
    "marco marcus margaret maria marie marine mario marjorie mark markus martin mary mateusz matt matteo matthew max maxim",
    "megan mette michael michel michelle miguel mikhail mike milos mitch mohamed mohammad mohammed mustafa muhammad nadia",
    "nancy naomi narendra natalia natalie nathan neil nicholas nick nicola nicolas nikol nikola nikolai noah novak olaf oleg",
    "oleksandr olena oliver olivia omar oscar osama pablo pamela patricia patrick paul paula paulo pavel pedro pete peter",
    "petr petro phil philip pierre rachel rafael rahul ralph ramzan rashid raymond rebecca recep ricardo richard rishi rob",
    "robert roberto robin rodrigo roger roman ron ronald rosa rupert russell ruth ryan said salman sam samantha samuel sandra",
    "sara sarah scott sean sebastian serena sergei sergey sergio sharon shaun shehbaz shinzo simon sofia sophie stefan",
    "stephanie stephen steve steven stuart susan suzanne sven taylor ted teresa terry theresa thomas tim timothy tom tommy",
    "tony tyler ursula valentina vera victor victoria viktor vincent virginia vitali vitaly vladimir volodymyr walter",
    "wendy william xavier yair yahya yevgeny yoav yuri yusuf zach zakir zhang zoe",
)
"""Given names that news of many countries has: they prove a person, nothing rests on a name's absence."""


def _folded(*lines: str) -> frozenset[str]:
    return frozenset(fold_word(word) for word in word_set(*lines))


AR_TITLES: Final = _folded(
    "الرئيس رئيس رئيسة الرئيسة الوزير وزير وزيرة الوزيرة الملك ملك الملكة ملكة الأمير أمير الأميرة ولي الدكتور دكتور",
    "الدكتورة السيد السيدة الشيخ شيخ اللواء العميد العقيد الفريق الجنرال جنرال القائد قائد النائب نائب النائبة السفير",
    "سفير السفيرة المستشار مستشار المستشارة البابا المتحدث متحدث الناطق المتحدثة المبعوث مبعوث المفوض مفوض الأمين أمين",
    "زعيم الزعيم محافظ حاكم المدعي القاضي المدير مدير مديرة المرشح المرشحة السيناتور الصحفي الصحفية الصحافي الكاتب",
    "الكاتبة الممثل الممثلة الفنان الفنانة المخرج المطرب اللاعب لاعب النجم نجم المدرب مدرب المهندس الأستاذ البروفيسور",
    "المرشد آية الإمام العالم العالمة الشاعر الروائي الروائية الطبيب المؤلف بطل البطل الحاج الملياردير رجل المحامي الناشط الناشطة المهاجم مهاجم الحارس حارس خليفة وكيل عمدة رئيسا",
)
AR_OFFICE_PARTS: Final = _folded(
    "الوزراء الخارجية الداخلية الدفاع المالية الصحة الطاقة العدل الاقتصاد التجارة التعليم البلاد الدولة الحكومة البرلمان",
    "مجلس العهد العام العامة باسم الأعلى الأسبق السابق السابقة الحالي الحالية الجديد الجديدة الراحل المنتخب المنتهية",
    "ولايته المؤقت المكلف الأول الأولى النواب الشيوخ الأمن القومي الوطني الخاص الأممي الفيدرالي الاتحادي التنفيذي الله",
    "الشركة المنتخب النفط الثقافة الإعلام البيئة الرياضة الشباب الزراعة الأركان هيئة الحزب حزب المعارضة الأعمال الرسمي",
)
AR_SAYING: Final = _folded(
    "قال قالت أكد أكدت أضاف أضافت أعلن أعلنت صرح صرحت أوضح أوضحت ذكر ذكرت أشار أشارت كشف كشفت شدد شددت اعتبر اعتبرت",
    "دعا دعت طالب طالبت التقى التقت استقبل استقبلت وصل وصلت زار بحث حذر حذرت تابع تابعت يقول تقول كتب كتبت رد ردت",
)
AR_GIVEN: Final = _folded(
    "محمد أحمد محمود علي حسن حسين إبراهيم يوسف عمر خالد سعيد سعد سعود سلمان فيصل فهد عبد عبدالله عبدالرحمن عبدالعزيز",
    "عبدالفتاح مصطفى كريم طارق ياسر ماجد ناصر هشام وليد سامي سمير رامي نبيل عادل جمال كمال حمد حمدان زايد راشد تميم",
    "منصور صالح طلال بندر تركي نواف بدر مشعل صباح جابر نايف مقرن متعب هيثم قابوس بشار حافظ ماهر رفيق نجيب ميشال سمير",
    "نبيه جبران إسماعيل يحيى خليل فتحي رمضان موسى عيسى داود سليمان أيمن باسم بسام جهاد رياض زياد سامح شريف صلاح ضياء",
    "عاطف عماد غسان فؤاد قاسم لطفي مروان معتز منير مهدي نادر هاني هادي وائل ياسين فاطمة مريم عائشة خديجة زينب سارة نور",
    "ليلى منى هند أمل سلمى رانيا دينا شيرين حنان سميرة نادية فيروز أم أبو أنور أنس أكرم أشرف أسامة أمين بلال حازم حاتم",
    "عمرو عصام علاء عزيز عزمي مجدي مدحت مراد معاذ نزار يزيد آبي جو دونالد باراك جورج بيل هيلاري كامالا مايك أنتوني جون",
    "جيك لويد روبرت جيمس ديفيد بوريس ريشي كير ليز تيريزا إيمانويل مارين جان فرانسوا نيكولا أنغيلا أولاف فريدريش فرانك",
    "أنالينا فلاديمير سيرغي ديمتري ميخائيل يفغيني فولوديمير زيلينسكي رجب هاكان مولود بنيامين يوآف إيتمار بتسلئيل يائير",
    "نفتالي إسحق إسرائيل شي لي وانغ كيم ناريندرا شهباز عمران نواز بيدرو خوسيه لويس كارلوس لولا جايير نيكولاس خافيير",
    "جورجيا ماريو ماتيو سيلفيو أنطونيو أورسولا جوزيب شارل ينس مارك إيلون جيف ستيف تيم سام ليونيل كريستيانو كيليان نيمار",
    "كريم إيرلينغ محمد هاري بيب يورغن كارلو زين الدين خوان مايكل أنجيلا ألكسندر ألكسندرا فيكتور دميترو أندريه مارتن بيتر",
    "بول توماس ريتشارد وليام تشارلز إليزابيث كاثرين ميغان آن ماري آنا ماريا إلهان رشيدة نانسي تشاك ميتش كيفن رون تيد ماركو",
)
AR_PLAIN_GIVEN: Final = _folded(
    "سعيد جمال أمل نور صلاح جهاد كريم شريف عادل ماهر أمين هادي خالد منصور صالح سعد حسن علي ناصر عزيز جو لي شي بيل تيم سام",
    "جان آن بول مارك بيب رون تيد زين حافظ رفيق جابر راشد حازم بلال باسم ماجد وليد نبيل كمال هند منى حنان أم مراد زياد ضياء",
    "عماد فؤاد قاسم مهدي نادر هاني حمد بدر صباح ماري موسى حسين عمر رمضان فتحي نجيب بشار قابوس دينا ليز كير مايك جون بن",
)
"""Given names that are plain words too: they prove a person only with more beside them."""
AR_LINKS: Final = _folded("بن ابن بنت آل أبو أبي عبد دي دا فون فان لو سانت ابو")
"""Words inside a name: the name goes on after them."""
AR_HEADS: Final = _folded(
    "منظمة وزارة حزب جامعة حركة شركة بنك محكمة هيئة اتحاد وكالة لجنة جبهة حلف نادي مؤسسة مجلس جماعة تنظيم كتائب قوات",
    "صحيفة قناة مستشفى مطار جمعية نقابة معهد مركز متحف مهرجان ميليشيا كتيبة سرايا لواء",
)
"""Kinds of organisation: the words that follow with the article belong to the name."""
AR_PLACE_WORDS: Final = _folded(
    "مدينة بلدة قرية محافظة ولاية مقاطعة إقليم العاصمة عاصمة منطقة حي مخيم ضاحية ريف مطار ميناء مدينتي جزيرة بلدية",
)
PLACE_WORDS: Final = word_set(
    "in at near from outside around city town village mayor downtown central via airport"
)
"""Words before a city's name in English."""
ABBREVIATED: Final = word_set(
    "St Jr Sr Mt Dr Mr Mrs Ms Gov Sen Rep Gen Lt Col Sgt Capt Prof Rev Ste Hon Maj Adm Messrs"
)
NO_NAMES: Final = word_set(
    "tv ok faq diy ad bc est edt pst gmt utc am pm id pr hr dj q&a pdf rss usd eur km kg mph phd ceo cfo vip iq uk-based",
    "more advertisement photo image images video credit editor note update updated breaking live file picture getty",
    "i al ak az ar ca co ct de fl ga hi id il ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc",
    "sd tn tx ut vt va wa wv wi wy",
)
"""Words in capitals that name nothing by themselves."""
MEASURES: Final = word_set(
    "millionen milliarden euro euros dollar prozent anfang ende mitte uhr jahre herr frau"
)
"""German nouns that are no names beside one another."""
DIRECTIONS: Final = word_set(
    "north south east west northern southern eastern western central upper lower new old great san port"
)
"""Words before a known name that make it another one: "Port Sudan"."""

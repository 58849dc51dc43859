"""Words by which a text tells the section it belongs to, by language; written by hand, folded as search tokens."""

from collections.abc import Mapping
from typing import Final, Literal

from octavo.core.text.search import fold_word

Section = Literal[
    "world", "politics", "business", "technology", "science", "health", "sport", "culture", "climate", "disasters", "local",
    "general",
]  # fmt: skip

# A word after `+` is hardly ever of another section and counts double.
_ENGLISH: Final[Mapping[Section, str]] = {
    "sport": "+football +soccer +tennis +cricket +rugby +basketball +baseball +hockey +golf +nfl +nba +mlb +nhl +fifa +uefa"
    " +olympics +olympic +midfielder +striker +quarterback +goalkeeper +defender +playoff +playoffs +semifinal +semifinals"
    " +quarterfinal +touchdown +innings +wicket +batsman +bowler +grandslam +wimbledon +championship +championships +ufc"
    " +footballer +golfer +bundesliga +laliga +nascar +wrestlemania +wwe +cyclist +sprinter +medalist +arsenal +liverpool"
    " coach coaches player players league team teams season match matches tournament cup club clubs stadium fans game games"
    " goal goals scored win wins winning defeat defeated defeats beat beats final finals champion champions referee transfer"
    " squad race racing athlete athletes title medal score roster draft pitcher injury fixture manager formula marathon ring",
    "culture": "+film +films +movie +movies +album +singer +actor +actress +oscar +oscars +grammy +grammys +netflix +disney"
    " +musician +songwriter +rapper +novel +novelist +museum +theatre +theater +exhibition +celebrity +hollywood +bollywood"
    " +concert +sitcom +kardashian +eurovision +cannes +painting +sculpture +choreographer +soundtrack +starring +marvel"
    " +filmmaker +orchestra +opera +ballet +playwright +instagram +couture +mtv +hbo +bbc2 +comedian +cinema +cinemas"
    " star stars music show shows episode series season actors director artist artists art arts book books author festival"
    " song songs band television tv drama comedy fashion dance reality host hosts fans award awards trailer premiere cast"
    " character singing stage celebrities wedding dating girlfriend boyfriend baby royal duchess prince meghan producer",
    "technology": "+smartphone +smartphones +iphone +ipad +android +software +app +apps +google +microsoft +facebook +apple"
    " +cybersecurity +malware +ransomware +hackers +hacker +startup +gadget +chip +chips +semiconductor +processor +laptop"
    " +laptops +playstation +xbox +nintendo +gaming +pixel +samsung +huawei +openai +chatgpt +blockchain +bitcoin +linux"
    " +developers +browser +algorithm +algorithms +robot +robots +gpu +gpus +cpu +amd +intel +nvidia +ps5 +kernel +debian"
    " +ubuntu +python +rust +github +opensource +encryption +5g +wifi +usb +ios +macos +windows +oneplus +xiaomi +headphones"
    " technology tech digital data internet online users user device devices internet cloud server servers screen camera"
    " battery feature features update version platform privacy video games game code web computer computers ai display phone"
    " phones release released download launch",
    "science": "+scientists +scientist +astronomers +astronomer +telescope +nasa +spacex +spacecraft +asteroid +planet +planets"
    " +galaxy +galaxies +physics +physicist +physicists +fossil +fossils +dinosaur +dinosaurs +biology +biologists +genome"
    " +species +quantum +particle +particles +archaeologists +archaeology +orbit +lunar +mars +comet +comets +neutrino +dna"
    " +evolution +paleontologists +astronaut +astronauts +satellite +moon +rover +hubble +researchers +geologists +chemistry"
    " research study discovery university earth solar space rocket launch journal published ancient cells brain theory light"
    " universe stars sun laboratory observatory eclipse meteor hole",
    "health": "+vaccine +vaccines +virus +disease +diseases +patients +patient +doctors +cancer +diabetes"
    " +hospital +hospitals +epidemic +outbreak +infection +infections +infected +symptoms +surgery +medicine"
    " +medical +clinical +drug +drugs +fda +cdc +who +ebola +measles +cholera +dengue +malaria +hiv +dementia +alzheimer"
    " +obesity +nurses +therapy +hydroxychloroquine +antibodies +influenza +flu +hantavirus +nhs +vaccination +vaccinated"
    " coronavirus covid pandemic health cases deaths tested testing test treatment care mental diet trial trials immune blood heart risk wellness"
    " quarantine lockdown masks mask cases physician physicians sleep exercise",
    "business": "+shares +stocks +stock +investors +profit +profits +revenue +earnings +inflation +gdp +economy +economists"
    " +nasdaq +dow +ipo +merger +acquisition +shareholders +bankruptcy +tariffs +tariff +markets +bonds +banks +bank +opec"
    " +unemployment +retailers +exports +imports +billionaire +equities +yields +dividend +interest +wallstreet +bailout"
    " +layoffs +currency +dollar +yuan +euro +oil +crude +ceo +economic +quarterly"
    " company companies market trade price prices sales business businesses jobs workers billion million percent industry"
    " growth rates rate tax taxes consumer consumers budget financial finance fund funds deal investment costs cut airline"
    " supply demand manufacturing factory plant retail customers",
    "politics": "+election +elections +senate +senator +senators +parliament +congress +congressman +republican +republicans"
    " +democrat +democrats +democratic +referendum +ballot +ballots +voters +voter +impeachment +lawmakers +legislation +gop"
    " +candidate +candidates +campaign +coalition +cabinet +mp +mps +governor +primaries +caucus +polls +lawmaker +filibuster"
    " +conservatives +labour +tory +tories +partisan +nominee +inauguration +midterm +midterms +presidency +legislature"
    " president minister government party vote votes voted bill law policy political politics opposition administration court"
    " judge house committee resign resigns resigned reform rights congressional leader trump biden justice supreme premier",
    "world": "+ceasefire +airstrike +airstrikes +missile +missiles +troops +militants +militia +insurgents +rebels +hostages"
    " +diplomats +diplomatic +embassy +sanctions +nato +un +kremlin +gaza +hamas +hezbollah +taliban +isis +jihadist"
    " +peacekeepers +refugees +coup +junta +annexation +drones +shelling +invasion +frontline +warplanes +artillery +bombing"
    " +airbase +foreign +israeli +ukrainian +russian +syrian +iranian +palestinian +houthi +houthis +regime +envoy +treaty"
    " war military forces army attack attacks killed strike strikes border soldiers conflict peace talks nuclear weapons"
    " security president minister summit territory government international drone police",
    "climate": "+climate +emissions +carbon +greenhouse +renewable +renewables +deforestation +biodiversity +ipcc +cop27 +cop28"
    " +cop29 +cop30 +cop31 +fossilfuels +decarbonisation +glacier +glaciers +warming +heatwave +conservation +wildlife"
    " +conservationists +coral +reef +sustainability +methane +environmentalists +ecosystem +ecosystems +pollution +co2"
    " environment environmental energy wind solar temperature temperatures warming degrees sea ice species forest forests"
    " plastic green drought ocean rainforest fuels fuel",
    "disasters": "+earthquake +earthquakes +magnitude +tsunami +hurricane +typhoon +cyclone +tornado +tornadoes +floods +flood"
    " +flooding +landslide +landslides +wildfire +wildfires +avalanche +eruption +volcano +derailed +derailment +evacuated"
    " +rescuers +capsized +capsizes +sank +epicentre +epicenter +mudslide +collapsed +collapses +stampede +blaze +rubble"
    " +aftershocks +firefighters +shipwreck +overturns +overturned +crashes +crashed"
    " killed injured missing dead rescue fire explosion crash storm rain heavy emergency disaster victims survivors bus plane"
    " aircraft train passengers homes collapse dies people board damage destroyed",
}
_ARABIC: Final[Mapping[Section, str]] = {
    "sport": "+كرة +الدوري +المنتخب +مباراة +المباراة +لاعب +اللاعب +لاعبي +المدرب +ملعب +هدف +أهداف +بطولة +نهائي +مونديال"
    " +الفيفا +الأولمبية +أولمبياد +تنس +النادي +ريال +برشلونة +ليفربول +نادي +هداف +ميدالية +كأس +الكرة +دوري +مباريات"
    " فريق الفريق فوز فاز الموسم المركز البطولة النقاط شوط الشوط الجماهير لقب بطل",
    "culture": "+فيلم +الفيلم +أفلام +سينما +مسلسل +المسلسل +فنان +الفنان +الفنانة +ممثل +الممثل +مغني +ألبوم +أغنية +مهرجان"
    " +مسرح +مسرحية +رواية +روائي +شاعر +متحف +معرض +موسيقى +هوليوود +أوسكار +السينمائي +الغنائية"
    " فن الفن ثقافة الثقافة كتاب الكتاب نجم نجوم جائزة عرض حفل تراث أدب الأدب",
    "technology": "+تطبيق +تطبيقات +الذكاء +الاصطناعي +هاتف +هواتف +آيفون +أندرويد +برمجيات +غوغل +مايكروسوفت +فيسبوك +آبل"
    " +إنترنت +الإنترنت +قراصنة +سيبرانية +روبوت +رقائق +تويتر +سامسونغ +هواوي +المستخدمين +خوارزميات +الرقمية"
    " تقنية التقنية تكنولوجيا التكنولوجيا بيانات منصة رقمي شركة تحديث حاسوب الحاسوب",
    "science": "+علماء +العلماء +فلك +ناسا +تلسكوب +كوكب +المريخ +القمر +الفضاء +فضائية +نيزك +ديناصور +أحفورة +فيزياء"
    " +الأحياء +جينات +باحثون +الباحثون +مذنب +كيمياء +صاروخ"
    " دراسة الدراسة بحث أبحاث اكتشاف علمية العلمية الأرض جامعة مجلة الشمس رحلة إطلاق",
    "health": "+لقاح +لقاحات +كورونا +فيروس +مرض +أمراض +المرضى +مستشفى +أطباء +سرطان +السكري +جائحة +وباء +إصابة +عدوى +أعراض"
    " +علاج +دواء +أدوية +الطبية +الكوليرا +إيبولا +طبية +التطعيم +الوباء"
    " صحة الصحة الصحية وفيات حالات إصابات الدم القلب المستشفيات طبيب",
    "business": "+أسهم +الأسهم +بورصة +أرباح +إيرادات +التضخم +الاقتصاد +اقتصاد +اقتصادية +النفط +برميل +أوبك +الدولار +اليورو"
    " +بنك +البنوك +المستثمرين +استثمارات +صادرات +واردات +ميزانية +الفائدة +الجنيه +الليرة +الاقتصادي +أسعار"
    " شركة الشركات السوق أسواق مليار مليون سعر تجارة التجارة نمو صفقة ضريبة مالية المالية",
    "politics": "+انتخابات +الانتخابات +البرلمان +برلمان +مرشح +المرشح +الناخبين +حزب +الحزب +ائتلاف +النواب +دستور +الدستور"
    " +استفتاء +اقتراع +التصويت +الحكومة +حكومة +المعارضة +وزراء +الشيوخ +الكونغرس +استقالة +الرئاسية +التشريعية"
    " رئيس الرئيس الوزراء سياسي السياسية قانون مجلس النائب تشكيل محكمة",
    "world": "+قصف +غارة +غارات +صاروخ +صواريخ +هدنة +الاحتلال +غزة +حماس +الجيش +جيش +قوات +القوات +مسلحين +داعش +أوكرانيا"
    " +روسيا +إسرائيل +الأسرى +لاجئين +عقوبات +سفارة +دبلوماسي +انقلاب +مسيرة +الحوثيين +العدوان +الناتو +عسكرية +العسكرية"
    " حرب الحرب هجوم مقتل قتلى جندي جنود حدود السلام مفاوضات نووي الخارجية الأمن المتحدة الفلسطينية",
    "climate": "+المناخ +المناخي +المناخية +انبعاثات +الاحتباس +الحراري +الكربون +المتجددة +التلوث +البيئة +البيئية +التصحر"
    " +الاحترار حرارة طاقة الطاقة الغابات الجفاف بيئة",
    "disasters": "+زلزال +الزلزال +ريختر +تسونامي +إعصار +عاصفة +فيضانات +فيضان +انهيار +حريق +حرائق +بركان +انزلاق +غرق"
    " +تحطم +تصادم +الإنقاذ +منكوبة +السيول +الضحايا +سيول +انفجار"
    " قتلى جرحى مفقودين مصرع وفاة حادث كارثة أنقاض طائرة قطار حافلة إصابة منازل",
}


def _points(written: Mapping[Section, str]) -> dict[str, tuple[tuple[Section, int], ...]]:
    found: dict[str, dict[Section, int]] = {}
    for section, words in written.items():
        for word in words.split():
            own = found.setdefault(fold_word(word.removeprefix("+")), {})
            own[section] = max(own.get(section, 0), 1 + word.startswith("+"))
    return {word: tuple(points.items()) for word, points in found.items()}


POINTS: Final[Mapping[str, Mapping[str, tuple[tuple[Section, int], ...]]]] = {
    "en": _points(_ENGLISH),
    "ar": _points(_ARABIC),
}
"""By language, how many points each word gives to which sections."""

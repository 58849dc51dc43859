"""What no hashtag is made of: sections, formats, housekeeping, and adjectives that stand alone."""

from typing import Final

from octavo.core.words import word_set

# Folded as search tokens, joined.
STOPS: Final = word_set(
    # English: formats and housekeeping
    "news latest latestnews topnews topstories top stories story home homepage frontpage featured feature features breaking",
    "breakingnews article articles post posts blog blogs uncategorized uncategorised general all other others misc video",
    "videos photo photos gallery galleries audio podcast podcasts live liveblog liveupdates opinion opinions oped editorial",
    "editorials comment commentary analysis press pressrelease pressreleases announcement announcements update updates today",
    "daily weekly newsletter newsletters sponsored advertisement advertorial rss feed default main headline headlines reuters",
    "ap afp wire wires apnews associatedpress agencies staff newsdesk editorspicks editorschoice mostread mostpopular trending",
    "popular recommended archive archives interview interviews review reviews column columns columnist columnists letters",
    "factcheck factchecks explainer explainers longread longreads read indepth special specialreport report reports briefing",
    "briefs brief roundup recap quiz crossword horoscope horoscopes obituaries classifieds jobs events calendar contact about",
    "premium subscribers exclusive exclusives content page web website online digest media people series topic topics section",
    "reader readers watch listen share print tips sticky highlights spotlight viral buzz trends resources guides guide howto",
    # English: sections
    "world worldnews international internationalnews national nationalnews local localnews regional us usnews uk uknews politics",
    "politicsnews political business businessnews economy money finance markets technology tech technews science sciencenews",
    "health healthnews sport sports sportsnews culture arts artsandculture entertainment entertainmentnews lifestyle life style",
    "travel food society education environment weather opinionandanalysis worldpolitics uspolitics usandcanada europe asia africa",
    "americas americasnews middleeastnews asiapacific community city metro crime law lawandcrime religion history nature auto",
    "cars property realestate family fashionandbeauty celebrity celebrities showbiz tv tvandradio books film music sciencetech",
    "sciencetechnology scienceandtechnology scienceandhealth businessandeconomy disastersandaccidents armedconflictsandattacks",
    "politicsandelections internationalrelations healthandenvironment disasters climateandenvironment globaldevelopment",
    # English: adjectives and empty nouns
    "new old first last big small best worst free public private social global foreign domestic federal legal official economic",
    "financial military nuclear digital medical royal democratic republican conservative liberal progressive central northern",
    "southern eastern western former current major senior young black white american british english french german russian",
    "chinese indian japanese african european asian arab islamic christian jewish catholic muslim time day week month year",
    "morning night state government country nation man woman men women things thing way part issue issues case number data",
    "team company companies group deal plan law power life death money work home house car photoessay minister president",
    # French
    "actualites actualite infos info international monde politique economie societe culture sport sports sciences science",
    "technologie sante environnement une ala une accueil faitsdivers justice medias planete france europe afrique regions",
    "videos direct idees debats tribune chronique dossier dossiers portrait entretien reportage enquete divers loisirs people",
    # German
    "aktuell nachrichten startseite meldungen politik wirtschaft gesellschaft kultur wissenschaft wissen technik gesundheit",
    "panorama ausland inland welt deutschland meinung kommentar kommentare kolumne ratgeber reise lokales regionales vermischtes",
    "eilmeldung bilder liveticker leben digital netzwelt finanzen karriere auto mobilitaet unterhaltung",
    # Spanish, Portuguese, Italian
    "noticias actualidad portada mundo noticia ultimas ultimahora internacional politica economia sociedad cultura deportes",
    "ciencia tecnologia salud medioambiente opinionespanol nacional nacionales locales sucesos gente estilo destacados videos",
    "geral brasil esportes esporte saude educacao ciencias tecnologias entretenimento mundonoticias ultimasnoticias colunas",
    "notizie esteri cronaca cultura sportnews spettacoli scienza tecnologia salute ambiente interni attualita primopiano",
    # Dutch, Swedish, Polish, Turkish, Indonesian, Esperanto
    "notizie nieuws buitenland binnenland economie wereld politiek nyheter inrikes utrikes ekonomi kultur wiadomosci swiat kraj",
    "polityka gospodarka haber haberler gundem dunya siyaset ekonomi spor berita nasional internasional politik ekonomi olahraga",
    "teknologi kesehatan hiburan peristiwa novajoj mondo politiko",
    # Russian, Ukrainian, Bulgarian
    "novosti новости новина новини главное политика экономика общество мир культура спорт наука технологии здоровье происшествия",
    "вмире россия мнения статьи видео фото интервью лента аналитика інтерв'ю світ політика економіка суспільство культура",
    # Arabic, Persian
    "اخبار خبر عاجل رييسيه عام عامه منوعات متفرقات مقالات مقال راي اراء فيديو صور عالم دوليه دولي محليه محليات محلي تقارير",
    "تقرير مميز سياسه سياسي سياسيه اقتصاد اقتصادي اقتصاديه رياضه رياضي رياضيه ثقافه ثقافي فن فنون تكنولوجيا تقنيه علوم صحه",
    "مجتمع عرب عربي عربيه عالمي عالميه اسلامي حوادث اخبار_عالم اخباررييسيه اقلام كتاب تحليل تحليلات حوار حوارات بودكاست",
    "تغطيه تغطيات ملفات مختارات جديد قديم كبير اول رييس حكومه دوله وزير اقتصادواعمال شرقاوسط علوموتكنولوجيا ثقافهوفن",
    "سیاسی اقتصادی فرهنگی ورزشی بینالملل جهان ایران اجتماعی",
    # Chinese, Japanese, Korean
    "新闻 国际 中国 体育 财经 科技 社会 国内 文化 ニュース 国際 社会 経済 政治 スポーツ 뉴스 국제 사회 경제 정치 스포츠 문화",
)

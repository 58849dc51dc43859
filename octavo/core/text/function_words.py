"""Words that carry no news: articles, prepositions, pronouns, auxiliaries, and the verbs of reporting."""

from functools import cache
from typing import Final

from octavo.core.text.search import fold_word
from octavo.core.words import word_set

_WRITTEN: Final = {
    "en": word_set(
        "a about above according across after again against ago all almost along already also although always am",
        "among an and another any are around as at away back be because been before being below between both but by",
        "can could d did do does doing don down during each either even ever every few first for former from further",
        "get gets go good had has have he her here hers herself him himself his how however i if in including into is",
        "it its itself just last late later least less let like ll made make many may me might mine more most much",
        "must my near neither new next no nor not now of off on once one only onto or other our ours out over own per re s said",
        "same say says second see several she should since so some still such t take than that the their theirs them",
        "then there these they this those though through to today told tomorrow too two three under until up upon us",
        "ve very via was we well were what when where whether which while who whom whose why will with within without",
        "would yesterday yet you your monday tuesday wednesday thursday friday saturday sunday",
    ),
    "ar": word_set(
        "في من على الى عن مع هذا هذه ذلك تلك التي الذي الذين اللذين ان انه انها كان كانت يكون تكون لم لن لا ما كما قد",
        "لقد بعد قبل بين حتى عند عندما منذ خلال حيث ثم او ام بل لكن ولكن كل بعض غير سوى هو هي هم هن نحن انا انت اي اذا",
        "لو ليس ليست هناك هنا اكثر اقل نحو حول ضد دون تحت فوق امام وراء قال قالت اضاف اضافت اكد اكدت ذكر ذكرت اعلن",
        "اعلنت اوضح وقال وقالت واضاف واضافت واكد واكدت وذكر واوضح اليوم امس غدا السبت الاحد الاثنين الثلاثاء الاربعاء",
        "الخميس الجمعه عام سنه يوم ايضا فقط جدا احد احدى وفي ومن وعلى والى وعن ومع وهو وهي وكان وكانت وقد وان بان لان",
        "فان كانوا مما عما فيما ضمن عبر لدى وفق وفقا حسب بحسب بسبب نفس مثل تم يتم عليه عليها فيه فيها منه منها له لها به",
        "بها لهم بهم ذات ولم ولا وما",
    ),
    "fr": word_set(
        "a à ai ainsi alors an ans après as au aucun aussi autre autres aux avait avant avec avoir c ce cela celle celui",
        "ces cet cette ceux chez comme contre d dans de depuis dernier des deux devant dit dont du durant elle elles en",
        "encore entre est et été être eu fait font hier hors il ils j je jour jours jusqu l la le les leur leurs lors lui",
        "m ma mais me même mes moins mon n ne ni non nos notre nous on ont ou où par parmi pas pendant peu peut plus pour",
        "près puis qu quand que quel quelle qui s sa sans se selon sera ses si son sont sous sur t ta tous tout toute",
        "toutes très trois un une va vers vos votre vous y lundi mardi mercredi jeudi vendredi samedi dimanche",
    ),
    "de": word_set(
        "ab aber alle allem allen aller alles als also am an andere auch auf aus bei beim bereits bis da damit dann das",
        "dass dem den denn der des die dies diese diesem diesen dieser dieses doch dort drei du durch ein eine einem einen",
        "einer eines er es etwa für gegen gibt habe haben hat hatte hatten hier hinter ich ihm ihn ihr ihre ihrem ihren im",
        "in ins ist ja jahr jahre jahren jetzt kann kein keine können man mehr mit muss nach nicht noch nun nur ob oder",
        "ohne sagte sei sein seine seinem seinen seiner seit sich sie sind so soll sollen sowie über um und uns unter vom",
        "von vor war waren was weil weiter wenn wer werde werden wie wieder will wird wir worden wurde wurden zu zum zur",
        "zwei zwischen montag dienstag mittwoch donnerstag freitag samstag sonntag",
    ),
    "es": word_set(
        "a al algo algunos ante antes año años aún aunque bajo bien cada casi como con contra cual cuando de del desde",
        "después dijo donde dos durante e el él ella ellos en entre era eran es esa ese eso esta está están estas este",
        "esto estos fue fueron ha había han hasta hay hoy la las le les lo los más me mi mientras muy ni no nos o otra",
        "otras otro otros para pero poco por porque pues que qué quien se según ser si sí sido sin sino sobre son su sus",
        "también tanto tiene tienen todo todos tras tres u un una uno unos y ya yo ayer lunes martes miércoles jueves",
        "viernes sábado domingo",
    ),
    "pt": word_set(
        "a à ainda além ano anos ao aos após aquele as às até cada com como contra da das de dela dele depois desde dia",
        "disse do dois dos duas durante e é ela elas ele eles em entre era essa esse esta está estão este eu foi foram há",
        "hoje isso isto já la lhe mais mas me mesmo meu muito na nas não nem no nos nós num numa o onde ontem os ou outra",
        "outro outros para pela pelas pelo pelos pode por porque qual quando que quem são se segundo sem ser será seu seus",
        "sobre só sua suas também tem têm ter toda todo todos três um uma uns segunda terça quarta quinta sexta sábado",
        "domingo",
    ),
    "it": word_set(
        "a ad ai al alla alle anche ancora anni anno avere c che chi ci come con contro cui d da dai dal dalla dalle degli",
        "dei del della delle dello di dopo dove due e è ed era essere fa fino fra gli ha hanno i il in io ieri l la le lo",
        "loro ma mai mentre mi molto nei nel nella nelle no noi non o oggi ogni per perché più poi prima quando quanto",
        "quella quello questa questi questo se secondo sempre senza si sia solo sono sotto stato su sua sue sugli sui sul",
        "sulla suo suoi tra tre tutti tutto un una uno lunedì martedì mercoledì giovedì venerdì sabato domenica",
    ),
    "nl": word_set(
        "aan al alle als andere bij dan dat de deze die dit doen door drie een en er gaan geen haar had hebben heeft hem",
        "het hij hoe hun ik in is ja jaar kan komt maar meer men met mijn moet na naar niet nog nu of om omdat onder ons",
        "ook op over te tegen toch toen tot twee uit van veel volgens voor was wat we wel werd wie wij worden wordt zal ze",
        "zegt zei zich zij zijn zo zou maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    ),
    "ru": word_set(
        "а без более был была были было быть в вам вас во вот все всё всего вы где год года году да два для до его ее её",
        "если есть еще ещё же за заявил из или им их к как кто ко когда который которые которая которого ли лет между мы",
        "на над нас не него нет ни них но о об один он она они оно от по под после при про с сам свои своих сейчас со",
        "также так такие там то того тоже только том три ту ты у уже чем что чтобы эта эти это этого этой этом этот я",
        "понедельник вторник среду четверг пятницу субботу воскресенье",
    ),
    "uk": word_set(
        "а або але без більше був була були було бути в вже ви від він вона вони все від где де для до є за з зі і із її",
        "його їх й як який які яка коли між ми на над не ні но о об один по під після при про рік року році с свої себе",
        "та так також там те ти тільки той того три у усі це ця ці цей цього що щоб через я",
    ),
    "pl": word_set(
        "a aby ale bez będzie był była było były być bo co czy dla do dwa dwóch gdy go i ich ile im inne iż ja jak jako je",
        "jego jej jest jeszcze jeśli już kiedy kto która które który którzy lat lub ma mają między mnie może na nad nie",
        "nich niż o od on ona oni oraz po pod podczas powiedział przed przez przy rok roku są się sobie swoje ta tak także",
        "tam te tego tej ten też to trzy tu tylko tym u w we wszystkie więc z za ze został że",
    ),
    "sv": word_set(
        "alla att av blev bli bara de den denna det detta dig din dock du där efter ej eller en ett flera från får för",
        "före ha hade han hans har hon hur här i icke in inför inte ja jag kan kommer man med men mer mot mycket ni nu när",
        "och också om på sade sedan sig sin sina ska skulle som säger så till tre två under upp ut utan var vara vi vid",
        "vill är år över",
    ),
    "tr": word_set(
        "ama ancak bazı ben bin bir biri birçok bu çok da daha de değil diye dedi en etti gibi göre hem her için iki ile",
        "ilk ise kadar ki mi mu nasıl ne neden o olan olarak oldu olduğu on onun sonra söyledi şu tarafından tüm üç var ve",
        "veya ya yeni yok yıl yılında",
    ),
    "id": word_set(
        "ada adalah akan anda antara apa atas atau bagi bahwa banyak baru beberapa belum bisa dalam dan dapat dari dengan",
        "di dia dua hanya hari harus hingga ia ini itu juga kami karena kata ke kepada ketika kita lain lebih maka masih",
        "mengatakan menjadi mereka oleh orang pada para pernah saat saja sampai sebagai sebelum secara sedang sehingga",
        "sejak sekitar selama semua serta setelah sudah tahun tak tapi telah tentang tersebut tetapi tidak tiga untuk",
        "yang",
    ),
    "eo": word_set(
        "al ankaŭ antaŭ aŭ ĉe ĉi ĉiu ĉiuj da de dum ekster en estas estis esti ĝi ĝis ĝia havas ili ilia inter je jam",
        "jaro jes kaj ke kiel kio kiu kiuj kun kvankam la li lia mi mia nek ne ni nun ol oni onia per plej pli por post",
        "pri pro sed sen si sia sub sur ŝi tamen tio tiu tiuj tra tre unu vi",
    ),
}


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the words of *language* that carry no news, lower-case, as they are written and as search tokens.

    Empty for a language without a list.
    """
    written = _WRITTEN.get(language, frozenset())
    return written | {token for word in written if (token := fold_word(word))}

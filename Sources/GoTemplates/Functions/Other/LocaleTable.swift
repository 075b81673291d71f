/// What `LocaleFormats` reads: the figures of the Unicode CLDR for each language, as Hugo 0.168 has them.
///
/// A line with `=` opens a language and names the one whose lines it has where it gives none of its own: `m` and `n` are the
/// months and their short names (`=` for the same), `w` and `v` the days of the week, `d` and `t` the full, long, medium and
/// short patterns of dates and times in CLDR's letters, `a` the halves of a day, `#` the marks of numbers: group, point,
/// minus, and what stands before and behind the number of a percentage.
let localeTable = """
    = en
    m January|February|March|April|May|June|July|August|September|October|November|December
    n Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec
    w Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday
    v Sun|Mon|Tue|Wed|Thu|Fri|Sat
    d EEEE, MMMM d, y|MMMM d, y|MMM d, y|M/d/yy
    t h:mm:ss\u{202F}a z|h:mm:ss\u{202F}a z|h:mm:ss\u{202F}a|h:mm\u{202F}a
    a am|pm
    # ,|.|-||%
    = af en
    m Januarie|Februarie|Maart|April|Mei|Junie|Julie|Augustus|September|Oktober|November|Desember
    n Jan.|Feb.|Mrt.|Apr.|Mei|Jun.|Jul.|Aug.|Sep.|Okt.|Nov.|Des.
    w Sondag|Maandag|Dinsdag|Woensdag|Donderdag|Vrydag|Saterdag
    v So.|Ma.|Di.|Wo.|Do.|Vr.|Sa.
    d EEEE dd MMMM y|dd MMMM y|dd MMM y|yy-MM-dd
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||%
    = ar en
    m يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
    n |||||||||||
    w الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت
    v ||||||
    d EEEE، d MMMM y|d MMMM y|dd\u{200F}/MM\u{200F}/y|d\u{200F}/M\u{200F}/yy
    t h:mm:ss a z|h:mm:ss a z|h:mm:ss a|h:mm a
    # ,|.|\u{200E}-||\u{200E}%\u{200E}
    = az en
    m yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr
    n yan|fev|mar|apr|may|iyn|iyl|avq|sen|okt|noy|dek
    w bazar|bazar ertəsi|çərşənbə axşamı|çərşənbə|cümə axşamı|cümə|şənbə
    v B.|B.e.|Ç.a.|Ç.|C.a.|C.|Ş.
    d d MMMM y, EEEE|d MMMM y|d MMM y|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||%
    = be en
    m студзеня|лютага|сакавіка|красавіка|мая|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня
    n сту|лют|сак|кра|мая|чэр|ліп|жні|вер|кас|ліс|сне
    w нядзеля|панядзелак|аўторак|серада|чацвер|пятніца|субота
    v нд|пн|аў|ср|чц|пт|сб
    d EEEE, d MMMM y\u{202F}г.|d MMMM y\u{202F}г.|d MMM y\u{202F}г.|d.MM.yy
    t HH:mm:ss, z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||\u{A0}%
    = bg en
    m януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември
    n яну|фев|март|апр|май|юни|юли|авг|сеп|окт|ное|дек
    w неделя|понеделник|вторник|сряда|четвъртък|петък|събота
    v нд|пн|вт|ср|чт|пт|сб
    d EEEE, d MMMM y\u{202F}г.|d MMMM y\u{202F}г.|d.MM.y\u{202F}г.|d.MM.yy\u{202F}г.
    t H:mm:ss ч. z|H:mm:ss ч. z|H:mm:ss|H:mm
    # \u{A0}|,|-||%
    = bn en
    m জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর
    n জানু|ফেব|মার্চ|এপ্রি|মে|জুন|জুল|আগ|সেপ|অক্টো|নভে|ডিসে
    w রবিবার|সোমবার|মঙ্গলবার|বুধবার|বৃহস্পতিবার|শুক্রবার|শনিবার
    v রবি|সোম|মঙ্গল|বুধ|বৃহস্পতি|শুক্র|শনি
    d EEEE, d MMMM, y|d MMMM, y|d MMM, y|d/M/yy
    t h:mm:ss a z|h:mm:ss a z|h:mm:ss a|h:mm a
    = bs en
    m januar|februar|mart|april|maj|juni|juli|august|septembar|oktobar|novembar|decembar
    n jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec
    w nedjelja|ponedjeljak|utorak|srijeda|četvrtak|petak|subota
    v ned|pon|uto|sri|čet|pet|sub
    d EEEE, d. MMMM y.|d. MMMM y.|d. MMM y.|d. M. yy.
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||%
    = ca en
    m de gener|de febrer|de març|d\u{2019}abril|de maig|de juny|de juliol|d\u{2019}agost|de setembre|d\u{2019}octubre|de novembre|de desembre
    n de gen.|de febr.|de març|d\u{2019}abr.|de maig|de juny|de jul.|d\u{2019}ag.|de set.|d\u{2019}oct.|de nov.|de des.
    w diumenge|dilluns|dimarts|dimecres|dijous|divendres|dissabte
    v dg.|dl.|dt.|dc.|dj.|dv.|ds.
    d EEEE, d MMMM 'del' y|d MMMM 'del' y|d MMM y|d/M/yy
    t H:mm:ss (z)|H:mm:ss z|H:mm:ss|H:mm
    # .|,|-||\u{A0}%
    = cs en
    m ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince
    n led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj|lis|pro
    w neděle|pondělí|úterý|středa|čtvrtek|pátek|sobota
    v ne|po|út|st|čt|pá|so
    d EEEE d. MMMM y|d. MMMM y|d. M. y|dd.MM.yy
    t H:mm:ss, z|H:mm:ss z|H:mm:ss|H:mm
    # \u{A0}|,|-||\u{A0}%
    = cy en
    m Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr
    n Ion|Chwef|Maw|Ebr|Mai|Meh|Gorff|Awst|Medi|Hyd|Tach|Rhag
    w Dydd Sul|Dydd Llun|Dydd Mawrth|Dydd Mercher|Dydd Iau|Dydd Gwener|Dydd Sadwrn
    v Sul|Llun|Maw|Mer|Iau|Gwen|Sad
    d EEEE, d MMMM y|d MMMM y|d MMM y|dd/MM/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    = da en
    m januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december
    n jan.|feb.|mar.|apr.|maj|jun.|jul.|aug.|sep.|okt.|nov.|dec.
    w søndag|mandag|tirsdag|onsdag|torsdag|fredag|lørdag
    v søn.|man.|tirs.|ons.|tors.|fre.|lør.
    d EEEE 'den' d. MMMM y|d. MMMM y|d. MMM y|dd.MM.yy
    t HH.mm.ss z|HH.mm.ss z|HH.mm.ss|HH.mm
    # .|,|-||\u{A0}%
    = de en
    m Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
    n Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.
    w Sonntag|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag
    v So.|Mo.|Di.|Mi.|Do.|Fr.|Sa.
    d EEEE, d. MMMM y|d. MMMM y|dd.MM.y|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||\u{A0}%
    = de-at de
    m Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
    n Jän.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sep.|Okt.|Nov.|Dez.
    # \u{A0}|,|-||\u{A0}%
    = de-ch de
    # '|.|-||%
    = el en
    m Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου
    n Ιαν|Φεβ|Μαρ|Απρ|Μαΐ|Ιουν|Ιουλ|Αυγ|Σεπ|Οκτ|Νοε|Δεκ
    w Κυριακή|Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο
    v Κυρ|Δευ|Τρί|Τετ|Πέμ|Παρ|Σάβ
    d EEEE d MMMM y|d MMMM y|d MMM y|d/M/yy
    # .|,|-||%
    = en-au en
    n Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec
    d EEEE, d MMMM y|d MMMM y|d MMM y|d/M/yy
    = en-gb en
    n Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec
    d EEEE, d MMMM y|d MMMM y|d MMM y|dd/MM/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    = en-in en
    n Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec
    d EEEE, d MMMM y|d MMMM y|d MMM y|dd/MM/yy
    = es en
    m enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
    n ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic
    w domingo|lunes|martes|miércoles|jueves|viernes|sábado
    v dom|lun|mar|mié|jue|vie|sáb
    d EEEE, d 'de' MMMM 'de' y|d 'de' MMMM 'de' y|d MMM y|d/M/yy
    t H:mm:ss (z)|H:mm:ss z|H:mm:ss|H:mm
    # .|,|-||\u{A0}%
    = es-mx es
    n ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic
    d EEEE, d 'de' MMMM 'de' y|d 'de' MMMM 'de' y|d MMM y|dd/MM/yy
    t h:mm:ss\u{202F}a z|h:mm:ss\u{202F}a z|h:mm:ss\u{202F}a|h:mm\u{202F}a
    # ,|.|-||%
    = et en
    m jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember
    n jaan|veebr|märts|apr|mai|juuni|juuli|aug|sept|okt|nov|dets
    w pühapäev|esmaspäev|teisipäev|kolmapäev|neljapäev|reede|laupäev
    v P|E|T|K|N|R|L
    d EEEE, d. MMMM y|d. MMMM y|d. MMM y|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|\u{2212}||%
    = eu en
    m urtarrila|otsaila|martxoa|apirila|maiatza|ekaina|uztaila|abuztua|iraila|urria|azaroa|abendua
    n urt.|ots.|mar.|api.|mai.|eka.|uzt.|abu.|ira.|urr.|aza.|abe.
    w igandea|astelehena|asteartea|asteazkena|osteguna|ostirala|larunbata
    v ig.|al.|ar.|az.|og.|or.|lr.
    d y('e)ko' MMMM'ren' d('a'), EEEE|y('e)ko' MMMM'ren' d('a')|y('e)ko' MMM d('a')|yy/M/d
    t HH:mm:ss (z)|HH:mm:ss (z)|HH:mm:ss|HH:mm
    # .|,|\u{2212}|%\u{A0}|
    = fa en
    m ژانویهٔ|فوریهٔ|مارس|آوریل|مهٔ|ژوئن|ژوئیهٔ|اوت|سپتامبر|اکتبر|نوامبر|دسامبر
    n ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر
    w یکشنبه|دوشنبه|سه\u{200C}شنبه|چهارشنبه|پنجشنبه|جمعه|شنبه
    v ||||||
    d EEEE d MMMM y|d MMMM y|d MMM y|yy/M/d
    t H:mm:ss (z)|H:mm:ss (z)|H:mm:ss|H:mm
    # ,|.|\u{200E}\u{2212}||%
    = fi en
    m tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta
    n tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu
    w sunnuntaina|maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|lauantaina
    v su|ma|ti|ke|to|pe|la
    d 'cccc' d. MMMM y|d. MMMM y|d.M.y|d.M.yy
    t H.mm.ss z|H.mm.ss z|H.mm.ss|H.mm
    # \u{A0}|,|\u{2212}||\u{A0}%
    = fr en
    m janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
    n janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.
    w dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi
    v dim.|lun.|mar.|mer.|jeu.|ven.|sam.
    d EEEE d MMMM y|d MMMM y|d MMM y|dd/MM/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{202F}|,|-||\u{A0}%
    = fr-ca fr
    n janv.|févr.|mars|avr.|mai|juin|juill.|août|sept.|oct.|nov.|déc.
    d EEEE d MMMM y|d MMMM y|d MMM y|yy-MM-dd
    t HH 'h' mm 'min' ss 's' z|HH 'h' mm 'min' ss 's' z|HH 'h' mm 'min' ss 's'|HH 'h' mm
    # \u{A0}|,|-||\u{A0}%
    = fr-ch fr
    d EEEE, d MMMM y|d MMMM y|d MMM y|dd.MM.yy
    t HH.mm:ss 'h' z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{202F}|,|-||%
    = ga en
    m Eanáir|Feabhra|Márta|Aibreán|Bealtaine|Meitheamh|Iúil|Lúnasa|Meán Fómhair|Deireadh Fómhair|Samhain|Nollaig
    n Ean|Feabh|Márta|Aib|Beal|Meith|Iúil|Lún|MFómh|DFómh|Samh|Noll
    w Dé Domhnaigh|Dé Luain|Dé Máirt|Dé Céadaoin|Déardaoin|Dé hAoine|Dé Sathairn
    v Domh|Luan|Máirt|Céad|Déar|Aoine|Sath
    d EEEE d MMMM y|d MMMM y|d MMM y|d/M/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    = gl en
    m xaneiro|febreiro|marzo|abril|maio|xuño|xullo|agosto|setembro|outubro|novembro|decembro
    n xan.|feb.|mar.|abr.|maio|xuño|xul.|ago.|set.|out.|nov.|dec.
    w domingo|luns|martes|mércores|xoves|venres|sábado
    v dom.|luns|mar.|mér.|xov.|ven.|sáb.
    d EEEE, d 'de' MMMM 'de' y|d 'de' MMMM 'de' y|d 'de' MMM 'de' y|dd/MM/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||\u{A0}%
    = he en
    m ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר
    n ינו׳|פבר׳|מרץ|אפר׳|מאי|יוני|יולי|אוג׳|ספט׳|אוק׳|נוב׳|דצמ׳
    w יום ראשון|יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת
    v יום א׳|יום ב׳|יום ג׳|יום ד׳|יום ה׳|יום ו׳|שבת
    d EEEE, d בMMMM y|d בMMMM y|d בMMM y|d.M.yy
    t H:mm:ss z|H:mm:ss z|H:mm:ss|H:mm
    # ,|.|\u{200E}-||%
    = hi en
    m जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर
    n जन॰|फ़र॰|मार्च|अप्रैल|मई|जून|जुल॰|अग॰|सित॰|अक्टू॰|नव॰|दिस॰
    w रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार
    v रवि|सोम|मंगल|बुध|गुरु|शुक्र|शनि
    d EEEE, d MMMM y|d MMMM y|d MMM y|d/M/yy
    t h:mm:ss a z|h:mm:ss a z|h:mm:ss a|h:mm a
    = hr en
    m siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga|prosinca
    n sij|velj|ožu|tra|svi|lip|srp|kol|ruj|lis|stu|pro
    w nedjelja|ponedjeljak|utorak|srijeda|četvrtak|petak|subota
    v ned|pon|uto|sri|čet|pet|sub
    d EEEE, d. MMMM y.|d. MMMM y.|d. MMM y.|dd. MM. yy.
    t HH:mm:ss (z)|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|\u{2212}||\u{A0}%
    = hu en
    m január|február|március|április|május|június|július|augusztus|szeptember|október|november|december
    n jan.|febr.|márc.|ápr.|máj.|jún.|júl.|aug.|szept.|okt.|nov.|dec.
    w vasárnap|hétfő|kedd|szerda|csütörtök|péntek|szombat
    v V|H|K|Sze|Cs|P|Szo
    d y. MMMM d., EEEE|y. MMMM d.|y. MMM d.|yy. MM. dd.
    t H:mm:ss z|H:mm:ss z|H:mm:ss|H:mm
    # \u{A0}|,|-||%
    = hy en
    m հունվարի|փետրվարի|մարտի|ապրիլի|մայիսի|հունիսի|հուլիսի|օգոստոսի|սեպտեմբերի|հոկտեմբերի|նոյեմբերի|դեկտեմբերի
    n հնվ|փտվ|մրտ|ապր|մյս|հնս|հլս|օգս|սեպ|հոկ|նոյ|դեկ
    w կիրակի|երկուշաբթի|երեքշաբթի|չորեքշաբթի|հինգշաբթի|ուրբաթ|շաբաթ
    v կիր|երկ|երք|չրք|հնգ|ուր|շբթ
    d y թ. MMMM d, EEEE|dd MMMM, y թ.|dd MMM, y թ.|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||%
    = id en
    m Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember
    n Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des
    w Minggu|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu
    v Min|Sen|Sel|Rab|Kam|Jum|Sab
    d EEEE, dd MMMM y|d MMMM y|d MMM y|dd/MM/yy
    t HH.mm.ss z|HH.mm.ss z|HH.mm.ss|HH.mm
    # .|,|-||%
    = is en
    m janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember
    n jan.|feb.|mar.|apr.|maí|jún.|júl.|ágú.|sep.|okt.|nóv.|des.
    w sunnudagur|mánudagur|þriðjudagur|miðvikudagur|fimmtudagur|föstudagur|laugardagur
    v sun.|mán.|þri.|mið.|fim.|fös.|lau.
    d EEEE, d. MMMM y|d. MMMM y|d. MMM y|d.M.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||%
    = it en
    m gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
    n gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic
    w domenica|lunedì|martedì|mercoledì|giovedì|venerdì|sabato
    v dom|lun|mar|mer|gio|ven|sab
    d EEEE d MMMM y|d MMMM y|d MMM y|dd/MM/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||%
    = ja en
    m 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    n |||||||||||
    w 日曜日|月曜日|火曜日|水曜日|木曜日|金曜日|土曜日
    v 日|月|火|水|木|金|土
    d y年MMMMd日EEEE|y年MMMMd日|y/MM/dd|yy/MM/dd
    t H時mm分ss秒 z|H:mm:ss z|H:mm:ss|H:mm
    = ka en
    m იანვარი|თებერვალი|მარტი|აპრილი|მაისი|ივნისი|ივლისი|აგვისტო|სექტემბერი|ოქტომბერი|ნოემბერი|დეკემბერი
    n იან|თებ|მარ|აპრ|მაი|ივნ|ივლ|აგვ|სექ|ოქტ|ნოე|დეკ
    w კვირა|ორშაბათი|სამშაბათი|ოთხშაბათი|ხუთშაბათი|პარასკევი|შაბათი
    v კვი|ორშ|სამ|ოთხ|ხუთ|პარ|შაბ
    d EEEE, dd MMMM, y|d MMMM, y|d MMM. y|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||%
    = kk en
    m қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан
    n қаң.|ақп.|нау.|сәу.|мам.|мау.|шіл.|там.|қыр.|қаз.|қар.|жел.
    w жексенбі|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі
    v жс|дс|сс|ср|бс|жм|сб
    d y\u{202F}ж. d MMMM, EEEE|y\u{202F}ж. d MMMM|y\u{202F}ж. dd MMM|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||%
    = ko en
    m 1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
    n |||||||||||
    w 일요일|월요일|화요일|수요일|목요일|금요일|토요일
    v 일|월|화|수|목|금|토
    d y년 MMMM d일 EEEE|y년 MMMM d일|y. M. d.|yy. M. d.
    t a h시 m분 s초 z|a h시 m분 s초 z|a h:mm:ss|a h:mm
    = lt en
    m sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio
    n saus.|vas.|kov.|bal.|geg.|birž.|liep.|rugp.|rugs.|spal.|lapkr.|gruod.
    w sekmadienis|pirmadienis|antradienis|trečiadienis|ketvirtadienis|penktadienis|šeštadienis
    v sk|pr|an|tr|kt|pn|št
    d y 'm'. MMMM d 'd'., EEEE|y 'm'. MMMM d 'd'.|y-MM-dd|yy-MM-dd
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|\u{2212}||\u{A0}%
    = lv en
    m janvāris|februāris|marts|aprīlis|maijs|jūnijs|jūlijs|augusts|septembris|oktobris|novembris|decembris
    n janv.|febr.|marts|apr.|maijs|jūn.|jūl.|aug.|sept.|okt.|nov.|dec.
    w svētdiena|pirmdiena|otrdiena|trešdiena|ceturtdiena|piektdiena|sestdiena
    v svētd.|pirmd.|otrd.|trešd.|ceturtd.|piektd.|sestd.
    d EEEE, y. 'gada' d. MMMM|y. 'gada' d. MMMM|y. 'gada' d. MMM|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||%
    = mk en
    m јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември
    n јан.|фев.|мар.|апр.|мај|јун.|јул.|авг.|сеп.|окт.|ное.|дек.
    w недела|понеделник|вторник|среда|четврток|петок|сабота
    v нед.|пон.|вто.|сре.|чет.|пет.|саб.
    d EEEE, d MMMM y\u{202F}г.|d MMMM y\u{202F}г.|d MMM y\u{202F}г.|d.M.yy\u{202F}г.
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||\u{A0}%
    = mn en
    m нэгдүгээр сар|хоёрдугаар сар|гуравдугаар сар|дөрөвдүгээр сар|тавдугаар сар|зургаадугаар сар|долоодугаар сар|наймдугаар сар|есдүгээр сар|аравдугаар сар|арван нэгдүгээр сар|арван хоёрдугаар сар
    n 1-р сар|2-р сар|3-р сар|4-р сар|5-р сар|6-р сар|7-р сар|8-р сар|9-р сар|10-р сар|11-р сар|12-р сар
    w ням|даваа|мягмар|лхагва|пүрэв|баасан|бямба
    v Ня|Да|Мя|Лх|Пү|Ба|Бя
    d y\u{202F}оны MMMMын d, EEEE гараг|y\u{202F}оны MMMMын d|y\u{202F}оны MMMын d|yy.MM.dd
    t HH:mm:ss (z)|HH:mm:ss (z)|HH:mm:ss|HH:mm
    = ms en
    m Januari|Februari|Mac|April|Mei|Jun|Julai|Ogos|September|Oktober|November|Disember
    n Jan|Feb|Mac|Apr|Mei|Jun|Jul|Ogo|Sep|Okt|Nov|Dis
    w Ahad|Isnin|Selasa|Rabu|Khamis|Jumaat|Sabtu
    v Ahd|Isn|Sel|Rab|Kha|Jum|Sab
    d EEEE, d MMMM y|d MMMM y|d MMM y|d/MM/yy
    = nb en
    m januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember
    n jan.|feb.|mars|apr.|mai|juni|juli|aug.|sep.|okt.|nov.|des.
    w søndag|mandag|tirsdag|onsdag|torsdag|fredag|lørdag
    v søn.|man.|tir.|ons.|tor.|fre.|lør.
    d EEEE d. MMMM y|d. MMMM y|d. MMM y|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|\u{2212}||\u{A0}%
    = nl en
    m januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
    n jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec
    w zondag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag
    v zo|ma|di|wo|do|vr|za
    d EEEE d MMMM y|d MMMM y|d MMM y|dd-MM-yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||%
    = nn en
    m januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember
    n jan.|feb.|mars|apr.|mai|juni|juli|aug.|sep.|okt.|nov.|des.
    w søndag|måndag|tysdag|onsdag|torsdag|fredag|laurdag
    v sø.|må.|ty.|on.|to.|fr.|la.
    d EEEE d. MMMM y|d. MMMM y|d. MMM y|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|\u{2212}||\u{A0}%
    = no nb
    = pl en
    m stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia
    n sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru
    w niedziela|poniedziałek|wtorek|środa|czwartek|piątek|sobota
    v niedz.|pon.|wt.|śr.|czw.|pt.|sob.
    d EEEE, d MMMM y|d MMMM y|d MMM y|d.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||%
    = pt en
    m janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
    n jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.
    w domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado
    v dom.|seg.|ter.|qua.|qui.|sex.|sáb.
    d EEEE, d 'de' MMMM 'de' y|d 'de' MMMM 'de' y|d 'de' MMM 'de' y|dd/MM/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||%
    = pt-pt pt
    v domingo|segunda|terça|quarta|quinta|sexta|sábado
    d EEEE, d 'de' MMMM 'de' y|d 'de' MMMM 'de' y|dd/MM/y|dd/MM/yy
    # \u{A0}|,|-||%
    = ro en
    m ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie
    n ian.|feb.|mar.|apr.|mai|iun.|iul.|aug.|sept.|oct.|nov.|dec.
    w duminică|luni|marți|miercuri|joi|vineri|sâmbătă
    v dum.|lun.|mar.|mie.|joi|vin.|sâm.
    d EEEE, d MMMM y|d MMMM y|d MMM y|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||\u{A0}%
    = ru en
    m января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря
    n янв.|февр.|мар.|апр.|мая|июн.|июл.|авг.|сент.|окт.|нояб.|дек.
    w воскресенье|понедельник|вторник|среда|четверг|пятница|суббота
    v вс|пн|вт|ср|чт|пт|сб
    d EEEE, d MMMM y\u{202F}г.|d MMMM y\u{202F}г.|d MMM y\u{202F}г.|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||\u{A0}%
    = sk en
    m januára|februára|marca|apríla|mája|júna|júla|augusta|septembra|októbra|novembra|decembra
    n jan|feb|mar|apr|máj|jún|júl|aug|sep|okt|nov|dec
    w nedeľa|pondelok|utorok|streda|štvrtok|piatok|sobota
    v ne|po|ut|st|št|pi|so
    d EEEE d. MMMM y|d. MMMM y|d. M. y|d. M. yy
    t H:mm:ss z|H:mm:ss z|H:mm:ss|H:mm
    # \u{A0}|,|-||\u{A0}%
    = sl en
    m januar|februar|marec|april|maj|junij|julij|avgust|september|oktober|november|december
    n jan.|feb.|mar.|apr.|maj|jun.|jul.|avg.|sep.|okt.|nov.|dec.
    w nedelja|ponedeljek|torek|sreda|četrtek|petek|sobota
    v ned.|pon.|tor.|sre.|čet.|pet.|sob.
    d EEEE, d. MMMM y|d. MMMM y|d. MMM y|d. M. yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|\u{2212}||\u{A0}%
    = sq en
    m janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor
    n jan|shk|mar|pri|maj|qer|korr|gush|sht|tet|nën|dhj
    w e diel|e hënë|e martë|e mërkurë|e enjte|e premte|e shtunë
    v die|hën|mar|mër|enj|pre|sht
    d EEEE, d MMMM y|d MMMM y|d MMM y|d.M.yy
    # \u{A0}|,|-||%
    = sr en
    m јануар|фебруар|март|април|мај|јун|јул|август|септембар|октобар|новембар|децембар
    n јан|феб|мар|апр|мај|јун|јул|авг|сеп|окт|нов|дец
    w недеља|понедељак|уторак|среда|четвртак|петак|субота
    v нед|пон|уто|сре|чет|пет|суб
    d EEEE, d. MMMM y.|d. MMMM y.|d. M. y.|d. M. yy.
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||%
    = sv en
    m januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
    n jan.|feb.|mars|apr.|maj|juni|juli|aug.|sep.|okt.|nov.|dec.
    w söndag|måndag|tisdag|onsdag|torsdag|fredag|lördag
    v sön|mån|tis|ons|tors|fre|lör
    d EEEE d MMMM y|d MMMM y|d MMM y|yy-MM-dd
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|\u{2212}||\u{A0}%
    = sw en
    m Januari|Februari|Machi|Aprili|Mei|Juni|Julai|Agosti|Septemba|Oktoba|Novemba|Desemba
    n Jan|Feb|Mac|Apr|Mei|Jun|Jul|Ago|Sep|Okt|Nov|Des
    w Jumapili|Jumatatu|Jumanne|Jumatano|Alhamisi|Ijumaa|Jumamosi
    v ||||||
    d EEEE, d MMMM y|d MMMM y|d MMM y|dd/MM/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    = ta en
    m ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்
    n ஜன.|பிப்.|மார்.|ஏப்.|மே|ஜூன்|ஜூலை|ஆக.|செப்.|அக்.|நவ.|டிச.
    w ஞாயிறு|திங்கள்|செவ்வாய்|புதன்|வியாழன்|வெள்ளி|சனி
    v ஞாயி.|திங்.|செவ்.|புத.|வியா.|வெள்.|சனி
    d EEEE, d MMMM, y|d MMMM, y|d MMM, y|d/M/yy
    t h:mm:ss a z|h:mm:ss a z|h:mm:ss a|h:mm a
    = te en
    m జనవరి|ఫిబ్రవరి|మార్చి|ఏప్రిల్|మే|జూన్|జులై|ఆగస్టు|సెప్టెంబర్|అక్టోబర్|నవంబర్|డిసెంబర్
    n జన|ఫిబ్ర|మార్చి|ఏప్రి|మే|జూన్|జులై|ఆగ|సెప్టెం|అక్టో|నవం|డిసెం
    w ఆదివారం|సోమవారం|మంగళవారం|బుధవారం|గురువారం|శుక్రవారం|శనివారం
    v ఆది|సోమ|మంగళ|బుధ|గురు|శుక్ర|శని
    d d, MMMM y, EEEE|d MMMM, y|d MMM, y|dd-MM-yy
    t h:mm:ss a z|h:mm:ss a z|h:mm:ss a|h:mm a
    = th en
    m มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม
    n ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.
    w วันอาทิตย์|วันจันทร์|วันอังคาร|วันพุธ|วันพฤหัสบดี|วันศุกร์|วันเสาร์
    v อาทิตย์|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์
    d EEEEที่ d MMMM 'G' y|d MMMM 'G' y|d MMM y|d/M/yy
    t H นาฬิกา mm นาที ss วินาที z|H นาฬิกา mm นาที ss วินาที z|HH:mm:ss|HH:mm
    = tr en
    m Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
    n Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara
    w Pazar|Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi
    v Paz|Pzt|Sal|Çar|Per|Cum|Cmt
    d d MMMM y EEEE|d MMMM y|d MMM y|d.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-|%|
    = uk en
    m січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня
    n січ.|лют.|бер.|квіт.|трав.|черв.|лип.|серп.|вер.|жовт.|лист.|груд.
    w неділя|понеділок|вівторок|середа|четвер|пʼятниця|субота
    v нд|пн|вт|ср|чт|пт|сб
    d EEEE, d MMMM y\u{202F}р.|d MMMM y\u{202F}р.|d MMM y\u{202F}р.|dd.MM.yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # \u{A0}|,|-||%
    = ur en
    m جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر
    n |||||||||||
    w اتوار|پیر|منگل|بدھ|جمعرات|جمعہ|ہفتہ
    v ||||||
    d EEEE، d MMMM، y|d MMMM، y|d ، y|d/M/yy
    t h:mm:ss a z|h:mm:ss a z|h:mm:ss a|h:mm a
    # ,|.|\u{200E}-||%
    = uz en
    m yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr
    n yan|fev|mar|apr|may|iyn|iyl|avg|sen|okt|noy|dek
    w yakshanba|dushanba|seshanba|chorshanba|payshanba|juma|shanba
    v Yak|Dush|Sesh|Chor|Pay|Jum|Shan
    d EEEE, d-MMMM, y|d-MMMM, y|d-MMM, y|dd/MM/yy
    t H:mm:ss (z)|H:mm:ss (z)|HH:mm:ss|HH:mm
    # \u{A0}|,|-||%
    = vi en
    m tháng 1|tháng 2|tháng 3|tháng 4|tháng 5|tháng 6|tháng 7|tháng 8|tháng 9|tháng 10|tháng 11|tháng 12
    n thg 1|thg 2|thg 3|thg 4|thg 5|thg 6|thg 7|thg 8|thg 9|thg 10|thg 11|thg 12
    w Chủ Nhật|Thứ Hai|Thứ Ba|Thứ Tư|Thứ Năm|Thứ Sáu|Thứ Bảy
    v CN|Thứ 2|Thứ 3|Thứ 4|Thứ 5|Thứ 6|Thứ 7
    d EEEE, d MMMM, y|d MMMM, y|d MMM, y|d/M/yy
    t HH:mm:ss z|HH:mm:ss z|HH:mm:ss|HH:mm
    # .|,|-||%
    = zh en
    m 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
    n 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    w 星期日|星期一|星期二|星期三|星期四|星期五|星期六
    v 周日|周一|周二|周三|周四|周五|周六
    d y年MMMd日EEEE|y年MMMd日|y年MMMd日|yy/M/d
    t z HH:mm:ss|z HH:mm:ss|HH:mm:ss|HH:mm
    = zh-hant zh
    m 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
    n |||||||||||
    v 週日|週一|週二|週三|週四|週五|週六
    d y年MMMMd日 EEEE|y年MMMMd日|y年MMMMd日|yy/M/d
    t 'B'h:mm:ss [z]|'B'h:mm:ss [z]|'B'h:mm:ss|'B'h:mm
    """

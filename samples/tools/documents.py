#!/usr/bin/python3
"""Writes extreme data for most kinds of documents anew: samples/tools/documents.py (from any folder).

tests/compose/data/KIND-long.xml is the longest that is plausible, KIND-short.xml the emptiest; other data there and
samples/kz-535-2015/documents are kept by hand. Everybody and everything in them is invented, as everywhere in samples/."""

import pathlib
import re
from xml.sax.saxutils import escape, quoteattr

ROOT = pathlib.Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests" / "compose" / "data"
INBOX = ROOT / "samples" / "kz-535-2015" / "competition-1" / "inbox"

ORGANISER = "Қазақстан Республикасы Инвестициялар және даму министрлігінің Индустриялық даму және өнеркәсіптік қауіпсіздік комитеті"
BRANCH = "Қазақстан Республикасы Ауыл шаруашылығы министрлігі"
REGIONAL = "Қазақстан Республикасы Ұлттық экономика министрлігі"
COMMISSION = "Қазақстан Республикасы Үкіметінің жанындағы Қазақстан Республикасын өнеркәсіптік дамыту жөніндегі комиссия"
INSTITUTE = "«Индустрияны дамытудың қазақстандық институты» акционерлік қоғамы"
LONG_CLUSTER = ("Оңтүстік Қазақстан облысының мақта шаруашылығын, мақта талшығын бастапқы өңдеуді, иіру, тоқыма, бояу және тігін өндірістерін, "
                "тоқыма машиналарын жасауды, мамандар даярлауды және ғылыми-зерттеу жұмыстарын біріктіретін жоғары технологиялы, экспортқа "
                "бағдарланған «Оңтүстік мақта-тоқыма» аумақтық кластері")
LONG_APPLICANT = ("«Оңтүстік» әлеуметтік-кәсіпкерлік корпорациясының қатысуымен құрылған «Мақта-тоқыма кластерін дамытушылардың қауымдастығы» "
                  "заңды тұлғалар бірлестігі")
CLUSTERS = [("КІ-001", "«Қостанай» өңірлік кәсіпкерлер палатасы", "«Тобыл астығы» аумақтық кластері"),
            ("КІ-003", "«Жібек Жолы Тоқыма» арнайы экономикалық аймағының басқарушы компаниясы» АҚ", "«Түркістан тоқыма» аумақтық кластері"),
            ("КІ-006", "«Алатау АТ» бизнес-қауымдастығы", "«Алматы бағдарламалық шешімдер» аумақтық кластері"),
            ("КІ-008", "«Жетісу» әлеуметтік-кәсіпкерлік корпорациясы» АҚ", "«Жетісу алмасы» аумақтық кластері")]
SURNAMES = "Әбдіхалықов Ғабитов Қалиев Өмірзақов Ұзақбаев Үсенов Һашимов Ізбасаров Жүнісов Сейітқали".split()
NAMES = "Ерлан Нұрлан Әсет Ғалым Қайрат".split()


def person(i):
    return f"{SURNAMES[i % 10]} {NAMES[i // 10 % 5]} {('Мұратұлы', 'Серікұлы', 'Қанатұлы')[i % 3]}"


def element(tag, text=None, /, **attributes):
    pairs = "".join(f" {key.rstrip('_').replace('__', '-')}={quoteattr(str(value))}" for key, value in attributes.items() if value is not None)
    return f"<{tag}{pairs}/>" if text is None else f"<{tag}{pairs}>{text}</{tag}>"


def words(tag, text, /, **attributes):
    return element(tag, escape(text), **attributes)


def competition(stage=1):
    text = (ROOT / "samples/kz-535-2015/competition-1/competition.xml").read_text(encoding="utf-8")
    text = re.sub(r"\s*<notice .*?</notice>", "", text[text.index("<competition"):], flags=re.S)  # Of one application only.
    if stage == 2:
        text = text.replace('id="2015-1"', 'id="2016-2"').replace('stage="1"', 'stage="2"').replace("бірінші кезеңі", "екінші кезеңі")
        for old, new in (("2015-08-03", "2015-12-21"), ("2015-10-05T18", "2016-02-22T18"), ("2015-10-09", "2016-02-29")):
            text = text.replace(old, new)
        text = re.sub(r"<register>.*</register>", '<register><entry dossier="01" number="КІІ-001" received="2016-02-15T11:25:00+06:00" '
                      'received_by="Ысқақова Еңлік Болатқызы" originals="1" copies="1" electronic="true"/></register>', text, flags=re.S)
        text = re.sub(r'clock="[^"]*"', 'clock="2016-02-29T10:00:00+06:00"', text)
    return text.strip()


def body(tag, name, unit=None, address=None, phone=None, email=None, site=None, who=None):
    parts = "".join(words(key, value) for key, value in (("name", name), ("unit", unit), ("address", address), ("phone", phone),
                                                           ("email", email), ("site", site)) if value)
    return element(tag, parts + (element("person", words("name", who[0]) + words("position", who[1])) if who else ""))


def sitting(organisation, date, count=7, long=False, unit=None):
    roles = ["chair", "deputy"] + ["member"] * (count - 3) + ["secretary"] if count > 2 else []
    members = []
    for i, role in enumerate(roles):
        extra = {"present": "false"} if long and i == 5 else {"recused": "true"} if long and i == 6 else {"present": "false"} if role == "deputy" and not long else {}
        position = {"chair": "төраға", "deputy": "төрағаның орынбасары", "secretary": "бас сарапшы, хатшы"}.get(role, "департамент директорының орынбасары" if long else "басқарма басшысы")
        members.append(element("member", words("name", person(i)) + words("position", position), role=role, **extra))
    return element("sitting", words("organisation", organisation) + (words("unit", unit) if unit else "") + words("place", "Астана қаласы") + "".join(members), date=date)


def basis(kind, text, number=None, date=None):
    return words("basis", text, kind=kind, number=number, date=date)


def assessment(row, inner="", **attributes):
    number, applicant, cluster = row
    return element("assessment", words("applicant", applicant) + words("cluster", cluster) + inner, number=number, **attributes)


def paper(kind, number=None, date=None, conforms=None):
    return element("paper", kind=kind, number=number, date=date, conforms=conforms)


def rows(size):
    """Applications: the sample's four, one, or many with names as long as they get."""
    if size == "short":
        return [("1", "«А» палатасы", "«Ә» аумақтық кластері")]
    if size == "usual":
        return CLUSTERS
    return [(f"КІ-{i + 1:03}", LONG_APPLICANT if i % 3 == 0 else CLUSTERS[i % 4][1], LONG_CLUSTER if i % 2 == 0 else CLUSTERS[i % 4][2]) for i in range(14)]


def consideration(subject, text=None, conforms=None, against=None):
    return element("consideration", words("subject", subject) + (words("text", text) if text else ""), conforms=conforms, against=against)


def votes(size):
    if size == "short":
        return ""
    out = element("vote", for_=5, against=0, abstained=1)
    if size == "long":
        out += element("vote", for_=14, against=6, abstained=3, on="КІ-003")
        out += words("opinion", "Өңірлік маңызы толық ашылмаған тұжырымдамалар қайта қаралғаны жөн деп санаймын. " * 4, member=person(3))
    return out


def annex(size, *titles):
    return "" if size == "short" else "".join(words("annex", title, sheets=12 + i, copies=1) for i, title in enumerate(titles))


def executor(size):
    return "" if size == "short" else element("executor", name=person(12), phone="8 (7172) 00-15-36")


ADDRESSEE = {"branch": (BRANCH, "Стратегиялық жоспарлау департаменті"), "regional": (REGIONAL, None), "commission": (COMMISSION, None)}


def addressee(which, size):
    name, unit = ADDRESSEE[which]
    who = (person(21), "департамент директоры") if size != "short" else None
    return body("addressee", name, unit if size == "long" else None, "010000, Астана қаласы, Министрліктер үйі, Орынбор көшесі, 8" if size == "long" else None, who=who)


def issuer(name, size, position="Вице-министр"):
    if size == "short":
        return body("issuer", name)
    return body("issuer", name, None, "010000, Астана қаласы, Министрліктер үйі, Орынбор көшесі, 8", "8 (7172) 00-10-01", "kense@ministrlik.example", "www.ministrlik.example", (person(30), position))


PRIORITIES = ["Мақта-тоқыма саласын дамыту және оның өнімдерінің экспортын ұлғайту", "Шикізатты терең өңдеуді және қосылған құны жоғары өнімді дамыту",
              "Ауыл шаруашылығы шикізатын тұрақты жеткізуді қамтамасыз ету", "Қазіргі заманғы жабдықты енгізу және еңбек өнімділігін арттыру"]
REASONS = ["Тұжырымдаманың 4 және 8-бөлімдерінде көзделген шаралар осы басымдыққа жауап береді.",
           "Технологиялық тізбекті ұзарту жобалары тұжырымдаманың 3-бөлімінде сипатталған, олардың қаржыландыру көздері көрсетілген.",
           "Шикізат базасы 5-бөлімде талданған."]


def considerations(size, subjects=PRIORITIES, against=None):
    if size == "short":
        return ""
    count = 3 if size == "usual" else 12
    return "".join(consideration(subjects[i % len(subjects)], REASONS[i % 3] * (3 if size == "long" else 1), "false" if i == 2 and size == "long" else "true", against)
                   for i in range(count))


def verdict(size):
    return {"short": element("verdict", conforms="false"), "usual": words("verdict", "Конкурстық өтінім одан әрі қарауға ұсынылады.", conforms="true"),
            "long": words("verdict", "Кластердің мамандануы, шикізат базасы, экспорт әлеуеті және кадр даярлау жүйесі салалық басымдықтармен үйлеседі. " * 5, conforms="true")}[size]


def row_of(size):
    return rows(size)[1 if size == "usual" else 0]


def dossier_head(stage, late="false"):
    number, applicant, cluster = CLUSTERS[1]
    return ('<dossier xmlns="urn:irikteu:dossier:1" stage="%d" name="01"><intake late="%s"><number>%s</number><received>%s</received>'
            '<received_by>Ысқақова Еңлік Болатқызы</received_by><carriers originals="1" copies="1" electronic="true"/></intake>'
            '<application appendix="%s"><cluster_name>%s</cluster_name><applicant_name>%s</applicant_name>'
            '<signatory><position>Басқарма төрағасы</position><name>Байтілеуов Жандос Қасымұлы</name></signatory></application>'
            % (stage, late, number if stage == 1 else "КІІ-001", "2015-09-23T10:05:00+06:00" if stage == 1 else "2016-02-15T11:25:00+06:00",
               "1" if stage == 1 else "4", cluster, applicant))


def short_dossier():
    return '<dossier xmlns="urn:irikteu:dossier:1"/>'


def documents(kinds):
    return "<documents>" + "".join(f'<document file="{kind}.docx" format="docx" kind="{kind}" bytes="{184320 + 7 * i}" sha256="{(str(i) + "4f1a7c92e05b86d3") * 4:.64}"/>'
                                   for i, kind in enumerate(kinds)) + "</documents>"


CLAUSES = [("7(1)", "appendix 4", "signatory.name", "application", "Өтінімде қол қоюға өкілеттігі бар адамның Т.А.Ә. көрсетілмеген."),
           ("7(2)", "appendix 5", "8.1", "strategy", "Стратегияның 8-бөлімінде «Нарықтық стратегия» тармақшасы жоқ (5-қосымша)."),
           ("7(2)", "appendix 5", "9.4", "strategy", "Алдағы 5 жылға арналған тоқсан сайынғы ақша ағыны берілмеген (5-қосымша)."),
           ("7(3)", "appendix 6", "group.2", "road_map", "Жол картасында инновациялық стратегияны іске асыру жөніндегі іс-шаралар жоқ (6-қосымша)."),
           ("7(4)", None, None, "authorised_conclusion", "Уәкілетті органның стратегия және жол картасы бойынша қорытындысы ұсынылмаған."),
           ("9", None, None, "intake", "Өтінімнің көшірмесі ұсынылмаған.")]


def finding(i, severity="error"):
    clause, appendix, item, document, message = CLAUSES[i % len(CLAUSES)]
    more = "".join(f' {key}="{value}"' for key, value in (("appendix", appendix[-1] if appendix else None), ("item", item)) if value)
    where = f' file="{document}.docx" place="{i + 3}-абзац"' if document not in ("intake", "authorised_conclusion") else ""
    return (f'<finding rule="S2-{i:02}" severity="{severity}" kind="missing" clause="{clause}"{more} document="{document}"{where}>'
            f'<message xml:lang="kk">{message}</message><message xml:lang="ru">Не хватает части заявки, которой требует пункт {clause} Правил.</message>'
            f'<remedy xml:lang="kk">Жетіспейтін мәліметті толықтырып, құжатқа қайта қол қойыңыз.</remedy><remedy xml:lang="ru">Дополните недостающее и подпишите заново.</remedy></finding>')


ROAD_MAP_MISSING = ('<finding rule="A7-missing" severity="error" kind="missing" clause="7(3)" document="road_map">'
                    '<message xml:lang="kk">Аумақтық кластерді дамытудың жол картасы ұсынылмаған.</message></finding>')


def report(verdict_, findings, name="01", coverage=True):
    digest = "89e6c98d92887913cadf06b2adb97f26cde4849b8e2f7d1c4a5b6c7d8e9f0a1b"
    clauses = "".join(f'<clause id="{i}" mode="{m}" rules="{r}"/>' for i, m, r in (
        ("criteria 1.1", "check document by-hand", "C1-affiliation"), ("7(1)", "check", "A4-missing A4-empty"), ("7(2)", "check", "A5-missing A5-empty A5-order"),
        ("7(3)", "check", "A6-group A6-attribute"), ("8", "check", "K8-entrant"), ("9", "check", "K9-copies"), ("12", "by-hand", ""), ("13", "check", "K13-late"),
        ("appendix 5, 8.1", "check", "A5-missing"), ("31", "document term", ""))) if coverage else ""
    return (f'<report xmlns="urn:irikteu:report:1" dossier="{name}" stage="2" verdict="{verdict_}" act="kz-535-2015" edition="2015-07-16" engine="irikteu 0.1.0" '
            f'rules="{digest[::-1]}" input="{digest}"><counts errors="{len(findings)}" warnings="0" infos="0" undetermined="0" manual="0"/>'
            f'<identity><number>КІІ-001</number><cluster_name>{CLUSTERS[1][2]}</cluster_name><applicant_name>{CLUSTERS[1][1]}</applicant_name></identity>'
            f'{"".join(findings)}<ledger/><readings/>{"<coverage>" + clauses + "</coverage>" if coverage else ""}</report>')


CRITERIA = [f"{g}.{i}" for g, n in ((1, 3), (2, 8), (3, 2), (4, 2)) for i in range(1, n + 1)]


def data(kind, size):
    """What stands in the document of that kind."""
    long = size == "long"
    count = {"short": 0, "usual": 7, "long": 25}[size]
    first = competition(1)
    second = competition(2)
    if kind in ("letter-authorised-body", "letter-regional-body", "letter-33"):
        which = "branch" if kind == "letter-authorised-body" else "regional"
        return (second if kind == "letter-33" else first) + addressee(which, size) + executor(size) + "".join(assessment(row) for row in rows(size)) \
            + annex(size, "конкурстық өтінімдердің көшірмелері", "электрондық тасығыш")
    if kind in ("letter-27", "letter-28"):
        name = rows(size)[0][1] if kind == "letter-27" else BRANCH
        to = [addressee("branch", size)] if kind == "letter-27" else [addressee("regional", size)] + ([body("addressee", "Оңтүстік Қазақстан облысының әкімдігі"), body("addressee", "Шымкент қаласының әкімдігі")] if size != "short" else [])
        return issuer(name, size, "Басқарма төрағасы" if kind == "letter-27" else "Вице-министр") + "".join(to) + executor(size) + assessment(row_of(size)) \
            + annex(size, "Аумақтық кластерді дамыту стратегиясы", "Аумақтық кластерді дамытудың жол картасы")
    if kind in ("covering-letter-23", "covering-letter-37"):
        stage = first if kind.endswith("23") else second
        return stage + addressee("commission", size) + executor(size) \
            + (basis("organiser-protocol", "хаттама") if size == "short" else basis("organiser-protocol", "конкурсты ұйымдастырушының өтінімдер материалдарын қарау хаттамасы", "3", "2015-12-08" if kind.endswith("23") else "2016-04-12")) \
            + annex(size, "хаттама", "уәкілетті органның қорытындылары", "өңірлік даму саласындағы мемлекеттік органның қорытындылары", "сарапшылық қорытындылар")
    if kind == "change-receipt":
        request = {"short": element("request", kind="withdrawal", received="2015-10-06T09:00:00+06:00", accepted="false"),
                   "usual": words("request", "Қатысушылар құрамының өзгеруіне байланысты тұжырымдаманың 7-бөлімі толықтырылды", kind="change", number="КІ-003/1", received="2015-10-01T15:20:00+06:00", accepted="true"),
                   "long": words("request", "Кластердің құрамына жаңа қатысушылар енгеніне, олардың көрсеткіштері қайта есептелгеніне байланысты. " * 8, kind="withdrawal", number="КІ-003/2", received="2015-10-02T15:20:00+06:00", accepted="true")}[size]
        dossier = short_dossier() if size == "short" else dossier_head(1) + "</dossier>"
        if long:
            dossier = dossier.replace(CLUSTERS[1][2], LONG_CLUSTER).replace(CLUSTERS[1][1], LONG_APPLICANT)
        return first + dossier + executor(size) + request
    if kind == "repeat":
        return second.replace('stage="2"', 'stage="1"').replace("екінші кезеңі", "бірінші кезеңі") + executor(size) \
            + (basis("organiser-protocol", "хаттама") if size == "short" else basis("organiser-protocol", "конкурсты ұйымдастырушының конкурсты өтпеді деп тану туралы хаттамасы", "2", "2015-10-16"))
    if kind in ("conclusion-authorised-body", "conclusion-regional-body", "conclusion-33"):
        return issuer(BRANCH if kind == "conclusion-authorised-body" else REGIONAL, size) + executor(size) + assessment(row_of(size)) + considerations(size) + verdict(size)
    if kind == "conclusion-29":
        papers = "" if size == "short" else paper("strategy", "1-12/345", "2016-01-18") + paper("road-map", "1-12/346", "2016-01-18")
        bodies = [(REGIONAL, "agreed", None), ("Оңтүстік Қазақстан облысының әкімдігі", "with-remarks", "2-топтағы іс-шаралардың жергілікті бюджеттен қаржыландырылуын нақтылау қажет."),
                  ("Қазақстан Республикасы Қаржы министрлігі", "none", None), ("Қазақстан Республикасы Білім және ғылым министрлігі", "refused", "Жаңа оқу орталығын республикалық бюджеттен қаржыландыру көзделмеген.")]
        agreements = "" if size == "short" else "".join(words("agreement", text or "", body=name, sent="2016-01-20", number=f"05-1/{40 + i}" if result != "none" else None, date="2016-01-27" if result != "none" else None, result=result)
                                                         for i, (name, result, text) in enumerate(bodies * (4 if long else 1)))
        subjects = ["Стратегияның мақсаттары мен нысаналы индикаторлары", "Технологиялық тізбекті ұзарту жобалары", "Қаржыландыру көлемі мен көздері"]
        return issuer(BRANCH, size) + executor(size) + assessment(row_of(size), papers) + "".join(considerations("usual" if size == "usual" else size, subjects, key) for key in ("concept", "5", "6")) + agreements + verdict(size)
    if kind == "score-sheet":
        points = [7.5, 6, 8, 9, 5.5, 7, 6, 8, 5, 6.5, 4, 7, 6, 8, 9]
        scores = "" if size == "short" else "".join(words("score", "Тұжырымдаманың тиісті бөлімінде нақты деректермен дәлелденген. " * (6 if long else 1 if i % 2 == 0 else 0), criterion=c, points=points[i], most=10) for i, c in enumerate(CRITERIA))
        expert = "" if size == "short" else element("expert", name=person(14), position="«Индустрия» талдау орталығының жетекші сарапшысы, экономика ғылымдарының докторы" if long else "тәуелсіз сарапшы", practice=12)
        return assessment(row_of(size), points=None if size == "short" else 102.5) + expert + scores
    if kind in ("expert-conclusion", "expert-conclusion-35"):
        marks = lambda i: "" if size == "short" or kind.endswith("35") else "".join(element("mark", expert=person(j), sheet=f"БП-{i + 1}/{j + 1}", points=f"{95 + (7 * i + 3 * j) % 11}.5") for j in range(5 if size == "usual" else 15))
        remarks = lambda i: "" if size == "short" else "".join(words("remark", text) for text in ["Кластердің экспорт әлеуеті сандармен негізделген; инновациялық инфрақұрылымды дамыту шаралары толықтыруды талап етеді."] * (1 if size == "usual" else 3))
        return (second if kind.endswith("35") else first) + sitting(INSTITUTE, "2015-11-27", count, long, "Сарапшылық кеңес") \
            + (basis("order", "сарапшылық кеңестің жұмыс тәртібі", "17", "2015-08-10") if size != "short" else "") \
            + "".join(assessment(row, marks(i) + remarks(i), points=None if kind.endswith("35") else f"{99 + i}.4" if size != "short" else "99") for i, row in enumerate(rows(size)[:6])) + votes(size)
    if kind in ("protocol-36", "protocol-39"):
        papers = lambda i: "" if size == "short" else (paper("authorised-conclusion", f"04-2/{60 + i}", "2016-02-05", "true") + paper("regional-conclusion", f"11-7/{i + 1}", "2016-03-24", "true" if i % 3 else "false") + paper("expert-conclusion", f"СК-{i + 1}", "2016-03-30"))
        support = lambda i: "" if kind == "protocol-36" or size == "short" or i % 3 == 2 else words("support", "Инженерлік инфрақұрылымды республикалық бюджеттен қоса қаржыландыру") + words("support", "Кадрлар даярлауға арналған шығындардың бір бөлігін өтеу")
        inner = "" if size == "short" else words("agenda", "Әртүрлі.") + words("speech", "талқылаудан кейін ұсынылған материалдарды қабылдауды ұсынды.", speaker=person(1))
        organisation = ORGANISER if kind == "protocol-36" else COMMISSION
        decided = (lambda i: {"passed": "true" if i % 3 != 2 and size != "short" else "false"}) if kind == "protocol-39" else (lambda i: {})
        return second + sitting(organisation, "2016-04-12" if kind == "protocol-36" else "2016-04-20", count, long) + inner \
            + (basis("organiser-protocol", "конкурсты ұйымдастырушының өтінімдерді қарау хаттамасы", "5", "2016-04-12") if size != "short" else "") \
            + "".join(assessment(row, papers(i) + support(i), **decided(i)) for i, row in enumerate(rows(size))) + votes(size) + annex(size, "қорытындылардың көшірмелері")
    if kind == "protocol-41":
        return first + sitting(ORGANISER, "2015-10-16", count, long, "Конкурстық комиссия" if long else None) \
            + (basis("organiser-protocol", "конкурсты ұйымдастырушының өтінімдерді тексеру хаттамасы", "1", "2015-10-09") if size != "short" else "") \
            + (assessment(CLUSTERS[0]) if size == "usual" else assessment(rows("long")[0]) if long else "") \
            + (element("term", for_="repeat", until="2015-12-16") if size != "short" else "") + votes(size)
    if kind in ("conformity-2", "return-2"):
        if size == "short":
            if kind == "return-2":
                return second + short_dossier() + report("non-conforming", [ROAD_MAP_MISSING], coverage=False)
            return second + short_dossier() + report("undetermined", [], coverage=False)
        found = [finding(i) for i in range(14 if long else 2 if kind == "return-2" else 0)]
        dossier = dossier_head(2) + documents(["application", "strategy", "road_map", "authorised_conclusion"]) + "</dossier>"
        if long:
            dossier = dossier.replace(CLUSTERS[1][2], LONG_CLUSTER).replace(CLUSTERS[1][1], LONG_APPLICANT)
        return second + dossier + report("non-conforming" if found else "conforming", found)
    if kind == "protocol-31":
        if size == "short":
            return second
        names = ["01"] if size == "usual" else ["01", "02"]
        out = second.replace('</register>', '<entry dossier="02" number="КІІ-002" received="2016-02-20T12:00:00+06:00" originals="1" copies="1" electronic="true"/></register>')
        out += "".join(dossier_head(2).replace('name="01"', f'name="{name}"') + "</dossier>" for name in ("01", "02"))
        return out + report("conforming", [], "01", False) + report("non-conforming" if long else "conforming", [finding(i) for i in range(14)] if long else [], "02", False)
    if kind in ("concept", "company-sheet-2"):
        if size == "short":
            return ('<dossier xmlns="urn:irikteu:dossier:1"><concept><text><heading level="1">Кластердің қысқаша сипаттамасы</heading></text></concept></dossier>'
                    if kind == "concept" else "")
        name = "01-turkistan-textile.xml" if size == "usual" else "10-qyzylorda-rice.xml"
        text = (INBOX / name).read_text(encoding="utf-8")
        text = text[text.index("<dossier"):]
        text = re.sub(r"<local_conclusion>.*?</local_conclusion>", "", text, flags=re.S)
        if long:
            text = re.sub(r"<cluster_name>[^<]*</cluster_name>", f"<cluster_name>{LONG_CLUSTER}</cluster_name>", text)
        if kind == "company-sheet-2":
            companies = re.findall(r"<company>.*?</company>", text, flags=re.S)[:1 if size == "usual" else 6]
            text = re.sub(r"<text>.*</text>", "<text>" + "".join(companies) + "</text>", text, flags=re.S)
        return text.strip()
    if kind == "strategy":
        if size == "short":
            return '<dossier xmlns="urn:irikteu:dossier:1"><strategy><text><p>Мәтін.</p></text></strategy></dossier>'
        return strategy(long)
    if kind == "road-map-6":
        return "" if size == "short" else road_map(long)
    raise KeyError(kind)


def act_sections(appendix):
    text = (ROOT / "templates/kz-535-2015/act.xml").read_text(encoding="utf-8")
    text = text[text.index(f'<appendix id="{appendix}"'):]
    text = text[:text.index("</appendix>")]
    return re.findall(r'<section id="([^"]+)"(?: number="([^"]+)")?[^>]*>\s*<title>(.*?)</title>', text)


def strategy(long):
    paragraph = ("Кластерге қатысушылар 2016–2020 жылдары өндіріс көлемін 1,8 есе арттыруды, экспорттың үлесін 35 %-ға жеткізуді және 640 жаңа жұмыс орнын "
                 "ашуды жоспарлайды. Бұл мақсаттарға технологиялық тізбекті ұзарту, ортақ зертхана мен логистикалық орталық құру арқылы қол жеткізіледі. ")
    out = []
    for item, number, title in act_sections("5"):
        level = item.count(".") + 1
        out.append(element("heading", title, level=level, number=number or None))
        out.append(element("p", paragraph * (3 if long else 1)))
    table = "<table>" + '<row header="true">' + "".join(f"<cell><p>{h}</p></cell>" for h in ("№", "Көрсеткіш", "2016", "2017", "2018", "2019", "2020")) + "</row>" + "".join(
        f"<row><cell><p>{i + 1}.</p></cell><cell><p>{name}</p></cell>" + "".join(f"<cell><p>{(i + 2) * 410 + 55 * y}</p></cell>" for y in range(5)) + "</row>"
        for i, name in enumerate(["Өндіріс көлемі, млн теңге", "Экспорт, млн теңге", "Жұмыспен қамтылғандар, адам"] * (12 if long else 1))) + "</table>"
    head = dossier_head(2).split("<application")[1]
    head = '<dossier xmlns="urn:irikteu:dossier:1" stage="2"><application' + (head.replace(CLUSTERS[1][2], LONG_CLUSTER) if long else head)
    return head + f"<strategy><title>«Түркістан тоқыма» аумақтық кластерін дамыту стратегиясы</title><text>{''.join(out)}{table}</text></strategy></dossier>"


def road_map(long):
    titles = ["Сауда өкілдігін ашу", "Өнімді халықаралық стандарттар бойынша сертификаттау", "Ортақ зертхананы жарақтандыру", "Оқу орталығын құру"]
    groups = []
    for g in range(1, 7):
        events = []
        for e in range(1, (7 if long else 3)):
            volumes = "".join(f'<volume year="{y}">{(g * e * 35 + y % 7) * 100} мың теңге</volume>' for y in range(2016, 2021 if long else 2018))
            events.append(f'<event number="{g}.{e}."><title>{titles[(g + e) % 4]}{" және оның нәтижелерін кластерге қатысушылардың барлығына қолжетімді ету" * (2 if long else 0)}</title><form>есеп</form>'
                          f'<executor>«Түркістан Иіру» АҚ, облыс әкімдігі</executor><volumes>{volumes}</volumes><source>меншікті қаражат, жергілікті бюджет</source>'
                          f'<deadline>2016 жылғы сәуір – 2017 жылғы қыркүйек</deadline><concept>Экспорттық нарыққа шығу үшін жағдай жасау</concept>'
                          f'<results>Аралық: жоба құжаттамасы; түпкілікті: іске қосылған нысан</results><target_group>Кластерге қатысушы шағын және орта кәсіпорындар</target_group>'
                          f'<evaluation>Жыл сайынғы есеп, нысаналы индикаторларды салыстыру</evaluation></event>')
        groups.append(f'<group number="{g}">{"".join(events)}</group>')
    head = dossier_head(2).split("<application")[1]
    head = '<dossier xmlns="urn:irikteu:dossier:1" stage="2"><application' + (head.replace(CLUSTERS[1][2], LONG_CLUSTER) if long else head)
    return head + f"<road_map>{''.join(groups)}</road_map></dossier>"


KINDS = ["letter-authorised-body", "letter-regional-body", "letter-27", "letter-28", "letter-33", "covering-letter-23", "covering-letter-37", "change-receipt",
         "repeat", "conclusion-authorised-body", "conclusion-regional-body", "conclusion-29", "conclusion-33", "score-sheet", "expert-conclusion", "expert-conclusion-35",
         "protocol-31", "protocol-36", "protocol-39", "protocol-41", "conformity-2", "return-2", "concept", "strategy", "road-map-6", "company-sheet-2"]
DATES = {"2": "2016-02-29", "1": "2015-10-09"}


def document(kind, size):
    stage = "2" if kind in ("letter-27", "letter-28", "letter-33", "covering-letter-37", "conclusion-29", "conclusion-33", "expert-conclusion-35", "protocol-31",
                            "protocol-36", "protocol-39", "conformity-2", "return-2", "strategy", "road-map-6") else "1"
    more = {} if size == "short" else {"number": f"{kind.split('-')[-1] if kind[-1].isdigit() else '18'}-{stage}/07"}
    if size == "long" and kind not in ("concept", "strategy"):
        more["parallel"] = "ru"
    text = element("document", "\n" + data(kind, size) + "\n", xmlns="urn:irikteu:document:1", kind=kind, date=DATES[stage], clock=DATES[stage] + "T16:30:00+06:00",
                   act="kz-535-2015", edition="2015-07-16", **more)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + text + "\n"


def main():
    for kind in KINDS:
        for size in ("long", "short"):
            (TESTS / f"{kind}-{size}.xml").write_text(document(kind, size), encoding="utf-8")


if __name__ == "__main__":
    main()

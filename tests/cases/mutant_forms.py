"""Random forms of appendices 1, 3, 4 and road maps of appendix 6, sound and damaged; see mutants.py."""

import content
from mutants import NAMES, passage, sentence
from ooxml import DISGUISES, para, run, table

RULE = "________________________"
CAPTIONS = {"cluster_name": "(аумақтық кластердің атауы)", "signatory.position": "(өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы)",
            "signatory.name": "(Т.А.Ә.)", "signatory.signature": "(қолы)"}
APPLICANT = {"1": "(аумақтық кластерлерді конкурстық іріктеуге қатысу үшін конкурстың бірінші кезеңіне қатысушының атауы)", "4": "(конкурстың екінші кезеңіне қатысушының атауы)"}
STATEMENT = {"1": "Өтінімді тіркеуді өтінемін:", "4": "осы өтінімді аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысу үшін қажетті құжаттар топтамасын жібереді."}
OTHER_STATEMENT = {"1": ["Өтінімді тіркеуіңізді сұраймын:", "Осы өтінімді тіркеуді өтінемін:", "Өтінімді тіркеуіңізді өтінемін"],
                   "4": ["осы өтінімді және екінші кезеңге қатысу үшін қажетті құжаттар топтамасын жібереді.",
                         "осы өтініммен аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысу үшін қажетті құжаттар топтамасын жолдайды."]}
OTHER_TITLE = {"1": ["Аумақтық кластерлерді конкурстық іріктеудің бірінші кезеңіне қатысуға арналған өтінім", "Аумақтық кластерлерді бірінші конкурстық іріктеуге қатысуға өтінім"],
               "4": ["Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға арналған өтінім"]}
ADDRESSEE = "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган"


def blank(rng):
    return rng.choice([RULE, RULE, "", "___________________________________________", "(толтырылады)", "…………………………", "\u00a0"])


def intake(rng):
    filled = rng.random() < 0.2
    left = f"{'Бекова Айгүл' if filled else '____________________'} (өтінімді қабылдаған адамның Т.А.Ә.)"
    right = "қабылдау күні 2015 жылғы «14» қыркүйек" if filled else "қабылдау күні 20__ жылғы «___» _______"
    cells = [["Қабылдады:", "Қолы: ________, № ______,"], [left, right]]
    body = table(cells) if rng.random() < 0.6 else "".join(para(run(x)) for x in ("Қабылдады:", left, "Қолы: ________, № ______,", right))
    return body + para(run("осы өтінімнің көшірмесі өтініш берушіге беріледі"))


def application(appendix, rng, faults):
    kind = "облысының өңірлік кәсіпкерлер палатасы" if appendix == "1" else "кластерлік қауымдастығы"
    v = {"addressee": rng.choice([ADDRESSEE, ADDRESSEE + "ға", "Қазақстан Республикасының Инвестициялар және даму министрлігі"]) if appendix == "1" else
         rng.choice([ADDRESSEE, ADDRESSEE + " ___________________________", ADDRESSEE + "\nҚазақстан Республикасының Инвестициялар және даму министрлігі"]),
         "title": content.title(appendix), "statement": STATEMENT[appendix], "cluster_name": f"«{rng.choice(NAMES)}» аумақтық кластері",
         "applicant_name": f"«{rng.choice(NAMES)}» {kind}", "signatory.position": rng.choice(["Директор", "Басқарма төрағасы", "Бас директордың м.а."]),
         "signatory.name": rng.choice(["Сейітов Қанат Маратұлы", "Қ.М. Сейітов", "Әбдіғали Г. С."]), "signatory.signature": rng.choice(["қолы қойылған", "Сейітов", "(қолы бар)", "қолтаңба"])}
    if v["signatory.signature"].startswith("("):
        v["signatory.signature"] = "қойылды"
    captions = {**CAPTIONS, "applicant_name": APPLICANT[appendix]}
    expected, allowed = [], []
    gone, empty = set(), set()
    for field in rng.sample(list(v), min(faults, 4)):
        how = rng.choice(["empty", "empty", "gone", "other"])
        if field in captions and how != "gone":
            empty.add(field)
            expected.append(f"{appendix}/{field}/empty/error")
        elif how == "other" and field in ("statement", "title"):
            v[field] = rng.choice((OTHER_STATEMENT if field == "statement" else OTHER_TITLE)[appendix])
            allowed.append(f"{appendix}/{field}/title/warning")
        elif field != "title":
            gone.add(field)
            expected.append(f"{appendix}/{field}/missing/error")
    style = rng.choice(["lines", "lines", "same-line", "rules", "cells", "above", "break", "two-columns"])
    disguise = rng.choice(["none"] * 6 + ["capitals", "latin", "russian keyboard", "soft hyphens", "letter-spaced", "no-break spaces", "decomposed"])
    change = lambda text: DISGUISES[disguise](rng, text)
    out = []
    if rng.random() < 0.6:
        out.append(para(run(f"Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына {appendix}-қосымша"), align="right"))
    order = ["addressee", "title", "statement", "cluster_name", "applicant_name"] if appendix == "1" else ["addressee", "title", "cluster_name", "applicant_name", "statement"]
    for field in order + ["signatory.position", "signatory.name", "signatory.signature"]:
        if field in gone:
            continue
        if field not in captions:
            text = v[field] if field == "addressee" else change(v[field])
            if field == "title" and rng.random() < 0.2:
                text = text.replace(" ", "\n", 3).replace("\n", " ", 2)
            out.append(para(run(text, field == "title"), align="center" if field == "title" else "right" if field == "addressee" else None))
            continue
        value = blank(rng) if field in empty else v[field]
        caption = change(captions[field])
        if style == "same-line":
            out.append(para(run(f"{value} {caption}")))
        elif style == "rules":
            out += [para(run(f"____{value}____" if field not in empty else value)), para(run(caption, size=18), align="center")]
        elif style == "cells":
            out.append(table([[value, caption]]))
        elif style == "above":
            out.append(table([[[value, caption]]]))
        elif style == "two-columns":
            out.append(table([[value], [caption]]))
        elif style == "break":
            out.append(para(run(f"{value}\n{caption}")))
        else:
            out += [para(run(value)), para(run(caption, size=18))]
    if rng.random() < 0.15:
        out.append(para(run("2015 жылғы 14 қыркүйек")))
    if rng.random() < 0.85:
        out.append(intake(rng))
    return "".join(out), {}, expected, allowed, {"style": style, "disguise": disguise}


REGION = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының"


def conclusion(appendix, rng, faults):
    expected, allowed = [], []
    v = {"number": rng.choice(["17-05/214", "214", "3-1/15"]), "date": rng.choice(["2015 жылғы «10» қыркүйек", "2015 жылғы 10 қыркүйек", "10.09.2015"]), "cluster_name": f"«{rng.choice(NAMES)}» аумақтық кластері",
         "address": rng.choice(["Өскемен қаласы, Абай көшесі, 5", "070004, ШҚО, Өскемен қ., Абай к-сі, 5"]), "phone": rng.choice(["8 (7232) 26-11-00", "+7 7232 261100"]),
         "organ_name": rng.choice(["Шығыс Қазақстан облысының кәсіпкерлік басқармасы", "«Шығыс Қазақстан облысының кәсіпкерлік басқармасы»"]),
         "confirmation": "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.",
         "signatory.name": rng.choice(["Нұрғалиев Асқар Бекұлы", "А.Б. Нұрғалиев"]), "signatory.signature": "қолы қойылған", "seal": rng.choice(["М.О. мөр басылған", "М.О. (мөр басылды)"]), "table": True}
    rows = [[f"{n}.", f"«{rng.choice(NAMES)}-{n}» ЖШС", rng.choice(["ағаш өңдеу", "жиһаз өндірісі", "тасымалдау"])] for n in range(1, rng.randint(4, 12))]
    empty, gone = set(), set()
    for field in rng.sample(list(v), min(faults, 4)):
        if field == "confirmation":
            if rng.random() < 0.5:
                v[field] = rng.choice(["Қатысушылардың болуын/болмауын және аумақтық кластерді ұйымдастырудың орындылығын/орынсыздығын растайды.",
                                       "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын/орынсыздығын растайды."])
                expected.append("3/confirmation/wrong-value/warning")
            else:
                gone.add(field)
                expected.append("3/confirmation/missing/error")
        elif field == "table":
            how = rng.choice(["gone", "empty", "activity", "participant"])
            if how in ("gone", "empty"):
                rows = [] if how == "gone" else [[f"{n}.", "", ""] for n in range(1, 5)]
                expected.append("3/table/missing/error|3/table/empty/error")
            else:
                at = rng.randrange(len(rows))
                rows[at][2 if how == "activity" else 1] = rng.choice(["", "____"])
                expected.append(f"3/table.row[{at + 1}].{how}/empty/error")
        elif field in ("signatory.name", "signatory.signature", "phone", "address"):
            empty.add(field)
            expected.append(f"3/{field}/empty/error|3/{field}/missing/error")
        elif rng.random() < 0.6 or field in ("organ_name", "cluster_name"):
            empty.add(field)
            if field != "seal":  # A stamp on paper leaves "М.О." in the file as it was: no error.
                expected.append(f"3/{field}/empty/error")
        else:
            gone.add(field)
            expected.append(f"3/{field}/missing/error")
    disguise = rng.choice(["none"] * 6 + ["capitals", "latin", "russian keyboard", "soft hyphens", "no-break spaces", "decomposed"])
    change = lambda text: DISGUISES[disguise](rng, text)
    style = rng.choice(["decree", "decree", "lines", "captions"])
    out = []
    if rng.random() < 0.6:
        out.append(para(run("Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 3-қосымша"), align="right"))
    out.append(para(run(change(rng.choice([content.title("3"), "Шығыс Қазақстан облысының жергілікті атқарушы органдарының қорытындысы"])), True), align="center"))
    number = None if "number" in gone else f"№ {'____________' if 'number' in empty else v['number']}"
    date = None if "date" in gone else "20___ жылғы «___» ________________" if "date" in empty else v["date"]
    if style == "lines":
        out += [para(run(x)) for x in (number, date) if x]
    elif number or date:
        out.append(para(run(rng.choice(["  ", " ", "\t", "                    "]).join(x for x in (number, date) if x))))
    out.append(para(run(f"1. {blank(rng) if 'cluster_name' in empty else v['cluster_name']}" + ("\n" if style == "captions" else " ") + change("(аумақтық кластердің атауы)"))))
    place = ", ".join(x for x in ("" if "address" in empty else v["address"], "" if "phone" in empty else rng.choice(["", "тел. ", "телефоны: "]) + v["phone"]) if x) or RULE
    out.append(para(run(f"2. {change('Мекенжайы және телефоны')}{rng.choice([' ', ': ', ' – '])}{place}")))
    organ = RULE if "organ_name" in empty else v["organ_name"]
    if style == "captions":
        out += [para(run(f"{change(REGION)} {organ} мемлекеттік мекемесі")), para(run("(атауы)", size=18))]
    else:
        out.append(para(run(f"{change(REGION)} {organ} мемлекеттік мекемесі (атауы)")))
    if "confirmation" not in gone:
        out.append(para(run(v["confirmation"])))
    if rows:
        out.append(table([["№", change("Кластерге қатысушылар"), change("Кластерге қатысушының қызмет түрі")]] + rows))
    name = RULE if "signatory.name" in empty else v["signatory.name"]
    signature = "________________" if "signatory.signature" in empty else v["signatory.signature"]
    if style == "captions":
        out += [para(run(f"{REGION} мемлекеттік мекемесі {organ}")), para(run(f"{name}, {signature}")), para(run("(Т.А.Ә., қолы)", size=18))]
    else:
        joint = rng.choice([", ", " ", "   "])
        out.append(para(run(f"{REGION} мемлекеттік мекемесі {organ} {name}{joint}{signature} (Т.А.Ә., қолы)")))
    if "seal" not in gone:
        out.append(para(run("М.О." if "seal" in empty else v["seal"])))
    return "".join(out), {}, expected, allowed, {"style": style, "disguise": disguise}


# ---- road map

GROUPS = [g.find("a:title", content.NS).text for g in content.ACT.iter("{urn:irikteu:act:1}group")]
ATTRIBUTES = {a.get("id"): a.find("a:title", content.NS).text for a in content.ACT.iter("{urn:irikteu:act:1}attribute")}
COLUMNS = {"number": "№", "event": "Іс-шара", "form": "Аяқтау нысаны", "executor": "Жауапты орындаушы", "volume": "Жылдар бойынша қаржыландыру көлемі", "source": "Қаржыландыру көздері",
           "deadline": "Орындау мерзімдері"}
SHORT = {"item1": "Тұжырымдамасы", "item2": "Аралық және түпкілікті нәтижелері", "item7": "Мақсатты топ", "item8": "Нәтижелілігін бағалау тетігі"}
ELEMENT = {"item1": "item1", "item2": "item2", "item7": "item7", "item8": "item8"}
EVENTS = """Өнім көрмесін өткізу|Өткізу желісін кеңейту|Зертхана жабдықтау|Жаңа бояу технологиясын енгізу|Технологтарды қайта даярлау|Тағылымдама ұйымдастыру|Шетелдік серіктестермен келісім жасасу
Экспорттық сертификат алу|Басқару кеңесін құру|Веб-порталды іске қосу|Аумақты абаттандыру|Мониторинг жүргізу|Мамандандырылған көрмеге қатысу|Бренд әзірлеу|Колледжде жаңа мамандық ашу|Тәлімгерлер мектебін құру
Бірлескен кәсіпорын құру|Сапа менеджменті жүйесін енгізу|Жол салу|Су құбырын жүргізу|Зерттеу бағдарламасын іске қосу""".replace("\n", "|").split("|")


def road_map(appendix, rng, faults):
    expected, allowed = [], []
    groups = list(range(6))
    years = rng.choice([["2016", "2017", "2018"], ["2016 ж.", "2017 ж."], ["2016", "2017", "2018", "2019", "2020"], [], ["2016-2018"]])
    attributes = rng.choice(["columns", "columns", "lines", "labels", "tables-each", "short-columns"])
    layout = rng.choice(["rows", "merged", "merged", "tables", "paged", "bold-line"])
    titled = rng.choice(["1. {}", "{}", "{}", "I топ. {}"]) if False else rng.choice(["{n}. {t}", "{t}", "{n}) {t}"])
    numbered = rng.choice(["dotted", "dotted", "running", "none", "dotted."])
    events = {g: rng.sample(EVENTS, rng.randint(1, 4)) for g in groups}
    used = set()
    for g in groups:  # No measure twice.
        events[g] = [e for e in events[g] if e not in used][:4] or [f"{g + 1}-бағыттың қосымша жұмысы"]
        used.update(events[g])
    columns = list(COLUMNS)
    if numbered == "none" and rng.random() < 0.5:
        columns.remove("number")
    empty = set()
    dropped = None
    lacking = set()
    for _ in range(faults):
        how = rng.choice(["cell", "cell", "attribute", "attribute-empty", "group", "order", "column", "group-empty"])
        g = rng.choice(groups)
        e = rng.randrange(len(events[g]))
        if how == "cell":
            field = rng.choice(["event", "form", "executor", "volume", "source", "deadline"]) if rng.random() < 0.9 else "event"
            if field == dropped or field == "event" or any(x[:2] == (g, e) for x in empty | lacking):
                continue
            empty.add((g, e, field))
        elif how == "attribute-empty":
            empty.add((g, e, rng.choice(list(SHORT))))
        elif how == "attribute" and attributes in ("lines", "labels", "tables-each"):
            lacking.add((g, e, rng.choice(list(SHORT))))
        elif how == "group" and len(groups) == 6 and groups == sorted(groups):
            groups.remove(g)
            expected.append(f"6/group.{g + 1}/missing/error")
        elif how == "order" and groups == sorted(groups) and len(groups) == 6:
            at = rng.randrange(5)
            groups[at], groups[at + 1] = groups[at + 1], groups[at]
            expected.append(f"6/group.{groups[at] + 1}/order/warning|6/group.{groups[at + 1] + 1}/order/warning")
        elif how == "column" and dropped is None:
            dropped = rng.choice(["form", "executor", "source", "deadline"])
            if any(x[2] == dropped for x in empty):
                dropped = None
                continue
            columns.remove(dropped)
            expected.append(f"6/table.col.{dropped}/missing/error")
    empty = {x for x in empty if x[0] in groups and x not in lacking}
    lacking = {x for x in lacking if x[0] in groups}
    expected += [f"6/event[{g + 1}.{e + 1}].{f}/empty/error" for g, e, f in sorted(empty)]
    expected += [f"6/event[{g + 1}.{e + 1}].{f}/missing/error" for g, e, f in sorted(lacking)]
    if dropped:
        allowed.append(f"6/event[[]*[]].{dropped}/*/*")
    values = {"form": "есеп", "executor": "кластерлік қауымдастық, әкімдік", "source": rng.choice(["меншікті қаражат", "республикалық бюджет", "жергілікті бюджет"]), "deadline": rng.choice(["2016 жылғы 3-тоқсан", "2016-2018 жылдар", "2016 ж. желтоқсан"]),
              "item1": "Өнімді жаңа нарыққа шығару", "item2": "Аралық: екі шарт; түпкілікті: он шарт", "item7": "жиһаз өндірушілер", "item8": "жылдық есеп"}
    blanks = rng.choice(["", "", "____", " "])
    extra = list(SHORT) if "columns" in attributes else []
    names = SHORT if attributes == "short-columns" else ATTRIBUTES
    wide = max(len(years), 1)
    width = len(columns) + wide - 1 + len(extra)

    def head():
        top, below = [], []
        for c in columns:
            if c == "volume" and len(years) > 1:
                top.append((COLUMNS[c], wide, 1))
                below += list(years)
            else:
                top.append((COLUMNS[c] + (f", {years[0]}" if c == "volume" and years else ""), 1, 2 if len(years) > 1 else 1))
                below.append(None)
        top += [(names[a], 1, 2 if len(years) > 1 else 1) for a in extra]
        below += [None] * len(extra)
        rows = [top] + ([below] if len(years) > 1 else [])
        if rng.random() < 0.1:
            rows.append([str(k + 1) for k in range(width)])
        return rows

    running = [0]

    def event(g, e):
        running[0] += 1
        cells = []
        for c in columns + extra:
            gone = (g, e, c) in empty
            if c == "number":
                cells.append({"dotted": f"{g + 1}.{e + 1}", "dotted.": f"{g + 1}.{e + 1}.", "running": str(running[0]), "none": ""}[numbered])
            elif c == "event":
                cells.append(events[g][e])
            elif c == "volume":
                cells += [blanks if gone else rng.choice([str(1000 + 10 * g + k), "–" if k else "500", "1 200,5"]) for k in range(wide)]
            else:
                cells.append(blanks if gone else values[c])
        return cells

    title = lambda g: titled.format(n=g + 1, t=GROUPS[g])
    out = [para(run(rng.choice(["Аумақтық кластерді дамытудың жол картасы", f"«{rng.choice(NAMES)}» аумақтық кластерін дамытудың жол картасы", "АУМАҚТЫҚ КЛАСТЕРДІ ДАМЫТУДЫҢ ЖОЛ КАРТАСЫ"]), True), align="center")]
    rows = head()
    for k, g in enumerate(groups):
        if layout in ("tables", "bold-line"):
            out.append(para(run(title(g), layout == "bold-line" or rng.random() < 0.5)))
            rows = head()
        elif layout == "merged":
            rows.append([(title(g), width, 1)])
        else:
            lead = [str(g + 1) if "{n}" in titled else ""] if "number" in columns else []
            rows.append(lead + [GROUPS[g] if lead else title(g)] + [""] * (width - 1 - len(lead)))
        rows += [event(g, e) for e in range(len(events[g]))]
        if layout in ("tables", "bold-line"):
            out += [table(rows, 14000), "<w:p/>"]
        elif layout == "paged" and k == 2:
            out += [table(rows, 14000), para('<w:r><w:br w:type="page"/></w:r>')]
            rows = head() if rng.random() < 0.5 else []
    if layout not in ("tables", "bold-line") and rows:
        out.append(table(rows, 14000))
    if attributes in ("lines", "labels", "tables-each"):
        if rng.random() < 0.5:
            out.append(para(run("Әрбір іс-шара үшін айқындалған мәліметтер")))
        for g in groups:
            for e, name in enumerate(events[g]):
                told = [(a, "" if (g, e, a) in empty else values[a]) for a in SHORT if (g, e, a) not in lacking]
                if attributes == "lines":
                    out.append(para(run(f"{g + 1}.{e + 1}. {name}", True)))
                    out += [para(run(f"{a[4:]}) {ATTRIBUTES[a]}: {x}")) for a, x in told]
                elif attributes == "labels":
                    out.append(para(run(f"{g + 1}.{e + 1}. {name}", True)))
                    out.append(table([[f"{a[4:]}.", ATTRIBUTES[a], x] for a, x in told]))
                else:
                    out.append(table([[(f"{g + 1}.{e + 1}. {name}", 2, 1)]] + [[ATTRIBUTES[a], x] for a, x in told]))
                    out.append("<w:p/>")
    return "".join(out), {"landscape": True}, expected, allowed, {"layout": layout, "attributes": attributes, "numbered": numbered, "years": len(years), "titled": titled}

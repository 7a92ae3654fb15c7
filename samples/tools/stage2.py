#!/usr/bin/python3
"""Writes the sample inbox of stage 2 anew: samples/tools/stage2.py (from any folder).

Titles of sections and groups are read from the act itself; everything else from content/. The bytes depend on nothing else."""

import pathlib
import shutil
import xml.etree.ElementTree as etree

import build
import cluster as clusters
import dossierxml
import ooxml
import papers
from ooxml import Paper, paragraph, run

HERE = pathlib.Path(__file__).resolve().parent
INBOX = HERE.parent / "kz-535-2015" / "competition-2" / "inbox"
ACT = etree.parse(HERE.parent.parent / "templates" / "kz-535-2015" / "act.xml").getroot()
A = "{urn:irikteu:act:1}"

TITLE = "Аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысуға өтінім"
STATEMENT = "осы өтінімді аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысу үшін қажетті құжаттар топтамасын жібереді."
YEARS = (2016, 2017, 2018, 2019, 2020)
PAGES = {"02-almaty-it": 8, "03-kostanay-grain": 8, "09-mangystau-marine": 8, "11-almatyobl-fruit": 8}


def appendix(number):
    return next(a for a in ACT.iter(A + "appendix") if a.get("id") == number)


def sections(node):
    """(item, number, title, level) of appendix 5, in order."""
    for section in node.findall(A + "section"):
        item = section.get("id")
        yield item, section.get("number", ""), section.find(A + "title").text, item.count(".") + 1
        yield from sections(section)


STRATEGY = list(sections(appendix("5").find(A + "structure")))
GROUPS = [(g.get("id").split(".")[1], g.find(A + "title").text) for g in appendix("6").iter(A + "group")]
MEASURES = [
    ("Экспорттық сауда үйін ашу", "Сауда үйі", "экспорт жөніндегі серіктестер"),
    ("Ортақ сынақ зертханасын жабдықтау", "Зертхана", "зерттеушілер мен технологтар"),
    ("Дуальды оқыту орталығын іске қосу", "Оқу орталығы", "колледж студенттері"),
    ("Серіктес кластерлермен меморандумға қол қою", "Меморандум", "шетелдік кластерлер"),
    ("Үйлестіру кеңесінің кеңсесін құру", "Кеңсе", "кластерге қатысушылар"),
    ("Кластердің сайтын жүргізу", "Сайт", "жұртшылық"),
]


def content():
    texts, item = {}, None
    for line in (HERE / "content" / "strategy.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            item = line[1:]
        elif line and not line.startswith("#"):
            texts.setdefault(item, []).append(line)
    return texts


TEXTS = content()


def sums(seed, group, n):
    """Money of one measure by year, thousand tenge."""
    return [1000 * (3 + (seed * 7 + int(group) * 5 + n * 3 + k * k) % 17) for k in range(len(YEARS))]


def road_map(c, drop=(), without=()):
    """[(group, title, [measure])]; without: (group, number, element) that a measure lacks."""
    seed, groups = int(c.facts["slug"][:2]), []
    for (group, title), (name, form, target) in zip(GROUPS, MEASURES):
        if group in drop:
            continue
        measures = []
        for n in (1, 2):
            years = sums(seed, group, n)
            own, total = sum(years) * 2 // 5, sum(years)
            measure = {"title": name if n == 1 else f"{name}: екінші кезек", "form": form, "executor": c.facts["applicant"],
                       "volumes": years, "source": f"меншікті қаражат – {own}, республикалық бюджет – {total - own}",
                       "deadline": "2017 жылғы 1 желтоқсан" if n == 1 else "2019 жылғы 1 желтоқсан",
                       "concept": f"{name} арқылы қатысушылардың ортақ қажеттілігі бір жерден қамтамасыз етіледі.",
                       "results": "Аралық нәтиже – жобалық құжаттама; түпкілікті нәтиже – іске қосылған нысан.", "target_group": target,
                       "evaluation": "Жылына бір рет индикаторлар бойынша тәуелсіз бағалау."}
            for where, number, element in without:
                if where == group and number == n:
                    measure[element] = "" if element != "volumes" else []
            measures.append(measure)
        groups.append((group, title, measures))
    return groups


def money(groups):
    return f"{sum(sum(m['volumes']) for _, _, measures in groups for m in measures):,}".replace(",", " ")


def strategy(c, groups, drop=(), empty=()):
    """The body of a strategy, as cluster.body gives that of a concept."""
    facts = {**c.facts, "count": len(c.companies), "money": money(groups)}
    body = []
    for item, number, title, level in STRATEGY:
        if any(item == d or item.startswith(d + ".") for d in drop):
            continue
        body.append(("heading", level, number, title))
        if item in empty:
            continue
        for line in TEXTS[item]:
            if line == "!participants":
                body.append(("table", [(True, ["№", "Атауы", "Қызмет түрі"])] + [(False, [str(n), p.name, p.activity]) for n, p in enumerate(c.companies, 1)]))
            elif line == "!flow":
                rows = [(True, ["Жыл", "I тоқсан", "II тоқсан", "III тоқсан", "IV тоқсан"])]
                rows += [(False, [f"{year} жыл"] + [f"{1200 + 85 * k * q} " for q in (1, 2, 3, 4)]) for k, year in enumerate(YEARS, 1)]
                body.append(("table", [(head, [cell.strip() for cell in cells]) for head, cells in rows]))
            else:
                body.append(("p", "", line.format_map(facts)))
    return body


def application(c, kind):
    f = c.facts
    return {"addressee": build.ADDRESSEE, "title": TITLE, "statement": STATEMENT, "cluster_name": f["cluster"], "applicant_name": applicant(c, kind),
            "kind": kind, "bin": f["bin"], "date": "2016-01-20", "signatory": {"position": f["position"], "name": f["signatory"], "signature": build.SIGNED}}


def applicant(c, kind):
    return f"{c.facts['name']} кластерлік қауымдастығы" if kind == "cluster-association" else c.facts["applicant"]


def authorised(c):
    return {"number": f"14-2/{c.facts['bin'][-3:]}", "date": "2016-01-15", "organ_name": "Қазақстан Республикасының салалық министрлігі",
            "text": [f"{c.facts['cluster_gen']} дамыту стратегиясы мен жол картасы тұжырымдамаға және 5, 6-қосымшалардың талаптарына сай келеді.",
                     "Жол картасы мүдделі мемлекеттік және жергілікті атқарушы органдармен келісілді, ескертулер жоқ."],
            "signatory": {"position": "Департамент директоры", "name": "Тілеуов Данияр Маратұлы", "signature": build.SIGNED}}


# --- XML ---------------------------------------------------------------------------------------------------------------------

def write_form(w, a):
    w.open("application", appendix="4")
    dossierxml.fields(w, {key: a.get(key) for key in ("addressee", "title", "statement", "cluster_name", "applicant_name")})
    w.leaf("applicant", kind=a["kind"], bin=a["bin"])
    dossierxml.signatory(w, a.get("signatory"))
    dossierxml.fields(w, {"date": a["date"]})
    w.close("application")


def write_road_map(w, c, groups):
    w.open("road_map")
    w.leaf("title", road_map_title(c))
    for number, title, measures in groups:
        w.open("group", number=number)
        w.leaf("title", title)
        for n, m in enumerate(measures, 1):
            w.open("event", number=f"{number}.{n}")
            dossierxml.fields(w, {key: m[key] for key in ("title", "form", "executor")})
            w.open("volumes")
            for year, value in zip(YEARS, m["volumes"]):
                w.leaf("volume", value, year=year)
            if m["volumes"]:
                w.leaf("volume", m.get("total", sum(m["volumes"])), year="total")
            w.close("volumes")
            dossierxml.fields(w, {key: m[key] or None for key in ("source", "deadline", "concept", "results", "target_group", "evaluation")})
            w.close("event")
        w.close("group")
    w.close("road_map")


def write_authorised(w, a):
    w.open("authorised_conclusion")
    dossierxml.fields(w, {key: a[key] for key in ("number", "date", "organ_name")})
    w.open("text")
    for line in a["text"]:
        w.leaf("p", line)
    w.close("text")
    dossierxml.signatory(w, a["signatory"])
    w.close("authorised_conclusion")


def write_strategy(w, title, body):
    w.open("strategy", sheets=9)
    w.leaf("title", title)
    w.open("text")
    for block in body:
        if block[0] == "heading":
            w.leaf("heading", block[3], level=block[1], number=block[2] or None)
        elif block[0] == "p":
            w.leaf("p", block[2])
        else:
            dossierxml.table(w, block[1])
    w.close("text")
    w.close("strategy")


def inventory(parts):
    titles = {"inventory": "Құжаттар тізбесі", "application": "Екінші кезеңге қатысуға өтінім (4-қосымша)", "strategy": "Аумақтық кластерді дамыту стратегиясы (5-қосымша)",
              "road_map": "Аумақтық кластерді дамытудың жол картасы (6-қосымша)", "authorised_conclusion": "Уәкілетті органның қорытындысы",
              "local_conclusion": "Жергілікті атқарушы органның қорытындысы (3-қосымша)"}
    counts, sheet, items = {"strategy": 9, "road_map": 3, "local_conclusion": 2}, 1, []
    for part in ("inventory", *parts):
        items.append((part, sheet, sheet + counts.get(part, 1) - 1, titles[part]))
        sheet = items[-1][2] + 1
    return [(1, sheet - 1, items)]


ALL = ("application", "strategy", "road_map", "authorised_conclusion")


def dossier(c, kind, entrant, parts=ALL, inside=None, groups=None, body=None, form=None, conclusion=None):
    """The XML of a dossier. parts: what was handed in; inside: what of it stands in this file and not in files beside it."""
    inside = parts if inside is None else inside
    groups = groups if groups is not None else road_map(c)
    w = dossierxml.Writer()
    w.open("dossier", xmlns=dossierxml.NAMESPACE, stage="2", entrant=entrant, **{"xml:lang": "kk"})
    dossierxml.inventory(w, inventory(parts))
    if "application" in inside:
        write_form(w, form or application(c, kind))
    if "strategy" in inside:
        write_strategy(w, strategy_title(c), body or strategy(c, groups))
    if "road_map" in inside:
        write_road_map(w, c, groups)
    if "local_conclusion" in inside:
        dossierxml.conclusion(w, conclusion or build.conclusion(c))
    if "authorised_conclusion" in inside:
        write_authorised(w, authorised(c))
    w.close("dossier")
    return w.text()


def strategy_title(c):
    return f"{c.facts['cluster_gen']} дамыту стратегиясы"


def road_map_title(c):
    return f"{c.facts['cluster_gen']} дамытудың жол картасы"


# --- DOCX --------------------------------------------------------------------------------------------------------------------

def application_docx(path, a):
    paper = Paper(a["title"], pages=1)
    paper.add(paragraph(run("Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 4-қосымша", size=24), align="right", left=4500))
    paper.add(paragraph(run(a["addressee"]), align="right", before=240, left=3500))
    paper.add(paragraph(run(a["title"], bold=True), align="center", before=480, after=240))
    paper.add(papers.caption(a["cluster_name"], "аумақтық кластердің атауы"))
    paper.add(papers.caption(a["applicant_name"], "конкурстың екінші кезеңіне қатысушының атауы"))
    paper.add(paragraph(run(a["statement"]), first=709))
    paper.add(papers.caption(a["signatory"]["position"], "өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы"))
    paper.add(papers.caption(a["signatory"]["name"], "Т.А.Ә."))
    paper.add(papers.caption(a["signatory"]["signature"], "қолы"))
    paper.add(paragraph(run(papers.legal_date(a["date"])), before=240, after=240))
    paper.add(papers.intake())
    paper.add(paragraph(run("осы өтінімнің көшірмесі өтініш берушіге беріледі", size=24), before=240))
    paper.save(path)


def strategy_docx(path, c, groups, look=False):
    papers.concept(path, strategy_title(c), strategy(c, groups), PAGES[c.facts["slug"]], look=look)


def folder(name):
    path = INBOX / name
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


# --- the dossiers ------------------------------------------------------------------------------------------------------------

def save(name, text):
    (INBOX / name).write_text(text, encoding="utf-8")


def winners():
    c = build.load("01-turkistan-textile")
    save("01-turkistan-textile.xml", dossier(c, "stage-1-winner", "winner"))
    c = build.load("02-almaty-it")
    path, groups = folder("02-almaty-it"), road_map(c)
    (path / "dossier.xml").write_text(dossier(c, "stage-1-winner", "winner", inside=("road_map", "authorised_conclusion")), encoding="utf-8")
    application_docx(path / "application.docx", application(c, "stage-1-winner"))
    strategy_docx(path / "strategy.docx", c, groups)
    c = build.load("03-kostanay-grain")
    path, groups = folder("03-kostanay-grain"), road_map(c)
    (path / "dossier.xml").write_text(dossier(c, "stage-1-winner", "winner", inside=("application", "road_map", "authorised_conclusion")), encoding="utf-8")
    strategy_docx(path / "strategy.docx", c, groups, look=True)
    build.archive(INBOX / "03-kostanay-grain.zip", [(f"03-kostanay-grain/{name}", path / name) for name in ("dossier.xml", "strategy.docx")])
    shutil.rmtree(path)


def direct_entrants():
    with_local = ALL + ("local_conclusion",)
    c = build.load("04-atyrau-petrochem")
    save("04-atyrau-petrochem.xml", dossier(c, "cluster-association", "direct", with_local))
    c = build.load("05-oskemen-machinery")
    save("05-oskemen-machinery.xml", dossier(c, "cluster-association", "direct"))
    c = build.load("08-zhambyl-phosphate")
    save("08-zhambyl-phosphate.xml", dossier(c, "regional-chamber", "direct", ("application", "strategy", "road_map", "local_conclusion")))
    c = build.load("11-almatyobl-fruit")
    path, groups = folder("11-almatyobl-fruit"), road_map(c)
    (path / "dossier.xml").write_text(dossier(c, "cluster-association", "direct", with_local, inside=("application", "road_map", "authorised_conclusion")), encoding="utf-8")
    strategy_docx(path / "Стратегия.docx", c, groups)
    papers.conclusion(path / "Қорытынды.docx", build.conclusion(c))


def faulty():
    c = build.load("06-karagandy-metal")
    groups = road_map(c)
    save("06-karagandy-metal.xml", dossier(c, "stage-1-winner", "winner", groups=groups, body=strategy(c, groups, drop=["8.2", "10.5"], empty=["9.4", "9.7"])))
    c = build.load("07-aqtobe-building")
    without = (("2", 1, "target_group"), ("2", 1, "evaluation"), ("5", 2, "volumes"))
    groups = road_map(c, drop=("4",), without=without)
    groups[0][2][0]["total"] = 1 + sum(groups[0][2][0]["volumes"]) * 2
    save("07-aqtobe-building.xml", dossier(c, "stage-1-winner", "winner", groups=groups))
    c = build.load("10-qyzylorda-rice")
    form = application(c, "stage-1-winner")
    form["signatory"]["signature"] = None
    save("10-qyzylorda-rice.xml", dossier(c, "stage-1-winner", "winner", ("application", "strategy", "road_map"), form=form))
    c = build.load("09-mangystau-marine")
    path, groups = folder("09-mangystau-marine"), road_map(c)
    (path / "dossier.xml").write_text(dossier(c, "stage-1-winner", "winner", inside=("application", "road_map", "authorised_conclusion")), encoding="utf-8")
    strategy_docx(path / "strategy.docx", c, groups)
    data = (path / "strategy.docx").read_bytes()
    (path / "strategy.docx").write_bytes(data[:len(data) * 3 // 5])


def main():
    INBOX.mkdir(parents=True, exist_ok=True)
    winners()
    direct_entrants()
    faulty()


if __name__ == "__main__":
    main()

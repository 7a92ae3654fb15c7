"""What the papers of the cases say: the prescribed structures from act.xml, ordinary sentences, companies, measures."""

import pathlib
import re
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
ACT = ET.parse(ROOT / "templates/kz-535-2015/act.xml").getroot()
NS = {"a": "urn:irikteu:act:1"}

SENTENCES = """Кластер аумағында жиһаз бен ағаш өңдеу кәсіпорындары соңғы он жылда тұрақты жұмыс істеп келеді.
Өңірдің шикізат базасы жыл сайын екі жүз мың текше метрге дейін ағаш дайындауға мүмкіндік береді.
Қатысушы компаниялар бір-біріне жартылай фабрикаттарды ұзақ мерзімді шарттар бойынша жеткізеді.
Облыс орталығындағы колледж жыл сайын жүз елу маманды технолог және құрастырушы мамандығы бойынша даярлайды.
Өнімнің үштен бірі көрші облыстарға, оннан бірі шетелге жөнелтіледі.
Кәсіпорындар жабдықтарының орташа жасы жеті жылды құрайды, оны жаңарту жоспары бекітілген.
Электр қуатының қосалқы станциясы қажетті қуатты артығымен қамтамасыз етеді.
Теміржол бекетінен өндірістік алаңға дейінгі қашықтық төрт шақырымнан аспайды.
Банктермен жасалған несие желілері айналым қаражатының тапшылығын жабады.
Сұраныстың маусымдық ауытқуы тапсырыс портфелін әртараптандыру арқылы теңестіріледі.
Жергілікті жеткізушілердің үлесі сатып алу көлемінің жартысынан асады.
Еңбек ақы деңгейі облыстағы орташа көрсеткіштен он бес пайызға жоғары.""".split("\n")


class Item:
    def __init__(self, node, parent, depth):
        self.id = node.get("id")
        self.title = node.find("a:title", NS).text
        short = node.find("a:short", NS)
        self.short = short.text if short is not None else self.title
        self.number = node.get("number", "–")
        self.required = node.get("required") == "true"
        self.parent, self.depth = parent, depth
        self.leaf = node.find("a:section", NS) is None


def items(appendix):
    out = []

    def walk(node, parent, depth):
        for child in node.findall("a:section", NS):
            out.append(Item(child, parent, depth))
            walk(child, child.get("id"), depth + 1)

    walk(ACT.find(f"a:appendices/a:appendix[@id='{appendix}']/a:structure", NS), None, 1)
    return out


def title(appendix, tag="title"):
    return ACT.find(f"a:appendices/a:appendix[@id='{appendix}']/a:{tag}", NS).text


class Text:
    """Sentences in turn, so that no two paragraphs of a paper are the same."""

    def __init__(self):
        self.at = 0

    def paragraph(self, count=4):
        said = [SENTENCES[(self.at + 5 * k + self.at // 12) % len(SENTENCES)] for k in range(count)]
        self.at += 1
        return f"{' '.join(said)} {1000 + self.at} адам осы жұмысқа тартылған."


def company(n):
    names = "Алтай-Ағаш Ертіс-Мебель Риддер-Орман Сібе-Тақтай Күршім-Фанера Зырян-Желім Үлбі-Фурнитура Марқакөл-Логистика Бұқтырма-Жабдық Глубокое-Дизайн Самар-Картон Тарбағатай-Лак".split()
    return {"name": f"«{names[n % 12]}» ЖШС", "address": {"street": f"Абай көшесі, {n + 3}", "city": "Өскемен", "zip": f"0700{n:02d}"},
            "capital": "отандық", "founded": f"{2000 + n} жылғы 12 наурыз", "clients": "құрылыс компаниялары, мектептер",
            "country": "отандық", "responsible": {"surname": "Ахметов", "name": "Ерлан", "position": "директор"},
            "phone": f"8 (7232) 26-10-{n:02d}", "mobile": f"8 705 123 45 {n:02d}", "email": f"info{n}@altay.kz", "site": f"www.altay{n}.kz",
            "eqjj": {"main": "31.09.0", "extra": ["16.10.1"]}, "years": ["2010", "2011", "2012", "2013"],
            # Percentages are percentages.
            "indicators": {key: [str(k if key in ("netincome", "rdstaff") else 100 * k + n) for k in range(1, 5)] for key in
                           ("turnover", "export", "netincome", "gva", "staff", "rdstaff", "rdcost")}}


SHEET = {r.get("id"): r for r in ACT.iter("{urn:irikteu:act:1}row")}


def label(row):
    return SHEET[row].find("a:title", NS).text


def sheet_tables(c, drop=(), empty=(), years=None, style="decree"):
    """The company sheet of appendix 2, section 7: rows of cells (text, columns, rows). `drop`, `empty`: ids of fields."""
    def value(field, text):
        return "" if field in empty else text

    rows = []
    for field in "name address capital founded clients country responsible phone mobile email site eqjj".split():
        if field in drop:
            continue
        if field in ("address", "responsible"):
            parts = {"address": [("street", "Көше"), ("city", "Қала"), ("zip", "Пошта коды")],
                     "responsible": [("surname", "Тегі"), ("name", "Аты"), ("position", "Лауазымы")]}[field]
            parts = [(p, t) for p, t in parts if f"{field}.{p}" not in drop]
            rows.append([(label(field), 1, 2)] + [(t, 1, 1) for _, t in parts])
            rows.append([None] + [(value(f"{field}.{p}", c[field][p]), 1, 1) for p, _ in parts])
        elif field == "eqjj":
            rows.append([(label(field), 1, 2), ("Негізгі қызметі", 1, 1), ("Қосымша қызметі", 2, 1)])
            rows.append([None, (value("eqjj.main", c["eqjj"]["main"]), 1, 1), (", ".join(c["eqjj"]["extra"]), 2, 1)])
        else:
            rows.append([(label(field), 1, 1), (value(field, c[field]), 3, 1)])
    years = years or c["years"]
    figures = [[("Жекелеген көрсеткіштері", 1, 1)] + [(y, 1, 1) for y in years]]
    for key in ("turnover", "export", "netincome", "gva", "staff", "rdstaff", "rdcost"):
        if key in drop:
            continue
        figures.append([(label(key), 1, 1)] + [(value(key, c["indicators"][key][k % 4]), 1, 1) for k in range(len(years))])
    if style == "one":
        return [[r + [] for r in rows] + figures]
    return [rows, figures]


GROUPS = [(g.get("number"), g.find("a:title", NS).text) for g in ACT.iter("{urn:irikteu:act:1}group")]
COLUMNS = ["№", "Іс-шара", "Аяқтау нысаны", "Жауапты орындаушы", "Жылдар бойынша қаржыландыру көлемі", "Қаржыландыру көздері", "Орындау мерзімдері"]
ATTRIBUTES = [(a.get("id"), a.find("a:title", NS).text) for a in ACT.iter("{urn:irikteu:act:1}attribute")]
EVENTS = ["Өнім көрмесін өткізу", "Өткізу желісін кеңейту", "Зертхана жабдықтау", "Жаңа бояу технологиясын енгізу", "Технологтарды қайта даярлау",
          "Тағылымдама ұйымдастыру", "Шетелдік серіктестермен келісім жасасу", "Экспорттық сертификат алу", "Басқару кеңесін құру",
          "Веб-порталды іске қосу", "Аумақты абаттандыру", "Мониторинг жүргізу"]

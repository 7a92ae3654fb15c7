"""Reads a content file: a cluster's facts, its companies and the text of its concept.

A content file holds lines `key = value`, lines `company = …` (seventeen fields parted by ` | `) and blocks that begin with
`@ITEM`, ITEM being an id of structure.py. In a block each line is a paragraph; `- x` and `1) x` are list items, `| a | b` is a
row of a table and `|! a | b` its heading row; `!finance`, `!participants` and `!companies` stand for what is computed.
`{key}` is replaced by a fact, `{turnover2013}` and the like by the sum over all companies.
"""

import re
import zlib
from dataclasses import dataclass, field

import structure

NBSP = "\u00a0"

SURNAMES = ("Әбілқасымов Байтілеуов Ғабдуллин Дүйсенбаев Есмұханов Жүнісов Ізтілеуов Кәкімжанов Қожағұлов Мыңжасаров Нұрпейісов "
            "Өтегенов Рысқұлбеков Сәрсенғалиев Тілеуберлин Ұзақбаев Үмбетәлиев Шоқпаров Ысқақов Бекмағамбетов Жаңабаев Қуанышев "
            "Оңғарбаев Төлегенов Хасенов Айтмұқашев Досмұратов Еңсебаев Жәкенов Мұқышев").split()
MEN = ("Айдын Бауыржан Ғани Дәурен Ерлан Жандос Ілияс Кеңес Қайрат Марат Нұрлан Олжас Рүстем Сәкен Талғат Ұлан Үсен Шыңғыс "
       "Арман Әділет").split()
WOMEN = ("Айгүл Бибігүл Гүлнәр Динара Еңлік Жанар Күләш Қарлығаш Ләззат Мәншүк Назгүл Өрзия Перизат Раушан Сәуле Толқын Ұлжан "
         "Шолпан Ақмарал Әсем").split()
FATHERS = ("Асқар Болат Ғалым Дүйсен Ермек Жақсылық Ізбасар Кәрім Қасым Мұрат Нұғман Өмірзақ Рахым Серік Төлеген Хамит Шәкір "
           "Аманжол Әбдір Бейсен").split()
POSITIONS = ("Бас директордың даму жөніндегі орынбасары;Коммерциялық директор;Өндіріс жөніндегі директор;Экономика бөлімінің "
             "басшысы;Стратегиялық даму бөлімінің бастығы;Бас технолог;Жобалар жөніндегі бас менеджер;Сыртқы байланыстар "
             "жөніндегі менеджер").split(";")


@dataclass
class Company:
    name: str
    activity: str
    city: str
    street: str
    zip: str
    eqjj: list
    founded: str
    capital: str
    clients: str
    slug: str
    phone: str
    mobile: str
    responsible: tuple      # surname, given name, position
    years: dict             # year -> indicator -> string

    @property
    def country(self):
        if "100 %" not in self.capital:
            return "отандық компания (шетелдік қатысу үлесімен)"
        return "отандық ұйым" if "МКҚК" in self.name or "РМК" in self.name else "отандық компания"

    @property
    def email(self):
        return f"info@{self.slug}.example"

    @property
    def site(self):
        return f"www.{self.slug}.example"


@dataclass
class Cluster:
    facts: dict = field(default_factory=dict)
    companies: list = field(default_factory=list)
    blocks: dict = field(default_factory=dict)      # item -> list of lines


def thousands(value):
    """1234567 -> 1 234 567 with no-break spaces."""
    return f"{value:,}".replace(",", NBSP)


def tenths(value):
    """74 -> 7,4."""
    return f"{value // 10},{value % 10}"


def person(seed):
    """An invented name that depends on nothing but the seed: surname, given name, patronymic."""
    number = zlib.crc32(seed.encode("utf-8"))
    surname = SURNAMES[number % len(SURNAMES)]
    father = FATHERS[(number // 7) % len(FATHERS)]
    if (number // 64) % 3 == 0:
        return surname + "а", WOMEN[(number // 31) % len(WOMEN)], father + "қызы"
    return surname, MEN[(number // 31) % len(MEN)], father + "ұлы"


def indicators(turnover, growth, export, margin, gva, staff, research, seed):
    """The four columns of the sheet, from the figures of 2010, in thousand tenge."""
    years = {}
    for n, year in enumerate(structure.YEARS):
        if n:
            turnover = turnover * (100 + growth[n - 1]) // 100
            staff = staff * (200 + growth[n - 1]) // 200
        shift = (seed >> n) % 7
        years[year] = {
            "turnover": turnover,
            "export": turnover * export // 100 * (96 + shift) // 100,
            "netincome": margin * 10 + shift * 3 - 6,
            "gva": turnover * gva // 100,
            "staff": staff,
            "rdstaff": research * 10 + shift,
            "rdcost": turnover * research // 400,
        }
    return years


def company(line, facts):
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 17:
        raise ValueError(f"{len(parts)} fields instead of 17: {line}")
    (name, activity, city, street, code, eqjj, founded, capital, clients, turnover, growth, export, margin, gva, staff, research,
     slug) = parts
    seed = zlib.crc32(slug.encode())
    surname, given, _ = person(slug + name)
    area = facts.get("area." + city, facts["area"])
    tail = f"{seed % 100:02d}-{seed // 100 % 100:02d}"
    phone = f"+7 ({area}) 00-{tail}" if len(area) == 4 else f"+7 ({area}) 000-{tail}" if len(area) == 3 else f"+7 ({area}) 0-{tail}"
    return Company(name, activity, city, street, code, [c.strip() for c in eqjj.split(",")], founded, capital, clients, slug, phone,
                   f"+7 ({('700', '701', '702', '705', '747', '775', '777')[seed % 7]}) 000-{tail[::-1]}",
                   (surname, given, POSITIONS[seed // 9 % len(POSITIONS)]),
                   indicators(int(turnover), [int(g) for g in growth.split(",")], int(export), int(margin), int(gva), int(staff),
                              int(research), seed))


def read(path, into=None):
    """Reads a content file; with `into`, only adds its blocks behind those that are there (the common skeleton)."""
    cluster = into or Cluster()
    item = None
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if line.startswith("@"):
                item = line[1:]
                if item != "intro" and item not in structure.TITLE:
                    raise ValueError(f"{path}: unknown item {item}")
                cluster.blocks.setdefault(item, [])
            elif item is not None:
                cluster.blocks[item].append(line)
            else:
                key, value = line.split(" = ", 1)
                if key == "company":
                    lines.append(value)
                else:
                    cluster.facts[key] = value
    for line in lines:
        cluster.companies.append(company(line, cluster.facts))
    return cluster


def total(cluster, indicator, year):
    return sum(c.years[year][indicator] for c in cluster.companies)


def derived(cluster):
    """The facts that follow from the companies: sums in million tenge, staff, growth."""
    facts = dict(cluster.facts, count=str(len(cluster.companies)))
    for year in structure.YEARS:
        for key in ("turnover", "export", "gva", "rdcost"):
            facts[f"{key}{year}"] = thousands(total(cluster, key, year) // 1000)
        facts[f"staff{year}"] = thousands(total(cluster, "staff", year))
    for key in ("turnover", "export", "staff", "gva"):
        first = total(cluster, key, "2010")
        facts[f"{key}growth"] = tenths(total(cluster, key, "2013") * 1000 // first - 1000) if first else "0"
    facts["exportshare"] = tenths(total(cluster, "export", "2013") * 1000 // total(cluster, "turnover", "2013"))
    return facts


def finance_table(cluster):
    rows = [(True, ["Көрсеткіш", "2010 жыл", "2011 жыл", "2012 жыл", "2013 жыл"])]
    labels = (("turnover", "Айналым, млн. теңге"), ("export", "Экспорт, млн. теңге"), ("gva", "Жалпы қосылған құн, млн. теңге"),
              ("rdcost", "ҒЗТКЖ-ге арналған шығындар, млн. теңге"))
    for key, label in labels:
        rows.append((False, [label] + [thousands(total(cluster, key, year) // 1000) for year in structure.YEARS]))
    rows.append((False, ["Қызметкерлердің орташа саны, адам"] + [thousands(total(cluster, "staff", y)) for y in structure.YEARS]))
    return rows


def participants_table(cluster):
    rows = [(True, ["№", "Қатысушы", "Қызмет түрі", "Қызметкерлер саны (2013 жыл)"])]
    for n, c in enumerate(cluster.companies, 1):
        rows.append((False, [f"{n}.", c.name, c.activity, thousands(c.years["2013"]["staff"])]))
    return rows


def body(cluster, drop=(), empty=(), placeholder=None):
    """The concept as a flat list: ("heading", level, number, title), ("p", number, text), ("table", rows), ("company", Company).

    drop: items left out with all below them; empty: items whose heading stands alone; placeholder: item -> what stands instead."""
    facts = derived(cluster)
    placeholder = placeholder or {}
    result = [("p", "", line.format_map(facts)) for line in cluster.blocks.get("intro", [])]
    for item in structure.ORDER:
        if any(item == d or item.startswith(d + ".") for d in drop):
            continue
        result.append(("heading", structure.level(item), structure.NUMBER[item], structure.TITLE[item]))
        if item in placeholder:
            result.append(("p", "", placeholder[item]))
        elif not any(item == e for e in empty):
            result.extend(block(cluster, cluster.blocks.get(item, []), facts))
    return result


def block(cluster, lines, facts):
    result = []
    rows = []
    for line in lines + [""]:
        if line.startswith("|"):
            header = line.startswith("|!")
            rows.append((header, [c.strip().format_map(facts) for c in line[2 if header else 1:].strip().strip("|").split("|")]))
            continue
        if rows:
            result.append(("table", rows))
            rows = []
        if line == "!finance":
            result.append(("table", finance_table(cluster)))
        elif line == "!participants":
            result.append(("table", participants_table(cluster)))
        elif line == "!companies":
            result.extend(("company", c) for c in cluster.companies)
        elif line.startswith("- "):
            result.append(("p", "–", line[2:].format_map(facts)))
        elif match := re.match(r"(\d+\)) (.*)", line):
            result.append(("p", match[1], match[2].format_map(facts)))
        elif line:
            result.append(("p", "", line.format_map(facts)))
    return result

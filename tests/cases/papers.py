"""The papers of the cases as blocks: ("h", item, level, number, text, options), ("p", text, options), ("t", rows, options).

A case takes a sound paper and damages it; the options say how a block is written ("wrap": "textbox" and the like)."""

import content
from content import Item, Text, company, items, sheet_tables


def h(item, level, number, text, **options):
    return ["h", item, level, number, text, options]


def p(text, **options):
    return ["p", text, options]


def t(rows, **options):
    return ["t", rows, options]


def number_of(item: Item):
    if item.depth == 1 or not item.required:
        return item.number
    return item.number


def structured(appendix, heading, filler, sheets=None, summary=1):
    """A whole concept or strategy. `filler`: paragraphs below each leaf, `summary`: below those of section 1."""
    text = Text()
    blocks = [h(None, 0, "", heading)]
    for item in items(appendix):
        blocks.append(h(item.id, item.depth, number_of(item), item.title))
        if item.id == "7" and sheets is not None:
            blocks.append(p("Әрбір компания/ұйым үшін толтырылады"))
            blocks += sheets
        elif item.leaf:
            blocks += [p(text.paragraph()) for _ in range(summary if item.id.startswith("1.") else filler if item.depth < 3 else max(filler - 1, 1))]
    return blocks


def sheets(count, change=None, **options):
    """`change`: number of a sheet to the options of that sheet alone."""
    blocks = []
    for n in range(count):
        for rows in sheet_tables(company(n), **{**options, **((change or {}).get(n + 1, {}))}):
            blocks += [t(rows), p("")]
    return blocks


def concept(filler=2, companies=10, summary=1, **options):
    return structured("2", "«Алтай» жиһаз кластерін дамыту жөніндегі тұжырымдама", filler, sheets(companies, **options), summary)


def strategy(filler=1):
    return structured("5", "«Алтай» аумақтық кластерін дамыту стратегиясы", filler)


def at(blocks, item):
    """Index of the heading of a prescribed item."""
    return next(i for i, b in enumerate(blocks) if b[0] == "h" and b[1] == item)


def end_of(blocks, item):
    """Index behind everything below that heading."""
    start = at(blocks, item)
    level = blocks[start][2]
    for i in range(start + 1, len(blocks)):
        if blocks[i][0] == "h" and blocks[i][2] <= level:
            return i
    return len(blocks)


def below(blocks, item):
    """Indices of what stands directly below the heading, up to the next heading."""
    start = at(blocks, item)
    end = start + 1
    while end < len(blocks) and blocks[end][0] != "h":
        end += 1
    return start + 1, end


RULE = "________________________"


def application(appendix, **values):
    """The form of appendix 1 or 4. A value of None leaves out line and caption, "" leaves the rule."""
    v = {"addressee": "Индустриялық-инновациялық қызметті мемлекеттік қолдау саласындағы уәкілетті орган", "title": content.title(appendix),
         "cluster_name": "«Алтай» жиһаз кластері", "applicant_name": "Шығыс Қазақстан облысының өңірлік кәсіпкерлер палатасы",
         "signatory.position": "Директор", "signatory.name": "Сейітов Қанат Маратұлы", "signatory.signature": "қолы қойылған",
         "statement": "Өтінімді тіркеуді өтінемін:" if appendix == "1" else
         "осы өтінімді аумақтық кластерлерді конкурстық іріктеудің екінші кезеңіне қатысу үшін қажетті құжаттар топтамасын жібереді."}
    v.update(values)
    captions = {"cluster_name": "(аумақтық кластердің атауы)",
                "applicant_name": "(аумақтық кластерлерді конкурстық іріктеуге қатысу үшін конкурстың бірінші кезеңіне қатысушысының атауы)"
                if appendix == "1" else "(конкурстың екінші кезеңіне қатысушының атауы)",
                "signatory.position": "(өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы)",
                "signatory.name": "(Т.А.Ә.)", "signatory.signature": "(қолы)"}
    order = ["addressee", "title", "statement", "cluster_name", "applicant_name"] if appendix == "1" else \
        ["addressee", "title", "cluster_name", "applicant_name", "statement"]
    blocks = [p("Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына " + appendix + "-қосымша", align="right")]
    for field in order + ["signatory.position", "signatory.name", "signatory.signature"]:
        value = v[field]
        if value is None:
            continue
        if field in captions:
            blocks += [p(value or RULE), p(captions[field], size=18)]
        else:
            blocks.append(p(value, align="center" if field == "title" else None, bold=field == "title"))
    blocks.append(t([[("Қабылдады:", 1, 1), ("Қолы: ________, № ______,", 1, 1)],
                     [("____________________ (өтінімді қабылдаған адамның Т.А.Ә.)", 1, 1), ("қабылдау күні 20__ жылғы «___» _______", 1, 1)]]))
    blocks.append(p("осы өтінімнің көшірмесі өтініш берушіге беріледі"))
    return blocks


def conclusion(rows=None, **values):
    v = {"number": "17-05/214", "date": "2015 жылғы «10» қыркүйек", "cluster_name": "«Алтай» жиһаз кластері",
         "place": "Өскемен қаласы, Абай көшесі, 5, тел. 8 (7232) 26-11-00", "organ_name": "Шығыс Қазақстан облысының кәсіпкерлік басқармасы",
         "confirmation": "Қатысушылардың болуын және аумақтық кластерді ұйымдастырудың орындылығын растайды.",
         "signatory": "Нұрғалиев Асқар Бекұлы, қолы қойылған", "seal": "М.О. мөр басылған", "title": content.title("3")}
    v.update(values)
    region = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының"
    blocks = [p("Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 3-қосымша", align="right")]
    if v["title"] is not None:
        blocks.append(p(v["title"], align="center", bold=True))
    blocks.append(p(" ".join(x for x in (f"№ {v['number'] or '____________'}" if v["number"] is not None else None,
                                         v["date"] or "20___ жылғы «___» ________________" if v["date"] is not None else None) if x)))
    if v["cluster_name"] is not None:
        blocks.append(p(f"1. {v['cluster_name'] or RULE} (аумақтық кластердің атауы)"))
    if v["place"] is not None:
        blocks.append(p(f"2. Мекенжайы және телефоны {v['place'] or RULE}"))
    if v["organ_name"] is not None:
        blocks.append(p(f"{region} {v['organ_name'] or RULE} мемлекеттік мекемесі (атауы)"))
    if v["confirmation"] is not None:
        blocks.append(p(v["confirmation"]))
    if rows is None:
        rows = [("«Алтай-Ағаш» ЖШС", "ағаш өңдеу"), ("«Ертіс-Мебель» ЖШС", "жиһаз өндірісі"), ("«Сібе-Тақтай» ЖШС", "тақтай дайындау")]
    if rows != []:
        blocks.append(t([[(x, 1, 1) for x in ("№", "Кластерге қатысушылар", "Кластерге қатысушының қызмет түрі")]] +
                        [[(f"{k}.", 1, 1), (name, 1, 1), (activity, 1, 1)] for k, (name, activity) in enumerate(rows, 1)]))
    if v["signatory"] is not None:
        blocks.append(p(f"{region} мемлекеттік мекемесі {v['organ_name'] or RULE} {v['signatory'] or RULE} (Т.А.Ә., қолы)"))
    if v["seal"] is not None:
        blocks.append(p(v["seal"]))
    return blocks


def road_map(groups=(0, 1, 2, 3, 4, 5), years=("2016", "2017", "2018"), style="rows", drop_columns=(), change=None, attributes="columns",
             per_group=2, numbers=True):
    """The road map. style: "rows" one table with rows of groups; "tables" a table a group; "merged" group rows as one cell.
    attributes: "columns", "lines", "labels" or None. change: (group, event) -> {column or attribute: text or None}."""
    columns = [c for c in content.COLUMNS if c not in drop_columns]
    extra = [title for a, title in content.ATTRIBUTES if a in ("item1", "item2", "item7", "item8")]
    said = {"item1": "Өнімді жаңа нарыққа шығару", "item2": "Аралық: екі шарт; түпкілікті: он шарт", "item7": "жиһаз өндірушілер", "item8": "жылдық есеп"}

    def head():
        first, second = [], []
        for c in columns:
            if c == "Жылдар бойынша қаржыландыру көлемі" and years:
                first.append((c, len(years), 1))
                second += [(y, 1, 1) for y in years]
            else:
                first.append((c, 1, 2 if years else 1))
                second.append(None)
        if attributes == "columns":
            first += [(title, 1, 2 if years else 1) for title in extra]
            second += [None] * 4
        return [first] + ([second] if years else [])

    def event_row(g, e):
        edits = (change or {}).get((g + 1, e + 1), {})
        values = {"№": f"{g + 1}.{e + 1}" if numbers else "", "Іс-шара": content.EVENTS[(2 * g + e) % 12], "Аяқтау нысаны": "есеп",
                  "Жауапты орындаушы": "кластерлік қауымдастық", "Қаржыландыру көздері": "меншікті қаражат", "Орындау мерзімдері": "2016 жылғы 3-тоқсан"}
        values.update(edits)
        cells = []
        for c in columns:
            if c == "Жылдар бойынша қаржыландыру көлемі":
                cells += [(edits.get(c, str(1000 + 10 * g + k)), 1, 1) for k in range(max(len(years), 1))]
            else:
                cells.append((values[c], 1, 1))
        if attributes == "columns":
            cells += [(edits.get(a, said[a]), 1, 1) for a in said]
        return cells

    width = len(columns) + max(len(years), 1) - 1 + (4 if attributes == "columns" else 0)
    blocks = [h(None, 0, "", "Аумақтық кластерді дамытудың жол картасы")]
    rows = head()
    described = []
    for g in groups:
        number, title = content.GROUPS[g]
        if style == "tables":
            blocks += [p(f"{number} {title}", bold=True)]
            rows = head()
        elif style == "merged":
            rows.append([(f"{number} {title}", width, 1)])
        else:
            rows.append([(number, 1, 1), (title, 1, 1)] + [("", 1, 1)] * (width - 2))
        for e in range(per_group):
            rows.append(event_row(g, e))
            described.append((g, e))
        if style == "tables":
            blocks += [t(rows, landscape=True), p("")]
    if style != "tables":
        blocks += [t(rows, landscape=True), p("")]
    titles = dict(content.ATTRIBUTES)
    for g, e in described:
        edits = (change or {}).get((g + 1, e + 1), {})
        told = [(a, edits.get(a, said[a])) for a in said if edits.get(a, "") is not None]
        if attributes == "lines":
            blocks.append(p(f"{g + 1}.{e + 1}. {content.EVENTS[(2 * g + e) % 12]}", bold=True))
            blocks += [p(f"{a[4:]}) {titles[a]}: {text}") for a, text in told]
        elif attributes == "labels":
            blocks.append(p(f"{g + 1}.{e + 1}. {content.EVENTS[(2 * g + e) % 12]}", bold=True))
            blocks.append(t([[(f"{a[4:]}.", 1, 1), (titles[a], 1, 1), (text, 1, 1)] for a, text in told]))
    return blocks

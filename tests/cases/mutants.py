"""Random papers with known faults: a sound paper of appendices 1-6, typed in one of many ways, and damaged in some places.

Each maker returns (body, options of ooxml.save, expected, allowed): expected are findings "appendix/item/kind/severity", "a|b" where either
will do; allowed are patterns of findings that are neither asked for nor wrong (a warning about a title in other words)."""

import copy
import re

import content
from content import items
from ooxml import DISGUISES, STYLE_SETS, AUTHOR, para, run, table, textbox

# ---- ordinary text

SUBJECTS = """Кластер кәсіпорындары|Қатысушы компаниялар|Өңірдің негізгі жеткізушілері|Облыс әкімдігі|Колледж бітірушілері|Зертхана мамандары|Жергілікті фермерлер
Шетелдік серіктестер|Көлік операторлары|Екінші деңгейдегі банктер|Сарапшылар тобы|Жұмыс тобының мүшелері|Өндірістік алаңдар|Экспорттаушы кәсіпорындар|Ғылыми қызметкерлер""".replace("\n", "|").split("|")
VERBS = """жаңа тапсырыстарды игеріп келеді|өнімнің жартысын сыртқы нарыққа жөнелтеді|жабдықтарын үш жыл ішінде жаңартады|қажетті шикізатты ұзақ мерзімді шарт бойынша алады
қосымша жұмыс орындарын ашуды жоспарлайды|энергия шығынын он пайызға азайтты|бірлескен жобаларды өз қаражатынан қаржыландырады|өнім сапасын халықаралық стандартқа сай бақылайды
маусымдық сұранысқа қарай өндірісті икемдейді|логистика орталығының қызметін пайдаланады|жыл сайын екі жүзге жуық маманды қабылдайды|құрылыс материалдарын көрші облыстардан тасиды""".replace("\n", "|").split("|")
TAILS = """бұл көрсеткіш өткен жылдан жоғары|осыған байланысты шығындар қысқарады|нәтижесі тоқсан сайын талданады|бұл туралы келісімге қол қойылған|деректер статистика органынан алынды
қажетті құжаттар дайындалды|жұмыс кестесі бекітілген|тәуекелдер бағаланды|сұраныс тұрақты болып отыр|мәселе жұмыс тобында қаралды""".replace("\n", "|").split("|")


def sentence(rng):
    return f"{rng.choice(SUBJECTS)} {rng.choice(VERBS)}, {rng.choice(TAILS)}."


def passage(rng, least=2, most=5):
    return " ".join(sentence(rng) for _ in range(rng.randint(least, most)))


PLACEHOLDERS = ["________________", "…………………………", "..............................", "(толтырылады)", "Толтырылады", "[кейін толтырылады]", "–", "-", "___________ (толтырылады)",
                "\u00a0\u00a0\u00a0", "«___________»", "____.____", "(толтыру керек)", "· · · · · · ·", "мәтінді енгізіңіз", "ХХХХХХ", "*****", "<толтырылады>", "қажет болса толтырылады"]

RENAMES = {  # other words of the same sense
    "2": {"1.1": ["Кластердің орналасқан орны", "Аумақтық кластердің орналасуы"], "1.3": ["Кластердің басты қатысушылары", "Аумақтық кластерге негізгі қатысушылар"],
          "1.4": ["Кластердің құрылған мерзімі"], "1.6": ["Қазіргі қаржыландыру көздері"], "2.1": ["Кластер құрудың мақсаты мен міндеттері"],
          "3": ["Аумақтық кластердің қалыптасқан даму деңгейі"], "4": ["Кластердің құрылымы және мамандануы"],
          "5": ["Аумақтық кластерді әрі қарай дамытуға арналған жағдайлар"], "5.1": ["Шикізат пен табиғи ресурстар"],
          "5.2": ["Білікті адами ресурстардың қолжетімділігі"], "5.4": ["Энергетика инфрақұрылымының дамуы", "Энергетикалық инфрақұрылым"],
          "5.5": ["Көлік және инженерлік коммуникация инфрақұрылымының дамуы", "Көлік инфрақұрылымы"], "5.6": ["Инновациялық инфрақұрылымның дамуы"],
          "5.7": ["Білім беру және ғылыми инфрақұрылымның болуы"], "5.9": ["Қаржылық ресурстар", "Қаржы ресурстарының болуы"],
          "6.1": ["Ұлттық деңгейдегі басымдықтар"], "6.2": ["Өңірлік деңгейдегі басымдықтар"], "7": ["Кластерге қатысушы компаниялар мен ұйымдардың сипаттамасы"],
          "8": ["Аумақтық кластердің даму перспективалары"], "8.2": ["Нарық перспективалары", "Нарықтың келешегі"], "8.3": ["Кластерді дамытудың экономикалық тиімділігі"]},
    "5": {"1": ["Кластердің қысқаша сипаттамасы"], "2": ["Кластерді құрудың мақсаттары"], "4": ["Кластердің құрылымы және мамандануы"], "8.1": ["Нарық стратегиясы"],
          "8.2": ["Инновация стратегиясы"], "8.3": ["Адами ресурстар стратегиясы"], "8.4": ["Халықаралық ынтымақтастық стратегиясы"], "9": ["Қаржыландырудың көлемі және көздері"],
          "9.7": ["Тәуекелдерді талдау және нарық конъюнктурасына сезімталдық"], "10": ["Кластер қызметінің нәтижелері"], "10.1": ["Нарықтағы позиция"]},
}
MERGED = {"2": [("5.4", "5.5", "Энергетикалық, көліктік және инженерлік-коммуникациялық инфрақұрылымның дамығандығы"), ("6.1", "6.2", "Ұлттық және өңірлік басымдықтар"),
                ("1.1", "1.2", "Аумақтық кластердің орналасқан жері және салалық, салааралық тиесілігі")],
          "5": [("8.1", "8.2", "Нарықтық және инновациялық стратегия"), ("9.1", "9.2", "Қажетті қаржы қаражатының жалпы көлемі және қаржыландыруды тарту қағидаттары")]}
SPLIT = {"2": {"5.7": ["Білім беру инфрақұрылымының болуы", "Ғылыми және зерттеу инфрақұрылымының болуы"],
               "5.5": ["Көліктік инфрақұрылымның дамығандығы", "Инженерлік-коммуникациялық инфрақұрылымның дамығандығы"]}}


# ---- a paper of appendix 2 or 5 as sections

class Section:
    def __init__(self, item):
        self.item, self.id, self.depth, self.required = item, item.id, item.depth, item.required
        self.heading, self.content, self.children = item.title, [], []
        self.wrap = None      # how the heading is hidden, or put into a box
        self.keep = True

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()


def sections_of(appendix, rng, sheets):
    roots, by_id = [], {}
    for item in items(appendix):
        section = Section(item)
        by_id[item.id] = section
        (by_id[item.parent].children if item.parent else roots).append(section)
        if appendix == "2" and item.id == "7":
            section.content = sheets
        elif item.leaf:
            section.content = leaf_content(rng)
        elif rng.random() < 0.2:
            section.content = [("p", passage(rng))]
    return roots, by_id


def leaf_content(rng):
    kind = rng.random()
    blocks = [("p", passage(rng))]
    if kind < 0.12:
        blocks += [("p", f"{n}) {t.split(',')[0].lower()};") for n, t in enumerate((sentence(rng) for _ in range(3)), 1)]
    elif kind < 0.2:
        blocks.append(("t", [["Көрсеткіш", "2013", "2014"], ["Өнім көлемі, млн теңге", "120", "135"], ["Жұмыс орындары", "80", "95"]]))
    elif kind < 0.26:
        blocks = [("own", rng.choice(["Ағымдағы жағдай", "Жоспарланған іс-қимылдар", "Негізгі деректер", "Қорытынды бағалау"]))] + blocks
    elif kind < 0.32:
        blocks += [("p", f"– {sentence(rng)}") for _ in range(2)]
    elif kind < 0.36:
        blocks = [("p", "")] + blocks + [("p", "")]
    return blocks


class Typing:
    """How one writer types all headings of a paper."""

    def __init__(self, rng):
        self.rng = rng
        self.look = rng.choice(["style"] * 4 + ["outline", "bold", "bold", "plain"])
        self.names = STYLE_SETS[rng.choice(list(STYLE_SETS))]
        self.numbers = rng.choice(["decree"] * 4 + ["decimal", "decimal", "dotless", "roman", "letters", "none", "auto", "auto", "word", "bare"])
        if self.look != "style" and self.numbers == "auto":
            self.numbers = "decree"
        self.dash = rng.choice(["– ", "– ", "- ", "", "• ", "auto"]) if self.look != "style" else rng.choice(["", "– ", ""])
        self.disguise = rng.choice(["none"] * 8 + list(DISGUISES))
        self.per_heading = rng.random() < 0.15
        self.gap = rng.choice([" ", " ", "\t", "  ", "\u00a0"])
        self.split = rng.random() < 0.2
        self.bold_mark = rng.random() < 0.5
        self.shapes = 0
        self.misspelt = []  # Sections whose heading has a mistake: a warning about the title is right, and silence too.

    def number(self, item, ordinal):
        path = item.id.split(".")
        if not item.required:
            return "" if self.dash == "auto" else self.dash
        styled = {"decree": item.number, "decimal": ".".join(path) + ".", "dotless": ".".join(path), "none": "", "auto": "",
                  "roman": "I II III IV V VI VII VIII IX X".split()[int(path[0]) - 1] + "." if item.depth == 1 else item.number,
                  "letters": item.number if item.depth == 1 else "абвгдежзиклмн"[int(path[1]) - 1] + ")",
                  "word": f"{path[0]}-бөлім." if item.depth == 1 else item.number,
                  "bare": path[0] if item.depth == 1 else f"{path[1]}."}[self.numbers]
        return styled + self.gap if styled else ""

    def line(self, section, text):
        name = self.rng.choice(list(DISGUISES)) if self.per_heading else self.disguise
        if name.startswith("a letter"):
            self.misspelt.append(section.id)
        return self.number(section.item, 0) + DISGUISES[name](self.rng, text)

    def runs(self, line, bold):
        if not self.split:
            return run(line, bold)
        out, at = "", 0
        while at < len(line):
            step = self.rng.randint(1, 9)
            out += run(line[at:at + step], bold) + ('<w:proofErr w:type="spellStart"/>' if self.rng.random() < 0.3 else "")
            at += step
        return out

    def heading(self, section, parts):
        line = self.line(section, section.heading)
        depth = section.depth
        bold = self.look == "bold" and (depth < 3 or self.bold_mark)
        style = self.names[depth - 1][0] if self.look == "style" else None
        level = depth - 1 if self.look == "outline" else None
        automatic = (depth - 1, 1) if self.numbers == "auto" and section.required else (0, 2) if self.dash == "auto" and not section.required else None
        inner = self.runs(line, bold)
        wrap = section.wrap
        if wrap == "deleted":
            return para(f"<w:del {AUTHOR}>{run(line, tag='delText')}</w:del>", style=style, mark=f"<w:del {AUTHOR}/>")
        if wrap == "hidden":
            return para(run(line, hidden=True), style=style, mark="<w:vanish/>")
        if wrap == "comment":
            parts.append(("comments", "comments", para(run(line))))
            return para('<w:commentRangeStart w:id="0"/>' + run(sentence(self.rng)) + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')
        if wrap == "footnote":
            parts.append(("footnotes", "footnotes", para(run(line))))
            return para(run(sentence(self.rng)) + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        if wrap == "header":
            parts.append(("header1", "header", para(run(line))))
            return ""
        if wrap == "inserted":
            inner = f"<w:ins {AUTHOR}>{inner}</w:ins>"
        if wrap == "hyperlink":
            inner = f'<w:hyperlink w:anchor="x">{inner}</w:hyperlink>'
        if wrap == "inline-sdt":
            inner = f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        out = para(inner, style=style, level=level, numbering=automatic, align="center" if self.look == "bold" and depth == 1 else None)
        if wrap == "table":
            return table([[[out]]])
        if wrap == "textbox":
            self.shapes += 1
            return textbox(para(run(line, True)), self.shapes)
        if wrap == "block-sdt":
            return f"<w:sdt><w:sdtContent>{out}</w:sdtContent></w:sdt>"
        return out

    def own(self, text):
        if self.look == "style":
            return para(run(text, True))
        return para(run(text, self.look == "bold"))


def contents_page(rng, roots, typing):
    """A table of contents before the text: none, made by the word processor, or typed."""
    kind = rng.choice(["none"] * 5 + ["sdt", "field", "tabs", "dots", "bare", "table"])
    lines = [(s, k + 3) for k, s in enumerate(x for r in roots for x in r.all() if x.depth < 3 and x.keep)]
    label = lambda s: (s.item.number + " " if typing.numbers != "none" else "") + s.heading
    if kind == "none":
        return ""
    title = para(run(rng.choice(["Мазмұны", "МАЗМҰНЫ", "Мазмұны:"]), True), align="center")
    if kind in ("sdt", "field"):
        entries = "".join(para(run(f"{label(s)}\t{page}"), style=typing.names[4][0]) for s, page in lines)
        if kind == "sdt":
            return f'<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{title}{entries}</w:sdtContent></w:sdt>'
        return (title + para('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-2" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>')
                + entries + para('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    if kind == "table":
        return title + table([["Бөлім", "Бет"]] + [[label(s), str(page)] for s, page in lines])
    tail = {"tabs": "\t{}", "dots": " ........................ {}", "bare": ""}[kind]
    return title + "".join(para(run(label(s) + tail.format(page))) for s, page in lines) + (para('<w:r><w:br w:type="page"/></w:r>') if rng.random() < 0.5 else "")


def missing(appendix, section):
    return [f"{appendix}/{s.id}/missing/{'error' if s.required else 'warning'}" for s in section.all()]


def damage(appendix, rng, roots, by_id, typing, count):
    """Damages the paper in `count` places that do not touch each other; returns expected and allowed findings."""
    expected, allowed, touched = [], [], set()
    parent_of = {c.id: s for s in by_id.values() for c in s.children}
    moved = False  # A top section, once: two moves may be told in several ways.

    def free(section, deep=True):
        ids = {s.id for s in (section.all() if deep else [section])} | ({parent_of[section.id].id} if section.id in parent_of else set())
        return not ids & touched

    def touch(section, siblings=False):
        touched.update(s.id for s in section.all())
        if section.id in parent_of:
            touched.add(parent_of[section.id].id)
            if siblings:
                touched.update(s.id for c in parent_of[section.id].children for s in c.all())

    recognisable = typing.look in ("style", "outline", "bold")
    for _ in range(count):
        section = rng.choice(list(by_id.values()))
        kind = rng.choice(["remove", "remove", "remove-heading", "empty", "empty", "placeholder", "placeholder", "swap", "move", "double", "rename", "rename", "merge", "split",
                           "hide", "hide", "wrap", "wrap", "continue"])
        if not free(section):
            continue
        siblings = parent_of[section.id].children if section.id in parent_of else roots
        at = siblings.index(section)
        loss = "error" if section.required else "warning"
        if kind == "remove":
            touch(section)
            siblings.remove(section)
            expected += missing(appendix, section)
            if not siblings and section.id in parent_of and not any(b[1] for b in parent_of[section.id].content):
                expected.append(f"{appendix}/{parent_of[section.id].id}/empty/{'error' if parent_of[section.id].required else 'warning'}")
        elif kind == "remove-heading" and not section.children and at > 0 and section.id != "7" and free(siblings[at - 1]) and siblings[at - 1].id != "7":
            touch(section), touch(siblings[at - 1])
            section.keep = False
            expected.append(f"{appendix}/{section.id}/missing/{loss}")
        elif kind == "empty" and not section.children and section.id != "7":
            touch(section)
            section.content = [("p", "")] * rng.randint(0, 3)
            expected.append(f"{appendix}/{section.id}/empty/{loss}")
        elif kind == "placeholder" and not section.children and section.id != "7":
            touch(section)
            section.content = [("p", rng.choice(PLACEHOLDERS)) for _ in range(rng.randint(1, 2))]
            expected.append(f"{appendix}/{section.id}/empty/{loss}")
        elif kind == "swap" and at + 1 < len(siblings) and free(siblings[at + 1]) and not (moved and section.depth == 1):
            other = siblings[at + 1]
            moved = moved or section.depth == 1
            touch(section), touch(other)
            siblings[at], siblings[at + 1] = other, section
            expected.append(f"{appendix}/{section.id}/order/warning|{appendix}/{other.id}/order/warning")
        elif kind == "move" and len(siblings) > 3 and section.depth < 3 and not (moved and section.depth == 1):
            touch(section)
            moved = moved or section.depth == 1
            siblings.remove(section)
            places = [k for k in range(len(siblings) + 1) if abs(k - at) > 1]
            siblings.insert(rng.choice(places), section)
            expected.append(f"{appendix}/{section.id}/order/warning")
        elif kind == "double" and not section.children and section.id != "7" and recognisable:
            touch(section)
            again = copy.copy(section)
            again.content = [("p", passage(rng))]
            siblings.insert(at + 1 if rng.random() < 0.5 else len(siblings), again)
            expected.append(f"{appendix}/{section.id}/duplicate/warning")
        elif kind == "rename" and section.id in RENAMES.get(appendix, {}) and (recognisable or (typing.numbers in ("decree", "decimal") and typing.look == "plain")):
            touch(section)
            section.heading = rng.choice(RENAMES[appendix][section.id])
            allowed.append(f"{appendix}/{section.id}/title/warning")
        elif kind == "merge" and recognisable:
            one, other, text = rng.choice(MERGED[appendix])
            if one not in by_id or other not in by_id or one in touched or other in touched or not (free(by_id[one]) and free(by_id[other])):
                continue
            a, b = by_id[one], by_id[other]
            touch(a), touch(b)
            a.heading = text
            a.content += b.content
            a.children += b.children
            parent_of[other].children.remove(b)
            allowed += [f"{appendix}/{one}/title/warning", f"{appendix}/{other}/title/warning"]
        elif kind == "split" and recognisable and SPLIT.get(appendix):
            identity = rng.choice(list(SPLIT[appendix]))
            if identity in touched or not free(by_id[identity]) or by_id[identity] not in parent_of[identity].children:
                continue
            whole = by_id[identity]
            touch(whole)
            second = copy.copy(whole)
            whole.heading, second.heading = SPLIT[appendix][identity]
            second.content = [("p", passage(rng))]
            place = parent_of[identity].children
            place.insert(place.index(whole) + 1, second)
            allowed += [f"{appendix}/{identity}/title/warning", f"{appendix}/{identity}/duplicate/warning"]
        elif kind == "hide" and not section.children and section.id != "7":
            wrap = rng.choice(["deleted", "hidden", "comment", "footnote", "header"])
            before = siblings[at - 1] if at > 0 else None
            if any(s.wrap == wrap for s in by_id.values()) or (before and (before.id == "7" or not free(before))):
                continue
            touch(section)
            if before:
                touch(before)
            section.wrap = wrap
            expected.append(f"{appendix}/{section.id}/missing/{loss}")
        elif kind == "wrap":
            touch(section)
            section.wrap = rng.choice(["inserted", "hyperlink", "inline-sdt", "table", "textbox", "block-sdt"])
        elif kind == "continue" and not section.children and section.id != "7" and typing.look == "style":
            touch(section)
            section.content = section.content + [("h", section)] + [("p", passage(rng))]
    return expected, allowed


def body_of(roots, typing, rng, parts):
    out = []
    for root in roots:
        for s in root.all():
            if s.keep:
                out.append(typing.heading(s, parts))
            for block in s.content:
                if block[0] == "p":
                    out.append(para(run(block[1])) if block[1] else "<w:p/>")
                elif block[0] == "t":
                    out.append(table(block[1]))
                elif block[0] == "own":
                    out.append(typing.own(block[1]))
                elif block[0] == "h":
                    again = copy.copy(s)
                    again.heading = s.heading + " (жалғасы)"
                    out.append(typing.heading(again, parts))
                else:
                    out.append(block[1])
    return out


NAMES = "Алтай Ертіс Сырдария Жетісу Сарыарқа Көкше Мұғалжар Қаратау Тобыл Каспий".split()


def paper(appendix, rng, faults):
    expected, allowed = [], [f"{appendix}/doc/volume/*"]
    options = {}
    sheets = []
    if appendix == "2":
        sheets, wanted, options = company_sheets(rng, faults > 0)
        expected += wanted
        allowed.append("2/1/volume/warning")
    typing = Typing(rng)
    roots, by_id = sections_of(appendix, rng, sheets)
    more, also = damage(appendix, rng, roots, by_id, typing, faults)
    kept = {s.id for r in roots for s in r.all() if s.keep}
    if "7" not in kept and appendix == "2":
        expected = [e for e in expected if "/7.sheet" not in e and "/3.1/number" not in e] + ["2/3.1/number/error"]
    expected += more
    allowed += also
    name = rng.choice(NAMES)
    if appendix == "2":
        title = rng.choice([f"«{name}» аумақтық кластерін дамыту жөніндегі тұжырымдама", "Аумақтық кластерді дамыту жөніндегі тұжырымдама", f"«{name}» кластерін дамыту тұжырымдамасы",
                            f"АУМАҚТЫҚ КЛАСТЕРДІ ДАМЫТУ ЖӨНІНДЕГІ ТҰЖЫРЫМДАМА"])
    else:
        title = rng.choice([f"«{name}» аумақтық кластерін дамыту стратегиясы", "Аумақтық кластерді дамыту стратегиясы", f"«{name}» кластерінің даму стратегиясы"])
    parts = []
    front = [para(run(title, True, size=32), align="center", style=typing.names[3][0] if rng.random() < 0.4 else None)]
    if rng.random() < 0.3:
        front += [para(run(f"{rng.choice(['Өскемен', 'Алматы', 'Қостанай'])}, 2015 жыл"), align="center")]
    if rng.random() < 0.15:
        front.insert(0, para(run(f"Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына {appendix}-қосымша"), align="right"))
    body = front + [contents_page(rng, roots, typing)] + body_of(roots, typing, rng, parts)
    allowed += [f"{appendix}/{i}/title/warning" for i in typing.misspelt]
    if rng.random() < 0.1:
        body += [para(run(rng.choice(["1-қосымша", "Қосымшалар", "1-қосымша. Кластердің сызбасы"]), True)), para(run(passage(rng)))]
    save = {"names": typing.names, "automatic": False, "parts": wrapped_parts(parts), "second": "%2)" if rng.random() < 0.6 else "%1.%2."}
    return "".join(body), save, expected, allowed, {"look": typing.look, "numbers": typing.numbers, "disguise": typing.disguise, "dash": typing.dash, "per": typing.per_heading, **options}


def wrapped_parts(parts):
    from ooxml import NS
    tags = {"comments": ("comments", '<w:comment w:id="0" w:author="А">', "</w:comment>"), "footnotes": ("footnotes", '<w:footnote w:id="2">', "</w:footnote>"), "header": ("hdr", "", "")}
    return [(n, k, f'<w:{tags[k][0]} {NS}>{tags[k][1]}{x}{tags[k][2]}</w:{tags[k][0]}>') for n, k, x in parts]


# ---- company sheets

FIELDS = "name address capital founded clients country responsible phone mobile email site eqjj".split()
PARTS = {"address": ["street", "city", "zip"], "responsible": ["surname", "name", "position"], "eqjj": ["main", "extra"]}
FIGURES = "turnover export netincome gva staff rdstaff rdcost".split()
LABELS = {r.get("id"): r.find("a:title", content.NS).text for r in content.ACT.iter("{urn:irikteu:act:1}row")}
CELLS = {c.get("id"): c.find("a:title", content.NS).text for c in content.ACT.iter("{urn:irikteu:act:1}cell")}


def values_of(n, rng):
    return {"name": f"«{rng.choice(NAMES)}-{n + 1}» ЖШС", "address.street": f"Абай көшесі, {n + 3}", "address.city": rng.choice(["Өскемен", "Семей қаласы"]), "address.zip": f"0700{n:02d}",
            "capital": "Қазақстан Республикасы", "founded": rng.choice([f"{2000 + n} жылғы 12 наурыз", f"12.03.{2000 + n}", f"{2000 + n}"]), "clients": "құрылыс компаниялары",
            "country": "отандық", "responsible.surname": rng.choice(["Ахметов", "Сәрсенова"]), "responsible.name": "Ерлан", "responsible.position": "директор",
            "phone": f"8 (7232) 26-10-{n:02d}", "mobile": f"8 705 123 45 {n:02d}", "email": f"info{n}@altay.kz", "site": f"www.altay{n}.kz", "eqjj.main": "31.09.0", "eqjj.extra": "16.10.1"}


def company_sheets(rng, faulty):
    style = rng.choice(["two", "two", "one", "all", "nested", "numbered", "split", "across-parts", "lines", "three", "columns", "rows-of-one", "units", "semicolons", "own-rows"])
    count = rng.choice([10, 10, 11, 12] if not faulty else [10, 10, 10, 10, 10, 12, 9, 7, 6, 5, 4, 1])
    years = rng.choice([["2010", "2011", "2012", "2013"]] * 3 + [["2011", "2012", "2013", "2014"], ["2010 ж.", "2011 ж.", "2012 ж.", "2013 ж."], ["2010 жыл", "2011 жыл", "2012 жыл", "2013 жыл"]])
    expected = []
    if count < 6:
        expected.append("2/3.1/number/error")
    elif count < 10:
        expected.append("2/3.1/number/warning")
    blocks = [("p", "Әрбір компания/ұйым үшін толтырылады")] if rng.random() < 0.5 else []
    whole = []
    before = rng.choice(["none", "name", "number", "break"])
    for n in range(count):
        values = values_of(n, rng)
        empty, drop = set(), set()
        if faulty and rng.random() < 0.15:
            for field in rng.sample([f for f in values if f != "eqjj.extra"] + FIGURES, rng.randint(1, 2)):
                if rng.random() < 0.6 or field in ("name",):
                    empty.add(field)
                elif "." not in field and style != "columns":
                    drop.add(field)
        loss = lambda f: "error" if f == "name" else "warning"
        expected += [f"2/7.sheet[{n + 1}].{f}/empty/{loss(f)}" for f in sorted(empty)] + [f"2/7.sheet[{n + 1}].{f}/missing/{loss(f)}" for f in sorted(drop)]
        blank = rng.choice(["", "", "____________", " "])
        value = lambda f: blank if f in empty else values[f]
        rows, figures = sheet_rows(style, value, drop, years, rng, blank, empty)
        if before == "name":
            blocks.append(("p", f"{n + 1}. {values['name']}"))
        elif before == "number":
            blocks.append(("p", f"{n + 1}-компания"))
        elif before == "break":
            blocks.append(("x", para('<w:r><w:br w:type="page"/></w:r>')))
        if style == "all":
            whole += rows + figures
        elif style == "split":
            cut = rng.randint(3, len(rows) - 3)
            while None in rows[cut]:
                cut += 1
            blocks += [("t", rows[:cut]), ("p", "")] if rng.random() < 0.5 else [("t", rows[:cut]), ("x", para('<w:r><w:br w:type="page"/></w:r>'))]
            blocks += [("t", rows[cut:]), ("p", ""), ("t", figures), ("p", "")]
        elif style == "nested":
            blocks += [("t", [[[table(rows), "<w:p/>"]]]), ("p", ""), ("t", [[[table(figures), "<w:p/>"]]]), ("p", "")]
        elif style in ("one", "rows-of-one"):
            blocks += [("t", rows + figures), ("p", "")]
        else:
            blocks += [("t", rows), ("p", ""), ("t", figures), ("p", "")]
    if style == "all":
        blocks = [b for b in blocks if b[0] != "t"][:1] + [("t", whole)]
    return blocks, expected, {"sheets": style, "before": before, "companies": count}


def sheet_rows(style, value, drop, years, rng, blank, empty):
    rows = []
    number = 0
    for field in FIELDS:
        if field in drop:
            continue
        number += 1
        parts = PARTS.get(field)
        label = LABELS[field]
        if parts is None:
            if style == "three":
                rows.append([label, ("", 1, 1), (value(field), 2, 1)] if False else [label, (value(field), 3, 1)])
            elif style == "numbered":
                rows.append([str(number), label, (value(field), 3, 1)])
            else:
                rows.append([label, (value(field), 3, 1)])
            continue
        names = [CELLS[f"{field}.{p}"] for p in parts]
        got = [value(f"{field}.{p}") for p in parts]
        if style in ("two", "one", "all", "nested", "split", "units"):
            spans = [1, 1, 1] if len(parts) == 3 else [1, 2]
            rows.append([(label, 1, 2)] + [(n, s, 1) for n, s in zip(names, spans)])
            rows.append([None] + [(g, s, 1) for g, s in zip(got, spans)])
        elif style == "numbered":
            spans = [1, 1, 1] if len(parts) == 3 else [1, 2]
            rows.append([(str(number), 1, 2), (label, 1, 2)] + [(n, s, 1) for n, s in zip(names, spans)])
            rows.append([None, None] + [(g, s, 1) for g, s in zip(got, spans)])
        elif style == "across-parts":
            rows.append([label] + [f"{n}: {g}" for n, g in zip(names, got)] + ([""] if len(parts) == 2 else []))
        elif style == "semicolons":
            rows.append([label, ("; ".join(f"{n}: {g}" for n, g in zip(names, got)), 3, 1)])
        elif style == "own-rows":
            rows.append([(label, 4, 1)])
            rows += [[n, (g, 3, 1)] for n, g in zip(names, got)]
        elif style == "lines":
            rows.append([label, ([f"{n}: {g}" for n, g in zip(names, got)], 3, 1)])
        elif style == "three":
            rows += [[(label, 1, len(parts)) if k == 0 else None, n, (g, 2, 1)] for k, (n, g) in enumerate(zip(names, got))]
        elif style == "columns":
            rows += [[label if k == 0 else "", n, (g, 2, 1)] for k, (n, g) in enumerate(zip(names, got))]
        else:
            rows += [[f"{label}: {n}" if False else label, (n, 1, 1), (g, 2, 1)] if k == 0 else ["", (n, 1, 1), (g, 2, 1)] for k, (n, g) in enumerate(zip(names, got))]
    extra = style == "units"
    figures = [["Жекелеген көрсеткіштері"] + (["Өлшем бірлігі"] if extra else []) + list(years)]
    for k, figure in enumerate(FIGURES):
        if figure in drop:
            continue
        numbers = ["" if figure in empty else str({"turnover": 5000, "export": 900, "netincome": 12, "gva": 800, "staff": 60, "rdstaff": 3, "rdcost": 40}[figure] + y) for y in range(4)]
        if figure in empty and rng.random() < 0.5:
            numbers = [blank] * 4
        figures.append([LABELS[figure]] + (["мың теңге"] if extra else []) + numbers)
    if style == "one" or style == "rows-of-one" or style == "all":
        width = 4
        figures = [r if len(r) > width else r for r in figures]
        rows = [[(c[0], c[1] + 1, c[2]) if k == len(r) - 1 and isinstance(c, tuple) else (c, 2, 1) if k == len(r) - 1 and c is not None else c for k, c in enumerate(r)] for r in rows]
    return rows, figures

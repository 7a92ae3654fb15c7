#!/usr/bin/env python3
"""Makes the cases: sound papers and damaged ones by four producers, and expected.tsv with the findings that each must give.

    tests/cases/make.py [--npm FOLDER/node_modules] [NAME…]

The papers are committed; this says how they were made. Needs python3-docx, libreoffice-writer and, for the papers of the npm
package docx, that package. expected.tsv: paper, kind that is forced or "-", then one finding a column as
appendix/item/kind/severity."""

import argparse
import copy
import pathlib
import sys

import content
from content import GROUPS, items
from papers import *
from producers import Word, par, run, libre_office, npm_docx, python_docx

HERE = pathlib.Path(__file__).parent
FOLDER = HERE / "papers"
CASES = []
LATIN = str.maketrans("асеорхіһәАСЕОРХІМТНВК", "aceopxihəACEOPXIMTHBK")
RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
VOLUME = "2/doc/volume/warning"
SUMMARY = "2/1/volume/warning"


def case(name, blocks, expected=(), producer=None, kind="-", **options):
    CASES.append((name, blocks, list(expected), producer or Word(), kind, options))


def missing(appendix, *ids):
    required = {i.id: i.required for i in items(appendix)}
    return [f"{appendix}/{i}/missing/{'error' if required.get(i, True) else 'warning'}" for i in ids]


def finding(appendix, kind, severity, *ids):
    return [f"{appendix}/{i}/{kind}/{severity}" for i in ids]


def within(appendix, item):
    return [i.id for i in items(appendix) if i.id == item or i.id.startswith(item + ".")]


def edited(blocks, *edits):
    blocks = copy.deepcopy(blocks)
    for edit in edits:
        blocks = edit(blocks) or blocks
    return blocks


def cut(item):
    def edit(blocks):
        del blocks[at(blocks, item):end_of(blocks, item)]
    return edit


def drop_heading(item):
    def edit(blocks):
        del blocks[at(blocks, item)]
    return edit


def options(item, **values):
    def edit(blocks):
        blocks[at(blocks, item)][5].update(values)
    return edit


def rename(item, text):
    return options(item, text=text)


def all_headings(change):
    def edit(blocks):
        for b in blocks:
            if b[0] == "h" and b[1]:
                change(b)
    return edit


def replace_content(item, *new):
    def edit(blocks):
        first, last = below(blocks, item)
        blocks[first:last] = list(new)
    return edit


def swap(one, other):
    def edit(blocks):
        a, b = at(blocks, one), at(blocks, other)
        a_end, b_end = end_of(blocks, one), end_of(blocks, other)
        assert a_end <= b
        return blocks[:a] + blocks[b:b_end] + blocks[a_end:b] + blocks[a:a_end] + blocks[b_end:]
    return edit


def move_to_end(item):
    def edit(blocks):
        a, end = at(blocks, item), end_of(blocks, item)
        piece = blocks[a:end]
        del blocks[a:end]
        blocks += piece
    return edit


def double(item):
    def edit(blocks):
        a, end = at(blocks, item), end_of(blocks, item)
        again = copy.deepcopy(blocks[a:end])
        for b in again:
            if b[0] == "p":
                b[1] = "Қайталанған бөлімнің мәтіні: " + b[1]
        blocks[end:end] = again
    return edit


def spaced(text):
    return "   ".join(" ".join(word) for word in text.split())


def concepts():
    base = concept()
    case("concept-sound", base)
    case("concept-sound-auto-numbers", base, [VOLUME], producer=Word("auto", contents=True))
    case("concept-sound-bold", base, producer=Word("bold"))
    case("concept-sound-plain", base, producer=Word("plain"))
    case("concept-sound-outline-levels", base, producer=Word("outline"))
    # The same text takes more sheets with the styles of some producers, as LibreOffice counts them too.
    case("concept-sound-python-docx", base, [VOLUME], producer="python-docx")
    case("concept-sound-npm", base, producer="npm")
    case("concept-sound-libreoffice", base, [VOLUME, SUMMARY], producer="libreoffice")
    case("concept-sound-bold-python-docx", base, [VOLUME], producer="python-docx-bold")
    case("concept-sound-flat-opc", base, suffix=".xml", save="flat")
    case("concept-sound-utf16", base, [VOLUME], suffix=".xml", save="utf16")
    case("concept-sound-macros", base, producer=Word(macro=True), suffix=".docm")
    case("concept-missing-section", edited(base, cut("4")), missing("2", *within("2", "4")))
    case("concept-missing-section-auto", edited(base, cut("6")), missing("2", *within("2", "6")), Word("auto"))
    case("concept-missing-item-python-docx", edited(base, cut("5.4"), cut("8.2")), missing("2", "5.4", "8.2") + [VOLUME], "python-docx")
    case("concept-missing-items-npm", edited(base, cut("1.3"), cut("3.2")), missing("2", "1.3", "3.2"), "npm")
    case("concept-missing-item-libreoffice", edited(base, cut("4.3")), missing("2", "4.3") + [VOLUME, SUMMARY], "libreoffice")
    case("concept-missing-dash-items", edited(base, cut("4.2.b"), cut("8.4.a")), missing("2", "4.2.b", "8.4.a"))
    case("concept-missing-heading-only", edited(base, drop_heading("5.6")), missing("2", "5.6"))
    case("concept-empty-item", edited(base, replace_content("5.2")), finding("2", "empty", "error", "5.2"))
    case("concept-empty-dash-item", edited(base, replace_content("6.3.a")), finding("2", "empty", "warning", "6.3.a"))
    case("concept-placeholders", edited(base, replace_content("1.4", p("________________")), replace_content("3.3", p("(толтырылады)")),
                                        replace_content("5.9", p("…………………………")), replace_content("8.2", p("\u00a0"), p(" "))),
         finding("2", "empty", "error", "1.4", "3.3", "5.9", "8.2"))
    case("concept-placeholder-control", edited(base, replace_content("1.5", p(
        '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Мәтін енгізу үшін осы жерді басыңыз.</w:t></w:r></w:p></w:sdtContent></w:sdt>', raw=True))),
         finding("2", "empty", "error", "1.5"))
    case("concept-swapped-items", edited(base, swap("5.4", "5.5")), finding("2", "order", "warning", "5.5"), accept=finding("2", "order", "warning", "5.4"))
    case("concept-moved-section", edited(base, move_to_end("2")), finding("2", "order", "warning", "2"))
    case("concept-duplicate", edited(base, double("5.3")), finding("2", "duplicate", "warning", "5.3"))
    case("concept-renamed", edited(base, rename("5.5", "Көлік және коммуникация инфрақұрылымының даму жағдайы"), rename("8.2", "Нарықтың келешегі")),
         finding("2", "title", "warning", "5.5", "8.2"))
    case("concept-wrong-numbers", edited(base, all_headings(lambda b: b[5].update(number=f"{len(b[4]) % 13 + 1}."))))
    case("concept-decimal-numbers", edited(base, all_headings(lambda b: b[5].update(number=b[1] if b[3] != "–" else ""))))
    case("concept-no-numbers", edited(base, all_headings(lambda b: b[5].update(number=""))))
    case("concept-roman-and-letters", edited(base, all_headings(lambda b: b[5].update(
        number=("I II III IV V VI VII VIII".split()[int(b[1]) - 1] + ".") if b[2] == 1 else "абвгдежзи"[int(b[1].split(".")[1]) - 1] + ")" if b[2] == 2 else "–"))))
    case("concept-letter-spaced", edited(base, all_headings(lambda b: b[5].update(text=spaced(b[4])))))
    case("concept-capitals", edited(base, all_headings(lambda b: b[5].update(text=b[4].upper()))), producer=Word("plain"))
    case("concept-homoglyphs", edited(base, all_headings(lambda b: b[5].update(text=b[4].translate(LATIN)))), producer=Word("auto"))
    case("concept-russian-keyboard", edited(base, all_headings(lambda b: b[5].update(text=b[4].translate(RUSSIAN)))))
    case("concept-soft-hyphens", edited(base, all_headings(lambda b: b[5].update(text="\u00ad".join(b[4][k:k + 4] for k in range(0, len(b[4]), 4))))))
    case("concept-dashes-and-quotes", edited(base, all_headings(lambda b: b[5].update(text="«" + b[4].replace("–", "-").replace(" ", "\u00a0") + "».")))) 
    case("concept-split-runs", edited(base, all_headings(lambda b: b[5].update(wrap="split-runs"))), producer=Word("bold"))
    case("concept-broken-headings", edited(base, all_headings(lambda b: b[5].update(wrap="break"))))
    case("concept-fields-and-links", edited(base, options("3", wrap="field"), options("4.1", wrap="hyperlink"), options("5.7", wrap="inline-sdt"), options("6", wrap="block-sdt")))
    case("concept-text-boxes", edited(base, options("2", wrap="textbox"), options("5", wrap="textbox"), options("8", wrap="textbox")), producer=Word("bold"))
    case("concept-headings-in-tables", edited(base, options("3", wrap="table"), options("5.8", wrap="table"), options("8", wrap="table")), producer=Word("bold"))
    case("concept-deleted", edited(base, options("5.6", wrap="deleted")), missing("2", "5.6"))
    case("concept-inserted", edited(base, options("5.6", wrap="inserted")))
    case("concept-moved-by-tracking", edited(base, options("4.3", wrap="moved-to"), lambda blocks: blocks.insert(
        at(blocks, "3.1"), h(None, 2, "3)", next(i.title for i in items("2") if i.id == "4.3"), wrap="moved-from"))))
    case("concept-hidden", edited(base, options("8.4", wrap="hidden")), missing("2", "8.4"))
    case("concept-only-in-contents", edited(base, cut("5.4")), missing("2", "5.4") + [VOLUME], Word("style", contents=["4) Энергетикалық инфрақұрылымның дамығандығы"]))
    case("concept-only-in-comment", edited(base, options("1.6", wrap="comment")), missing("2", "1.6"))
    case("concept-only-in-footnote", edited(base, options("1.7", wrap="footnote")), missing("2", "1.7"))
    case("concept-only-in-header", edited(base, options("2.1", wrap="header")), missing("2", "2.1"))
    case("concept-annexes", edited(base, lambda b: b + [h(None, 1, "", "1-қосымша. Кластердің сызбасы")] + [p(content.SENTENCES[0] * 3)] * 40))
    case("concept-custom-styles", edited(base, all_headings(lambda b: b[5].update(style="my1") if b[2] == 1 else None)))
    case("concept-short", concept(filler=1, companies=0), [VOLUME] + finding("2", "number", "error", "3.1") + finding("2", "empty", "error", "7"))
    case("concept-long", concept(filler=9, summary=4), [VOLUME, "2/1/volume/warning"])
    case("concept-forced-kind", edited(base, lambda b: b.__delitem__(0)), kind="concept")


PICTURE = ('<w:p><w:r><w:drawing><wp:inline><wp:extent cx="5400000" cy="1500000"/><wp:docPr id="77" name="Сурет 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
           '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr/><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>')
OBJECT = '<w:p><w:r><w:object><v:shape id="o1" style="width:300pt;height:100pt"><v:imagedata r:id="rId9"/></v:shape></w:object></w:r></w:p>'
TRACKED = 'w:id="7" w:author="А" w:date="2015-09-01T00:00:00Z"'


def raw(xml):
    return p(xml, raw=True)


def headings_as(write, only=None):
    """Each heading, or that of one item, as the WordprocessingML that `write` makes of its block."""
    def edit(blocks):
        for i, b in enumerate(blocks):
            if b[0] == "h" and b[1] and (only is None or b[1] == only):
                blocks[i] = raw(write(b))
    return edit


def field(code, result=None):
    inner = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return inner + (f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else "") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def over_paragraphs(b):
    """A title of several words as two paragraphs, in the manner of a title page."""
    first, _, last = b[4].rpartition(" ")
    if b[2] != 1 or not first:
        return par(run(f"{b[3]} {b[4]}", bold=True), style=str(b[2]))
    return par(run(f"{b[3]} {first}", bold=True), align="center") + par(run(last, bold=True), align="center")


def run_in(blocks):
    """Items whose text begins in the line of the title."""
    out = []
    for b in blocks:
        before = out[-1] if out else None
        if before and before[0] == "h" and before[1] and before[2] > 1 and b[0] == "p" and not b[2].get("raw"):
            out[-1] = raw(par(run(f"{before[3]} {before[4]}. ", bold=True) + run(b[1])))
        else:
            out.append(b)
    return out


def in_two_columns(blocks):
    """The whole paper as a table: numbers at the left, titles and texts at the right, company sheets in their cells."""
    rows, writer = [], Word()
    for b in blocks[1:]:
        if b[0] == "h":
            rows.append([run(b[3]), par(run(b[4], bold=True))])
        else:
            rows[-1][1] += writer.table(b) if b[0] == "t" else par(run(b[1]))
    body = "".join(f"<w:tr><w:tc><w:p>{number}</w:p></w:tc><w:tc>{inner}<w:p/></w:tc></w:tr>" for number, inner in rows)
    return blocks[:1] + [raw('<w:tbl><w:tblPr><w:tblW w:w="9300" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="700"/><w:gridCol w:w="8600"/></w:tblGrid>' + body + "</w:tbl>")]


class WithHiddenStyle(Word):
    def styles(self):
        return super().styles().replace("</w:styles>", '<w:style w:type="paragraph" w:styleId="hid"><w:name w:val="Жасырын"/><w:basedOn w:val="2"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>')


def odd_concepts():
    base = concept()
    inserted, deleted = (lambda inner: f"<w:ins {TRACKED}>{inner}</w:ins>"), (lambda inner: f"<w:del {TRACKED}>{inner}</w:del>")
    case("concept-only-pictures", edited(base, replace_content("5.2", raw(PICTURE)), replace_content("5.9", raw(OBJECT))))
    case("concept-titles-over-paragraphs", edited(base, headings_as(over_paragraphs)))
    case("concept-in-two-columns", edited(base, in_two_columns), [VOLUME])
    case("concept-autonum", edited(base, headings_as(lambda b: par(field("AUTONUM") + run(" " + b[4], bold=True)))))
    case("concept-listnum", edited(base, headings_as(lambda b: par(field(f"LISTNUM LegalDefault \\l {b[2]}") + run(" " + b[4], bold=True)))))
    case("concept-seq", edited(base, headings_as(lambda b: par(field("SEQ a", "3") + run(". " + b[4], bold=True)))))
    case("concept-run-in", edited(base, run_in))
    case("concept-underlined", edited(base, headings_as(lambda b: par(f'<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">{b[3]} {b[4]}</w:t></w:r>'))))
    case("concept-numbers-on-lines-of-their-own", edited(base, headings_as(lambda b: (par(run(f"{b[1]}-БӨЛІМ", bold=True), align="center") if b[2] == 1 else "") + par(run(b[4].upper() if b[2] == 1 else f"{b[3]} {b[4]}", bold=True)))))
    case("concept-tracked-new-title", edited(base, headings_as(lambda b: par(deleted(run("Ескі атауы", tag="delText")) + inserted(run(f"{b[3]} {b[4]}", bold=True)), style="2"), "5.4")))
    case("concept-tracked-lost-title", edited(base, headings_as(lambda b: par(inserted(run("Басқа мәселелер туралы ақпарат", bold=True)) + deleted(run(f"{b[3]} {b[4]}", tag="delText")), style="2"), "5.4")),
         missing("2", "5.4"))
    case("concept-tracked-mark", edited(base, headings_as(lambda b: par(run(f"{b[3]} {b[4]}. ", bold=True), style="2", mark=f"<w:del {TRACKED}/>"), "5.4")))
    case("concept-tracked-row", edited(base, headings_as(lambda b: f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:trPr><w:del {TRACKED}/></w:trPr><w:tc>'
                                                         f'{par(deleted(run(b[4], tag="delText")))}</w:tc></w:tr></w:tbl>', "5.4")), missing("2", "5.4"))
    case("concept-hidden-by-style", edited(base, headings_as(lambda b: par(run(f"{b[3]} {b[4]}"), style="hid"), "5.4")), missing("2", "5.4"), WithHiddenStyle())
    case("concept-only-hidden-text", edited(base, replace_content("5.2", raw(par(run("Жасырын мәтін осында тұр.", hidden=True))))), finding("2", "empty", "error", "5.2"))
    case("concept-only-deleted-text", edited(base, replace_content("5.2", raw(par(deleted(run("Жойылған мәтін осында тұрған.", tag="delText")))))), finding("2", "empty", "error", "5.2"))
    lines = [[(i.number, 1, 1), (i.title, 1, 1), (str(k + 2), 1, 1)] for k, i in enumerate(items("2"))]
    case("concept-contents-as-table", edited(base, cut("5.4"), lambda b: b[:1] + [t(lines)] + b[1:]), missing("2", "5.4") + [VOLUME])
    case("concept-contents-at-the-end", edited(base, cut("5.4"), lambda b: b + [p("Мазмұны", bold=True)] + [p(f"{i.number} {i.title}\t{k + 2}") for k, i in enumerate(items("2"))]), missing("2", "5.4") + [VOLUME])
    signed = application("1", **{"signatory.signature": ""})
    place = next(i for i, b in enumerate(signed) if b[0] == "p" and b[1] == "(қолы)")
    signed[place - 1] = raw(PICTURE)
    case("application-1-signed-by-picture", signed)


def company_sheets():
    def paper(companies, **more):
        return concept(filler=2, companies=companies, **more)
    case("sheets-eight", concept(filler=3, companies=8), finding("2", "number", "warning", "3.1") + [VOLUME])
    case("sheets-four", concept(filler=4, companies=4), finding("2", "number", "error", "3.1"))
    case("sheets-empty-fields", paper(10, change={3: {"empty": ("phone", "address.zip")}, 5: {"empty": ("responsible.surname", "eqjj.main")}}),
         finding("2", "empty", "warning", "7.sheet[3].phone", "7.sheet[3].address.zip", "7.sheet[5].responsible.surname", "7.sheet[5].eqjj.main"))
    case("sheets-missing-rows", paper(10, change={2: {"drop": ("clients", "email")}, 10: {"drop": ("rdcost",)}}),
         finding("2", "missing", "warning", "7.sheet[2].clients", "7.sheet[2].email", "7.sheet[10].rdcost") + [VOLUME], "python-docx")
    case("sheets-other-years", paper(10, years=["2011", "2012", "2013", "2014"]))
    case("sheets-one-table-each", paper(10, style="one"), producer="npm")
    case("sheets-nested", edited(paper(10), lambda b: [x if x[0] != "t" else ["t", x[1], {"wrap": "nested"}] for x in b]))
    case("sheets-row-controls", edited(paper(10), lambda b: [x if x[0] != "t" else ["t", x[1], {"wrap": "row-sdt"}] for x in b]))
    case("sheets-libreoffice", paper(10, change={1: {"empty": ("site",)}}), finding("2", "empty", "warning", "7.sheet[1].site") + [VOLUME, SUMMARY], "libreoffice")

    def merged(blocks):
        tables = [b for b in blocks if b[0] == "t"]
        rows = [row for b in tables for row in b[1]]
        first = next(i for i, b in enumerate(blocks) if b[0] == "t")
        return [b for b in blocks[:first] if b[0] != "t"] + [t(rows)] + [b for b in blocks[first:] if b[0] != "t"]
    case("sheets-all-in-one-table", edited(paper(10), merged), [VOLUME])


def forms():
    for a in ("1", "4"):
        case(f"application-{a}-sound", application(a))
        case(f"application-{a}-sound-python-docx", application(a), producer="python-docx")
        case(f"application-{a}-sound-libreoffice", application(a), producer="libreoffice")
        case(f"application-{a}-blank", application(a, cluster_name="", applicant_name="", **{"signatory.position": "", "signatory.name": "", "signatory.signature": ""}),
             finding(a, "empty", "error", "cluster_name", "applicant_name", "signatory.position", "signatory.name", "signatory.signature"))
        case(f"application-{a}-not-signed", application(a, **{"signatory.signature": ""}), finding(a, "empty", "error", "signatory.signature"), "npm")
        case(f"application-{a}-no-statement", application(a, statement=None), finding(a, "missing", "error", "statement"))
        case(f"application-{a}-no-addressee", application(a, addressee=None), finding(a, "missing", "error", "addressee"))
        case(f"application-{a}-missing-captions", application(a, applicant_name=None, **{"signatory.name": None}), finding(a, "missing", "error", "applicant_name", "signatory.name"))
    both = "Қатысушылардың болуын/болмауын және аумақтық кластерді ұйымдастырудың орындылығын/орынсыздығын растайды."
    case("conclusion-sound", conclusion())
    case("conclusion-sound-python-docx", conclusion(), producer="python-docx")
    case("conclusion-sound-npm", conclusion(), producer="npm")
    case("conclusion-sound-libreoffice", conclusion(), producer="libreoffice")
    case("conclusion-both-alternatives", conclusion(confirmation=both), finding("3", "wrong-value", "warning", "confirmation"))
    case("conclusion-no-number-no-date", conclusion(number="", date=""), finding("3", "empty", "error", "number", "date"))
    case("conclusion-no-name", conclusion(cluster_name=""), finding("3", "empty", "error", "cluster_name"))
    case("conclusion-no-place", conclusion(place=""), finding("3", "empty", "error", "address", "phone"))
    case("conclusion-no-phone", conclusion(place="Өскемен қаласы, Абай көшесі, 5"), finding("3", "missing", "error", "phone"), accept=finding("3", "empty", "error", "phone"))
    case("conclusion-no-confirmation", conclusion(confirmation=None), finding("3", "missing", "error", "confirmation"))
    case("conclusion-no-table", conclusion(rows=[]), finding("3", "missing", "error", "table"))
    case("conclusion-empty-activity", conclusion(rows=[("«Алтай-Ағаш» ЖШС", "ағаш өңдеу"), ("«Ертіс-Мебель» ЖШС", ""), ("«Сібе-Тақтай» ЖШС", "тақтай дайындау")]),
         finding("3", "empty", "error", "table.row[2].activity"))
    case("conclusion-not-signed", conclusion(signatory="Нұрғалиев Асқар Бекұлы"), finding("3", "missing", "error", "signatory.signature"), accept=finding("3", "empty", "error", "signatory.signature"))
    case("conclusion-no-seal", conclusion(seal=None), finding("3", "missing", "error", "seal"))
    case("conclusion-empty-seal", conclusion(seal="М.О. ____________"), finding("3", "empty", "error", "seal"))


def strategies():
    base = strategy()
    case("strategy-sound", base)
    case("strategy-sound-python-docx", base, producer="python-docx")
    case("strategy-sound-bold", base, producer=Word("bold"))
    case("strategy-missing-section", edited(base, cut("9")), missing("5", *within("5", "9")))
    case("strategy-missing-items", edited(base, cut("8.4"), cut("10.2.a")), missing("5", *within("5", "8.4"), "10.2.a") + finding("5", "empty", "error", "10.2"), "npm")
    case("strategy-empty-item", edited(base, replace_content("9.4", p("____________"))), finding("5", "empty", "error", "9.4"))


def road_maps():
    case("road-map-sound", road_map())
    case("road-map-sound-python-docx", road_map(), producer="python-docx")
    case("road-map-sound-libreoffice", road_map(), producer="libreoffice")
    case("road-map-merged-groups", road_map(style="merged"))
    case("road-map-tables", road_map(style="tables"))
    case("road-map-lines", road_map(attributes="lines"))
    case("road-map-labels", road_map(attributes="labels"))
    case("road-map-other-years", road_map(years=("2019", "2020", "2021", "2022", "2023")))
    case("road-map-no-years", road_map(years=()))
    case("road-map-other-order", road_map(groups=(1, 0, 2, 3, 4, 5)), finding("6", "order", "warning", "group.1"), accept=finding("6", "order", "warning", "group.2"))
    case("road-map-missing-group", road_map(groups=(0, 1, 3, 4, 5)), finding("6", "missing", "error", "group.3"))
    case("road-map-missing-column", road_map(drop_columns=("Жауапты орындаушы",)), finding("6", "missing", "error", "table.col.executor"))
    case("road-map-empty-executor", road_map(change={(2, 1): {"Жауапты орындаушы": ""}}), finding("6", "empty", "error", "event[2.1].executor"))
    case("road-map-missing-attribute", road_map(attributes="lines", change={(2, 1): {"item7": None}}), finding("6", "missing", "error", "event[2.1].item7"))
    case("road-map-empty-attribute", road_map(change={(3, 2): {"item8": ""}}), finding("6", "empty", "error", "event[3.2].item8"))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--npm", default="/usr/share/nodejs")
    arguments.add_argument("--libreoffice", action="store_true", help="make the papers of LibreOffice too")
    arguments.add_argument("names", nargs="*")
    chosen = arguments.parse_args()
    for make in (concepts, odd_concepts, company_sheets, forms, strategies, road_maps):
        make()
    FOLDER.mkdir(exist_ok=True)
    drafts = pathlib.Path("/tmp/cases-drafts")
    drafts.mkdir(exist_ok=True)
    office = []
    lines = []
    for name, blocks, expected, producer, kind, more in CASES:
        path = FOLDER / (name + more.get("suffix", ".docx"))
        lines.append("\t".join([path.name, kind] + ([";".join(expected)] if expected is not None else ["*"]) + [";".join(more.get("accept", []))]).rstrip("\t"))
        if chosen.names and name not in chosen.names:
            continue
        if producer == "libreoffice":
            if chosen.libreoffice:
                Word("style").save(blocks, drafts / path.name)
                office.append(drafts / path.name)
        elif producer == "npm":
            npm_docx(blocks, path, chosen.npm)
        elif isinstance(producer, str):
            python_docx(blocks, path, styles=producer == "python-docx")
        elif more.get("save") == "flat":
            producer.save_flat(blocks, path)
        elif more.get("save") == "utf16":
            producer.save_bare(blocks, path, "utf-16")
        else:
            producer.save(blocks, path)
    if office:
        libre_office(office, FOLDER)
    (HERE / "expected.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(CASES), "cases")


if __name__ == "__main__":
    sys.exit(main())

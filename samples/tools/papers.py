"""The papers of a dossier as DOCX, each by another producer: Word's manner (ooxml.py), python-docx, LibreOffice."""

import os
import pathlib
import subprocess
import tempfile
import zipfile
from html import escape

import docx
import docx.shared
from docx.enum.text import WD_ALIGN_PARAGRAPH

import dossierxml
import ooxml
import structure
from ooxml import Paper, cell, paragraph, row, run, table

MONTHS = ("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан").split()


def legal_date(iso):
    """2015-09-22 -> 2015 жылғы «22» қыркүйек."""
    year, month, day = iso.split("-")
    return f"{year} жылғы «{day}» {MONTHS[int(month) - 1]}"


# --- in the manner of Word ---------------------------------------------------------------------------------------------------

def concept(path, title, body, pages, look=False, spacing=None, sheet=ooxml.sheet_down, header=None, contents=None, changes=None):
    """The concept. look: bold lines with typed numbers instead of styles with automatic numbers.

    changes: item -> function that adds paragraphs with tracked changes behind the item's heading."""
    paper = Paper(title, pages, numbered=not look, header=header, spacing=spacing)
    paper.add(paragraph(run(title, bold=look, size=32 if look else None), style=None if look else "a3", align="center", after=240))
    if contents:
        paper.contents(contents)
    items = iter(structure.ORDER)
    for block in body:
        if block[0] == "heading":
            (paper.heading_by_look if look else paper.heading_by_style)(*block[1:])
            if changes and (change := changes.get(next(items))):
                change(paper)
        elif block[0] == "p":
            listed(paper, block[1], block[2], look)
        elif block[0] == "table":
            paper.add(ooxml.data_table(block[1]))
            paper.add(paragraph(""))
        else:
            paper.add(sheet(block[1]))
            paper.add(paragraph(""))
    paper.save(path)


def listed(paper, number, text, look):
    """A paragraph, or a list item: with Word's own bullets, or with what was typed."""
    if number == "–" and not look:
        paper.add(paragraph(run(text), align="both", numbering=(0, 2), line=paper.spacing))
    elif number:
        paper.text(f"{number} {text}")
    else:
        paper.text(text)


def caption(value, words):
    """A value over a line, and below it in brackets what it is: as in the forms of the decree."""
    return (paragraph(run(value, underline=True), align="center", before=200)
            + paragraph(run(f"({words})", italic=True, size=20), align="center"))


def intake():
    """The organiser's block of the form, left blank by the applicant."""
    return table([4677, 4678], [
        row([cell("Қабылдады:", 4677), cell("Қолы: ________, № ______,", 4678)]),
        row([cell("____________________ (өтінімді қабылдаған адамның Т.А.Ә.)", 4677),
             cell("қабылдау күні 20__ жылғы «___» _______", 4678)])])


def application(path, a):
    paper = Paper(a["title"], pages=1)
    paper.add(paragraph(run("Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 1-қосымша", size=24), align="right", left=4500))
    paper.add(paragraph(run(a["addressee"]), align="right", before=240, left=3500))
    paper.add(paragraph(run(a["title"], bold=True), align="center", before=480, after=240))
    paper.add(paragraph(run(a["statement"]), first=709))
    paper.add(caption(a["cluster_name"], "аумақтық кластердің атауы"))
    paper.add(caption(a["applicant_name"], "аумақтық кластерлерді конкурстық іріктеуге қатысу үшін конкурстың бірінші кезеңіне "
                                           "қатысушының атауы"))
    paper.add(caption(a["signatory"]["position"], "өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы"))
    paper.add(caption(a["signatory"]["name"], "Т.А.Ә."))
    paper.add(caption(a["signatory"]["signature"], "қолы"))
    paper.add(paragraph(run(legal_date(a["date"])), before=240, after=240))
    paper.add(intake())
    paper.add(paragraph(run("осы өтінімнің көшірмесі өтініш берушіге беріледі", size=24), before=240))
    paper.save(path)


def conclusion_lines(c):
    """The form of appendix 3 line by line, the table apart: before, rows, behind."""
    body = "Облыстардың, республикалық маңызы бар қаланың, астананың жергілікті атқарушы органдарының"
    before = [f"№ {c['number']}\t{legal_date(c['date'])}", f"1. {c['cluster_name']}", "(аумақтық кластердің атауы)",
              f"2. Мекенжайы және телефоны {c['address']}, {c['phone']}", f"{body} {c['organ_name']} мемлекеттік мекемесі", "(атауы)",
              c["confirmation"]]
    rows = [("№", "Кластерге қатысушылар", "Кластерге қатысушының қызмет түрі")] + c["rows"]
    behind = [f"{body} мемлекеттік мекемесі {c['organ_name']}", f"{c['signatory']['name']}, {c['signatory']['signature']}",
              "(Т.А.Ә., қолы)", f"М.О. {c['seal']}"]
    return before, rows, behind


def conclusion(path, c):
    before, rows, behind = conclusion_lines(c)
    paper = Paper(c["title"], pages=2)
    paper.add(paragraph(run("Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 3-қосымша", size=24), align="right", left=4500))
    paper.add(paragraph(run(c["title"], bold=True), align="center", before=480, after=240))
    number, date = before[0].split("\t")
    tab = '<w:r><w:tab/></w:r>'
    paper.add(f'<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="9345"/></w:tabs></w:pPr>{run(number)}{tab}{run(date)}</w:p>')
    for line in before[1:]:
        small = line.startswith("(")
        paper.add(paragraph(run(line, italic=small, size=20 if small else None), align="center" if small else "both",
                            before=0 if small else 160))
    widths = [700, 4325, 4330]
    paper.add(paragraph(""))
    paper.add(table(widths, [row([cell(text, widths[n], bold=i == 0) for n, text in enumerate(cells)], header=i == 0)
                             for i, cells in enumerate(rows)]))
    for line in behind:
        small = line.startswith("(")
        paper.add(paragraph(run(line, italic=small, size=20 if small else None), before=0 if small else 240))
    paper.save(path)


# --- python-docx -------------------------------------------------------------------------------------------------------------

def application_python_docx(path, a):
    document = new_python_docx()
    line(document, "Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 1-қосымша", WD_ALIGN_PARAGRAPH.RIGHT)
    line(document, a["addressee"], WD_ALIGN_PARAGRAPH.RIGHT)
    line(document, a["title"], WD_ALIGN_PARAGRAPH.CENTER, bold=True)
    line(document, a["statement"])
    for value, words in ((a["cluster_name"], "аумақтық кластердің атауы"),
                         (a["applicant_name"], "аумақтық кластерлерді конкурстық іріктеуге қатысу үшін конкурстың бірінші кезеңіне "
                                               "қатысушының атауы"),
                         (a["signatory"]["position"], "өтініш берушінің атынан құжаттарға қол қоюға өкілеттігі бар адамның лауазымы"),
                         (a["signatory"]["name"], "Т.А.Ә."), (a["signatory"]["signature"], "қолы")):
        line(document, value, WD_ALIGN_PARAGRAPH.CENTER)
        line(document, f"({words})", WD_ALIGN_PARAGRAPH.CENTER, size=10)
    line(document, legal_date(a["date"]))
    grid = document.add_table(rows=2, cols=2, style="Table Grid")
    texts = ("Қабылдады:", "Қолы: ________, № ______,", "____________________ (өтінімді қабылдаған адамның Т.А.Ә.)",
             "қабылдау күні 20__ жылғы «___» _______")
    for n, text in enumerate(texts):
        grid.cell(n // 2, n % 2).text = text
    line(document, "осы өтінімнің көшірмесі өтініш берушіге беріледі")
    document.save(path)
    normalise(path)


def concept_python_docx(path, title, body, heading=lambda level, number, text: f"{number} {text}".strip()):
    """The concept by python-docx; heading makes the line that stands for a prescribed heading."""
    document = new_python_docx()
    document.add_heading(title, 0)
    for block in body:
        if block[0] == "heading":
            document.add_heading(heading(*block[1:]), block[1])
        elif block[0] == "p":
            if block[1] == "–":
                document.add_paragraph(block[2], style="List Bullet")
            else:
                document.add_paragraph(f"{block[1]} {block[2]}".strip())
        elif block[0] == "table":
            rows = block[1]
            grid = document.add_table(rows=len(rows), cols=max(len(cells) for _, cells in rows), style="Table Grid")
            for r, (_, cells) in enumerate(rows):
                for n, text in enumerate(cells):
                    grid.cell(r, n).text = text
        else:
            sheet_python_docx(document, block[1])
    document.save(path)
    normalise(path)


def sheet_python_docx(document, c):
    """A company sheet with merged cells, as python-docx merges them (repeated text would be a mistake: each is written once)."""
    single = [("Атауы", c.name), ("Капиталдың елдік тиесілігі", c.capital), ("Компанияның/ұйымның негізі қаланған күн", c.founded),
              ("Негізгі клиенттері", c.clients), ("Елдік тиесілігі (отандық/шетелдік компания/ұйым)", c.country),
              ("Телефоны", c.phone), ("Ұялы телефоны", c.mobile), ("Электрондық поштасы", c.email), ("Компания сайты", c.site)]
    groups = {1: ("Мекенжайы", (("Көше", c.street), ("Қала", c.city), ("Пошта коды", c.zip))),
              5: ("Жауапты қызметкер", tuple(zip(("Тегі", "Аты", "Лауазымы"), c.responsible))),
              9: ("ЭҚЖЖ кодировкасы", (("Негізгі қызметі", c.eqjj[0]),) + tuple(("Қосымша қызметі", code) for code in c.eqjj[1:]))}
    grid = document.add_table(rows=0, cols=6, style="Table Grid")
    for n in range(len(single) + 1):
        if n in groups:
            label, parts = groups[n]
            first = len(grid.rows)
            for name, value in parts:
                cells = grid.add_row().cells
                cells[1].text = name
                cells[2].merge(cells[5]).text = value
            merged = grid.cell(first, 0).merge(grid.cell(len(grid.rows) - 1, 0))
            merged.text = label
        if n < len(single):
            cells = grid.add_row().cells
            cells[0].merge(cells[1]).text = single[n][0]
            cells[2].merge(cells[5]).text = single[n][1]
    cells = grid.add_row().cells
    cells[0].merge(cells[1]).text = "Жекелеген көрсеткіштері"
    for n, year in enumerate(structure.YEARS):
        cells[2 + n].text = year
    for key, label in structure.SHEET_INDICATORS:
        cells = grid.add_row().cells
        cells[0].merge(cells[1]).text = label
        for n, year in enumerate(structure.YEARS):
            cells[2 + n].text = dossierxml.indicator(key, c.years[year][key])
    document.add_paragraph("")


def new_python_docx():
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.font.size = docx.shared.Pt(12)
    return document


def line(document, text, align=None, bold=False, size=None):
    made = document.add_paragraph()
    part = made.add_run(text)
    part.bold = bold
    if size:
        part.font.size = docx.shared.Pt(size)
    if align is not None:
        made.alignment = align


# --- LibreOffice -------------------------------------------------------------------------------------------------------------

def conclusion_libreoffice(path, c):
    """HTML turned to DOCX by LibreOffice; its dates are taken out, so that the bytes stay."""
    before, rows, behind = conclusion_lines(c)
    number, date = before[0].split("\t")
    page = ['<html><head><meta charset="utf-8"><style>body { font-family: "Times New Roman"; font-size: 14pt }</style></head><body>',
            '<p align="right">Аумақтық кластерлерге конкурстық іріктеу жүргізу қағидаларына 3-қосымша</p>',
            f'<p align="center"><b>{escape(c["title"])}</b></p>', f'<p>№ {escape(number[2:])} &nbsp;&nbsp;&nbsp; {escape(date)}</p>']
    page += [f'<p align="center"><i>{escape(text)}</i></p>' if text.startswith("(") else f"<p>{escape(text)}</p>" for text in before[1:]]
    page.append('<table border="1" cellspacing="0">')
    for cells in rows:
        page.append("<tr>" + "".join(f"<td><p>{escape(text)}</p></td>" for text in cells) + "</tr>")
    page.append("</table>")
    page += [f"<p>{escape(text)}</p>" for text in behind] + ["</body></html>"]
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / (path.stem + ".html")
        source.write_text("\n".join(page), encoding="utf-8")
        subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--infilter=HTML (StarWriter)",
                        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(path.parent), str(source)], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "TZ": "UTC"})
    normalise(path)


def normalise(path):
    """Packs a DOCX anew with fixed times, so that it has the same bytes whenever it is made."""
    with zipfile.ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    fixed = []
    for name, data in parts:
        if name == "docProps/core.xml":
            data = without_dates(data.decode("utf-8"))
        fixed.append((name, data))
    ooxml.package(path, fixed)


def without_dates(core):
    for tag in ("created", "modified"):
        start = core.find(f"<dcterms:{tag}")
        while start >= 0:
            inside = core.index(">", start) + 1
            end = core.index("</", inside)
            core = core[:inside] + "2015-09-14T04:00:00Z" + core[end:]
            start = core.find(f"<dcterms:{tag}", inside)
    return core

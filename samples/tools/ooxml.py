"""DOCX written part by part, in the manner of Word: what Word saves, without Word.

`Paper` holds what the packages have in common; its options choose among the ways in which people make such papers:
headings by style with automatic multi-level numbering, or bold lines with typed numbers; table of contents; tracked changes."""

import zipfile
from xml.sax.saxutils import escape

import structure
from dossierxml import indicator

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DATE = (2015, 9, 14, 10, 0, 0)
AUTHOR = "Мыңжасаров Ғани"


def package(path, parts):
    """parts: list of (name, text or bytes); the same bytes on every run."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 0
            archive.writestr(info, data.encode("utf-8") if isinstance(data, str) else data, compresslevel=9)


def run(text, bold=False, italic=False, size=None, underline=False, deleted=False):
    marks = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + ('<w:u w:val="single"/>' if underline else "")
    marks += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    marks += '<w:lang w:val="kk-KZ"/>'
    tag = "delText" if deleted else "t"
    return f'<w:r><w:rPr>{marks}</w:rPr><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def field(code, result="1"):
    """A complex field with its result, as Word saves it."""
    def char(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return (f'{char("begin")}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{char("separate")}'
            f'<w:r><w:t>{result}</w:t></w:r>{char("end")}')


def paragraph(content, style=None, align=None, before=0, after=0, first=0, left=0, keep=False, numbering=None, mark="", line=None):
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:keepNext/>" if keep else "")
    if numbering:
        properties += f'<w:numPr><w:ilvl w:val="{numbering[0]}"/><w:numId w:val="{numbering[1]}"/></w:numPr>'
    if before or after or line:
        properties += f'<w:spacing w:before="{before}" w:after="{after}"' + (
            f' w:line="{line}" w:lineRule="auto"/>' if line else "/>")
    if first or left:
        properties += f'<w:ind w:left="{left}"' + (f' w:firstLine="{first}"/>' if first >= 0 else f' w:hanging="{-first}"/>')
    properties += f'<w:jc w:val="{align}"/>' if align else ""
    properties += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def cell(text, width, span=1, merge=None, bold=False, align=None, size=22):
    """One cell; merge: None, "restart" or "continue" (vertical)."""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    if merge:
        properties += '<w:vMerge w:val="restart"/>' if merge == "restart" else "<w:vMerge/>"
    content = run(text, bold=bold, size=size) if text else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(content, align=align)}</w:tc>"


def row(cells, header=False):
    return (f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>")


def table(widths, rows, style="TableGrid"):
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>')


def data_table(rows, total=9355):
    """A plain table of the text: the first column wider than the rest, unless it is the column of numbers."""
    columns = max(len(cells) for _, cells in rows)
    if rows[0][1][0] == "№":
        rest = (total - 600) // (columns - 1)
        widths = [600] + [rest] * (columns - 1)
    else:
        first = total * 4 // 10
        widths = [first] + [(total - first) // (columns - 1)] * (columns - 1)
    made = []
    for header, cells in rows:
        made.append(row([cell(text, widths[n], bold=header, align="center" if header or n and text[:1].isdigit() else None)
                         for n, text in enumerate(cells)], header))
    return table(widths, made)


def sheet_down(c):
    """The company sheet as one table, one field a row: labels merged downwards, values merged across."""
    widths = [2355, 1600, 1350, 1350, 1350, 1350]

    def one(label, value):
        return row([cell(label, 3955, span=2, bold=True), cell(value, 5400, span=4)])

    def group(label, pairs):
        return [row([cell(label if n == 0 else "", 2355, merge="restart" if n == 0 else "continue", bold=True),
                     cell(name, 1600), cell(value, 5400, span=4)]) for n, (name, value) in enumerate(pairs)]

    rows = [one("Атауы", c.name)]
    rows += group("Мекенжайы", [("Көше", c.street), ("Қала", c.city), ("Пошта коды", c.zip)])
    rows += [one("Капиталдың елдік тиесілігі", c.capital), one("Компанияның/ұйымның негізі қаланған күн", c.founded),
             one("Негізгі клиенттері", c.clients), one("Елдік тиесілігі (отандық/шетелдік компания/ұйым)", c.country)]
    rows += group("Жауапты қызметкер", list(zip(("Тегі", "Аты", "Лауазымы"), c.responsible)))
    rows += [one("Телефоны", c.phone), one("Ұялы телефоны", c.mobile), one("Электрондық поштасы", c.email),
             one("Компания сайты", c.site)]
    rows += group("ЭҚЖЖ кодировкасы", [("Негізгі қызметі", c.eqjj[0])] + [("Қосымша қызметі", code) for code in c.eqjj[1:]])
    rows.append(row([cell("Жекелеген көрсеткіштері", 3955, span=2, bold=True)]
                    + [cell(year, 1350, bold=True, align="center") for year in structure.YEARS]))
    for key, label in structure.SHEET_INDICATORS:
        rows.append(row([cell(label, 3955, span=2)]
                        + [cell(indicator(key, c.years[year][key]), 1350, align="center") for year in structure.YEARS]))
    return table(widths, rows)


def sheet_across(c):
    """The company sheet as the decree draws it: parts side by side under their captions, the indicators in a second table."""
    widths = [2355, 1400, 1400, 1400, 1400, 1400]

    def one(label, value):
        return row([cell(label, 2355, bold=True), cell(value, 7000, span=5)])

    def group(label, names, values, spans):
        captions = [cell(label, 2355, merge="restart", bold=True)]
        below = [cell("", 2355, merge="continue")]
        for name, value, span in zip(names, values, spans):
            captions.append(cell(name, 1400 * span, span=span, align="center"))
            below.append(cell(value, 1400 * span, span=span, align="center"))
        return [row(captions), row(below)]

    rows = [one("Атауы", c.name)]
    rows += group("Мекенжайы", ("Көше", "Қала", "Пошта коды"), (c.street, c.city, c.zip), (2, 2, 1))
    rows += [one("Капиталдың елдік тиесілігі", c.capital), one("Компанияның/ұйымның негізі қаланған күн", c.founded),
             one("Негізгі клиенттері", c.clients), one("Елдік тиесілігі (отандық/шетелдік компания/ұйым)", c.country)]
    rows += group("Жауапты қызметкер", ("Тегі", "Аты", "Лауазымы"), c.responsible, (1, 1, 3))
    rows += [one("Телефоны", c.phone), one("Ұялы телефоны", c.mobile), one("Электрондық поштасы", c.email),
             one("Компания сайты", c.site)]
    rows += group("ЭҚЖЖ кодировкасы", ["Негізгі қызметі"] + ["Қосымша қызметі"] * 4, c.eqjj, (1, 1, 1, 1, 1))
    figures = [row([cell("Жекелеген көрсеткіштері", 4555, bold=True)]
                   + [cell(year, 1200, bold=True, align="center") for year in structure.YEARS], header=True)]
    for key, label in structure.SHEET_INDICATORS:
        figures.append(row([cell(label, 4555)]
                           + [cell(indicator(key, c.years[year][key]), 1200, align="center") for year in structure.YEARS]))
    return table(widths, rows) + paragraph("") + table([4555, 1200, 1200, 1200, 1200], figures)


STYLES = f'''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="kk-KZ" w:eastAsia="ru-RU" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:qFormat/><w:pPr><w:keepNext/>NUM1<w:spacing w:before="240" w:after="120"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:qFormat/><w:pPr><w:keepNext/>NUM2<w:spacing w:before="160" w:after="80"/><w:jc w:val="both"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="3"><w:name w:val="heading 3"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="60"/><w:jc w:val="both"/><w:outlineLvl w:val="2"/></w:pPr><w:rPr><w:i/><w:iCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:qFormat/><w:pPr><w:spacing w:after="240"/><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:caps/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/><w:basedOn w:val="a"/><w:next w:val="a"/><w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9345"/></w:tabs></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="header"/><w:basedOn w:val="a"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="footer"/><w:basedOn w:val="a"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="a1"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="a1"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>
</w:styles>'''

NUMBERING = f'''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering {W}>
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="2"/><w:lvlText w:val="%2)"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1080" w:hanging="360"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1069" w:hanging="360"/></w:pPr></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl></w:lvlOverride></w:num>
</w:numbering>'''


class Paper:
    """One package. Collects the body; `save` writes all parts."""

    def __init__(self, title, pages=None, numbered=False, header=None, spacing=None):
        self.title = title
        self.pages = pages
        self.numbered = numbered        # headings numbered by Word rather than typed
        self.header = header
        self.spacing = spacing          # w:line of the running text, 240 = single
        self.body = []
        self.bookmark = 0

    def add(self, xml):
        self.body.append(xml)

    def text(self, text, **given):
        given.setdefault("first", 709)
        self.add(paragraph(run(text), align="both", line=self.spacing, **given))

    def heading_by_style(self, level, number, title):
        """Heading 1–3; the number comes from the list, except where the decree's own scheme (2.1.) needs another."""
        self.bookmark += 1
        name = f"_Toc4299{self.bookmark:05d}"
        content = (f'<w:bookmarkStart w:id="{self.bookmark}" w:name="{name}"/>{run(title)}<w:bookmarkEnd w:id="{self.bookmark}"/>')
        numbering = (1, 3) if number.count(".") == 2 else None
        self.add(paragraph(content, style=str(level), numbering=numbering))

    def heading_by_look(self, level, number, title):
        """A bold line with a typed number and no style, as most people do it."""
        align = "center" if level == 1 else "both"
        lead = f"{number} " if number else "– "
        self.add(paragraph(run(lead + title, bold=level < 3, italic=level == 3), align=align, before=200, after=100, keep=True,
                           first=0 if level == 1 else 709))

    def contents(self, titles):
        """A table of contents as Word saves it: a field whose result is lines with page numbers."""
        self.add(paragraph(run("Мазмұны", bold=True), align="center", after=120))
        for n, (title, page) in enumerate(titles):
            lead = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u '
                    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>') if n == 0 else ""
            tail = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if n == len(titles) - 1 else ""
            self.add(paragraph(f'{lead}<w:r><w:t>{escape(title)}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>{page}</w:t></w:r>{tail}',
                               style="11"))

    def tracked(self, before, deleted, inserted, after):
        """A paragraph with a deletion and an insertion that nobody has accepted yet."""
        attributes = f'w:author="{AUTHOR}" w:date="2015-09-12T09:30:00Z"'
        self.add(paragraph(run(before) + f'<w:del w:id="901" {attributes}>{run(deleted, deleted=True)}</w:del>'
                           f'<w:ins w:id="902" {attributes}>{run(inserted)}</w:ins>' + run(after), align="both", first=709,
                           line=self.spacing))

    def tracked_paragraph(self, text):
        """A whole paragraph deleted, its mark included."""
        attributes = f'w:author="{AUTHOR}" w:date="2015-09-12T09:31:00Z"'
        self.add(paragraph(f'<w:del w:id="903" {attributes}>{run(text, deleted=True)}</w:del>', align="both", first=709,
                           mark=f'<w:del w:id="904" {attributes}/>'))

    def document(self):
        header = '<w:headerReference w:type="default" r:id="rId4"/>' if self.header else ""
        section = (f'<w:sectPr>{header}<w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
                   '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/>'
                   '</w:sectPr>')
        return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {W} {R}><w:body>{"".join(self.body)}'
                f'{section}</w:body></w:document>')

    def save(self, path):
        main = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        overrides = [("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"), ("settings", "settings"),
                     ("footer1", "footer")] + ([("header1", "header")] if self.header else [])
        types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{main}{kind}+xml"/>' for part, kind in overrides)
        numbered = ('<w:numPr><w:numId w:val="1"/></w:numPr>', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')
        one, two = numbered if self.numbered else ("", "")
        links = [("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), ("rId3", "settings", "settings.xml"),
                 ("rId5", "footer", "footer1.xml")] + ([("rId4", "header", "header1.xml")] if self.header else [])
        link = "".join(f'<Relationship Id="{i}" Type="{relation}{kind}" Target="{target}"/>' for i, kind, target in links)
        rels = "http://schemas.openxmlformats.org/package/2006/relationships"
        start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        parts = [
            ("[Content_Types].xml", f'{start}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
             f'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
             f'ContentType="application/xml"/>{types}<Override PartName="/docProps/core.xml" ContentType="application/vnd.'
             f'openxmlformats-package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType="application/vnd.'
             f'openxmlformats-officedocument.extended-properties+xml"/></Types>'),
            ("_rels/.rels", f'{start}<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{relation}officeDocument" '
             f'Target="word/document.xml"/><Relationship Id="rId2" Type="{rels}/metadata/core-properties" Target="docProps/core.xml"/>'
             f'<Relationship Id="rId3" Type="{relation}extended-properties" Target="docProps/app.xml"/></Relationships>'),
            ("word/document.xml", self.document()),
            ("word/_rels/document.xml.rels", f'{start}<Relationships xmlns="{rels}">{link}</Relationships>'),
            ("word/styles.xml", STYLES.replace("NUM1", one).replace("NUM2", two)),
            ("word/numbering.xml", NUMBERING if self.numbered else NUMBERING.replace('<w:pStyle w:val="1"/>', "").replace(
                '<w:pStyle w:val="2"/>', "")),
            ("word/settings.xml", f'{start}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:compat>'
             '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="14"/></w:compat>'
             '</w:settings>'),
            ("word/footer1.xml", f'{start}<w:ftr {W}>{paragraph(field("PAGE"), style="a5", align="center")}</w:ftr>'),
        ]
        if self.header:
            parts.append(("word/header1.xml", f'{start}<w:hdr {W}>{paragraph(run(self.header, size=20), style="a4", align="right")}'
                                              '</w:hdr>'))
        pages = f"<Pages>{self.pages}</Pages>" if self.pages else ""
        parts += [
            ("docProps/core.xml", f'{start}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
             'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
             f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(self.title)}</dc:title><dc:creator>{AUTHOR}'
             f'</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2015-09-14T04:00:00Z</dcterms:created></cp:coreProperties>'),
            ("docProps/app.xml", f'{start}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
             f'<Template>Normal.dotm</Template>{pages}<Application>Microsoft Office Word</Application><AppVersion>14.0000</AppVersion>'
             '</Properties>'),
        ]
        package(path, parts)

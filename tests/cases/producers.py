"""Writes blocks (papers.py) as DOCX in the manner of four producers: Word by hand, python-docx, LibreOffice, the npm package docx."""

import json
import pathlib
import re
import subprocess
import tempfile
import zipfile
from xml.sax.saxutils import escape

import docx
import docx.enum.section
import docx.enum.text
import docx.shared

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"')
TYPES = {"styles": "styles", "numbering": "numbering", "comments": "comments", "footnotes": "footnotes", "header1": "header", "footer1": "footer",
         "settings": "settings"}


def package(path, parts):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name, (2015, 9, 14, 10, 0, 0))
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 0
            archive.writestr(info, data if isinstance(data, bytes) else data.encode("utf-8"), compresslevel=9)


def rpr(bold=False, size=None, hidden=False, extra=""):
    inner = ("<w:b/>" if bold else "") + ("<w:vanish/>" if hidden else "") + (f'<w:sz w:val="{size}"/>' if size else "") + extra
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def run(text, tag="t", **look):
    if text == "":
        return ""
    pieces = text.split("\n")
    body = "<w:br/>".join(f'<w:{tag} xml:space="preserve">{escape(x)}</w:{tag}>' for x in pieces)
    return f"<w:r>{rpr(**look)}{body}</w:r>"


def par(inner, style=None, align=None, numbering=None, mark=""):
    ppr = (f'<w:pStyle w:val="{style}"/>' if style else "")
    ppr += f'<w:numPr><w:ilvl w:val="{numbering[0]}"/><w:numId w:val="{numbering[1]}"/></w:numPr>' if numbering else ""
    ppr += f'<w:jc w:val="{align}"/>' if align else ""
    ppr += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{inner}</w:p>"


def textbox(content, number):
    shape = (f'<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
             f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
             f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="5400000" cy="500000"/>'
             f'<wp:wrapTopAndBottom/><wp:docPr id="{number}" name="Text Box {number}"/><a:graphic>'
             f'<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
             f'<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>')
    fallback = f'<w:pict><v:shape id="s{number}" style="width:400pt;height:40pt"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>'
    return (f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
            f'<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r></w:p>')


class Word:
    """headings: "style" (localised heading styles), "auto" (styles with automatic numbers), "outline" (outline levels only),
    "bold" (bold lines), "plain" (nothing but the number)."""

    def __init__(self, headings="style", contents=False, macro=False):
        self.headings, self.contents, self.macro = headings, contents, macro
        self.comments, self.notes, self.header, self.shapes = [], [], [], 0

    def heading_inner(self, block):
        _, item, level, number, text, options = block
        text = options.get("text", text)
        number = options.get("number", number)
        if self.headings == "auto" and item and number and not options.get("typed"):
            return None, text
        return number, text

    def heading(self, block):
        _, item, level, number, text, options = block
        if level == 0:
            return par(run(text, bold=True, size=32), style="a3" if self.headings in ("style", "auto") else None, align="center")
        number, text = self.heading_inner(block)
        auto = number is None
        line = text if auto or not number else f"{number}{options.get('gap', ' ')}{text}"
        style = options.get("style", f"{level}" if self.headings in ("style", "auto") else None)
        bold = self.headings == "bold" or options.get("bold", False)
        numbering = (level - 1, 1) if auto and level < 3 else None
        ppr_extra = ""
        inner = run(line, bold=bold)
        wrap = options.get("wrap")
        if wrap == "split-runs":
            inner = "".join(run(line[i:i + 3], bold=bold) + ('<w:proofErr w:type="spellStart"/>' if i % 2 else "") for i in range(0, len(line), 3))
        if wrap == "break":
            middle = line.rfind(" ")
            inner = run(line[:middle] + "\n" + line[middle + 1:], bold=bold)
        if wrap == "field":
            inner = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> REF x \\h </w:instrText></w:r>'
                     f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inner}<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        if wrap == "hyperlink":
            inner = f'<w:hyperlink w:anchor="x">{inner}</w:hyperlink>'
        if wrap == "inserted":
            inner = f'<w:ins w:id="7" w:author="А" w:date="2015-09-01T00:00:00Z">{inner}</w:ins>'
        if wrap == "deleted":
            inner = f'<w:del w:id="7" w:author="А" w:date="2015-09-01T00:00:00Z">{run(line, tag="delText")}</w:del>'
            return par(inner, style=style, mark='<w:del w:id="8" w:author="А" w:date="2015-09-01T00:00:00Z"/>')
        if wrap == "moved-from":
            inner = f'<w:moveFrom w:id="9" w:author="А" w:date="2015-09-01T00:00:00Z">{inner}</w:moveFrom>'
            return par(inner, style=style, mark='<w:moveFrom w:id="10" w:author="А" w:date="2015-09-01T00:00:00Z"/>')
        if wrap == "moved-to":
            inner = f'<w:moveTo w:id="9" w:author="А" w:date="2015-09-01T00:00:00Z">{inner}</w:moveTo>'
        if wrap == "hidden":
            return par(run(line, hidden=True), style=style, mark="<w:vanish/>")
        if wrap == "inline-sdt":
            inner = f'<w:sdt><w:sdtPr><w:alias w:val="Тақырып"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'
        if self.headings == "outline" and item:
            return f'<w:p><w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr>{inner}</w:p>'
        out = par(inner, style=style, numbering=numbering)
        if wrap == "textbox":
            self.shapes += 1
            return textbox(par(run(line, bold=True)), self.shapes)
        if wrap == "block-sdt":
            return f"<w:sdt><w:sdtPr><w:id w:val=\"5\"/></w:sdtPr><w:sdtContent>{out}</w:sdtContent></w:sdt>"
        if wrap == "table":
            return ('<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid>'
                    f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{out}</w:tc></w:tr></w:tbl>')
        if wrap == "comment":
            self.comments.append(par(run(line)))
            return par('<w:commentRangeStart w:id="0"/>' + run("Түсініктеме берілген абзац осында тұр.") + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>')
        if wrap == "footnote":
            self.notes.append(par(run(line)))
            return par(run("Сілтемесі бар абзац осында тұр.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
        if wrap == "header":
            self.header.append(par(run(line)))
            return ""
        return out

    def cell(self, spec, width):
        text, columns, rows = spec
        merge = '<w:vMerge w:val="restart"/>' if rows > 1 else ""
        span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
        return f'<w:tc><w:tcPr><w:tcW w:w="{width * columns}" w:type="dxa"/>{span}{merge}</w:tcPr>{par(run(text))}</w:tc>'

    def table(self, block):
        rows = block[1]
        columns = max(sum(c[1] if c else 1 for c in row) for row in rows)
        width = (14000 if block[2].get("landscape") else 9300) // columns
        body = ""
        for row in rows:
            cells = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vMerge/></w:tcPr><w:p/></w:tc>' if c is None else self.cell(c, width) for c in row)
            body += f"<w:tr>{cells}</w:tr>"
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        borders = "".join(f'<w:{s} w:val="single" w:sz="4"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
        out = f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
        if block[2].get("wrap") == "nested":
            out = ('<w:tbl><w:tblPr><w:tblW w:w="9300" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9300"/></w:tblGrid>'
                   f'<w:tr><w:tc><w:tcPr><w:tcW w:w="9300" w:type="dxa"/></w:tcPr>{out}<w:p/></w:tc></w:tr></w:tbl>')
        if block[2].get("wrap") == "row-sdt":
            out = out.replace("<w:tr>", '<w:sdt><w:sdtContent><w:tr>').replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")
        return out

    def body(self, blocks):
        out = []
        toc = []
        for block in blocks:
            if block[0] == "h":
                out.append(self.heading(block))
                if block[1]:
                    toc.append(f"{block[3]} {block[4]}")
            elif block[0] == "t":
                out.append(self.table(block))
            elif block[2].get("raw"):
                out.append(block[1])
            else:
                o = block[2]
                out.append(par(run(block[1], bold=o.get("bold", False), size=o.get("size")), align=o.get("align"), style=o.get("style")))
        if self.contents:
            lines = "".join(f'<w:p><w:pPr><w:pStyle w:val="11"/></w:pPr>{run(x)}<w:r><w:tab/></w:r>{run(str(k + 2))}</w:p>' for k, x in enumerate(self.contents_lines(toc)))
            toc_xml = ('<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
                       + par(run("Мазмұны"), style="a4") + lines + "</w:sdtContent></w:sdt>")
            out.insert(1, toc_xml)
        return "".join(out)

    def contents_lines(self, toc):
        return toc if self.contents is True else toc + self.contents

    def document(self, blocks):
        landscape = any(b[0] == "t" and b[2].get("landscape") for b in blocks)
        size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if landscape else '<w:pgSz w:w="11906" w:h="16838"/>'
        body = self.body(blocks)
        reference = '<w:headerReference w:type="default" r:id="rIdheader1"/>' if self.header else ""
        return (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{body}'
                f'<w:sectPr>{reference}{size}<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>')

    def styles(self):
        def style(kind, id, name, ppr="", rprs="", based="a"):
            return (f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>' + (f'<w:basedOn w:val="{based}"/>' if based and id != "a" else "") +
                    f"<w:pPr>{ppr}</w:pPr><w:rPr>{rprs}</w:rPr></w:style>")
        out = ('<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/>'
               '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>')
        out += '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        for n in (1, 2, 3):
            numbering = f'<w:numPr><w:ilvl w:val="{n - 1}"/><w:numId w:val="1"/></w:numPr>' if self.headings == "auto" and n < 3 else ""
            out += style("paragraph", str(n), f"heading {n}", f'<w:keepNext/>{numbering}<w:outlineLvl w:val="{n - 1}"/>', "<w:b/>")
        out += style("paragraph", "a3", "Title", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="32"/>')
        out += style("paragraph", "a4", "TOC Heading", "", "<w:b/>") + style("paragraph", "11", "toc 1", '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9350"/></w:tabs>')
        out += style("paragraph", "my1", "Бөлім тақырыбы", '<w:outlineLvl w:val="0"/>', "", based="1")
        return f'<?xml version="1.0" encoding="UTF-8"?><w:styles {W}>{out}</w:styles>'

    def numbering(self):
        levels = ('<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
                  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="2"/><w:lvlText w:val="%2)"/></w:lvl>')
        return (f'<?xml version="1.0" encoding="UTF-8"?><w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')

    def parts(self, blocks):
        document = self.document(blocks)
        parts = {"styles": self.styles(), "numbering": self.numbering()}
        if self.comments:
            parts["comments"] = f'<w:comments {W}><w:comment w:id="0" w:author="А">{"".join(self.comments)}</w:comment></w:comments>'
        if self.notes:
            parts["footnotes"] = f'<w:footnotes {W}><w:footnote w:id="2">{"".join(self.notes)}</w:footnote></w:footnotes>'
        if self.header:
            parts["header1"] = f'<w:hdr {W}>{"".join(self.header)}</w:hdr>'
        return document, parts

    def save(self, blocks, path, extra=()):
        """extra: (part name, data, content type, relationship id, relationship type) of further parts."""
        document, parts = self.parts(blocks)
        base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        main = "application/vnd.ms-word.document.macroEnabled.main+xml" if self.macro else base + "document.main+xml"
        overrides = f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
        relations = ""
        for name in parts:
            overrides += f'<Override PartName="/word/{name}.xml" ContentType="{base}{TYPES[name]}+xml"/>'
            relations += f'<Relationship Id="rId{name}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{TYPES[name]}" Target="{name}.xml"/>'
        for name, _, kind, identity, relation in extra:
            overrides += f'<Override PartName="/word/{name}" ContentType="{kind}"/>'
            relations += f'<Relationship Id="{identity}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation}" Target="{name}"/>'
        types = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                 f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')
        ns = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
        package(path, [("[Content_Types].xml", types),
                       ("_rels/.rels", f'<Relationships {ns}><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
                       ("word/document.xml", document), ("word/_rels/document.xml.rels", f"<Relationships {ns}>{relations}</Relationships>")]
                + [(f"word/{n}.xml", x) for n, x in parts.items()] + [(f"word/{e[0]}", e[1]) for e in extra])

    def save_bare(self, blocks, path, encoding="utf-8"):
        text = self.document(blocks)
        if encoding != "utf-8":
            text = text.replace("UTF-8", "UTF-16")
        pathlib.Path(path).write_bytes(text.encode(encoding))

    def save_flat(self, blocks, path):
        document, parts = self.parts(blocks)
        base = "application/vnd.openxmlformats-officedocument.wordprocessingml."

        def part(name, kind, text):
            return f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}"><pkg:xmlData>{re.sub("<[?]xml[^>]*[?]>", "", text)}</pkg:xmlData></pkg:part>'
        ns = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
        rel = "application/vnd.openxmlformats-package.relationships+xml"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        out = part("_rels/.rels", rel, f'<Relationships {ns}><Relationship Id="r1" Type="{office}officeDocument" Target="word/document.xml"/></Relationships>')
        out += part("word/_rels/document.xml.rels", rel, f"<Relationships {ns}>" + "".join(
            f'<Relationship Id="rId{n}" Type="{office}{TYPES[n]}" Target="{n}.xml"/>' for n in parts) + "</Relationships>")
        out += part("word/document.xml", base + "document.main+xml", document)
        out += "".join(part(f"word/{n}.xml", base + TYPES[n] + "+xml", x) for n, x in parts.items())
        pathlib.Path(path).write_text(f'<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
                                      f'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{out}</pkg:package>', encoding="utf-8")


def python_docx(blocks, path, styles=True):
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = docx.shared.Pt(14)
    section = document.sections[0]
    section.page_width, section.page_height = docx.shared.Mm(210), docx.shared.Mm(297)
    for block in blocks:
        if block[0] == "h":
            _, item, level, number, text, options = block
            line = f"{options.get('number', number)} {options.get('text', text)}".strip()
            if styles:
                document.add_heading(line, level)
            else:
                document.add_paragraph().add_run(line).bold = True
        elif block[0] == "p":
            paragraph = document.add_paragraph()
            paragraph.add_run(block[1]).bold = block[2].get("bold")
            if block[2].get("align") == "center":
                paragraph.alignment = docx.enum.text.WD_ALIGN_PARAGRAPH.CENTER
        else:
            rows = block[1]
            columns = max(sum(c[1] if c else 1 for c in row) for row in rows)
            table = document.add_table(len(rows), columns)
            table.style = "Table Grid"
            taken = set()
            for r, row in enumerate(rows):
                c = 0
                for spec in row:
                    if spec is None:
                        c += 1
                        continue
                    text, span, down = spec
                    cell = table.cell(r, c)
                    if span > 1 or down > 1:
                        cell = cell.merge(table.cell(r + down - 1, c + span - 1))
                    cell.text = text
                    c += span
    document.core_properties.created = document.core_properties.modified = __import__("datetime").datetime(2015, 9, 14)
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        document.save(file.name)
        repack(file.name, path)


def repack(source, path):
    """The same parts with a fixed date; without the thumbnail that python-docx brings along."""
    with zipfile.ZipFile(source) as archive:
        parts = [(n, archive.read(n)) for n in archive.namelist() if not n.endswith("thumbnail.jpeg")]
    parts = [(n, re.sub(rb'<Relationship [^>]*thumbnail[^>]*/>', b"", d) if n == "_rels/.rels" else d) for n, d in parts]
    package(path, parts)


def npm_docx(blocks, path, modules):
    script = pathlib.Path(__file__).parent / "npm.js"
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(blocks, file, ensure_ascii=False)
    subprocess.run(["node", str(script), file.name, str(path)], check=True, env={"NODE_PATH": modules, "PATH": "/usr/bin:/bin"})
    repack(path, path)


def libre_office(paths, folder):
    """Opens and saves again what another producer wrote."""
    subprocess.run(["soffice", "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder)] + [str(p) for p in paths], check=True, stdout=subprocess.DEVNULL)
    for p in paths:
        repack(pathlib.Path(folder) / p.name, pathlib.Path(folder) / p.name)

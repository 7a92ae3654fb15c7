"""A small writer of WordprocessingML, apart from producers.py: paragraphs, tables, and the ways in which headings are typed."""

import random
import zipfile
from xml.sax.saxutils import escape

NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')
AUTHOR = 'w:id="7" w:author="А" w:date="2015-09-01T00:00:00Z"'


def run(text, bold=False, hidden=False, size=None, tag="t"):
    look = ("<w:b/>" if bold else "") + ("<w:vanish/>" if hidden else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    out = []
    for k, line in enumerate(text.split("\n")):
        pieces = line.split("\t")
        out.append(("<w:br/>" if k else "") + "<w:tab/>".join(f'<w:{tag} xml:space="preserve">{escape(p)}</w:{tag}>' if p else "" for p in pieces))
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(out)}</w:r>"


def para(inner, style=None, align=None, level=None, numbering=None, mark="", extra=""):
    ppr = (f'<w:pStyle w:val="{style}"/>' if style else "")
    ppr += f'<w:numPr><w:ilvl w:val="{numbering[0]}"/><w:numId w:val="{numbering[1]}"/></w:numPr>' if numbering else ""
    ppr += extra + (f'<w:jc w:val="{align}"/>' if align else "")
    ppr += f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    ppr += f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{inner}</w:p>"


def table(rows, width=9300):
    """rows of cells: text, (text, columns, rows) or None for a place that the cell above covers. A list is several paragraphs."""
    spec = lambda c: c if isinstance(c, tuple) else (c, 1, 1)
    columns = max(sum(1 if c is None else spec(c)[1] for c in row) for row in rows)
    one = width // columns
    body = ""
    for row in rows:
        body += "<w:tr>"
        for c in row:
            if c is None:
                body += f'<w:tc><w:tcPr><w:tcW w:w="{one}" w:type="dxa"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
                continue
            text, across, down = spec(c)
            lines = text if isinstance(text, list) else [text]
            merge = '<w:vMerge w:val="restart"/>' if down > 1 else ""
            span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
            body += (f'<w:tc><w:tcPr><w:tcW w:w="{one * across}" w:type="dxa"/>{span}{merge}</w:tcPr>'
                     + "".join(x if x.startswith("<w:") else para(run(x)) if x else "<w:p/>" for x in lines) + "</w:tc>")
        body += "</w:tr>"
    borders = "".join(f'<w:{s} w:val="single" w:sz="4"/>' for s in ("top", "left", "bottom", "right", "insideH", "insideV"))
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{one * columns}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'
            f'<w:tblGrid>{f"""<w:gridCol w:w="{one}"/>""" * columns}</w:tblGrid>{body}</w:tbl>')


def textbox(content, number):
    return ('<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5400000" cy="500000"/>'
            f'<wp:docPr id="{number}" name="T{number}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>'
            f'</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="s{number}"><v:textbox>'
            f'<w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>')


STYLE_SETS = {  # style ids and names by the language of the word processor
    "en": [("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Heading3", "heading 3"), ("Title", "Title"), ("TOC1", "toc 1")],
    "ru": [("1", "heading 1"), ("2", "heading 2"), ("3", "heading 3"), ("a3", "Title"), ("11", "toc 1")],
    "lo": [("Heading1", "Heading 1"), ("Heading2", "Heading 2"), ("Heading3", "Heading 3"), ("Title", "Title"), ("Contents1", "Contents 1")],
    "kk": [("1a", "тақырып 1"), ("2a", "тақырып 2"), ("3a", "тақырып 3"), ("Ta", "Атауы"), ("m1", "мазмұн 1")],
}


def styles(names, automatic):
    out = ('<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault>'
           '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="N0"><w:name w:val="Normal"/></w:style>')
    for n, (identity, name) in enumerate(names):
        ppr = f'<w:outlineLvl w:val="{n}"/>' if n < 3 else ""
        if automatic and n < 2:
            ppr = f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="1"/></w:numPr>' + ppr
        out += f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="N0"/><w:pPr>{ppr}</w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:styles {NS}>{out}</w:styles>'


def numbering(second="%2)"):
    levels = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{second}"/></w:lvl>'
    bullet = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl>'
    return (f'<?xml version="1.0" encoding="UTF-8"?><w:numbering {NS}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="1">{bullet}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')


def save(path, body, names=STYLE_SETS["ru"], automatic=False, second="%2)", parts=(), landscape=False):
    """parts: (name, kind, xml) of comments, footnotes, headers."""
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if landscape else '<w:pgSz w:w="11906" w:h="16838"/>'
    reference = "".join(f'<w:headerReference w:type="default" r:id="r{n}"/>' for n, kind, _ in parts if kind == "header")
    document = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {NS}><w:body>{body}<w:sectPr>{reference}{size}'
                '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>')
    base = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    every = [("styles", "styles", styles(names, automatic)), ("numbering", "numbering", numbering(second)), *parts]
    overrides = f'<Override PartName="/word/document.xml" ContentType="{base}document.main+xml"/>' + "".join(
        f'<Override PartName="/word/{n}.xml" ContentType="{base}{k}+xml"/>' for n, k, _ in every)
    relations = "".join(f'<Relationship Id="r{n}" Type="{office}{k}" Target="{n}.xml"/>' for n, k, _ in every)
    ns = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType='
                         f'"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>')
        archive.writestr("_rels/.rels", f'<Relationships {ns}><Relationship Id="r1" Type="{office}officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships {ns}>{relations}</Relationships>")
        for n, _, xml in every:
            archive.writestr(f"word/{n}.xml", xml)


# ---- how people type

LATIN = str.maketrans("асеорхіһәАСЕОРХІМТНВК", "aceopxihəACEOPXIMTHBK")
GREEK = str.maketrans("оАВЕНІКМОРТХ", "οΑΒΕΗΙΚΜΟΡΤΧ")
RUSSIAN = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
DECOMPOSED = str.maketrans({"й": "и\u0306", "ё": "е\u0308", "Й": "И\u0306", "ө": "о\u0335", "қ": "к\u0329", "ң": "н\u0329", "ұ": "у\u0335"})


def some(rng, text, table, share=0.4):
    return "".join(c.translate(table) if rng.random() < share else c for c in text)


DISGUISES = {
    "none": lambda r, t: t,
    "capitals": lambda r, t: t.upper(),
    "latin": lambda r, t: t.translate(LATIN),
    "latin in places": lambda r, t: some(r, t, LATIN),
    "greek": lambda r, t: t.translate(GREEK),
    "russian keyboard": lambda r, t: t.translate(RUSSIAN),
    "russian keyboard in places": lambda r, t: some(r, t, RUSSIAN),
    "letter-spaced": lambda r, t: "   ".join(" ".join(w) for w in t.split()),
    "letter-spaced evenly": lambda r, t: " ".join(t.replace(" ", "")),
    "decomposed": lambda r, t: t.translate(DECOMPOSED),
    "soft hyphens": lambda r, t: "".join(c + ("\u00ad" if r.random() < 0.25 else "") for c in t),
    "zero-width": lambda r, t: "".join(c + (r.choice("\u200b\u2060\u200d\ufeff") if r.random() < 0.1 else "") for c in t),
    "no-break spaces": lambda r, t: t.replace(" ", "\u00a0"),
    "thin spaces": lambda r, t: "".join(r.choice("\u2009\u202f \u2003") if c == " " else c for c in t),
    "double spaces": lambda r, t: t.replace(" ", "  "),
    "dashes": lambda r, t: t.replace("–", "-").replace("-", r.choice("‑–—-")),
    "quotes": lambda r, t: r.choice(["«{}»", "“{}”", '"{}"']).format(t),
    "full stop": lambda r, t: t + ".",
    "colon": lambda r, t: t + ":",
    "line break": lambda r, t: t.replace(" ", "\n", 1) if " " in t else t,
    "a letter short": lambda r, t: t[:9] + t[10:] if len(t) > 16 else t,
    "a letter doubled": lambda r, t: t[:7] + t[6:] if len(t) > 16 else t,

}

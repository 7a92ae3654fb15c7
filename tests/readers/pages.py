#!/usr/bin/env python3
"""Compares the volume that irikteu measures with the pages of LibreOffice's PDF: tests/readers/pages.py [IRIKTEU] [FILE.docx…].

Without files: the samples, the papers of tests/cases, and synthetic documents of 1 to 40 pages in different fonts, spacings, tables and
lists. Needs LibreOffice Writer (soffice) and poppler-utils; prints a table, and how far the measurement is off. Made by hand, not in CI."""
import collections, pathlib, random, re, shutil, subprocess, sys, tempfile, xml.sax.saxutils, zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>"""
PACKAGE_RELS = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
PART_RELS = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="{R}/styles" Target="styles.xml"/><Relationship Id="n" Type="{R}/numbering" Target="numbering.xml"/><Relationship Id="h" Type="{R}/header" Target="header1.xml"/><Relationship Id="f" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>'
NUMBERING = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'


def sentences():
    text = " ".join(re.findall(r"<p[^>]*>([^<]{80,})</p>", "".join(p.read_text() for p in sorted((ROOT / "samples").rglob("*.xml")))))
    return [s.strip() + "." for s in re.split(r"(?<=[а-яәіңғүұқөһ])\.\s", text) if 30 < len(s) < 400]


SENTENCES = sentences()


class Maker:
    """One document; every length in twips."""

    def __init__(self, seed, font="Times New Roman", size=28, pPr="", defaults="", section=None, header="", jc="both"):
        self.random = random.Random(seed)
        self.font, self.size, self.pPr, self.defaults, self.header, self.jc = font, size, pPr, defaults, header, jc
        self.section = section or '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/>'
        self.body, self.notes = [], []

    def words(self, n):
        out = ""
        while len(out) < n:
            out += self.random.choice(SENTENCES) + " "
        return xml.sax.saxutils.escape(out[:n].strip())

    def p(self, text, pPr="", rPr="", tail=""):
        self.body.append(f'<w:p><w:pPr>{pPr}</w:pPr><w:r><w:rPr>{rPr}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>{tail}</w:p>')
        return self

    def text(self, n, low=200, high=900):
        for _ in range(n):
            self.p(self.words(self.random.randint(low, high)))
        return self

    def heading(self, text=None, level=1):
        return self.p(text or self.words(self.random.randint(15, 90)), f'<w:pStyle w:val="H{level}"/>')

    def items(self, n, low=20, high=250):
        for _ in range(n):
            self.p(self.words(self.random.randint(low, high)), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        return self

    def table(self, rows, widths, low=5, high=120, rPr="", trPr="", pPr=""):
        out = '<w:tbl><w:tblPr><w:tblStyle w:val="TG"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>' + "".join(f'<w:gridCol w:w="{w}"/>' for w in widths) + "</w:tblGrid>"
        for _ in range(rows):
            out += f"<w:tr><w:trPr>{trPr}</w:trPr>"
            for w in widths:
                out += f'<w:tc><w:tcPr><w:tcW w:w="{w}" w:type="dxa"/></w:tcPr><w:p><w:pPr>{pPr}</w:pPr><w:r><w:rPr>{rPr}</w:rPr><w:t>{self.words(self.random.randint(low, high))}</w:t></w:r></w:p></w:tc>'
            out += "</w:tr>"
        self.body.append(out + "</w:tbl>")
        return self

    def note(self, text):
        number = len(self.notes) + 2
        self.notes.append(f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FN"/></w:pPr><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>')
        return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'

    def write(self, path):
        fonts = f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>'
        styles = f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{self.defaults}</w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:pPr>{self.pPr}<w:jc w:val="{self.jc}"/></w:pPr></w:style>'
        for level in (1, 2):
            styles += f'<w:style w:type="paragraph" w:styleId="H{level}"><w:name w:val="heading {level}"/><w:basedOn w:val="N"/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="120"/><w:jc w:val="left"/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{self.size + 4}"/></w:rPr></w:style>'
        styles += '<w:style w:type="paragraph" w:styleId="FN"><w:name w:val="footnote text"/><w:basedOn w:val="N"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
        borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        styles += f'<w:style w:type="table" w:default="1" w:styleId="TN"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="TG"><w:name w:val="Table Grid"/><w:basedOn w:val="TN"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style></w:styles>'
        header = f'<w:hdr xmlns:w="{W}">{self.header or "<w:p/>"}</w:hdr>'
        reference = '<w:headerReference w:type="default" r:id="h"/>' if self.header else ""
        notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>{"".join(self.notes)}</w:footnotes>'
        document = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{"".join(self.body)}<w:sectPr>{reference}{self.section}</w:sectPr></w:body></w:document>'
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in (("[Content_Types].xml", TYPES), ("_rels/.rels", PACKAGE_RELS), ("word/document.xml", document), ("word/_rels/document.xml.rels", PART_RELS), ("word/styles.xml", styles), ("word/numbering.xml", NUMBERING), ("word/header1.xml", header), ("word/footnotes.xml", notes)):
                package.writestr(name, data)


def synthetic(folder):
    fonts = [("Times New Roman", 28), ("Times New Roman", 24), ("Arial", 24), ("Calibri", 22), ("Courier New", 24), ("Verdana", 20), ("Tahoma", 22), ("Cambria", 24), ("Georgia", 24)]
    spacings = {
        "single": '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="709"/>',
        "115": '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/>',
        "one-and-half": '<w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLine="709"/>',
        "exact18": '<w:spacing w:line="360" w:lineRule="exact"/><w:ind w:firstLine="567"/>',
        "atleast": '<w:spacing w:line="400" w:lineRule="atLeast" w:after="60"/>',
        "before-after": '<w:spacing w:before="120" w:after="120"/>',
    }
    made = {}
    seed = 0
    for font, size in fonts:
        for name, pPr in spacings.items():
            seed += 1
            m = Maker(seed, font, size, pPr)
            chapters = 1 + seed * 7 % 12
            for _ in range(chapters):
                m.heading().text(4).heading(level=2).text(2)
            made[f"text-{font.replace(' ', '')}{size // 2}-{name}"] = m
    for i, (font, size) in enumerate(fonts[:5]):
        m = Maker(100 + i, font, size, spacings["single"])
        for _ in range(3 + 3 * i):
            m.heading().text(2).table(12, [600, 3000, 2500, 3200]).text(1)
        made[f"tables-{font.replace(' ', '')}"] = m
        m = Maker(120 + i, font, size, spacings["115"])
        for _ in range(2 + 2 * i):
            m.heading().items(12).text(2)
        made[f"lists-{font.replace(' ', '')}"] = m
    made["table-small-print"] = Maker(140, pPr=spacings["single"]).text(2).table(150, [600, 2200, 1600, 1600, 1600, 1700], rPr='<w:sz w:val="20"/>')
    made["table-cant-split"] = Maker(141, pPr=spacings["one-and-half"]).table(60, [3000, 6300], 100, 700, trPr="<w:cantSplit/>")
    made["table-long-cells"] = Maker(142, pPr=spacings["single"]).table(20, [2000, 7300], 300, 2500)
    made["table-spaced"] = Maker(143, size=24, pPr=spacings["115"]).table(80, [4600, 4600], 20, 200)
    landscape = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1701" w:right="1134" w:bottom="850" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>'
    made["landscape"] = Maker(144, pPr=spacings["single"], section=landscape).text(30).table(40, [2400] * 6)
    columns = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/><w:cols w:num="2" w:space="708"/>'
    made["columns"] = Maker(145, size=24, pPr=spacings["single"], section=columns).text(60)
    letter = '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
    made["letter-calibri"] = Maker(146, "Calibri", 22, spacings["115"], section=letter, jc="left").text(70)
    header = "".join(f'<w:p><w:r><w:t>{i}-жол</w:t></w:r></w:p>' for i in range(5))
    made["tall-header"] = Maker(147, pPr=spacings["single"], header=header).text(50)
    m = Maker(148, pPr=spacings["single"])
    for _ in range(50):
        m.p(m.words(500), tail=m.note(m.words(150)))
    made["footnotes"] = m
    m = Maker(149, pPr=spacings["single"])
    for i in range(15):
        m.p(m.words(40), '<w:pageBreakBefore/>' if i % 2 else "", "<w:b/>").text(3)
    made["page-breaks"] = m
    m = Maker(150, pPr='<w:spacing w:after="200"/><w:contextualSpacing/>', size=24)
    made["contextual"] = m.text(60)
    made["short-lines"] = Maker(151, pPr=spacings["before-after"], jc="left").text(300, 5, 60)
    made["no-widows"] = Maker(152, pPr='<w:widowControl w:val="0"/>' + spacings["one-and-half"]).text(70)
    made["keep-lines"] = Maker(153, pPr="<w:keepLines/>" + spacings["single"]).text(60, 400, 1200)
    made["one-line"] = Maker(154).text(1, 50, 60)
    m = Maker(155, pPr=spacings["single"])
    for _ in range(20):
        m.p("", "").p("").p("").text(2)
    made["empty-paragraphs"] = m
    m = Maker(156, pPr=spacings["single"])
    for _ in range(60):
        text = m.words(600)
        m.body.append(f'<w:p><w:r><w:t xml:space="preserve">{text[:200]} </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text[200:400]} </w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">{text[400:]}</w:t></w:r></w:p>')
    made["mixed-runs"] = m
    m = Maker(157, pPr=spacings["single"])
    for _ in range(40):
        m.p(m.words(700).upper())
    made["capitals"] = m
    m = Maker(158, "Arial", 22, '<w:spacing w:after="120" w:line="300" w:lineRule="auto"/>')
    for _ in range(12):
        m.heading().items(5).table(6, [3000, 3100, 3100], rPr="<w:b/>").text(2)
    made["mixed"] = m
    paths = []
    for name, maker in made.items():
        maker.write(folder / f"{name}.docx")
        paths.append(folder / f"{name}.docx")
    return paths


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "build/release/irikteu")
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "in").mkdir()
        given = [pathlib.Path(a) for a in sys.argv[2:]]
        if not given:
            given = sorted((ROOT / "samples").rglob("*.docx")) + sorted((ROOT / "tests/cases/papers").glob("*.docx")) + synthetic(scratch)
        named = {}
        for number, path in enumerate(given):
            shutil.copy(path, scratch / "in" / f"{number}.docx")
            try:
                named[number] = str(path.relative_to(ROOT))
            except ValueError:
                named[number] = path.stem
        subprocess.run(["soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "pdf", "--outdir", scratch / "out"] + sorted((scratch / "in").glob("*.docx")),
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        off = collections.Counter()
        print(f"{'LibreOffice':>11} {'irikteu':>7} {'off':>4}  document")
        for number, name in named.items():
            pdf = scratch / "out" / f"{number}.pdf"
            read = subprocess.run([program, "read", scratch / "in" / f"{number}.docx"], capture_output=True, text=True)
            ours = re.search(r'<volume sheets="(\d+)"', read.stdout)
            if not pdf.exists() or not ours:
                print(f"{'-':>11} {ours.group(1) if ours else '-':>7} {'':>4}  {name}")
                continue
            pages = int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout).group(1))
            difference = int(ours.group(1)) - pages
            off[abs(difference)] += 1
            print(f"{pages:>11} {ours.group(1):>7} {difference:>+4}  {name}" + ("  <<<" if abs(difference) > 1 else ""))
        print("\n" + ", ".join(f"{n} off by {d}" for d, n in sorted(off.items())))
        sys.exit(1 if any(d > 1 for d in off) else 0)


main()

#!/usr/bin/env python3
"""Side by side: the same protocol (10, 300, 10,000 rows) by irikteu and by what a user would take instead, each as a whole process from data to file.

Run by hand, on a machine that has Debian's fop, weasyprint and texlive-xetex, and node with typst and pdfmake:
  npm install --prefix DIR @myriaddreamin/typst-ts-node-compiler pdfmake
  tests/bench/peers/compare.py --irikteu build/release/irikteu --node DIR [--rows 10,300,10000] [--runs 5] [--only irikteu,typst]
A peer that is absent is left out of the table. Programs take turns, so that a busy machine is busy for all; the best of the runs counts.
Tagged: whether the file has a structure tree, asked of pdfinfo."""
import argparse, json, os, shutil, subprocess, sys, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
HEAD = ["№", "Кластер", "Өтініш беруші", "Мекенжайы", "Күні", "Балл", "Қорытынды"]
TITLE = "Хаттама № 15"
TEXT = ("Қазақстан Республикасының Инвестициялар және даму министрлігі аумақтық кластерлерді конкурстық іріктеудің бірінші кезеңіне түскен "
        "өтінімдерді қарап, олардың Қағидаларға сәйкестігін анықтады.")
SIGN = "Төраға ____________________ Хатшы ____________________"


def rows(count):
    clusters = ["Оңтүстік мақта-тоқыма", "Тобыл астығы", "Атырау мұнай-химия", "Ертіс машина жасау", "Сарыарқа металл өңдеу", "Каспий теңіз сервисі", "Жетісу алмасы", "Сыр күріші"]
    places = ["Шымкент қаласы, Тәуке хан даңғылы, 12", "Қостанай қаласы, Әл-Фараби даңғылы, 65", "Атырау қаласы, Сәтбаев көшесі, 3", "Өскемен қаласы, Қабанбай батыр көшесі, 40"]
    verdicts = ["сәйкес", "сәйкес емес", "анықталмады"]
    return [[str(i + 1), f"«{clusters[i % 8]}» аумақтық кластері № {i + 1}", f"«{clusters[i * 3 % 8]}» кәсіпкерлер палатасы", places[i % 4],
             f"2015-10-{1 + i % 28:02d}", f"{i * 37 % 100},{i % 10}", verdicts[i % 3]] for i in range(count)]


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def data_xml(folder, table):
    names = ["n", "cluster", "applicant", "address", "date", "score", "verdict"]
    lines = ["<row " + " ".join(f'{n}="{v}"' for n, v in zip(names, row)) + "/>" for row in table]
    return write(os.path.join(folder, "data.xml"), '<?xml version="1.0" encoding="UTF-8"?>\n<protocol number="15" date="2015-10-05" organisation='
                 '"Қазақстан Республикасының Инвестициялар және даму министрлігі">\n' + "\n".join(lines) + "\n</protocol>\n")


def irikteu(arguments, folder, table):
    return [arguments.irikteu, "render", "--template", os.path.join(HERE, "protocol.xsl"), data_xml(folder, table), "-o", os.path.join(folder, "irikteu.pdf")]


def fop(arguments, folder, table):
    if not shutil.which("fop"):
        return None
    # FOP takes tags from the property role, and PDF/UA wants every font embedded.
    sheet = open(os.path.join(HERE, "protocol.xsl"), encoding="utf-8").read().replace('ir:role="H1"', 'role="H1"')
    start = sheet.index("<fo:declarations>")
    sheet = sheet[:start] + sheet[sheet.index("</fo:declarations>") + 18:]
    write(os.path.join(folder, "fop.xsl"), sheet)
    faces = "".join(f'<font embed-url="file:///usr/share/fonts/truetype/liberation2/LiberationSerif-{face}.ttf" kerning="yes"><font-triplet name="serif" style="normal" weight="{weight}"/></font>'
                    for face, weight in (("Regular", "normal"), ("Bold", "bold")))
    config = write(os.path.join(folder, "fop.xconf"), '<?xml version="1.0"?><fop version="1.0"><accessibility>true</accessibility><renderers><renderer mime="application/pdf"><fonts>'
                   + faces + "</fonts></renderer></renderers></fop>")
    return ["fop", "-c", config, "-a", "-xml", data_xml(folder, table), "-xsl", os.path.join(folder, "fop.xsl"), "-pdf", os.path.join(folder, "fop.pdf")]


def weasyprint(arguments, folder, table):
    if not shutil.which("weasyprint"):
        return None
    cells = "".join("<tr>" + "".join(f"<td>{value}</td>" for value in row) + "</tr>" for row in table)
    page = write(os.path.join(folder, "w.html"), f"""<html lang="kk"><head><title>{TITLE}</title><style>@page {{ size: A4; margin: 15mm 15mm 25mm 20mm; @bottom-center {{ content: "{TITLE} · " counter(page) }} }}
body {{ font: 10pt "Liberation Serif" }} h1 {{ font-size: 14pt; text-align: center }} table {{ width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 9pt }}
td, th {{ border: .5pt solid black; padding: 2pt; vertical-align: top }} tr {{ break-inside: avoid }}</style></head><body><h1>{TITLE}</h1><p>{TEXT}</p><table>
<colgroup><col style="width:12mm"><col><col><col><col style="width:20mm"><col style="width:12mm"><col style="width:22mm"></colgroup>
<thead><tr>{"".join(f"<th>{name}</th>" for name in HEAD)}</tr></thead><tbody>{cells}</tbody></table><p>{SIGN}</p></body></html>""")
    return ["weasyprint", page, os.path.join(folder, "weasyprint.pdf")]


def typst(arguments, folder, table):
    if not arguments.node or not os.path.isdir(os.path.join(arguments.node, "node_modules", "@myriaddreamin")):
        return None
    write(os.path.join(folder, "data.json"), json.dumps(table, ensure_ascii=False))
    write(os.path.join(folder, "p.typ"), f"""#set document(title: "{TITLE}")
#set page(paper: "a4", margin: (top: 15mm, right: 15mm, bottom: 25mm, left: 20mm), footer: align(center, text(8pt)[{TITLE} · #context counter(page).display()]))
#set text(font: "Liberation Serif", size: 10pt, lang: "kk")
#align(center)[#heading(level: 1)[{TITLE}]]
#par(justify: true)[{TEXT}]
#let rows = json("data.json")
#set text(size: 9pt)
#table(columns: (12mm, 1fr, 1fr, 1fr, 20mm, 12mm, 22mm), stroke: 0.5pt, inset: 2pt, table.header(..({", ".join(json.dumps(name, ensure_ascii=False) for name in HEAD)}).map(x => strong(x))), ..rows.flatten())
{SIGN}
""")
    script = write(os.path.join(folder, "t.cjs"), f"""const {{ NodeCompiler }} = require({json.dumps(os.path.join(arguments.node, "node_modules", "@myriaddreamin", "typst-ts-node-compiler"))});
const fs = require('fs');
const compiler = NodeCompiler.create({{ workspace: {json.dumps(folder)}, fontArgs: [{{ fontPaths: ['/usr/share/fonts/truetype/liberation2'] }}] }});
fs.writeFileSync({json.dumps(os.path.join(folder, "typst.pdf"))}, compiler.pdf({{ mainFilePath: {json.dumps(os.path.join(folder, "p.typ"))} }}, {{ pdfStandard: process.argv[2] || 'ua-1' }}));
""")
    return ["node", script]


def pdfmake(arguments, folder, table):
    if not arguments.node or not os.path.isdir(os.path.join(arguments.node, "node_modules", "pdfmake")):
        return None
    write(os.path.join(folder, "data.json"), json.dumps(table, ensure_ascii=False))
    fonts = "/usr/share/fonts/truetype/liberation2/LiberationSerif-"
    script = write(os.path.join(folder, "m.cjs"), f"""const fs = require('fs');
const base = {json.dumps(os.path.join(arguments.node, "node_modules", "pdfmake"))};
const rows = JSON.parse(fs.readFileSync({json.dumps(os.path.join(folder, "data.json"))}, 'utf8'));
const fonts = {{ Serif: {{ normal: '{fonts}Regular.ttf', bold: '{fonts}Bold.ttf', italics: '{fonts}Italic.ttf', bolditalics: '{fonts}BoldItalic.ttf' }} }};
const document = {{ pageSize: 'A4', pageMargins: [57, 43, 43, 71], defaultStyle: {{ font: 'Serif', fontSize: 10 }}, info: {{ title: {json.dumps(TITLE, ensure_ascii=False)} }}, tagged: true, lang: 'kk', displayTitle: true,
  footer: page => ({{ text: '{TITLE} · ' + page, alignment: 'center', fontSize: 8 }}),
  content: [{{ text: '{TITLE}', bold: true, fontSize: 14, alignment: 'center' }}, {json.dumps(TEXT, ensure_ascii=False)},
    {{ fontSize: 9, table: {{ headerRows: 1, dontBreakRows: true, widths: [30, '*', '*', '*', 52, 30, 58], body: [{json.dumps(HEAD, ensure_ascii=False)}.map(text => ({{ text, bold: true }})), ...rows] }} }}, '{SIGN}'] }};
const out = {json.dumps(os.path.join(folder, "pdfmake.pdf"))};
const made = require(base);
if (typeof made === 'function') {{  // 0.2
  const pdf = new made(fonts).createPdfKitDocument(document); pdf.pipe(fs.createWriteStream(out)); pdf.end();
}} else {{ made.addFonts(fonts); made.createPdf(document).write(out); }}
""")
    return ["node", script]


def xelatex(arguments, folder, table):
    if not shutil.which("xelatex"):
        return None
    cells = "\n".join(" & ".join(row) + r" \\ \hline" for row in table)
    write(os.path.join(folder, "xelatex.tex"), r"""\documentclass[10pt]{article}\usepackage[a4paper,left=20mm,right=15mm,top=15mm,bottom=25mm]{geometry}\usepackage{fontspec,longtable,array}
\setmainfont{Liberation Serif}\begin{document}\begin{center}\textbf{\large """ + TITLE + r"}\end{center}" + TEXT + r"""
{\footnotesize\begin{longtable}{|p{9mm}|p{38mm}|p{38mm}|p{38mm}|p{17mm}|p{9mm}|p{18mm}|}\hline """ + " & ".join(HEAD) + r""" \\ \hline\endhead
""" + cells + "\n\\end{longtable}}\n" + SIGN.replace("_", r"\_") + r"\end{document}")
    return ["xelatex", "-interaction=batchmode", "-output-directory", folder, os.path.join(folder, "xelatex.tex")]


PEERS = {"irikteu": irikteu, "typst": typst, "fop": fop, "weasyprint": weasyprint, "pdfmake": pdfmake, "xelatex": xelatex}


def run(command):
    """Seconds on the wall, of processors, and MB at the peak; None where it failed."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        print(f"{command[0]} failed: {error.decode(errors='replace')[-300:]}", file=sys.stderr)
        return None
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def facts(path):
    out = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    fields = dict(line.split(":", 1) for line in out.splitlines() if ":" in line)
    return fields.get("Pages", "?").strip(), fields.get("Tagged", "?").strip(), os.path.getsize(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--irikteu", required=True)
    parser.add_argument("--node", default="")
    parser.add_argument("--rows", default="10,300,10000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default=",".join(PEERS))
    arguments = parser.parse_args()
    print(f"{'rows':>6} {'program':<11} {'wall ms':>9} {'cpu ms':>9} {'peak MB':>8} {'pages':>6} {'tagged':>6} {'bytes':>10} {'× irikteu':>9}")
    for count in (int(n) for n in arguments.rows.split(",")):
        table = rows(count)
        with tempfile.TemporaryDirectory() as folder:
            commands = {name: PEERS[name](arguments, folder, table) for name in arguments.only.split(",")}
            best = {}
            for turn in range(arguments.runs):
                for name, command in commands.items():
                    if command is None or (turn > 1 and best.get(name, (0,))[0] > 20):
                        continue
                    result = run(command)
                    if result is None:
                        commands[name] = None
                    elif name not in best or result[0] < best[name][0]:
                        best[name] = result
            for name, (wall, cpu, peak) in best.items():
                pages, tagged, size = facts(os.path.join(folder, name + ".pdf"))
                ratio = wall / best["irikteu"][0] if "irikteu" in best else 0
                print(f"{count:>6} {name:<11} {wall * 1000:>9.1f} {cpu * 1000:>9.1f} {peak:>8.0f} {pages:>6} {tagged:>6} {size:>10} {ratio:>9.1f}", flush=True)


main()

#!/usr/bin/env python3
"""Writes seeds for the fuzz targets from the samples: seeds.py OUT. Documents go in as they are and as Flat OPC, where the fuzzer
reaches their parts without minding check sums; small ones only, for a second of large ones teaches it little."""
import pathlib, re, sys, zipfile

root = pathlib.Path(__file__).resolve().parents[2]
out = pathlib.Path(sys.argv[1])
PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
WANTED = re.compile(r"(^|/)(_rels/.*\.rels|document\d*\.xml|styles\.xml|numbering\.xml|footnotes\.xml|header1\.xml|comments\.xml|app\.xml|theme1\.xml)$")


def write(target, name, data):
    folder = out / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def flat(path):
    package = zipfile.ZipFile(path)
    types = package.read("[Content_Types].xml").decode("utf-8", "replace")
    text = f'<pkg:package xmlns:pkg="{PACKAGE}">'
    for name in package.namelist():
        if not WANTED.search(name):
            continue
        body = re.sub(r"^\s*(<\?xml.*?\?>)?", "", package.read(name).decode("utf-8-sig"), flags=re.S)
        kind = re.search(rf'PartName="/{re.escape(name)}"[^>]*ContentType="([^"]*)"', types)
        text += f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind.group(1) if kind else "x"}"><pkg:xmlData>{body}</pkg:xmlData></pkg:part>'
    return (text + "</pkg:package>").encode()


documents = sorted(root.glob("samples/**/*.docx")) + sorted(root.glob("tests/cases/papers/*.docx")) + sorted(root.glob("../shared/corpus/docx/*.docx"))
for path in documents:
    data = path.read_bytes()
    if len(data) < 24_000:
        write("docx", path.name, data)
        write("zip", path.name, data)
    try:
        text = flat(path)
    except Exception:  # Broken on purpose.
        continue
    if len(text) < 24_000:
        write("docx", path.stem + ".flat.xml", text)
for path in sorted(root.glob("samples/**/*.zip")):
    if path.stat().st_size < 200_000:
        write("zip", path.name, path.read_bytes())
for path in sorted(root.glob("samples/**/*.xml")):
    if path.stat().st_size < 200_000:
        write("dossier", f"{path.parent.name}-{path.name}", path.read_bytes())
lines = set()
for path in sorted(root.glob("templates/**/*.xml")) + sorted(root.glob("samples/**/*.xml")):
    lines.update(re.findall(r">([^<>\n]{3,200})<", path.read_text("utf-8", "replace")))
for number, line in enumerate(sorted(lines)[::7]):
    write("keys", f"{number}.txt", line.encode())

#!/usr/bin/env python3
"""Reading side by side with pandoc, docx2txt and python-docx, whole processes in turn: tests/readers/speed.py [IRIKTEU] [ROUNDS].

A concept of 25 pages and one of 500 (its body repeated to 7.6 MB of document.xml). Prints the median of wall and processor time, the peak of memory,
and how many times as long each peer takes. Needs pandoc, docx2txt, python3-docx and time; made by hand, not in CI."""
import os, pathlib, re, resource, shutil, statistics, subprocess, sys, tempfile, time, zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/kz-535-2015/competition-1/inbox/02-almaty-it/concept.docx"
PYTHON_DOCX = "import docx, sys\nd = docx.Document(sys.argv[1])\nfor p in d.paragraphs: print(p.text)\nfor t in d.tables:\n    for r in t.rows:\n        for c in r.cells: print(c.text)"


def grown(target, megabytes):
    """The sample with its body repeated until document.xml has that size."""
    with zipfile.ZipFile(SAMPLE) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        document = source.read("word/document.xml").decode()
        body = re.search(r"<w:body>(.*)(<w:sectPr.*?</w:sectPr>)\s*</w:body>", document, re.S)
        times = max(1, round(megabytes * 1e6 / len(body.group(1).encode())))
        for item in source.infolist():
            data = document[: body.start(1)] + body.group(1) * times + document[body.end(1):] if item.filename == "word/document.xml" else source.read(item.filename)
            out.writestr(item.filename, data)


def run(command):
    begin = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        sys.exit(f"{command[0]}: status {status}")
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime


def peak(command):
    """Of the largest process, by GNU time: a child of Python begins with Python's own."""
    timed = subprocess.run(["/usr/bin/time", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    return int(timed.stderr.split()[-1]) / 1024


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "build/release/irikteu")
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as scratch:
        large = os.path.join(scratch, "500.docx")
        grown(large, 7.6)
        for name, path, few in (("25 pages", str(SAMPLE), False), ("500 pages", large, True)):
            peers = {"irikteu": [program, "read", path], "docx2txt": ["docx2txt", path, "-"], "pandoc": ["pandoc", path, "-t", "plain"],
                     "python-docx": ["/usr/bin/python3", "-c", PYTHON_DOCX, path]}
            peers = {peer: command for peer, command in peers.items() if shutil.which(command[0]) and not (few and peer in ("pandoc", "python-docx"))}
            measured = {peer: [] for peer in peers}
            for _ in range(rounds + 1):  # In turn; the first round warms up.
                for peer, command in peers.items():
                    measured[peer].append(run(command))
            print(f"\n{name}: {'':<12} {'wall ms':>9} {'cpu ms':>9} {'MB':>7}   times irikteu (wall, cpu)")
            middle = {peer: [statistics.median(column) for column in zip(*runs[1:])] for peer, runs in measured.items()}
            for peer, (wall, cpu) in middle.items():
                print(f"{'':<{len(name)}}  {peer:<12} {wall * 1e3:>9.1f} {cpu * 1e3:>9.1f} {peak(peers[peer]):>7.1f}   {wall / middle['irikteu'][0]:>6.1f} {cpu / middle['irikteu'][1]:>6.1f}")


main()

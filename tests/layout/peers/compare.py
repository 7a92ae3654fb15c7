#!/usr/bin/env python3
"""Lays .fo files out with irikteu and with Apache FOP and compares pages, words and places.

    compare.py --program build/release/irikteu [FILE.fo | FOLDER | NAME ...]

Without arguments: every case of cases.py. Needs Debian's `fop` and `poppler-utils`; with a Java compiler
(`openjdk-17-jdk-headless`) many files take seconds instead of minutes. For each file one row is printed:
whether both have the same number of pages, the same words on every page, and every word within 1 pt of the same place.
What FOP said is remembered in the work folder (--work), by the digest of the file, for FOP takes seconds.
Exit status 1 where anything differs that cases.py does not explain.
"""
import argparse
import concurrent.futures
import hashlib
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys

import cases
import combinations  # noqa: F401 – its cases are added to cases.CASES
import others  # noqa: F401 – likewise
import page_ends  # noqa: F401 – likewise
import lookalikes  # noqa: F401 – likewise
import neighbours  # noqa: F401 – likewise
import strangers  # noqa: F401 – likewise
import visitors  # noqa: F401 – likewise
import newcomers  # noqa: F401 – likewise
import wayfarers  # noqa: F401 – likewise
import guests  # noqa: F401 – likewise

HERE = pathlib.Path(__file__).resolve().parent
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
PLACE = 1.0  # Points.


def words_of(pdf, leaders=True):
    """Pages as lists of (text, x, bottom), in the order of their places; without leaders' dots where they are not wanted."""
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for page in text.split("<page ")[1:]:
        words = []
        for m in WORD.finditer(page):
            # The hyphen of a broken word is U+00AD with us, as it is no part of the text.
            word = re.sub("\u00ad$", "-", html.unescape(m.group(5))).replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
            # What dots join or part is the same without them.
            for part in [word] if leaders else re.split(r"\.{2,}", word):
                part = part if leaders else part.rstrip(".")
                if part:
                    words.append((part, float(m.group(1)), float(m.group(4))))
        pages.append(sorted(words, key=lambda w: (round(w[2]), w[1])))
    return pages


def by_fop(source, config, work):
    """FOP's PDF of the file; None where FOP refuses it."""
    digest = hashlib.sha256(source.read_bytes() + config.read_bytes()).hexdigest()[:24]
    pdf = work / (digest + ".pdf")
    failed = work / (digest + ".failed")
    if not pdf.exists() and not failed.exists():
        done = subprocess.run(["fop", "-r", "-c", str(config), "-fo", str(source), "-pdf", str(pdf)],
                              capture_output=True, text=True, cwd=source.parent)
        if done.returncode != 0 or not pdf.exists():
            failed.write_text(done.stderr)
            if pdf.exists():
                pdf.unlink()
    return pdf if pdf.exists() else None


def class_path():
    """FOP's libraries, as Debian's script finds them."""
    names = ("commons-io", "serializer", "xalan2", "xml-apis", "batik-all", "commons-logging", "xercesImpl", "xmlgraphics-commons",
             "xml-apis-ext", "fontbox2", "fop-hyph", "fop")
    folders = ("/usr/share/java", "/usr/share/fop")
    found = [f"{folder}/{name}.jar" for name in names for folder in folders]
    return ":".join(jar for jar in found if os.path.exists(jar))


def fop_batch(sources, config, work):
    """What FOP has not laid out yet, in one process, where there is a Java compiler; else one by one, later."""
    if not shutil.which("javac"):
        return
    jobs = []
    for source in sources:
        digest = hashlib.sha256(source.read_bytes() + config.read_bytes()).hexdigest()[:24]
        pdf, failed = work / (digest + ".pdf"), work / (digest + ".failed")
        if not pdf.exists() and not failed.exists():
            jobs.append(f"{source.resolve()}\t{pdf}\t{failed}\n")
    if not jobs:
        return
    subprocess.run(["javac", "-cp", class_path(), "-d", str(work), str(HERE / "FopBatch.java")], check=True)
    with open(work / "fop.log", "wb") as log:
        subprocess.run(["java", "-Djava.awt.headless=true", "-cp", f"{work}:{class_path()}", "FopBatch", str(config)],
                       input="".join(jobs).encode(), stdout=subprocess.DEVNULL, stderr=log, check=True)


def by_us(source, program, work):
    pdf = work / (source.stem + ".ours.pdf")
    done = subprocess.run([program, "render", str(source), "-o", str(pdf)], capture_output=True, text=True)
    return (pdf, "") if done.returncode == 0 else (None, done.stderr.strip())


def difference(ours, theirs):
    """What the two differ in, the worst first: ("", "") where nothing."""
    if len(ours) != len(theirs):
        return "pages", f"{len(ours)} pages, FOP {len(theirs)}"
    for number, (a, b) in enumerate(zip(ours, theirs), 1):
        if sorted(w[0] for w in a) != sorted(w[0] for w in b):
            mine, other = [w[0] for w in a], [w[0] for w in b]
            for w in list(mine):
                if w in other:
                    mine.remove(w)
                    other.remove(w)
            return "words", f"page {number}: only ours {mine[:6]}, only FOP {other[:6]}"
    for number, (a, b) in enumerate(zip(ours, theirs), 1):
        worst = None
        key = lambda w: (w[0], round(w[2] / 3), w[1])
        for x, y in zip(sorted(a, key=key), sorted(b, key=key)):
            far = max(abs(x[1] - y[1]), abs(x[2] - y[2]))
            if far > PLACE and (worst is None or far > worst[0]):
                worst = (far, x, y)
        if worst:
            _, x, y = worst
            return "places", f"page {number}: '{x[0]}' at {x[1]:.1f} {x[2]:.1f}, FOP '{y[0]}' {y[1]:.1f} {y[2]:.1f}"
    return "", ""


def sources(arguments, work):
    names = []
    for a in arguments:
        path = pathlib.Path(a)
        if path.is_dir():
            yield from sorted(path.rglob("*.fo"))
        elif path.exists():
            yield path
        else:
            names.append(a)
    if arguments and not names:
        return
    for name, text in cases.documents(names):
        path = work / (name + ".fo")
        if not path.exists() or path.read_text() != text:
            path.write_text(text)
        yield path


def font_folder():
    for folder in ("/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation"):
        if os.path.isdir(folder):
            return folder
    sys.exit("no Liberation fonts: install fonts-liberation2")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default="build/release/irikteu")
    parser.add_argument("--work", default="build/peers", type=pathlib.Path)
    parser.add_argument("--jobs", default=2, type=int)
    parser.add_argument("--only-different", action="store_true")
    parser.add_argument("--without-leaders", action="store_true", help="dots and full stops at words' ends don't count")
    parser.add_argument("what", nargs="*")
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    (work / "picture.png").write_bytes(cases.picture())
    config = work / "fop.xconf"
    wanted = (HERE / "fop.xconf").read_text().replace("FOLDER", font_folder())
    if not config.exists() or config.read_text() != wanted:
        config.write_text(wanted)
    program = str(pathlib.Path(arguments.program).resolve())

    def run(source):
        theirs = by_fop(source, config, work)
        ours, error = by_us(source, program, work)
        if theirs is None:
            return source, "no FOP", "FOP refuses it" + (" and so do we: " + error if ours is None else "")
        if ours is None:
            return source, "refused", error
        leaders = not arguments.without_leaders
        return (source, *difference(words_of(ours, leaders), words_of(theirs, leaders)))

    files = list(sources(arguments.what, work))
    fop_batch(files, config, work)
    counts = {}
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for source, kind, detail in pool.map(run, files):
            why = cases.EXPLAINED.get(source.stem, "")
            counts[kind] = counts.get(kind, 0) + 1
            bad += bool(kind) and not why
            if kind or not arguments.only_different:
                print(f"{source.stem:34} {kind or 'same':8} {detail}{'  – ' + why if kind and why else ''}")
    same = counts.pop("", 0)
    places = counts.get("places", 0)
    print(f"{len(files)} files: {same} the same, {same + places} with the same pages and words; "
          + ", ".join(f"{v} {k}" for k, v in sorted(counts.items())) + f"; {bad} not explained")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

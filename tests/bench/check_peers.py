#!/usr/bin/python3
"""Checking a dossier side by side: irikteu, xmllint, lxml and Saxon-HE on the same schema and the same 41 assertions, in
one run, in turn, on one processor. By hand:

    apt-get install libxml2-utils python3-lxml default-jdk-headless libsaxonhe-java
    tests/bench/check_peers.py --irikteu build/release/irikteu

"process" is one file from start to exit; "each" is what a further file costs in the same process. Medians."""

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.join(HERE, "..", "..")
DOSSIER = os.path.join(SOURCE, "samples/kz-535-2015/competition-1/inbox/01-turkistan-textile.xml")
XSD = os.path.join(SOURCE, "templates/schema/dossier.xsd")
RULES = os.path.join(HERE, "data/dossier.sch")
MANY = 40


def timed(command, processors="0"):
    begin = time.perf_counter()
    done = subprocess.run(["taskset", "-c", processors] + command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - begin) * 1000, done.returncode


def enlarged(path, times, folder):
    """The dossier with its text that many times over."""
    text = open(path, encoding="utf-8").read()
    begin = text.index("<text>") + len("<text>")
    end = text.index("</text>")
    large = os.path.join(folder, "large.xml")
    with open(large, "w", encoding="utf-8") as out:
        out.write(text[:begin] + text[begin:end] * times + text[end:])
    return large


LXML = """
import sys, time
from lxml import etree, isoschematron
schema = etree.XMLSchema(etree.parse(sys.argv[1])) if sys.argv[1] != "-" else None
rules = isoschematron.Schematron(etree.parse(sys.argv[2]), store_report=True)
files = sys.argv[3:]
begin = time.perf_counter()
for name in files:
    document = etree.parse(name)
    if schema is not None: schema.validate(document)
    rules.validate(document)
print((time.perf_counter() - begin) * 1000 / len(files))
"""

STYLESHEET = """
import sys
from lxml import etree, isoschematron
isoschematron.Schematron(etree.parse(sys.argv[1]), store_xslt=True).validator_xslt.write(sys.argv[2])
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--irikteu", default="build/release/irikteu")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=0, help="also check so many dossiers in one irikteu check, on all processors")
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="irikteu-peers-")
    large = enlarged(DOSSIER, 95, folder)
    stylesheet = os.path.join(folder, "rules.xsl")
    subprocess.run(["/usr/bin/python3", "-c", STYLESHEET, RULES, stylesheet], check=True)
    irikteu = [os.path.abspath(options.irikteu), "validate", "--format", "json"]
    commands = {
        "irikteu, schema and rules": irikteu + ["--schema", XSD, "--rules", RULES],
        "irikteu, schema": irikteu + ["--schema", XSD],
        "irikteu, rules": irikteu + ["--rules", RULES],
        "xmllint --schema": ["xmllint", "--noout", "--schema", XSD],
        "xmllint --schematron": ["xmllint", "--noout", "--schematron", RULES],
        "lxml, schema and rules": ["/usr/bin/python3", "-c", LXML, XSD, RULES],
        "Saxon-HE, rules": ["java", "-Xshare:auto", "-XX:TieredStopAtLevel=4", "-cp", "/usr/share/java/Saxon-HE.jar", os.path.join(HERE, "SaxonBench.java"), stylesheet],
    }
    times = {name: ([], [], []) for name in commands}
    for _ in range(options.runs):
        for name, command in commands.items():
            if name.startswith("Saxon"):
                continue
            one = timed(command + [DOSSIER])[0]
            many = timed(command + [DOSSIER] * MANY)[0]
            times[name][0].append(one)
            times[name][1].append((many - one) / (MANY - 1))
            times[name][2].append(timed(command + [large])[0])
    for _ in range(2):
        answer = subprocess.run(["taskset", "-c", "0"] + commands["Saxon-HE, rules"] + [DOSSIER, large], stdout=subprocess.PIPE, check=True).stdout.decode().split()
        for index, value in enumerate(answer):
            times["Saxon-HE, rules"][index].append(float(value))
    print("dossier of %d KB; large: %.1f MB; medians of %d runs in turn, one processor" % (os.path.getsize(DOSSIER) // 1000, os.path.getsize(large) / 1e6, options.runs))
    print("%-28s %12s %12s %14s" % ("", "process, ms", "each, ms", "10 MB, ms"))
    for name, (one, each, big) in times.items():
        print("%-28s %12.1f %12.2f %14.0f" % (name, statistics.median(one), statistics.median(each), statistics.median(big)))
    if options.batch:
        command = [os.path.abspath(options.irikteu), "check"] + [DOSSIER] * options.batch
        begin = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - begin
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print("irikteu check of %d dossiers: %.0f a second on %d processors" % (options.batch, options.batch / seconds, os.cpu_count()))
        print("largest process of all: %.0f MB" % (peak / 1024))


if __name__ == "__main__":
    main()

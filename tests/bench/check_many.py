#!/usr/bin/python3
"""Thousands of dossiers of 100 KB in one `check`: how many a second, and how much memory as their number grows. By hand:

    tests/bench/check_many.py --irikteu build/release/irikteu --count 10000

The dossiers are made from a conforming sample, each with its own cluster; every tenth lacks its local conclusion. For each
answer (text, json, sarif, csv) it shows dossiers a second and the peak of memory for a tenth of them and for all: memory is
flat where the two are alike. Exit status 1 where all take more than 1.2 times the memory of a tenth and 8 MB more."""

import argparse
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DOSSIER = os.path.join(HERE, "../../samples/kz-535-2015/competition-1/inbox/01-turkistan-textile.xml")
SIZE = 100_000


def make(folder, count):
    text = open(DOSSIER, encoding="utf-8").read()
    begin, end = text.index("<text>") + len("<text>"), text.index("</text>")
    run = text[begin:end]
    while len(text.encode()) < SIZE:
        text = text[:begin] + run + text[begin:]
    names = []
    for number in range(count):
        each = re.sub(r"(<cluster_name[^>]*>)([^<]*)", lambda m: "%s%s %d" % (m[1], m[2], number), text)
        if number % 10 == 9:
            each = re.sub(r"<local_conclusion.*?</local_conclusion>", "", each, flags=re.S)
        names.append(os.path.join(folder, "%05d.xml" % number))
        with open(names[-1], "w", encoding="utf-8") as out:
            out.write(each)
    return names


def run(options, names, answer):
    """Seconds and peak megabytes of one process. The list of files goes by the command line, so in a folder of its own."""
    before = time.perf_counter()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        process = subprocess.Popen([options.irikteu, "check"] + answer + [os.path.basename(each) for each in names],
                                   cwd=os.path.dirname(names[0]), stdout=subprocess.DEVNULL)
        status = process.wait()
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        os.write(writer, b"%d %d" % (peak, status))
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    peak, status = os.read(reader, 100).split()
    os.close(reader)
    return time.perf_counter() - before, int(peak) / 1024, int(status)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--irikteu", default="build/release/irikteu")
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--answers", nargs="*", default=["text", "json", "sarif", "csv"])
    options = parser.parse_args()
    options.irikteu = os.path.abspath(options.irikteu)
    folder = tempfile.mkdtemp(prefix="irikteu-many-")
    grows = False
    try:
        names = make(folder, options.count)
        print("%d dossiers of %d bytes, %d processors" % (len(names), os.path.getsize(names[0]), len(os.sched_getaffinity(0))))
        for answer in options.answers:
            few = run(options, names[:max(1, len(names) // 10)], ["--format", answer])
            all_of_them = run(options, names, ["--format", answer])
            grows = grows or (all_of_them[1] > 1.2 * few[1] and all_of_them[1] > few[1] + 8)
            print("%-6s %5.0f a second; %.1f MB for a tenth, %.1f MB for all; status %d" % (
                answer, len(names) / all_of_them[0], few[1], all_of_them[1], all_of_them[2]))
    finally:
        shutil.rmtree(folder)
    return 1 if grows else 0


if __name__ == "__main__":
    sys.exit(main())

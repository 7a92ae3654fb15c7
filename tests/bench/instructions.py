#!/usr/bin/python3
"""How many instructions a dossier of 100 KB takes in one `check` with many, and how many the start takes with the first; by valgrind, so
that neither the machine nor what else runs on it matters much.

    tests/bench/instructions.py --irikteu build/release/irikteu [--most MILLIONS] [--most-first MILLIONS]

Exit status 1 where a dossier, or the first with the start, takes more. Digests are left to OpenSSL's plain code, whatever the processor has."""

import argparse
import os
import re
import subprocess
import sys
import tempfile

import check_many

FEW = 1
MANY = 9


def instructions(options, names):
    environment = dict(os.environ, OPENSSL_ia32cap="0")
    process = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", options.irikteu, "check"] + [os.path.basename(each) for each in names],
        cwd=os.path.dirname(names[0]), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    found = re.search(r"Collected : (\d+)", process.stderr)
    if process.returncode not in (0, 1) or found is None:
        sys.exit("valgrind could not run it:\n" + process.stderr)
    return int(found[1])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--irikteu", default="build/release/irikteu")
    parser.add_argument("--most", type=float, help="millions of instructions a dossier")
    parser.add_argument("--most-first", type=float, help="millions with the start")
    options = parser.parse_args()
    options.irikteu = os.path.abspath(options.irikteu)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # On one processor no thread waits for another.
    with tempfile.TemporaryDirectory(prefix="irikteu-instructions-") as folder:
        names = check_many.make(folder, MANY)
        first = instructions(options, names[:FEW])
        each = (instructions(options, names) - first) / (MANY - FEW)
    print("start and the first dossier: %.1f million instructions; each further one: %.1f million" % (first / 1e6, each / 1e6))
    too_many = (options.most is not None and each > options.most * 1e6) or (options.most_first is not None and first > options.most_first * 1e6)
    if too_many:
        print("that is more than the %s and %s million allowed: see where by valgrind --tool=callgrind" % (options.most_first, options.most))
    return 1 if too_many else 0


if __name__ == "__main__":
    sys.exit(main())

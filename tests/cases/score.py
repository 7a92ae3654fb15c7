#!/usr/bin/env python3
"""Checks every paper of tests/cases/papers and prints precision and recall against expected.tsv.

    tests/cases/score.py [PROGRAM]

A paper is handed to `irikteu check --json`, with --kind where the case forces one. expected.tsv: paper, kind or "-", the findings that
must be there as appendix/item/kind/severity, and those that may stand in for one of them. Status 1 where anything is superfluous or unnoticed."""

import collections
import json
import pathlib
import subprocess
import sys

from random_cases import findings_of

HERE = pathlib.Path(__file__).parent


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(HERE.parents[1] / "build/release/irikteu")
    totals = collections.defaultdict(lambda: [0, 0, 0, 0])
    for line in (HERE / "expected.tsv").read_text(encoding="utf-8").splitlines():
        name, kind, wanted, instead = (line.split("\t") + ["", ""])[:4]
        if wanted == "*":
            continue
        expected = [x for x in wanted.split(";") if x]
        accepted = [x for x in instead.split(";") if x]
        arguments = [program, "check", "--json"] + (["--kind", kind] if kind != "-" else []) + [str(HERE / "papers" / name)]
        found = findings_of(json.loads(subprocess.run(arguments, stdout=subprocess.PIPE).stdout))
        right = [x for x in expected if x in found]
        superfluous = list(found)
        for x in right:
            superfluous.remove(x)
        unnoticed = [x for x in expected if x not in right]
        for x in accepted:
            if x in superfluous and unnoticed:
                superfluous.remove(x)
                right.append(unnoticed.pop(0))
        for total in (totals[name.split("-")[0]], totals["all"]):
            for k, number in enumerate((1, len(right), len(superfluous), len(unnoticed))):
                total[k] += number
        if superfluous or unnoticed:
            print(f"{name}: superfluous {superfluous}, unnoticed {unnoticed}")
    for kind, (papers, right, superfluous, unnoticed) in totals.items():
        precision = right / (right + superfluous) if right + superfluous else 1.0
        recall = right / (right + unnoticed) if right + unnoticed else 1.0
        print(f"{kind:12} {papers:4} papers {right:4} right {superfluous:3} superfluous {unnoticed:3} unnoticed   precision {precision:.4f}  recall {recall:.4f}")
    return 1 if totals["all"][2] or totals["all"][3] else 0


if __name__ == "__main__":
    sys.exit(main())

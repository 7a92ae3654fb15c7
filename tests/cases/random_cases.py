#!/usr/bin/env python3
"""Measures precision and recall of `irikteu check` on random papers with known faults (mutants.py, mutant_forms.py).

    tests/cases/random_cases.py [--program build/release/irikteu] [--count 200] [--seed 1] [--kinds 1,2,3,4,5,6] [--faults 0-4] [--show 20] [--keep DIR]

Counted are findings of severity error, warning and undetermined as appendix/item/kind/severity."""

import argparse
import collections
import fnmatch
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import mutant_forms
import mutants
import ooxml

MAKERS = {"1": mutant_forms.application, "4": mutant_forms.application, "3": mutant_forms.conclusion, "2": mutants.paper, "5": mutants.paper, "6": mutant_forms.road_map}
SEVERITIES = ("error", "warning", "undetermined")


def findings_of(report):
    return [f"{f.get('appendix', '')}/{f.get('item', '')}/{f.get('kind', '')}/{f['severity']}" for f in report["findings"] if f["severity"] in SEVERITIES]


def compare(expected, allowed, found):
    """Right, superfluous and unnoticed findings."""
    left = list(found)
    right, unnoticed = [], []
    for wanted in expected:
        hit = next((w for w in wanted.split("|") if w in left), None)
        if hit is None:
            unnoticed.append(wanted)
            continue
        right.append(hit)
        left.remove(hit)
    return right, [f for f in left if not any(fnmatch.fnmatchcase(f, a) for a in allowed)], unnoticed


def check(program, paths):
    answer = json.loads(subprocess.run([program, "check", "--json", *map(str, paths)], stdout=subprocess.PIPE).stdout)
    return answer if isinstance(answer, list) else [answer]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--program", default="build/release/irikteu")
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--kinds", default="1,2,3,4,5,6")
    arguments.add_argument("--faults", default="0-4")
    arguments.add_argument("--show", type=int, default=20)
    arguments.add_argument("--keep")
    arguments.add_argument("--least", type=float, default=0.0, help="fail below that precision or recall")
    chosen = arguments.parse_args()
    low, high = (int(x) for x in (chosen.faults + "-" + chosen.faults).split("-")[:2])
    folder = pathlib.Path(chosen.keep or tempfile.mkdtemp(prefix="irikteu-mutants-"))
    folder.mkdir(parents=True, exist_ok=True)
    kinds = chosen.kinds.split(",")
    made = []
    for n in range(chosen.count):
        rng = random.Random(f"{chosen.seed}/{n}")
        appendix = kinds[n % len(kinds)]
        body, options, expected, allowed, typed = MAKERS[appendix](appendix, rng, rng.randint(low, high))
        path = folder / f"{chosen.seed}-{n:05d}-{appendix}.docx"
        ooxml.save(path, body, **options)
        made.append((path, expected, allowed, typed))
    totals = collections.defaultdict(lambda: [0, 0, 0])
    blamed, shown = collections.Counter(), 0
    for start in range(0, len(made), 50):
        batch = made[start:start + 50]
        for (path, expected, allowed, typed), report in zip(batch, check(chosen.program, [p for p, *_ in batch])):
            right, superfluous, unnoticed = compare(expected, allowed, findings_of(report))
            appendix = path.stem[-1]
            for total in (totals[appendix], totals["all"]):
                total[0] += len(right)
                total[1] += len(superfluous)
                total[2] += len(unnoticed)
            if not superfluous and not unnoticed:
                if not chosen.keep:
                    path.unlink()
                continue
            blamed.update(f"{k}={v}" for k, v in typed.items())
            if shown < chosen.show:
                shown += 1
                print(path.name, typed)
                for sign, group in (("  superfluous", superfluous), ("  unnoticed  ", unnoticed)):
                    if group:
                        print(sign, " ".join(group[:8]), "…" if len(group) > 8 else "")
    print("typing of the papers with differences:", ", ".join(f"{k} {v}" for k, v in blamed.most_common(14)))
    worst = 1.0
    for appendix, (right, superfluous, unnoticed) in sorted(totals.items()):
        precision = right / (right + superfluous) if right + superfluous else 1.0
        recall = right / (right + unnoticed) if right + unnoticed else 1.0
        worst = min(worst, precision, recall)
        print(f"appendix {appendix:>3}: {right:6} right {superfluous:5} superfluous {unnoticed:5} unnoticed   precision {precision:.4f}  recall {recall:.4f}")
    print("papers:", len(made), "in", folder)
    return 0 if worst >= chosen.least else 1


if __name__ == "__main__":
    sys.exit(main())
